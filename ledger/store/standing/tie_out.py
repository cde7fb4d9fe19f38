"""Reads the payments of a prepayment year with their vouchers and papers, for the tie-out."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from ledger.store.relations.events import EventPick, read_event_rows
from ledger.store.relations.papers import papered
from ledger.voucher.shown import voucher_label

if TYPE_CHECKING:
    import sqlalchemy as sa

    from ledger.events.base import Event


class PostedEvent(NamedTuple):
    """A posted event with its papers, the id and the label of its voucher, and its 记账日期."""

    event: Event
    id: str
    label: str
    booked: dt.date


def read_posted_events(
    conn: sa.Connection, book: str, kinds: tuple[str, ...], *, year: int, until: dt.date
) -> list[PostedEvent]:
    """Read what stands of some kinds of a prepayment year, booked by a day, in book order."""
    pick = EventPick(
        kinds=kinds, years=(year,), booked_to=until.isoformat(), standing=True, posted=True
    )
    found = read_event_rows(conn, book, pick)
    rows = sorted(found, key=lambda row: (row["period"], row["number"]))
    return [
        PostedEvent(
            event=event,
            id=row["id"],
            label=voucher_label(row["period"], row["number"]),
            booked=dt.date.fromisoformat(row["booked"]),
        )
        for row, event in zip(rows, papered(conn, rows), strict=True)
    ]
