"""Reads whether the openings of 1101 and 2001 were compared with the general ledger (总账)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from ledger.basis.statutory import TEMPORARY_PAYMENT
from ledger.events.checks import CONTROLLED, SHEET
from ledger.events.opening_check import OpeningCheck
from ledger.store import schema as s
from ledger.store.changes import not_taken_back
from ledger.store.registers import read_withdrawals

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ledger.events.base import Event


def read_opening_totals(conn: sa.Connection, book: str) -> dict[str, int]:
    """Add up the 期初 of each control account, on its own side, later corrections included."""
    v, g = s.voucher.c, s.leg.c
    found = dict.fromkeys(CONTROLLED, 0)
    for account in CONTROLLED:
        for column, sign in ((g.debit, 1), (g.credit, -1)):
            query = (
                sa.select(sa.func.coalesce(sa.func.sum(g.amount_fen), 0))
                .join(s.voucher, sa.and_(v.book == g.book, v.id == g.voucher))
                .where(g.book == book, v.movement == "opening-balance")
                .where(column.startswith(account + "."))
            )
            own = sign if account == TEMPORARY_PAYMENT else -sign
            found[account] += own * int(conn.execute(query).scalar_one())
    return found


def read_asked_totals(conn: sa.Connection, book: str, events: Sequence[Event]) -> Mapping[str, int]:
    """Add the 期初 up where one of these events compares them; nothing otherwise."""
    asked = any(isinstance(event, OpeningCheck) for event in events)
    return read_opening_totals(conn, book) if asked else {}


def read_untied(conn: sa.Connection, book: str) -> Mapping[str, int]:
    """Give the openings that nobody has compared with the general ledger, by control account."""
    totals = {code: fen for code, fen in read_opening_totals(conn, book).items() if fen}
    if not totals:
        return {}
    compared = read_compared(conn, book)
    return {
        code: fen
        for code, fen in totals.items()
        if fen != compared.get(code) and fen != read_stated(conn, book, code)
    }


def read_compared(conn: sa.Connection, book: str) -> dict[str, int]:
    """Read what 期初核对 say, by account; of several the newest counts."""
    e = s.event.c
    query = sa.select(e.key, e.content, e.amount_fen).where(
        e.book == book, e.kind == OpeningCheck.KIND
    )
    rows = conn.execute(query.order_by(e.chain_year, e.position)).all()
    gone = read_withdrawals(conn, book) if rows else {}
    kept = [row for row in rows if row.key not in gone]
    return {
        code: row.amount_fen for row in kept for code in CONTROLLED if f'"{code}"' in row.content
    }


def read_stated(conn: sa.Connection, book: str, account: str) -> int | None:
    """Add up the totals that sheets state of an account; None where some row states none.

    Of one sheet the newest amount counts, as it does when its rows are recorded.
    """
    e, v, g, p = s.event, s.voucher.c, s.leg.c, s.evidence.c
    own = g.debit if account == TEMPORARY_PAYMENT else g.credit
    query = (
        sa.select(p.number, p.amount_fen)
        .join(s.event, sa.and_(e.c.book == p.book, e.c.id == p.event))
        .join(s.voucher, sa.and_(v.book == e.c.book, v.id == e.c.id))
        .join(s.leg, sa.and_(g.book == v.book, g.voucher == v.id))
        .where(p.book == book, p.type == SHEET, e.c.kind == "opening-balance")
        .where(own.startswith(account + "."), not_taken_back(e))
    )
    stated: dict[str, int] = {}
    for number, fen in conn.execute(query.order_by(e.c.chain_year, e.c.position)):
        if not fen:
            return None
        stated[number] = fen
    return sum(stated.values()) if stated else None
