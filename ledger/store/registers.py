"""Reads 登记事项 back: events that were chained without a voucher."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from ledger.basis.clock import EVER
from ledger.events.acknowledgement import Acknowledgement
from ledger.events.kinds import LEGLESS
from ledger.store import schema as s
from ledger.store.masters import chunks
from ledger.store.rows import event_of, paper_of
from ledger.voucher.shown import RegisterEntry

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ledger.events.base import Event


def read_register_entries(
    conn: sa.Connection, book: str, *, year: int = 0, first: str = "", last: str = ""
) -> list[RegisterEntry]:
    """Read 登记事项 in order of the chain: of a year, of the months `first` … `last`, or all."""
    e = s.event.c
    query = registered(book).order_by(e.chain_year, e.position)
    if year:
        query = query.where(e.chain_year == year)
    if first:
        query = query.where(e.booked >= first)
    if last:
        # A month is a prefix of its days: what begins with it stands before the next sign.
        query = query.where(e.booked < f"{last}-99")
    return [entry_of(row) for row in conn.execute(query)]


def find_register(conn: sa.Connection, book: str, key: str) -> RegisterEntry | None:
    """Find the 登记事项 of a business key; None where there is none."""
    row = conn.execute(registered(book).where(s.event.c.key == key)).first()
    return entry_of(row) if row else None


def read_register_events(conn: sa.Connection, book: str, ids: Iterable[str]) -> dict[str, Event]:
    """Read what 登记事项 say, with their papers, by id."""
    e, p = s.event.c, s.evidence
    wanted = list(ids)
    papers: dict[str, list[Any]] = {}
    rows: list[dict[str, Any]] = []
    for part in chunks(wanted):
        query = sa.select(p).where(p.c.book == book, p.c.event.in_(part))
        for paper in conn.execute(query.order_by(p.c.event, p.c.line)).mappings():
            papers.setdefault(paper["event"], []).append(paper_of(dict(paper)))
        found = conn.execute(sa.select(s.event).where(e.book == book, e.id.in_(part)))
        rows += [dict(row) for row in found.mappings()]
    return {row["id"]: event_of(row, tuple(papers.get(row["id"], ()))) for row in rows}


def read_withdrawals(conn: sa.Connection, book: str, known_at: str = EVER) -> dict[str, str]:
    """Read which key has been withdrawn by which, as it was known at a moment."""
    e = s.event
    query = sa.select(e).where(
        e.c.book == book, e.c.kind == "withdrawal", e.c.posted_at <= known_at
    )
    rows = conn.execute(query.order_by(e.c.id)).mappings()
    events = [event_of(dict(row), ()) for row in rows]
    return {getattr(event, "event", ""): event.key for event in events}


def standing_acknowledgements(conn: sa.Connection, book: str) -> list[Acknowledgement]:
    """Read the 验证事项说明 that stand in a book, in the order in which they were chained."""
    e = s.event
    query = (
        sa.select(e)
        .where(e.c.book == book, e.c.kind == Acknowledgement.KIND)
        .order_by(e.c.chain_year, e.c.position)
    )
    rows = [dict(row) for row in conn.execute(query).mappings()]
    gone = read_withdrawals(conn, book) if rows else {}
    events = [event_of(row, ()) for row in rows if row["key"] not in gone]
    return [event for event in events if isinstance(event, Acknowledgement)]


def registered(book: str) -> sa.Select[Any]:
    """Ask for a book's 登记事项."""
    e = s.event.c
    return sa.select(s.event).where(e.book == book, e.kind.in_(sorted(LEGLESS)))


def entry_of(row: sa.Row[Any]) -> RegisterEntry:
    """Put one 登记事项 together."""
    return RegisterEntry(
        book=row.book,
        id=row.id,
        key=row.key,
        kind=row.kind,
        date=date.fromisoformat(row.date),
        booked=date.fromisoformat(row.booked),
        hospital=row.hospital,
        year=row.year,
        prepared_by=row.prepared_by,
        prepared_at=row.prepared_at,
        approved_by=row.approved_by,
        approved_at=row.approved_at,
        origin=row.origin,
        chain_year=row.chain_year,
        position=row.position,
        fact_digest=row.fact_digest,
        link=row.link,
    )
