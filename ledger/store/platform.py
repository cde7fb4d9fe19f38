"""Reads the events of a prepayment year as they stand: corrections counted, withdrawn left out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import sqlalchemy as sa

from ledger.events.checks import UNCHANGED
from ledger.store import schema as s
from ledger.store.assess import read_evidence
from ledger.store.changes import not_taken_back, read_changes
from ledger.store.registers import read_withdrawals
from ledger.store.rows import event_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from ledger.events.base import Event


def read_standing_events(
    conn: sa.Connection, book: str, kinds: Collection[str], year: int
) -> list[Event]:
    """Read a book's events of these kinds and a prepayment year, in the order they were chained.

    What was taken back in red or withdrawn is left out; a difference is counted in; what a
    blue voucher says anew stands for what it corrects.
    """
    e = s.event
    query = sa.select(e).where(
        e.c.book == book,
        e.c.kind.in_(sorted(kinds)),
        e.c.year == year,
        not_taken_back(e),
    )
    rows = conn.execute(query.order_by(e.c.chain_year, e.c.position)).mappings().all()
    gone = read_withdrawals(conn, book)
    kept = [dict(row) for row in rows if row["key"] not in gone]
    papers = read_evidence(conn, book, (row["id"] for row in kept))
    changes = read_changes(conn, book, (row["id"] for row in kept))
    found = []
    for row in kept:
        event = event_of(row, papers.get(row["id"], ()))
        fen = event.amount_fen + changes.get(row["id"], UNCHANGED).whole_fen
        found.append(replace(event, amount_fen=fen, corrects="", booked=None))
    return found
