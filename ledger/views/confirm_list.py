"""对账登记簿: letters sent, answered, overdue; differences followed until they are explained."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.money import yuan
from ledger.basis.terms import CONFIRMATIONS
from ledger.views.reports import (
    CODES,
    UNIT,
    WORDS,
    Column,
    Report,
    Row,
    book_line,
    joined,
    money,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from ledger.masters.book import Book
    from ledger.policy.letters import Letter

#: Where a letter stands: code and 中文.
STATES: Mapping[str, str] = MappingProxyType(
    {
        "waiting": "待回函",
        "overdue": "逾期未回",
        "agreed": "相符",
        "changed": "相符后账面已变",
        "differs": "不符",
        "cured": "更正后相符",
        "explained": "已说明",
    }
)
#: States that somebody still has to deal with.
OPEN = ("waiting", "overdue", "differs", "changed")
COLUMNS = (
    Column(heading="截止日"),
    Column(heading="对账函编号"),
    Column(heading="医疗机构编码", wraps=CODES, spare=True),
    Column(heading="医疗机构", wraps=WORDS),
    Column(heading="发出", spare=True),
    Column(heading="回函期限"),
    Column(heading="状态"),
    Column(heading="回函日期", spare=True),
    money("发函余额"),
    money("医院账面余额"),
    money("现账面余额"),
    money("相差"),
    Column(heading="天数", align="right"),
    Column(heading="原因、说明", wraps=WORDS),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """A letter as it is followed: what the books say of its cut-off now, by prepayment year."""

    letter: Letter
    name: str
    now: Mapping[int, int]
    today: date

    @property
    def now_fen(self) -> int:
        """Add up what the books say now."""
        return sum(self.now.values())

    @property
    def gap_fen(self) -> int:
        """Give what the hospital states beyond what the books say now."""
        return self.letter.said_fen - self.now_fen if self.letter.answer else 0

    @property
    def agrees(self) -> bool:
        """Tell whether what the hospital stated is what the books say now, year by year."""
        said = {year: fen for year, fen in self.letter.said if fen}
        return said == {year: fen for year, fen in self.now.items() if fen}

    @property
    def state(self) -> str:
        """Say where the letter stands (STATES)."""
        letter = self.letter
        if letter.answer and self.agrees:
            return "agreed" if letter.answer == "agree" else "cured"
        if letter.is_explained(self.now):
            return "explained"
        if letter.answer:
            return "changed" if letter.answer == "agree" else "differs"
        return "overdue" if self.today > letter.reply_by else "waiting"

    @property
    def days(self) -> int | None:
        """Count days: past the deadline, or since an answer that is not explained yet."""
        if self.state == "overdue":
            return (self.today - self.letter.reply_by).days
        if self.state in ("differs", "changed") and self.letter.answered_on:
            return (self.today - self.letter.answered_on).days
        return (self.today - self.letter.sent_on).days if self.state == "waiting" else None


def confirm_list(book: Book, followed: Sequence[Followed], *, today: date) -> Report:
    """Draw up the register of a book's letters, what is overdue or differs in red."""
    counts = {
        code: sum(one.state == code for one in followed)
        for code in STATES
        if any(one.state == code for one in followed)
    }
    told = "，".join(f"{STATES[code]} {count}" for code, count in counts.items())
    return Report(
        title="医疗机构对账登记簿",
        subtitle=(
            book_line(book),
            f"截至 {today}；共 {len(followed)} 份{f'：{told}' if told else ''}；{UNIT}",
        ),
        columns=COLUMNS,
        rows=tuple(row_of(one) for one in followed),
        notes=(
            "现账面余额：按业务日期（银行日期）截至截止日的余额，含以后补记和更正的。",
            "相差＝医院账面余额－现账面余额；天数：逾期、待回函或不符未说明的天数。",
        ),
        tree={
            "book": book.code,
            "on": today,
            "letters": [tree_of(one) for one in followed],
            "counts": counts,
        },
    )


def row_of(one: Followed) -> Row:
    """Draw one letter."""
    letter = one.letter
    stale = "（账面后来已变）" if one.state in ("differs", "changed") else ""
    told = joined((letter.reason, f"说明{stale}：{letter.explained}" if letter.explained else ""))
    return Row(
        cells=(
            letter.date,
            letter.number,
            letter.hospital,
            one.name,
            letter.sent_on,
            letter.reply_by,
            STATES[one.state],
            letter.answered_on,
            letter.total_fen,
            letter.said_fen if letter.answer else None,
            one.now_fen,
            one.gap_fen if letter.answer else None,
            one.days,
            told,
        ),
        mark="alert" if one.state in OPEN and one.state != "waiting" else "",
    )


def tree_of(one: Followed) -> dict[str, object]:
    """Write one letter for programs."""
    letter = one.letter
    return {
        "key": letter.key,
        "number": letter.number,
        "hospital": letter.hospital,
        "name": one.name,
        "date": letter.date,
        "sent_on": letter.sent_on,
        "reply_by": letter.reply_by,
        "state": one.state,
        "open": one.state in OPEN,
        "answer": CONFIRMATIONS.get(letter.answer),
        "answered_on": letter.answered_on,
        "reply": letter.reply or None,
        "file": letter.file or None,
        "sent": yuan(letter.total_fen),
        "said": yuan(letter.said_fen) if letter.answer else None,
        "now": yuan(one.now_fen),
        "difference": yuan(one.gap_fen) if letter.answer else None,
        "days": one.days,
        "reason": letter.reason or None,
        "explained": letter.explained or None,
    }
