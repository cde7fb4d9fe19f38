"""拨付核对表 of a prepayment year, read in sets: 核定, payments, papers and vouchers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.events.booked.allocation import Allocation
from ledger.events.citing import UNCHANGED, citations
from ledger.events.registers.assessment import Assessment
from ledger.projections.net_effects import effects_of
from ledger.reports.assess.show import newest_lines
from ledger.reports.assess.tie_parts import CitedPaper, TiePayment, TieRow
from ledger.store.masters import read_hospitals
from ledger.store.relations.changes import read_changes
from ledger.store.relations.documents import read_documents
from ledger.store.standing.tie_out import PostedEvent, read_posted_events
from ledger.store.vouchers.movements import Scope, read_scope

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    import sqlalchemy as sa

    from ledger.events.base import Event
    from ledger.events.citing import AmountChange
    from ledger.events.words import Paper
    from ledger.masters.book import Book
    from ledger.policy.facts import Citing, DocumentKey
    from ledger.workflow.desk import Desk


def tie_rows(
    desk: Desk, conn: sa.Connection, book: Book, year: int, until: dt.date
) -> list[TieRow]:
    """Put 核定, payments, papers and vouchers of a year together, by hospital."""
    paid = read_posted_events(conn, book.code, ("disbursement",), year=year, until=until)
    returned = returns_by_payment(conn, book, year, until)
    events = [one.event for one in paid]
    changes = read_changes(conn, book.code, (one.id for one in paid))
    documents = read_documents(conn, book.code, events, desk.chart(book.fund))
    scope = Scope(account=desk.chart(book.fund).roles["prepayment"], years=(year,))
    booked = {
        effect.first.id: sum(effect.nets.values())
        for effect in effects_of(read_scope(conn, book.code, scope, until=until))
    }
    amounts = {
        one.event.key: one.event.amount_fen + changes.get(one.id, UNCHANGED).bank_fen
        for one in paid
    }
    ordered = orders_by_number(paid)
    payments: dict[str, list[TiePayment]] = {}
    for one in paid:
        change = changes.get(one.id, UNCHANGED)
        payments.setdefault(one.event.hospital, []).append(
            TiePayment(
                key=one.event.key,
                date=one.event.date,
                bank_fen=amounts[one.event.key],
                orders=orders_of(one, ordered, amounts),
                receipts=receipts_of(one, change, documents),
                voucher=one.label,
                booked=one.booked,
                voucher_fen=booked.get(one.id, 0),
                returned_fen=returned.get(one.event.key, 0),
                irregular=one.event.irregular,
            )
        )
    return beside_approved(desk, conn, book, year, payments)


def beside_approved(
    desk: Desk,
    conn: sa.Connection,
    book: Book,
    year: int,
    payments: Mapping[str, Sequence[TiePayment]],
) -> list[TieRow]:
    """Put payments beside what was approved, hospital by hospital."""
    stored = newest_lines(conn, book.code, year)
    approved = {code: event for code, (_, event) in stored.items()}
    codes = sorted({*payments, *approved})
    listed = read_hospitals(conn, desk.today(), codes)
    names = {code: listed[code].name if code in listed else code for code in codes}
    rows = [
        tie_row(code, names[code], approved.get(code), payments.get(code, ())) for code in codes
    ]
    return [row for row in rows if row.payments or row.approved_fen]


def tie_row(code: str, name: str, line: Event | None, payments: Sequence[TiePayment]) -> TieRow:
    """Put one hospital's payments beside its 核定, if it has one."""
    assert line is None or isinstance(line, Assessment)
    return TieRow(
        hospital=code,
        name=name,
        approved_fen=line.amount_fen if line else None,
        approved_by=line.key if line else "",
        payments=tuple(sorted(payments, key=lambda payment: (payment.date, payment.voucher))),
    )


def returns_by_payment(
    conn: sa.Connection, book: Book, year: int, until: dt.date
) -> dict[str, int]:
    """Add up what the bank gave back (退汇), by the key of the payment."""
    sums: dict[str, int] = {}
    back = read_posted_events(conn, book.code, ("payment-return",), year=year, until=until)
    changes = read_changes(conn, book.code, (one.id for one in back))
    for one in back:
        key = getattr(one.event, "disbursement", "")
        fen = one.event.amount_fen + changes.get(one.id, UNCHANGED).bank_fen
        sums[key] = sums.get(key, 0) + fen
    return sums


def orders_by_number(paid: Sequence[PostedEvent]) -> dict[str, list[str]]:
    """Return the keys of the payments that each payment order stands behind, by its number."""
    found: dict[str, list[str]] = {}
    for one in paid:
        for paper in one.event.papers:
            if paper.type == "payment-order":
                found.setdefault(paper.number, []).append(one.event.key)
    return found


def orders_of(
    one: PostedEvent, ordered: Mapping[str, Sequence[str]], amounts: Mapping[str, int]
) -> tuple[CitedPaper, ...]:
    """Put a payment's orders beside what they order: this payment, or all of a batch together."""
    own = amounts[one.event.key]
    found = []
    for paper in one.event.papers:
        if paper.type != "payment-order":
            continue
        alone = paper.amount_fen in (0, own)
        keys = [one.event.key] if alone else ordered[paper.number]
        used = sum(amounts[key] for key in keys)
        found.append(
            CitedPaper(
                paper=paper, stated_fen=paper.amount_fen or used, used_fen=used, citing=len(keys)
            )
        )
    return tuple(found)


def receipts_of(
    one: PostedEvent, change: AmountChange, documents: Mapping[DocumentKey, Sequence[Citing]]
) -> tuple[CitedPaper, ...]:
    """Put a payment's receipts beside what all events that cite each use of it."""
    papers = {paper.number: paper for paper in one.event.papers if paper.type == "bank-receipt"}
    return tuple(
        cited_paper(papers[key.number], documents.get(key, (own,)))
        for key, own in citations(one.event, change)
        if key.type == "bank-receipt"
    )


def cited_paper(paper: Paper, citing: Sequence[Citing]) -> CitedPaper:
    """Put what a paper states beside what all that cite it use together."""
    stated = max((one.stated_fen for one in citing if one.explicit), default=0)
    used = sum(one.used_fen for one in citing)
    return CitedPaper(paper=paper, stated_fen=stated or used, used_fen=used, citing=len(citing))


def planned(conn: sa.Connection, book: Book, year: int, until: dt.date) -> tuple[int, str]:
    """Return what 财政 allocated in a year, and the 用款计划 that it was asked for by."""
    posted = read_posted_events(conn, book.code, ("allocation",), year=0, until=until)
    found = [one.event for one in posted if one.event.date.year == year]
    assert all(isinstance(event, Allocation) for event in found)
    papers = [paper for event in found for paper in event.papers]
    plans = dict.fromkeys(paper.number for paper in papers if paper.type == "funding-plan")
    return sum(event.amount_fen for event in found), "、".join(plans)
