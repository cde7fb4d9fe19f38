"""海南, month by month: the health department's list, the fund's figures, and the year's 公示."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ledger.basis.money import yuan
from ledger.basis.period import first_day, last_day, next_period
from ledger.basis.workdays import workdays_after
from ledger.workflow.demo.hainan_lists import FIGURES
from ledger.workflow.demo.rows import common, document, fen, paper
from ledger.workflow.demo.steps import HAINAN, HAINAN_EMPLOYEE, Recorded, Step, books_of

if TYPE_CHECKING:
    from ledger.workflow.demo.rows import Row

FIRST, LAST = "2025-07", "2026-02"
YEAR = 2025
#: What the fund holds beside its balance, and what its budget allows beyond last year's spending.
ASSETS_PERMILLE, BUDGET_PERMILLE = 1040, 1030


def monthly_reports() -> tuple[Step, ...]:
    """Register, early in each month, what came in about the month before (海南·八(三)(四))."""
    steps: list[Step] = []
    period = FIRST
    while period <= LAST:
        following = next_period(period)
        day = workdays_after(first_day(following), 1, {})
        rows = (
            licence_report(day, period),
            *(fund_report(book, day, period) for book in books_of(HAINAN)),
        )
        note = "登记卫健部门的注销通报（本月没有涉及的机构）和两个险种的基金月报。"
        steps.append(Recorded(area=HAINAN, day=day, hour=11, note=note, rows=rows))
        period = following
    return (*steps, published())


def licence_report(day: date, period: str) -> Row:
    """Write that a month's list came in and names nobody of ours."""
    listed = paper("licence-list", document(HAINAN_EMPLOYEE, "卫健通", day, period[5:]), day)
    return {
        **common("licence-report", HAINAN_EMPLOYEE, day, period),
        "month": period,
        "listed": str(int(period[5:]) % 4),
        "concerned": "0",
        "papers": [listed],
    }


def fund_report(book: str, day: date, period: str) -> Row:
    """Write a fund's figures at a month end: an even share of what the year comes to."""
    place = books_of(HAINAN).index(book)
    year, month = int(period[:4]), int(period[5:])
    # The last year that is known stands for the one that is still running.
    before, known = FIGURES[min(year, YEAR) - 1][place], FIGURES[min(year, YEAR)][place]
    start = fen(before[0]) if year == YEAR else fen(known[0])
    income, spent = (fen(text) * month // 12 for text in known[1:])
    budget = fen(known[2]) * BUDGET_PERMILLE // 1000
    balance = start + income - spent
    statement = document(book, "基金表", day, period[5:])
    return {
        **common("fund-report", book, day, period),
        "month": period,
        "balance": yuan(balance),
        "income": yuan(income),
        "expenditure": yuan(spent),
        "budget": yuan(budget),
        "assets": yuan(balance * ASSETS_PERMILLE // 1000),
        "papers": [paper("fund-statement", statement, last_day(period), sheets=2)],
    }


def published() -> Recorded:
    """Publish at the year's end what was paid and how it was computed (海南·八(三))."""
    day = date(YEAR, 12, 30)
    notice = paper("public-notice", document(HAINAN_EMPLOYEE, "公", day, "1"), day, sheets=2)
    row: Row = {
        **common("publication", HAINAN_EMPLOYEE, day),
        "year": str(YEAR),
        "channel": "省医保局门户网站",
        "papers": [notice],
    }
    note = "年底公布2025年度拨付情况和计算方法。"
    return Recorded(area=HAINAN, day=day, hour=14, note=note, rows=(row,))
