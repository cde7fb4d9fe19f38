"""登记来历: where one 登记事项 comes from, what it says, its papers, its people and its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.period import period_of
from ledger.basis.terms import EVENT_KINDS
from ledger.events.base import event_words
from ledger.formats.report import Report, book_line, joined, moment
from ledger.reports.registers.register_words import register_words
from ledger.reports.vouchers.explain import source_of, source_tree
from ledger.reports.vouchers.voucher_origin import (
    COLUMNS,
    pair_row,
    paper_pairs,
    seal_pair,
    seal_tree,
)
from ledger.reports.vouchers.voucher_sheet import LINK_DIGITS, person
from ledger.store.masters import read_hospitals
from ledger.store.relations.events import read_withdrawals
from ledger.store.standing.registers import read_register_events
from ledger.store.vouchers.provenance import read_seal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import sqlalchemy as sa

    from ledger.events.base import Event
    from ledger.masters.book import Book
    from ledger.voucher.shown import RegisterEntry
    from ledger.workflow.desk import Desk


def register_of(desk: Desk, conn: sa.Connection, book: Book, entry: RegisterEntry) -> Report:
    """Explain one 登记事项."""
    hospitals = read_hospitals(conn, desk.today(), {entry.hospital} - {""})
    return register_origin(
        book,
        entry,
        read_register_events(conn, book.code, [entry.id])[entry.id],
        holder=hospitals[entry.hospital].name if entry.hospital in hospitals else "",
        withdrawn_by=read_withdrawals(conn, book.code).get(entry.key, ""),
        seal=read_seal(conn, book.code, period_of(entry.booked)),
    )


def register_origin(
    book: Book,
    entry: RegisterEntry,
    event: Event,
    *,
    holder: str,
    withdrawn_by: str,
    seal: Mapping[str, object],
) -> Report:
    """Draw up one 登记事项's 来历.

    `holder` is the hospital's name; `withdrawn_by` the key of its 撤销登记, empty where it
    still counts; `seal` covers its month, empty before the close.
    """
    pairs = (
        *fact_pairs(entry, event, holder, withdrawn_by),
        *step_pairs(entry),
        seal_pair(seal),
    )
    return Report(
        title="登记来历",
        subtitle=(book_line(book), entry.key),
        columns=tuple(COLUMNS.values()),
        rows=tuple(pair_row(pair) for pair in pairs),
        alerts=(f"【已撤销】见 {withdrawn_by}",) if withdrawn_by else (),
        tree={
            **register_tree(entry, event, withdrawn_by),
            "seal": seal_tree(seal) if seal else None,
        },
    )


def fact_pairs(
    entry: RegisterEntry, event: Event, holder: str, withdrawn_by: str
) -> Iterator[tuple[str, str]]:
    """Say what was registered, and on which papers."""
    yield "业务", f"{EVENT_KINDS[entry.kind]}（登记事项，不记账），编号 {entry.key}"
    if withdrawn_by:
        yield "撤销", f"已由 {withdrawn_by} 撤销登记"
    if entry.hospital:
        yield "医疗机构", joined((entry.hospital, holder), " ")
    if entry.year:
        yield "预付年度", str(entry.year)
    yield "业务日期", entry.date.isoformat()
    yield "记账日期", entry.booked.isoformat()
    yield from register_words(event)
    yield "来源", source_of(entry)
    yield from paper_pairs(event.papers)


def step_pairs(entry: RegisterEntry) -> Iterator[tuple[str, str]]:
    """Say who did what, when, and where it stands in the chain."""
    yield "制单", f"{person(entry.signer('prepared_by'))}　{moment(entry.prepared_at)}"
    yield "审核并登记", f"{person(entry.signer('approved_by'))}　{moment(entry.approved_at)}"
    yield "链", f"{entry.chain_year}年第 {entry.position} 环　{entry.link[:LINK_DIGITS]}…"


def register_tree(entry: RegisterEntry, event: Event, withdrawn_by: str) -> dict[str, object]:
    """Write a 登记事项, whole, for programs."""
    return {
        "book": entry.book,
        "id": entry.id,
        "key": entry.key,
        "kind": entry.kind,
        "register": True,
        "date": entry.date,
        "booked": entry.booked,
        "hospital": entry.hospital or None,
        "year": entry.year or None,
        "words": event_words(event),
        "prepared_by": entry.prepared_by,
        "prepared_at": entry.prepared_at,
        "approved_by": entry.approved_by,
        "approved_at": entry.approved_at,
        "origin": entry.origin,
        "source": source_tree(entry),
        "withdrawn_by": withdrawn_by or None,
        "chain_year": entry.chain_year,
        "position": entry.position,
        "fact_digest": entry.fact_digest,
        "link": entry.link,
    }
