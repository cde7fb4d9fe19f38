"""补记的记账日期: what happened in a closed month is asked about on a terminal, before it is saved.

A file that names no 记账日期 keeps its words: what was agreed on stands beside them, so that the
same file is known again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ledger.basis.period import period_of
from ledger.events.dated import proposed_booking
from ledger.store.engine import reading
from ledger.store.facts import read_keys
from ledger.store.masters import read_books
from ledger.store.vouchers.balances import first_open

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    import sqlalchemy as sa

    from ledger.events.base import Event
    from ledger.intake.intake import ReadRow
    from ledger.masters.book import Book
    from ledger.workflow.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class LateRows:
    """New rows of a book whose month is closed, without a 记账日期, and the day proposed."""

    book: str
    keys: tuple[str, ...]
    months: tuple[str, ...]
    open_from: str
    proposed: date


def late_rows(desk: Desk, rows: Sequence[ReadRow]) -> list[LateRows]:
    """Find the rows to ask about, by book."""
    late = []
    with reading(desk.engine) as conn:
        books = read_books(conn)
        for code in sorted({row.event.book for row in rows} & books.keys()):
            mine = [row.event for row in rows if row.event.book == code]
            late += late_in(conn, books[code], mine, desk.today())
    return late


def late_in(
    conn: sa.Connection, book: Book, events: Sequence[Event], today: date
) -> list[LateRows]:
    """Find what to ask about in one book, where a day can be proposed."""
    since, _ = first_open(conn, book)
    proposed = proposed_booking(since, today)
    late = late_events(conn, book.code, events, since)
    if not late or proposed is None:
        return []
    return [
        LateRows(
            book=book.code,
            keys=tuple(event.key for event in late),
            months=tuple(sorted({period_of(event.date) for event in late})),
            open_from=since,
            proposed=proposed,
        )
    ]


def late_events(conn: sa.Connection, book: str, events: Sequence[Event], since: str) -> list[Event]:
    """Pick the new events of a closed month that do not say where they are booked."""
    late = [event for event in events if is_unbooked(event, since)]
    known = read_keys(conn, book, [event.key for event in late])
    return [event for event in late if event.key not in known]


def is_unbooked(event: Event, since: str) -> bool:
    """Tell an event with legs, before the first open month, that leaves the 记账日期 open.

    期初 has none of its own.
    """
    if event.LEGLESS or event.booked or event.KIND == "opening-balance":
        return False
    return period_of(event.date) < since


def booked_as_agreed(
    desk: Desk, rows: Sequence[ReadRow], ask: Callable[[LateRows], date]
) -> list[ReadRow]:
    """Ask once a book on which day its late rows are booked, and write it into them."""
    days: dict[tuple[str, str], date] = {}
    for late in late_rows(desk, rows):
        day = ask(late)
        days |= {(late.book, key): day for key in late.keys}
    agreed = []
    for row in rows:
        on = days.get((row.event.book, row.event.key))
        agreed.append(replace(row, event=replace(row.event, booked=on)) if on else row)
    return agreed
