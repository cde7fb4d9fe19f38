"""到期清单: every duty of a book on a day, the most urgent first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ledger.basis.errors import Refused
from ledger.basis.workdays import SATURDAY, is_workday
from ledger.dues import deadlines, months, sweep, troubles
from ledger.dues.values import SOON
from ledger.policy.recalling import workday_years

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from ledger.dues.values import BookState, Duty

#: Who says what is due, in the order in which equals are told.
SOURCES = (
    deadlines.returns,
    sweep.remittances,
    troubles.recalls,
    deadlines.payments,
    troubles.held_back,
    deadlines.agreements,
    deadlines.assessments,
    deadlines.applications,
    deadlines.confirmations,
    deadlines.unanswered,
    deadlines.opening_ties,
    deadlines.reconciliations,
    months.closings,
    deadlines.publications,
    months.licences,
    months.fund_reports,
    troubles.guarantees,
    troubles.warnings,
    troubles.waiting,
    troubles.court_cases,
    troubles.stops,
    troubles.sanctions,
)


#: The duties that money hangs on: among equally urgent ones they come first.
MONEY = ("return", "recall", "remittance", "payment", "guarantee", "warning")


def urgency(duty: Duty, on: date) -> str:
    """Say how urgent a duty is (URGENCIES)."""
    if duty.due is None:
        return "prompt" if duty.prompt else "open"
    left = (duty.due - on).days
    if left < 0:
        return "overdue"
    return "soon" if left <= SOON else "later"


def with_rest_day(duty: Duty, state: BookState) -> Duty:
    """Say of a day still to come that it is a day of rest: no notice lets it move (A-9)."""
    if duty.due is None or duty.due < state.on:
        return duty
    try:
        rests = not is_workday(duty.due, workday_years(state.rules))
    except Refused:
        # The calendar of that year is not known yet; weekends are.
        rests = duty.due.weekday() >= SATURDAY
    if not rests:
        return duty
    name = f"星期{'一二三四五六日'[duty.due.weekday()]}"
    told = f"{duty.what}；{duty.due} 是{name}，休息日不顺延（A-9），提前办理"
    return replace(duty, what=told)


def duties(states: Iterable[BookState]) -> list[Duty]:
    """Work out every duty, the most urgent first; among equals money, then the longest overdue."""
    found = [
        (with_rest_day(duty, state), state.on)
        for state in states
        for source in SOURCES
        for duty in source(state)
    ]
    order = ("overdue", "prompt", "soon", "later", "open")

    def turn(pair: tuple[Duty, date]) -> tuple[int, bool, str]:
        duty, on = pair
        due = duty.due.isoformat() if duty.due else ""
        return order.index(urgency(duty, on)), duty.kind not in MONEY, due

    return [duty for duty, _ in sorted(found, key=turn)]
