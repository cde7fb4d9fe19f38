"""Reads where a voucher stands: its steps, the seal over it, the corrections it is part of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from ledger.store import schema as s
from ledger.store.masters import chunks

if TYPE_CHECKING:
    from collections.abc import Iterable


def read_steps(conn: sa.Connection, book: str, ids: Iterable[str]) -> dict[str, dict[str, str]]:
    """Read when vouchers were prepared and approved, and the unit each belongs to, by id."""
    e = s.event.c
    columns = (e.id, e.unit, e.prepared_at, e.approved_at, e.chain_year)
    return {
        row["id"]: {name: str(word) for name, word in row.items()}
        for part in chunks(ids)
        for row in conn.execute(
            sa.select(*columns).where(e.book == book, e.id.in_(part))
        ).mappings()
    }


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
    c = s.correction.c
    rows = [
        dict(row)
        for row in conn.execute(
            sa.select(c.voucher, c.corrects, c.form).where(c.book == book).order_by(c.voucher)
        ).mappings()
    ]
    family, grown = {id_}, True
    while grown:
        size = len(family)
        for row in rows:
            if row["voucher"] in family or row["corrects"] in family:
                family |= {row["voucher"], row["corrects"]}
        grown = len(family) > size
    return [row for row in rows if row["voucher"] in family]
