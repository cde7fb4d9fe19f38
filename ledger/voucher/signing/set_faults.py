"""What is wrong with a set that was signed, looked at by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.keys import ALGORITHM, verified
from ledger.voucher.signing.signed import set_digest

if TYPE_CHECKING:
    from ledger.voucher.signing.signed import SignedSet


def set_fault(made: SignedSet, public: str) -> str:
    """Say what is wrong with a set, in words; `public` is its signer's key, "" if there is none."""
    said = dict(made.pairs)
    columns = (made.book, made.act, made.by, made.at)
    if tuple(map(said.get, ("book", "act", "by", "at"))) != columns:
        return "所签内容与登记的账套、事项、签名人或时间不同"
    if set_digest(made.pairs) != made.digest:
        return "所签内容被改动"
    if not public or (said.get("algorithm"), said.get("key")) != (ALGORITHM, public):
        return f"签名用的密钥不是 {made.by} 第 {made.key} 版的密钥"
    if not verified(public, made.digest, made.signature):
        return f"签名不是 {made.by} 的"
    return ""
