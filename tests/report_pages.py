"""Vouchers of one month as values, and the pages of 明细账 and 日记账 that are laid out from them."""

from __future__ import annotations

import io
from datetime import date
from typing import TYPE_CHECKING

from ledger.events.words import Paper
from ledger.formats.terminal import show
from ledger.masters.book import Book
from ledger.masters.chart import Leaf
from ledger.masters.chart_file import load_chart
from ledger.reports.books.account_read import AccountRead
from ledger.reports.books.cash_journal import cash_journal, counterparts_of
from ledger.reports.books.subledger import subledger
from ledger.voucher.shown import AccountEntry, BalanceRow, Line, Voucher

if TYPE_CHECKING:
    from ledger.formats.report import Report

CHART = load_chart()["employee"]
BOOK = Book(
    code="620100/employee",
    area="620100",
    fund="employee",
    area_name="兰州市",
    profile="gansu",
    start="2026-01",
)
FIRST, SECOND = "H62010000001", "H62010000002"
NAMES = {FIRST: "兰州市第一人民医院", SECOND: "兰州康复医院"}
BANK = Leaf(account=CHART.plain("1004"), holder="", name="支出户存款")
RECEIPT = Paper(type="bank-receipt", number="HD-0305", date=date(2026, 3, 5), amount_fen=10_000_000)


def prepaid(hospital: str, year: int) -> Leaf:
    """Give a hospital's leaf under 1101 for a prepayment year."""
    account = CHART.leaf("prepayment", hospital=hospital, year=year)
    name = CHART.full_name(account.base, holder=NAMES[hospital], year=year)
    return Leaf(account=account, holder=NAMES[hospital], name=name)


def posted(number: int, day: date, debit: Leaf, credit: Leaf, fen: int, **words: object) -> Voucher:
    """Make a posted voucher of two lines."""
    values: dict[str, object] = {
        "book": BOOK.code,
        "id": f"id-{number}",
        "key": f"D-{number}",
        "kind": "disbursement",
        "movement": "disbursement",
        "period": f"{day:%Y-%m}",
        "number": number,
        "date": day,
        "booked": day,
        "hospital": FIRST,
        "year": 2026,
        "summary": "拨付2026年医保预付金",
        "lines": (
            Line(account=debit.account.code, name=debit.name, side="debit", amount_fen=fen),
            Line(account=credit.account.code, name=credit.name, side="credit", amount_fen=fen),
        ),
        "papers": (RECEIPT,),
        "sheets": 1,
        "form": "",
        "corrects": "",
        "corrected_by": "",
        "irregular": False,
        "prepared_by": "王敏",
        "approved_by": "李强",
        "posted_by": "李强",
        "posted_at": "2026-03-05T10:00:00+08:00",
        "origin": "拨付.csv 第 2 行",
        "position": number,
        "fact_digest": "f" * 64,
        "link": "3f2a9c7d5e1b" + "0" * 52,
    }
    return Voucher(**(values | words))  # type: ignore[arg-type]


# 兰州康复医院 was paid by mistake: its 100,000.00 is taken back in red and paid to 第一人民医院.
WRONG = prepaid(SECOND, 2026)
RIGHT = prepaid(FIRST, 2026)
VOUCHERS = (
    posted(1, date(2026, 3, 5), RIGHT, BANK, 120_000_000),
    posted(2, date(2026, 3, 5), WRONG, BANK, 10_000_000, corrected_by="2026-03 记-0003"),
    posted(
        3,
        date(2026, 3, 9),
        WRONG,
        BANK,
        -10_000_000,
        kind="red",
        form="red",
        corrects="2026-03 记-0002",
        summary="注销3月5日记-0002号凭证",
    ),
    posted(
        4,
        date(2026, 3, 9),
        RIGHT,
        BANK,
        10_000_000,
        form="blue",
        corrects="2026-03 记-0002",
        summary="订正3月5日记-0002号凭证",
    ),
    posted(
        1,
        date(2026, 6, 30),
        BANK,
        RIGHT,
        30_000_000,
        kind="repayment",
        movement="repayment",
        summary="返还部分预付金",
    ),
)
#: March, as the store counts it: the red voucher made 发生额 smaller, not larger.
MARCH = (
    BalanceRow(leaf=BANK, opening_fen=500_000_000, debit_fen=0, credit_fen=130_000_000),
    BalanceRow(leaf=prepaid(FIRST, 2025), opening_fen=20_000_000, debit_fen=0, credit_fen=0),
    BalanceRow(leaf=RIGHT, opening_fen=0, debit_fen=130_000_000, credit_fen=0),
    BalanceRow(leaf=WRONG, opening_fen=0, debit_fen=0, credit_fen=0),
    BalanceRow(
        leaf=Leaf(account=CHART.plain("3001.01"), holder="", name="一般基金结余-统筹基金"),
        opening_fen=-520_000_000,
        debit_fen=0,
        credit_fen=0,
    ),
)


def entries_of(leaf: Leaf) -> tuple[AccountEntry, ...]:
    """Give the lines of the vouchers above that stand on a leaf."""
    return tuple(
        AccountEntry(
            account=line.account,
            period=voucher.period,
            number=voucher.number,
            date=voucher.date,
            booked=voucher.booked,
            summary=voucher.summary,
            side=line.side,
            amount_fen=line.amount_fen,
            movement=voucher.movement,
        )
        for voucher in VOUCHERS
        for line in voucher.lines
        if line.account == leaf.account.code
    )


def page(leaf: Leaf, *, period_to: str = "2026-06") -> Report:
    """Draw up the 明细账 of a leaf for the year so far."""
    return subledger(
        BOOK,
        leaf,
        AccountRead(
            since="2026-01",
            until=period_to,
            opening_fen=0,
            to_date=(0, 0),
            entries=entries_of(leaf),
        ),
    )


def bank_page() -> Report:
    """Draw up the 日记账 of 支出户 from March; until then 1,000.00 came in and none went out."""
    return cash_journal(
        BOOK,
        BANK,
        AccountRead(
            since="2026-03",
            until="2026-06",
            opening_fen=500_000_000,
            to_date=(100_000, 0),
            entries=entries_of(BANK),
        ),
        counterparts_of(VOUCHERS, "1004"),
    )


def table(report: Report) -> list[list[str]]:
    """Read the table as it is printed, cell by cell."""
    out = io.StringIO()
    show(report, "table", out)
    return [line.split() for line in out.getvalue().splitlines()]
