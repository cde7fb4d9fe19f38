"""Reads what 年度清算 in the web view needs in sums, not in vouchers: a province's fit one page."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

import sqlalchemy as sa

from ledger.store import schema as s
from ledger.store.assess import fact_days
from ledger.store.masters import chunks

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
    conn: sa.Connection, book: str, *, base: str, first: str, last: str
) -> list[Summed]:
    """Read what moved the leaves below `base` in the months `first` … `last`, added up by kind."""
    v, g, e, a = s.voucher.c, s.leg.c, s.event.c, s.account.c
    found = []
    for sign, column in ((1, g.debit), (-1, g.credit)):
        legs = (
            sa.select(column.label("account"), v.movement, sa.func.sum(g.amount_fen).label("fen"))
            .join(s.account, sa.and_(a.book == g.book, a.code == column))
            .join(s.voucher, sa.and_(v.book == g.book, v.id == g.voucher))
            .where(g.book == book, a.base == base, v.period >= first, v.period <= last)
            .group_by(column, v.movement)
            .order_by(column, v.movement)
        )
        plain = legs.where(v.movement != "succession")
        taken_over = (
            legs.add_columns(e.hospital)
            .join(s.event, sa.and_(e.book == v.book, e.id == v.id))
            .where(v.movement == "succession")
            .group_by(e.hospital)
            .order_by(e.hospital)
        )
        found += [
            Summed(row.account, row.movement, getattr(row, "hospital", ""), sign * int(row.fen))
            for query in (plain, taken_over)
            for row in conn.execute(query).all()
        ]
    return found


def read_days(conn: sa.Connection, book: str, *, base: str, year: int) -> list[tuple[dt.date, int]]:
    """Read by how much the money of a prepayment year that is out changed, day by day."""
    v, g, e, a = s.voucher.c, s.leg.c, s.event.c, s.account.c
    special = fact_days(conn, book)
    sums: dict[str, int] = {}
    for sign, column in ((1, g.debit), (-1, g.credit)):
        legs = (
            sa.select(v.id, e.date, g.amount_fen)
            .join(s.account, sa.and_(a.book == g.book, a.code == column))
            .join(s.voucher, sa.and_(v.book == g.book, v.id == g.voucher))
            .join(s.event, sa.and_(e.book == v.book, e.id == v.id))
            .where(g.book == book, a.base == base, a.year == year)
        ).subquery()
        whole = sa.select(legs.c.date, sa.func.sum(legs.c.amount_fen)).group_by(legs.c.date)
        for day, fen in conn.execute(whole.order_by(legs.c.date)).all():
            sums[day] = sums.get(day, 0) + sign * int(fen)
        if special:
            # What counts on another day than its own is put there instead.
            for id_, day, fen in moved_days(conn, legs, special):
                sums[day] = sums.get(day, 0) - sign * fen
                sums[special[id_]] = sums.get(special[id_], 0) + sign * fen
    return [(dt.date.fromisoformat(day), fen) for day, fen in sorted(sums.items()) if fen]


def read_booked_later(conn: sa.Connection, book: str, *, base: str, day: dt.date) -> int:
    """Add up what had happened to the money below `base` by a day, and was booked after it."""
    v, g, e, a = s.voucher.c, s.leg.c, s.event.c, s.account.c
    special = fact_days(conn, book)
    sums = 0
    for sign, column in ((1, g.debit), (-1, g.credit)):
        legs = (
            sa.select(e.id, e.date, g.amount_fen)
            .join(s.voucher, sa.and_(v.book == e.book, v.id == e.id))
            .join(s.leg, sa.and_(g.book == v.book, g.voucher == v.id))
            .join(s.account, sa.and_(a.book == g.book, a.code == column))
            .where(e.book == book, e.booked > day.isoformat(), a.base == base)
            .order_by(e.id)
        )
        for row in conn.execute(legs):
            if special.get(row.id, row.date) <= day.isoformat():
                sums += sign * int(row.amount_fen)
    return sums


def moved_days(
    conn: sa.Connection, legs: sa.Subquery, special: dict[str, str]
) -> list[tuple[str, str, int]]:
    """Read the legs of vouchers that count on another day: id, own day, fen."""
    found = []
    for part in chunks(special):
        query = sa.select(legs).where(legs.c.id.in_(part)).order_by(legs.c.id)
        found += [(row.id, row.date, int(row.amount_fen)) for row in conn.execute(query)]
    return found


def may_be_late(
    conn: sa.Connection, book: str, *, base: str, year: int, deadline: dt.date
) -> Sequence[str]:
    """Name the hospitals that may have been short on a day: all who were, and a few besides.

    By each voucher's own day; who has one that counts on another day, or took part in a 承接, is
    always named.
    """
    v, g, e, a = s.voucher.c, s.leg.c, s.event.c, s.account.c
    special = set(fact_days(conn, book))
    left: dict[str, int] = {}
    named: set[str] = set()
    counts = sa.and_(
        v.movement != "write-off",
        sa.or_(e.date <= deadline.isoformat(), v.movement == "opening-balance"),
    )
    for sign, column in ((1, g.debit), (-1, g.credit)):
        moves = (
            sa.select(a.hospital, v.id, v.movement, counts.label("counts"), g.amount_fen)
            .join(s.account, sa.and_(a.book == g.book, a.code == column))
            .join(s.voucher, sa.and_(v.book == g.book, v.id == g.voucher))
            .join(s.event, sa.and_(e.book == v.book, e.id == v.id))
            .where(g.book == book, a.base == base, a.year == year, a.hospital != "")
        ).subquery()
        fen = sa.func.sum(moves.c.amount_fen)
        query = sa.select(moves.c.hospital, fen).where(moves.c.counts).group_by(moves.c.hospital)
        for hospital, amount in conn.execute(query.order_by(moves.c.hospital)).all():
            left[hospital] = left.get(hospital, 0) + sign * int(amount)
        took_part = sa.select(moves.c.hospital).where(moves.c.movement == "succession")
        named |= set(conn.execute(took_part.order_by(moves.c.hospital)).scalars())
        if special:
            for part in chunks(special):
                which = sa.select(moves.c.hospital).where(moves.c.id.in_(part))
                named |= set(conn.execute(which.order_by(moves.c.hospital)).scalars())
    return sorted(named | {hospital for hospital, amount in left.items() if amount > 0})


def read_ids(conn: sa.Connection, book: str, period: str) -> list[str]:
    """Read the ids of a month's vouchers in order of number."""
    v = s.voucher.c
    query = sa.select(v.id).where(v.book == book, v.period == period).order_by(v.number)
    return list(conn.execute(query).scalars())
