"""Whoever has opened their key, to put it under what they do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ledger.basis.errors import refuse

if TYPE_CHECKING:
    from ledger.basis.keys import PrivateKey
    from ledger.masters.office import Office

CLAUSE_SIGNED = "财会〔2024〕12号·二十一(二)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """Whoever has opened their key: the name, the key's version, its two halves."""

    name: str
    version: int
    public: str
    key: PrivateKey


def own_signer(signer: Signer | None, name: str) -> Signer:
    """Return the open key of who acts; raises Refused where none is open, or it is another's."""
    if signer is None:
        raise refuse(
            "NOT_LOGGED_IN",
            f"本单位已启用签名，{name}还没有用密码打开自己的密钥",
            f"先登录：prepay --as {name} login，或加 --password-stdin",
            clause=CLAUSE_SIGNED,
        )
    if signer.name != name:
        raise refuse(
            "SIGNER_OTHER",
            f"登录的是{signer.name}，这次却由{name}办理，不能用别人的密钥签名",
            f"由{name}登录后办理，或去掉 --as，由{signer.name}办理",
            clause=CLAUSE_SIGNED,
        )
    return signer


def refuse_outdated(office: Office, signer: Signer) -> None:
    """Refuse a key that is not the newest that the office knows, or that everybody knows."""
    known = office.key_of(signer.name)
    if known is None or (known.version, known.public) != (signer.version, signer.public):
        raise refuse(
            "KEY_OUTDATED",
            f"{signer.name}用的第 {signer.version} 版密钥，不是单位登记的现行密钥",
            f"重新登录：prepay --as {signer.name} login；还没有登记的，由另一人确认："
            f"prepay operator confirm {signer.name}",
            clause=CLAUSE_SIGNED,
        )
    if known.sample and not office.sample:
        raise refuse(
            "KEY_SAMPLE",
            f"{signer.name}的密钥是示例里的（示例），人人都有，不能用来办理真实的业务",
            f"由本人更换：prepay --as {signer.name} operator reset {signer.name}",
            clause=CLAUSE_SIGNED,
        )
