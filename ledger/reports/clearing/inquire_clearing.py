"""查询: 未清项 and 清算表 of 医保预付金, both proved against its balance; nothing here writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.errors import refuse
from ledger.basis.period import last_day, period_of, year_of
from ledger.masters.chart import Leaf, is_under
from ledger.projections.clearing import clear
from ledger.projections.settlement import settlement_rows
from ledger.reports.books.inquire_books import until_asked
from ledger.reports.clearing.cleared_items import cleared_items
from ledger.reports.clearing.open_items import open_items
from ledger.reports.clearing.settlement import settlement
from ledger.reports.inquire import month_asked
from ledger.reports.owed import balance_of, control_of, noted
from ledger.store.balances import balance_rows, read_accounts
from ledger.store.brought import read_brought
from ledger.store.engine import reading
from ledger.store.masters import read_hospitals
from ledger.store.movements import Scope, read_movements, read_recoveries
from ledger.workflow.desk import books_asked

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    import sqlalchemy as sa

    from ledger.formats.report import Report
    from ledger.masters.book import Book
    from ledger.workflow.desk import Desk


def open_item_lists(
    desk: Desk,
    book: str,
    period: str,
    day: date | None,
    *,
    hospital: str,
    year: int,
    items: bool,
) -> list[Report]:
    """未清项 of a day by hospital, year and age; with `items`, what cleared which payment."""
    with reading(desk.engine) as conn:
        reports = []
        known = not hospital
        for one in books_asked(conn, book):
            on = day or last_day(month_asked(desk, conn, one, period))
            leaves = read_accounts(conn, one.code)
            known = known or any(leaf.account.hospital == hospital for leaf in leaves.values())
            base = control_of(desk, one)
            every = items and bool(hospital)
            years = (year,) if year else years_open(conn, one, base, on, every=every)
            scope = Scope(account=base, years=years)
            moved = read_movements(conn, one.code, scope, last=period_of(on), until=on)
            found = [
                item
                for item in clear(moved, {code: leaf.account.year for code, leaf in leaves.items()})
                if not hospital or leaves[item.account].account.hospital == hospital
            ]
            if items:
                reports.append(cleared_items(one, on, found, leaves))
                continue
            control = None if hospital or year else balance_of(conn, one, base, on)
            made = open_items(one, on, found, leaves, control_fen=control)
            reports.append(made if control is None else noted(desk, conn, one, on, made))
    if not known:
        raise refuse("NOTHING_FOUND", f"没有 {hospital} 的预付金", "核对 --hospital 和 --book")
    return reports


def years_open(
    conn: sa.Connection, book: Book, base: str, day: date, *, every: bool
) -> tuple[int, ...]:
    """Return the prepayment years with a balance at a month end; () means all of them.

    What is cleared is cleared within its prepayment year, so that closed years need no look.
    """
    period = period_of(day)
    if every or day != last_day(period):
        return ()
    rows = balance_rows(conn, book, first=period, last=period, base=base)
    return tuple(sorted({row.leaf.account.year for row in rows if row.closing_fen})) or (day.year,)


def settlements(
    desk: Desk, book: str, period: str, year: int, day: date | None = None, *, agency: str = ""
) -> list[Report]:
    """清算表 of a year up to a month or a day; `agency` keeps one 属地经办机构's hospitals."""
    with reading(desk.engine) as conn:
        agencies = agencies_of(conn, desk.today(), agency)
        reports = []
        for one in books_asked(conn, book):
            last = until_asked(desk, conn, one, period, year)
            first = f"{year_of(last)}-01"
            base = control_of(desk, one)
            openings = balance_rows(conn, one, first=first, last=last, base=base)
            scope = Scope(account=base)
            until = day or last_day(last)
            moved = read_movements(conn, one.code, scope, first=first, last=last, until=until)
            recovered = read_recoveries(conn, one.code, first=first, last=last)
            leaves, recoveries = with_recoveries(desk, conn, one, recovered)
            brought = read_brought(conn, one, year_of(last))
            rows = settlement_rows(openings, moved, leaves, recoveries, brought)
            if agency:
                rows = [row for row in rows if row.leaf.account.hospital in agencies]
            made = settlement(
                one,
                year=year_of(last),
                last=last,
                rows=rows,
                control_fen=None if agency else balance_of(conn, one, base, until),
                agencies=agencies,
            )
            reports.append(made if agency else noted(desk, conn, one, until, made))
    return reports


def agencies_of(conn: sa.Connection, day: date, agency: str) -> dict[str, str]:
    """The 属地经办机构 by hospital, of all or of the one asked for; refuse an unknown one."""
    found = {
        hospital.code: hospital.agency
        for hospital in read_hospitals(conn, day).values()
        if hospital.agency and agency in ("", hospital.agency)
    }
    if agency and not found:
        raise refuse(
            "NOTHING_FOUND",
            f"名单里没有属地经办机构为“{agency}”的医疗机构",
            "核对 --agency 和医疗机构名单：prepay hospital list",
        )
    return found


def with_recoveries(
    desk: Desk,
    conn: sa.Connection,
    book: Book,
    recovered: Mapping[tuple[str, int], int],
) -> tuple[dict[str, Leaf], dict[str, int]]:
    """Return the leaves of 医保预付金 by code, and what was recovered for each."""
    chart = desk.chart(book.fund)
    base = control_of(desk, book)
    accounts = read_accounts(conn, book.code)
    leaves = {code: leaf for code, leaf in accounts.items() if is_under(code, base)}
    recoveries = {}
    for (hospital, year), fen in recovered.items():
        own = chart.leaf("prepayment", hospital=hospital, year=year)
        recoveries[own.code] = fen
        named = Leaf(account=own, holder=hospital, name=own.code)
        leaves.setdefault(own.code, named)
    return leaves, recoveries
