"""Reads what the 备查簿 shows beside 登记事项: which vouchers, by kind or by hospital."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from ledger.store import schema as s
from ledger.store.vouchers import Span, read_vouchers

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from ledger.voucher.shown import Voucher

#: Corrections count as the kind that they correct.
CORRECTING = ("red", "difference", "amend")


def read_moving(
    conn: sa.Connection, book: str, movements: Collection[str], until: date
) -> list[Voucher]:
    """Read the vouchers that count as one of these movements, booked by a day, in book order."""
    e, v = s.event.c, s.voucher.c
    query = (
        sa.select(v.id)
        .join(s.event, sa.and_(e.book == v.book, e.id == v.id))
        .where(
            e.book == book,
            e.kind.in_(sorted({*movements, *CORRECTING})),
            v.movement.in_(sorted(movements)),
            e.booked <= until.isoformat(),
        )
    )
    return vouchers_of(conn, book, set(conn.execute(query).scalars()))


def read_touching(
    conn: sa.Connection, book: str, hospital: str, accounts: Collection[str], until: date
) -> list[Voucher]:
    """Read the vouchers that move these leaves, or whose event names the hospital, by a day."""
    e, v, g = s.event.c, s.voucher.c, s.leg.c
    wanted = sorted(accounts)
    ids: set[str] = set()
    for column in (g.debit, g.credit):
        moved = (
            sa.select(g.voucher)
            .join(s.event, sa.and_(e.book == g.book, e.id == g.voucher))
            .where(g.book == book, column.in_(wanted), e.booked <= until.isoformat())
        )
        ids.update(conn.execute(moved).scalars())
    named = (
        sa.select(v.id)
        .join(s.event, sa.and_(e.book == v.book, e.id == v.id))
        .where(e.book == book, e.hospital == hospital, e.booked <= until.isoformat())
    )
    ids.update(conn.execute(named).scalars())
    return vouchers_of(conn, book, ids)


def vouchers_of(conn: sa.Connection, book: str, ids: set[str]) -> list[Voucher]:
    """Read vouchers by id; none where none is asked for."""
    return read_vouchers(conn, book, Span(ids=tuple(sorted(ids)))) if ids else []
