"""注销通报: the health department's monthly list, and the recalls that it raises (海南·八(四)).

Whoever stands in it and holds prepayment, or is to be paid, is recalled as a class-2 case: the
draft is made here, a second person approves it like any other.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ledger.basis.errors import Finding, Refused, refuse
from ledger.dues.deadlines import unspent_of
from ledger.dues.debts import debts_of, outstanding
from ledger.events.licence_report import LicenceReport
from ledger.events.recall import Recall
from ledger.events.recall_lift import RecallLift
from ledger.events.words import Unclear, as_code, as_date, as_month, as_text
from ledger.intake.files import RawFile, unreadable
from ledger.intake.raw_row import RawRow
from ledger.policy.recalling import recall_due
from ledger.store.engine import reading
from ledger.store.facts import read_drafts
from ledger.store.masters import read_hospitals
from ledger.store.rows import draft_papers, event_of
from ledger.workflow.assess.run import area_books
from ledger.workflow.book_states import book_states
from ledger.workflow.drafting.record import RecordResult, record

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    import sqlalchemy as sa

    from ledger.dues.values import BookState
    from ledger.masters.hospital import Hospital
    from ledger.policy.recalling import RecallDue
    from ledger.workflow.desk import Desk

#: The columns of the list, by English name.
COLUMNS: Mapping[str, str] = {
    "hospital": "医疗机构编码",
    "name": "名称",
    "date": "注销日期",
    "licence": "许可证号",
    "reason": "原因",
}
TRIGGER = "ownership-change"
CLAUSE = "海南·八(四)"
#: What the keys of recalls begin with that a list has raised; others were registered by hand.
OWN_KEYS = "注销-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One line of the list: the hospital, its day, and why."""

    row: int
    hospital: Hospital
    date: date
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """What a list came to: how many it names, who is ours, and the drafts that were made."""

    month: str
    listed: int
    concerned: tuple[str, ...]
    known: tuple[str, ...]
    result: RecordResult


def headings() -> dict[str, str]:
    """Map every heading of the list to its English name."""
    return {name: name for name in COLUMNS} | {label: name for name, label in COLUMNS.items()}


def import_list(
    desk: Desk, file: RawFile, *, month: str, paper: str, area: str = "", dry_run: bool = False
) -> Reported:
    """Take in a month's list; raises Refused with every row that cannot be read.

    `paper` is the list's own number and date, `文号:2026-06-03`.
    """
    number, day = paper_of(paper)
    try:
        month = as_month(month)
    except Unclear as error:
        raise Refused([unreadable(0, error.what, error.remedy, "--month")]) from None
    with reading(desk.engine) as conn:
        books = area_books(conn, area)
        hospitals = read_hospitals(conn, desk.today())
        listed, strangers = read_list(file, hospitals)
        found = book_states(desk, conn, books, max(desk.today(), day), history=True)
        states = [with_drafts(conn, state) for state in found]
    document = {"type": "licence-list", "number": number, "date": day.isoformat()}
    rows: list[dict[str, object]] = []
    known: list[str] = []
    for state in states:
        for one in listed:
            made, told = recalls_of(state, one, month, day, document)
            rows += made
            known += told
    raised = {
        recall.hospital for state in states for recall in state.of(Recall) if cites(recall, number)
    }
    concerned = sorted({str(row["hospital"]) for row in rows} | set(known) | raised)
    report = report_row(states[0], month, day, document, len(concerned))
    rows.insert(0, report | {"listed": str(len(listed) + strangers)})
    raw = tuple(RawRow(number=at, words=row) for at, row in enumerate(rows, 1))
    result = record(
        desk, RawFile(name=file.name, folder=file.folder, rows=raw, findings=()), dry_run=dry_run
    )
    names = {code: hospitals[code].name for code in concerned}
    return Reported(
        month=month,
        listed=len(listed) + strangers,
        concerned=tuple(names[code] for code in concerned),
        known=tuple(sorted({names[code] for code in known})),
        result=result,
    )


def paper_of(text: str) -> tuple[str, date]:
    """Read the list's number and date."""
    number, _, day = text.replace("：", ":").rpartition(":")
    if not number.strip():
        raise refuse(
            "PAPER_MISSING",
            "没有写明通报的文号和日期",
            "加上 --paper 文号:日期，如 --paper 卫健函〔2026〕8号:2026-06-03",
            clause=CLAUSE,
        )
    try:
        return as_code(number), as_date(day)
    except Unclear as error:
        raise Refused([unreadable(0, error.what, error.remedy, "--paper")]) from None


def read_list(file: RawFile, hospitals: Mapping[str, Hospital]) -> tuple[list[Listed], int]:
    """Read the lines that name hospitals of ours; the others are counted. All faults at once."""
    by_name = {one.name: one for one in hospitals.values()}
    findings: list[Finding] = list(file.findings)
    listed: list[Listed] = []
    strangers = 0
    for row in file.rows:
        try:
            code, name = as_code(row.words.get("hospital")).upper(), as_text(row.words.get("name"))
            reason = as_text(row.words.get("reason"))
            day = as_date(row.words.get("date"))
        except Unclear as error:
            findings.append(unreadable(row.number, error.what, error.remedy, "date 注销日期"))
            continue
        if not code and not name:
            findings.append(
                unreadable(row.number, "没有医疗机构编码，也没有名称", "至少填一样", "name 名称")
            )
            continue
        found = hospitals.get(code) if code else by_name.get(name)
        if found is None:
            strangers += 1
        else:
            listed.append(Listed(row=row.number, hospital=found, date=day, reason=reason))
    if findings:
        raise Refused(findings)
    return once_each(listed), strangers


def once_each(listed: Sequence[Listed]) -> list[Listed]:
    """Take a hospital that stands in a list twice once: with its earliest day."""
    first: dict[str, Listed] = {}
    for one in sorted(listed, key=lambda one: (one.date, one.row)):
        first.setdefault(one.hospital.code, one)
    return sorted(first.values(), key=lambda one: one.row)


def with_drafts(conn: sa.Connection, state: BookState) -> BookState:
    """Count a book's drafts of lists and recalls as if they were approved already."""
    kinds = (LicenceReport.KIND, Recall.KIND)
    registers = dict(state.registers)
    for row in read_drafts(conn, state.book.code):
        if (kind := row["kind"]) in kinds:
            registers[kind] = (*registers.get(kind, ()), event_of(row, draft_papers(row)))
    return replace(state, registers=registers)


def report_row(
    state: BookState, month: str, day: date, document: Mapping[str, object], concerned: int
) -> dict[str, object]:
    """Write the list itself; what it came to when it first came in stays."""
    number = str(document["number"])
    before = report_of(state, month, number)
    key = before.key if before else f"注销通报-{month}-{number}"
    return {
        **common(state, "licence-report", key, day),
        "month": month,
        "concerned": str(before.concerned if before else concerned),
        "papers": [document],
    }


def report_of(state: BookState, month: str, number: str) -> LicenceReport | None:
    """Find what the same list was registered as; None where it comes for the first time."""
    for report in state.of(LicenceReport):
        if report.book == state.book.code and report.month == month and cites(report, number):
            return report
    return None


def cites(event: LicenceReport | Recall, number: str) -> bool:
    """Return what was raised by the list of this number."""
    return any(p.type == "licence-list" and p.number == number for p in event.papers)


def recalls_of(
    state: BookState, one: Listed, month: str, day: date, document: Mapping[str, object]
) -> tuple[list[dict[str, object]], list[str]]:
    """Write the recalls of a hospital's years in a book; who is recalled already is only named."""
    code = one.hospital.code
    years = {
        year
        for year, moved in state.moved.items()
        if outstanding(debts_of(moved), state.on).get(code, 0) > 0
    }
    years |= {year for year in state.approved if code in unspent_of(state, year)}
    number = str(document["number"])
    raised = {
        recall.year: recall.key
        for recall in state.of(Recall)
        if recall.hospital == code and cites(recall, number) and recall.key.startswith(OWN_KEYS)
    }
    covered = {year for year in years if recalled(state, one, year, day)}
    rows = [
        {
            **common(
                state,
                "recall",
                raised.get(year, f"{OWN_KEYS}{month}-{number}-{code}-{year}"),
                one.date,
            ),
            "hospital": code,
            "year": str(year),
            "trigger": TRIGGER,
            "notified_on": day.isoformat(),
            "reason": one.reason or "卫生健康部门通报注销执业许可证",
            "papers": [document],
        }
        for year in sorted(years)
        if year not in covered or year in raised
    ]
    return rows, [code] if covered else []


def recalled(state: BookState, one: Listed, year: int, day: date) -> bool:
    """Whether a recall stands that asks for as much: for this cause, or no later than this."""
    lifted = {lift.recall for lift in state.of(RecallLift)}
    rules = state.policy.on(one.date, year)
    own = recall_due(rules, TRIGGER, happened=one.date, notified=day)
    for recall in state.of(Recall):
        if (recall.hospital, recall.year) != (one.hospital.code, year) or recall.key in lifted:
            continue
        other = recall_due(
            state.policy.on(recall.date, year),
            recall.trigger,
            happened=recall.date,
            notified=recall.notified_on,
            told=recall.hospital_told_on,
        )
        if recall.trigger == TRIGGER or no_later(other, own):
            return True
    return False


def no_later(other: RecallDue, own: RecallDue) -> bool:
    """Return whether a recall is due no later than another; one without a day comes last."""
    if own.date is None:
        return own.problem is None or other.date is not None or other.problem is not None
    return other.date is not None and other.date <= own.date


def common(state: BookState, kind: str, key: str, day: date) -> dict[str, object]:
    """Write the words that every row has."""
    return {
        "kind": kind,
        "key": key,
        "area": state.book.area,
        "fund": state.book.fund,
        "date": day.isoformat(),
    }


def summary(done: Reported, *, dry_run: bool) -> Sequence[str]:
    """Say in a few lines what a list came to."""
    fresh = sum(not row.replayed for row in done.result.rows)
    lines = [
        f"{done.month} 通报 {done.listed} 家，涉及预付金 {len(done.concerned)} 家"
        + (f"：{'、'.join(done.concerned)}" if done.concerned else "")
    ]
    if done.known:
        lines.append(f"已有收回通知、不再重复的：{'、'.join(done.known)}")
    verb = "试算" if dry_run else "录成草稿"
    lines.append(f"{verb} {fresh} 笔，由另一人审核：prepay approve --all" if fresh else "以前录过")
    return lines
