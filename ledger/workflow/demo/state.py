"""What the scripted year has come to so far, so that later chapters need not repeat sums.

Only for writing the script: who still owes what, what lies in the 支出户, what has come back
and is not swept yet. The books themselves are worked out by the ledger, not here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.money import parse_fen
from ledger.events.kinds import LEGLESS
from ledger.workflow.demo.steps import Corrected, Recorded, Rejected, Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

#: How an event changes what its hospital owes and what lies in the 支出户.
OWED_SIGN = {
    "disbursement": 1,
    "payment-return": -1,
    "repayment": -1,
    "settlement-offset": -1,
    "write-off": -1,
    "succession": -1,
}
CASH_SIGN = {
    "allocation": 1,
    "disbursement": -1,
    "payment-return": 1,
    "repayment": 1,
    "suspense": 1,
    "suspense-out": -1,
    "interest": 1,
    "remittance": -1,
}

HospitalYear = tuple[str, int]


def standing_rows(steps: Iterable[Step], book: str) -> list[Mapping[str, object]]:
    """List a book's events that move money: mended drafts, blue ones, none that was corrected."""
    return [row for row in every_row(steps, book) if row["kind"] not in LEGLESS]


def registers(steps: Iterable[Step], book: str) -> list[Mapping[str, object]]:
    """List a book's 登记事项: applications, agreements and the like."""
    return [row for row in every_row(steps, book) if row["kind"] in LEGLESS]


def every_row(steps: Iterable[Step], book: str) -> list[Mapping[str, object]]:
    """List a book's rows that stand."""
    rows: list[Mapping[str, object]] = []
    for step in steps:
        if isinstance(step, Recorded):
            rows.extend(row for row in step.rows if f"{row['area']}/{row['fund']}" == book)
        elif isinstance(step, Rejected) and step.book == book:
            rows.append(step.mended)
        elif isinstance(step, Corrected) and step.book == book:
            rows = [row for row in rows if row["key"] not in step.vouchers]
            rows.extend(step.rows)
    return rows


def owed(steps: Iterable[Step], book: str) -> dict[HospitalYear, int]:
    """Tell the fen that each hospital owes by prepayment year, in order of code and year."""
    sums: dict[HospitalYear, int] = {}
    for row in standing_rows(steps, book):
        kind, amount = str(row["kind"]), amount_of(row)
        sign = 1 if row.get("account") == "1101" else OWED_SIGN.get(kind, 0)
        if sign:
            place = (str(row["hospital"]), int(str(row["year"])))
            sums[place] = sums.get(place, 0) + sign * amount
        if kind == "succession":
            place = (str(row["successor"]), int(str(row["year"])))
            sums[place] = sums.get(place, 0) + amount
    return {place: fen for place, fen in sorted(sums.items()) if fen}


def returned_unswept(steps: Iterable[Step], book: str) -> int:
    """Tell the fen of principal that came back (返还) and was not swept (上解) yet.

    What the bank paid twice was not principal: its return only fills the gap.
    """
    signs = {"repayment": 1, "remittance": -1}
    rows = standing_rows(steps, book)
    twice = sum(amount_of(row) for row in rows if row.get("irregular") == "yes")
    return sum(signs.get(str(row["kind"]), 0) * amount_of(row) for row in rows) - twice


def cash(steps: Iterable[Step], book: str) -> int:
    """Tell the fen in the 支出户."""
    total = 0
    for row in standing_rows(steps, book):
        kind = str(row["kind"])
        if kind == "settlement-offset":
            total -= gross_of(row) - amount_of(row)
        elif row.get("account") == "1004":
            total += amount_of(row)
        else:
            total += CASH_SIGN.get(kind, 0) * amount_of(row)
    return total


def gross_of(row: Mapping[str, object]) -> int:
    """Tell the fen of the settlement that an offset is made against."""
    lines = row.get("lines")
    if isinstance(lines, list):
        return sum(parse_fen(line["gross"]) for line in lines)
    return parse_fen(str(row["settlement"]))


def amount_of(row: Mapping[str, object]) -> int:
    """Tell an event's fen."""
    return parse_fen(str(row["amount"]))
