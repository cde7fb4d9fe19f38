"""公示: what a year's prepayment was, how it was computed, and what became of it (海南·八(三)).

For the public: hospitals, funds, figures and the method, and no person's name. What was paid and
came back is taken from the books, by the day of the fact.
"""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.money import grouped
from ledger.basis.terms import FUNDS, GATE_VERDICTS
from ledger.formats.report import UNIT, Report, Row, money, money_tree, named_row
from ledger.reports.asking import day_meant
from ledger.reports.assess.published_sheet import (
    METHOD_COLUMNS,
    method_cells,
    method_tree,
    title_of,
)
from ledger.reports.assess.show import AssessmentAsked, check_public, load_run, read_approved
from ledger.reports.kind import ReportKind
from ledger.reports.owed import bridge_notes
from ledger.reports.policy.value_shown import shown
from ledger.store.engine import reading
from ledger.store.facts import adopted_policy
from ledger.store.standing.assess import read_moved
from ledger.workflow.assess.drafts import version_of
from ledger.workflow.assess.run import area_books

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    import sqlalchemy as sa

    from ledger.assessment.run import AssessmentRun
    from ledger.events.registers.assessment import Assessment
    from ledger.masters.book import Book
    from ledger.policy.profile import Rules
    from ledger.reports.kind import ReportAsked
    from ledger.store.standing.assess import Moved
    from ledger.workflow.desk import Desk

#: What is told of a hospital's year: name, 中文, the movements that count, and their sign.
TOLD = (
    ("paid", "已拨付", ("opening-balance", "disbursement", "payment-return"), 1),
    ("returned", "已返还", ("repayment", "suspense-out"), -1),
    ("offset", "已冲抵", ("settlement-offset",), -1),
    ("written_off", "已核销", ("write-off",), -1),
)
#: The sums of a hospital's year, in the order of their columns.
SUMS = (*(name for name, *_ in TOLD), "left")
COLUMNS = MappingProxyType(
    {
        **METHOD_COLUMNS,
        **{name: money(heading) for name, heading, _, _ in TOLD},
        "left": money("未收回"),
    }
)
#: The values that make up the method, in the order of the calculation.
METHOD = (
    ("base_services", "基数的费用"),
    ("base_funds", "基数的险种"),
    ("months", "预付月数"),
    ("coefficients", "调整系数"),
    ("threshold", "门槛"),
    ("late_factor", "上年逾期未返还的，乘以"),
)


def publications(desk: Desk, asked: ReportAsked, day: date | None) -> list[Report]:
    """公示 of a prepayment year, of all funds of the area that may be seen, up to a day."""
    on = day_meant(asked, day) or desk.today()
    with reading(desk.engine) as conn:
        whole = area_books(conn, asked.book.partition("/")[0])
        books = [book for book in whole if is_seen(asked, book)]
        run = read_public_run(conn, books, asked.year or on.year)
        moved = {book.code: read_year_moved(desk, conn, book, run.year) for book in books}
        rules = adopted_policy(conn, books[0]).on(on)
        bridges = [note for book in books for note in bridge_notes(desk, conn, book, on)]
    described = {name: shown(rules, name).value for name, _ in METHOD if rules.has(name)}
    drawn = publication(run, moved, rules, on, described)
    notes = (*left_out_notes(whole, books), *drawn.notes, *bridges)
    return [replace(drawn, notes=notes)]


REPORT = ReportKind(
    name="publication",
    title="公示",
    draw=publications,
    words={"year": ""},
    listed=14,
    help_at=(8, 1),
    menu=12,
)


def is_seen(asked: ReportAsked, book: Book) -> bool:
    """Return whether the asker may look at a book."""
    return not asked.sees or book.code in asked.sees


def read_public_run(conn: sa.Connection, books: Sequence[Book], year: int) -> AssessmentRun:
    """Read the newest version of a year's 核定 that was approved."""
    made = [row for book in books for row, _ in read_approved(conn, book.code, year)]
    newest = max((version_of(row["key"]) for row in made), default=0)
    run = load_run(conn, books, AssessmentAsked(year=year, version=newest))
    check_public(run)
    return run


def read_year_moved(desk: Desk, conn: sa.Connection, book: Book, year: int) -> Sequence[Moved]:
    """Read what moved of a book's prepayment year."""
    return read_moved(conn, book.code, base=desk.chart(book.fund).roles["prepayment"], year=year)


def left_out_notes(whole: Sequence[Book], books: Sequence[Book]) -> tuple[str, ...]:
    """Say which funds of the area are not told; () where all are."""
    names = "、".join(book.name for book in whole if book not in books)
    return (f"不含{names}：不在可以查看的账套里。",) if names else ()


def publication(
    run: AssessmentRun,
    moved: Mapping[str, Sequence[Moved]],
    rules: Rules,
    on: date,
    described: Mapping[str, str],
) -> Report:
    """Draw up the statement of a year; `moved` by book, `described` the values of the method."""
    lines = [line for line in run.lines if line.amount_fen]
    figures = [(line, sums_of(line, moved, on)) for line in lines]
    total = {name: sum(sums[name] for _, sums in figures) for name in SUMS}
    approved = sum(line.amount_fen for line in lines)
    rows = [line_row(line, sums) for line, sums in figures]
    rows.append(named_row(COLUMNS, {"name": "合计", "approved": approved, **total}, mark="total"))
    return Report(
        title=title_of(run),
        subtitle=(f"统筹区：{run.area_name}", f"截至 {on}", UNIT),
        columns=tuple(COLUMNS.values()),
        rows=tuple(rows),
        notes=(*gates_told(run), *method_told(rules, described)),
        tree={
            "area": run.area,
            "year": run.year,
            "as_of": on,
            "rows": [line_tree(line, sums) for line, sums in figures],
            "total": money_tree(approved=approved, **total),
            "method": dict(described),
        },
    )


def sums_of(line: Assessment, moved: Mapping[str, Sequence[Moved]], on: date) -> dict[str, int]:
    """Add up what became of a hospital's year in a book, in fen."""
    by_day = [one for one in moved.get(line.book, ()) if one.day <= on.isoformat()]
    own = [one for one in by_day if one.hospital == line.hospital]
    sums = {name: sign * net_of_kinds(own, counted) for name, _, counted, sign in TOLD}
    return {**sums, "left": sum(one.net_fen for one in own)}


def net_of_kinds(moved: Sequence[Moved], counted: Sequence[str]) -> int:
    """Add up the movements that count."""
    return sum(one.net_fen for one in moved if one.movement in counted)


def line_row(line: Assessment, sums: Mapping[str, int]) -> Row:
    """Draw one hospital in one fund."""
    return named_row(COLUMNS, {**method_cells(line), **sums})


def line_tree(line: Assessment, sums: Mapping[str, int]) -> dict[str, object]:
    """Write one hospital in one fund for programs."""
    return {**method_tree(line), **money_tree(approved=line.amount_fen, **sums)}


def gates_told(run: AssessmentRun) -> tuple[str, ...]:
    """Say for each fund whether it could prepay, and for how many months it can pay."""
    return tuple(
        f"{FUNDS[gate.book.rpartition('/')[2]]}医保：{GATE_VERDICTS[gate.verdict]}，"
        f"累计结余可支付 {gate.months} 个月，"
        f"预付 {grouped(sum(line.amount_fen for line in run.lines if line.book == gate.book))}。"
        for gate in run.gates
    )


def method_told(rules: Rules, described: Mapping[str, str]) -> tuple[str, ...]:
    """Say the method: each value with the clause that it rests on."""
    return tuple(
        f"{title}：{described[name]}（{rules.clause(name)}）。"
        for name, title in METHOD
        if described.get(name)
    )
