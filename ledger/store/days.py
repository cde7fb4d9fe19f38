"""Reads the guarded leaves that a batch moves, by the day of the fact and by month.

What a batch may break lies on or after its earliest day, so a bank account's history is not
read: its balance before that day is what it holds now less what has moved since.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from ledger.basis.terms import BANKS
from ledger.events.correcting import DATED_BACK
from ledger.store import schema as s
from ledger.store.balances import read_accounts, read_months_of
from ledger.store.changes import read_fact_days
from ledger.store.masters import chunks
from ledger.voucher.leaves import Leaves, Running

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from ledger.masters.book import Book


def read_leaves(conn: sa.Connection, book: Book, sides: Mapping[str, int], *, since: str) -> Leaves:
    """Read leaves, each with the side on which it must stay, exact from a day on ("": any)."""
    months = read_months_of(conn, book, sides)
    moved = read_day_nets(conn, book.code, sides, since)
    carried = {code: months.whole(code) - sum(moved.get(code, {}).values()) for code in sides}
    days = Running(carried=carried, nets=moved)
    return Leaves(sides=sides, days=days, months=months)


def read_day_nets(
    conn: sa.Connection, book: str, codes: Collection[str], since: str
) -> dict[str, dict[str, int]]:
    """Read what moved leaves since a day, net by day of the fact, debit-positive fen."""
    rows = [*leaf_rows(conn, book, set(codes) - set(BANKS))]
    if banks := sorted(set(codes) & set(BANKS)):
        rows += bank_rows(conn, book, banks, since)
    days = read_fact_days(conn, book, {row.root_of for row in rows if row.root_of})
    nets: dict[str, dict[str, int]] = {}
    for row in rows:
        day = days[row.root_of] if row.root_of else row.fact_day
        if day >= since:
            of_leaf = nets.setdefault(row.account, {})
            of_leaf[day] = of_leaf.get(day, 0) + int(row.fen)
    return nets


def dated() -> tuple[sa.ColumnElement[str], sa.ColumnElement[str]]:
    """Return the day of an event, and its id where it counts on another voucher's day."""
    e = s.event.c
    day = sa.case((e.kind == "opening-balance", ""), else_=e.date).label("fact_day")
    # Grouped by these names: a server would take the same words twice for two expressions.
    return day, sa.case((e.kind.in_(DATED_BACK), e.id), else_="").label("root_of")


def leaf_rows(conn: sa.Connection, book: str, codes: Iterable[str]) -> Iterable[sa.Row[Any]]:
    """Read all that moved hospitals' and counterparties' leaves: each has a year of its own."""
    e, g = s.event.c, s.leg.c
    day, id_ = dated()
    for part in chunks(codes):
        for column, sign in ((g.debit, 1), (g.credit, -1)):
            fen = sa.func.sum(sign * g.amount_fen).label("fen")
            query = (
                sa.select(column.label("account"), day, id_, fen)
                .join(s.event, sa.and_(e.book == g.book, e.id == g.voucher))
                .where(g.book == book, column.in_(part))
                .group_by(column, sa.text("fact_day"), sa.text("root_of"))
            )
            yield from conn.execute(query)


def bank_rows(
    conn: sa.Connection, book: str, codes: Iterable[str], since: str
) -> Iterable[sa.Row[Any]]:
    """Read what moved bank accounts since a day, at the cost of the months since.

    No fact is booked before its day; a correction of this year's counts from its own year on.
    The legs are not picked by account: that would lead a planner through the whole history.
    """
    e, v, g = s.event.c, s.voucher.c, s.leg.c
    day, id_ = dated()
    own = sa.and_(e.kind.not_in(DATED_BACK), v.period >= since[:7])
    back = sa.and_(e.kind.in_(DATED_BACK), v.period >= since[:4])
    for code in codes:
        net = sa.case((g.debit == code, g.amount_fen), (g.credit == code, -g.amount_fen), else_=0)
        for counted in (own, back):
            query = (
                sa.select(
                    sa.literal(code).label("account"), day, id_, sa.func.sum(net).label("fen")
                )
                .select_from(s.voucher)
                .join(s.event, sa.and_(e.book == v.book, e.id == v.id))
                .join(s.leg, sa.and_(g.book == v.book, g.voucher == v.id))
                .where(v.book == book, counted)
                .group_by(sa.text("fact_day"), sa.text("root_of"))
            )
            yield from conn.execute(query)


def read_owing(
    conn: sa.Connection, book: Book, hospitals: Iterable[str], base: str
) -> dict[str, dict[int, int]]:
    """Read what hospitals owe by prepayment year, in fen."""
    a = s.account.c
    codes: list[str] = []
    for part in chunks(hospitals):
        query = sa.select(a.code).where(a.book == book.code, a.base == base, a.hospital.in_(part))
        codes += conn.execute(query.order_by(a.code)).scalars()
    months = read_months_of(conn, book, codes)
    owing: dict[str, dict[int, int]] = {}
    for leaf in read_accounts(conn, book.code, codes).values():
        account = leaf.account
        owing.setdefault(account.hospital, {})[account.year] = months.whole(account.code)
    return owing
