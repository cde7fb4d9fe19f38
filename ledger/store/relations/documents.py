"""Reads who cites the documents that bear an amount: receipts, orders, and what measures a loss."""

from __future__ import annotations

from itertools import chain
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
    from collections.abc import Container, Iterable, Mapping, Sequence

    from ledger.events.base import Event
    from ledger.events.words import Paper
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
        for event in read_citing(conn, one, types, paper_numbers(papers, types), chart):
            note_citing(documents, event)
    for payment, fen in read_returned(conn, book, hospitals_ordered(documents), chart).items():
        free_order(documents, payment, fen)
    return documents


def paper_numbers(papers: Iterable[Paper], types: Container[str]) -> set[str]:
    """Return the numbers of the papers of some types."""
    return {paper.number for paper in papers if paper.type in types}


def note_citing(documents: dict[DocumentKey, list[Citing]], event: Event) -> None:
    """Note what an event cites."""
    for key, citing in citations(event):
        documents.setdefault(key, []).append(citing)


def hospitals_ordered(documents: Mapping[DocumentKey, Sequence[Citing]]) -> set[str]:
    """Return the hospitals that payment orders name."""
    orders = [citings for key, citings in documents.items() if key.type == "payment-order"]
    return {citing.hospital for citings in orders for citing in citings} - {""}


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
    numbers = paper_numbers(chain.from_iterable(papers.values()), LOSS_PAPERS)
    documents: dict[DocumentKey, list[Citing]] = {}
    for one in books_of_area(book) if numbers else ():
        for event in read_citing(conn, one, tuple(LOSS_PAPERS), numbers, chart):
            note_citing(documents, event)
    return {key: citings for key, citings in documents.items() if key.type in LOSS_PAPERS}


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
