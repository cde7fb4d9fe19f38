"""一项条件: what a condition of 核定 is checked against, and how it is shown, met or not."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ledger.assessment.values import Step

if TYPE_CHECKING:
    from ledger.assessment.asked import AssessmentRules
    from ledger.assessment.values import Applicant
    from ledger.events.registers.application import Application
    from ledger.masters.hospital import Hospital


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionAsked:
    """What a condition is checked against: the hospital, its application, the year, the rules."""

    applicant: Applicant
    application: Application
    year: int
    rules: AssessmentRules

    @property
    def hospital(self) -> Hospital:
        """Return the hospital."""
        return self.applicant.hospital


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """One condition: whether it is met, and how that is shown."""

    met: bool
    step: Step


def condition(asked: ConditionAsked, name: str, *, met: bool, by: str, remark: str) -> Condition:
    """Word a condition; `by` is the parameter whose clause it rests on."""
    clause = asked.rules.clause(by) or asked.rules.clause("eligibility_list")
    figure = "符合" if met else "不符合"
    return Condition(met=met, step=Step(name=name, figure=figure, clause=clause, remark=remark))


def months_before(day: date, months: int) -> date:
    """Return the same day so many months before; the month's last day where there is none."""
    count = day.year * 12 + day.month - 1 - months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
