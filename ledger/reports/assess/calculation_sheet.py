"""核定表: every input, step and clause of a year's 核定, drawn from what is stored alone.

The same event draws the same sheet years later, whatever profile and hospital list say then.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.assessment.run import HOLDER, AssessmentRun, fund_of, holder_of, steps_of, sums
from ledger.assessment.values import Step, step_of
from ledger.basis.terms import GATE_VERDICTS
from ledger.formats.report import (
    CODES,
    UNIT,
    WORDS,
    Cell,
    Column,
    Report,
    Row,
    joined,
    moment,
    money,
    money_tree,
    named_row,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ledger.events.registers.assessment import Assessment
    from ledger.events.registers.fund_gate import FundGate


#: How wide the words of a step may run before they are folded.
FIGURE, CLAUSE, REMARK = 16, 14, 24
#: What stands behind a step's name.
STEP_COLUMNS = MappingProxyType(
    {
        "figure": Column(heading="数值", align="right", wraps=FIGURE),
        "clause": Column(heading="依据", wraps=CLAUSE),
        "remark": Column(heading="说明", wraps=REMARK),
    }
)
SUMMARY_COLUMNS = MappingProxyType(
    {
        "fund": Column(heading="险种"),
        "hospital": Column(heading="医疗机构编码", wraps=CODES, spare=True),
        "name": Column(heading=HOLDER, wraps=WORDS),
        "computed": money("测算金额"),
        "agreed": money("商定金额"),
        "approved": money("核定金额"),
        "reasons": Column(heading="不予核定的原因", wraps=REMARK),
    }
)
GATE_COLUMNS = MappingProxyType(
    {"fund": Column(heading="险种"), "item": Column(heading="项目"), **STEP_COLUMNS}
)
CALCULATION_COLUMNS = MappingProxyType(
    {"item": Column(heading="项目", indented=True), **STEP_COLUMNS}
)


def reasons_of(line: Assessment) -> str:
    """Say why nothing was approved, each reason with its clause."""
    told = joined(reason_told(step) for step in steps_of(line.refused))
    if told or line.amount_fen:
        return told
    return joined(step.figure for step in steps_of(line.steps)[-1:])


def reason_told(step: Step) -> str:
    """Say what a step refused for, with its clause where it rests on one."""
    clause = f"（{step.clause}）" if step.clause else ""
    return f"{step.name}：{step.remark or step.figure}{clause}"


def head_of(run: AssessmentRun) -> tuple[str, ...]:
    """Write what stands above every sheet of a run."""
    document = run.document()
    return (
        f"统筹区：{run.area_name}（{run.area}）",
        f"第 {run.version} 版，{run.state}；核定文件：{document or '未附'}",
        f"政策方案：{'、'.join(run.layers)}",
    )


def signed_of(run: AssessmentRun) -> tuple[str, ...]:
    """Write who made and who approved it, for the foot of a sheet."""
    made = f"测算：{run.prepared_by} {moment(run.prepared_at)}"
    if not run.approved_by:
        return (f"{made}　审核：",)
    return (f"{made}　审核：{run.approved_by} {moment(run.approved_at)}",)


def gate_sheet(run: AssessmentRun) -> Report:
    """Draw up 基金预付条件: per fund the verdict, and every figure it rests on."""
    rows = [row for gate in run.gates for row in gate_rows(gate)]
    return Report(
        title=f"{run.year}年度医保预付金基金预付条件",
        subtitle=(*head_of(run), UNIT),
        columns=tuple(GATE_COLUMNS.values()),
        rows=tuple(rows),
        notes=signed_of(run),
        tree={**run_tree(run), "gates": [gate_tree(gate) for gate in run.gates]},
    )


def gate_rows(gate: FundGate) -> list[Row]:
    """Draw one fund's verdict, and below it every figure that it rests on."""
    head = {
        "fund": fund_of(gate.book),
        "item": f"可支付月数 {gate.months or '—'}",
        "figure": GATE_VERDICTS[gate.verdict],
    }
    mark = "heading" if gate.verdict == "open" else "alert"
    steps = [named_row(GATE_COLUMNS, step_cells(step)) for step in steps_of(gate.steps)]
    return [named_row(GATE_COLUMNS, head, mark=mark), *steps]


def step_cells(step: Step) -> dict[str, Cell]:
    """Lay one step over its columns."""
    return {
        "item": step.name,
        "figure": step.figure,
        "clause": step.clause,
        "remark": step.remark,
    }


def summary_sheet(run: AssessmentRun) -> Report:
    """Draw up 核定汇总表: per fund and hospital what was computed, agreed, approved, and why."""
    rows = []
    for fund, lines in by_fund(run):
        rows += [
            named_row(
                SUMMARY_COLUMNS,
                {
                    "fund": fund,
                    "hospital": line.hospital,
                    "name": holder_of(line),
                    "computed": line.computed_fen,
                    "agreed": line.agreed_fen,
                    "approved": line.amount_fen,
                    "reasons": reasons_of(line),
                },
            )
            for line in lines
        ]
        rows.append(sum_row(f"{fund}小计", lines, mark="subtotal"))
    rows.append(sum_row("合计", run.lines, mark="total"))
    return Report(
        title=f"{run.year}年度医保预付金核定汇总表",
        subtitle=(*head_of(run), UNIT),
        columns=tuple(SUMMARY_COLUMNS.values()),
        rows=tuple(rows),
        notes=signed_of(run),
        tree={
            **run_tree(run),
            "hospitals": [line_tree(line, steps=False) for line in run.lines],
            "total": total_tree(run.lines),
        },
    )


def sum_row(name: str, lines: Sequence[Assessment], *, mark: str) -> Row:
    """Add lines up."""
    computed, agreed, approved = sums(lines)
    return named_row(
        SUMMARY_COLUMNS,
        {"fund": name, "computed": computed, "agreed": agreed, "approved": approved},
        mark=mark,
    )


def calculation_sheet(run: AssessmentRun) -> Report:
    """Draw up 核定计算表: per hospital and fund every input, step and clause.

    Its tree holds the whole run, gates and totals too.
    """
    rows = [
        row
        for fund, lines in by_fund(run)
        for line in lines
        for row in calculation_rows(line, fund)
    ]
    return Report(
        title=f"{run.year}年度医保预付金核定计算表",
        subtitle=(*head_of(run), UNIT),
        columns=tuple(CALCULATION_COLUMNS.values()),
        rows=tuple(rows),
        notes=signed_of(run),
        tree={
            **run_tree(run),
            "gates": [gate_tree(gate) for gate in run.gates],
            "hospitals": [line_tree(line, steps=True) for line in run.lines],
            "total": total_tree(run.lines),
        },
    )


def calculation_rows(line: Assessment, fund: str) -> list[Row]:
    """Draw one hospital's steps in a fund; those that refuse stand in red."""
    head = {"item": f"{holder_of(line)}（{line.hospital}）", "figure": fund}
    mark = "heading" if line.amount_fen else "alert"
    refused = [text for text in line.refused if text not in line.steps]
    steps = [step_row(text, line) for text in (*line.steps, *refused)]
    return [named_row(CALCULATION_COLUMNS, head, mark=mark), *steps]


def step_row(text: str, line: Assessment) -> Row:
    """Draw one step of a hospital; its name stands above and is not told again."""
    step = step_of(text)
    if step.name == HOLDER:
        step = Step(name=HOLDER, figure="", clause="", remark=step.remark)
    mark = "alert" if text in line.refused else ""
    return named_row(CALCULATION_COLUMNS, step_cells(step), mark=mark, depth=1)


def by_fund(run: AssessmentRun) -> list[tuple[str, list[Assessment]]]:
    """Group a run's lines by fund, in the order of the books."""
    groups: dict[str, list[Assessment]] = {}
    for line in run.lines:
        groups.setdefault(line.book, []).append(line)
    return [(fund_of(book), lines) for book, lines in groups.items()]


def total_tree(lines: Sequence[Assessment]) -> dict[str, object]:
    """Write the sums of lines for programs."""
    computed, agreed, approved = sums(lines)
    return money_tree(computed=computed, agreed=agreed, approved=approved)


def run_tree(run: AssessmentRun) -> dict[str, object]:
    """Write what a run is, for programs."""
    return {
        "area": run.area,
        "year": run.year,
        "version": run.version,
        "approved": bool(run.approved_by),
        "document": run.document(),
        "layers": list(run.layers),
        "prepared_by": run.prepared_by,
        "prepared_at": run.prepared_at,
        "approved_by": run.approved_by or None,
        "approved_at": run.approved_at or None,
    }


def gate_tree(gate: FundGate) -> dict[str, object]:
    """Write one fund's gate for programs."""
    return {
        "book": gate.book,
        "verdict": gate.verdict,
        "meaning": GATE_VERDICTS[gate.verdict],
        "months": gate.months,
        "layers": list(gate.layers),
        "steps": steps_tree(gate.steps),
    }


def line_tree(line: Assessment, *, steps: bool) -> dict[str, object]:
    """Write one hospital's line for programs, with its steps where they are asked for."""
    tree: dict[str, object] = {
        "book": line.book,
        "hospital": line.hospital,
        "name": holder_of(line),
        "key": line.key,
        **total_tree([line]),
        "refused": steps_tree(line.refused),
    }
    return tree | ({"steps": steps_tree(line.steps), "layers": list(line.layers)} if steps else {})


def steps_tree(texts: Sequence[str]) -> list[dict[str, str]]:
    """Write steps for programs."""
    return [
        {"name": s.name, "figure": s.figure, "clause": s.clause, "remark": s.remark}
        for s in steps_of(texts)
    ]
