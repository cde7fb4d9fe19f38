"""用款计划: what a fund is to pay this year by the approved 核定, for 财政 (甘肃·四; 海南·五(三)).

Approved, paid so far (less 退汇) and still to pay, by hospital; where hospitals belong to
several 属地经办机构, by these, with subtotals.
"""

from __future__ import annotations

from dataclasses import dataclass
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
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ledger.masters.book import Book

NO_AGENCY = "未填属地经办机构"


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
    kept = [row for row in rows if row.paid_fen or (row.approved_fen and not row.stopped)]
    stopped = [row for row in rows if row.stopped and row.approved_fen > row.paid_fen]
    by_agency = any(row.agency for row in kept)
    excess = [row for row in kept if row.paid_fen > row.approved_fen]
    basis = f"依据：核定第 {head.version} 版（{head.approved_on} 审核）"
    document = f"；{head.document}" if head.document else ""
    columns: tuple[Column, ...] = (
        Column(heading="医疗机构编码", wraps=CODES, spare=True),
        Column(heading="医疗机构", wraps=WORDS),
        money("核定金额"),
        money("已拨付"),
        money("尚需拨付"),
    )
    if by_agency:
        columns = (Column(heading="属地经办机构", wraps=WORDS), *columns)
    return Report(
        title=f"{head.year}年度医保预付金用款计划",
        subtitle=(
            book_line(book),
            f"预付基金险种：{FUNDS[book.fund]}医保",
            basis + document,
            f"截至 {head.day}；{UNIT}",
        ),
        columns=columns,
        rows=tuple(plan_rows(kept, by_agency=by_agency)),
        alerts=tuple(
            f"{row.name}已拨付超过核定 {grouped(row.paid_fen - row.approved_fen)} 元"
            for row in excess
        )
        + tuple(
            f"{row.name}{row.stopped}；未拨付的 {grouped(row.approved_fen - row.paid_fen)} 元"
            "不列入本计划"
            for row in stopped
        ),
        notes=("预付金记暂付款，不列支出；尚需拨付＝核定金额－已拨付（扣除退汇）。",),
        tree=plan_tree(book, head, kept, by_agency=by_agency),
    )


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
        "rows": [
            {
                "agency": row.agency or None,
                "hospital": row.hospital,
                "name": row.name,
                "stopped": row.stopped or None,
                **figures_tree([row]),
            }
            for row in ordered(rows)
        ],
        "agencies": [
            {"agency": agency or None, **figures_tree(group)}
            for agency, group in grouped_rows(rows)
        ]
        if by_agency
        else [],
        "total": figures_tree(rows),
    }


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
        drawn = [Row(cells=cells_of(row)) for row in ordered(rows)]
        return [*drawn, Row(cells=("", "合计", *sums(rows)), mark="total")]
    drawn = []
    for agency, group in grouped_rows(rows):
        name = agency or NO_AGENCY
        drawn += [Row(cells=(name, *cells_of(row))) for row in group]
        drawn.append(Row(cells=(f"{name}小计", "", "", *sums(group)), mark="subtotal"))
    return [*drawn, Row(cells=("合计", "", "", *sums(rows)), mark="total")]


def cells_of(row: Planned) -> tuple[Cell, ...]:
    """Draw one hospital."""
    return (row.hospital, row.name, row.approved_fen, row.paid_fen, row.left_fen)


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
