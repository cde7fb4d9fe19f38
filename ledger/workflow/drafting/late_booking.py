"""补记的记账日期: what happened in a closed month is asked about on a terminal, before it is saved.

A file that names no 记账日期 keeps its words: what was agreed on stands beside them, so that the
same file is known again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ledger.basis.period import period_of
from ledger.events.dated import proposed_booking
from ledger.store.balances import first_open
from ledger.store.engine import reading
from ledger.store.facts import read_keys
from ledger.store.masters import read_books

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from ledger.intake.intake import ReadRow
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
    found = []
    with reading(desk.engine) as conn:
        books = read_books(conn)
        for code in sorted({row.event.book for row in rows} & books.keys()):
            since, _ = first_open(conn, books[code])
            proposed = proposed_booking(since, desk.today())
            late = [
                row.event
                for row in rows
                if row.event.book == code
                and not (row.event.LEGLESS or row.event.booked)
                and row.event.KIND != "opening-balance"
                and period_of(row.event.date) < since
            ]
            known = read_keys(conn, code, (event.key for event in late))
            late = [event for event in late if event.key not in known]
            if late and proposed is not None:
                found.append(
                    LateRows(
                        book=code,
                        keys=tuple(event.key for event in late),
                        months=tuple(sorted({period_of(event.date) for event in late})),
                        open_from=since,
                        proposed=proposed,
                    )
                )
    return found


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
