"""制单 by a file: what became of its rows, told and, where refused, handed back marked."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.errors import Finding, Refused
from ledger.basis.terms import EVENT_KINDS
from ledger.formats.report import Cell, Column, Report, Row, money, named_row
from ledger.intake.files import read_file
from ledger.intake.intake import event_headings
from ledger.intake.returned import hand_back, situated
from ledger.workflow.drafting.record import record

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from pathlib import Path

    from ledger.intake.files import RawFile
    from ledger.voucher.running import Candidate
    from ledger.workflow.desk import Desk
    from ledger.workflow.drafting.checked_rows import Recorded
    from ledger.workflow.drafting.late_booking import LateRows

COLUMNS = MappingProxyType(
    {
        "row": Column(heading="行", align="right"),
        "key": Column(heading="业务编号", wraps=12),
        "kind": Column(heading="业务"),
        "booked": Column(heading="记账日期", blank=None),
        "summary": Column(heading="摘要", wraps=20),
        "amount": money("金额"),
        "remark": Column(heading="说明"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileOutcome:
    """What became of one file: its report, one sentence, what is refused, and the exit code."""

    report: Report
    summary: str
    warnings: tuple[Finding, ...]
    refusals: tuple[Finding, ...]
    exit_code: int


def record_file(
    desk: Desk, path: Path, *, dry_run: bool, ask: Callable[[LateRows], date] | None = None
) -> FileOutcome:
    """Record one file and tell what became of it, refused or not."""
    try:
        file = read_file(path, event_headings())
    except Refused as error:
        return refused_outcome(path.name, None, error)
    return record_read(desk, file, dry_run=dry_run, ask=ask)


def refused_outcome(name: str, file: RawFile | None, error: Refused) -> FileOutcome:
    """Return what is wrong with a file; a workbook goes back marked."""
    found = situated(file, error.findings) if file else error.findings
    copy = hand_back(file, found) if file else None
    where = f"；已标在 {copy.name} 里，改好后录入那一份" if copy else ""
    return FileOutcome(
        report=record_report(name, (), found),
        summary=f"{name}：{len(found)} 处问题，一笔也没有录入{where}",
        warnings=(),
        refusals=found,
        exit_code=error.exit_code,
    )


def record_read(
    desk: Desk, file: RawFile, *, dry_run: bool, ask: Callable[[LateRows], date] | None = None
) -> FileOutcome:
    """Record the rows of a file that has been read, and tell what became of it."""
    try:
        result = record(desk, file, dry_run=dry_run, ask=ask)
    except Refused as error:
        return refused_outcome(file.name, file, error)
    fresh = [row for row in result.rows if not row.replayed]
    replayed = len(result.rows) - len(fresh)
    words = "试算通过" if dry_run else "录成草稿"
    again = f"，{replayed} 笔以前录过" if replayed else ""
    return FileOutcome(
        report=record_report(file.name, result.rows, (), result.candidates),
        summary=f"{file.name}：{len(fresh)} 笔{words}{again}",
        warnings=situated(file, result.warnings),
        refusals=(),
        exit_code=0,
    )


def record_report(
    name: str,
    rows: Sequence[Recorded],
    refused: Sequence[Finding],
    candidates: Sequence[Candidate] = (),
) -> Report:
    """Draw up what a file became; the tree is the contract's."""
    by_key = {candidate.event.key: candidate for candidate in candidates}
    return Report(
        title=f"制单 {name}",
        subtitle=(),
        columns=tuple(COLUMNS.values()),
        rows=tuple(recorded_row(row, by_key.get(row.key)) for row in rows),
        tree={
            "recorded": [recorded_tree(row) for row in rows if not row.replayed],
            "replayed": [recorded_tree(row) for row in rows if row.replayed],
            "refused": [refusal_tree(finding) for finding in refused],
        },
    )


def recorded_row(row: Recorded, found: Candidate | None) -> Row:
    """Draw one row of a file, with the voucher that it will be."""
    cells: dict[str, Cell] = {"row": row.row, "key": row.key}
    if found is not None:
        cells |= {
            "kind": EVENT_KINDS[found.event.KIND],
            "booked": found.booked,
            "summary": found.summary,
            "amount": sum(leg.amount_fen for leg in found.legs) or None,
        }
    return named_row(COLUMNS, {**cells, "remark": "以前录过" if row.replayed else ""})


def recorded_tree(row: Recorded) -> dict[str, object]:
    """Write one row of a file for machines."""
    return {"row": row.row, "key": row.key, "draft": row.draft}


def refusal_tree(finding: Finding) -> dict[str, object]:
    """Write a finding for machines."""
    return {
        "row": finding.row,
        "key": finding.key or None,
        "field": finding.field or None,
        "code": finding.code,
        "clause": finding.clause or None,
        "message": finding.message,
        "remedy": finding.remedy,
    }
