"""对账登记簿: letters sent, answered, overdue; differences followed until they are explained."""

from __future__ import annotations

from collections import Counter
from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.money import yuan
from ledger.basis.terms import CONFIRMATIONS
from ledger.formats.report import (
    CODES,
    UNIT,
    WORDS,
    Column,
    Report,
    Row,
    book_line,
    joined,
    money,
    named_row,
)
from ledger.workflow.confirm.standing import OPEN, STATES, LetterFollowed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ledger.masters.book import Book
    from ledger.policy.letters import Letter

COLUMNS = MappingProxyType(
    {
        "date": Column(heading="截止日"),
        "number": Column(heading="对账函编号"),
        "hospital": Column(heading="医疗机构编码", wraps=CODES, spare=True),
        "name": Column(heading="医疗机构", wraps=WORDS),
        "sent_on": Column(heading="发出", spare=True),
        "reply_by": Column(heading="回函期限"),
        "state": Column(heading="状态"),
        "answered_on": Column(heading="回函日期", spare=True),
        "sent": money("发函余额"),
        "said": money("医院账面余额"),
        "now": money("现账面余额"),
        "gap": money("相差"),
        "days": Column(heading="天数", align="right"),
        "told": Column(heading="原因、说明", wraps=WORDS),
    }
)


def confirm_list(book: Book, followed: Sequence[LetterFollowed], *, today: date) -> Report:
    """Draw up the register of a book's letters, what is overdue or differs in red."""
    counted = Counter(one.state for one in followed)
    counts = {code: counted[code] for code in STATES if counted[code]}
    told = "，".join(f"{STATES[code]} {count}" for code, count in counts.items())
    return Report(
        title="医疗机构对账登记簿",
        subtitle=(
            book_line(book),
            f"截至 {today}；共 {len(followed)} 份{f'：{told}' if told else ''}；{UNIT}",
        ),
        columns=tuple(COLUMNS.values()),
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


def row_of(one: LetterFollowed) -> Row:
    """Draw one letter."""
    letter = one.letter
    return named_row(
        COLUMNS,
        {
            "date": letter.date,
            "number": letter.number,
            "hospital": letter.hospital,
            "name": one.name,
            "sent_on": letter.sent_on,
            "reply_by": letter.reply_by,
            "state": STATES[one.state],
            "answered_on": letter.answered_on,
            "sent": letter.total_fen,
            "said": letter.said_fen if letter.answer else None,
            "now": one.now_fen,
            "gap": one.gap_fen if letter.answer else None,
            "days": one.days,
            "told": difference_told(one),
        },
        mark="alert" if one.state in OPEN and one.state != "waiting" else "",
    )


def difference_told(one: LetterFollowed) -> str:
    """Say what the hospital gave as reason, and what was found out since."""
    letter = one.letter
    if not letter.explained:
        return letter.reason
    stale = "（账面后来已变）" if one.state in ("differs", "changed") else ""
    return joined((letter.reason, f"说明{stale}：{letter.explained}"))


def answer_tree(letter: Letter) -> dict[str, object]:
    """Write what the hospital answered for programs."""
    return {
        "answer": CONFIRMATIONS.get(letter.answer),
        "answered_on": letter.answered_on,
        "reply": letter.reply or None,
        "file": letter.file or None,
    }


def tree_of(one: LetterFollowed) -> dict[str, object]:
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
        **answer_tree(letter),
        "sent": yuan(letter.total_fen),
        "said": yuan(letter.said_fen) if letter.answer else None,
        "now": yuan(one.now_fen),
        "difference": yuan(one.gap_fen) if letter.answer else None,
        "days": one.days,
        "reason": letter.reason or None,
        "explained": letter.explained or None,
    }
