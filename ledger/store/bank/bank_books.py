"""Reads our side of a reconciliation: what vouchers moved on a bank account, and their papers."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from ledger.reconcile.running import account_digits
from ledger.reconcile.units import BankMoved, Papers
from ledger.store.relations.papers import read_evidence
from ledger.store.tables import schema as s

if TYPE_CHECKING:
    from collections.abc import Iterable

#: The words of an event that name the other side's bank account.
ACCOUNT_WORDS = ("payee_account", "payer_account")


def read_moved(conn: sa.Connection, book: str, account: str) -> list[BankMoved]:
    """Read the net movement of every voucher on an account, in book order."""
    g = s.leg.c
    sides = sa.union_all(
        sa.select(g.voucher, g.amount_fen.label("fen")).where(g.book == book, g.debit == account),
        sa.select(g.voucher, (-g.amount_fen).label("fen")).where(
            g.book == book, g.credit == account
        ),
    ).subquery()
    nets = (
        sa.select(sides.c.voucher, sa.func.sum(sides.c.fen).label("fen"))
        .group_by(sides.c.voucher)
        .subquery()
    )
    v, e, c = s.voucher.c, s.event.c, s.correction.c
    query: sa.Select[Any] = (
        sa.select(
            *(e.id, e.key, e.kind, e.date, e.booked, e.hospital, e.year, e.content),
            *(v.period, v.number, v.summary, c.form, nets.c.fen),
        )
        .join(nets, nets.c.voucher == v.id)
        .join(s.event, sa.and_(e.book == v.book, e.id == v.id))
        .outerjoin(s.correction, sa.and_(c.book == v.book, c.voucher == v.id))
        .where(v.book == book)
        .order_by(v.period, e.booked, v.number)
    )
    return [moved_of(row) for row in conn.execute(query).all()]


def moved_of(row: sa.Row[Any]) -> BankMoved:
    """Put one movement together."""
    named: tuple[str, ...] = ()
    if "_account" in row.content:
        words = json.loads(row.content)
        named = tuple(account_digits(words[w]) for w in ACCOUNT_WORDS if words.get(w))
    return BankMoved(
        id=row.id,
        key=row.key,
        kind=row.kind,
        period=row.period,
        number=row.number,
        date=date.fromisoformat(row.date),
        booked=date.fromisoformat(row.booked),
        hospital=row.hospital,
        year=row.year,
        summary=row.summary,
        net_fen=int(row.fen),
        form=row.form or "",
        accounts=named,
    )


def read_links(conn: sa.Connection, book: str) -> dict[str, str]:
    """Read which voucher corrects which, in any form, by the correcting one's id."""
    c = s.correction.c
    query = sa.select(c.voucher, c.corrects).where(c.book == book).order_by(c.voucher)
    return {row.voucher: row.corrects for row in conn.execute(query)}


def read_bank_papers(conn: sa.Connection, book: str, ids: Iterable[str]) -> dict[str, Papers]:
    """Read the receipts and payment orders of events, by event id."""
    return {
        event: Papers(
            receipts=frozenset(p.number for p in held if p.type == "bank-receipt"),
            orders=frozenset(p.number for p in held if p.type == "payment-order"),
        )
        for event, held in read_evidence(conn, book, ids).items()
    }
