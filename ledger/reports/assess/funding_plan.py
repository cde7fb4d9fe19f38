"""用款计划: what a fund is to pay this year by the approved 核定, for 财政 (甘肃·四; 海南·五(三)).

Approved, paid so far (less 退汇) and still to pay, by hospital; where hospitals belong to
several 属地经办机构, by these, with subtotals.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.money import grouped
from ledger.basis.terms import FUNDS
from ledger.formats.report import (
    CODES,
    UNIT,
    WORDS,
    Cell,
    Column,
    Report,
    Row,
    book_line,
    money,
    money_tree,
    named_row,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ledger.masters.book import Book

NO_AGENCY = "未填属地经办机构"
COLUMNS = MappingProxyType(
    {
        "hospital": Column(heading="医疗机构编码", wraps=CODES, spare=True),
        "name": Column(heading="医疗机构", wraps=WORDS),
        "approved": money("核定金额"),
        "paid": money("已拨付"),
        "left": money("尚需拨付"),
    }
)
#: Where hospitals belong to several agencies, these stand first.
AGENCY_COLUMNS = MappingProxyType(
    {"agency": Column(heading="属地经办机构", wraps=WORDS), **COLUMNS}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """One hospital of a plan, in fen; `agency` is its 属地经办机构, empty where none is named.

    `stopped` says what stops payments to it, with the clause; "" where nothing does.
    """

    hospital: str
    name: str
    agency: str
    approved_fen: int
    paid_fen: int
    stopped: str = ""

    @property
    def left_fen(self) -> int:
        """Return what is still to be paid: nothing while payments to it are stopped."""
        return 0 if self.stopped else max(self.approved_fen - self.paid_fen, 0)

    @property
    def planned(self) -> bool:
        """Return whether a plan lists it: it was paid, or may be."""
        return bool(self.paid_fen or (self.approved_fen and not self.stopped))


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanHead:
    """What stands above a plan: which 核定 it draws on, by which decision, on which day."""

    year: int
    version: int
    document: str
    approved_on: str
    day: date


def funding_plan(book: Book, head: PlanHead, rows: Sequence[Planned]) -> Report:
    """Draw up a fund's 用款计划: what may be paid.

    Hospitals to which nothing was approved or paid are left out, and so are those that were not
    paid and may not be: these are named above it.
    """
    kept = [row for row in rows if row.planned]
    by_agency = any(row.agency for row in kept)
    basis = f"依据：核定第 {head.version} 版（{head.approved_on} 审核）"
    document = f"；{head.document}" if head.document else ""
    columns = AGENCY_COLUMNS if by_agency else COLUMNS
    return Report(
        title=f"{head.year}年度医保预付金用款计划",
        subtitle=(
            book_line(book),
            f"预付基金险种：{FUNDS[book.fund]}医保",
            basis + document,
            f"截至 {head.day}；{UNIT}",
        ),
        columns=tuple(columns.values()),
        rows=tuple(plan_rows(kept, by_agency=by_agency)),
        alerts=(*excess_alerts(kept), *stopped_alerts(rows)),
        notes=("预付金记暂付款，不列支出；尚需拨付＝核定金额－已拨付（扣除退汇）。",),
        tree=plan_tree(book, head, kept, by_agency=by_agency),
    )


def excess_alerts(rows: Sequence[Planned]) -> list[str]:
    """Say who was paid more than was approved."""
    return [
        f"{row.name}已拨付超过核定 {grouped(row.paid_fen - row.approved_fen)} 元"
        for row in rows
        if row.paid_fen > row.approved_fen
    ]


def stopped_alerts(rows: Sequence[Planned]) -> list[str]:
    """Say to whom nothing more may be paid, and how much that leaves out."""
    return [
        f"{row.name}{row.stopped}；未拨付的 {grouped(row.approved_fen - row.paid_fen)} 元"
        "不列入本计划"
        for row in rows
        if row.stopped and row.approved_fen > row.paid_fen
    ]


def plan_tree(
    book: Book, head: PlanHead, rows: Sequence[Planned], *, by_agency: bool
) -> dict[str, object]:
    """Write a plan for programs."""
    return {
        "book": book.code,
        "fund": book.fund,
        "year": head.year,
        "version": head.version,
        "document": head.document,
        "as_of": head.day.isoformat(),
        "rows": [planned_tree(row) for row in ordered(rows)],
        "agencies": agencies_tree(rows) if by_agency else [],
        "total": figures_tree(rows),
    }


def planned_tree(row: Planned) -> dict[str, object]:
    """Write one hospital of a plan for programs."""
    return {
        "agency": row.agency or None,
        "hospital": row.hospital,
        "name": row.name,
        "stopped": row.stopped or None,
        **figures_tree([row]),
    }


def agencies_tree(rows: Sequence[Planned]) -> list[dict[str, object]]:
    """Write the sums of each 属地经办机构 for programs."""
    return [
        {"agency": agency or None, **figures_tree(group)} for agency, group in grouped_rows(rows)
    ]


def ordered(rows: Sequence[Planned]) -> list[Planned]:
    """Put rows in order of 属地经办机构, then of code; those without one come last."""
    return sorted(rows, key=lambda row: (not row.agency, row.agency, row.hospital))


def grouped_rows(rows: Sequence[Planned]) -> list[tuple[str, list[Planned]]]:
    """Group rows by 属地经办机构."""
    groups: dict[str, list[Planned]] = {}
    for row in ordered(rows):
        groups.setdefault(row.agency, []).append(row)
    return list(groups.items())


def plan_rows(rows: Sequence[Planned], *, by_agency: bool) -> list[Row]:
    """Draw the hospitals, the subtotals of their agencies where there are any, and the total."""
    if not by_agency:
        drawn = [named_row(COLUMNS, planned_cells(row)) for row in ordered(rows)]
        total = {"name": "合计", **sum_cells(rows)}
        return [*drawn, named_row(COLUMNS, total, mark="total")]
    drawn = [line for agency, group in grouped_rows(rows) for line in agency_rows(agency, group)]
    total = {"agency": "合计", **sum_cells(rows)}
    return [*drawn, named_row(AGENCY_COLUMNS, total, mark="total")]


def agency_rows(agency: str, group: Sequence[Planned]) -> list[Row]:
    """Draw the hospitals of one 属地经办机构, and their subtotal."""
    name = agency or NO_AGENCY
    drawn = [named_row(AGENCY_COLUMNS, {"agency": name, **planned_cells(row)}) for row in group]
    subtotal = {"agency": f"{name}小计", **sum_cells(group)}
    return [*drawn, named_row(AGENCY_COLUMNS, subtotal, mark="subtotal")]


def planned_cells(row: Planned) -> dict[str, Cell]:
    """Lay one hospital over the columns."""
    return {"hospital": row.hospital, "name": row.name, **sum_cells([row])}


def sum_cells(rows: Sequence[Planned]) -> dict[str, Cell]:
    """Lay the sums of rows over the columns."""
    approved, paid, left = sums(rows)
    return {"approved": approved, "paid": paid, "left": left}


def sums(rows: Sequence[Planned]) -> tuple[int, int, int]:
    """Add up approved, paid and left."""
    return (
        sum(row.approved_fen for row in rows),
        sum(row.paid_fen for row in rows),
        sum(row.left_fen for row in rows),
    )


def figures_tree(rows: Sequence[Planned]) -> dict[str, object]:
    """Write the figures of rows for programs."""
    approved, paid, left = sums(rows)
    return money_tree(approved=approved, paid=paid, left=left)
