"""Days of a fact: what has happened cannot lie ahead of the day on which it is told.

One rule, asked at record, entry, correction, revision, posting and statement import by today's
date, and by `verify` by the day on which a fact was posted. Days of effect and expiry (中止至,
担保有效期至) are no days of a fact and may lie ahead; neither does the rule hold for 登记事项,
whose own date may be a day of effect (中止协议).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ledger.basis.period import first_day, last_day, period_of
from ledger.basis.terms import PAPER_TYPES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from ledger.basis.errors import Finding
    from ledger.events.base import Event
    from ledger.policy.facts import Facts

CLAUSE_TIMELY = "财会〔2017〕28号·总说明九"
CLAUSE_PERIOD = "财会〔2024〕12号·二十四"
DATE_FIELD, BOOKED_FIELD, PAPERS_FIELD = "date 日期", "booked 记账日期", "papers 附件"


class FactDay(NamedTuple):
    """A day that a fact states: where it stands, what it is called, and which day it is."""

    field: str
    name: str
    day: date


def fact_days(
    day: date, booked: date, papers: Iterable[tuple[str, str, date]]
) -> Iterator[FactDay]:
    """List the days of an event with legs; `papers` by type, number and date."""
    yield FactDay(DATE_FIELD, "业务日期", day)
    yield FactDay(BOOKED_FIELD, "记账日期", booked)
    for type_, number, dated in papers:
        yield FactDay(PAPERS_FIELD, f"{PAPER_TYPES.get(type_, type_)} {number} 的日期", dated)


def days_ahead(days: Iterable[FactDay], today: date) -> list[FactDay]:
    """Pick the days that lie ahead."""
    return [each for each in days if lies_ahead(each.day, today)]


def lies_ahead(day: date, today: date) -> bool:
    """Return whether a day of a fact has not come yet: the rule itself."""
    return day > today


def booked_on(event: Event, facts: Facts) -> date:
    """Return the 记账日期 of an event; what takes effect later (登记事项) is registered today."""
    day = min(event.date, facts.today) if event.LEGLESS else event.date
    return facts.booking_day(day, event.booked)


def ahead_findings(event: Event, facts: Facts) -> Iterator[Finding]:
    """Refuse an event of which a day lies ahead; of a 登记事项 only a 记账日期 asked for."""
    booked = booked_on(event, facts)
    papers = [(paper.type, paper.number, paper.date) for paper in event.papers]
    for ahead in days_ahead(fact_days(event.date, booked, papers), facts.today):
        yield from ahead_finding(event, facts, ahead, booked)


def ahead_finding(event: Event, facts: Facts, ahead: FactDay, booked: date) -> Iterator[Finding]:
    """Word that a day of an event lies ahead, unless it only follows from another one."""
    if ahead.field == BOOKED_FIELD and event.booked is None:
        # The default follows the business date, or the months that are closed.
        if not event.LEGLESS and event.date <= facts.today:
            yield default_ahead(event, facts, booked)
    elif ahead.field == BOOKED_FIELD or not event.LEGLESS:
        yield event.refusal(
            "DATE_AHEAD",
            f"{ahead.name} {ahead.day} 晚于今天 {facts.today}",
            f"核对年月日；确是 {ahead.day} 的，到那一天再录入",
            clause=CLAUSE_TIMELY,
            field=ahead.field,
        )


def default_ahead(event: Event, facts: Facts, booked: date) -> Finding:
    """Word that the first open month has not begun, so that nothing can be booked before."""
    return event.refusal(
        "DATE_AHEAD",
        f"{period_of(event.date)} 已结账，这笔要记入 {booked}，而今天是 {facts.today}",
        f"{booked} 起再录入；业务日期仍写 {event.date}",
        clause=CLAUSE_PERIOD,
        field=BOOKED_FIELD,
    )


def other_month(day: date, booked: date) -> bool:
    """Return whether a fact is booked in another month than its own: a move that is always said."""
    return period_of(day) != period_of(booked)


def proposed_booking(open_from: str, today: date) -> date | None:
    """Return the 记账日期 to propose for a fact of a closed month.

    Today where the open month is the running one, else the open month's last day; None where
    that month has not begun.
    """
    if lies_ahead(first_day(open_from), today):
        return None
    return min(today, last_day(open_from))


def why_moved(event: Event, facts: Facts) -> str:
    """Say why a voucher stands in another month than its fact."""
    at = period_of(event.date)
    closed = f"{at} 已结账" if at < facts.open_from else ""
    typed = "更正凭证记在更正之日" if event.corrects else "记账日期按所填"
    return "，".join(word for word in (closed, typed if event.booked else "") if word)


def moved_warning(event: Event, facts: Facts) -> Iterator[Finding]:
    """Say that a voucher will stand in another month than its fact, and why; 期初 has no month."""
    booked = booked_on(event, facts)
    if event.LEGLESS or event.KIND == "opening-balance" or not other_month(event.date, booked):
        return
    at, into = period_of(event.date), period_of(booked)
    why = why_moved(event, facts)
    yield event.refusal(
        "MONTH_MOVED",
        f"业务日期 {event.date}，记账日期 {booked}：这笔记入 {into}，不记入 {at}（{why}）",
        f"不对的，改记账日期（booked），须在 {facts.open_from} 以后、不晚于今天 {facts.today}；"
        "业务日期不变",
        clause=CLAUSE_PERIOD,
        field=BOOKED_FIELD,
    )
