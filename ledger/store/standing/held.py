"""Reads what came into 暂收款 of a counterparty and what became of it, for telling it apart."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, TypeGuard

from ledger.events.booked.opening_balance import OpeningBalance
from ledger.events.booked.suspense import Suspense
from ledger.events.booked.suspense_out import SuspenseOut
from ledger.policy.facts import Held
from ledger.store.relations.events import EventPick, read_event_rows
from ledger.store.relations.lines import LinePick, read_lines
from ledger.store.vouchers.histories import as_they_stand

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    import sqlalchemy as sa

    from ledger.events.base import Event
    from ledger.masters.chart import FundChart

Holding = Suspense | SuspenseOut | OpeningBalance
HOLDING = (Suspense, SuspenseOut, OpeningBalance)
HOLDING_KINDS = frozenset(kind.KIND for kind in HOLDING)


def read_held(
    conn: sa.Connection, book: str, chart: FundChart, events: Sequence[Event]
) -> tuple[Held, ...]:
    """Read the 暂收款 of which these events tell something apart; what they say counts too.

    Nothing is read where they tell nothing apart.
    """
    parties = {event.counterparty for event in events if isinstance(event, SuspenseOut)}
    if not parties:
        return ()
    posted = read_holding(conn, book, chart, parties)
    known = {event.key: event for event in (*posted, *events)}
    found = [held_of(event) for event in known.values() if is_held_of(event, parties)]
    return tuple(sorted(found, key=lambda one: (not one.opening, one.date, one.key)))


def read_holding(
    conn: sa.Connection, book: str, chart: FundChart, parties: Iterable[str]
) -> list[Event]:
    """Read what moved 暂收款 of counterparties, as it stands now."""
    codes = {chart.leaf("unidentified_receipt", counterparty=party).code for party in parties}
    lines = read_lines(conn, book, LinePick(leaves=codes))
    ids = {line.id for line in lines if line.kind in HOLDING_KINDS}
    rows = read_event_rows(conn, book, EventPick(ids=ids, standing=True))
    stated = as_they_stand(conn, book, sorted(rows, key=itemgetter("id")), chart)
    return [event for _, now in stated for event in now]


def is_held_of(event: Event, parties: Container[str]) -> TypeGuard[Holding]:
    """Return whether an event moves 暂收款 of one of these counterparties."""
    return isinstance(event, HOLDING) and event.counterparty in parties


def held_of(event: Holding) -> Held:
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
