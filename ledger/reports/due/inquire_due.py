"""查询: what is due on a day, book by book, and how the fund stands; nothing here writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.errors import unclear
from ledger.dues.listing import duties
from ledger.dues.monitoring import measures
from ledger.events.words import Unclear, as_date
from ledger.reports.due.due_list import due_list
from ledger.reports.due.monitoring import monitoring
from ledger.store.engine import reading
from ledger.workflow.book_states import (
    book_states,
)
from ledger.workflow.desk import book_of, books_asked

if TYPE_CHECKING:
    from datetime import date

    from ledger.formats.report import Report
    from ledger.workflow.desk import Desk


def due_report(desk: Desk, book: str, day: str) -> Report:
    """到期清单 of a day: all books, or one; what had happened by then is what counts."""
    on = day_asked(desk, day)
    with reading(desk.engine) as conn:
        states = book_states(desk, conn, [book_of(conn, book)] if book else None, on)
    return due_list(states, duties(states), on)


def monitoring_reports(desk: Desk, book: str, day: date | None) -> list[Report]:
    """运行监测 of each book: the measures of early warning on a day, with their workings."""
    on = day or desk.today()
    with reading(desk.engine) as conn:
        states = book_states(desk, conn, books_asked(conn, book), on)
    return [monitoring(state, measures(state)) for state in states]


def day_asked(desk: Desk, day: str) -> date:
    """Read the day asked for; today where none is named."""
    if not day:
        return desk.today()
    try:
        return as_date(day)
    except Unclear as error:
        raise unclear("DATE_UNREADABLE", error.what, error.remedy) from None
