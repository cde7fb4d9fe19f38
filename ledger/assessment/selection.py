"""预付险种: which of the funds that may prepay does: each, or the one with more months.

海南·二: where both qualify, the one with the larger number of payable months at the prior
year's end; where only one does, that one. A tie is settled by a recorded choice (A-6).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ledger.assessment.asked import unconfirmed
from ledger.assessment.figures import decimal
from ledger.assessment.values import Step
from ledger.basis.terms import FUNDS, GATE_VERDICTS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from ledger.assessment.asked import AssessmentRules
    from ledger.assessment.values import GateResult


def select_fund(gates: Sequence[GateResult], rules: AssessmentRules) -> tuple[GateResult, ...]:
    """Leave one open gate where the profile pays from one fund; raises Refused for a tie."""
    if rules.text("fund_selection") != "most_months":
        return tuple(gates)
    rivals = [gate for gate in gates if gate.verdict == "open"]
    if not rivals:
        return tuple(gates)
    remark = ""
    if len({gate.excepted for gate in rivals}) > 1:
        rivals, remark = compared(rivals, rules)
    leaders = with_most_months(rivals)
    tie = len(leaders) > 1
    chosen = rules.text("fund_tie") if tie else leaders[0]
    clause = rules.clause("fund_tie" if tie else "fund_selection")
    remark = f"{reason(rivals, tie=tie)}{remark}"
    return tuple(judged(gate, chosen=chosen, clause=clause, remark=remark) for gate in gates)


def with_most_months(gates: Sequence[GateResult]) -> list[str]:
    """Name the funds that could pay for the most months."""
    most = max(months_of(gate) for gate in gates)
    return [gate.fund for gate in gates if months_of(gate) == most]


def compared(rivals: list[GateResult], rules: AssessmentRules) -> tuple[list[GateResult], str]:
    """Leave those that are compared where a fund is open by exception only, and say so (A-31)."""
    names = "、".join(FUNDS[gate.fund] for gate in rivals if gate.excepted)
    apart = rules.has("excepted_fund") and rules.text("excepted_fund") == "apart"
    word = "不参加比较" if apart else "一并比较"
    kept = [gate for gate in rivals if not gate.excepted] if apart else rivals
    return kept, f"，会商例外开放的{names}{word}{unconfirmed(rules, 'excepted_fund')}"


def judged(gate: GateResult, *, chosen: str, clause: str, remark: str) -> GateResult:
    """Add to a gate that was open which fund pays; the others are not selected."""
    if gate.verdict != "open":
        return gate
    step = Step(name="预付险种", figure=FUNDS[chosen], clause=clause, remark=remark)
    if gate.fund == chosen:
        return replace(gate, steps=(*gate.steps, step))
    end = Step(name="结论", figure=GATE_VERDICTS["not-selected"], clause=clause)
    kept = gate.steps[:-1]
    return replace(gate, verdict="not-selected", steps=(*kept, step, end))


def reason(rivals: Sequence[GateResult], *, tie: bool) -> str:
    """Say why one fund pays, with the months of each that may."""
    if len(rivals) == 1:
        return "只有该险种满足预付条件"
    every = [months_of(gate) for gate in rivals]
    months = "，".join(
        f"{FUNDS[gate.fund]}{decimal(months_of(gate), *every)}个月" for gate in rivals
    )
    return f"{months}，{'月数相同，按选定的口径' if tie else '取可支付月数更多的险种'}"


def months_of(gate: GateResult) -> Fraction:
    """Return the months of an open gate."""
    assert gate.months is not None, gate
    return gate.months
