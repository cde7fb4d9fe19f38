"""Reads the amounts that 核定 approved, as they stand: the newest of a hospital's year counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.events.registers.assessment import Assessment
from ledger.store.relations.events import EventPick, read_event_rows

if TYPE_CHECKING:
    from collections.abc import Collection

    import sqlalchemy as sa


def read_approved(
    conn: sa.Connection,
    book: str,
    years: Collection[int],
    *,
    hospitals: Collection[str] | None = None,
    until: str = "",
) -> dict[tuple[str, int], int]:
    """Read the approved fen by hospital and prepayment year; a 核定 is never withdrawn.

    `until` leaves out what was worked out after a day.
    """
    kinds = (Assessment.KIND,)
    pick = EventPick(kinds=kinds, years=years, hospitals=hospitals, dated_to=until)
    rows = read_event_rows(conn, book, pick)
    return {(row["hospital"], row["year"]): row["amount_fen"] for row in rows}
