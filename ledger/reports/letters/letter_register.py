"""对账登记簿: letters sent, answered, overdue; differences followed until they are explained."""

from __future__ import annotations

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
)
from ledger.workflow.confirm.standing import OPEN, STATES, LetterFollowed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ledger.masters.book import Book

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


def confirm_list(book: Book, followed: Sequence[LetterFollowed], *, today: date) -> Report:
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


def row_of(one: LetterFollowed) -> Row:
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
