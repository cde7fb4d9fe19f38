"""What the three kinds of 对账 with hospitals share: amounts by year, and the letter they name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ledger.basis.money import NotMoney, parse_fen, yuan
from ledger.events.words import Unclear, as_fen_or_zero, as_text, as_texts, as_year

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ledger.basis.errors import Finding
    from ledger.events.base import Event
    from ledger.events.words import Raw
    from ledger.policy.facts import Facts
    from ledger.policy.letters import ByYear

CLAUSE = "《会计基础工作规范》第六十二条(三)"
LETTER = "letter 对账函"
#: The kinds that a letter's fate is told by.
CONFIRMING = (
    "confirmation-sent",
    "confirmation-answer",
    "confirmation-explained",
    "confirmation-reminder",
)


def as_said(raw: Raw) -> tuple[str, ...]:
    """Read what a hospital states: `350000.00`, or by year `2025:0; 2026:350000.00`."""
    cells = raw if isinstance(raw, list) else re.split(r"[;；]", as_text(raw))
    found = []
    for cell in cells:
        year, colon, amount = as_text(cell).replace("：", ":").rpartition(":")
        if amount.strip():
            start = f"{as_year(year)}:" if colon else ""
            found.append(start + yuan(as_fen_or_zero(amount)))
    if len({part.rpartition(":")[0] for part in found}) != len(found):
        raise Unclear("同一预付年度的金额出现两次", "每个年度写一个余额，如 2025:0; 2026:350000")
    return tuple(sorted(found))


def as_books(raw: Raw) -> tuple[str, ...]:
    """Read what the books say by prepayment year: `2025:0; 2026:350000.00`."""
    found = []
    for cell in as_texts(raw):
        year, _, amount = cell.replace("：", ":").rpartition(":")
        try:
            found.append(f"{as_year(year)}:{yuan(parse_fen(amount.strip()))}")
        except NotMoney:
            raise Unclear(
                f"账面余额“{cell}”不是精确到分的数", "按预付年度写，如 2025:0; 2026:350000.00"
            ) from None
    if len({part.partition(":")[0] for part in found}) != len(found):
        raise Unclear("同一预付年度的金额出现两次", "每个年度写一个余额，如 2025:0; 2026:350000")
    return tuple(sorted(found))


def by_year(texts: Iterable[str]) -> ByYear:
    """Take `2026:350000.00` apart; a total without a year stands under year 0."""
    pairs = (text.rpartition(":") for text in texts)
    return tuple((int(year or 0), parse_fen(amount)) for year, _, amount in pairs)


def letter_findings(event: Event, key: str, facts: Facts) -> Iterator[Finding]:
    """Refuse what names no letter, another hospital's, or one of a later cut-off."""
    letter = facts.letters.get(key)
    if letter is None:
        yield event.refusal(
            "LETTER_UNKNOWN",
            f"{event.book} 没有编号为“{key}”的对账函，或已撤销",
            "核对编号和险种：prepay confirm list；尚未审核的，审核后再登记回函",
            clause=CLAUSE,
            field=LETTER,
        )
        return
    if letter.hospital != event.hospital:
        yield event.refusal(
            "LETTER_OF_ANOTHER",
            f"对账函 {letter.number} 发给{facts.hospital_name(letter.hospital)}，"
            f"不是{facts.hospital_name(event.hospital)}",
            "核对医疗机构编码和对账函编号",
            clause=CLAUSE,
            field="hospital 医疗机构编码",
        )
    if event.date < letter.date:
        yield event.refusal(
            "REPLY_EARLY",
            f"日期 {event.date} 早于对账函 {letter.number} 的截止日 {letter.date}",
            "核对日期：填医院在回函上签章的日期",
            clause=CLAUSE,
            field="date 日期",
        )
