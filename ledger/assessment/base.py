"""基数: a hospital's monthly average of what the funds paid, over whole natural years.

甘肃·三: one to three years, each fund by itself, 门诊 and 住院, the basic fund with 大额 and
公务员补助. 海南·三: the year before, 住院 only, 统筹基金, 职工 and 居民 together.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from ledger.assessment.asked import unconfirmed
from ledger.assessment.figures import money
from ledger.assessment.values import Step
from ledger.basis.money import grouped
from ledger.basis.terms import FUNDS, PAYERS, SERVICES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ledger.assessment.asked import AssessmentRules
    from ledger.assessment.values import Applicant, Spending

BASIC = "basic"
#: What spending is added up by: fund, service, payer.
Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """A monthly average in fen, exact, and the steps that lead to it."""

    value: Fraction
    steps: tuple[Step, ...]


def base_of(applicant: Applicant, *, fund: str, year: int, rules: AssessmentRules) -> Base:
    """Work out the base of a hospital in a fund for prepayment year `year`."""
    years, years_step = window(applicant, year, rules)
    funds = rules.texts("funds") if rules.text("base_funds") == "sum" else (fund,)
    totals, months_paid = counted(applicant.spending, funds, years, rules)
    totals, payers_steps = of_payers(totals, rules)
    total = sum(totals.values())
    months = 12 * len(years)
    value = Fraction(total, months)
    paid = len(set().union(*(months_paid[key] for key in months_paid if key in totals)))
    step = Step(
        name="基数（月平均支出）",
        figure=money(value),
        clause=rules.clause("base_years"),
        remark=f"合计{grouped(total)} ÷ {months}个月，其中有支出的{paid}个月",
    )
    steps = (years_step, *payers_steps, *sums(totals, funds, rules), step)
    return Base(value=value, steps=steps)


def of_payers(totals: dict[Key, int], rules: AssessmentRules) -> tuple[dict[Key, int], list[Step]]:
    """Leave out what others than the basic fund paid where the reading says so, with a step."""
    others = [fen for key, fen in totals.items() if key[2] != BASIC and fen]
    if not others:
        return totals, []
    reading = rules.text("payers_paid")
    steps = [payers_step(reading, sum(others), rules)]
    if reading == "own_share":
        totals = {key: fen for key, fen in totals.items() if key[2] == BASIC}
    return totals, steps


def window(applicant: Applicant, year: int, rules: AssessmentRules) -> tuple[tuple[int, ...], Step]:
    """Name the natural years that count: those asked for, as far as it has settled in full (A-28).

    By the other reading all of those asked for, with nothing where nothing was settled.
    """
    asked = rules.whole("base_years")
    held = full_years(applicant, year)
    settled = asked if held is None else max(1, min(asked, held))
    count = asked if settled < asked and keeps_years(rules) else settled
    years = tuple(range(year - count, year))
    remark = "、".join(f"{one}年" for one in years)
    if settled < asked:
        presumed = unconfirmed(rules, "short_history")
        remark = f"口径为前{asked}年，正常结算只满{settled}个自然年度，取{remark}{presumed}"
    step = Step(
        name="测算年限", figure=f"{count}年", clause=rules.clause("base_years"), remark=remark
    )
    return years, step


def keeps_years(rules: AssessmentRules) -> bool:
    """Return whether years that were not settled in full still divide the sum (A-28)."""
    return rules.has("short_history") and rules.text("short_history") == "asked"


def full_years(applicant: Applicant, year: int) -> int | None:
    """Count the full natural years that a hospital had settled before `year`; None: unknown."""
    application = applicant.application
    if application is None or application.settled_since is None:
        return None
    since = application.settled_since
    first = since.year if (since.month, since.day) == (1, 1) else since.year + 1
    return max(0, year - first)


def counted(
    spending: Sequence[Spending], funds: Sequence[str], years: Sequence[int], rules: AssessmentRules
) -> tuple[dict[Key, int], dict[Key, set[str]]]:
    """Add up the spending that belongs in the base, and name its months, by `Key`."""
    services, payers = set(rules.texts("base_services")), set(rules.texts("base_payers"))
    kept = {f"{year:04d}" for year in years}
    totals: dict[Key, int] = {}
    months: dict[Key, set[str]] = {}
    for row in spending:
        if row.fund not in funds or row.month[:4] not in kept or not row.amount_fen:
            continue
        if row.service in services and row.payer in payers:
            key = (row.fund, row.service, row.payer)
            totals[key] = totals.get(key, 0) + row.amount_fen
            months.setdefault(key, set()).add(row.month)
    return totals, months


def payers_step(reading: str, others: int, rules: AssessmentRules) -> Step:
    """Show who pays the share of 大额 and 公务员补助 (A-1)."""
    word = "各基金预付各自部分，不计入本账" if reading == "own_share" else "只作测算口径，计入本账"
    return Step(
        name="大额、公务员补助部分",
        figure=grouped(others),
        clause=rules.clause("payers_paid"),
        remark=word,
    )


def sums(totals: Mapping[Key, int], funds: Sequence[str], rules: AssessmentRules) -> list[Step]:
    """Show what each fund, service and payer adds to the base."""
    order = [(fund, service, payer) for fund in funds for service in SERVICES for payer in PAYERS]
    return [
        Step(
            name=f"{FUNDS[fund]}·{SERVICES[service]}·{PAYERS[payer]}",
            figure=grouped(totals[fund, service, payer]),
            clause=rules.clause("base_services"),
        )
        for fund, service, payer in order
        if (fund, service, payer) in totals
    ]
