"""Reads who cites the documents that bear an amount: receipts, orders, and what measures a loss."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from ledger.events.checks import BOUNDING, citations
from ledger.events.loss_documents import LOSS_PAPERS
from ledger.events.payment_return import PaymentReturn
from ledger.store import schema as s
from ledger.store.changes import not_taken_back
from ledger.store.histories import read_states
from ledger.store.masters import chunks
from ledger.store.papers import read_papers_moved
from ledger.store.rows import event_of
from ledger.store.standing import books_of_area
from ledger.store.vouchers import Span, read_papers
from ledger.voucher.cited import free_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ledger.events.base import Event
    from ledger.masters.chart import FundChart
    from ledger.policy.facts import Citing, DocumentKey


def read_documents(
    conn: sa.Connection, book: str, events: Sequence[Event], chart: FundChart
) -> dict[DocumentKey, list[Citing]]:
    """Read who already cites the amount-bearing documents that these events cite or change.

    What measures a loss bounds the books of the area together.
    """
    papers = [paper for event in events for paper in event.papers]
    documents: dict[DocumentKey, list[Citing]] = {}
    for one in sorted(books_of_area(book), key=lambda one: one != book):
        types = BOUNDING if one == book else tuple(LOSS_PAPERS)
        numbers = {paper.number for paper in papers if paper.type in types}
        for event in read_citing(conn, one, types, numbers, chart):
            for key, citing in citations(event):
                documents.setdefault(key, []).append(citing)
    ordered = {
        citing.hospital
        for key, citings in documents.items()
        for citing in citings
        if key.type == "payment-order"
    }
    for payment, fen in read_returned(conn, book, ordered - {""}, chart).items():
        free_order(documents, payment, fen)
    return documents


def read_citing(
    conn: sa.Connection,
    book: str,
    types: Sequence[str],
    numbers: Iterable[str],
    chart: FundChart,
) -> list[Event]:
    """Read the facts of a book, as they stand, that cite papers of these types and numbers."""
    v, e = s.evidence.c, s.event
    ids: set[str] = set()
    for part in chunks(numbers):
        citing_ids = sa.select(v.event).where(v.book == book, v.type.in_(types), v.number.in_(part))
        ids.update(conn.execute(citing_ids).scalars())
    # What put papers right speaks for the voucher that it names.
    moved = read_papers_moved(conn, book, ids)
    ids = (ids | set(moved.values())) - moved.keys()
    held = read_papers(conn, book, Span(ids=tuple(sorted(ids)))) if ids else {}
    states = read_states(conn, book, ids, chart)
    rows: list[sa.RowMapping] = []
    for part in chunks(ids):
        query = sa.select(e).where(e.c.book == book, e.c.id.in_(part), not_taken_back(e))
        rows += conn.execute(query).mappings()
    found: list[Event] = []
    for row in sorted(rows, key=lambda row: (row["chain_year"], row["position"])):
        as_posted = event_of(dict(row), held.get(row["id"], ()))
        found += states.get(row["id"], [as_posted])
    return found


def read_loss_uses(
    conn: sa.Connection, book: str, chart: FundChart
) -> Mapping[DocumentKey, Sequence[Citing]]:
    """Read who cites, in any book of the area, what measures the losses of one book."""
    v, e = s.evidence.c, s.event.c
    query = (
        sa.select(v.number)
        .join(s.event, sa.and_(e.book == v.book, e.id == v.event))
        .where(v.book == book, v.type.in_(tuple(LOSS_PAPERS)))
        .where(e.kind.in_(("write-off", "paper-correction")))
    )
    numbers = set(conn.execute(query.order_by(v.number)).scalars())
    documents: dict[DocumentKey, list[Citing]] = {}
    for one in books_of_area(book) if numbers else ():
        for event in read_citing(conn, one, tuple(LOSS_PAPERS), numbers, chart):
            for key, citing in citations(event):
                if key.type in LOSS_PAPERS:
                    documents.setdefault(key, []).append(citing)
    return documents


def read_stated(
    conn: sa.Connection,
    book: str,
    chart: FundChart,
    kind: str,
    wanted: sa.ColumnElement[bool],
) -> list[Event]:
    """Read events of a kind, without their papers, as they stand after their corrections."""
    e = s.event
    query = sa.select(e).where(e.c.book == book, e.c.kind == kind, wanted, not_taken_back(e))
    rows = [dict(row) for row in conn.execute(query.order_by(e.c.id)).mappings()]
    states = read_states(conn, book, (row["id"] for row in rows), chart)
    found: list[Event] = []
    for row in rows:
        found += states[row["id"]] if row["id"] in states else [event_of(row, ())]
    return found


def read_returned(
    conn: sa.Connection, book: str, hospitals: Iterable[str], chart: FundChart
) -> dict[str, int]:
    """Add up what the bank sent back (退汇) of hospitals' payments, by the payment's key."""
    returned: dict[str, int] = {}
    for part in chunks(hospitals):
        for back in read_stated(conn, book, chart, "payment-return", s.event.c.hospital.in_(part)):
            assert isinstance(back, PaymentReturn)
            returned[back.disbursement] = returned.get(back.disbursement, 0) + back.amount_fen
    return returned
