"""Proves a 登记事项 in a journal, for the plugin; and what it shares with a voucher there."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from ledger.basis.terms import EVENT_KINDS
from ledger.events.kinds import LEGLESS
from ledger.voucher.chain import journal_digest, link_of

if TYPE_CHECKING:
    from beancount.core.data import Custom, Meta

HEX = re.compile("[0-9a-f]{64}")
KINDS = {term: code for code, term in EVENT_KINDS.items()}


def register_fault(entry: Custom, book: str, previous: str) -> str:
    """Say what is wrong with a 登记事项; "" where it is as it was approved."""
    words = [value.value for value in entry.values if value.dtype is str]
    if len(words) != 3 or len(entry.values) != 3:
        return "登记事项应写明业务、医疗机构和年度"
    kind = KINDS.get(words[0], "")
    if kind not in LEGLESS:
        return f"登记事项的业务“{words[0]}”不认识"
    booked = entry.date.isoformat()
    head = (
        book,
        "",
        booked,
        day_of_fact(entry.meta, booked),
        kind,
        kind,
        words[1],
        words[2] or "0",
        "",
        "",
        "",
    )
    return link_fault(entry.meta, journal_digest(head, ()), previous)


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
