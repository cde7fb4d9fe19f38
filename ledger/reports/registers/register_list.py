"""登记簿: the 登记事项 of a book, one a line, in the order in which they took effect."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.terms import EVENT_KINDS
from ledger.formats.report import WORDS, Column, Report, book_line, moment, named_row
from ledger.reports.asking import by_book
from ledger.reports.kind import ReportKind
from ledger.reports.registers.register_origin import register_tree
from ledger.reports.registers.register_words import in_short
from ledger.reports.vouchers.explain import papers_of
from ledger.reports.vouchers.voucher_sheet import person
from ledger.store.masters import read_hospitals
from ledger.store.relations.events import read_withdrawals
from ledger.store.standing.registers import read_register_entries, read_register_events

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ledger.events.base import Event
    from ledger.masters.book import Book
    from ledger.reports.asking import Inquiry
    from ledger.voucher.shown import RegisterEntry

COLUMNS = MappingProxyType(
    {
        "position": Column(heading="环", align="right"),
        "date": Column(heading="业务日期"),
        "booked": Column(heading="记账日期", spare=True),
        "kind": Column(heading="业务"),
        "key": Column(heading="业务编号", wraps=12),
        "hospital": Column(heading="医疗机构编码", spare=True),
        "name": Column(heading="医疗机构", wraps=WORDS),
        "year": Column(heading="年度", align="right"),
        "words": Column(heading="内容", wraps=24),
        "papers": Column(heading="附件", wraps=WORDS, spare=True),
        "prepared_by": Column(heading="制单", spare=True),
        "approved_by": Column(heading="审核"),
        "approved_at": Column(heading="审核时间", shown="file"),
        "withdrawn": Column(heading="撤销"),
    }
)


def register_lists(inquiry: Inquiry) -> list[Report]:
    """登记簿 of the months asked for; hospital and prepayment year narrow it."""
    conn, book, asked = inquiry.conn, inquiry.book, inquiry.asked
    months = read_register_entries(conn, book.code, first=asked.first, last=asked.period)
    entries = [entry for entry in months if is_asked(entry, inquiry)]
    events = read_register_events(conn, book.code, [entry.id for entry in entries])
    hospitals = {entry.hospital for entry in entries if entry.hospital}
    listed = read_hospitals(conn, inquiry.desk.today(), hospitals)
    names = {code: hospital.name for code, hospital in listed.items()}
    pairs = [(entry, events[entry.id]) for entry in entries]
    return [register_list(book, pairs, names, read_withdrawals(conn, book.code))]


REPORT = ReportKind(
    name="registers",
    title="登记簿",
    draw=by_book(register_lists),
    words={"first": "", "hospital": "", "year": ""},
    listed=9,
    help_at=(5, 1),
    menu=8,
)


def is_asked(entry: RegisterEntry, inquiry: Inquiry) -> bool:
    """Return whether an entry is of the hospital and year asked for, and booked by the day."""
    asked, day = inquiry.asked, inquiry.day
    return (
        asked.hospital in ("", entry.hospital)
        and asked.year in (0, entry.year)
        and (day is None or entry.booked <= day)
    )


def register_list(
    book: Book,
    entries: Sequence[tuple[RegisterEntry, Event]],
    names: Mapping[str, str],
    withdrawn: Mapping[str, str],
) -> Report:
    """Draw up the 登记簿; `names` by hospital code, `withdrawn` the 撤销登记 by key withdrawn."""
    return Report(
        title=REPORT.title,
        subtitle=(book_line(book), f"共 {len(entries)} 项"),
        columns=tuple(COLUMNS.values()),
        rows=tuple(
            named_row(
                COLUMNS,
                {
                    "position": entry.position,
                    "date": entry.date,
                    "booked": entry.booked,
                    "kind": EVENT_KINDS[entry.kind],
                    "key": entry.key,
                    "hospital": entry.hospital,
                    "name": names.get(entry.hospital, ""),
                    "year": str(entry.year or ""),
                    "words": in_short(event),
                    "papers": papers_of(event),
                    "prepared_by": person(entry.signer("prepared_by")),
                    "approved_by": person(entry.signer("approved_by")),
                    "approved_at": moment(entry.approved_at),
                    "withdrawn": withdrawn.get(entry.key, ""),
                },
            )
            for entry, event in entries
        ),
        tree={
            "book": book.code,
            "registers": [
                register_tree(entry, event, withdrawn.get(entry.key, ""))
                for entry, event in entries
            ],
        },
    )
