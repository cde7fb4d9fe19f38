"""Reads what moved leaves, voucher by voucher: the ground of 总账, 未清项, 清算表 and explain."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from ledger.basis.clock import EVER
from ledger.basis.period import opening_period, period_of
from ledger.events.corrections.correcting import DATED_BACK
from ledger.events.losses.recovery import Recovery
from ledger.store.relations.lines import LinePick, leaves_moved, read_lines, read_sums
from ledger.store.tables import schema as s
from ledger.store.vouchers.balances import balance_rows, read_accounts
from ledger.voucher.shown import BalanceRow

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from ledger.masters.book import Book
    from ledger.store.relations.lines import BookLine


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

    @property
    def is_open(self) -> bool:
        """Return whether only an account narrows it."""
        return not (self.hospital or self.years or self.leaves)

    def codes_in(self, conn: sa.Connection, book: str) -> Sequence[str]:
        """Read which leaves of a book it names."""
        if self.leaves:
            return self.leaves
        query = self.of(sa.select(s.account.c.code).where(s.account.c.book == book))
        return conn.execute(query).scalars().all()


def read_scope(
    conn: sa.Connection,
    book: str,
    scope: Scope,
    *,
    first: str = "",
    last: str = "",
    until: dt.date | None = None,
    known_at: str = EVER,
) -> list[BookLine]:
    """Read what moved leaves in the months `first` … `last`, booked by a day, in book order.

    What was posted after the moment `known_at` is left out.
    """
    day = str(until) if until else ""
    span = LinePick(first=first, last=last, until=day, known_at=known_at)
    if first and scope.is_open:
        return read_lines(conn, book, replace(span, below=scope.account))
    codes = scope.codes_in(conn, book)
    if first:
        codes = leaves_moved(conn, book, codes, first, last or "9999-99")
    return read_lines(conn, book, replace(span, leaves=codes))


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
    pick = LinePick(first=period, last=period, until=str(day))
    sums = {
        code: sides for (code,), sides in read_sums(conn, book.code, pick, ("account",)).items()
    }
    leaves = read_accounts(conn, book.code, {*openings, *sums})
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
    kinds = (Recovery.KIND, *DATED_BACK)
    pick = LinePick(kinds=kinds, movements=(Recovery.KIND,), first=first, last=last)
    sums = read_sums(conn, book, pick, ("owner", "year"))
    return {(hospital, year): legs for (hospital, year), (legs, _) in sorted(sums.items())}
