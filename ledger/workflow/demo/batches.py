"""Who of the sample hospitals is paid in which batch, and the batch on its one bank receipt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.workflow.demo.hospitals import (
    CANGLING,
    CANGLING_CHINESE_MEDICINE,
    TAOTING_REHABILITATION,
    assessed_hospitals,
    prepayments,
)
from ledger.workflow.demo.rows import Row, disbursement, receipt
from ledger.workflow.demo.steps import EMPLOYEE, RESIDENT

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

#: Whose accounts at small banks are paid one by one, not in a batch.
SINGLES = {EMPLOYEE: (TAOTING_REHABILITATION,), RESIDENT: (CANGLING, CANGLING_CHINESE_MEDICINE)}


def batches(book: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Split the hospitals of a book: public ones of the second and third level, then the rest."""
    assessed = [
        each
        for each in assessed_hospitals()
        if each.prepayments[book] and each.code not in SINGLES[book]
    ]
    large = [each for each in assessed if each.ownership == "public" and each.level != "一级"]
    first = tuple(each.code for each in large)
    return first, tuple(each.code for each in assessed if each.code not in first)


def total(book: str, hospitals: Iterable[str]) -> int:
    """Add up what some hospitals are assessed to get."""
    amounts = prepayments(book)
    return sum(amounts[code] for code in hospitals)


def batch(book: str, day: date, hospitals: tuple[str, ...]) -> tuple[Row, ...]:
    """Pay hospitals on one bank receipt, which states the sum of all of them."""
    money = receipt(book, day, "batch", total(book, hospitals))
    amounts = prepayments(book)
    return tuple(disbursement(book, day, code, amounts[code], money=money) for code in hospitals)
