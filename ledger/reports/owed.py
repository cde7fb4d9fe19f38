"""未收回: what is owed of a book on a day, by 记账日期 and by the day of the fact.

Books, 附注 and 账龄 go by 记账日期, letters, deadlines and 公示 by the bank's day. Where a receipt
of December is booked in January both are right and differ: whoever tells one tells the other.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ledger.basis.money import grouped
from ledger.basis.period import last_day, period_of
from ledger.masters.chart import is_under
from ledger.store.standing.settled import read_booked_later
from ledger.store.vouchers.balances import balance_rows
from ledger.store.vouchers.movements import balances_on

if TYPE_CHECKING:
    from datetime import date

    import sqlalchemy as sa

    from ledger.formats.report import Report
    from ledger.masters.book import Book
    from ledger.workflow.desk import Desk


def control_of(desk: Desk, book: Book) -> str:
    """Return the code that all 医保预付金 stands below; what lower agencies hold is not in it."""
    return desk.chart(book.fund).roles["prepayment"]


def balance_of(conn: sa.Connection, book: Book, base: str, day: date) -> int:
    """An account's balance on a day; at a month end from 发生额, as the 科目余额表 has it."""
    period = period_of(day)
    if day == last_day(period):
        rows = balance_rows(conn, book, first=period, last=period, base=base)
    else:
        rows = balances_on(conn, book, day)
    return sum(row.closing_fen for row in rows if is_under(row.leaf.account.code, base))


def noted(desk: Desk, conn: sa.Connection, book: Book, day: date, report: Report) -> Report:
    """Say below a whole book's balance what stands beside it."""
    return replace(report, notes=(*report.notes, *owed_notes(desk, conn, book, day)))


def owed_notes(desk: Desk, conn: sa.Connection, book: Book, day: date) -> tuple[str, ...]:
    """Say what stands beside a balance of 医保预付金: the bridge, and money passed down."""
    return (*bridge_notes(desk, conn, book, day), *passed_notes(desk, conn, book, day))


def passed_notes(desk: Desk, conn: sa.Connection, book: Book, day: date) -> tuple[str, ...]:
    """Say what lower agencies hold, which is in no hospital's balance; () where nothing is."""
    fen = balance_of(conn, book, desk.chart(book.fund).roles["lower_agency"], day)
    if not fen:
        return ()
    told = f"{book.name}：另有拨付下级经办机构 {grouped(fen)}，不在上面的余额内；"
    return (f"{told}逐个下级见上下级核对（prepay report agency-tie）。",)


def bridge_notes(desk: Desk, conn: sa.Connection, book: Book, day: date) -> tuple[str, ...]:
    """Say both figures of a day and what lies between; () where nothing does."""
    base = control_of(desk, book)
    later = read_booked_later(conn, book.code, base=base, day=day)
    if not later:
        return ()
    booked = balance_of(conn, book, base, day)
    told = f"{book.name}：按记账日期，{day} 未收回 {grouped(booked)}；"
    between = f"{day} 以前已经发生、以后才记账的 {grouped(later)}；"
    return (f"{told}{between}按业务日期未收回 {grouped(booked + later)}。",)
