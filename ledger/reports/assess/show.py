"""核定查询: a year's 核定 as sheets, what is published of it, and the 用款计划; nothing writes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from ledger.assessment.run import AssessmentRun, holder_of
from ledger.basis.errors import refuse
from ledger.events.registers.assessment import Assessment
from ledger.events.registers.fund_gate import FundGate
from ledger.reports.assess.calculation_sheet import (
    calculation_sheet,
    gate_sheet,
    summary_sheet,
)
from ledger.reports.assess.funding_plan import PlanHead, Planned, funding_plan
from ledger.reports.assess.published_sheet import published_sheet
from ledger.store.drafts import read_drafts
from ledger.store.engine import reading
from ledger.store.masters import read_hospitals
from ledger.store.relations.papers import read_evidence
from ledger.store.rows import event_of
from ledger.store.standing.assess import paid, read_made, read_moved
from ledger.workflow.assess.drafts import KINDS, version_of
from ledger.workflow.assess.run import area_books
from ledger.workflow.assess.seen_run import run_code
from ledger.workflow.hindered import hindered_on
from ledger.workflow.policy.policy import policy_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import sqlalchemy as sa

    from ledger.events.base import Event
    from ledger.formats.report import Report
    from ledger.masters.book import Book
    from ledger.voucher.draft import Draft
    from ledger.workflow.desk import Desk

Stored = tuple[dict[str, Any], "Event"]


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentAsked:
    """What is asked of a year's 核定; `form` is how the answer goes out.

    `version` 0 means the drafts, or where there are none the newest that was approved.
    """

    year: int
    area: str = ""
    hospital: str = ""
    version: int = 0
    public: bool = False
    form: str = "table"


def sheets(desk: Desk, asked: AssessmentAsked) -> list[Report]:
    """Draw up a year's 核定: gates, summary and every step, or what is to be published.

    Whom nothing may be paid to today is named above: the amount was approved before.
    """
    with reading(desk.engine) as conn:
        books = area_books(conn, asked.area)
        run = load_run(conn, books, asked)
        if asked.public:
            check_public(run)
            drawn = [published_sheet(run, paid_by_book(desk, conn, books, asked.year))]
        else:
            drawn = with_code(sheets_of(run, asked), code_of(desk, conn, books, run), run.year)
        return with_stops(desk, conn, books, run, drawn)


def code_of(desk: Desk, conn: sa.Connection, books: Sequence[Book], run: AssessmentRun) -> str:
    """Return the code of a 核定 that waits for 审核; "" for one that is approved."""
    return "" if run.approved_by else run_code(desk, conn, books, run.year)


def with_code(drawn: list[Report], code: str, year: int) -> list[Report]:
    """Add to the last sheet the code of what was shown."""
    if not code:
        return drawn
    last = drawn[-1]
    told = f"核对码：{code}；核对无误后：prepay assess approve --year {year} --seen {code}"
    tree = {**last.tree, "code": code}
    return [*drawn[:-1], replace(last, notes=(*last.notes, told), tree=tree)]


def sheets_of(run: AssessmentRun, asked: AssessmentAsked) -> list[Report]:
    """Draw up the sheets of a run in the form that is asked for."""
    if asked.hospital:
        run = of_hospital(run, asked)
    if asked.form == "json":
        return [calculation_sheet(run)]
    if asked.form == "csv":
        return [calculation_sheet(run) if asked.hospital else summary_sheet(run)]
    if asked.form == "xlsx":
        return [gate_sheet(run), summary_sheet(run), calculation_sheet(run)]
    if asked.hospital:
        return [calculation_sheet(run)]
    hint = "每家的计算过程：加 --hospital 编码，或 --output 文件.xlsx。"
    summary = summary_sheet(run)
    return [gate_sheet(run), replace(summary, notes=(*summary.notes, hint))]


def of_hospital(run: AssessmentRun, asked: AssessmentAsked) -> AssessmentRun:
    """Keep of a run the lines of the hospital asked for; refuse one that is not in it."""
    lines = tuple(line for line in run.lines if line.hospital == asked.hospital)
    if not lines:
        raise refuse(
            "NOTHING_FOUND",
            f"{asked.hospital} 不在 {asked.year} 年度核定第 {run.version} 版里",
            "核对编码；用 prepay assess show 不带 --hospital 看全部",
        )
    return replace(run, lines=lines)


def load_run(conn: sa.Connection, books: Sequence[Book], asked: AssessmentAsked) -> AssessmentRun:
    """Read a version of a year's 核定 back: from drafts, else from the chained events alone."""
    waiting = drafts_asked(conn, books, asked)
    if waiting:
        return run_from(books, asked.year, acts_on(waiting[0]), [one.event for one in waiting])
    made = made_asked(conn, books, asked)
    if not made:
        named = f"第 {asked.version} 版" if asked.version else ""
        raise refuse(
            "NOT_ASSESSED",
            f"{books[0].area_name} {asked.year} 年度没有{named}核定",
            f"先测算：prepay assess run --year {asked.year}",
        )
    return run_from(books, asked.year, acts_chained(made[0][0]), [event for _, event in made])


def drafts_asked(conn: sa.Connection, books: Sequence[Book], asked: AssessmentAsked) -> list[Draft]:
    """Read a year's drafts; none where a version is asked for that they are not of."""
    waiting: list[Draft] = []
    for book in books:
        waiting += read_drafts(conn, book.code, kinds=KINDS, year=asked.year)
    drafted = {version_of(draft.event.key) for draft in waiting}
    return waiting if asked.version in (0, *drafted) else []


def made_asked(conn: sa.Connection, books: Sequence[Book], asked: AssessmentAsked) -> list[Stored]:
    """Read a year's chained events of the version asked for, or of the newest."""
    made = [pair for book in books for pair in read_approved(conn, book.code, asked.year)]
    versions = {version_of(event.key) for _, event in made}
    version = asked.version or max(versions, default=0)
    return [(row, event) for row, event in made if version_of(event.key) == version]


def read_approved(conn: sa.Connection, book: str, year: int) -> list[Stored]:
    """Read a book's approved 核定 with what they say, in the order they were chained."""
    rows = read_made(conn, book, KINDS, year)
    papers = read_evidence(conn, book, (row["id"] for row in rows))
    return [(row, event_of(row, papers.get(row["id"], ()))) for row in rows]


@dataclass(frozen=True, slots=True, kw_only=True)
class RunActs:
    """Who prepared and who approved a run, and when; "" where nobody has approved it."""

    prepared_by: str
    prepared_at: str
    approved_by: str
    approved_at: str


def acts_on(draft: Draft) -> RunActs:
    """Return who dealt with a draft."""
    return RunActs(
        prepared_by=draft.prepared_by,
        prepared_at=draft.prepared_at,
        approved_by=draft.approved_by,
        approved_at=draft.approved_at,
    )


def acts_chained(row: Mapping[str, Any]) -> RunActs:
    """Return who dealt with a chained event, from its row."""
    return RunActs(
        prepared_by=row["prepared_by"],
        prepared_at=row["prepared_at"],
        approved_by=row["approved_by"],
        approved_at=row["approved_at"],
    )


def run_from(
    books: Sequence[Book], year: int, acts: RunActs, events: Sequence[Event]
) -> AssessmentRun:
    """Put a run together from the events that it was written as."""
    lines = [event for event in events if isinstance(event, Assessment)]
    return AssessmentRun(
        area=books[0].area,
        area_name=books[0].area_name,
        year=year,
        version=version_of(events[0].key),
        prepared_by=acts.prepared_by,
        prepared_at=acts.prepared_at,
        approved_by=acts.approved_by,
        approved_at=acts.approved_at,
        gates=tuple(event for event in events if isinstance(event, FundGate)),
        lines=tuple(sorted(lines, key=lambda line: (line.book, line.hospital))),
    )


def check_public(run: AssessmentRun) -> None:
    """Refuse to publish what nobody has approved."""
    if not run.approved_by:
        raise refuse(
            "NOT_APPROVED",
            f"{run.year} 年度核定第 {run.version} 版还没有审核，不能公布",
            f"先审核：prepay assess approve --year {run.year}；或用 --version 指明已审核的一版",
            clause="海南·八(三)",
        )


def paid_by_book(
    desk: Desk, conn: sa.Connection, books: Sequence[Book], year: int
) -> dict[tuple[str, str], int]:
    """Return what was paid for a year less 退汇, by book and hospital."""
    sums = {}
    for book in books:
        base = desk.chart(book.fund).roles["prepayment"]
        for hospital, fen in paid(read_moved(conn, book.code, base=base, year=year)).items():
            sums[book.code, hospital] = fen
    return sums


def plans(desk: Desk, year: int, *, area: str = "") -> list[Report]:
    """用款计划 of each fund that prepays, from the newest approved 核定 of every hospital."""
    with reading(desk.engine) as conn:
        books = area_books(conn, area)
        clause = policy_of(desk, conn, books[0]).on(desk.today()).clause("decided_with")
        sums = paid_by_book(desk, conn, books, year)
        reports = []
        for book in books:
            stored = newest_lines(conn, book.code, year)
            if any(row["amount_fen"] or sums.get((book.code, h)) for h, (row, _) in stored.items()):
                reports.append(plan_of(desk, conn, book, year, stored, sums))
    if not reports:
        raise refuse(
            "NOT_ASSESSED",
            f"{books[0].area_name} {year} 年度没有经审核、可以拨付的核定",
            f"先测算并审核：prepay assess run --year {year}，再 prepay assess approve",
            clause=clause,
        )
    return reports


def newest_lines(conn: sa.Connection, book: str, year: int) -> dict[str, Stored]:
    """Return the 核定 that counts of each hospital: the newest."""
    return {
        row["hospital"]: (row, event)
        for row, event in read_approved(conn, book, year)
        if isinstance(event, Assessment)
    }


def plan_of(
    desk: Desk,
    conn: sa.Connection,
    book: Book,
    year: int,
    stored: Mapping[str, Stored],
    sums: Mapping[tuple[str, str], int],
) -> Report:
    """Draw up one fund's plan."""
    listed = read_hospitals(conn, desk.today(), stored)
    stopped = stopped_today(desk, conn, book, stored)
    last, newest = max(
        stored.values(), key=lambda pair: (pair[0]["chain_year"], pair[0]["position"])
    )
    head = PlanHead(
        year=year,
        version=version_of(newest.key),
        document=decision_told(newest),
        approved_on=str(last["approved_at"])[:10],
        day=desk.today(),
    )
    rows = []
    for hospital, (_, line) in sorted(stored.items()):
        assert isinstance(line, Assessment)
        rows.append(
            Planned(
                hospital=hospital,
                name=holder_of(line),
                agency=listed[hospital].agency if hospital in listed else "",
                approved_fen=line.amount_fen,
                paid_fen=sums.get((book.code, hospital), 0),
                stopped="；".join(stopped.get(hospital, ())),
            )
        )
    return funding_plan(book, head, rows)


def decision_told(event: Event) -> str:
    """Name the decisions by which a 核定 was made."""
    decisions = [paper for paper in event.papers if paper.type == "assessment-decision"]
    return "；".join(f"{paper.number}（{paper.date}）{paper.title}" for paper in decisions)


def stopped_today(
    desk: Desk, conn: sa.Connection, book: Book, hospitals: Iterable[str]
) -> dict[str, tuple[str, ...]]:
    """Say of hospitals what stops payments to them today, each with its clause."""
    today = desk.today()
    rules = policy_of(desk, conn, book).on(today)
    return {
        code: tuple(f"{one.what}（{one.clause}）" for one in hindrances)
        for code, hindrances in hindered_on(conn, book, hospitals, rules, today).items()
    }


def with_stops(
    desk: Desk,
    conn: sa.Connection,
    books: Sequence[Book],
    run: AssessmentRun,
    reports: Sequence[Report],
) -> list[Report]:
    """Say above the sheets of a run to whom of its hospitals nothing may be paid today."""
    alerts: dict[str, None] = {}
    given = [line for line in run.lines if line.amount_fen]
    for book in books:
        approved = {line.hospital: holder_of(line) for line in given if line.book == book.code}
        for code, told in stopped_today(desk, conn, book, approved).items():
            alerts |= dict.fromkeys(f"{approved[code]}{one}" for one in told)
    return [replace(report, alerts=(*report.alerts, *alerts)) for report in reports]
