"""制单 by a file: what became of its rows, told and, where refused, handed back marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ledger.basis.errors import Finding, Refused
from ledger.basis.terms import EVENT_KINDS
from ledger.formats.report import Column, Report, Row, money
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
    from ledger.workflow.drafting.late_booking import LateRows


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
    shown = tuple((row.row, row.key, row.draft, row.replayed) for row in result.rows)
    return FileOutcome(
        report=record_report(file.name, shown, (), result.candidates),
        summary=f"{file.name}：{len(fresh)} 笔{words}{again}",
        warnings=situated(file, result.warnings),
        refusals=(),
        exit_code=0,
    )


def record_report(
    name: str,
    rows: Sequence[tuple[int, str, str, bool]],
    refused: Sequence[Finding],
    candidates: Sequence[Candidate] = (),
) -> Report:
    """Draw up what a file became; the tree is the contract's."""
    by_key = {candidate.event.key: candidate for candidate in candidates}
    trees = [{"row": row, "key": key, "draft": draft} for row, key, draft, _ in rows]
    shown = []
    for row, key, _, again in rows:
        found = by_key.get(key)
        fen = sum(leg.amount_fen for leg in found.legs) or None if found else None
        shown.append(
            Row(
                cells=(
                    row,
                    key,
                    EVENT_KINDS[found.event.KIND] if found else "",
                    found.booked if found else None,
                    found.summary if found else "",
                    fen,
                    "以前录过" if again else "",
                )
            )
        )
    return Report(
        title=f"制单 {name}",
        subtitle=(),
        columns=(
            Column(heading="行", align="right"),
            Column(heading="业务编号", wraps=12),
            Column(heading="业务"),
            Column(heading="记账日期"),
            Column(heading="摘要", wraps=20),
            money("金额"),
            Column(heading="说明"),
        ),
        rows=tuple(shown),
        tree={
            "recorded": [tree for tree, row in zip(trees, rows, strict=True) if not row[3]],
            "replayed": [tree for tree, row in zip(trees, rows, strict=True) if row[3]],
            "refused": [refusal_tree(finding) for finding in refused],
        },
    )


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
