"""What the books would be while a batch is worked through, before anything is written.

Facts are read once for the whole batch; this keeps them up to date in memory, so that row
900 of a file sees what rows 1 to 899 would have done.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from ledger.basis.period import period_of
from ledger.events.checks import form_findings
from ledger.events.corrections.correcting import fact_day, voucher_name
from ledger.events.dated import booked_on

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from ledger.basis.errors import Finding
    from ledger.events.base import Event
    from ledger.masters.chart import Account
    from ledger.masters.leg import Leg
    from ledger.policy.facts import Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An event that passed its own checks, with what it would post.

    `day` is the day of the fact (`fact_day`), `breaches` are the rules of permission that an
    irregular event goes against.
    """

    event: Event
    day: str
    period: str
    booked: date
    summary: str
    movement: str
    legs: tuple[Leg, ...]
    breaches: tuple[Finding, ...] = ()

    @property
    def breached(self) -> tuple[str, ...]:
        """Name the rules that it goes against by their codes."""
        return tuple(breach.code for breach in self.breaches)


def accounts_moved(candidates: Iterable[Candidate]) -> dict[str, Account]:
    """Return every leaf that candidates move, by code."""
    legs = chain.from_iterable(candidate.legs for candidate in candidates)
    return {account.code: account for leg in legs for account in (leg.debit, leg.credit)}


def work_out(event: Event, facts: Facts) -> tuple[Candidate | None, list[Finding]]:
    """Check an event against the facts; return what it would post, or every finding.

    What an irregular event has already done against a rule of permission is no refusal.
    """
    findings = [*form_findings(event, facts), *event.findings(facts)]
    refused = [finding for finding in findings if not (event.irregular and finding.permission)]
    if refused:
        return None, refused
    return replace(candidate_of(event, facts), breaches=tuple(findings)), []


def candidate_of(event: Event, facts: Facts) -> Candidate:
    """Return what an event would post."""
    return moving(event, facts, event.legs(facts))


def moving(event: Event, facts: Facts, legs: tuple[Leg, ...]) -> Candidate:
    """Put together what an event would do that moves these legs."""
    booked = booked_on(event, facts)
    opening = facts.opening_open and is_opening(event, facts)
    return Candidate(
        event=event,
        day=fact_day(event, facts),
        period=facts.opening_period() if opening else period_of(booked),
        booked=booked,
        summary=summary_of(event, facts),
        movement=movement_of(event, facts),
        legs=legs,
    )


def movement_of(event: Event, facts: Facts) -> str:
    """Return the kind that a voucher counts as: a correction counts as what it corrects."""
    if event.INTERNAL and event.corrects:
        return facts.vouchers[event.corrects].kind
    return event.KIND


def is_opening(event: Event, facts: Facts) -> bool:
    """Return what stands among the 期初 while they may be entered: they, and what corrects them."""
    if event.KIND in ("red", "difference"):
        return facts.vouchers[event.corrects].period == facts.opening_period()
    return event.KIND == "opening-balance"


def summary_of(event: Event, facts: Facts) -> str:
    """Write the 摘要, as given or the lawful one; a blue voucher's begins as 51(五) prescribes."""
    text = event.summary or event.default_summary(facts)
    if event.INTERNAL or not event.corrects:
        return text
    return f"订正{voucher_name(facts.vouchers[event.corrects])}：{text}"
