"""收回的期限: until when a hospital must have given everything back after a recall (海南·七(一)).

甘肃·六 says 及时 and counts no days. Where days are counted they are working days, the first
day does not count, and whether they run from the event or from the notice is a choice (A-23).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from ledger.basis.errors import Finding, Refused, refuse
from ledger.basis.workdays import WorkdayYear, read_days, workdays_after

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from ledger.policy.profile import Rules
    from ledger.policy.standing import Stop

#: How many working days each rule of `recall_triggers` gives; 及时 gives none.
WORKING_DAYS = {"10_working_days": 10}
READINGS = ("event", "notice")


class Listing(Protocol):
    """The values in force on a day, as far as the triggers and their clauses are read."""

    def rows(self, name: str) -> tuple[Mapping[str, str], ...]:
        """Return a value that is a list of rows."""

    def clause(self, name: str) -> str:
        """Return the clause that a value rests on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecallDue:
    """When a recalled prepayment is due: `date` by the reading that holds; None where none is set.

    While nobody has chosen the reading, `date` is the earlier of the two and `other` the later.
    `problem` says why a day cannot be told (the calendar does not know the year).
    """

    date: datetime.date | None
    other: datetime.date | None
    clause: str
    problem: Finding | None


def trigger_row(rules: Listing, trigger: str) -> Mapping[str, str] | None:
    """Find what the policy says of a trigger; None where it does not list it."""
    rows = {row["trigger"]: row for row in rules.rows("recall_triggers")}
    return rows.get(trigger)


def stop_clause(rules: Listing, stop: Stop) -> str:
    """Return the clause by which a stop holds: that of its trigger, else that of stopping."""
    row = trigger_row(rules, stop.trigger)
    return row["clause"] if row is not None else rules.clause("stop_after_recall")


def barred_year(rules: Rules, trigger: str, *, found_on: datetime.date) -> int | None:
    """Return the year for which a trigger bars a hospital; None where it bars none.

    海南·七(一)3: 发生第3种情形的，取消次年申请资格. The next year is the one after the misuse was
    found, whichever year's money it concerns: of a year that is over, nothing is left to cancel.
    """
    row = trigger_row(rules, trigger)
    return found_on.year + 1 if row is not None and row["next_year"] == "barred" else None


def recall_due(
    rules: Rules, trigger: str, *, happened: datetime.date, notified: datetime.date
) -> RecallDue:
    """Work out when a recall is due, from the day of the event and the day of the notice."""
    row = trigger_row(rules, trigger)
    clause = row["clause"] if row is not None else rules.clause("recall_triggers")
    days = WORKING_DAYS.get(row["due"], 0) if row is not None else 0
    if not days:
        return RecallDue(date=None, other=None, clause=clause, problem=None)
    starts = {"event": happened, "notice": notified}
    try:
        own = workday_years(rules)
        by = {reading: workdays_after(day, days, own) for reading, day in starts.items()}
    except Refused as refusal:
        return RecallDue(date=None, other=None, clause=clause, problem=refusal.findings[0])
    try:
        return RecallDue(
            date=by[rules.text("recall_days_from")], other=None, clause=clause, problem=None
        )
    except Refused:
        # Nobody has chosen yet: the earlier day is the safe one to work towards.
        earlier, later = sorted(by.values())
        other = later if later != earlier else None
        return RecallDue(date=earlier, other=other, clause=clause, problem=None)


def workday_years(rules: Rules) -> dict[int, WorkdayYear]:
    """Read the years that the profile writes down itself; raises Refused for one it cannot read."""
    found = {}
    for row in rules.rows("workday_years"):
        try:
            year = int(row["year"])
            found[year] = WorkdayYear(
                rest=read_days(year, row["rest"]), work=read_days(year, row["work"])
            )
        except ValueError:
            raise refuse(
                "WORKDAYS_UNREADABLE",
                f"政策方案 workday_years 里 {row['year']} 年的放假安排读不懂",
                '写成 year: "2027", rest: "01-01..01-03", work: "无"，再 prepay policy adopt',
                clause=rules.clause("workday_years"),
            ) from None
    return found
