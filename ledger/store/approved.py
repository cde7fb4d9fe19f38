"""Reads the amounts that 核定 approved, as they stand: the newest of a hospital's year counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from ledger.store import schema as s

if TYPE_CHECKING:
    from collections.abc import Collection


def read_approved(
    conn: sa.Connection, book: str, years: Collection[int]
) -> dict[tuple[str, int], int]:
    """Read the approved fen by hospital and prepayment year; a 核定 is never withdrawn."""
    e = s.event.c
    query = (
        sa.select(e.hospital, e.year, e.amount_fen)
        .where(e.book == book, e.kind == "assessment", e.year.in_(sorted(years)))
        .order_by(e.chain_year, e.position)
    )
    return {(row.hospital, row.year): row.amount_fen for row in conn.execute(query)}
