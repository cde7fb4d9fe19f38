"""查询: the 登记簿, and where one 登记事项 comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.period import period_of
from ledger.reports.registers.register_list import register_list
from ledger.reports.registers.register_origin import register_origin
from ledger.store.engine import reading
from ledger.store.masters import read_hospitals
from ledger.store.provenance import read_seal
from ledger.store.registers import (
    read_register_entries,
    read_register_events,
    read_withdrawals,
)
from ledger.workflow.desk import books_asked

if TYPE_CHECKING:
    from datetime import date

    import sqlalchemy as sa

    from ledger.formats.report import Report
    from ledger.masters.book import Book
    from ledger.voucher.shown import RegisterEntry
    from ledger.workflow.desk import Desk


def register_lists(
    desk: Desk,
    book: str,
    first: str,
    last: str,
    *,
    hospital: str,
    year: int,
    day: date | None = None,
) -> list[Report]:
    """登记簿 of the months asked for; `hospital` and prepayment `year` narrow it."""
    with reading(desk.engine) as conn:
        reports = []
        for one in books_asked(conn, book):
            entries = [
                entry
                for entry in read_register_entries(conn, one.code, first=first, last=last)
                if hospital in ("", entry.hospital)
                and year in (0, entry.year)
                and (day is None or entry.booked <= day)
            ]
            events = read_register_events(conn, one.code, [entry.id for entry in entries])
            named = {entry.hospital for entry in entries if entry.hospital}
            names = {
                code: found.name
                for code, found in read_hospitals(conn, desk.today(), named).items()
            }
            pairs = [(entry, events[entry.id]) for entry in entries]
            withdrawn = read_withdrawals(conn, one.code)
            reports.append(register_list(one, pairs, names, withdrawn))
    return reports


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
