"""基金预付条件: may a fund prepay in a year? (甘肃·一; 海南·二).

Months of cover = 累计结余 ÷ (上年支出 ÷ 12), exact, and the limit itself is enough. The months
hold “原则上” (a document of 医保 and 财政 may pass them); a deficit is never passed.
"""

from __future__ import annotations

from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.assessment.asked import unconfirmed
from ledger.assessment.figures import decimal
from ledger.assessment.values import GateResult, Step
from ledger.basis.errors import refuse
from ledger.basis.money import grouped
from ledger.basis.terms import FUNDS, GATE_VERDICTS
from ledger.policy.parameters import PARAMETERS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ledger.assessment.asked import AssessmentRules
    from ledger.assessment.values import FundFigures
    from ledger.events.registers.adjustment import Adjustment

#: How the months are worked out: a choice (A-5).
FORMULA = "months_formula"
DEFICITS: Mapping[str, str] = MappingProxyType(
    {"prior_year": "deficit-prior-year", "forecast": "deficit-forecast"}
)


def fund_gate(
    figures: FundFigures, *, year: int, rules: AssessmentRules, adjustments: Sequence[Adjustment]
) -> GateResult:
    """Decide whether a fund may prepay in `year`, from its figures of the year before.

    Raises FIGURES_UNUSABLE where the figures are of another year, or spending is not above 0.
    """
    limit = Fraction(rules.table("gate_months")[figures.fund])
    label, spent = divisor(figures, year, rules)
    check_usable(figures, year, spent)
    months = months_of_cover(figures.balance_fen, spent)
    covered = months >= limit
    own = [change for change in adjustments if is_for_gate(change, fund=figures.fund, year=year)]
    passes = own if not covered and rules.flag("gate_exception") else []
    steps = [
        *inputs(figures, label, spent, rules),
        months_step(figures.balance_fen, spent, months, limit, rules),
        *(exception_step(change, rules) for change in passes),
    ]
    deficit, deficit_steps = deficits(figures, year, rules)
    verdict = deficit or ("open" if covered or passes else "months-short")
    return GateResult(
        fund=figures.fund,
        year=year,
        verdict=verdict,
        months=months,
        steps=(*steps, *deficit_steps, conclusion(verdict, rules)),
        excepted=verdict == "open" and not covered,
    )


def conclusion(verdict: str, rules: AssessmentRules) -> Step:
    """Show the verdict, with the clause that it rests on."""
    clause = rules.clause("deficit_block" if verdict in DEFICITS.values() else "gate_months")
    return Step(name="结论", figure=GATE_VERDICTS[verdict], clause=clause)


def deficits(figures: FundFigures, year: int, rules: AssessmentRules) -> tuple[str, list[Step]]:
    """Look for the deficits that bar a fund: the first one's verdict ("" for none), and steps."""
    blocks = rules.texts("deficit_block")
    verdict, steps = "", []
    for name, label, income, expenditure in (
        ("prior_year", f"{figures.year}年当期", figures.income_fen, figures.expenditure_fen),
        ("forecast", f"{year}年滚动测算", *forecast(figures)),
    ):
        if name in blocks:
            steps.append(deficit_step(label, income, expenditure, rules.clause("deficit_block")))
            if income < expenditure:
                verdict = verdict or DEFICITS[name]
    return verdict, steps


def divisor(figures: FundFigures, year: int, rules: AssessmentRules) -> tuple[str, int]:
    """Name the year's expenditure that the months are worked out from (A-5)."""
    if rules.text("months_formula") == "forecast_expenditure":
        return f"{year}年滚动测算支出", figures.forecast_expenditure_fen
    return f"{figures.year}年支出", figures.expenditure_fen


def months_of_cover(balance_fen: int, spent_fen: int) -> Fraction:
    """Work out 累计结余可支付月数, exactly."""
    return balance_fen / (Fraction(spent_fen) / 12)


def forecast(figures: FundFigures) -> tuple[int, int]:
    """Return the rolling forecast of the prepayment year: income and expenditure."""
    return figures.forecast_income_fen, figures.forecast_expenditure_fen


def check_usable(figures: FundFigures, year: int, spent_fen: int) -> None:
    """Refuse figures from which no months can be worked out, with the plain reason."""
    fund = FUNDS[figures.fund]
    if figures.year != year - 1:
        raise refuse(
            "FIGURES_UNUSABLE",
            f"{year}年度核定应用{year - 1}年的基金数据，{fund}基金导入的是{figures.year}年",
            f"用 prepay assess import 导入{year - 1}年的数据",
        )
    if spent_fen <= 0:
        raise refuse(
            "FIGURES_UNUSABLE",
            f"{fund}基金的年支出为{grouped(spent_fen)}，支出不大于零，算不出累计结余可支付月数",
            "核对基金年度数据里的支出，更正后重新导入",
        )


def inputs(
    figures: FundFigures, label: str, spent_fen: int, rules: AssessmentRules
) -> tuple[Step, ...]:
    """Show where the months are tested, and the two figures they are worked out from."""
    pool = "统筹基金，不含个人账户" if figures.fund == "employee" else ""
    level = rules.text("pooling_level")
    return (
        Step(
            name="测算层级",
            figure=PARAMETERS["pooling_level"].words[level],
            clause=rules.clause("pooling_level"),
        ),
        Step(
            name=f"{figures.year}年末累计结余",
            figure=grouped(figures.balance_fen),
            clause=rules.clause("gate_months"),
            remark=pool,
        ),
        Step(
            name=label,
            figure=grouped(spent_fen),
            clause=rules.clause("months_formula"),
            remark=pool,
        ),
    )


def months_step(
    balance_fen: int, spent_fen: int, months: Fraction, limit: Fraction, rules: AssessmentRules
) -> Step:
    """Show the months, the formula and the limit."""
    formula = f"{grouped(balance_fen)} ÷（{grouped(spent_fen)} ÷ 12）"
    reached = "符合" if months >= limit else "不足"
    return Step(
        name="累计结余可支付月数",
        figure=decimal(months, limit),
        clause=rules.clause("gate_months"),
        remark=f"{formula}{unconfirmed(rules, FORMULA)}，"
        f"应不低于{limit}个月（含{limit}），{reached}",
    )


def deficit_step(label: str, income: int, expenditure: int, clause: str) -> Step:
    """Show a year's income less its expenditure; below zero is a deficit."""
    word = "赤字，不能预付" if income < expenditure else "无赤字"
    return Step(
        name=f"{label}收支",
        figure=grouped(income - expenditure),
        clause=clause,
        remark=f"收入{grouped(income)} 减 支出{grouped(expenditure)}，{word}",
    )


def is_for_gate(adjustment: Adjustment, *, fund: str, year: int) -> bool:
    """Return whether an adjustment, with its document, passes a fund's months gate in a year."""
    return (
        adjustment.scope == "gate"
        and adjustment.year == year
        and not adjustment.hospital
        and fund_of(adjustment) == fund
        and any(paper.type == "special-document" for paper in adjustment.papers)
    )


def fund_of(adjustment: Adjustment) -> str:
    """Name the fund of the book in which an adjustment was recorded."""
    return adjustment.book.rpartition("/")[2]


def exception_step(adjustment: Adjustment, rules: AssessmentRules) -> Step:
    """Show the document that passes the months gate, which holds in principle only."""
    return Step(
        name="“原则上”的例外",
        figure="通过可支付月数条件",
        clause=rules.clause("gate_exception"),
        remark=f"{papers_of(adjustment)}：{adjustment.reason}",
    )


def papers_of(adjustment: Adjustment) -> str:
    """Name the documents behind an adjustment."""
    return "、".join(
        f"{paper.number}（{paper.date.isoformat()}）"
        for paper in adjustment.papers
        if paper.type == "special-document"
    )
