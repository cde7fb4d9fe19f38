"""Reads the events of a prepayment year as they stand: corrections counted, withdrawn left out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

import sqlalchemy as sa

from ledger.events.corrected import corrected
from ledger.events.guarantee import Guarantee
from ledger.events.recall_lift import RecallLift
from ledger.masters.leg import Leg
from ledger.store import schema as s
from ledger.store.assess import read_evidence
from ledger.store.changes import not_taken_back
from ledger.store.masters import chunks
from ledger.store.registers import read_withdrawals
from ledger.store.rows import event_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from ledger.events.base import Event
    from ledger.masters.chart import FundChart


class Correcting(NamedTuple):
    """A difference or a blue voucher that stands, and the right amount as it says it, in fen."""

    id: str
    kind: str
    amount_fen: int


def read_standing_events(
    conn: sa.Connection, book: str, kinds: Collection[str], year: int, chart: FundChart
) -> list[Event]:
    """Read a book's events of these kinds and a prepayment year, in the order they were chained.

    What was taken back in red or withdrawn is left out; what a difference or a later year's blue
    voucher puts right is said as it stands now. What names no year belongs to those that it
    speaks of: a lifting to its recall's, a guarantee to all in which it holds.
    """
    chains = read_corrections(conn, book)
    later = {root for root, chain in chains.items() if any(row.kind == "amend" for row in chain)}
    rows = candidates(conn, book, kinds, year, later)
    gone = read_withdrawals(conn, book)
    kept = [row for row in rows if row["key"] not in gone]
    papers = read_evidence(conn, book, (row["id"] for row in kept))
    mended = {row["id"] for row in kept} & chains.keys()
    legs = read_legs(conn, book, {root: chains[root] for root in mended}, chart)
    recalls = read_recall_keys(conn, book, year) - gone.keys()
    found: list[Event] = []
    for row in kept:
        event = replace(event_of(row, papers.get(row["id"], ())), corrects="", booked=None)
        if row["id"] in mended:
            said_fen = chains[row["id"]][-1].amount_fen
            found += corrected(event, legs[row["id"]], chart, said_fen)
        else:
            found.append(event)
    return [event for event in found if belongs(event, year, recalls)]


def belongs(event: Event, year: int, recalls: Collection[str]) -> bool:
    """Tell whether an event belongs to a prepayment year."""
    if event.year:
        return event.year == year
    if isinstance(event, RecallLift):
        return event.recall in recalls
    if isinstance(event, Guarantee):
        return event.date.year <= year and (event.until is None or event.until.year >= year)
    return event.date.year == year


def candidates(
    conn: sa.Connection, book: str, kinds: Collection[str], year: int, later: Collection[str]
) -> list[dict[str, Any]]:
    """Read the rows of a year, of none, and those whose year a later correction may have moved."""
    e = s.event
    own = sa.select(e).where(
        e.c.book == book, e.c.kind.in_(sorted(kinds)), e.c.year.in_((0, year)), not_taken_back(e)
    )
    rows = [dict(row) for row in conn.execute(own.order_by(e.c.id)).mappings()]
    for part in chunks(later):
        moved = sa.select(e).where(
            e.c.book == book,
            e.c.kind.in_(sorted(kinds)),
            e.c.year.not_in((0, year)),
            e.c.id.in_(part),
            not_taken_back(e),
        )
        rows += [dict(row) for row in conn.execute(moved.order_by(e.c.id)).mappings()]
    return sorted(rows, key=lambda row: (row["chain_year"], row["position"]))


def read_corrections(conn: sa.Connection, book: str) -> dict[str, list[Correcting]]:
    """Read the differences and blue vouchers that stand, by the voucher that they put right.

    One that puts right another correction stands behind it, with what that one corrects.
    """
    e, c = s.event, s.correction.c
    query = (
        sa.select(e.c.id, e.c.kind, e.c.amount_fen, c.corrects)
        .join(s.correction, sa.and_(c.book == e.c.book, c.voucher == e.c.id))
        .where(e.c.book == book, c.form.in_(("difference", "amend")), not_taken_back(e))
        .order_by(e.c.chain_year, e.c.position)
    )
    chains: dict[str, list[Correcting]] = {}
    roots: dict[str, str] = {}
    for row in conn.execute(query):
        roots[row.id] = roots.get(row.corrects, row.corrects)
        one = Correcting(id=row.id, kind=row.kind, amount_fen=row.amount_fen)
        chains.setdefault(roots[row.id], []).append(one)
    return chains


def read_legs(
    conn: sa.Connection,
    book: str,
    chains: dict[str, list[Correcting]],
    chart: FundChart,
) -> dict[str, list[Leg]]:
    """Read the legs of vouchers and of what corrects them, by the voucher corrected."""
    g = s.leg.c
    roots = {row.id: root for root, chain in chains.items() for row in chain}
    roots |= {root: root for root in chains}
    found: dict[str, list[Leg]] = {root: [] for root in chains}
    for part in chunks(roots):
        query = sa.select(g.voucher, g.debit, g.credit, g.amount_fen).where(
            g.book == book, g.voucher.in_(part)
        )
        for row in conn.execute(query.order_by(g.voucher, g.line)):
            found[roots[row.voucher]].append(
                Leg(
                    debit=chart.account(row.debit),
                    credit=chart.account(row.credit),
                    amount_fen=row.amount_fen,
                )
            )
    return found


def read_recall_keys(conn: sa.Connection, book: str, year: int) -> frozenset[str]:
    """Name the recalls of a prepayment year, by their keys."""
    e = s.event.c
    query = sa.select(e.key).where(e.book == book, e.kind == "recall", e.year == year)
    return frozenset(conn.execute(query.order_by(e.key)).scalars())


def read_recall_years(conn: sa.Connection, book: str, keys: Iterable[str]) -> set[int]:
    """Name the prepayment years of recalls."""
    e = s.event.c
    found: set[int] = set()
    for part in chunks(keys):
        query = sa.select(e.year).where(e.book == book, e.kind == "recall", e.key.in_(part))
        found |= set(conn.execute(query.order_by(e.key)).scalars())
    return found
