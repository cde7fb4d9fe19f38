"""总账: account by account, 年初余额, then each month's 本月合计 and 本年累计 with 借/贷/平.

《会计基础工作规范》56, 60, 63. Its figures come from the same turnover as the 科目余额表.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.errors import refuse
from ledger.basis.money import yuan
from ledger.basis.period import first_day, last_day, next_period, year_of
from ledger.formats.report import (
    CODES,
    UNIT,
    WORDS,
    Cell,
    Column,
    Report,
    Row,
    balance_cells,
    book_line,
    money,
    money_tree,
    named_row,
    span_name,
)
from ledger.projections.account_steps import carried_name
from ledger.reports.asking import drawn_by_book
from ledger.reports.books.ledger_accounts import LedgerAccount, MonthSums, ledger_accounts
from ledger.reports.kind import ReportKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from ledger.masters.book import Book
    from ledger.reports.asking import Inquiry
    from ledger.reports.kind import ReportAsked
    from ledger.workflow.desk import Desk

COLUMNS = MappingProxyType(
    {
        "account": Column(heading="科目编码", shown="file"),
        "account_name": Column(heading="科目名称", shown="file"),
        "head": Column(heading="科目", wraps=CODES, shown="table"),
        "date": Column(heading="日期"),
        "summary": Column(heading="摘要", wraps=WORDS),
        "debit": money("借方"),
        "credit": money("贷方"),
        "side": Column(heading="方向", align="center"),
        "balance": money("余额"),
    }
)
#: What one line says, by column, and its mark.
Line = tuple[dict[str, "Cell"], str]


def general_ledgers(desk: Desk, asked: ReportAsked, day: date | None) -> list[Report]:
    """总账 of a year up to a month or a day: first-level accounts, or the one asked for."""
    reports = drawn_by_book(general_ledgers_of, desk, asked, day)
    if not reports:
        raise refuse("NOTHING_FOUND", "没有符合条件的科目或月份", "核对 --account、--book 和月份")
    return reports


REPORT = ReportKind(
    name="general-ledger",
    title="总账",
    draw=general_ledgers,
    words={"year": "会计年度", "account": "科目编号"},
    listed=5,
    help_at=(2, 1),
    menu=2,
)


def general_ledgers_of(inquiry: Inquiry) -> list[Report]:
    """总账 of one book; none where the account asked for has nothing, or the year not begun."""
    book = inquiry.book
    last = inquiry.month_of_year
    first = max(f"{year_of(last)}-01", book.start)
    accounts = ledger_accounts(inquiry, first, last)
    if first > last or (inquiry.asked.account and not accounts):
        return []
    return [general_ledger(book, first=first, last=last, accounts=accounts)]


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthStep:
    """A month of an account: 本月合计, 本年累计 and the balance at its end."""

    month: MonthSums
    debit_to_date_fen: int
    credit_to_date_fen: int
    balance_fen: int


def general_ledger(
    book: Book, *, first: str, last: str, accounts: Sequence[LedgerAccount]
) -> Report:
    """Draw up the 总账 of a year's months `first` … `last`.

    A month without 发生额 has no lines of its own in the table, but for the last; the tree
    has every month.
    """
    rows = [row for account in accounts for row in account_rows(book, account, first, last)]
    started = year_of(book.start) == year_of(first) and not book.start.endswith("-01")
    note = f"本账套自 {book.start} 启用；启用前的借贷方累计按期初移交表，没有写的从启用月起算。"
    return Report(
        title=REPORT.title,
        subtitle=(book_line(book), f"期间：{span_name(first, last)}", UNIT),
        columns=tuple(COLUMNS.values()),
        rows=tuple(rows),
        notes=(note,) if started else (),
        tree={
            "book": book.code,
            "year": year_of(first),
            "from": first,
            "to": last,
            "accounts": [account_tree(account, first, last) for account in accounts],
        },
    )


def month_steps(account: LedgerAccount, first: str, last: str) -> Iterator[MonthStep]:
    """Go through every month of the span."""
    moved = {month.period: month for month in account.months}
    debit, credit = account.brought
    start = account.opening_fen - debit + credit
    period = first
    while period <= last:
        month = moved.get(period) or MonthSums(period=period, debit_fen=0, credit_fen=0)
        debit += month.debit_fen
        credit += month.credit_fen
        yield MonthStep(
            month=month,
            debit_to_date_fen=debit,
            credit_to_date_fen=credit,
            balance_fen=start + debit - credit,
        )
        period = next_period(period)


def account_rows(book: Book, account: LedgerAccount, first: str, last: str) -> Iterator[Row]:
    """Draw one account."""
    place: dict[str, Cell] = {"account": account.code, "account_name": account.name}
    for cells, mark in (*opening_lines(book, account, first), *month_lines(account, first, last)):
        yield named_row(COLUMNS, {**place, **cells}, mark=mark)


def opening_lines(book: Book, account: LedgerAccount, first: str) -> Iterator[Line]:
    """Tell with what an account begins; where its books began in mid-year, with the 年初 too."""
    head = f"{account.code} {account.name}"
    opened, opening = first_day(first), side_and_size(account.opening_fen)
    if not any(account.brought):
        words = carried_name(book, first)
        yield {"head": head, "date": opened, "summary": words, **opening}, "heading"
        return
    debit, credit = account.brought
    january = opened.replace(month=1)
    turned = side_and_size(account.opening_fen - debit + credit)
    yield {"head": head, "date": january, "summary": "年初余额", **turned}, "heading"
    before = {"debit": debit, "credit": credit}
    yield {"date": opened, "summary": "启用前累计", **before, **opening}, ""


def month_lines(account: LedgerAccount, first: str, last: str) -> Iterator[Line]:
    """Tell each month that moved an account, and the last."""
    moved = {month.period for month in account.months} | {last}
    steps = [step for step in month_steps(account, first, last) if step.month.period in moved]
    for step in steps:
        day, balance = last_day(step.month.period), side_and_size(step.balance_fen)
        month = {"debit": step.month.debit_fen, "credit": step.month.credit_fen}
        year = {"debit": step.debit_to_date_fen, "credit": step.credit_to_date_fen}
        yield {"date": day, "summary": "本月合计", **month, **balance}, ""
        yield {"date": day, "summary": "本年累计", **year, **balance}, ""


def side_and_size(fen: int) -> dict[str, Cell]:
    """Lay a debit-positive balance over its two columns."""
    side, size = balance_cells(fen)
    return {"side": side, "balance": size}


def account_tree(account: LedgerAccount, first: str, last: str) -> dict[str, object]:
    """Write one account for programs; balances are debit-positive, as in the trial balance."""
    steps = tuple(month_steps(account, first, last))
    return {
        "code": account.code,
        "name": account.name,
        "year_opening": yuan(account.opening_fen - account.brought[0] + account.brought[1]),
        "opening": yuan(account.opening_fen),
        "months": [
            {
                "period": step.month.period,
                **money_tree(
                    debit=step.month.debit_fen,
                    credit=step.month.credit_fen,
                    debit_to_date=step.debit_to_date_fen,
                    credit_to_date=step.credit_to_date_fen,
                    balance=step.balance_fen,
                ),
            }
            for step in steps
        ],
        "closing": yuan(steps[-1].balance_fen if steps else account.opening_fen),
    }
