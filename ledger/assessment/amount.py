"""测算金额: base × months × coefficient → special adjustment → floor → sanction → round, once.

Every value stays an exact fraction of a fen until the last step; floors and thresholds are
compared before it. Where the special adjustment stands no notice says: it changes the scale, so
it is presumed to come before the floor, and its step says so (A-29).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from ledger.assessment.asked import unconfirmed
from ledger.assessment.figures import half_up, money, ratio_text, read_ratio
from ledger.assessment.gate import fund_of, papers_of
from ledger.assessment.lateness import certain, lateness_of
from ledger.assessment.values import Step
from ledger.basis.errors import Refused, refuse
from ledger.basis.money import grouped, parse_fen
from ledger.basis.terms import FUNDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ledger.assessment.asked import AssessmentRules
    from ledger.assessment.base import Base
    from ledger.assessment.lateness import Lateness
    from ledger.assessment.values import Applicant, Record
    from ledger.events.registers.adjustment import Adjustment


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """An amount on its way, in fen, exact: with every step so far, and those that refuse."""

    value: Fraction
    steps: tuple[Step, ...]
    refused: tuple[Step, ...] = ()

    def then(self, value: Fraction, step: Step) -> Amount:
        """Go on with another value, and the step that led to it."""
        return replace(self, value=value, steps=(*self.steps, step))

    def refuse(self, step: Step) -> Amount:
        """Come to nothing, by a step that refuses."""
        return Amount(value=Fraction(0), steps=(*self.steps, step), refused=(*self.refused, step))


def amount_of(
    base: Base, applicant: Applicant, *, fund: str, year: int, rules: AssessmentRules
) -> tuple[int, Amount]:
    """Work out what a hospital may be paid ahead by a fund: fen, and how it came about."""
    amount = Amount(value=max(base.value, Fraction(0)), steps=base.steps)
    if base.value <= 0:
        amount = amount.refuse(empty_step(base, rules)) if keeps_zero(rules) else amount
    amount = scaled(amount, applicant, rules)
    changes = [a for a in applicant.adjustments if applies(a, applicant, fund=fund, year=year)]
    amount = after_adjustments(amount, changes, rules)
    amount = sanctioned(amount, applicant, fund, year, rules)
    fen = half_up(amount.value)
    step = Step(
        name="测算金额",
        figure=grouped(fen),
        clause=rules.clause("months"),
        remark=f"四舍五入到分，全程只舍入一次，舍入前{money(amount.value)}",
    )
    if fen == 0 and not amount.refused:
        return 0, amount.refuse(step)
    return fen, amount.then(Fraction(fen), step)


def after_adjustments(
    amount: Amount, changes: Sequence[Adjustment], rules: AssessmentRules
) -> Amount:
    """Apply the adjustments, and the floor before or after them."""
    after = bool(changes) and adjusts_after_floor(rules)
    if after:
        amount = floored(amount, rules)
    for adjustment in changes:
        amount = adjusted(amount, adjustment, rules, after=after)
    return amount if after else floored(amount, rules)


def empty_step(base: Base, rules: AssessmentRules) -> Step:
    """Refuse where there is no spending to work from (A-3)."""
    return Step(
        name="基数不大于零",
        figure=money(base.value),
        clause=rules.clause("floor_of_zero"),
        remark=f"没有可以测算的支出，不预付，也不给定额{unconfirmed(rules, 'floor_of_zero')}",
    )


def keeps_zero(rules: AssessmentRules) -> bool:
    """Return whether nothing stays nothing, rather than being raised to the floor (A-3)."""
    return rules.text("floor_of_zero") == "none"


def scaled(amount: Amount, applicant: Applicant, rules: AssessmentRules) -> Amount:
    """Take the base for its months (甘肃·三, 海南·三), and by the local coefficient."""
    months = rules.ratio("months")
    value = amount.value * months
    step = Step(
        name="预付标准",
        figure=money(value),
        clause=rules.clause("months"),
        remark=f"基数 × {ratio_text(months)}个月",
    )
    amount = amount.then(value, step)
    table = rules.table("coefficients")
    if not table:
        return amount
    by_level = rules.text("coefficient_by") == "level"
    given = applicant.hospital.level if by_level else ""
    if not by_level and applicant.application is not None:
        given = applicant.application.grade
    row = given if given in table else "其他"
    factor = read_ratio(table[row])
    what = "级别" if by_level else "综合评价等级"
    step = Step(
        name="调整系数",
        figure=money(amount.value * factor),
        clause=rules.clause("coefficients"),
        remark=f"{what}：{given or '未填'}，按“{row}” × {ratio_text(factor)}",
    )
    return amount.then(amount.value * factor, step)


def applies(adjustment: Adjustment, applicant: Applicant, *, fund: str, year: int) -> bool:
    """Return whether a special adjustment changes a hospital's amount in a fund."""
    return (
        adjustment.scope == "amount"
        and adjustment.year == year
        and adjustment.hospital in ("", applicant.hospital.code)
        and fund_of(adjustment) == fund
    )


def adjusts_after_floor(rules: AssessmentRules) -> bool:
    """Return whether the special adjustment takes what the floor has raised (A-29)."""
    if not rules.rows("floor_tiers") or not rules.has("adjustment_order"):
        return False
    return rules.text("adjustment_order") == "after_floor"


def adjusted(
    amount: Amount, adjustment: Adjustment, rules: AssessmentRules, *, after: bool
) -> Amount:
    """Change the scale as 医保 and 财政 agreed (甘肃·三; 海南·三)."""
    if not rules.flag("special_adjustment"):
        raise refuse(
            "ADJUSTMENT_NOT_ALLOWED",
            f"政策方案没有特殊调整的规定，却登记了{adjustment.key}（{papers_of(adjustment)}）",
            "撤销这项登记，或由政策方案写明特殊调整的条款",
        )
    factor = read_ratio(adjustment.factor)
    value = amount.value * factor
    step = Step(
        name="特殊调整",
        figure=money(value),
        clause=rules.clause("special_adjustment"),
        remark=f"× {ratio_text(factor)}，{papers_of(adjustment)}：{adjustment.reason}"
        f"{order_text(rules, after=after)}",
    )
    return amount.then(value, step)


def order_text(rules: AssessmentRules, *, after: bool) -> str:
    """Say where a special adjustment stands among the steps that the profile has."""
    said = "，在系数之后" if rules.table("coefficients") else ""
    if not rules.rows("floor_tiers"):
        return said
    place = f"定额之{'后' if after else '前'}{unconfirmed(rules, 'adjustment_order')}"
    return f"{said}、{place}" if said else f"，在{place}"


def floored(amount: Amount, rules: AssessmentRules) -> Amount:
    """Raise what is too small to a fixed amount (甘肃·三): asked only where it matters (A-2)."""
    tiers = sorted(
        (parse_fen(row["below"]), parse_fen(row["amount"])) for row in rules.rows("floor_tiers")
    )
    zero = amount.value == 0
    if not tiers or (zero and (amount.refused or keeps_zero(rules))):
        return amount
    limits = tuple(Fraction(below) for below, _ in tiers)
    if amount.value < limits[-1]:
        return raised(amount, tiers, limits, rules)
    remark = f"{money(amount.value, *limits)}不少于{grouped(tiers[-1][0])}，不适用"
    return amount.then(
        amount.value,
        Step(
            name="定额核拨",
            figure=money(amount.value),
            clause=rules.clause("floor_tiers"),
            remark=remark,
        ),
    )


def raised(
    amount: Amount,
    tiers: list[tuple[int, int]],
    limits: tuple[Fraction, ...],
    rules: AssessmentRules,
) -> Amount:
    """Raise an amount below the highest tier, by the reading that was chosen."""
    value, clause = amount.value, rules.clause("floor_tiers")
    reading = rules.text("floor")
    in_force = {"tiers": tiers, "five_thousand": tiers[:1], "ten_thousand": tiers[-1:]}
    for below, fixed in in_force.get(reading, []):
        if value < below:
            remark = f"测算{money(value, *limits)}，少于{grouped(below)}，按{grouped(fixed)}核拨"
            step = Step(name="定额核拨", figure=grouped(fixed), clause=clause, remark=remark)
            return amount.then(Fraction(fixed), step)
    remark = f"测算{money(value, *limits)}，按选定的口径不提高"
    return amount.then(
        value, Step(name="定额核拨", figure=money(value), clause=clause, remark=remark)
    )


def sanctioned(
    amount: Amount, applicant: Applicant, fund: str, year: int, rules: AssessmentRules
) -> Amount:
    """Take off for last year: late, and barred (甘肃·四; 海南·五(五)、七(一))."""
    record = applicant.record
    if amount.value:
        late = lateness_of(applicant, fund, year, rules)
        amount = late_taken(amount, late, rules)
        if not late.by_fund and record.doubts:
            amount = amount.then(amount.value, doubts_step(amount, record, rules))
    if record.barred:
        factor = rules.ratio("barred_factor")
        value = amount.value * factor
        step = Step(
            name="上年有取消资格的情形",
            figure=money(value),
            clause=rules.clause("barred_factor"),
            remark=f"{record.barred}，× {ratio_text(factor)}",
        )
        amount = amount.then(value, step) if factor else amount.refuse(step)
    return amount


def doubts_step(amount: Amount, record: Record, rules: AssessmentRules) -> Step:
    """Say what is late by one reading only, where that reading does not hold (A-30, A-33)."""
    names = [doubt.choice for doubt in record.doubts]
    remark = f"{'，'.join(doubt.told for doubt in record.doubts)}，不因此处罚"
    return Step(
        name="以前没有还清的",
        figure=money(amount.value),
        clause=rules.clause("late_factor"),
        remark=f"{remark}{unconfirmed(rules, *names)}",
    )


def late_taken(amount: Amount, late: Lateness, rules: AssessmentRules) -> Amount:
    """Take off for what was late; say so where by the chosen reading nothing is taken (A-25)."""
    if not late.by_fund:
        return amount
    factor = rules.ratio("late_factor") if late.counts else Fraction(1)
    value = amount.value * factor
    shown = "，".join(f"{FUNDS[one]}到期差{grouped(fen)}" for one, fen in late.by_fund.items())
    floor = "在定额之后 " if rules.rows("floor_tiers") else ""
    taken = f"差一分也算，{floor}× {ratio_text(factor)}" if late.counts else "按选定的口径照常受理"
    step = Step(
        name="上年未按时全额返还",
        figure=money(value),
        clause=rules.clause("late_factor"),
        remark=f"{shown}{late.doubted}{late.why}，{taken}"
        f"{unconfirmed(rules, 'late_partial', 'late_order')}",
    )
    return amount.then(value, step) if factor else amount.refuse(step)


def bars(applicant: Applicant, fund: str, year: int, rules: AssessmentRules) -> tuple[Step, ...]:
    """Return what last year bars outright, whatever the amount, without asking anything.

    While a question is open only what every reading says bars.
    """
    one = Amount(value=Fraction(1), steps=())
    record = certain(applicant.record, fund, rules)
    try:
        return sanctioned(one, replace(applicant, record=record), fund, year, rules).refused
    except Refused:
        # Whether being late bars is itself open.
        record = replace(record, late={}, inherited={}, doubts=())
        return sanctioned(one, replace(applicant, record=record), fund, year, rules).refused
