"""年度清算 for the web view: the 清算表 of a year with its terms, and what is still out by week."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ledger.basis.errors import Refused
from ledger.basis.period import last_day
from ledger.dues.answers import CHOICE, Answer, answers
from ledger.policy.late_bars import BEFORE_OFFSET, EVERY, NAME, UNRECOVERABLE
from ledger.reports.books.agency_tie import agency_ties
from ledger.reports.clearing.settlement import settlement, settlement_columns
from ledger.reports.clearing.settlement_read import agencies_of, settled_rows
from ledger.reports.clearing.settlement_terms import SHOWN, Terms, days_late, with_terms
from ledger.reports.kind import ReportAsked
from ledger.reports.owed import balance_of, control_of, noted
from ledger.reports.registers.irregular import with_alerts
from ledger.store.engine import reading
from ledger.store.standing.approved import read_approved
from ledger.store.standing.assess import Moved, read_moved, shortfalls
from ledger.store.standing.settled import may_be_late, read_days
from ledger.web.pages import Chart, ChartLine, PageDrawn, choice
from ledger.workflow.desk import book_of
from ledger.workflow.policy.policy import policy_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from fractions import Fraction

    import sqlalchemy as sa

    from ledger.formats.report import Report
    from ledger.masters.book import Book
    from ledger.policy.profile import Policy, Rules
    from ledger.projections.settlement import SettlementRow
    from ledger.web.pages import Wanted
    from ledger.workflow.desk import Desk

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """The day by which a prepayment year is due, what being late means then, and whether it does.

    A year whose notice was not yet in force, or set no day, is judged by none (甘肃·六).
    `answering` is the recorded choice of who answers for a debt taken over, "" while it is open.
    """

    day: date | None
    consequence: str = ""
    answering: str = ""


def settlement_page(desk: Desk, wanted: Wanted) -> PageDrawn:
    """年度清算 of the year that is open."""
    with reading(desk.engine) as conn:
        book = book_of(conn, wanted.book)
        last = f"{wanted.year}-12"
        rows = settled_rows(desk, conn, book, last=last, until=last_day(last))
        agencies = agencies_of(conn, desk.today(), "")
        report = year_report(desk, conn, book, last, rows, agencies)
        policy = policy_of(desk, conn, book)
        years = years_of_rows(rows) | {wanted.year}
        today = min(desk.today(), last_day(last))
        base = control_of(desk, book)
        deadlines = {year: deadline_of(policy, year) for year in sorted(years | {wanted.year - 1})}
        moved = {
            year: late_moves(conn, book, base, year, deadlines[year], desk.today())
            for year in sorted(years)
        }
        out = {
            year: read_days(conn, book.code, base=base, year=year)
            for year in (wanted.year, wanted.year - 1)
        }
        approved = read_approved(conn, book.code, years)
    terms = terms_of(rows, approved, deadlines, moved, desk.today())
    show = choice("show", "显示", wanted.words.get("show", ""), SHOWN)
    columns = settlement_columns(rows, agencies)
    drawn = with_terms(report, columns, rows, terms, show=show.value, day=desk.today())
    asked = ReportAsked(book=wanted.book, period=last, sees=wanted.sees)
    (passed,) = agency_ties(desk, asked, None)
    return PageDrawn(
        reports=(*with_alerts(desk, [drawn]), *([passed] if passed.rows else [])),
        fields=(show,),
        chart=chart_of(wanted.year, out, deadlines, today),
    )


def years_of_rows(rows: Sequence[SettlementRow]) -> set[int]:
    """Return the prepayment years that rows are of."""
    return {row.leaf.account.year for row in rows if row.leaf.account.year}


def late_moves(
    conn: sa.Connection, book: Book, base: str, year: int, deadline: Deadline, today: date
) -> list[Moved]:
    """Read what moved the money of the hospitals that may have been late; of nobody else."""
    if deadline.day is None or deadline.day >= today:
        return []
    named = may_be_late(conn, book.code, base=base, year=year, deadline=deadline.day)
    return read_moved(conn, book.code, base=base, year=year, hospitals=named)


def year_report(
    desk: Desk,
    conn: sa.Connection,
    book: Book,
    last: str,
    rows: Sequence[SettlementRow],
    agencies: Mapping[str, str],
) -> Report:
    """Draw up the year's 清算表, as `prepay report settlement` does."""
    until = last_day(last)
    control = balance_of(conn, book, control_of(desk, book), until)
    report = settlement(book, last, rows, control_fen=control, agencies=agencies)
    return noted(desk, conn, book, until, report)


def deadline_of(policy: Policy, year: int) -> Deadline:
    """Read when a prepayment year is due, and what follows for who is late."""
    rules = policy.on(date(year, 12, 31))
    after = policy.on(date(year, 12, 31), year + 1)
    try:
        day = rules.judges(year)
        if day is None:
            return Deadline(day=None)
        return Deadline(
            day=day,
            consequence=whom(after)
            + consequence(rules.ratio("late_factor"), rules.clause("late_factor")),
            answering=after.text(CHOICE) if after.has(CHOICE) else "",
        )
    except Refused:
        # An open choice: the page says nothing rather than guess; the verbs ask for it.
        return Deadline(day=None)


def whom(rules: Rules) -> str:
    """Say which of the late ones it is that the consequence holds for (A-25); "" for every one."""
    if not rules.clause(NAME):
        return ""
    if not rules.has(NAME):
        return "哪些逾期的适用待选（A-25）："
    said = {EVERY: "", BEFORE_OFFSET: "冲抵以前没有还清的，", UNRECOVERABLE: "无法抵扣的，"}
    return said[rules.text(NAME)]


def consequence(factor: Fraction, clause: str) -> str:
    """Say what follows for the next year."""
    if factor == 0:
        said = "次年不予预付"
    elif factor.numerator * 2 == factor.denominator:
        said = "次年减半"
    else:
        said = f"次年乘以 {factor}" if factor < 1 else "次年不受影响"
    return f"{said}（{clause}）" if clause else said


@dataclass(frozen=True, slots=True, kw_only=True)
class YearLate:
    """Who of a prepayment year was late, by hospital: how much was short, and who answers for it.

    `steps` are the movements of its hospitals, (day of the fact, fen).
    """

    deadline: Deadline
    short: Mapping[str, int]
    answering: Mapping[str, Answer]
    steps: Mapping[str, Sequence[tuple[date, int]]]


def year_late(deadline: Deadline, moved: Sequence[Moved], today: date) -> YearLate:
    """Work out who was late; nobody before the deadline is over."""
    if deadline.day is None or deadline.day >= today:
        return YearLate(deadline=deadline, short={}, answering={}, steps={})
    return YearLate(
        deadline=deadline,
        short=shortfalls(moved, deadline.day),
        answering=answers(moved, deadline.day),
        steps=steps_by_hospital(moved),
    )


def steps_by_hospital(moved: Sequence[Moved]) -> dict[str, list[tuple[date, int]]]:
    """Group movements by hospital."""
    steps: dict[str, list[tuple[date, int]]] = {}
    for one in moved:
        steps.setdefault(one.hospital, []).append((date.fromisoformat(one.day), one.net_fen))
    return steps


def terms_of(
    rows: Sequence[SettlementRow],
    approved: Mapping[tuple[str, int], int],
    deadlines: Mapping[int, Deadline],
    moved: Mapping[int, Sequence[Moved]],
    today: date,
) -> dict[str, Terms]:
    """Work out the terms of each row, by account."""
    late = {year: year_late(deadlines[year], moved[year], today) for year in moved}
    timeless = year_late(Deadline(day=None), (), today)
    terms = {}
    for row in rows:
        hospital, year = row.leaf.account.hospital, row.leaf.account.year
        assessed = approved.get((hospital, year), 0)
        terms[row.leaf.account.code] = row_terms(
            hospital, late.get(year, timeless), assessed, today
        )
    return terms


def row_terms(hospital: str, late: YearLate, assessed_fen: int, today: date) -> Terms:
    """Work out the terms of one hospital's year."""
    due, short = late.deadline.day, late.short.get(hospital, 0)
    terms = Terms(
        assessed_fen=assessed_fen,
        due=due,
        days_late=0,
        late_fen=short,
        consequence=answered(late.deadline, late.answering.get(hospital)),
    )
    if not short or due is None:
        return terms
    steps = late.steps[hospital]
    days, _ = days_late(steps, due=due, today=today)
    return replace(terms, days_late=days, left_fen=sum(fen for _, fen in steps))


def answered(deadline: Deadline, answer: Answer | None) -> str:
    """Say what follows for whoever answers; of a debt taken over while nobody has chosen, both."""
    if answer is None:
        return ""
    if not deadline.answering and answer.first_fen != answer.last_fen:
        return f"{deadline.consequence}；有承接，罚原单位还是承接单位待选"
    return deadline.consequence if answer.fen(deadline.answering) else ""


def chart_of(
    year: int,
    out: Mapping[int, Sequence[tuple[date, int]]],
    deadlines: Mapping[int, Deadline],
    today: date,
) -> Chart | None:
    """Draw what is still out of this prepayment year by week, over the year before; or nothing."""
    deadline = deadlines[year].day
    lines = [
        ChartLine(name=f"{one}年度", points=weeks(one, out[one], min(today, date(one, 12, 31))))
        for one in (year, year - 1)
        if out[one]
    ]
    if not lines or deadline is None:
        return None
    return Chart(title="尚未收回，逐周", lines=tuple(lines), deadline=deadline)


def weeks(year: int, out: Iterable[tuple[date, int]], until: date) -> tuple[tuple[date, int], ...]:
    """Return what was out at the end of each week of the year, and on its last day shown."""
    by_day: dict[date, int] = {}
    for moved, fen in out:
        day = max(moved, date(year, 1, 1))
        by_day[day] = by_day.get(day, 0) + fen
    days = sorted(by_day)
    ends, day = [], date(year, 1, 1)
    while day < until:
        ends.append(day)
        day += WEEK
    points, left, at = [], 0, 0
    for end in (*ends, until):
        while at < len(days) and days[at] <= end:
            left += by_day[days[at]]
            at += 1
        points.append((end, left))
    return tuple(points)
