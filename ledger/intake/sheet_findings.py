"""What is wrong with a sheet, in words: the row, the column by heading and letter, the remedy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ledger.basis.errors import Finding
from ledger.intake.template import fill_columns
from ledger.intake.template_file import asked_by, is_untouched
from ledger.intake.workbook.workbook_cells import Spoilt
from ledger.intake.workbook.workbook_marked import REMARKS
from ledger.intake.workbook.workbook_scan import column_letter

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ledger.intake.workbook.workbook_read import GridRow, Issue

PASTE = "选中后复制，再“选择性粘贴—数值”，核对后重新录入"
#: What to say of an issue: the message, and the remedy.
ISSUES: Mapping[str, tuple[str, str]] = {
    "CELL_FORMULA": ("这一格是公式，不是键入的内容", PASTE),
    "CELL_ERROR": ("这一格的公式出错", "改正来源，填写真实的数"),
    "CELL_MERGED": ("这里的格子合并了", "取消合并，每格各填各的"),
    "ROW_HIDDEN": ("这一行被隐藏或被筛选掉，却有内容", "取消隐藏、清除筛选；不要的行请删去"),
    "COLUMN_HIDDEN": ("这一栏被隐藏，却有内容", "取消隐藏，核对后再录入；不要的栏请删去"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class GridSheet:
    """A sheet as read: its headings as they stand and by English name, and its rows.

    `required` has the places of the headings that were marked so.
    """

    name: str
    headings: tuple[str, ...]
    names: tuple[str, ...]
    required: frozenset[int]
    rows: tuple[GridRow, ...]


def place_of(sheet: GridSheet, n: int) -> str:
    """Name a column: English name, heading and letter."""
    letter = f"{column_letter(n + 1)} 列"
    if n >= len(sheet.headings) or not sheet.headings[n]:
        return letter
    column = fill_columns().get(sheet.names[n])
    heading = column.heading if column else sheet.headings[n]
    return f"{sheet.names[n]} {heading}（{letter}）"


def cell_finding(row: int, place: str, error: Spoilt) -> Finding:
    """Word what is wrong with a cell."""
    return Finding(
        code=error.code,
        message=error.what,
        remedy=error.remedy,
        row=row,
        field=place,
        unreadable=True,
    )


def example_findings(words: Mapping[str, object], row: int) -> list[Finding]:
    """Refuse an example row that somebody has filled in: it would be lost without a word."""
    if any(is_untouched(words, asked) for asked in asked_by(words)):
        return []
    return [
        Finding(
            code="EXAMPLE_CHANGED",
            message="示例行不会录入，却填了别的内容",
            remedy="是真的业务，就换掉“示例”二字起头的编号；不是的，删去这一行",
            row=row,
            field="key 业务编号" if "key" in words else "code 医疗机构编码",
            unreadable=True,
        )
    ]


def issue_findings(sheet: GridSheet, issues: tuple[Issue, ...], unread: set[int]) -> list[Finding]:
    """Word the issues of the rows that are read; a hidden column is told of once."""
    findings = []
    hidden: set[int] = set()
    for issue in issues:
        told = issue.code == "COLUMN_HIDDEN" and issue.column in hidden
        finding = None if issue.row in unread or told else issue_finding(sheet, issue)
        if finding is not None:
            findings.append(finding)
            hidden |= {issue.column} if issue.code == "COLUMN_HIDDEN" else set()
    return findings


def issue_finding(sheet: GridSheet, issue: Issue) -> Finding | None:
    """Word an issue of a place; under the reasons, or where no heading stands, nothing is read."""
    if is_unread(sheet, issue):
        return None
    message, remedy = ISSUES[issue.code]
    place = place_of(sheet, issue.column - 1) if issue.column else ""
    what = f"{message}：{issue.detail}" if issue.detail else message
    return cell_finding(issue.row, place, Spoilt(issue.code, what, remedy))


def is_unread(sheet: GridSheet, issue: Issue) -> bool:
    """Tell a place of which nothing is read: among the reasons, or a formula under no heading."""
    n = issue.column - 1
    heading = sheet.headings[n] if 0 <= n < len(sheet.headings) else ""
    if heading:
        return heading == REMARKS
    return issue.code == "CELL_FORMULA" and n >= 0
