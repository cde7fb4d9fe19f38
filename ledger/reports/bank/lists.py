"""对账的查询: what is open on both sides, what waits for a person, and what a run did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.errors import refuse
from ledger.basis.money import grouped
from ledger.basis.period import period_of
from ledger.events.words import month_named
from ledger.formats.report import Report, named_row
from ledger.reports.bank.statement_lines import (
    LINE_COLUMNS,
    is_done,
    line_cells,
    line_list,
    proposal_list,
    runs_report,
    unit_list,
)
from ledger.store.engine import reading
from ledger.workflow.bank.bank_desk import ACCOUNTS, bank_of, read_sides
from ledger.workflow.bank.match import counts, run_tree
from ledger.workflow.desk import book_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ledger.masters.book import Book
    from ledger.reconcile.marks import Mark
    from ledger.workflow.bank.bank_desk import BothSides
    from ledger.workflow.bank.match import MatchRun
    from ledger.workflow.bank.statement_import import StatementImported
    from ledger.workflow.desk import Desk


def bank_lists(
    desk: Desk, book: str, *, account: str = "", period: str = "", still_open: bool = False
) -> list[Report]:
    """List lines and how they stand, then what waits, then what our books have alone."""
    month = month_named(period) if period else ""
    reports: list[Report] = []
    with reading(desk.engine) as conn:
        one = book_of(conn, book)
        for code in [account] if account else ACCOUNTS:
            bank_of(conn, book, code)
            sides = read_sides(conn, book, code)
            if sides.lines:
                reports.append(lines_listed(one, sides, month, still_open=still_open))
                reports += waiting_listed(one, sides)
                reports += units_listed(one, sides, month)
    if not reports:
        raise refuse(
            "STATEMENT_MISSING",
            f"{book} 还没有导入对账单",
            "prepay bank import 文件 --account 1004",
        )
    return reports


def lines_listed(book: Book, sides: BothSides, month: str, *, still_open: bool) -> Report:
    """List the lines of an account, of all months or one, all or those that are still open."""
    latest, changed = standing_marks(sides.marks), sides.changed()
    lines = [line for line in sides.lines if month in ("", period_of(line.date))]
    if still_open:
        lines = [line for line in lines if not is_done(latest.get(line.id), changed)]
    return line_list(book, sides.account, lines, latest, changed)


def waiting_listed(book: Book, sides: BothSides) -> list[Report]:
    """List what waits for a person; nothing where nothing does."""
    waiting = [mark for mark in sides.marks if mark.state in ("proposed", "pending")]
    if not waiting:
        return []
    lines = {line.id: line for line in sides.lines}
    units = {unit.id: unit for unit in sides.units}
    return [proposal_list(book, sides.account, waiting, lines, units)]


def units_listed(book: Book, sides: BothSides, month: str) -> list[Report]:
    """List what our books have alone, up to a month where one is named."""
    units = [unit for unit in sides.open_units() if counts(unit, sides)]
    if month:
        units = [unit for unit in units if unit.members[0].period <= month]
    return [unit_list(book, sides.account, units)] if units else []


def standing_marks(marks: Sequence[Mark]) -> dict[str, Mark]:
    """Return, by line, the mark that stands: one in force before one that waits."""
    standing: dict[str, Mark] = {}
    for mark in marks:
        if mark.state in ("undone", "lapsed"):
            continue
        for id_ in mark.lines:
            if id_ not in standing or mark.in_force:
                standing[id_] = mark
    return standing


def match_report(runs: Sequence[MatchRun]) -> Report:
    """Return what a run did."""
    rows = []
    for run in runs:
        tree = run_tree(run)
        figures = {name: value for name, value in tree.items() if isinstance(value, int)}
        rows.append((run.account, figures, dict(run.rules)))
    return runs_report(rows)


def import_report(done: StatementImported, tree: Mapping[str, object]) -> Report:
    """Show the lines that an import brought."""
    return Report(
        title=f"导入 {done.file}",
        subtitle=(),
        columns=tuple(LINE_COLUMNS.values()),
        rows=tuple(named_row(LINE_COLUMNS, line_cells(line)) for line in done.fresh),
        tree=tree,
    )


def import_sentences(done: StatementImported, *, dry_run: bool) -> list[str]:
    """Say what an import brought."""
    said = [f"{done.file}：{lines_brought(done, dry_run=dry_run)}"]
    if done.doubled:
        rows = "、".join(str(row) for row in done.doubled[:10])
        said.append(f"重复的行已略去：第 {rows} 行")
    if done.flipped:
        said.append("余额按借方增加才接得上：这是从对方一边编的对账单，借贷方向已对调")
    if done.turned:
        said.append("文件从新到旧排列，已倒过来")
    said.append(f"期初余额 {grouped(done.opening_fen)}，期末余额 {grouped(done.closing_fen)}")
    return said


def lines_brought(done: StatementImported, *, dry_run: bool) -> str:
    """Say how many lines are new, of which days, and how many had been imported before."""
    if not done.fresh:
        return f"{done.known} 行以前都导入过，没有新的"
    verb = "试算通过" if dry_run else "导入"
    first, last = done.fresh[0].date, done.fresh[-1].date
    again = f"，{done.known} 行以前导入过" if done.known else ""
    return f"{verb} {len(done.fresh)} 行（{first} 至 {last}）{again}"
