"""Reads who cites the documents that bear an amount: receipts, orders, and what measures a loss."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from ledger.events.booked.payment_return import PaymentReturn
from ledger.events.citing import BOUNDING, citations
from ledger.events.losses.loss_documents import LOSS_PAPERS
from ledger.store.masters import chunks
from ledger.store.relations.events import EventPick, read_event_rows, within
from ledger.store.relations.papers import read_papers_moved, read_posted_papers
from ledger.store.standing.standing import books_of_area
from ledger.store.tables import schema as s
from ledger.store.vouchers.histories import as_they_stand
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
    ids: set[str] = set()
    for part in chunks(numbers):
        bound = {"book": book, "types": types, "numbers": part}
        ids.update(conn.execute(CITING, bound).scalars())
    # What put papers right speaks for the voucher that it names.
    moved = read_papers_moved(conn, book, ids)
    ids = (ids | set(moved.values())) - moved.keys()
    rows = read_event_rows(conn, book, EventPick(ids=ids, standing=True))
    return [event for _, now in as_they_stand(conn, book, rows, chart) for event in now]


def citing_statement() -> sa.Select[Any]:
    """Build the statement for who cites documents of some types and numbers."""
    v = s.evidence.c
    query = sa.select(v.event).where(v.book == sa.bindparam("book"))
    return query.where(within(v.type, "types"), within(v.number, "numbers"))


CITING = citing_statement()


def read_loss_uses(
    conn: sa.Connection, book: str, chart: FundChart
) -> Mapping[DocumentKey, Sequence[Citing]]:
    """Read who cites, in any book of the area, what measures the losses of one book."""
    rows = read_event_rows(conn, book, EventPick(kinds=("write-off", "paper-correction")))
    papers = read_posted_papers(conn, book, (row["id"] for row in rows))
    cited = [paper for held in papers.values() for paper in held if paper.type in LOSS_PAPERS]
    numbers = {paper.number for paper in cited}
    documents: dict[DocumentKey, list[Citing]] = {}
    for one in books_of_area(book) if numbers else ():
        for event in read_citing(conn, one, tuple(LOSS_PAPERS), numbers, chart):
            for key, citing in citations(event):
                if key.type in LOSS_PAPERS:
                    documents.setdefault(key, []).append(citing)
    return documents


def read_stated(conn: sa.Connection, book: str, chart: FundChart, pick: EventPick) -> list[Event]:
    """Read events, without their papers, as they stand after their corrections."""
    rows = sorted(read_event_rows(conn, book, pick), key=lambda row: row["id"])
    stated = as_they_stand(conn, book, rows, chart, with_papers=False)
    return [event for _, now in stated for event in now]


def read_returned(
    conn: sa.Connection, book: str, hospitals: Iterable[str], chart: FundChart
) -> dict[str, int]:
    """Add up what the bank sent back (退汇) of hospitals' payments, by the payment's key."""
    pick = EventPick(kinds=(PaymentReturn.KIND,), hospitals=set(hospitals), standing=True)
    returned: dict[str, int] = {}
    for back in read_stated(conn, book, chart, pick):
        assert isinstance(back, PaymentReturn)
        returned[back.disbursement] = returned.get(back.disbursement, 0) + back.amount_fen
    return returned
