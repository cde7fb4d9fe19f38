"""Writes what the funds paid hospitals by month, so that the base comes out to the fen.

核定 starts from lists that an office takes out of its settlement system. These are invented:
each pair of months lies as far above the wanted average as below it.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from ledger.basis.money import yuan
from ledger.workflow.demo.rows import fen

if TYPE_CHECKING:
    from collections.abc import Mapping

Cells = dict[str, str]


def months_of(base_fen: int, words: str) -> list[int]:
    """Spread twelve times an average over twelve months; the same words, the same months."""
    chance = random.Random(f"months {words}")
    months = []
    for _ in range(6):
        step = base_fen * chance.randrange(10, 120) // 1000
        months += [base_fen + step, base_fen - step]
    return months


def spending_rows(
    book: str, year: int, hospital: str, base_fen: int, *, inpatient_permille: int
) -> list[Cells]:
    """Write a year of a hospital in a fund whose monthly average is `base_fen`.

    The rest of each month is 门诊; 1000 leaves none.
    """
    rows = []
    for month, whole in enumerate(months_of(base_fen, f"{book} {year} {hospital}"), start=1):
        inpatient = whole * inpatient_permille // 1000
        for service, amount in (("inpatient", inpatient), ("outpatient", whole - inpatient)):
            if amount:
                rows.append(cells(book, f"{year}-{month:02d}", hospital, service, amount))
    return rows


def extra_rows(
    book: str, year: int, hospital: str, month_fen: int, *, service: str, payer: str
) -> list[Cells]:
    """Write twelve months of spending that the base leaves out: another payer or service."""
    months = months_of(month_fen, f"{book} {year} {hospital} {service} {payer}")
    return [
        {**cells(book, f"{year}-{month:02d}", hospital, service, amount), "payer": payer}
        for month, amount in enumerate(months, start=1)
    ]


def cells(book: str, month: str, hospital: str, service: str, amount_fen: int) -> Cells:
    """Write one row: what the basic fund paid a hospital in a month for a service."""
    area, fund = book.split("/")
    return {
        "area": area,
        "fund": fund,
        "hospital": hospital,
        "month": month,
        "service": service,
        "payer": "basic",
        "amount": yuan(amount_fen),
    }


def figures_row(book: str, year: int, amounts: Mapping[str, str]) -> Cells:
    """Write a fund's figures of a year: `balance`, `income`, … as the chapters write money."""
    area, fund = book.split("/")
    money = {name: yuan(fen(amount)) for name, amount in amounts.items()}
    return {"area": area, "fund": fund, "year": str(year), **money}
