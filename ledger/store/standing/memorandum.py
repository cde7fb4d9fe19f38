"""Reads what the 备查簿 shows beside 登记事项: which vouchers, by kind or by hospital."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.events.corrections.correcting import DATED_BACK
from ledger.events.kinds import KINDS, LEGLESS
from ledger.store.relations.events import YEARS, EventPick, read_event_rows
from ledger.store.relations.lines import LinePick, read_lines
from ledger.store.vouchers.vouchers import Span, read_vouchers

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    import sqlalchemy as sa

    from ledger.voucher.shown import Voucher

#: What has a voucher.
POSTING = frozenset(KINDS) - LEGLESS


def read_moving(
    conn: sa.Connection, book: str, movements: Collection[str], until: date
) -> list[Voucher]:
    """Read the vouchers that count as one of these movements, booked by a day, in book order."""
    kinds = {*movements, *DATED_BACK}
    rows = read_event_rows(conn, book, EventPick(kinds=kinds, posted=True, booked_to=str(until)))
    return vouchers_of(conn, book, {row["id"] for row in rows if row["movement"] in movements})


def read_touching(
    conn: sa.Connection, book: str, hospital: str, accounts: Collection[str], until: date
) -> list[Voucher]:
    """Read the vouchers that move these leaves, or whose event names the hospital, by a day."""
    lines = read_lines(conn, book, LinePick(leaves=accounts, until=str(until)))
    # An index finds a hospital within its kind and year: all of them are asked for.
    pick = EventPick(
        kinds=POSTING, years=YEARS, hospitals=(hospital,), booked_to=str(until), posted=True
    )
    ids = {row["id"] for row in read_event_rows(conn, book, pick)}
    return vouchers_of(conn, book, ids | {line.id for line in lines})


def vouchers_of(conn: sa.Connection, book: str, ids: set[str]) -> list[Voucher]:
    """Read vouchers by id; none where none is asked for."""
    return read_vouchers(conn, book, Span(ids=tuple(sorted(ids)))) if ids else []
