"""注销通报: the health department's monthly list, and the recalls that it raises (海南·八(四)).

Whoever stands in it and holds prepayment, or is to be paid, is recalled as a class-2 case: the
draft is made here, a second person approves it like any other.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain, product
from typing import TYPE_CHECKING

from ledger.basis.errors import Finding, Refused, refuse
from ledger.dues.deadlines import unspent_of
from ledger.dues.debts import debts_of, outstanding
from ledger.events.registers.licence_report import LicenceReport
from ledger.events.registers.recall import Recall
from ledger.events.registers.recall_lift import RecallLift
from ledger.events.words import Unclear, as_code, as_date, as_month, as_text
from ledger.intake.files import RawFile, unreadable
from ledger.intake.raw_row import RawRow
from ledger.policy.recalling import recall_due
from ledger.store.drafts import read_drafts
from ledger.store.engine import reading
from ledger.store.masters import read_hospitals
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


@dataclass(frozen=True, slots=True, kw_only=True)
class LicenceList:
    """A month's list as a paper: its own number, and the day it bears."""

    month: str
    number: str
    date: date

    @property
    def document(self) -> dict[str, object]:
        """Write the list as a paper of an event."""
        return {"type": "licence-list", "number": self.number, "date": self.date.isoformat()}


def import_list(
    desk: Desk, file: RawFile, *, month: str, paper: str, area: str = "", dry_run: bool = False
) -> Reported:
    """Take in a month's list; raises Refused with every row that cannot be read.

    `paper` is the list's own number and date, `文号:2026-06-03`.
    """
    number, day = paper_of(paper)
    given = LicenceList(month=list_month(month), number=number, date=day)
    with reading(desk.engine) as conn:
        books = area_books(conn, area)
        hospitals = read_hospitals(conn, desk.today())
        listed, strangers = read_list(file, hospitals)
        found = book_states(desk, conn, books, max(desk.today(), day), history=True)
        states = [with_drafts(conn, state) for state in found]
    rows = list(
        chain.from_iterable(
            recalls_of(state, line, given) for state, line in product(states, listed)
        )
    )
    known = set(chain.from_iterable(recalled_already(state, listed, given) for state in states))
    concerned = sorted({*(str(row["hospital"]) for row in rows), *known, *raised_by(states, given)})
    total = len(listed) + strangers
    head = report_row(states[0], given, len(concerned)) | {"listed": str(total)}
    result = record(desk, with_rows(file, [head, *rows]), dry_run=dry_run)
    return Reported(
        month=given.month,
        listed=total,
        concerned=tuple(hospitals[code].name for code in concerned),
        known=tuple(sorted({hospitals[code].name for code in known})),
        result=result,
    )


def list_month(text: str) -> str:
    """Read the month of a list."""
    try:
        return as_month(text)
    except Unclear as error:
        raise Refused([unreadable(0, error.what, error.remedy, "--month")]) from None


def raised_by(states: Sequence[BookState], given: LicenceList) -> set[str]:
    """Name the hospitals that a list recalled from when it first came in."""
    recalls = [recall for state in states for recall in state.of(Recall)]
    return {recall.hospital for recall in recalls if cites(recall, given.number)}


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


def with_rows(file: RawFile, rows: Sequence[Mapping[str, object]]) -> RawFile:
    """Put the rows of what a list comes to in the place of its own."""
    raw = tuple(RawRow(number=at, words=row) for at, row in enumerate(rows, 1))
    return RawFile(name=file.name, folder=file.folder, rows=raw, findings=())


def read_list(file: RawFile, hospitals: Mapping[str, Hospital]) -> tuple[list[Listed], int]:
    """Read the lines that name hospitals of ours; the others are counted. All faults at once."""
    by_name = {hospital.name: hospital for hospital in hospitals.values()}
    lines, findings = read_lines(file)
    if findings:
        raise Refused(findings)
    listed: list[Listed] = []
    for line in lines:
        hospital = hospitals.get(line.code) if line.code else by_name.get(line.name)
        if hospital is not None:
            listed.append(
                Listed(row=line.row, hospital=hospital, date=line.date, reason=line.reason)
            )
    return once_each(listed), len(lines) - len(listed)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListLine:
    """One line as it is written: whom it names, the day, and why."""

    row: int
    code: str
    name: str
    reason: str
    date: date


def read_lines(file: RawFile) -> tuple[list[ListLine], list[Finding]]:
    """Read every line that can be read, and say what is wrong with the others."""
    findings: list[Finding] = list(file.findings)
    lines: list[ListLine] = []
    for row in file.rows:
        try:
            line = read_line(row)
        except Unclear as error:
            findings.append(unreadable(row.number, error.what, error.remedy, "date 注销日期"))
            continue
        if line.code or line.name:
            lines.append(line)
        else:
            what = "没有医疗机构编码，也没有名称"
            findings.append(unreadable(row.number, what, "至少填一样", "name 名称"))
    return lines, findings


def read_line(row: RawRow) -> ListLine:
    """Read a line; raises Unclear."""
    return ListLine(
        row=row.number,
        code=as_code(row.words.get("hospital")).upper(),
        name=as_text(row.words.get("name")),
        reason=as_text(row.words.get("reason")),
        date=as_date(row.words.get("date")),
    )


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
    for draft in read_drafts(conn, state.book.code, kinds=kinds):
        kind = draft.event.KIND
        registers[kind] = (*registers.get(kind, ()), draft.event)
    return replace(state, registers=registers)


def report_row(state: BookState, given: LicenceList, concerned: int) -> dict[str, object]:
    """Write the list itself; what it came to when it first came in stays."""
    before = report_of(state, given.month, given.number)
    key = before.key if before else f"注销通报-{given.month}-{given.number}"
    return {
        **common(state, "licence-report", key, given.date),
        "month": given.month,
        "concerned": str(before.concerned if before else concerned),
        "papers": [given.document],
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


def recalls_of(state: BookState, line: Listed, given: LicenceList) -> list[dict[str, object]]:
    """Write the recalls of a hospital's years in a book, but for those recalled already.

    What the same list has raised before is written again, under its own key.
    """
    code = line.hospital.code
    raised = {
        recall.year: recall.key
        for recall in state.of(Recall)
        if recall.hospital == code and is_raised(recall, given)
    }
    return [
        recall_row(state, line, given, year, raised.get(year, ""))
        for year in sorted(years_held(state, code))
        if year in raised or not recalled(state, line, year, given.date)
    ]


def recalled_already(state: BookState, listed: Sequence[Listed], given: LicenceList) -> set[str]:
    """Name the hospitals of which a year was recalled before, in a book."""
    return {
        line.hospital.code
        for line in listed
        for year in years_held(state, line.hospital.code)
        if recalled(state, line, year, given.date)
    }


def years_held(state: BookState, hospital: str) -> set[int]:
    """Name the prepayment years of which a hospital owes or may still be paid anything."""
    held = {
        year
        for year, moved in state.moved.items()
        if outstanding(debts_of(moved), state.on).get(hospital, 0) > 0
    }
    return held | {year for year in state.approved if hospital in unspent_of(state, year)}


def is_raised(recall: Recall, given: LicenceList) -> bool:
    """Tell a recall that a list has raised, under one of its own keys."""
    return cites(recall, given.number) and recall.key.startswith(OWN_KEYS)


def recall_row(
    state: BookState, line: Listed, given: LicenceList, year: int, key: str
) -> dict[str, object]:
    """Write the recall of one year, under the `key` that it has already or a new one."""
    code = line.hospital.code
    key = key or f"{OWN_KEYS}{given.month}-{given.number}-{code}-{year}"
    return {
        **common(state, "recall", key, line.date),
        "hospital": code,
        "year": str(year),
        "trigger": TRIGGER,
        "notified_on": given.date.isoformat(),
        "reason": line.reason or "卫生健康部门通报注销执业许可证",
        "papers": [given.document],
    }


def recalled(state: BookState, line: Listed, year: int, notified: date) -> bool:
    """Whether a recall stands that asks for as much: for this cause, or no later than this."""
    rules = state.policy.on(line.date, year)
    own = recall_due(rules, TRIGGER, happened=line.date, notified=notified)
    return any(
        recall.trigger == TRIGGER or no_later(due_of(state, recall), own)
        for recall in recalls_standing(state, line.hospital.code, year)
    )


def recalls_standing(state: BookState, hospital: str, year: int) -> list[Recall]:
    """List the recalls of a hospital's year that nothing has lifted."""
    lifted = {lift.recall for lift in state.of(RecallLift)}
    standing = [recall for recall in state.of(Recall) if recall.key not in lifted]
    return [recall for recall in standing if (recall.hospital, recall.year) == (hospital, year)]


def due_of(state: BookState, recall: Recall) -> RecallDue:
    """Return when what a recall asks for is due."""
    return recall_due(
        state.policy.on(recall.date, recall.year),
        recall.trigger,
        happened=recall.date,
        notified=recall.notified_on,
        told=recall.hospital_told_on,
    )


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
