"""明细账: a leaf entry by entry, by hospital, prepayment year or account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.errors import refuse
from ledger.basis.period import year_of
from ledger.basis.statutory import TEMPORARY_PAYMENT
from ledger.masters.chart import is_under
from ledger.reports.asking import drawn_by_book
from ledger.reports.books.account_page import account_page, with_brought
from ledger.reports.books.account_read import read_account
from ledger.reports.kind import ReportKind
from ledger.store.standing.brought import read_brought
from ledger.store.vouchers.balances import read_accounts, read_accounts_under

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from ledger.formats.report import Report
    from ledger.masters.book import Book
    from ledger.masters.chart import Leaf
    from ledger.reports.asking import Inquiry
    from ledger.reports.books.account_read import AccountRead
    from ledger.reports.kind import ReportAsked
    from ledger.workflow.desk import Desk


def subledgers(desk: Desk, asked: ReportAsked, day: date | None) -> list[Report]:
    """明细账 of the leaves asked for, up to a month or a day."""
    reports = drawn_by_book(subledgers_of, desk, asked, day)
    if not reports:
        raise refuse(
            "NOTHING_FOUND",
            "没有符合条件的明细科目或发生额",
            "核对 --book、--hospital、--year、--account 和月份",
        )
    return reports


REPORT = ReportKind(
    name="subledger",
    title="明细账",
    draw=subledgers,
    words={"first": "", "hospital": "医疗机构编码", "year": "预付年度", "account": "科目编号"},
    listed=2,
    help_at=(1, 2),
    menu=3,
)


def subledgers_of(inquiry: Inquiry) -> list[Report]:
    """明细账 of one book: of several leaves those that have something to show."""
    book = inquiry.book
    until = inquiry.month
    since = inquiry.asked.first or f"{until[:4]}-01"
    leaves = chosen_leaves(inquiry)
    brought = read_brought(inquiry.conn, book, year_of(since))
    reports = []
    for leaf in leaves:
        code = leaf.account.code
        found = read_account(inquiry, code, since=since, until=until, brought=brought)
        if found.opening_fen or found.entries or len(leaves) == 1:
            drawn = subledger(book, leaf, found)
            reports.append(with_brought(drawn, book, brought.get(code, (0, 0))))
    return reports


def chosen_leaves(inquiry: Inquiry) -> list[Leaf]:
    """Choose leaves by hospital, year and account code; without any, the prepayment leaves."""
    asked = inquiry.asked
    base = asked.account or ("" if asked.hospital or asked.year else TEMPORARY_PAYMENT)
    return [leaf for leaf in leaves_near(inquiry, base) if is_chosen(leaf, asked, base)]


def leaves_near(inquiry: Inquiry, base: str) -> Iterable[Leaf]:
    """Read the leaves that may be meant: a hospital's, those of an account, or all."""
    conn, book, hospital = inquiry.conn, inquiry.book.code, inquiry.asked.hospital
    if hospital:
        return read_accounts(conn, book, hospitals=[hospital]).values()
    if base:
        return read_accounts_under(conn, book, base).values()
    return read_accounts(conn, book).values()


def is_chosen(leaf: Leaf, asked: ReportAsked, base: str) -> bool:
    """Return whether a leaf is of the hospital and year asked for, and under an account."""
    account = leaf.account
    return (
        asked.hospital in ("", account.hospital)
        and asked.year in (0, account.year)
        and (not base or is_under(account.code, base))
    )


def subledger(book: Book, leaf: Leaf, read: AccountRead) -> Report:
    """Draw up the 明细账 of one leaf."""
    return account_page(book, leaf, read, title=REPORT.title, daily=False, counterparts=None)
