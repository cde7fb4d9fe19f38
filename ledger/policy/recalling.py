"""收回的期限: until when a hospital must have given everything back after a recall (海南·七(一)).

甘肃·六 says 及时 and counts no days. Where days are counted they are working days, the first
day does not count, and from which day they run is a choice (A-23): the event's, that on which the
hospital told the agency (及时通知经办机构), or that of the agency's own 收回通知.
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


class Listing(Protocol):
    """The values in force on a day, as far as the triggers and their clauses are read."""

    def rows(self, name: str) -> tuple[Mapping[str, str], ...]:
        """Return a value that is a list of rows."""

    def clause(self, name: str) -> str:
        """Return the clause that a value rests on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecallDue:
    """When a recalled prepayment is due: `date` by the reading that holds; None where none is set.

    While nobody has chosen the reading, `date` is the earliest and `others` the later ones.
    `remark` says from which day is counted instead where the reading's own is not known.
    `problem` says why a day cannot be told (the calendar does not know the year).
    """

    date: datetime.date | None
    clause: str
    others: tuple[datetime.date, ...] = ()
    remark: str = ""
    problem: Finding | None = None


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
    rules: Rules,
    trigger: str,
    *,
    happened: datetime.date,
    notified: datetime.date,
    told: datetime.date | None = None,
) -> RecallDue:
    """Work out when a recall is due, from the event, the 收回通知, and when the hospital told.

    A hospital that did not tell gains no time by it, nor does the law know of a day: its days run
    from our own 收回通知, the first paper that proves that it was asked.
    """
    row = trigger_row(rules, trigger)
    if row is None:
        return RecallDue(date=None, clause=rules.clause("recall_triggers"))
    clause, days = row["clause"], WORKING_DAYS.get(row["due"], 0)
    if not days:
        return RecallDue(date=None, clause=clause)
    starts = {"event": happened, "told": told or notified, "notice": notified}
    readings = readings_in_force(rules)
    try:
        own = workday_years(rules)
        ends = sorted({workdays_after(starts[reading], days, own) for reading in readings})
    except Refused as refusal:
        return RecallDue(date=None, clause=clause, problem=refusal.findings[0])
    # While nobody has chosen, the earliest day is the safe one to work towards.
    untold = readings == ("told",) and told is None
    remark = f"医疗机构没有告知的日期，从收回通知之日（{notified}）起算" if untold else ""
    return RecallDue(date=ends[0], clause=clause, others=tuple(ends[1:]), remark=remark)


def readings_in_force(rules: Rules) -> tuple[str, ...]:
    """Return the reading of A-23 that was chosen; until then those that the adopted text offers.

    An older text knows two of them.
    """
    if rules.has("recall_days_from"):
        return (rules.text("recall_days_from"),)
    choice = rules.leans_on(rules.decides("recall_days_from"))
    return tuple(choice.readings) if choice is not None else ("event", "notice")


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
