"""日记账: a bank account entry by entry, with the balance of every day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.errors import refuse
from ledger.basis.period import year_of
from ledger.basis.statutory import DISBURSEMENT_ACCOUNT
from ledger.reports.asking import drawn_by_book
from ledger.reports.books.account_page import account_page, with_brought
from ledger.reports.books.account_read import read_account
from ledger.reports.kind import ReportKind
from ledger.store.standing.brought import read_brought
from ledger.store.vouchers.balances import read_accounts
from ledger.store.vouchers.vouchers import Span, read_vouchers

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from ledger.formats.report import Report
    from ledger.masters.book import Book
    from ledger.masters.chart import Leaf
    from ledger.reports.asking import Inquiry
    from ledger.reports.books.account_read import AccountRead
    from ledger.reports.kind import ReportAsked
    from ledger.voucher.shown import Voucher
    from ledger.workflow.desk import Desk


def cash_journals(desk: Desk, asked: ReportAsked, day: date | None) -> list[Report]:
    """日记账 of 1004, or of the account asked for, up to a month or a day."""
    reports = drawn_by_book(cash_journals_of, desk, asked, day)
    if not reports:
        raise refuse(
            "NOTHING_FOUND", f"{account_asked(asked)} 还没有发生额", "核对 --account 和 --book"
        )
    return reports


REPORT = ReportKind(
    name="cash-journal",
    title="日记账",
    draw=cash_journals,
    words={"first": "", "account": "科目编号"},
    listed=4,
    help_at=(3, 1),
    menu=5,
)


def account_asked(asked: ReportAsked) -> str:
    """Return the account asked for; the 支出户 where none is."""
    return asked.account or DISBURSEMENT_ACCOUNT


def cash_journals_of(inquiry: Inquiry) -> list[Report]:
    """日记账 of one book; none where it has no such account."""
    conn, book, account = inquiry.conn, inquiry.book, account_asked(inquiry.asked)
    until = inquiry.month
    since = inquiry.asked.first or until
    leaf = read_accounts(conn, book.code, [account]).get(account)
    if leaf is None:
        return []
    brought = read_brought(conn, book, year_of(since))
    found = read_account(inquiry, account, since=since, until=until, brought=brought)
    vouchers = read_vouchers(conn, book.code, Span(first=since, last=until))
    drawn = cash_journal(book, leaf, found, counterparts_of(vouchers, account))
    return [with_brought(drawn, book, brought.get(account, (0, 0)))]


def cash_journal(
    book: Book, leaf: Leaf, read: AccountRead, counterparts: Mapping[tuple[str, int], str]
) -> Report:
    """Draw up the 日记账 of 1004 or 1003: entry by entry, with the balance of every day.

    `counterparts` gives the 对方科目 by period and number (see `counterparts_of`).
    """
    title = f"{leaf.name}{REPORT.title}"
    return account_page(book, leaf, read, title=title, daily=True, counterparts=counterparts)


def counterparts_of(vouchers: Iterable[Voucher], account: str) -> dict[tuple[str, int], str]:
    """Name what stands against an account on each voucher: the first 对方科目, and how many."""
    told = {(v.period, v.number): counterpart_told(v, account) for v in vouchers}
    return {place: words for place, words in told.items() if words}


def counterpart_told(voucher: Voucher, account: str) -> str:
    """Name what stands against an account on a voucher; "" where nothing does."""
    own = {line.side for line in voucher.lines if line.account == account}
    names = [line.name for line in voucher.lines if line.side not in own]
    if not own or not names:
        return ""
    return names[0] if len(names) == 1 else f"{names[0]} 等{len(names)}个科目"
