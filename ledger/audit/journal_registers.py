"""Proves a 登记事项 in a journal, for the plugin; and what it shares with a voucher there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ledger.basis.encoding import pairs_digest
from ledger.basis.terms import EVENT_KINDS
from ledger.events.kinds import LEGLESS
from ledger.voucher.chain import journal_digest, link_of
from ledger.voucher.signing.signed import journal_digest_signed, public_pairs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from beancount.core.data import Custom, Meta

    from ledger.voucher.shown import Line

HEX = re.compile("[0-9a-f]{64}")
KINDS = {term: code for code, term in EVENT_KINDS.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class TextShown:
    """What a journal shows of a link: its digest, its public part where signed, or a fault."""

    digest: str = ""
    public: str = ""
    fault: str = ""


def shown_as(words: Mapping[str, str], lines: Sequence[Line], *, signed: bool) -> TextShown:
    """Digest what a journal shows, as prepay/2 where people signed it, else as prepay/1."""
    if not signed:
        return TextShown(digest=journal_digest(tuple(words.values()), lines))
    public = pairs_digest(
        "public", public_pairs(words, words, words["form"], words["corrects"], lines)
    )
    return TextShown(digest=journal_digest_signed(words["label"], public), public=public)


def register_shown(entry: Custom, book: str) -> TextShown:
    """Digest what a 登记事项 shows, or say why it is none."""
    words = [value.value for value in entry.values if value.dtype is str]
    if len(words) != 3 or len(entry.values) != 3:
        return TextShown(fault="登记事项应写明业务、医疗机构和年度")
    kind = KINDS.get(words[0], "")
    if kind not in LEGLESS:
        return TextShown(fault=f"登记事项的业务“{words[0]}”不认识")
    booked = entry.date.isoformat()
    shown = {
        "book": book,
        "label": "",
        "booked": booked,
        "date": day_of_fact(entry.meta, booked),
        "kind": kind,
        "movement": kind,
        "hospital": words[1],
        "year": words[2] or "0",
        "summary": "",
        "form": "",
        "corrects": "",
    }
    return shown_as(shown, (), signed=bool(text(entry.meta, "private")))


def register_name(entry: Custom) -> str:
    """Name a 登记事项 for people."""
    return " ".join(str(value.value) for value in entry.values if value.value != "")


def link_fault(meta: Meta, shown: str, previous: str) -> str:
    """Say whether a link does not follow from what is shown, its fact and the link before."""
    fact, link = text(meta, "fact"), text(meta, "link")
    if not HEX.fullmatch(fact) or not HEX.fullmatch(link):
        return "校验值 fact 或 link 读不懂"
    if link_of(previous, shown, fact) != link:
        return "与记账时不同：日期、摘要、科目、方向、金额、校验值被改动，或与前一环接不上"
    return ""


def day_of_fact(meta: Meta, booked: str) -> str:
    """Return the day of the fact, which stands beside only where it is not the 记账日期."""
    day = meta.get("date_of_fact", booked)
    return day.isoformat() if isinstance(day, date) else str(day)


def text(meta: Meta, name: str) -> str:
    """Return a word of metadata; "" where there is none, or no text."""
    word = meta.get(name)
    return word if isinstance(word, str) else ""
