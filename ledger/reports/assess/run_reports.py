"""核定的答复: what import and run answer, as reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.assessment.run import fund_of, holder_of, sums
from ledger.basis.terms import GATE_VERDICTS
from ledger.formats.report import UNIT, Column, Report, Row, money
from ledger.reports.assess.calculation_sheet import (
    gate_tree,
    head_of,
    line_tree,
    reasons_of,
    run_tree,
    total_tree,
)
from ledger.workflow.assess.base_data import held_tree

if TYPE_CHECKING:
    from ledger.assessment.run import AssessmentRun
    from ledger.workflow.assess.base_data import BaseDataImported
    from ledger.workflow.assess.run import Ran


def import_report(done: BaseDataImported, name: str) -> Report:
    """Draw up what an import wrote: per book and year, rows and sums before and after."""
    figures = "累计结余" if done.list == "基金收支" else "金额"
    return Report(
        title=f"导入{done.list}",
        subtitle=(f"文件：{name}，{done.rows} 行", UNIT),
        columns=(
            Column(heading="账套"),
            Column(heading="年度"),
            Column(heading="原有行数", align="right"),
            money(f"原有{figures}"),
            Column(heading="现有行数", align="right"),
            money(f"现有{figures}"),
        ),
        rows=tuple(
            Row(
                cells=(
                    one.book,
                    one.year,
                    one.before.rows,
                    one.before.amount_fen,
                    one.after.rows,
                    one.after.amount_fen,
                )
            )
            for one in done.held
        ),
        tree={
            "list": done.list,
            "rows": done.rows,
            "held": [{"book": one.book, **held_tree(one)} for one in done.held],
        },
    )


def run_reports(done: Ran) -> list[Report]:
    """Draw up what a run came to: by fund, and who gets nothing for which reason."""
    run = done.run
    return [funds_report(run), refused_report(run)]


def funds_report(run: AssessmentRun) -> Report:
    """Draw up a run by fund: gate, months, hospitals, sums."""
    rows = []
    trees = []
    for gate in run.gates:
        lines = [line for line in run.lines if line.book == gate.book]
        given = sum(1 for line in lines if line.amount_fen)
        rows.append(
            Row(
                cells=(
                    fund_of(gate.book),
                    GATE_VERDICTS[gate.verdict],
                    gate.months,
                    len(lines),
                    given,
                    *sums(lines),
                ),
                mark="" if gate.verdict == "open" else "alert",
            )
        )
        trees.append(
            {**gate_tree(gate), "hospitals": len(lines), "paid": given, **total_tree(lines)}
        )
    return Report(
        title=f"{run.year}年度医保预付金核定测算",
        subtitle=(*head_of(run), UNIT),
        columns=(
            Column(heading="险种"),
            Column(heading="预付条件"),
            Column(heading="可支付月数", align="right"),
            Column(heading="机构数", align="right"),
            Column(heading="预付机构数", align="right"),
            money("测算金额"),
            money("商定金额"),
            money("核定金额"),
        ),
        rows=tuple(rows),
        tree={**run_tree(run), "funds": trees, "total": total_tree(run.lines)},
    )


def refused_report(run: AssessmentRun) -> Report:
    """List the hospitals to which nothing was given, each with its reasons."""
    lines = [line for line in run.lines if not line.amount_fen]
    return Report(
        title="不予核定的医疗机构",
        subtitle=(f"共 {len(lines)} 笔",),
        columns=(
            Column(heading="险种"),
            Column(heading="医疗机构编码", spare=True),
            Column(heading="医疗机构", wraps=14),
            Column(heading="原因", wraps=30),
        ),
        rows=tuple(
            Row(cells=(fund_of(line.book), line.hospital, holder_of(line), reasons_of(line)))
            for line in lines
        ),
        tree={**run_tree(run), "refused": [line_tree(line, steps=False) for line in lines]},
    )
