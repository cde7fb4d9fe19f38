"""Reads facts back to be judged again, each as it stands after its corrections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.store.relations.events import EventPick, read_event_rows
from ledger.store.vouchers.histories import as_they_stand

if TYPE_CHECKING:
    import sqlalchemy as sa

    from ledger.events.base import Event
    from ledger.masters.chart import FundChart


def read_judged(conn: sa.Connection, book: str, chart: FundChart, kind: str) -> list[Event]:
    """Read the facts of a kind that nothing has taken back, in the order of the chain."""
    rows = read_event_rows(conn, book, EventPick(kinds=(kind,), standing=True))
    return [event for _, now in as_they_stand(conn, book, rows, chart) for event in now]
