"""到期与风险 for the web view: what is due on a day, and the measures before their limits."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from ledger.basis.period import first_day
from ledger.dues.listing import duties
from ledger.dues.monitoring import measures
from ledger.reports.due.due_list import due_list
from ledger.reports.due.monitoring import monitoring
from ledger.store.engine import reading
from ledger.web.pages import Field, Gauge, PageDrawn, day_of
from ledger.workflow.book_states import book_states
from ledger.workflow.desk import book_of

if TYPE_CHECKING:
    from ledger.dues.monitoring import Measure
    from ledger.web.pages import Wanted
    from ledger.workflow.desk import Desk


def due_page(desk: Desk, wanted: Wanted) -> PageDrawn:
    """Show what is due on a day: today, or the last day of a year that is over.

    No day before the book begins, and none after the year that follows: every month up to the
    day is gone through.
    """
    newest = min(desk.today(), date(wanted.year, 12, 31))
    asked = day_of(wanted.words.get("day", ""), default=newest)
    with reading(desk.engine) as conn:
        book = book_of(conn, wanted.book)
        day = max(first_day(book.start), min(asked, date(wanted.year + 1, 12, 31)))
        states = book_states(desk, conn, [book], day)
    found = measures(states[0])
    return PageDrawn(
        reports=(due_list(states, duties(states), day), monitoring(states[0], found)),
        fields=(Field(name="day", label="截至", value=str(day)),),
        gauges=tuple(gauge_of(one) for one in found if one.value is not None and one.bound),
    )


def gauge_of(measure: Measure) -> Gauge:
    """Put a measure on a scale that ends at twice its limit, or at what it is."""
    assert measure.value is not None
    assert measure.bound
    end = max(measure.bound * 2, measure.value)
    return Gauge(
        name=measure.name,
        figure=measure.figure,
        limit=measure.limit,
        part=float(max(measure.value, Fraction(0)) / end),
        bound=float(measure.bound / end),
        crossed=measure.crossed,
    )
