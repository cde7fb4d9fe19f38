"""查询: 总账, and the 科目余额表 of a day; up to which month."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.errors import refuse, unclear
from ledger.basis.period import period_of, year_of
from ledger.masters.chart import is_under
from ledger.reports.books.general_ledger import LedgerAccount, MonthSums, general_ledger
from ledger.reports.books.trial_balance import trial_balance
from ledger.reports.inquire import month_asked
from ledger.store.balances import balance_rows, read_accounts
from ledger.store.brought import read_brought
from ledger.store.engine import reading
from ledger.store.movements import balances_on, read_months
from ledger.workflow.desk import books_asked

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    import sqlalchemy as sa

    from ledger.formats.report import Report
    from ledger.masters.book import Book
    from ledger.masters.chart import Leaf
    from ledger.workflow.desk import Desk


def until_asked(desk: Desk, conn: sa.Connection, book: Book, period: str, year: int) -> str:
    """Return the month up to which a year is asked for; a year by itself means all of it."""
    if year and not period:
        return f"{year}-12"
    month = month_asked(desk, conn, book, period)
    if year and year_of(month) != year:
        raise unclear(
            "PERIOD_UNCLEAR", f"月份 {month} 不在 {year} 年", "--year 和 --period 写一个就够"
        )
    return month


def trial_balances_on(desk: Desk, book: str, day: date) -> list[Report]:
    """科目余额表 of a day: the month's 发生额 booked by then, and the balance on that day."""
    with reading(desk.engine) as conn:
        return [
            trial_balance(one, period_of(day), balances_on(conn, one, day), desk.chart(one.fund))
            for one in books_asked(conn, book)
        ]


def general_ledgers(
    desk: Desk, book: str, period: str, year: int, account: str, day: date | None = None
) -> list[Report]:
    """总账 of a year up to a month or a day: first-level accounts, or the one asked for."""
    with reading(desk.engine) as conn:
        reports = []
        for one in books_asked(conn, book):
            last = until_asked(desk, conn, one, period, year)
            first = max(f"{year_of(last)}-01", one.start)
            accounts = ledger_accounts(desk, conn, one, first, last, account, day)
            if first <= last and (accounts or not account):
                reports.append(general_ledger(one, first=first, last=last, accounts=accounts))
    if not reports:
        raise refuse("NOTHING_FOUND", "没有符合条件的科目或月份", "核对 --account、--book 和月份")
    return reports


def ledger_accounts(
    desk: Desk,
    conn: sa.Connection,
    book: Book,
    first: str,
    last: str,
    account: str,
    day: date | None,
) -> list[LedgerAccount]:
    """Add leaves up into the accounts of the 总账."""
    months = read_months(conn, book, year=year_of(last), last=last)
    if day is not None:
        for row in balances_on(conn, book, day):
            months.setdefault(row.leaf.account.code, {})[last] = (row.debit_fen, row.credit_fen)
    brought = read_brought(conn, book, year_of(last))
    openings = {
        row.leaf.account.code: row.opening_fen
        for row in balance_rows(conn, book, first=first, last=first)
    }
    codes = sorted({code for code, fen in openings.items() if fen} | {*months, *brought})
    leaves = read_accounts(conn, book.code)
    heads = [account] if account else sorted({code.partition(".")[0] for code in codes})
    found = []
    for head in heads:
        below = [code for code in codes if is_under(code, head)]
        if not below:
            continue
        sums: dict[str, tuple[int, int]] = {}
        for code in below:
            for period, (debit, credit) in months.get(code, {}).items():
                before = sums.get(period, (0, 0))
                sums[period] = (before[0] + debit, before[1] + credit)
        found.append(
            LedgerAccount(
                code=head,
                name=account_name(desk, book, head, leaves[below[0]]),
                opening_fen=sum(openings.get(code, 0) for code in below),
                brought=added_up(brought[code] for code in below if code in brought),
                months=tuple(
                    MonthSums(period=period, debit_fen=debit, credit_fen=credit)
                    for period, (debit, credit) in sorted(sums.items())
                ),
            )
        )
    return found


def added_up(sides: Iterable[tuple[int, int]]) -> tuple[int, int]:
    """Add 借方 and 贷方 up."""
    found = tuple(sides)
    return sum(debit for debit, _ in found), sum(credit for _, credit in found)


def account_name(desk: Desk, book: Book, code: str, leaf: Leaf) -> str:
    """Name an account of any level; `leaf` is one at or below it."""
    chart = desk.chart(book.fund)
    if code in chart.accounts:
        return chart.accounts[code].full_name
    if code == leaf.account.code:
        return leaf.name
    return chart.full_name(leaf.account.base, holder=leaf.holder)
