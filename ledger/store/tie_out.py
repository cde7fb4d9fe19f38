"""Reads the payments of a prepayment year with their vouchers and papers, for the tie-out."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

import sqlalchemy as sa

from ledger.store import schema as s
from ledger.store.assess import read_evidence
from ledger.store.changes import not_taken_back
from ledger.store.rows import event_of
from ledger.voucher.shown import voucher_label

if TYPE_CHECKING:
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
    e, v = s.event, s.voucher.c
    query = (
        sa.select(e, v.period, v.number)
        .join(s.voucher, sa.and_(v.book == e.c.book, v.id == e.c.id))
        .where(
            e.c.book == book,
            e.c.kind.in_(kinds),
            e.c.year == year,
            e.c.booked <= until.isoformat(),
            not_taken_back(e),
        )
        .order_by(v.period, v.number)
    )
    rows = [dict(row) for row in conn.execute(query).mappings()]
    papers = read_evidence(conn, book, (row["id"] for row in rows))
    return [
        PostedEvent(
            event=event_of(row, papers.get(row["id"], ())),
            id=row["id"],
            label=voucher_label(row["period"], row["number"]),
            booked=dt.date.fromisoformat(row["booked"]),
        )
        for row in rows
    ]
