"""Reads where a voucher stands: its steps, the seal over it, the corrections it is part of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from ledger.store.relations.corrections import read_family_links
from ledger.store.relations.events import EventPick, read_event_rows
from ledger.store.tables import schema as s

if TYPE_CHECKING:
    from collections.abc import Iterable


def read_steps(conn: sa.Connection, book: str, ids: Iterable[str]) -> dict[str, dict[str, str]]:
    """Read when vouchers were prepared and approved, and the unit each belongs to, by id."""
    names = ("id", "unit", "prepared_at", "approved_at", "chain_year")
    rows = read_event_rows(conn, book, EventPick(ids=set(ids)))
    return {row["id"]: {name: str(row[name]) for name in names} for row in rows}


def read_seal(conn: sa.Connection, book: str, period: str) -> dict[str, Any]:
    """Read the seal that covers a month; empty before its close (期初 lies under the first)."""
    z = s.seal.c
    query = sa.select(s.seal).where(z.book == book, z.period >= period)
    if not period.endswith("-00"):
        query = query.where(z.period == period)
    row = conn.execute(query.order_by(z.period).limit(1)).mappings().first()
    return dict(row) if row else {}


def read_family(conn: sa.Connection, book: str, id_: str) -> list[dict[str, Any]]:
    """Read the whole chain of corrections that a voucher belongs to, in book order.

    Each row names a correcting voucher, the corrected one, and the form.
    """
    links = read_family_links(conn, book, (id_,))
    return [link._asdict() for _, link in sorted(links.items())]
