"""Reads and writes signatures (签章): who stands under a voucher as cashier and as chief."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sqlalchemy as sa

from ledger.basis.statutory import DISBURSEMENT_ACCOUNT, FISCAL_ACCOUNT
from ledger.store.masters import chunks
from ledger.store.tables import schema as s
from ledger.store.writer import insert

if TYPE_CHECKING:
    from collections.abc import Iterable

Signature = tuple[str, str, str, str]
BANKS = (FISCAL_ACCOUNT, DISBURSEMENT_ACCOUNT)


def signed_ids(conn: sa.Connection, book: str, role: str, ids: Iterable[str]) -> set[str]:
    """Find which drafts and vouchers already bear a role's signature."""
    g = s.signature.c
    return {
        event
        for part in chunks(ids)
        for event in conn.execute(
            sa.select(g.event).where(g.book == book, g.role == role, g.event.in_(part))
        ).scalars()
    }


def month_signatures(conn: sa.Connection, book: str, period: str) -> list[Signature]:
    """Read a month's signatures: event id, role, name, moment."""
    v, g = s.voucher.c, s.signature.c
    query = (
        sa.select(g.event, g.role, g.name, g.signed_at)
        .join(s.voucher, sa.and_(v.book == g.book, v.id == g.event))
        .where(g.book == book, v.period == period)
        .order_by(g.event, g.role)
    )
    return [(row.event, row.role, row.name, row.signed_at) for row in conn.execute(query)]


def all_signatures(conn: sa.Connection, book: str) -> dict[str, list[Signature]]:
    """Read every signature under a posted voucher, by period."""
    v, g = s.voucher.c, s.signature.c
    query = sa.select(v.period, g.event, g.role, g.name, g.signed_at).join(
        s.voucher, sa.and_(v.book == g.book, v.id == g.event)
    )
    found: dict[str, list[Signature]] = {}
    for row in conn.execute(query.where(g.book == book).order_by(g.event, g.role)):
        signature = (row.event, row.role, row.name, row.signed_at)
        found.setdefault(row.period, []).append(signature)
    return found


def add_signatures(
    conn: sa.Connection, book: str, ids: Iterable[str], *, role: str, name: str, at: str
) -> None:
    """Put a person's signature under drafts or vouchers."""
    rows = [
        {"book": book, "event": id_, "role": role, "name": name, "signed_at": at}
        for id_ in sorted(set(ids))
    ]
    insert(conn, s.signature, rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenVoucher:
    """A voucher that may still be signed, and whether it moves money (1003 or 1004)."""

    id: str
    key: str
    period: str
    number: int
    money: bool


def open_vouchers(conn: sa.Connection, book: str, first: str, last: str = "") -> list[OpenVoucher]:
    """Read the vouchers from a period on, up to another or to the end, in order."""
    v, e, g = s.voucher.c, s.event.c, s.leg.c
    money = (
        sa.select(g.voucher)
        .where(g.book == v.book, g.voucher == v.id)
        .where(sa.or_(g.debit.in_(BANKS), g.credit.in_(BANKS)))
        .exists()
    )
    query = (
        sa.select(v.id, v.period, v.number, e.key, money.label("money"))
        .join(s.event, sa.and_(e.book == v.book, e.id == v.id))
        .where(v.book == book, v.period >= first)
        .order_by(v.period, v.number)
    )
    if last:
        query = query.where(v.period <= last)
    return [
        OpenVoucher(
            id=row.id, key=row.key, period=row.period, number=row.number, money=bool(row.money)
        )
        for row in conn.execute(query)
    ]


def unsigned_money(conn: sa.Connection, book: str, period: str) -> list[OpenVoucher]:
    """List a month's vouchers that move money and that no cashier has signed, in order."""
    found = [one for one in open_vouchers(conn, book, period, period) if one.money]
    signed = signed_ids(conn, book, "cashier", [one.id for one in found])
    return [one for one in found if one.id not in signed]
