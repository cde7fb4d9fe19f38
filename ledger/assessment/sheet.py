"""计算表: one area's year: every gate, every applicant, every hospital that did not apply.

All that hinders the calculation (choices still open, figures that cannot be used) is told
at once; what a notice refuses is no hindrance but a result, with its reason on the line.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ledger.assessment.amount import amount_of, bars
from ledger.assessment.asked import Asking, worked
from ledger.assessment.base import base_of
from ledger.assessment.eligibility import above_threshold, eligibility
from ledger.assessment.figures import decimal
from ledger.assessment.gate import fund_gate
from ledger.assessment.selection import select_fund
from ledger.assessment.values import AssessedLine, CalculationSheet, Step
from ledger.assessment.weighing import Weighing
from ledger.basis.errors import Refused, refuse
from ledger.basis.money import grouped
from ledger.basis.terms import FUNDS, GATE_VERDICTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from ledger.assessment.asked import AssessmentRules
    from ledger.assessment.values import Applicant, FundFigures, GateResult
    from ledger.basis.errors import Finding
    from ledger.events.registers.adjustment import Adjustment


def assess(
    *,
    year: int,
    rules: AssessmentRules,
    figures: Mapping[str, FundFigures],
    applicants: Sequence[Applicant],
    adjustments: Sequence[Adjustment],
) -> CalculationSheet:
    """Work out the sheet of prepayment year `year`; the same input gives the same sheet.

    `figures` are by fund, `adjustments` those of the area, of which the gates look at theirs.
    Raises Refused with every open choice and every figure that is missing or cannot be used.
    """
    found: dict[Finding, None] = {}
    asking = Asking(rules=rules)
    weighing = Weighing()
    tests = [
        partial(gate_of, fund=fund, year=year, figures=figures, adjustments=adjustments)
        for fund in rules.texts("funds")
    ]
    tested = [worked(test, asking, found) for test in tests]
    gates = tuple(filter(None, tested))
    gates = worked(partial(select_fund, gates), asking, found) or gates
    weighing.weigh(partial(chosen_gates, tests), verdicts_told, asking, "预付险种")
    worked_lines = [
        weighed_line(gate, applicant, asking, weighing, found)
        for gate, applicant in to_assess(gates, applicants)
    ]
    found.update(dict.fromkeys(weighing.questions(rules)))
    if found:
        raise Refused(found)
    return CalculationSheet(year=year, gates=gates, lines=tuple(filter(None, worked_lines)))


def weighed_line(
    gate: GateResult,
    applicant: Applicant,
    asking: Asking,
    weighing: Weighing,
    found: dict[Finding, None],
) -> AssessedLine | None:
    """Work out a hospital's line, and weigh the readings that it leaned on."""
    task = partial(line_of, applicant, gate)
    asking.leaned.clear()
    line = worked(task, asking, found)
    if asking.leaned:
        whose = f"{applicant.hospital.name}（{FUNDS[gate.fund]}）"
        weighing.weigh(task, approved_told, asking, whose)
    return line


def to_assess(
    gates: Sequence[GateResult], applicants: Sequence[Applicant]
) -> Iterator[tuple[GateResult, Applicant]]:
    """Return who stands on the sheet, fund by fund in the order of their codes."""
    ordered = sorted(applicants, key=lambda applicant: applicant.hospital.code)
    for gate in gates:
        for applicant in ordered:
            if is_listed(applicant, gate):
                yield gate, applicant


def chosen_gates(
    tests: Sequence[Callable[[AssessmentRules], GateResult]], rules: AssessmentRules
) -> tuple[GateResult, ...]:
    """Test every fund, and choose which pays."""
    return select_fund([test(rules) for test in tests], rules)


def verdicts_told(gates: Sequence[GateResult]) -> str:
    """Say which funds may prepay."""
    return "、".join(f"{FUNDS[gate.fund]}{GATE_VERDICTS[gate.verdict]}" for gate in gates)


def approved_told(line: AssessedLine) -> str:
    """Say what a line comes to."""
    return grouped(line.approved_fen)


def gate_of(
    rules: AssessmentRules,
    *,
    fund: str,
    year: int,
    figures: Mapping[str, FundFigures],
    adjustments: Sequence[Adjustment],
) -> GateResult:
    """Test one fund; its figures must be there."""
    if fund not in figures:
        raise refuse(
            "FIGURES_MISSING",
            f"没有{FUNDS[fund]}基金{year - 1}年的数据（结余、收支、滚动测算）",
            "填好后用 prepay assess import 导入",
            clause=rules.clause("gate_months"),
        )
    return fund_gate(figures[fund], year=year, rules=rules, adjustments=adjustments)


def is_listed(applicant: Applicant, gate: GateResult) -> bool:
    """Whether a hospital stands on the sheet of a fund: it applied, or has spending there."""
    return applicant.application is not None or any(
        row.fund == gate.fund and row.amount_fen for row in applicant.spending
    )


def line_of(applicant: Applicant, gate: GateResult, rules: AssessmentRules) -> AssessedLine:
    """Work out a hospital's line in a fund."""
    if applicant.application is None:
        step = Step(
            name="未申请",
            figure="",
            clause=rules.clause("application_deadline"),
            remark=f"没有收到{gate.year}年度的申请",
        )
        return line(applicant, gate, (step,), (step,), applied=False)
    steps, refused = conditions(applicant, gate, rules)
    if gate.verdict != "open":
        step = gate_step(gate, rules)
        return line(applicant, gate, (*steps, step), (*refused, step))
    base = None
    if rules.has("threshold"):
        base = base_of(applicant, fund=gate.fund, year=gate.year, rules=rules)
        check = above_threshold(base.value, rules)
        steps = (*steps, check.step)
        refused = refused if check.met else (*refused, check.step)
    if refused:
        barring = bars(applicant, gate.fund, gate.year, rules)
        shown = base.steps if base else ()
        return line(applicant, gate, (*steps, *shown, *barring), (*refused, *barring))
    base = base or base_of(applicant, fund=gate.fund, year=gate.year, rules=rules)
    fen, amount = amount_of(base, applicant, fund=gate.fund, year=gate.year, rules=rules)
    steps = (*steps, *amount.steps)
    if amount.refused:
        return line(applicant, gate, steps, amount.refused)
    return agreed_line(applicant, gate, steps, fen, rules)


def conditions(
    applicant: Applicant, gate: GateResult, rules: AssessmentRules
) -> tuple[tuple[Step, ...], tuple[Step, ...]]:
    """Return the check list as steps: all of it, and what is not met."""
    found = eligibility(applicant, year=gate.year, rules=rules)
    return tuple(one.step for one in found), tuple(one.step for one in found if not one.met)


def gate_step(gate: GateResult, rules: AssessmentRules) -> Step:
    """Say on a hospital's line why its fund does not prepay."""
    months = "" if gate.months is None else f"可支付月数{decimal(gate.months)}"
    by = "gate_months"
    if gate.verdict.startswith("deficit"):
        by = "deficit_block"
    elif gate.verdict == "not-selected":
        by = "fund_selection"
    return Step(
        name=f"{FUNDS[gate.fund]}基金",
        figure="不预付",
        clause=rules.clause(by),
        remark=f"{GATE_VERDICTS[gate.verdict]}，{months}",
    )


def agreed_line(
    applicant: Applicant,
    gate: GateResult,
    steps: tuple[Step, ...],
    fen: int,
    rules: AssessmentRules,
) -> AssessedLine:
    """Take the lesser of what was computed and what 财政 agreed; both are kept."""
    agreed = applicant.agreed_fen.get(gate.fund, fen)
    clause = rules.clause("assessment_required")
    if gate.fund in applicant.agreed_fen:
        told = Step(name="财政商定金额", figure=grouped(agreed), clause=clause)
    else:
        told = Step(name="财政商定金额", figure="未另定", clause=clause, remark="按测算金额")
    approved = min(fen, agreed)
    end = Step(
        name="核定金额",
        figure=grouped(approved),
        clause=clause,
        remark=f"测算{grouped(fen)}与商定{grouped(agreed)}中较小的",
    )
    refused = () if approved else (end,)
    return line(applicant, gate, (*steps, told, end), refused, computed=fen, agreed=agreed)


def line(
    applicant: Applicant,
    gate: GateResult,
    steps: tuple[Step, ...],
    refused: tuple[Step, ...],
    *,
    computed: int = 0,
    agreed: int = 0,
    applied: bool = True,
) -> AssessedLine:
    """Put a line together; without figures it comes to nothing."""
    return AssessedLine(
        hospital=applicant.hospital.code,
        fund=gate.fund,
        year=gate.year,
        computed_fen=computed,
        agreed_fen=agreed,
        approved_fen=min(computed, agreed),
        steps=steps,
        refused=refused,
        applied=applied,
    )
