"""公布: what a year's prepayment was and how it was worked out, for the public (海南·八(三)).

Hospitals, funds, figures and the method; no person's name stands in it.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.assessment.run import fund_of, holder_of, steps_of
from ledger.basis.money import yuan
from ledger.formats.report import CODES, UNIT, WORDS, Column, Report, money, named_row

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ledger.assessment.run import AssessmentRun
    from ledger.assessment.values import Step
    from ledger.events.registers.assessment import Assessment
    from ledger.formats.report import Cell

#: The steps of a calculation that tell the method, by how their names begin.
BASE, STANDARD = "基数（", "预付标准"
CHANGES = ("调整系数", "特殊调整", "定额核拨", "上年未按时全额返还")
MONTHS = re.compile(r"× (\S+?)个月")
#: The columns that tell who was prepaid how much, and how that was computed.
METHOD_COLUMNS = MappingProxyType(
    {
        "hospital": Column(heading="医疗机构编码", wraps=CODES, spare=True),
        "name": Column(heading="医疗机构", wraps=WORDS),
        "fund": Column(heading="险种"),
        "base": Column(heading="月均基数", align="right"),
        "months": Column(heading="月数", align="right"),
        "formula": Column(heading="计算方法", wraps=24),
        "approved": money("核定金额"),
    }
)
COLUMNS = MappingProxyType({**METHOD_COLUMNS, "paid": money("已拨付")})


def title_of(run: AssessmentRun) -> str:
    """Title what is published of a year."""
    return f"{run.year}年度医保预付金拨付情况和计算方法"


def published_sheet(run: AssessmentRun, paid: Mapping[tuple[str, str], int]) -> Report:
    """Draw up what is published: who was prepaid, from which base, by which formula, how much."""
    lines = [line for line in run.lines if line.amount_fen]
    trees = [public_tree(line, paid) for line in lines]
    total = sum(line.amount_fen for line in lines)
    paid_fen = sum(paid.get((line.book, line.hospital), 0) for line in lines)
    rows = [
        named_row(COLUMNS, {**method_cells(line), "paid": paid.get((line.book, line.hospital), 0)})
        for line in lines
    ]
    whole: dict[str, Cell] = {"name": "合计", "approved": total, "paid": paid_fen}
    rows.append(named_row(COLUMNS, whole, mark="total"))
    return Report(
        title=title_of(run),
        subtitle=(f"统筹区：{run.area_name}", UNIT),
        columns=tuple(COLUMNS.values()),
        rows=tuple(rows),
        tree={
            "area": run.area,
            "year": run.year,
            "rows": trees,
            "total": {"approved": yuan(total), "paid": yuan(paid_fen)},
        },
    )


def method_cells(line: Assessment) -> dict[str, Cell]:
    """Lay one hospital in one fund over `METHOD_COLUMNS`."""
    return {
        "hospital": line.hospital,
        "name": holder_of(line),
        "fund": fund_of(line.book),
        "base": base_of(line),
        "months": months_of(line),
        "formula": formula_of(line),
        "approved": line.amount_fen,
    }


def method_tree(line: Assessment) -> dict[str, object]:
    """Write for programs who was prepaid, and how that was computed; the amounts follow it."""
    return {
        "hospital": line.hospital,
        "name": holder_of(line),
        "fund": line.book.rpartition("/")[2],
        "base": base_of(line).replace(",", ""),
        "months": months_of(line),
        "formula": formula_of(line),
    }


def public_tree(line: Assessment, paid: Mapping[tuple[str, str], int]) -> dict[str, object]:
    """Write one line for programs."""
    return {
        **method_tree(line),
        "amount": yuan(line.amount_fen),
        "paid": yuan(paid.get((line.book, line.hospital), 0)),
    }


def found(line: Assessment, start: str) -> Step | None:
    """Find a step by how its name begins."""
    return next((step for step in steps_of(line.steps) if step.name.startswith(start)), None)


def base_of(line: Assessment) -> str:
    """Return the monthly base as the sheet shows it."""
    step = found(line, BASE)
    return step.figure if step else ""


def months_of(line: Assessment) -> str:
    """Return for how many months it was prepaid."""
    step = found(line, STANDARD)
    match = MONTHS.search(step.remark) if step else None
    return match[1] if match else ""


def formula_of(line: Assessment) -> str:
    """Write the method: 基数 × 月数, then whatever else changed the amount, with its figure."""
    parts = []
    figure = ""
    for step in steps_of(line.steps):
        if step.name == STANDARD:
            parts.append(step.remark)
        elif step.name in CHANGES and step.figure != figure:
            parts.append(f"{step.name}后 {step.figure}")
        if step.name in (STANDARD, *CHANGES):
            figure = step.figure
    return "；".join(parts)
