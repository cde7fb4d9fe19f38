"""Reads what 核定 must know of hospitals: what they registered, how last year went, what is paid.

A 登记事项 that a withdrawal names does not count; nor does one that a draft only proposes.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

import sqlalchemy as sa

from ledger.store import schema as s
from ledger.store.masters import chunks
from ledger.store.papers import read_new_papers
from ledger.store.registers import read_withdrawals
from ledger.store.rows import event_of, paper_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import date

    from ledger.events.base import Event
    from ledger.events.words import Paper

#: Vouchers that take effect, for deadlines, on the day of what they correct.
DATED_BACK = ("red", "difference", "amend")
#: What the money does: paid and sent back by the bank; everything else clears it.
PAYING = ("disbursement", "payment-return")
#: What counts as paid from the beginning, whenever it is dated.
AS_PAID = "opening-balance"


class Moved(NamedTuple):
    """What one voucher does to a hospital's prepayment leaf, and the day that counts."""

    hospital: str
    movement: str
    owner: str
    day: str
    net_fen: int


def read_registers(
    conn: sa.Connection, book: str, kinds: Collection[str], *, year: int = 0
) -> list[Event]:
    """Read a book's 登记事项 of these kinds that stand, in the order they were approved.

    `year` narrows to a prepayment year. Their papers come with them.
    """
    e = s.event
    query = sa.select(e).where(e.c.book == book, e.c.kind.in_(sorted(kinds)))
    if year:
        query = query.where(e.c.year == year)
    rows = conn.execute(query.order_by(e.c.chain_year, e.c.position)).mappings().all()
    gone = read_withdrawals(conn, book)
    kept = [dict(row) for row in rows if row["key"] not in gone]
    papers = read_evidence(conn, book, (row["id"] for row in kept))
    return [event_of(row, papers.get(row["id"], ())) for row in kept]


def read_elsewhere(
    conn: sa.Connection, own: Collection[str], hospitals: Iterable[str], kinds: Collection[str]
) -> list[Event]:
    """Read what other areas' books have registered of hospitals and that stands, book by book."""
    books = conn.execute(sa.select(s.book.c.book).order_by(s.book.c.book)).scalars().all()
    others = [book for book in books if book not in own]
    e = s.event
    rows: list[dict[str, Any]] = []
    for part in chunks(hospitals) if others else ():
        query = sa.select(e).where(
            e.c.book.in_(others), e.c.kind.in_(sorted(kinds)), e.c.hospital.in_(part)
        )
        rows += [dict(row) for row in conn.execute(query).mappings()]
    rows.sort(key=lambda row: (row["book"], row["chain_year"], row["position"]))
    events = []
    for book in sorted({row["book"] for row in rows}):
        gone = read_withdrawals(conn, book)
        kept = [row for row in rows if row["book"] == book and row["key"] not in gone]
        papers = read_evidence(conn, book, (row["id"] for row in kept))
        events += [event_of(row, papers.get(row["id"], ())) for row in kept]
    return events


def read_evidence(
    conn: sa.Connection, book: str, ids: Iterable[str]
) -> dict[str, tuple[Paper, ...]]:
    """Read the papers of events, with or without a voucher, by the event's id."""
    v = s.evidence
    names = v.c.keys()
    found: dict[str, list[Paper]] = {}
    for part in chunks(ids):
        query = sa.select(v).where(v.c.book == book, v.c.event.in_(part))
        for words in conn.execute(query.order_by(v.c.event, v.c.line)).all():
            row = dict(zip(names, words, strict=True))
            found.setdefault(row["event"], []).append(paper_of(row))
    stand = {event: tuple(papers) for event, papers in found.items()}
    return stand | {event: new.papers for event, new in read_new_papers(conn, book, stand).items()}


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
    v, g, e = s.voucher.c, s.leg.c, s.event.c
    days = fact_days(conn, book)
    moved = []
    for sign, column in ((1, g.debit), (-1, g.credit)):
        for part in chunks(holders):
            query = (
                sa.select(
                    v.id,
                    v.movement,
                    e.hospital.label("owner"),
                    e.date,
                    column.label("leaf"),
                    sa.func.sum(g.amount_fen).label("fen"),
                )
                .join(s.voucher, sa.and_(v.book == g.book, v.id == g.voucher))
                .join(s.event, sa.and_(e.book == v.book, e.id == v.id))
                .where(g.book == book, column.in_(part))
                .group_by(v.id, v.movement, e.hospital, e.date, column)
                .order_by(v.id, column)
            )
            moved += [
                Moved(
                    hospital=holders[row.leaf],
                    movement=row.movement,
                    owner=row.owner,
                    day=days.get(row.id, row.date),
                    net_fen=sign * int(row.fen),
                )
                for row in conn.execute(query)
            ]
    return moved


def leaves_of_year(
    conn: sa.Connection, book: str, base: str, year: int, hospitals: Collection[str] | None
) -> dict[str, str]:
    """Name the leaves below `base` of a prepayment year, each with its hospital."""
    a = s.account.c
    named = sa.select(a.code, a.hospital).where(
        a.book == book, a.base == base, a.year == year, a.hospital != ""
    )
    return {
        row.code: row.hospital
        for row in conn.execute(named.order_by(a.code))
        if hospitals is None or row.hospital in hospitals
    }


def fact_days(conn: sa.Connection, book: str) -> dict[str, str]:
    """Give the day that counts, by id, for vouchers that count on another day than their own.

    A red voucher of January takes back what December's voucher said of December. A 退汇 counts
    on the day of the payment it names: the hospital never had the money.
    """
    returns = return_days(conn, book)
    roots = corrected_roots(conn, book)
    return {**returns, **{id_: returns.get(root, day) for id_, (root, day) in roots.items()}}


def corrected_roots(conn: sa.Connection, book: str) -> dict[str, tuple[str, str]]:
    """Give the voucher that a red, 差额 or later-year correction counts within, and its day."""
    e, c = s.event.c, s.correction.c
    query = (
        sa.select(c.voucher, c.corrects, e.date)
        .join(s.event, sa.and_(e.book == c.book, e.id == c.corrects))
        .where(c.book == book, c.form.in_(DATED_BACK))
        .order_by(c.voucher)
    )
    rows = {row.voucher: (row.corrects, row.date) for row in conn.execute(query)}
    roots = {}
    for voucher, named in rows.items():
        corrects, day = named
        while corrects in rows:
            corrects, day = rows[corrects]
        roots[voucher] = (corrects, day)
    return roots


def return_days(conn: sa.Connection, book: str) -> dict[str, str]:
    """Give the day of the payment that each 退汇 names, by the id of the 退汇."""
    e = s.event.c
    returns = sa.select(e.id, e.content).where(e.book == book, e.kind == "payment-return")
    named = {
        row.id: json.loads(row.content)["disbursement"]
        for row in conn.execute(returns.order_by(e.id))
    }
    days: dict[str, str] = {}
    for part in chunks(set(named.values())):
        paid = sa.select(e.key, e.date).where(
            e.book == book, e.kind == "disbursement", e.key.in_(part)
        )
        days |= {row.key: row.date for row in conn.execute(paid)}
    return {id_: days[key] for id_, key in named.items() if key in days}


def shortfalls(moved: Iterable[Moved], deadline: date) -> dict[str, int]:
    """Work out what was not back at the end of the deadline, by hospital; who owes none is absent.

    期初 counts as paid whenever it is dated; 核销 is no return. By date of fact, not of booking.
    Who answers for it where somebody else took it over is told by `dues/answers.py`.
    """
    short: dict[str, int] = {}
    for one in moved:
        late = one.day > deadline.isoformat() and one.movement != AS_PAID
        if one.movement != "write-off" and not late:
            short[one.hospital] = short.get(one.hospital, 0) + one.net_fen
    return {hospital: fen for hospital, fen in sorted(short.items()) if fen > 0}


def outstanding(moved: Iterable[Moved]) -> dict[str, int]:
    """Give what is left of a prepayment year, by hospital, in fen."""
    left: dict[str, int] = {}
    for one in moved:
        left[one.hospital] = left.get(one.hospital, 0) + one.net_fen
    return left


def paid(moved: Iterable[Moved]) -> dict[str, int]:
    """Give what was paid for a prepayment year less what the bank sent back, by hospital."""
    sums: dict[str, int] = {}
    for one in moved:
        if one.movement in PAYING:
            sums[one.hospital] = sums.get(one.hospital, 0) + one.net_fen
    return sums


def read_made(
    conn: sa.Connection, book: str, kinds: Collection[str], year: int
) -> list[dict[str, Any]]:
    """Read the rows of 核定 that stand approved for a year, in the order they were chained."""
    e = s.event
    query = (
        sa.select(e)
        .where(e.c.book == book, e.c.kind.in_(sorted(kinds)), e.c.year == year)
        .order_by(e.c.chain_year, e.c.position)
    )
    return [dict(row) for row in conn.execute(query).mappings()]


def read_proposed(
    conn: sa.Connection, book: str, kinds: Collection[str], year: int
) -> list[dict[str, Any]]:
    """Read the drafts of 核定 for a year, in the order they were prepared."""
    d = s.draft
    query = (
        sa.select(d)
        .where(d.c.book == book, d.c.kind.in_(sorted(kinds)), d.c.year == year)
        .order_by(d.c.id)
    )
    return [dict(row) for row in conn.execute(query).mappings()]


def words_of(row: Mapping[str, Any]) -> dict[str, Any]:
    """Give the words of an event's row that have no column of their own."""
    found: dict[str, Any] = json.loads(str(row["content"]))
    return found
