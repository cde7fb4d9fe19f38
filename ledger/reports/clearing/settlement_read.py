"""What the 清算表 is drawn from beside the books: 属地经办机构, and what came back after 核销."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.errors import refuse
from ledger.masters.chart import Leaf, is_under
from ledger.reports.owed import control_of
from ledger.store.balances import read_accounts
from ledger.store.masters import read_hospitals

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    import sqlalchemy as sa

    from ledger.masters.book import Book
    from ledger.workflow.desk import Desk


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
