"""Reads the events of a prepayment year as they stand: corrections counted, withdrawn left out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ledger.events.registers.guarantee import Guarantee
from ledger.events.registers.recall_lift import RecallLift
from ledger.store.relations.events import EventPick, read_event_rows, read_withdrawals
from ledger.store.vouchers.histories import as_they_stand, read_histories

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    import sqlalchemy as sa

    from ledger.events.base import Event
    from ledger.masters.chart import FundChart
    from ledger.store.relations.events import EventRow


def read_standing_events(
    conn: sa.Connection, book: str, kinds: Collection[str], year: int, chart: FundChart
) -> list[Event]:
    """Read a book's events of these kinds and a prepayment year, in the order they were chained.

    What was taken back in red or withdrawn is left out; what a difference or a later year's blue
    voucher puts right is said as it stands now. What names no year belongs to those that it
    speaks of: a lifting to its recall's, a guarantee to all in which it holds.
    """
    rows = candidates(conn, book, kinds, year, read_moved_later(conn, book))
    gone = read_withdrawals(conn, book)
    kept = [row for row in rows if row["key"] not in gone]
    recalls = read_recall_keys(conn, book, year) - gone.keys()
    found = [
        replace(event, corrects="", booked=None)
        for _, now in as_they_stand(conn, book, kept, chart)
        for event in now
    ]
    return [event for event in found if belongs(event, year, recalls)]


def belongs(event: Event, year: int, recalls: Collection[str]) -> bool:
    """Tell whether an event belongs to a prepayment year."""
    if event.year:
        return event.year == year
    if isinstance(event, RecallLift):
        return event.recall in recalls
    if isinstance(event, Guarantee):
        return event.date.year <= year and (event.until is None or event.until.year >= year)
    return event.date.year == year


def candidates(
    conn: sa.Connection, book: str, kinds: Collection[str], year: int, later: Collection[str]
) -> list[EventRow]:
    """Read the rows of a year, of none, and those whose year a later correction may have moved."""
    rows = read_event_rows(conn, book, EventPick(kinds=kinds, years=(0, year), standing=True))
    moved = read_event_rows(conn, book, EventPick(kinds=kinds, ids=later, standing=True))
    rows += [row for row in moved if row["year"] not in (0, year)]
    return sorted(rows, key=lambda row: (row["chain_year"], row["position"]))


def read_moved_later(conn: sa.Connection, book: str) -> set[str]:
    """Name the vouchers whose fact a later year's blue voucher may have moved, by id."""
    rows = read_event_rows(conn, book, EventPick(kinds=("amend",)))
    named = {row["corrects"] for row in rows}
    vouchers = read_histories(conn, book, named).vouchers
    return {vouchers[id_].root for id_ in named}


def read_recall_keys(conn: sa.Connection, book: str, year: int) -> frozenset[str]:
    """Name the recalls of a prepayment year, by their keys."""
    rows = read_event_rows(conn, book, EventPick(kinds=("recall",), years=(year,)))
    return frozenset(row["key"] for row in rows)


def read_recall_years(conn: sa.Connection, book: str, keys: Iterable[str]) -> set[int]:
    """Name the prepayment years of recalls."""
    rows = read_event_rows(conn, book, EventPick(kinds=("recall",), keys=set(keys)))
    return {row["year"] for row in rows}
