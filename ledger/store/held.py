"""Reads what came into 暂收款 of a counterparty and what became of it, for telling it apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from ledger.events.opening_balance import OpeningBalance
from ledger.events.suspense import Suspense
from ledger.events.suspense_out import SuspenseOut
from ledger.policy.facts import Held
from ledger.store import schema as s
from ledger.store.changes import not_taken_back
from ledger.store.histories import read_states
from ledger.store.rows import event_of
from ledger.store.vouchers import Span, read_papers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ledger.events.base import Event
    from ledger.masters.chart import FundChart

HOLDING = (Suspense, SuspenseOut, OpeningBalance)


def read_held(
    conn: sa.Connection, book: str, chart: FundChart, events: Sequence[Event]
) -> tuple[Held, ...]:
    """Read the 暂收款 of which these events tell something apart; what they say counts too.

    Nothing is read where they tell nothing apart.
    """
    parties = {event.counterparty for event in events if isinstance(event, SuspenseOut)}
    if not parties:
        return ()
    e, g = s.event, s.leg.c
    codes = {chart.leaf("unidentified_receipt", counterparty=party).code for party in parties}
    rows: dict[str, dict[str, str | int]] = {}
    for side in (g.debit, g.credit):
        query = (
            sa.select(e)
            .join(s.leg, sa.and_(g.book == e.c.book, g.voucher == e.c.id))
            .where(
                g.book == book,
                side.in_(sorted(codes)),
                e.c.kind.in_([kind.KIND for kind in HOLDING]),
                not_taken_back(e),
            )
        )
        rows |= {row["id"]: dict(row) for row in conn.execute(query).mappings()}
    papers = read_papers(conn, book, Span(ids=tuple(sorted(rows)))) if rows else {}
    states = read_states(conn, book, rows, chart)
    known: dict[str, Event] = {}
    for id_, row in sorted(rows.items()):
        as_posted = event_of(row, papers.get(id_, ()))
        known |= {event.key: event for event in states.get(id_, [as_posted])}
    known |= {event.key: event for event in events}
    found = [held_of(event) for event in known.values() if isinstance(event, HOLDING)]
    mine = [one for one in found if one.counterparty in parties]
    return tuple(sorted(mine, key=lambda one: (not one.opening, one.date, one.key)))


def held_of(event: Suspense | SuspenseOut | OpeningBalance) -> Held:
    """Say what an event does to 暂收款."""
    return Held(
        key=event.key,
        counterparty=event.counterparty,
        date=event.date,
        amount_fen=event.amount_fen,
        out=isinstance(event, SuspenseOut),
        opening=isinstance(event, OpeningBalance),
        receipts=frozenset(p.number for p in event.papers if p.type == "bank-receipt"),
    )
