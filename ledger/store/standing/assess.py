"""Reads what 核定 must know of hospitals: what they registered, how last year went, what is paid.

A 登记事项 that a withdrawal names does not count; nor does one that a draft only proposes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import sqlalchemy as sa

from ledger.events.corrections.correcting import DATED_BACK
from ledger.store.relations.events import EventPick, read_event_rows, read_kept_rows
from ledger.store.relations.fact_days import read_held_days
from ledger.store.relations.lines import ELSEWHERE, LinePick, read_lines, read_sums
from ledger.store.relations.papers import papered
from ledger.store.tables import schema as s
from ledger.store.vouchers.balances import accounts_held

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date

    from ledger.events.base import Event
    from ledger.store.relations.events import EventRow

#: What the money does: paid and sent back by the bank; everything else clears it.
PAYING = ("disbursement", "payment-return")
SUCCESSION = "succession"
#: What counts as paid from the beginning, whenever it is dated.
AS_PAID = "opening-balance"


class Moved(NamedTuple):
    """What one voucher does to a hospital's prepayment leaf, and the day that counts."""

    hospital: str
    movement: str
    owner: str
    day: str
    net_fen: int


def read_elsewhere(
    conn: sa.Connection, own: Collection[str], hospitals: Iterable[str], kinds: Collection[str]
) -> list[Event]:
    """Read what other areas' books have registered of hospitals and that stands, book by book."""
    books = conn.execute(sa.select(s.book.c.book).order_by(s.book.c.book)).scalars().all()
    pick = EventPick(kinds=kinds, hospitals=set(hospitals))
    others = [book for book in books if book not in own]
    return papered(conn, read_kept_rows(conn, others, pick))


def read_moved(
    conn: sa.Connection,
    book: str,
    *,
    base: str,
    year: int,
    hospitals: Collection[str] | None = None,
) -> list[Moved]:
    """Read what moved the leaves of a prepayment year below `base`, by voucher and leaf.

    `hospitals` narrows it to some; None is all. The leaves are named first, so that the cost is
    that of the year and not of history.
    """
    holders = leaves_of_year(conn, book, base, year, hospitals)
    lines = read_lines(conn, book, LinePick(leaves=holders))
    days = read_held_days(conn, book, {line.id for line in lines if line.kind in ELSEWHERE})
    return [
        Moved(
            hospital=line.hospital,
            movement=line.movement,
            owner=line.owner,
            day=days.get(line.id, str(line.date)),
            net_fen=line.net_fen,
        )
        for line in sorted(lines, key=lambda one: (one.side != "debit", one.id, one.account))
    ]


def read_heirs(conn: sa.Connection, book: str, hospital: str) -> set[str]:
    """Name a hospital and whoever may have taken over from it, at whatever remove."""
    pick = LinePick(kinds=(SUCCESSION, *DATED_BACK), movements=(SUCCESSION,))
    pairs = {place for place in read_sums(conn, book, pick, ("owner", "hospital")) if place[1]}
    line, waiting = {hospital}, [hospital]
    while waiting:
        owner = waiting.pop()
        fresh = {heir for before, heir in pairs if before == owner} - line
        line |= fresh
        waiting += fresh
    return line


def leaves_of_year(
    conn: sa.Connection,
    book: str,
    base: str,
    year: int,
    hospitals: Collection[str] | None = None,
) -> list[str]:
    """Name the leaves below `base` of a prepayment year; `hospitals` narrows it to some."""
    if hospitals is not None:
        held = accounts_held(conn, book, base, hospitals)
        return [code for code, account in held.items() if account.year == year]
    rows = conn.execute(LEAVES_OF_YEAR, {"book": book, "base": base, "year": year})
    return list(rows.scalars())


def statement_of_leaves() -> sa.Select[Any]:
    """Build the statement for the leaves of a prepayment year."""
    a = s.account.c
    bound = (getattr(a, name) == sa.bindparam(name) for name in ("book", "base", "year"))
    return sa.select(a.code).where(*bound, a.hospital != "").order_by(a.code)


LEAVES_OF_YEAR = statement_of_leaves()


def shortfalls(moved: Iterable[Moved], deadline: date) -> dict[str, int]:
    """Work out what was not back at the end of the deadline, by hospital; who owes none is absent.

    By date of fact, not of booking. Who answers for it where somebody else took it over is told by
    `dues/answers.py`.
    """
    short: dict[str, int] = {}
    for one in moved:
        if counts_by(one.movement, one.day, deadline):
            short[one.hospital] = short.get(one.hospital, 0) + one.net_fen
    return {hospital: fen for hospital, fen in sorted(short.items()) if fen > 0}


def counts_by(movement: str, day: str, deadline: date) -> bool:
    """Return whether a movement counts in what was not back at the end of a deadline.

    期初 counts as paid whenever it is dated; 核销 is no return.
    """
    if movement == "write-off":
        return False
    return movement == AS_PAID or day <= deadline.isoformat()


def outstanding(moved: Iterable[Moved]) -> dict[str, int]:
    """Return what is left of a prepayment year, by hospital, in fen."""
    left: dict[str, int] = {}
    for one in moved:
        left[one.hospital] = left.get(one.hospital, 0) + one.net_fen
    return left


def paid(moved: Iterable[Moved]) -> dict[str, int]:
    """Return what was paid for a prepayment year less what the bank sent back, by hospital."""
    sums: dict[str, int] = {}
    for one in moved:
        if one.movement in PAYING:
            sums[one.hospital] = sums.get(one.hospital, 0) + one.net_fen
    return sums


def read_made(conn: sa.Connection, book: str, kinds: Collection[str], year: int) -> list[EventRow]:
    """Read the rows of 核定 that stand approved for a year, in the order they were chained."""
    return read_event_rows(conn, book, EventPick(kinds=kinds, years=(year,)))
