"""注销通报: the health department's monthly list, and the recalls that it raises (海南·八(四)).

Whoever stands in it and holds prepayment, or is to be paid, is recalled as a class-2 case: the
draft is made here, a second person approves it like any other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ledger.basis.errors import Finding, Refused, refuse
from ledger.dues.deadlines import unspent_of
from ledger.dues.debts import debts_of, outstanding
from ledger.dues.recalls import recall_cases
from ledger.events.words import Unclear, as_code, as_date, as_month, as_text
from ledger.store.engine import reading
from ledger.store.masters import read_hospitals
from ledger.workflow.assess import area_books
from ledger.workflow.files import RawFile, RawRow, unreadable
from ledger.workflow.inquire_due import book_states
from ledger.workflow.record import RecordResult, record

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from ledger.dues.values import BookState
    from ledger.masters.hospital import Hospital
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
        states = book_states(desk, conn, books, max(desk.today(), day), history=True)
    document = {"type": "licence-list", "number": number, "date": day.isoformat()}
    rows: list[dict[str, object]] = []
    known: list[str] = []
    for state in states:
        for one in listed:
            made, told = recalls_of(state, one, month, day, document)
            rows += made
            known += told
    concerned = sorted({str(row["hospital"]) for row in rows} | set(known))
    rows.insert(
        0,
        {
            **common(states[0], "licence-report", f"注销通报-{month}", day),
            "month": month,
            "listed": str(len(listed) + strangers),
            "concerned": str(len(concerned)),
            "papers": [document],
        },
    )
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
        return number.strip(), as_date(day)
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
    return listed, strangers


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
    open_ = {
        case.recall.year
        for case in recall_cases(state)
        if case.recall.hospital == code and case.lifted is None
    }
    rows = [
        {
            **common(state, "recall", f"注销-{month}-{code}-{year}", one.date),
            "hospital": code,
            "year": str(year),
            "trigger": TRIGGER,
            "notified_on": day.isoformat(),
            "reason": one.reason or "卫生健康部门通报注销执业许可证",
            "papers": [document],
        }
        for year in sorted(years)
        if year not in open_ or f"注销-{month}-{code}-{year}" in keys_of(state)
    ]
    return rows, [code] if years & open_ else []


def keys_of(state: BookState) -> set[str]:
    """Name the keys of a book's recalls: the same list again is a replay, not a second recall."""
    return {case.recall.key for case in recall_cases(state)}


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
