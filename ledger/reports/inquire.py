"""查询: the questions an accountant asks, answered as reports; nothing here writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.errors import refuse, unclear
from ledger.basis.period import last_day, opening_period, parse_period, period_of, year_of
from ledger.basis.statutory import TEMPORARY_PAYMENT
from ledger.masters.chart import is_under
from ledger.policy.irregular import standing_of
from ledger.reports.books.account_books import cash_journal, counterparts_of, subledger
from ledger.reports.books.account_page import with_brought
from ledger.reports.books.journal import journal
from ledger.reports.books.trial_balance import trial_balance
from ledger.reports.registers.irregular import alerted
from ledger.reports.vouchers.voucher_list import voucher_list
from ledger.store.balances import balance_rows, newest_month, read_accounts, read_months_of
from ledger.store.brought import Brought, read_brought
from ledger.store.engine import reading
from ledger.store.irregular import with_cases
from ledger.store.vouchers import Span, read_entries, read_to_date, read_vouchers
from ledger.workflow.desk import books_asked

if TYPE_CHECKING:
    from datetime import date

    import sqlalchemy as sa

    from ledger.formats.report import Report
    from ledger.masters.book import Book
    from ledger.masters.chart import Leaf
    from ledger.voucher.shown import AccountEntry
    from ledger.workflow.desk import Desk


def month_asked(desk: Desk, conn: sa.Connection, book: Book, period: str) -> str:
    """Read the month asked for; else the newest that has vouchers, no later than today's."""
    if period:
        try:
            return parse_period(period)
        except ValueError:
            raise unclear("PERIOD_UNREADABLE", f"月份“{period}”读不懂", "写成 2026-03") from None
    return max(book.start, min(period_of(desk.today()), newest_month(conn, book.code)))


def last_of(period: str) -> date:
    """Return the last day of a month that was asked for."""
    try:
        return last_day(parse_period(period))
    except ValueError:
        raise unclear("PERIOD_UNREADABLE", f"月份“{period}”读不懂", "写成 2026-03") from None


def trial_balances(desk: Desk, book: str, period: str) -> list[Report]:
    """科目余额表 of a month."""
    with reading(desk.engine) as conn:
        reports = []
        for one in books_asked(conn, book):
            month = month_asked(desk, conn, one, period)
            rows = balance_rows(conn, one, first=month, last=month)
            reports.append(trial_balance(one, month, rows, desk.chart(one.fund)))
    return reports


def journals(desk: Desk, book: str, first: str, last: str, day: date | None = None) -> list[Report]:
    """序时账 of a span of months, up to a day where one is named."""
    with reading(desk.engine) as conn:
        reports = []
        for one in books_asked(conn, book):
            until = month_asked(desk, conn, one, last)
            since = first or (opening_period(year_of(until)) if not last else until)
            span = Span(first=since, last=until)
            vouchers = with_cases(conn, one.code, read_vouchers(conn, one.code, span))
            kept = [voucher for voucher in vouchers if day is None or voucher.booked <= day]
            reports.append(journal(one, kept))
    return reports


def subledgers(
    desk: Desk,
    book: str,
    first: str,
    last: str,
    *,
    hospital: str,
    year: int,
    account: str,
    day: date | None = None,
) -> list[Report]:
    """明细账 of the leaves asked for: by hospital, prepayment year or account code.

    `day` leaves out what is booked after it.
    """
    with reading(desk.engine) as conn:
        reports = []
        for one in books_asked(conn, book):
            until = month_asked(desk, conn, one, last)
            since = first or f"{until[:4]}-01"
            leaves = chosen_leaves(conn, one, hospital=hospital, year=year, account=account)
            brought = read_brought(conn, one, year_of(since))
            for leaf in leaves:
                page = account_page(conn, one, leaf, since, until, day, brought)
                before, to_date, entries = page
                if before or entries or len(leaves) == 1:
                    drawn = subledger(
                        one,
                        leaf,
                        period_from=since,
                        period_to=until,
                        opening_fen=before,
                        to_date=to_date,
                        entries=entries,
                    )
                    sides = brought.get(leaf.account.code, (0, 0))
                    reports.append(with_brought(drawn, one, sides))
    if not reports:
        raise refuse(
            "NOTHING_FOUND",
            "没有符合条件的明细科目或发生额",
            "核对 --book、--hospital、--year、--account 和月份",
        )
    return reports


def chosen_leaves(
    conn: sa.Connection, book: Book, *, hospital: str, year: int, account: str
) -> list[Leaf]:
    """Choose leaves by hospital, year and account code; without any, the prepayment leaves."""
    wanted = account or ("" if hospital or year else TEMPORARY_PAYMENT)
    return [
        leaf
        for code, leaf in read_accounts(conn, book.code).items()
        if (not hospital or leaf.account.hospital == hospital)
        and (not year or leaf.account.year == year)
        and (not wanted or is_under(code, wanted))
    ]


def account_page(
    conn: sa.Connection,
    book: Book,
    leaf: Leaf,
    since: str,
    until: str,
    day: date | None,
    brought: Brought,
) -> tuple[int, tuple[int, int], list[AccountEntry]]:
    """Read a leaf's balance before a month, the year's 发生额 up to then, and its lines since.

    `day` leaves out what is booked after it; `brought` is what a first year had moved before the
    books began.
    """
    code = leaf.account.code
    leaves = read_months_of(conn, book, [code], before=since)
    debit, credit = read_to_date(conn, book.code, code, f"{since[:4]}-01", since)
    before = brought.get(code, (0, 0))
    entries = read_entries(conn, book.code, code, Span(first=since, last=until))
    kept = [entry for entry in entries if day is None or entry.booked <= day]
    to_date = (debit + before[0], credit + before[1])
    return leaves.balance(code, until), to_date, kept


def cash_journals(
    desk: Desk, book: str, first: str, last: str, account: str, day: date | None = None
) -> list[Report]:
    """日记账 of the 支出户 or 财政专户, up to a month or a day."""
    with reading(desk.engine) as conn:
        reports = []
        for one in books_asked(conn, book):
            until = month_asked(desk, conn, one, last)
            since = first or until
            leaf = read_accounts(conn, one.code, [account]).get(account)
            if leaf is None:
                continue
            brought = read_brought(conn, one, year_of(since))
            before, to_date, entries = account_page(conn, one, leaf, since, until, day, brought)
            vouchers = read_vouchers(conn, one.code, Span(first=since, last=until))
            drawn = cash_journal(
                one,
                leaf,
                period_from=since,
                period_to=until,
                opening_fen=before,
                to_date=to_date,
                entries=entries,
                counterparts=counterparts_of(vouchers, account),
            )
            reports.append(with_brought(drawn, one, brought.get(account, (0, 0))))
    if not reports:
        raise refuse("NOTHING_FOUND", f"{account} 还没有发生额", "核对 --account 和 --book")
    return reports


def vouchers_listed(desk: Desk, book: str, first: str, last: str) -> list[Report]:
    """The vouchers of a span of months, a line each."""
    with reading(desk.engine) as conn:
        reports = []
        for one in books_asked(conn, book):
            until = last or "9999-12"
            span = Span(first=first or last, last=until)
            vouchers = with_cases(conn, one.code, read_vouchers(conn, one.code, span))
            cases = [voucher.case for voucher in vouchers if voucher.case]
            reports.append(alerted(voucher_list(vouchers, one), standing_of(cases)))
    return reports
