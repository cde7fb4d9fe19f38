"""查询: the 备查簿 of a book, or one hospital's page of it; nothing here writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.errors import refuse
from ledger.dues.debts import debts_of
from ledger.reports.registers.memorandum import POSTED, REGISTERED, lines_of, memorandum
from ledger.reports.registers.memorandum_page import memorandum_page
from ledger.store.assess import read_moved
from ledger.store.balances import read_accounts
from ledger.store.engine import reading
from ledger.store.masters import read_hospitals
from ledger.store.memorandum import read_moving, read_touching
from ledger.store.registers import (
    read_register_entries,
    read_register_events,
    read_withdrawals,
)
from ledger.workflow.book_states import book_states
from ledger.workflow.desk import books_asked

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date

    import sqlalchemy as sa

    from ledger.dues.debts import Debts
    from ledger.dues.values import BookState
    from ledger.events.base import Event
    from ledger.formats.report import Report
    from ledger.reports.registers.memorandum import MemoLine
    from ledger.voucher.shown import RegisterEntry, Voucher
    from ledger.workflow.desk import Desk


def memorandums(
    desk: Desk, book: str, day: date | None, *, hospital: str = "", year: int = 0
) -> list[Report]:
    """备查簿 of each book up to a day; with `hospital` its page, of all prepayment years or one."""
    on = day or desk.today()
    reports = []
    with reading(desk.engine) as conn:
        for state in book_states(desk, conn, books_asked(conn, book), on, history=True):
            if not hospital:
                reports.append(memorandum(state, kept_lines(conn, state, year)))
                continue
            page = hospital_page(desk, conn, state, hospital, year)
            if page is not None:
                reports.append(page)
    if not reports:
        raise refuse("NOTHING_FOUND", f"没有 {hospital} 的登记和凭证", "核对 --hospital 和 --book")
    return reports


def kept_lines(conn: sa.Connection, state: BookState, year: int) -> list[MemoLine]:
    """Read the lines that the 备查簿 keeps of all hospitals."""
    code = state.book.code
    vouchers = [v for v in read_moving(conn, code, POSTED, state.on) if year in (0, v.year)]
    entries = registered(conn, code, state.on, REGISTERED)
    kept = [(entry, event) for entry, event in entries if year in (0, entry.year)]
    return lines_of(state, vouchers, kept, read_withdrawals(conn, code))


def registered(
    conn: sa.Connection, book: str, on: date, kinds: Collection[str]
) -> list[tuple[RegisterEntry, Event]]:
    """Read 登记事项 of these kinds up to a day; no kinds means all."""
    entries = [
        entry
        for entry in read_register_entries(conn, book)
        if entry.booked <= on and (not kinds or entry.kind in kinds)
    ]
    events = read_register_events(conn, book, [entry.id for entry in entries])
    return [(entry, events[entry.id]) for entry in entries]


def hospital_page(
    desk: Desk, conn: sa.Connection, state: BookState, code: str, year: int
) -> Report | None:
    """Draw up a hospital's page; None where a book knows nothing of it."""
    book = state.book
    found = read_hospitals(conn, state.on, {code})
    leaves = read_accounts(conn, book.code)
    held = {leaf.account.year for leaf in leaves.values() if leaf.account.hospital == code}
    years = sorted(one for one in held if year in (0, one))
    base = desk.chart(book.fund).roles["prepayment"]
    debts = {one: debts_of(read_moved(conn, book.code, base=base, year=one)) for one in years}
    line = {one: set(debts[one].line(code)) for one in years}
    accounts = {
        leaf.account.code
        for leaf in leaves.values()
        if leaf.account.hospital in line.get(leaf.account.year, ())
    }
    touching = read_touching(conn, book.code, code, accounts, state.on)
    vouchers = [v for v in touching if year in (0, v.year) and concerns(v, code, debts)]
    entries = [
        (entry, event)
        for entry, event in registered(conn, book.code, state.on, ())
        if entry.hospital == code and (year in (0, entry.year) or not entry.year)
    ]
    if not vouchers and not entries:
        return None
    hospital = found.get(code)
    if hospital is None:
        raise refuse(
            "HOSPITAL_UNKNOWN", f"医疗机构 {code} 不在名单内", "核对编码：prepay hospital list"
        )
    lines = lines_of(state, vouchers, entries, read_withdrawals(conn, book.code))
    return memorandum_page(state, hospital, lines, debts)


def concerns(voucher: Voucher, code: str, debts: Mapping[int, Debts]) -> bool:
    """Tell a voucher of the hospital, or one of a successor since it took over."""
    if voucher.hospital == code:
        return True
    found = debts.get(voucher.year)
    if found is None:
        return False
    since = found.taken_on(code, voucher.hospital)
    own = any(line.account.split(".")[-2:-1] == [code] for line in voucher.lines)
    return own or (since is not None and voucher.date >= since)
