"""The lists that 兰州's 核定 of 2025 starts from: the funds' figures and the hospitals' months.

The monthly averages are worked backwards from what was paid, so that the rules give exactly
that: before a floor it was less, before a halving twice as much, before 财政 agreed a bit more.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from ledger.workflow.demo.hospitals import (
    ANHE_TUMOUR,
    CANGLING,
    FIRST_AFFILIATED,
    JINGHE,
    YINGQUAN_EYE,
    listed_hospitals,
)
from ledger.workflow.demo.rows import fen
from ledger.workflow.demo.spending import extra_rows, figures_row, spending_rows
from ledger.workflow.demo.steps import EMPLOYEE, RESIDENT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ledger.workflow.demo.hospitals import Listed
    from ledger.workflow.demo.spending import Cells

YEAR = 2024
LATE_LAST_YEAR = "800,000.00"
#: Averages that are not what was paid in the end: 财政 agreed to less, or less was drawn.
BASES = {
    (EMPLOYEE, FIRST_AFFILIATED): "83,416,205.37",
    (RESIDENT, ANHE_TUMOUR): "6,547,318.90",
    (RESIDENT, CANGLING): "6,600,000.00",
}
HALVED = ((EMPLOYEE, YINGQUAN_EYE),)
#: A fixed amount and between which averages it is given (甘肃·三).
FLOORS = {500_000: (120_000, 499_999), 1_000_000: (500_000, 999_999)}
#: How many of a thousand 元 go to 住院, by the first character of the level.
INPATIENT = {"三": 724, "二": 661, "一": 388}
#: What a hospital was paid that has not settled for a whole natural year.
NEWCOMER = "318,642.18"


def figures() -> tuple[Mapping[str, str], ...]:
    """Give both funds' figures of 2024: the balance is what the books open with."""
    return (
        figures_row(
            EMPLOYEE,
            YEAR,
            {
                "balance": "6,245,937,423.82",
                "income": "5,518,204,773.90",
                "expenditure": "4,862,310,557.94",
                "forecast_income": "5,684,000,000.00",
                "forecast_expenditure": "5,057,000,000.00",
            },
        ),
        figures_row(
            RESIDENT,
            YEAR,
            {
                "balance": "2,054,644,449.91",
                "income": "2,702,558,390.44",
                "expenditure": "2,613,904,118.27",
                "forecast_income": "2,795,000,000.00",
                "forecast_expenditure": "2,718,500,000.00",
            },
        ),
    )


def base_fen(book: str, hospital: Listed) -> int:
    """Work out from what a hospital was paid which monthly average it had."""
    paid = hospital.prepayments[book]
    if (book, hospital.code) in BASES:
        return fen(BASES[book, hospital.code])
    if paid in FLOORS:
        return random.Random(f"base {book} {hospital.code}").randint(*FLOORS[paid])
    return 2 * paid if (book, hospital.code) in HALVED else paid


def payments() -> tuple[Mapping[str, str], ...]:
    """Write what each fund paid each hospital in each month of 2024."""
    rows: list[Cells] = []
    for hospital in listed_hospitals():
        for book in (EMPLOYEE, RESIDENT):
            rows += months_of_one(book, hospital)
    return tuple(rows)


def months_of_one(book: str, hospital: Listed) -> list[Cells]:
    """Write the months of one hospital in one fund; 大额 and 公务员补助 pay only at the large."""
    average = base_fen(book, hospital)
    if hospital.code == JINGHE:
        half = spending_rows(book, YEAR, hospital.code, fen(NEWCOMER), inpatient_permille=661)
        return [row for row in half if row["month"] > "2024-06"]
    if not average:
        return []
    permille = INPATIENT[hospital.level[0]]
    rows = spending_rows(book, YEAR, hospital.code, average, inpatient_permille=permille)
    if book == EMPLOYEE and hospital.level.startswith("三级"):
        for payer, share in (("large", 46), ("civil", 31)):
            month_fen = average * share // 1000
            rows += extra_rows(
                book, YEAR, hospital.code, month_fen, service="inpatient", payer=payer
            )
    return rows
