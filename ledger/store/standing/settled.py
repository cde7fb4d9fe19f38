"""Reads what 年度清算 needs in sums, not in vouchers: a province's fit one page."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

import sqlalchemy as sa

from ledger.basis.period import last_day, period_of
from ledger.store.relations.fact_days import read_held_days
from ledger.store.relations.lines import LinePick, net_of, read_sums
from ledger.store.standing.assess import SUCCESSION, counts_by, leaves_of_year
from ledger.store.tables import schema as s

if TYPE_CHECKING:
    from collections.abc import Sequence


class Summed(NamedTuple):
    """What vouchers of one kind do to one leaf: as a Movement, added up.

    `owner` is the hospital that a 承接 names; of other kinds it does not matter and is "".
    """

    account: str
    movement: str
    owner: str
    net_fen: int


def read_summed(
    conn: sa.Connection, book: str, *, base: str, first: str, last: str, until: dt.date
) -> list[Summed]:
    """Read what moved the leaves below `base` in the months `first` … `last`, added up by kind.

    What was booked after the day `until` is left out.
    """
    day = str(until) if until < last_day(last) else ""
    pick = LinePick(base=base, first=first, last=last, until=day)
    sums = read_sums(conn, book, pick, ("account", "movement", "owner"))
    return [
        Summed(account, movement, owner if movement == SUCCESSION else "", net_of(sides))
        for (account, movement, owner), sides in sums.items()
    ]


def read_days(conn: sa.Connection, book: str, *, base: str, year: int) -> list[tuple[dt.date, int]]:
    """Read by how much the money of a prepayment year that is out changed, day by day."""
    leaves = leaves_of_year(conn, book, base, year)
    sums = read_sums(conn, book, LinePick(leaves=leaves), ("day", "apart"))
    days = read_held_days(conn, book, (apart for _, apart in sums))
    found: dict[str, int] = {}
    for (day, apart), sides in sums.items():
        at = days.get(apart, day)
        found[at] = found.get(at, 0) + net_of(sides)
    return [(dt.date.fromisoformat(day), fen) for day, fen in sorted(found.items()) if fen]


def read_booked_later(conn: sa.Connection, book: str, *, base: str, day: dt.date) -> int:
    """Add up what had happened to the money below `base` by a day, and was booked after it."""
    pick = LinePick(base=base, first=period_of(day), after=day.isoformat())
    sums = read_sums(conn, book, pick, ("day", "apart"))
    days = read_held_days(conn, book, (apart for _, apart in sums))
    return sum(
        net_of(sides)
        for (own, apart), sides in sums.items()
        if days.get(apart, own) <= day.isoformat()
    )


def may_be_late(
    conn: sa.Connection, book: str, *, base: str, year: int, deadline: dt.date
) -> Sequence[str]:
    """Name the hospitals that may have been short on a day: all who were, and a few besides.

    By each voucher's own day; who has one that counts on another day, or took part in a 承接, is
    always named.
    """
    pick = LinePick(leaves=leaves_of_year(conn, book, base, year))
    sums = read_sums(conn, book, pick, ("hospital", "movement", "day", "apart"))
    left: dict[str, int] = {}
    named: set[str] = set()
    for (hospital, movement, day, apart), sides in sums.items():
        if apart or movement == SUCCESSION:
            named.add(hospital)
        if counts_by(movement, day, deadline):
            left[hospital] = left.get(hospital, 0) + net_of(sides)
    return sorted(named | {hospital for hospital, fen in left.items() if fen > 0})


def read_ids(conn: sa.Connection, book: str, period: str) -> list[str]:
    """Read the ids of a month's vouchers in order of number."""
    v = s.voucher.c
    query = sa.select(v.id).where(v.book == book, v.period == period).order_by(v.number)
    return list(conn.execute(query).scalars())
