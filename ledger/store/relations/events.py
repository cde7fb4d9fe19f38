"""Reads the relation `events`: what was registered or posted, by kind, place, day, key or id.

Each statement is built once for the conditions that it has and is sent with bound values. Rows
come in the order of the chain, made here: an ORDER BY would let SQLite walk the whole chain
instead of the few rows that an index finds.
"""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from ledger.basis.clock import EVER
from ledger.store.masters import chunks
from ledger.store.relations.planned import given_of, joined_on, led, own_book
from ledger.store.rows import event_of
from ledger.store.tables import schema as s

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from ledger.events.base import Event

EventRow = dict[str, Any]
#: Every year that an event can name, and none.
YEARS = (0, *range(2000, 2100))
#: Conditions that name many values; of these one may be longer than a statement can bind.
SETS = ("kinds", "years", "hospitals", "keys", "ids")
LONG = ("hospitals", "keys", "ids")
#: Conditions that bind nothing.
FLAGS = {"irregular", "standing"}


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPick:
    """Which events are asked for; None or "" asks for any, an empty set for none.

    Days are texts, both ends included; what was chained after the moment `known_at` is left out.
    `irregular` keeps the special cases; `standing` leaves out
    what a red voucher has taken back, `posted` what has no voucher, and adds the voucher's period,
    number, movement and summary.
    """

    kinds: Collection[str] | None = None
    years: Collection[int] | None = None
    hospitals: Collection[str] | None = None
    keys: Collection[str] | None = None
    ids: Collection[str] | None = None
    dated_from: str = ""
    dated_to: str = ""
    booked_from: str = ""
    booked_to: str = ""
    known_at: str = EVER
    irregular: bool = False
    standing: bool = False
    posted: bool = False


def within(column: sa.ColumnElement[Any], name: str) -> sa.ColumnElement[bool]:
    """Ask a column to be one of a bound set of values."""
    return column.in_(sa.bindparam(name, expanding=True))


def not_taken_back(event: sa.FromClause) -> sa.ColumnElement[bool]:
    """Keep the events whose voucher no red voucher has taken back."""
    c = s.correction.alias("taken_back").c
    return ~(
        sa.select(c.voucher)
        .where(c.book == event.c.book, c.corrects == event.c.id, c.form == "red")
        .exists()
    )


def conditions(booked: sa.ColumnElement[str]) -> dict[str, sa.ColumnElement[bool]]:
    """Write each condition of a pick once; `booked` is the column as 记账日期 are asked of it."""
    e = s.event.c
    return {
        "kinds": within(e.kind, "kinds"),
        "years": within(e.year, "years"),
        "hospitals": within(e.hospital, "hospitals"),
        "keys": within(e.key, "keys"),
        "ids": within(e.id, "ids"),
        "dated_from": e.date >= sa.bindparam("dated_from"),
        "dated_to": e.date <= sa.bindparam("dated_to"),
        "booked_from": booked >= sa.bindparam("booked_from"),
        "booked_to": booked <= sa.bindparam("booked_to"),
        "known_at": e.posted_at <= sa.bindparam("known_at"),
        # Written out, not bound: only so does SQLite see that the partial index has them all.
        "irregular": e.irregular == sa.literal_column("1"),
        "standing": not_taken_back(s.event),
    }


CONDITIONS = conditions(s.event.c.booked)
#: Where hospitals, keys or ids are named, these find the rows, not 记账日期.
NAMING = frozenset({"hospitals", "keys", "ids"})
NAMED_CONDITIONS = conditions(led(s.event.c.booked))


@functools.cache
def event_statement(given: frozenset[str]) -> sa.Select[Any]:
    """Build the statement for the conditions that are set."""
    e, v = s.event, s.voucher.c
    query: sa.Select[Any] = sa.select(e)
    if "posted" in given:
        query = query.add_columns(v.period, v.number, v.movement, v.summary)
        query = query.join(s.voucher, joined_on(s.voucher, v.id, e, e.c.id))
    written = NAMED_CONDITIONS if given & NAMING else CONDITIONS
    named = [written[name] for name in sorted(given & CONDITIONS.keys())]
    # One book leads as such; several are those of an area, and few.
    books = within(e.c.book, "books") if "books" in given else e.c.book == own_book()
    return query.where(books, *named)


def read_event_rows(
    conn: sa.Connection, books: str | Iterable[str], pick: EventPick
) -> list[EventRow]:
    """Read the rows of events, book by book as they were chained."""
    given = given_of(pick)
    bound = bound_by(books, pick, given)
    if not all(value for name, value in bound.items() if name in ("books", *SETS)):
        return []
    statement = event_statement(given | ({"books"} & bound.keys()))
    rows: list[EventRow] = []
    for part in parted(bound):
        found = conn.execute(statement, part)
        names = tuple(found.keys())
        rows += [dict(zip(names, row, strict=True)) for row in found]
    return sorted(rows, key=lambda row: (row["book"], row["chain_year"], row["position"]))


def bound_by(books: str | Iterable[str], pick: EventPick, given: frozenset[str]) -> dict[str, Any]:
    """Return what a pick binds, by the names of its conditions."""
    bound: dict[str, Any] = {"book": books} if isinstance(books, str) else {"books": sorted(books)}
    for name in given & CONDITIONS.keys() - FLAGS:
        value = getattr(pick, name)
        bound[name] = sorted(set(value)) if name in SETS else value
    return bound


def parted(bound: Mapping[str, Any]) -> Iterable[dict[str, Any]]:
    """Cut the longest set of values into pieces that fit a statement."""
    longest = max((name for name in LONG if name in bound), key=lambda n: len(bound[n]), default="")
    if not longest:
        return [dict(bound)]
    return [{**bound, longest: part} for part in chunks(bound[longest])]


def read_events(conn: sa.Connection, books: str | Iterable[str], pick: EventPick) -> list[Event]:
    """Read events as values without their papers, book by book as they were chained."""
    return [event_of(row, ()) for row in read_event_rows(conn, books, pick)]


def read_withdrawals(conn: sa.Connection, book: str, known_at: str = EVER) -> dict[str, str]:
    """Read which key of a book has been withdrawn by which, as it was known at a moment."""
    pick = EventPick(kinds=("withdrawal",), known_at=known_at)
    rows = read_event_rows(conn, book, pick)
    return {json.loads(row["content"])["event"]: row["key"] for row in rows}


def read_kept_rows(
    conn: sa.Connection, books: str | Iterable[str], pick: EventPick
) -> list[EventRow]:
    """Read the rows of registered facts that no withdrawal in their own book names."""
    rows = read_event_rows(conn, books, pick)
    named = sorted({row["book"] for row in rows})
    gone = {book: read_withdrawals(conn, book, pick.known_at) for book in named}
    return [row for row in rows if row["key"] not in gone[row["book"]]]
