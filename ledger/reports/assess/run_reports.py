"""核定的答复: what import and run answer, as reports."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.assessment.run import fund_of, holder_of, sums
from ledger.basis.terms import GATE_VERDICTS
from ledger.formats.report import UNIT, Column, Report, Row, money, named_row
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
    from collections.abc import Mapping, Sequence

    from ledger.assessment.run import AssessmentRun
    from ledger.events.registers.assessment import Assessment
    from ledger.events.registers.fund_gate import FundGate
    from ledger.workflow.assess.base_data import BaseDataImported
    from ledger.workflow.assess.run import Ran

FUND_COLUMNS = MappingProxyType(
    {
        "fund": Column(heading="险种"),
        "gate": Column(heading="预付条件"),
        "months": Column(heading="可支付月数", align="right"),
        "hospitals": Column(heading="机构数", align="right"),
        "prepaid": Column(heading="预付机构数", align="right"),
        "computed": money("测算金额"),
        "agreed": money("商定金额"),
        "approved": money("核定金额"),
    }
)
REFUSED_COLUMNS = MappingProxyType(
    {
        "fund": Column(heading="险种"),
        "hospital": Column(heading="医疗机构编码", spare=True),
        "name": Column(heading="医疗机构", wraps=14),
        "reason": Column(heading="原因", wraps=30),
    }
)


def held_columns(figures: str) -> Mapping[str, Column]:
    """Return the columns of an import; `figures` says what its sums are of."""
    return {
        "book": Column(heading="账套"),
        "year": Column(heading="年度"),
        "rows_before": Column(heading="原有行数", align="right"),
        "amount_before": money(f"原有{figures}"),
        "rows_now": Column(heading="现有行数", align="right"),
        "amount_now": money(f"现有{figures}"),
    }


def import_report(done: BaseDataImported, name: str) -> Report:
    """Draw up what an import wrote: per book and year, rows and sums before and after."""
    columns = held_columns("累计结余" if done.list == "基金收支" else "金额")
    return Report(
        title=f"导入{done.list}",
        subtitle=(f"文件：{name}，{done.rows} 行", UNIT),
        columns=tuple(columns.values()),
        rows=tuple(
            named_row(
                columns,
                {
                    "book": one.book,
                    "year": one.year,
                    "rows_before": one.before.rows,
                    "amount_before": one.before.amount_fen,
                    "rows_now": one.after.rows,
                    "amount_now": one.after.amount_fen,
                },
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
    funds = [(gate, [line for line in run.lines if line.book == gate.book]) for gate in run.gates]
    return Report(
        title=f"{run.year}年度医保预付金核定测算",
        subtitle=(*head_of(run), UNIT),
        columns=tuple(FUND_COLUMNS.values()),
        rows=tuple(fund_row(gate, lines) for gate, lines in funds),
        tree={
            **run_tree(run),
            "funds": [ran_tree(gate, lines) for gate, lines in funds],
            "total": total_tree(run.lines),
        },
    )


def fund_row(gate: FundGate, lines: Sequence[Assessment]) -> Row:
    """Draw one fund: its gate, how many hospitals get something, and the sums."""
    computed, agreed, approved = sums(lines)
    return named_row(
        FUND_COLUMNS,
        {
            "fund": fund_of(gate.book),
            "gate": GATE_VERDICTS[gate.verdict],
            "months": gate.months,
            "hospitals": len(lines),
            "prepaid": prepaid_count(lines),
            "computed": computed,
            "agreed": agreed,
            "approved": approved,
        },
        mark="" if gate.verdict == "open" else "alert",
    )


def prepaid_count(lines: Sequence[Assessment]) -> int:
    """Count the hospitals that get something."""
    return sum(1 for line in lines if line.amount_fen)


def ran_tree(gate: FundGate, lines: Sequence[Assessment]) -> dict[str, object]:
    """Write one fund of a run for programs."""
    counts = {"hospitals": len(lines), "paid": prepaid_count(lines)}
    return {**gate_tree(gate), **counts, **total_tree(lines)}


def refused_report(run: AssessmentRun) -> Report:
    """List the hospitals to which nothing was given, each with its reasons."""
    lines = [line for line in run.lines if not line.amount_fen]
    return Report(
        title="不予核定的医疗机构",
        subtitle=(f"共 {len(lines)} 笔",),
        columns=tuple(REFUSED_COLUMNS.values()),
        rows=tuple(
            named_row(
                REFUSED_COLUMNS,
                {
                    "fund": fund_of(line.book),
                    "hospital": line.hospital,
                    "name": holder_of(line),
                    "reason": reasons_of(line),
                },
            )
            for line in lines
        ),
        tree={**run_tree(run), "refused": [line_tree(line, steps=False) for line in lines]},
    )
