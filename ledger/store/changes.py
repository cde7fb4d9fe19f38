"""Reads what corrections have left of events: taken back in red, or changed by a difference."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from ledger.events.checks import UNCHANGED, AmountChange
from ledger.events.correcting import DATED_BACK, counted_day
from ledger.events.difference import Difference
from ledger.store import schema as s
from ledger.store.masters import chunks
from ledger.store.rows import event_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def not_taken_back(event: sa.FromClause) -> sa.ColumnElement[bool]:
    """Keep the events whose voucher no red voucher has taken back."""
    c = s.correction.alias("taken_back").c
    return ~(
        sa.select(c.voucher)
        .where(c.book == event.c.book, c.corrects == event.c.id, c.form == "red")
        .exists()
    )


def read_changes(conn: sa.Connection, book: str, ids: Iterable[str]) -> dict[str, AmountChange]:
    """Add up what 差额 vouchers, not taken back, have added to events, by the event's id."""
    e, c = s.event, s.correction.c
    changes: dict[str, AmountChange] = {}
    for part in chunks(ids):
        query = (
            sa.select(e, c.corrects.label("original"))
            .join(s.correction, sa.and_(c.book == e.c.book, c.voucher == e.c.id))
            .where(c.book == book, c.form == "difference", c.corrects.in_(part))
            .where(not_taken_back(e))
        )
        for row in conn.execute(query).mappings():
            event = event_of(dict(row), ())
            assert isinstance(event, Difference)
            before, more = changes.get(row["original"], UNCHANGED), event.change()
            changes[row["original"]] = AmountChange(
                before.bank_fen + more.bank_fen, before.whole_fen + more.whole_fen
            )
    return changes


def read_fact_days(conn: sa.Connection, book: str, ids: Iterable[str]) -> dict[str, str]:
    """Read the day on which vouchers count (`events/correcting.fact_day`), by id.

    A correction of a correction is followed to the fact itself, all of them a step at a time.
    """
    e, c = s.event.c, s.correction.c
    days: dict[str, str] = {}
    waiting = {id_: id_ for id_ in ids}
    while waiting:
        found: dict[str, tuple[str, str, str]] = {}
        for part in chunks(waiting.values()):
            query = (
                sa.select(e.id, e.kind, e.date, c.corrects)
                .outerjoin(s.correction, sa.and_(c.book == e.book, c.voucher == e.id))
                .where(e.book == book, e.id.in_(part))
            )
            found |= {row.id: (row.kind, row.date, row.corrects) for row in conn.execute(query)}
        for id_, at in waiting.items():
            kind, day, _ = found[at]
            if kind not in DATED_BACK:
                days[id_] = counted_day(kind, day)
        waiting = followed(waiting, found)
    return days


def followed(
    waiting: Mapping[str, str], found: Mapping[str, tuple[str, str, str]]
) -> dict[str, str]:
    """Go from each correction that counts on another's day to what it corrects."""
    return {id_: found[at][2] for id_, at in waiting.items() if found[at][0] in DATED_BACK}
