"""Reads balances: the last opening and at most two years of turnover, however long the history."""

from __future__ import annotations

import functools
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from ledger.basis.period import closing_period, month_of, opening_period, year_of
from ledger.masters.chart import Account, Leaf, is_under
from ledger.store.masters import chunks
from ledger.store.relations.events import within
from ledger.store.tables import schema as s
from ledger.voucher.leaves import Running
from ledger.voucher.shown import BalanceRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ledger.masters.book import Book
    from ledger.store.relations.lines import BookLine


def last_seal(conn: sa.Connection, book: str) -> sa.Row[tuple[str, ...]] | None:
    """Read a book's newest seal; None before the first close."""
    query = sa.select(s.seal).where(s.seal.c.book == book)
    return conn.execute(query.order_by(s.seal.c.period.desc()).limit(1)).first()


def first_open(conn: sa.Connection, book: Book) -> tuple[str, bool]:
    """Return the first month not closed, and whether 期初 may still be entered."""
    closed = conn.execute(
        sa.select(sa.func.max(s.seal.c.period)).where(
            s.seal.c.book == book.code, s.seal.c.period.not_like("%-13")
        )
    ).scalar()
    if closed is None:
        return book.start, True
    year, month = year_of(closed), month_of(closed)
    return (f"{year + 1}-01" if month == 12 else f"{year}-{month + 1:02d}"), False


def newest_month(conn: sa.Connection, book: str) -> str:
    """Return the newest month that has 发生额; "" before the first."""
    t = s.turnover.c
    query = sa.select(sa.func.max(t.period)).where(t.book == book, t.period.not_like("%-00"))
    return conn.execute(query).scalar() or ""


def carried_year(conn: sa.Connection, book: Book) -> int:
    """Return the newest year whose openings the year's close has written; else the first year."""
    newest = conn.execute(
        sa.select(sa.func.max(s.seal.c.period)).where(
            s.seal.c.book == book.code, s.seal.c.period.like("%-13")
        )
    ).scalar()
    return year_of(newest) + 1 if newest else year_of(book.start)


def read_months_of(
    conn: sa.Connection, book: Book, codes: Iterable[str], *, before: str = ""
) -> Running:
    """Read the month-end balances of leaves; only months `before` one, if named."""
    year = opening_year(conn, book, before) if before else carried_year(conn, book)
    carried: dict[str, int] = {}
    nets: dict[str, dict[str, int]] = {}
    o, t = s.opening.c, s.turnover.c
    since = t.period >= opening_period(year)
    span = sa.and_(since, t.period < before) if before else since
    for part in chunks(codes):
        for account, fen in conn.execute(
            sa.select(o.account, o.balance_fen).where(
                o.book == book.code, o.year == year, o.account.in_(part)
            )
        ):
            carried[account] = fen
        for row in conn.execute(
            sa.select(t.account, t.period, t.debit_fen, t.credit_fen).where(
                t.book == book.code, t.account.in_(part), span
            )
        ):
            nets.setdefault(row.account, {})[row.period] = row.debit_fen - row.credit_fen
    return Running(carried=carried, nets=nets)


def read_accounts(
    conn: sa.Connection,
    book: str,
    codes: Iterable[str] | None = None,
    *,
    hospitals: Iterable[str] | None = None,
) -> dict[str, Leaf]:
    """Read a book's leaf accounts by code: all, those asked for, or those of hospitals."""
    column, asked = ("code", codes) if hospitals is None else ("hospital", hospitals)
    rows = account_rows(conn, book, column, asked)
    return {row.code: leaf_from(row) for row in sorted(rows, key=attrgetter("code"))}


def account_rows(
    conn: sa.Connection, book: str, column: str, asked: Iterable[str] | None
) -> list[sa.Row[Any]]:
    """Read the rows of leaves by a column; all of a book's for None."""
    if asked is None:
        return list(conn.execute(leaves_statement(""), {"book": book}))
    statement = leaves_statement(column)
    parts = [{"book": book, "values": part} for part in chunks(asked)]
    return [row for part in parts for row in conn.execute(statement, part)]


def leaf_from(row: sa.Row[Any]) -> Leaf:
    """Put one leaf together."""
    account = Account(
        code=row.code,
        base=row.base,
        hospital=row.hospital,
        year=row.year,
        counterparty=row.counterparty,
    )
    return Leaf(account=account, holder=row.holder, name=row.name)


def read_accounts_under(conn: sa.Connection, book: str, code: str) -> dict[str, Leaf]:
    """Read the leaves at a code or below it, by their own codes."""
    # Whatever lies below a code lies between it and the code with the mark after the dot.
    span = {"book": book, "first": code, "end": f"{code}/"}
    leaves = {row.code: leaf_from(row) for row in conn.execute(leaves_between(), span)}
    return {own: leaf for own, leaf in leaves.items() if is_under(own, code)}


def read_accounts_moved(
    conn: sa.Connection, book: str, lines: Iterable[BookLine], beside: Iterable[str] = ()
) -> dict[str, Leaf]:
    """Read the leaves that lines move, and those named `beside`, by their codes."""
    return read_accounts(conn, book, sorted({line.account for line in lines} | set(beside)))


@functools.cache
def leaves_between() -> sa.Select[Any]:
    """Build the statement for the leaves of a span of codes, in their order."""
    c = s.account.c
    own = (c.book == sa.bindparam("book"), c.code >= sa.bindparam("first"))
    return sa.select(s.account).where(*own, c.code < sa.bindparam("end")).order_by(c.code)


def accounts_held(
    conn: sa.Connection, book: str, base: str, hospitals: Iterable[str]
) -> dict[str, Account]:
    """Read the leaves of hospitals at a code, by their own codes."""
    leaves = read_accounts(conn, book, hospitals=hospitals)
    held = {code: leaf.account for code, leaf in leaves.items()}
    return {code: account for code, account in held.items() if account.base == base}


@functools.cache
def leaves_statement(column: str) -> sa.Select[Any]:
    """Build the statement for leaves: all of a book's, or by code or hospital."""
    query = sa.select(s.account).where(s.account.c.book == sa.bindparam("book"))
    return query.where(within(s.account.c[column], "values")) if column else query


def balance_rows(
    conn: sa.Connection, book: Book, *, first: str, last: str, base: str = ""
) -> list[BalanceRow]:
    """Read each leaf's opening, 发生额 and closing over the months `first` … `last`, by code.

    期初 vouchers (`YYYY-00`) count in the opening. `base` keeps the leaves below one code.
    Leaves without balance and without movement since the opening are left out.
    """
    year = opening_year(conn, book, first)
    o, t = s.opening.c, s.turnover.c
    openings = sa.select(o.account, o.balance_fen).where(o.book == book.code, o.year == year)
    sums = {row.account: [row.balance_fen, 0, 0] for row in conn.execute(openings)}
    turnovers = sa.select(
        t.account,
        sa.func.sum(sa.case((in_opening(t, first), t.debit_fen - t.credit_fen), else_=0)),
        sa.func.sum(sa.case((in_opening(t, first), 0), else_=t.debit_fen)),
        sa.func.sum(sa.case((in_opening(t, first), 0), else_=t.credit_fen)),
    ).where(t.book == book.code, t.period >= opening_period(year), t.period <= last)
    for account, before, debit, credit in conn.execute(turnovers.group_by(t.account)):
        row = sums.setdefault(account, [0, 0, 0])
        row[0] += int(before)
        row[1] += int(debit)
        row[2] += int(credit)
    shown = {code: row for code, row in sorted(sums.items()) if any(row) and is_within(code, base)}
    leaves = read_accounts(conn, book.code, shown)
    return [
        BalanceRow(leaf=leaves[code], opening_fen=row[0], debit_fen=row[1], credit_fen=row[2])
        for code, row in shown.items()
    ]


def is_within(code: str, base: str) -> bool:
    """Return whether a leaf lies below a code; all do where none is named."""
    return not base or is_under(code, base)


def in_opening(t: sa.ColumnCollection[str, sa.Column[str]], first: str) -> sa.ColumnElement[bool]:
    """Tell turnover that belongs to the opening of a span: earlier months, and 期初."""
    return sa.or_(t["period"] < first, t["period"].like("%-00"))


def opening_year(conn: sa.Connection, book: Book, period: str) -> int:
    """Return the newest year with written openings that a period may lean on."""
    newest = conn.execute(
        sa.select(sa.func.max(s.seal.c.period)).where(
            s.seal.c.book == book.code,
            s.seal.c.period.like("%-13"),
            s.seal.c.period < closing_period(year_of(period)),
        )
    ).scalar()
    return year_of(newest) + 1 if newest else year_of(book.start)
