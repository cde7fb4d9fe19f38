"""Reads and writes what 核定 is worked out from: fund figures and what hospitals were paid."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

import sqlalchemy as sa

from ledger.assessment.values import FundFigures, Spending
from ledger.store.tables import schema as s
from ledger.store.writer import insert, upsert

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ledger.masters.book import Book
    from ledger.store.writer import Row

#: From so many rows on, whole months are written anew: one set, on PostgreSQL through COPY.
LARGE = 2_000
#: What a payment is known by within its book.
KEY = itemgetter("hospital", "month", "service", "payer")


class Stock(NamedTuple):
    """How many rows of payments a book holds for a year, and their sum in fen."""

    rows: int
    amount_fen: int


def replace_figures(conn: sa.Connection, rows: Sequence[Row]) -> None:
    """Write fund figures; what stood for the same book and year is replaced."""
    upsert(conn, s.fund_figure, rows, add=())


def replace_payments(conn: sa.Connection, book: str, rows: Sequence[Row]) -> None:
    """Write a book's payments; what stood for the same key is replaced, all else stays."""
    p = s.hospital_payment
    if len(rows) < LARGE:
        upsert(conn, p, rows, add=())
        return
    months = sorted({str(row["month"]) for row in rows})
    standing = sa.select(p).where(p.c.book == book, p.c.month.in_(months))
    names = p.c.keys()
    found = (dict(zip(names, row, strict=True)) for row in conn.execute(standing).all())
    merged = {KEY(row): row for row in found}
    merged |= {KEY(row): row for row in rows}
    conn.execute(sa.delete(p).where(p.c.book == book, p.c.month.in_(months)))
    insert(conn, p, [merged[key] for key in sorted(merged)])


def read_stock(conn: sa.Connection, books: Iterable[str]) -> dict[tuple[str, str], Stock]:
    """Count and add up the payments that books hold, by book and year."""
    p = s.hospital_payment.c
    year = sa.func.substr(p.month, 1, 4)
    query = (
        sa.select(p.book, year, sa.func.count(), sa.func.sum(p.amount_fen))
        .where(p.book.in_(sorted(books)))
        .group_by(p.book, year)
        .order_by(p.book, year)
    )
    return {(row[0], row[1]): Stock(row[2], int(row[3])) for row in conn.execute(query)}


def read_figures(conn: sa.Connection, books: Iterable[Book], year: int) -> dict[str, FundFigures]:
    """Read the figures of a year, by book; a book without any is left out."""
    f = s.fund_figure
    funds = {book.code: book.fund for book in books}
    query = sa.select(f).where(f.c.book.in_(sorted(funds)), f.c.year == year)
    return {
        row.book: FundFigures(
            fund=funds[row.book],
            year=row.year,
            balance_fen=row.balance_fen,
            income_fen=row.income_fen,
            expenditure_fen=row.expenditure_fen,
            forecast_income_fen=row.forecast_income_fen,
            forecast_expenditure_fen=row.forecast_expenditure_fen,
        )
        for row in conn.execute(query.order_by(f.c.book))
    }


def read_spending(
    conn: sa.Connection, book: Book, *, first: str, last: str
) -> dict[str, tuple[Spending, ...]]:
    """Read what a book's hospitals were paid in the months `first` … `last`, by hospital."""
    p = s.hospital_payment.c
    query = (
        sa.select(p.hospital, p.month, p.service, p.payer, p.amount_fen)
        .where(p.book == book.code, p.month >= first, p.month <= last)
        .order_by(p.hospital, p.month, p.service, p.payer)
    )
    found: dict[str, list[Spending]] = {}
    for hospital, month, service, payer, fen in conn.execute(query).all():
        found.setdefault(hospital, []).append(
            Spending(fund=book.fund, month=month, service=service, payer=payer, amount_fen=fen)
        )
    return {hospital: tuple(rows) for hospital, rows in found.items()}


def read_months(conn: sa.Connection, book: str, *, first: str, last: str) -> set[str]:
    """Name the months of a span in which a book holds a payment of any hospital."""
    p = s.hospital_payment.c
    query = sa.select(p.month).where(p.book == book, p.month >= first, p.month <= last)
    return set(conn.execute(query.distinct()).scalars())
