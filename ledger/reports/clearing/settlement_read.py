"""What a year's 清算 is drawn from: movements by leaf, 属地经办机构, what came back after 核销."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.errors import refuse
from ledger.basis.period import year_of
from ledger.masters.chart import Leaf, is_under
from ledger.projections.settlement import settlement_rows
from ledger.reports.owed import control_of
from ledger.store.masters import read_hospitals
from ledger.store.standing.brought import read_brought
from ledger.store.standing.settled import read_summed
from ledger.store.vouchers.balances import balance_rows, read_accounts
from ledger.store.vouchers.movements import read_recoveries

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    import sqlalchemy as sa

    from ledger.masters.book import Book
    from ledger.projections.settlement import SettlementRow
    from ledger.workflow.desk import Desk


def settled_rows(
    desk: Desk,
    conn: sa.Connection,
    book: Book,
    *,
    last: str,
    until: date,
    recovered: bool = True,
) -> list[SettlementRow]:
    """Class what moved 医保预付金 from January to a month, booked by a day, by leaf.

    Whoever shows a year's 清算, on paper or on a page, asks this. `recovered` shows 核销后收回 too.
    """
    first, base = f"{year_of(last)}-01", control_of(desk, book)
    openings = balance_rows(conn, book, first=first, last=last, base=base)
    moved = read_summed(conn, book.code, base=base, first=first, last=last, until=until)
    back = read_recoveries(conn, book.code, first=first, last=last) if recovered else {}
    brought = read_brought(conn, book, year_of(last))
    shown = {row.leaf.account.code for row in openings} | {one.account for one in moved}
    leaves, recoveries = with_recoveries(desk, conn, book, back, shown | set(brought))
    return settlement_rows(openings, moved, leaves, recoveries, brought)


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
    shown: Iterable[str],
) -> tuple[dict[str, Leaf], dict[str, int]]:
    """Return the leaves of 医保预付金 that show something, and what was recovered, by code."""
    chart, base = desk.chart(book.fund), control_of(desk, book)
    owned = {
        chart.leaf("prepayment", hospital=hospital, year=year): fen
        for (hospital, year), fen in recovered.items()
    }
    codes = {code for code in shown if is_under(code, base)} | {own.code for own in owned}
    leaves = read_accounts(conn, book.code, sorted(codes))
    for own in owned:
        leaves.setdefault(own.code, Leaf(account=own, holder=own.hospital, name=own.code))
    return leaves, {own.code: fen for own, fen in owned.items()}
