"""Reads what corrections have left of events: what differences have added to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.events.citing import UNCHANGED, AmountChange
from ledger.events.corrections.difference import Difference
from ledger.store.relations.corrections import read_corrections_of
from ledger.store.relations.events import EventPick, read_events

if TYPE_CHECKING:
    from collections.abc import Iterable

    import sqlalchemy as sa


def read_changes(conn: sa.Connection, book: str, ids: Iterable[str]) -> dict[str, AmountChange]:
    """Add up what 差额 vouchers, not taken back, have added to events, by the event's id."""
    links = read_corrections_of(conn, book, ids)
    named = {link.voucher for link in links if link.form == "difference"}
    changes: dict[str, AmountChange] = {}
    for event in read_events(conn, book, EventPick(ids=named, standing=True)):
        assert isinstance(event, Difference)
        before, more = changes.get(event.corrects, UNCHANGED), event.change()
        changes[event.corrects] = AmountChange(
            before.bank_fen + more.bank_fen, before.whole_fen + more.whole_fen
        )
    return changes
