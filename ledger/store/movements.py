"""Reads what moved leaves, voucher by voucher: the ground of 总账, 未清项, 清算表 and explain."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from ledger.basis.clock import EVER
from ledger.basis.period import opening_period, period_of
from ledger.store import schema as s
from ledger.store.balances import balance_rows, read_accounts
from ledger.voucher.shown import BalanceRow, voucher_label

if TYPE_CHECKING:
    from ledger.masters.book import Book


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Which leaves are asked for: at or below `account`, of `hospital`, of prepayment `years`.

    `leaves` names them one by one. An empty word, 0 or () asks for all.
    """

    account: str = ""
    hospital: str = ""
    years: tuple[int, ...] = ()
    leaves: tuple[str, ...] = ()

    def of(self, query: sa.Select[Any]) -> sa.Select[Any]:
        """Narrow a query over the account table."""
        a = s.account.c
        if self.account:
            below = a.code.startswith(self.account + ".", autoescape=True)
            query = query.where(sa.or_(a.code == self.account, below))
        if self.hospital:
            query = query.where(a.hospital == self.hospital)
        if self.leaves:
            query = query.where(a.code.in_(self.leaves))
        return query.where(a.year.in_(self.years)) if self.years else query


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """One voucher's 借 or 贷 on one leaf, with what tells where it comes from.

    `movement` is the kind that it counts as; `owner` the hospital that its event names;
    `corrects` the id of the voucher that it corrects in `form`; `settles` the key of the
    payment that a 退汇 gives back.
    """

    account: str
    id: str
    key: str
    kind: str
    movement: str
    period: str
    number: int
    date: dt.date
    booked: dt.date
    summary: str
    side: str
    amount_fen: int
    owner: str
    form: str
    corrects: str
    settles: str

    @property
    def net_fen(self) -> int:
        """Give what it does to the leaf's debit-positive balance."""
        return self.amount_fen if self.side == "debit" else -self.amount_fen

    @property
    def label(self) -> str:
        """Name its voucher within the book."""
        return voucher_label(self.period, self.number)


def read_movements(
    conn: sa.Connection,
    book: str,
    scope: Scope,
    *,
    first: str = "",
    last: str = "9999-99",
    until: dt.date = dt.date.max,
    known_at: str = EVER,
) -> list[Movement]:
    """Read what moved leaves in the months `first` … `last`, booked by a day, in book order.

    What was posted after the moment `known_at` is left out.
    """
    v, g, e, c = s.voucher.c, s.leg.c, s.event.c, s.correction.c
    sides: tuple[tuple[str, sa.ColumnElement[str]], ...] = (
        ("debit", g.debit),
        ("credit", g.credit),
    )
    found = []
    for side, column in sides:
        legs = (
            sa.select(g.voucher, column.label("account"), sa.func.sum(g.amount_fen).label("fen"))
            .join(s.account, sa.and_(s.account.c.book == g.book, s.account.c.code == column))
            .join(s.voucher, sa.and_(v.book == g.book, v.id == g.voucher))
            .where(g.book == book, v.period >= first, v.period <= last)
            .group_by(g.voucher, column)
        )
        sums = scope.of(legs).subquery()
        query: sa.Select[Any] = (
            sa.select(
                *(e.id, e.key, e.kind, e.date, e.booked, e.hospital, e.corrects),
                sa.case((e.kind == "payment-return", e.content), else_="").label("content"),
                *(v.period, v.number, v.movement, v.summary, c.form),
                sums,
            )
            .join(sums, sums.c.voucher == v.id)
            .join(s.event, sa.and_(e.book == v.book, e.id == v.id))
            .outerjoin(s.correction, sa.and_(c.book == v.book, c.voucher == v.id))
            .where(v.book == book, e.booked <= until.isoformat(), e.posted_at <= known_at)
        )
        found += [movement_of(row, side) for row in conn.execute(query)]
    return sorted(found, key=lambda m: (m.period, m.booked, m.number, m.side != "debit", m.account))


def movement_of(row: sa.Row[Any], side: str) -> Movement:
    """Put one movement together."""
    returned = row.kind == "payment-return"
    return Movement(
        account=row.account,
        id=row.id,
        key=row.key,
        kind=row.kind,
        movement=row.movement,
        period=row.period,
        number=row.number,
        date=dt.date.fromisoformat(row.date),
        booked=dt.date.fromisoformat(row.booked),
        summary=row.summary,
        side=side,
        amount_fen=int(row.fen),
        owner=row.hospital,
        form=row.form or "",
        corrects=row.corrects,
        settles=json.loads(row.content)["disbursement"] if returned else "",
    )


def read_months(
    conn: sa.Connection, book: Book, *, year: int, last: str
) -> dict[str, dict[str, tuple[int, int]]]:
    """Read each leaf's 借方 and 贷方发生额 by month, from a year's January to a month."""
    t = s.turnover.c
    query = sa.select(t.account, t.period, t.debit_fen, t.credit_fen).where(
        t.book == book.code, t.period > opening_period(year), t.period <= last
    )
    months: dict[str, dict[str, tuple[int, int]]] = {}
    for row in conn.execute(query.order_by(t.account, t.period)):
        months.setdefault(row.account, {})[row.period] = (row.debit_fen, row.credit_fen)
    return months


def balances_on(conn: sa.Connection, book: Book, day: dt.date) -> list[BalanceRow]:
    """Read each leaf's opening of a day's month, its 发生额 booked by that day, and the balance."""
    period = period_of(day)
    openings = {
        row.leaf.account.code: row
        for row in balance_rows(conn, book, first=period, last=period)
        if row.opening_fen
    }
    sums: dict[str, list[int]] = {}
    v, g, e = s.voucher.c, s.leg.c, s.event.c
    for place, column in enumerate((g.debit, g.credit)):
        query = (
            sa.select(column, sa.func.sum(g.amount_fen))
            .join(s.voucher, sa.and_(v.book == g.book, v.id == g.voucher))
            .join(s.event, sa.and_(e.book == v.book, e.id == v.id))
            .where(g.book == book.code, v.period == period, e.booked <= day.isoformat())
            .group_by(column)
            .order_by(column)
        )
        for account, fen in conn.execute(query):
            sums.setdefault(account, [0, 0])[place] += int(fen)
    leaves = read_accounts(conn, book.code)
    rows = []
    for code in sorted({*openings, *sums}):
        debit, credit = sums.get(code, (0, 0))
        before = openings[code].opening_fen if code in openings else 0
        rows.append(
            BalanceRow(leaf=leaves[code], opening_fen=before, debit_fen=debit, credit_fen=credit)
        )
    return rows


def read_recoveries(
    conn: sa.Connection, book: str, *, first: str, last: str
) -> dict[tuple[str, int], int]:
    """Read what came back after write-offs (核销后收回), by hospital and prepayment year."""
    v, g, e = s.voucher.c, s.leg.c, s.event.c
    query = (
        sa.select(e.hospital, e.year, sa.func.sum(g.amount_fen))
        .join(s.event, sa.and_(e.book == v.book, e.id == v.id))
        .join(s.leg, sa.and_(g.book == v.book, g.voucher == v.id))
        .where(v.book == book, v.movement == "recovery", v.period >= first, v.period <= last)
        .group_by(e.hospital, e.year)
        .order_by(e.hospital, e.year)
    )
    return {(hospital, year): int(fen) for hospital, year, fen in conn.execute(query)}
