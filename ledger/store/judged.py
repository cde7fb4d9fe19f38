"""Reads facts back to be judged again, each as it stands after its corrections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.store.events import EventPick, read_event_rows
from ledger.store.histories import read_states
from ledger.store.papers import papered

if TYPE_CHECKING:
    import sqlalchemy as sa

    from ledger.events.base import Event
    from ledger.masters.chart import FundChart


def read_judged(conn: sa.Connection, book: str, chart: FundChart, kind: str) -> list[Event]:
    """Read the facts of a kind that nothing has taken back, in the order of the chain."""
    rows = read_event_rows(conn, book, EventPick(kinds=(kind,), standing=True))
    states = read_states(conn, book, (row["id"] for row in rows), chart)
    found: list[Event] = []
    for row, as_posted in zip(rows, papered(conn, rows), strict=True):
        found += states.get(row["id"], [as_posted])
    return found
