"""Reads what the list of what is due must know of a book, as it stood on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from ledger.basis.period import year_of
from ledger.basis.statutory import TEMPORARY_PAYMENT
from ledger.events.corrections.correcting import DATED_BACK
from ledger.masters.chart import is_under
from ledger.store.relations.lines import LinePick, net_of, read_sums
from ledger.store.standing.standing import LOST
from ledger.store.tables import schema as s

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

LOSING = (*LOST, *DATED_BACK)
#: A leg: who lost by it, its debit and its credit.
MOVED = ("owner", "account", "against")


def read_bank_nets(
    conn: sa.Connection, book: str, account: str, *, first: str, until: date
) -> dict[tuple[int, str], int]:
    """Read what each movement did to a bank account, by accounting year, booked by a day, in fen.

    `first` is the first month looked at: the cost is that of the months, not of history.
    """
    month = until.isoformat()[:7]
    pick = LinePick(leaves=(account,), first=first, last=month, until=str(until))
    nets: dict[tuple[int, str], int] = {}
    for (period, movement), sides in read_sums(conn, book, pick, ("period", "movement")).items():
        if period[5:] != "00":
            at = (year_of(period), movement)
            nets[at] = nets.get(at, 0) + net_of(sides)
    return dict(sorted(nets.items()))


def read_late_returns(
    conn: sa.Connection, book: str, account: str, *, base: str, until: date
) -> int:
    """Read what hospitals gave back in the year of a day of earlier prepayment years, in fen."""
    pick = LinePick(
        movements=("repayment",),
        first=f"{until.year}-01",
        last=until.isoformat()[:7],
        until=str(until),
        base=base,
        against=account,
    )
    sums = read_sums(conn, book, pick, ("leaf_year",))
    return -sum(net_of(sides) for (year,), sides in sums.items() if 0 < year < until.year)


def read_written_off(
    conn: sa.Connection, books: Collection[str], hospitals: Collection[str], until: date
) -> dict[str, int]:
    """Read what was written off of hospitals in books by a day and has not come back, in fen."""
    pick = LinePick(kinds=LOSING, movements=LOST, hospitals=hospitals, until=str(until))
    found: dict[str, int] = {}
    for book in sorted(books):
        for (owner, account, against), (legs, _) in read_sums(conn, book, pick, MOVED).items():
            lent = [is_under(code, TEMPORARY_PAYMENT) for code in (account, against)]
            back = not lent[1] and (lent[0] or account.startswith("100"))
            lost = -legs if back else legs
            found[owner] = found.get(owner, 0) + lost
    return {hospital: fen for hospital, fen in sorted(found.items()) if fen > 0}


def read_closed(conn: sa.Connection, book: str, until: date) -> frozenset[str]:
    """Read which months, and years (`YYYY-13`), had been closed by the end of a day."""
    query = sa.select(s.seal.c.period, s.seal.c.closed_at).where(s.seal.c.book == book)
    rows = conn.execute(query.order_by(s.seal.c.period))
    return frozenset(period for period, at in rows if at[:10] <= until.isoformat())
