"""Reads what the list of what is due must know of a book, as it stood on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from ledger.basis.statutory import TEMPORARY_PAYMENT
from ledger.store import schema as s

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date


def read_bank_nets(
    conn: sa.Connection, book: str, account: str, *, first: str, until: date
) -> dict[tuple[int, str], int]:
    """Read what each movement did to a bank account, by accounting year, booked by a day, in fen.

    `first` is the first month looked at: the cost is that of the months, not of history.
    """
    v, g, e = s.voucher.c, s.leg.c, s.event.c
    net = sa.case((g.debit == account, g.amount_fen), else_=-g.amount_fen)
    year = sa.func.substr(v.period, 1, 4)
    query = (
        sa.select(year, v.movement, sa.func.sum(net))
        .join(s.leg, sa.and_(g.book == v.book, g.voucher == v.id))
        .join(s.event, sa.and_(e.book == v.book, e.id == v.id))
        .where(
            v.book == book,
            v.period >= first,
            v.period <= until.isoformat()[:7],
            v.period.not_like("%-00"),
            e.booked <= until.isoformat(),
            sa.or_(g.debit == account, g.credit == account),
        )
        .group_by(year, v.movement)
        .order_by(year, v.movement)
    )
    return {(int(at), movement): int(fen) for at, movement, fen in conn.execute(query)}


def read_late_returns(
    conn: sa.Connection, book: str, account: str, *, base: str, until: date
) -> int:
    """Read what hospitals gave back in the year of a day of earlier prepayment years, in fen."""
    v, g, e, a = s.voucher.c, s.leg.c, s.event.c, s.account.c
    leaf = sa.case((g.debit == account, g.credit), else_=g.debit)
    query = (
        sa.select(sa.func.sum(sa.case((g.debit == account, g.amount_fen), else_=-g.amount_fen)))
        .select_from(s.voucher)
        .join(s.leg, sa.and_(g.book == v.book, g.voucher == v.id))
        .join(s.event, sa.and_(e.book == v.book, e.id == v.id))
        .join(s.account, sa.and_(a.book == v.book, a.code == leaf))
        .where(
            v.book == book,
            v.movement == "repayment",
            v.period >= f"{until.year}-01",
            v.period <= until.isoformat()[:7],
            e.booked <= until.isoformat(),
            sa.or_(g.debit == account, g.credit == account),
            a.base == base,
            a.year > 0,
            a.year < until.year,
        )
    )
    return int(conn.execute(query).scalar() or 0)


def read_written_off(
    conn: sa.Connection, books: Collection[str], hospitals: Collection[str], until: date
) -> dict[str, int]:
    """Read what was written off of hospitals in books by a day and has not come back, in fen."""
    if not hospitals:
        return {}
    e, v, g = s.event.c, s.voucher.c, s.leg.c
    # What leaves 1101 was written off, what enters a bank account came back; a red one undoes it.
    lost = sa.case(
        (g.credit.startswith(f"{TEMPORARY_PAYMENT}."), g.amount_fen),
        (g.debit.startswith(f"{TEMPORARY_PAYMENT}."), -g.amount_fen),
        (g.debit.startswith("100"), -g.amount_fen),
        else_=g.amount_fen,
    )
    query = (
        sa.select(e.hospital, sa.func.sum(lost))
        .join(s.voucher, sa.and_(v.book == e.book, v.id == e.id))
        .join(s.leg, sa.and_(g.book == v.book, g.voucher == v.id))
        .where(
            e.book.in_(sorted(books)),
            e.hospital.in_(sorted(hospitals)),
            e.booked <= until.isoformat(),
            v.movement.in_(("write-off", "recovery")),
        )
        .group_by(e.hospital)
        .order_by(e.hospital)
    )
    return {hospital: int(fen) for hospital, fen in conn.execute(query) if fen > 0}


def read_closed(conn: sa.Connection, book: str, until: date) -> frozenset[str]:
    """Read which months, and years (`YYYY-13`), had been closed by the end of a day."""
    query = sa.select(s.seal.c.period, s.seal.c.closed_at).where(s.seal.c.book == book)
    rows = conn.execute(query.order_by(s.seal.c.period))
    return frozenset(period for period, at in rows if at[:10] <= until.isoformat())


def read_approved(
    conn: sa.Connection, book: str, years: Iterable[int], until: date
) -> dict[int, dict[str, int]]:
    """Read what was approved (核定) by a day, by year and hospital: the newest counts."""
    e = s.event.c
    query = (
        sa.select(e.year, e.hospital, e.amount_fen)
        .where(
            e.book == book,
            e.kind == "assessment",
            e.year.in_(sorted(years)),
            e.date <= until.isoformat(),
        )
        .order_by(e.chain_year, e.position)
    )
    found: dict[int, dict[str, int]] = {}
    for year, hospital, fen in conn.execute(query):
        found.setdefault(year, {})[hospital] = int(fen)
    return found


def count_drafts(conn: sa.Connection, book: str, until: date) -> int:
    """Count the drafts that wait and had been prepared by the end of a day."""
    d = s.draft.c
    query = sa.select(d.prepared_at).where(d.book == book)
    return sum(at[:10] <= until.isoformat() for (at,) in conn.execute(query.order_by(d.id)))
