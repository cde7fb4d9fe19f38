"""到期清单: what is due on a day, the most urgent first, each with its clause and its command."""

from __future__ import annotations

from collections import Counter
from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.money import yuan
from ledger.basis.terms import DUTIES, URGENCIES
from ledger.dues.listing import duties as duties_of
from ledger.dues.listing import urgency
from ledger.events.words import day_named
from ledger.formats.report import CODES, UNIT, WORDS, Column, Report, Row, money, named_row
from ledger.store.engine import reading
from ledger.workflow.book_states import book_states
from ledger.workflow.desk import books_asked

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from ledger.dues.values import BookState, Duty
    from ledger.formats.report import Cell
    from ledger.workflow.desk import Desk

COLUMNS = MappingProxyType(
    {
        "urgency": Column(heading="紧急程度"),
        "due": Column(heading="到期日"),
        "days": Column(heading="天数", align="right"),
        "duty": Column(heading="事项"),
        "book": Column(heading="账套", wraps=CODES, spare=True),
        "name": Column(heading="医疗机构", wraps=WORDS),
        "amount": money("金额"),
        "what": Column(heading="情况", wraps=30),
        "clause": Column(heading="依据", wraps=WORDS),
        "command": Column(heading="怎么办", wraps=30),
    }
)
OF_ONE_BOOK = MappingProxyType({name: COLUMNS[name] for name in COLUMNS if name != "book"})
NOTE = (
    "按业务发生日判断：在这一天以前发生的，以后才记账也算；上解按记账日期。"
    "天数为负的是已经逾期的天数。"
)


def due_report(desk: Desk, book: str, day: str) -> Report:
    """到期清单 of a day: all books, or one; what had happened by then is what counts."""
    on = due_day(desk, day)
    with reading(desk.engine) as conn:
        states = book_states(desk, conn, books_asked(conn, book), on)
    return due_list(states, duties_of(states), on)


def due_day(desk: Desk, day: str) -> date:
    """Read the day asked for; today where none is named."""
    return day_named(day) if day else desk.today()


def due_list(states: Sequence[BookState], duties: Sequence[Duty], on: date) -> Report:
    """Draw up what is due on a day."""
    books = {state.book.code for state in states}
    columns = COLUMNS if len(books) > 1 else OF_ONE_BOOK
    return Report(
        title=f"{on} 到期清单",
        subtitle=(
            "账套：" + "、".join(state.book.name for state in states),
            counted_words(duties, on),
            UNIT,
        ),
        columns=tuple(columns.values()),
        rows=tuple(duty_row(columns, duty, on) for duty in duties),
        notes=(NOTE,),
        tree={"on": on, "duties": [duty_tree(duty, on) for duty in duties]},
    )


def counted_words(duties: Sequence[Duty], on: date) -> str:
    """Say how many duties there are of each degree of urgency."""
    counts = Counter(urgency(duty, on) for duty in duties)
    told = [f"{name} {counts[code]} 项" for code, name in URGENCIES.items() if counts[code]]
    return "，".join(told) or "没有到期和未了结的事项"


def duty_row(columns: Mapping[str, Column], duty: Duty, on: date) -> Row:
    """Draw one duty; what is overdue, or may not wait, is red."""
    degree = urgency(duty, on)
    cells: dict[str, Cell] = {
        "urgency": URGENCIES[degree],
        "due": duty.due,
        "days": days_left(duty, on),
        "duty": DUTIES[duty.kind],
        "book": duty.book,
        "name": duty.holder,
        "amount": duty.amount_fen,
        "what": duty.what,
        "clause": duty.clause,
        "command": duty.command,
    }
    shown = {name: cells[name] for name in columns}
    return named_row(columns, shown, mark="alert" if degree in ("overdue", "prompt") else "")


def days_left(duty: Duty, on: date) -> int | None:
    """Count the days until a duty is due, below 0 when it is overdue; None where no day is set."""
    return None if duty.due is None else (duty.due - on).days


def duty_tree(duty: Duty, on: date) -> dict[str, object]:
    """Write one duty for programs."""
    return {
        "urgency": urgency(duty, on),
        "due": duty.due,
        "days": days_left(duty, on),
        "kind": duty.kind,
        "book": duty.book,
        "hospital": duty.hospital or None,
        "name": duty.holder or None,
        "year": duty.year or None,
        "amount": None if duty.amount_fen is None else yuan(duty.amount_fen),
        "count": duty.count or None,
        "what": duty.what,
        "clause": duty.clause,
        "command": duty.command,
    }
