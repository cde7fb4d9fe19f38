"""Reads facts back to be judged again, each as it stands after its corrections."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from ledger.store import schema as s
from ledger.store.changes import not_taken_back
from ledger.store.histories import read_states
from ledger.store.rows import event_of
from ledger.store.vouchers import Span, read_papers

if TYPE_CHECKING:
    from ledger.events.base import Event
    from ledger.masters.chart import FundChart


def read_judged(conn: sa.Connection, book: str, chart: FundChart, kind: str) -> list[Event]:
    """Read the facts of a kind that nothing has taken back, in the order of the chain."""
    e = s.event
    query = sa.select(e).where(e.c.book == book, e.c.kind == kind, not_taken_back(e))
    ordered = query.order_by(e.c.chain_year, e.c.position)
    rows = [dict(row) for row in conn.execute(ordered).mappings()]
    ids = tuple(row["id"] for row in rows)
    papers = read_papers(conn, book, Span(ids=ids)) if ids else {}
    states = read_states(conn, book, ids, chart)
    found: list[Event] = []
    for row in rows:
        as_posted = event_of(row, papers.get(row["id"], ()))
        found += states.get(row["id"], [as_posted])
    return found
