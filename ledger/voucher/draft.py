"""草稿: an event that was prepared and waits to be approved or posted, as a value.

Everything that deals with drafts takes this value. What a later format freezes with a draft
becomes a field here, read in `store/drafts.py` and written in `fact_columns`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from ledger.events.base import Event

Row = dict[str, str | int]


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftHead:
    """What a draft goes by, without what it says; `unit` names those that stand and fall together.

    `booked` is the day on which it will be booked.
    """

    id: str
    unit: str
    kind: str
    key: str
    booked: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An event as it was prepared: what it says, by whom and when, and who approved it.

    `content` (the words without a column) and `content_digest` are chained as they were
    prepared, never written anew from the event. `breaches` are the codes of the rules that an
    irregular event goes against. `approved_by` is "" as long as nobody has.
    """

    id: str
    unit: str
    event: Event
    booked: date
    content: str
    content_digest: str
    breaches: tuple[str, ...]
    origin: str
    prepared_by: str
    prepared_at: str
    approved_by: str
    approved_at: str


def booking_order(draft: Draft) -> tuple[date, str]:
    """Order drafts by the day on which they are booked, then as they were prepared."""
    return draft.booked, draft.id


def fact_columns(draft: Draft) -> Row:
    """Write a draft as the columns that it has in common with a posted event."""
    event = draft.event
    return {
        "book": event.book,
        "id": draft.id,
        "unit": draft.unit,
        "kind": event.KIND,
        "key": event.key,
        "content_digest": draft.content_digest,
        "date": event.date.isoformat(),
        "booked": draft.booked.isoformat(),
        "hospital": event.hospital,
        "year": event.year,
        "amount_fen": event.amount_fen,
        "corrects": event.corrects,
        "irregular": int(event.irregular),
        "content": draft.content,
        "origin": draft.origin,
        "prepared_by": draft.prepared_by,
        "prepared_at": draft.prepared_at,
        "approved_by": draft.approved_by,
        "approved_at": draft.approved_at,
    }
