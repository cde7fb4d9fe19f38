"""Who of the sample hospitals is paid in which batch, and who by itself."""

from __future__ import annotations

from ledger.workflow.demo.hospitals import (
    CANGLING,
    CANGLING_CHINESE_MEDICINE,
    FIRST_AFFILIATED,
    TAOTING,
    TAOTING_REHABILITATION,
    listed_hospitals,
    prepayments,
)
from ledger.workflow.demo.rows import fen
from ledger.workflow.demo.steps import EMPLOYEE, RESIDENT

#: Who is paid one by one and not in a batch, and of whom only the rest.
SINGLES = {
    EMPLOYEE: (TAOTING_REHABILITATION, TAOTING),
    RESIDENT: (CANGLING, CANGLING_CHINESE_MEDICINE),
}
#: Whose first part is paid in the first batch; the rest follows in March.
FIRST_PARTS = {(EMPLOYEE, FIRST_AFFILIATED): "50,000,000.00", (RESIDENT, CANGLING): "4,200,000.00"}

#: The fen that each hospital is paid, in the order of the list.
Parts = dict[str, int]


def batches(book: str) -> tuple[Parts, Parts]:
    """Split what a book pays: public hospitals of the second and third level, then the rest."""
    first: Parts = {}
    second: Parts = {}
    for each in listed_hospitals():
        amount, code = each.prepayments[book], each.code
        large = each.ownership == "public" and each.level != "一级"
        part = fen(FIRST_PARTS.get((book, code), "0.00"))
        if part:
            first[code] = part
        if amount and code not in SINGLES[book]:
            (first if large and not part else second)[code] = amount - part
    return first, second


def single(book: str, hospital: str) -> int:
    """Tell the fen that a hospital is paid by itself."""
    return prepayments(book)[hospital] - fen(FIRST_PARTS.get((book, hospital), "0.00"))
