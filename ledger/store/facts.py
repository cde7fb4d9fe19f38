"""Reads, in a handful of queries for a whole batch, the facts that its checks look at."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from ledger.events.checks import BOUNDING, UNCHANGED, citations
from ledger.events.moves import moved_legs
from ledger.events.payment_return import PaymentReturn
from ledger.policy.facts import Citing, DocumentKey, Facts, Payment, PostedVoucher
from ledger.policy.layers import load_layers
from ledger.policy.profile import Policy
from ledger.store import schema as s
from ledger.store.balances import first_open
from ledger.store.changes import not_taken_back, read_changes, read_fact_days
from ledger.store.confirm import read_named_letters
from ledger.store.masters import (
    chunks,
    read_areas,
    read_bank_accounts,
    read_hospitals,
)
from ledger.store.opening_ties import read_asked_totals
from ledger.store.policy import read_adopted, read_choices
from ledger.store.rows import event_of
from ledger.store.standing import read_standing
from ledger.store.uncalled import read_uncalled
from ledger.store.vouchers import Span, read_corrections, read_legs, read_papers
from ledger.voucher.cited import Cited, free_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ledger.events.base import Event
    from ledger.masters.book import Book
    from ledger.masters.chart import FundChart


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A key that a book holds already: its content, its id, and where it stands."""

    digest: str
    id: str


def read_facts(
    conn: sa.Connection,
    book: Book,
    chart: FundChart,
    events: Sequence[Event],
    today: date,
    policy: Policy | None = None,
) -> tuple[Facts, Cited]:
    """Read what the checks of these events need; `Cited` holds the mappings Facts shows.

    `policy` is the book's, where the caller has read it already.
    """
    vouchers = read_corrected(conn, book.code, events)
    standing = read_standing(conn, book.code, events, vouchers.values())
    letters, cutoffs = read_named_letters(conn, book.code, events)
    cited = Cited(
        payments=read_payments(conn, book.code, events, vouchers),
        documents=read_documents(conn, book.code, events),
        vouchers=vouchers,
        standings=standing.standings,
        gates=standing.gates,
        registers=standing.registers,
        letters=letters,
        cutoffs=cutoffs,
    )
    open_from, opening_open = first_open(conn, book)
    recalled = {event.hospital for event in events if event.KIND == "recall"}
    facts = Facts(
        book=book,
        chart=chart,
        policy=policy or adopted_policy(conn, book),
        today=today,
        open_from=open_from,
        opening_open=opening_open,
        hospitals=read_hospitals(conn, today, hospitals_named(events, chart)),
        banks=read_bank_accounts(conn, book.code),
        payments=cited.payments,
        documents=cited.documents,
        vouchers=cited.vouchers,
        standings=cited.standings,
        gates=cited.gates,
        registers=cited.registers,
        areas=read_areas(conn),
        letters=cited.letters,
        cutoffs=cited.cutoffs,
        openings=read_asked_totals(conn, book.code, events),
        uncalled=read_uncalled(conn, book.code, chart.roles["prepayment"], recalled),
    )
    return facts, cited


def adopted_policy(conn: sa.Connection, book: Book) -> Policy:
    """Give the policy that a book works from."""
    adopted = read_adopted(conn, book.code)
    layers = adopted.layers if adopted else load_layers(book.profile)
    return Policy(layers=layers, chosen=read_choices(conn, book.code))


def hospitals_named(events: Iterable[Event], chart: FundChart) -> set[str]:
    """Collect the hospital codes that events name, in their words or in what they move."""
    words = ("hospital", "successor", "counterparty")
    found = set()
    for event in events:
        found |= {code for word in words if (code := getattr(event, word, ""))}
        for leg in moved_legs(getattr(event, "moves", ()), chart):
            found |= {leg.debit.hospital, leg.credit.hospital} - {""}
    return found


def read_payments(
    conn: sa.Connection,
    book: str,
    events: Sequence[Event],
    vouchers: Mapping[str, PostedVoucher],
) -> dict[str, Payment]:
    """Read the disbursements that 退汇 or corrections name, with what was returned of them."""
    asked = {event.disbursement for event in events if isinstance(event, PaymentReturn)}
    asked |= {v.key for v in vouchers.values() if v.kind == "disbursement"}
    asked |= {v.settles for v in vouchers.values() if v.settles}
    e = s.event
    rows: list[sa.Row[Any]] = []
    for part in chunks(asked):
        paid = sa.select(e).where(
            e.c.book == book, e.c.kind == "disbursement", e.c.key.in_(part), not_taken_back(e)
        )
        rows += conn.execute(paid).all()
    changes = read_changes(conn, book, (row.id for row in rows))
    returned = read_returned(conn, book, {row.hospital for row in rows})
    return {
        row.key: Payment(
            key=row.key,
            date=date.fromisoformat(row.date),
            hospital=row.hospital,
            year=row.year,
            amount_fen=row.amount_fen + changes.get(row.id, UNCHANGED).bank_fen,
            account=json.loads(row.content)["from"],
            returned_fen=returned.get(row.key, 0),
        )
        for row in rows
    }


def read_returned(conn: sa.Connection, book: str, hospitals: Iterable[str]) -> dict[str, int]:
    """Add up what the bank sent back (退汇) of hospitals' payments, by the payment's key."""
    e = s.event
    returned: dict[str, int] = {}
    for part in chunks(hospitals):
        back = sa.select(e).where(
            e.c.book == book,
            e.c.kind == "payment-return",
            e.c.hospital.in_(part),
            not_taken_back(e),
        )
        for row in conn.execute(back):
            key = json.loads(row.content)["disbursement"]
            returned[key] = returned.get(key, 0) + row.amount_fen
    return returned


def read_documents(
    conn: sa.Connection, book: str, events: Sequence[Event]
) -> dict[DocumentKey, list[Citing]]:
    """Read who already cites the amount-bearing documents that these events cite or change."""
    papers = [paper for event in events for paper in event.papers]
    changed = tuple(sorted({e.corrects for e in events if e.corrects}))
    if changed:
        papers += [
            p for found in read_papers(conn, book, Span(ids=changed)).values() for p in found
        ]
    numbers = {paper.number for paper in papers if paper.type in BOUNDING}
    v, e = s.evidence.c, s.event
    ids: set[str] = set()
    for part in chunks(numbers):
        citing_ids = sa.select(v.event).where(
            v.book == book, v.type.in_(BOUNDING), v.number.in_(part)
        )
        ids.update(conn.execute(citing_ids).scalars())
    held = read_papers(conn, book, Span(ids=tuple(sorted(ids)))) if ids else {}
    changes = read_changes(conn, book, ids)
    documents: dict[DocumentKey, list[Citing]] = {}
    rows: list[sa.RowMapping] = []
    for part in chunks(ids):
        query = sa.select(e).where(e.c.book == book, e.c.id.in_(part), not_taken_back(e))
        rows += conn.execute(query).mappings()
    for row in sorted(rows, key=lambda row: (row["chain_year"], row["position"])):
        event = event_of(dict(row), held[row["id"]])
        for key, citing in citations(event, changes.get(row["id"], UNCHANGED)):
            documents.setdefault(key, []).append(citing)
    ordered = {
        citing.hospital
        for key, citings in documents.items()
        for citing in citings
        if key.type == "payment-order"
    }
    for payment, fen in read_returned(conn, book, ordered - {""}).items():
        free_order(documents, payment, fen)
    return documents


def read_corrected(
    conn: sa.Connection, book: str, events: Sequence[Event]
) -> dict[str, PostedVoucher]:
    """Read the vouchers that these events correct, by id."""
    ids = tuple(sorted({event.corrects for event in events if event.corrects}))
    return read_posted(conn, book, ids) if ids else {}


def read_posted(conn: sa.Connection, book: str, ids: tuple[str, ...]) -> dict[str, PostedVoucher]:
    """Read posted vouchers as a correction needs them, by id."""
    legs, _ = read_legs(conn, book, Span(ids=ids))
    _, corrected_by = read_corrections(conn, book)
    days = read_fact_days(conn, book, ids)
    v, e, c = s.voucher.c, s.event.c, s.correction.c
    found = {}
    for part in chunks(ids):
        query = (
            sa.select(s.event, v.period, v.number, v.movement, v.summary, c.form)
            .join(s.voucher, sa.and_(v.book == e.book, v.id == e.id))
            .outerjoin(s.correction, sa.and_(c.book == v.book, c.voucher == v.id))
            .where(v.book == book, v.id.in_(part))
        )
        for row in conn.execute(query):
            returned = row.kind == "payment-return"
            found[row.id] = PostedVoucher(
                id=row.id,
                key=row.key,
                kind=row.movement,
                period=row.period,
                number=row.number,
                date=date.fromisoformat(row.date),
                day=days[row.id],
                booked=date.fromisoformat(row.booked),
                summary=row.summary,
                form=row.form or "",
                corrected_by=corrected_by.get(row.id, ""),
                settles=json.loads(row.content)["disbursement"] if returned else "",
                settles_fen=row.amount_fen if returned else 0,
                legs=tuple(legs[row.id]),
            )
    return found


def read_keys(conn: sa.Connection, book: str, keys: Iterable[str]) -> dict[str, Known]:
    """Find which business keys a book holds already, posted or as live drafts."""
    found = {}
    for part in chunks(keys):
        for table in (s.event, s.draft):
            t = table.c
            query = sa.select(t.key, t.content_digest, t.id).where(t.book == book, t.key.in_(part))
            for key, digest, id_ in conn.execute(query):
                found[key] = Known(digest=digest, id=id_)
    return found


def read_drafts(
    conn: sa.Connection, book: str, ids: Iterable[str] | None = None
) -> list[dict[str, Any]]:
    """Read drafts as rows in the order they were prepared: all of a book's, or those asked for."""
    d = s.draft
    query = sa.select(d).where(d.c.book == book).order_by(d.c.id)
    parts = [query] if ids is None else [query.where(d.c.id.in_(part)) for part in chunks(ids)]
    names = d.c.keys()
    return [
        dict(zip(names, row, strict=True)) for part in parts for row in conn.execute(part).all()
    ]


def name_drafts(conn: sa.Connection, book: str) -> list[dict[str, str]]:
    """Read what a book's drafts are called (id, unit, key), in the order they were prepared."""
    d = s.draft.c
    query = sa.select(d.id, d.unit, d.key).where(d.book == book).order_by(d.id)
    return [dict(row) for row in conn.execute(query).mappings()]


def read_event(conn: sa.Connection, book: str, id_: str) -> Event:
    """Read one posted event back, with its papers."""
    row = conn.execute(sa.select(s.event).where(s.event.c.book == book, s.event.c.id == id_))
    papers = read_papers(conn, book, Span(ids=(id_,))).get(id_, ())
    return event_of(dict(row.mappings().one()), papers)
