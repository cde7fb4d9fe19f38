"""Reads the events of a prepayment year as they stand: corrections counted, withdrawn left out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from ledger.events.guarantee import Guarantee
from ledger.events.recall_lift import RecallLift
from ledger.store import schema as s
from ledger.store.assess import read_evidence
from ledger.store.changes import not_taken_back
from ledger.store.histories import read_histories, read_states
from ledger.store.masters import chunks
from ledger.store.registers import read_withdrawals
from ledger.store.rows import event_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from ledger.events.base import Event
    from ledger.masters.chart import FundChart


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
    papers = read_evidence(conn, book, (row["id"] for row in kept))
    states = read_states(conn, book, (row["id"] for row in kept), chart)
    recalls = read_recall_keys(conn, book, year) - gone.keys()
    found: list[Event] = []
    for row in kept:
        as_posted = event_of(row, papers.get(row["id"], ()))
        now = states.get(row["id"], [as_posted])
        found += [replace(event, corrects="", booked=None) for event in now]
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
) -> list[dict[str, Any]]:
    """Read the rows of a year, of none, and those whose year a later correction may have moved."""
    e = s.event
    own = sa.select(e).where(
        e.c.book == book, e.c.kind.in_(sorted(kinds)), e.c.year.in_((0, year)), not_taken_back(e)
    )
    rows = [dict(row) for row in conn.execute(own.order_by(e.c.id)).mappings()]
    for part in chunks(later):
        moved = sa.select(e).where(
            e.c.book == book,
            e.c.kind.in_(sorted(kinds)),
            e.c.year.not_in((0, year)),
            e.c.id.in_(part),
            not_taken_back(e),
        )
        rows += [dict(row) for row in conn.execute(moved.order_by(e.c.id)).mappings()]
    return sorted(rows, key=lambda row: (row["chain_year"], row["position"]))


def read_moved_later(conn: sa.Connection, book: str) -> set[str]:
    """Name the vouchers whose fact a later year's blue voucher may have moved, by id."""
    c = s.correction.c
    query = sa.select(c.corrects).where(c.book == book, c.form == "amend").order_by(c.voucher)
    named = set(conn.execute(query).scalars())
    vouchers = read_histories(conn, book, named).vouchers
    return {vouchers[id_].root for id_ in named}


def read_recall_keys(conn: sa.Connection, book: str, year: int) -> frozenset[str]:
    """Name the recalls of a prepayment year, by their keys."""
    e = s.event.c
    query = sa.select(e.key).where(e.book == book, e.kind == "recall", e.year == year)
    return frozenset(conn.execute(query.order_by(e.key)).scalars())


def read_recall_years(conn: sa.Connection, book: str, keys: Iterable[str]) -> set[int]:
    """Name the prepayment years of recalls."""
    e = s.event.c
    found: set[int] = set()
    for part in chunks(keys):
        query = sa.select(e.year).where(e.book == book, e.kind == "recall", e.key.in_(part))
        found |= set(conn.execute(query.order_by(e.key)).scalars())
    return found
