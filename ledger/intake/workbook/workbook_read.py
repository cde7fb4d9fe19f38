"""The one door to python-calamine: reads an inspected workbook into rows of values.

What a person cannot have meant (a formula's last result, a merged or hidden cell) comes out
as an issue of its place, beside the value.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ledger.basis.errors import unclear
from ledger.intake.workbook.workbook_guard import inspect
from ledger.intake.workbook.workbook_scan import SheetScan, check_shared, column_letter, scan_sheet
from ledger.intake.workbook.workbook_unpack import OPEN_AGAIN

if TYPE_CHECKING:
    from pathlib import Path

    from python_calamine import CalamineSheet

GUIDE = "填写说明"
ISSUES_MAX = 1000

Value = str | int | float | bool | datetime.date | datetime.time | datetime.timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class GridRow:
    """A row that is not blank: its number in Excel and its values from column A on."""

    number: int
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """Something wrong with a place, whatever its value: `column` is 0 for the whole row."""

    code: str
    row: int
    column: int
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The one sheet of a workbook that holds rows, as read."""

    sheet: str
    rows: tuple[GridRow, ...]
    issues: tuple[Issue, ...]


def read_grid(path: Path) -> Grid:
    """Read the one sheet with content; raises Refused for a file that cannot be trusted."""
    parts = inspect(path)
    scans = {
        sheet.name: scan_sheet(sheet.name, parts.contents[sheet.part]) for sheet in parts.sheets
    }
    name = chosen_sheet(path, scans)
    scan = scans[name]
    check_shared(
        path.name,
        parts.contents.get("xl/sharedstrings.xml", b""),
        sum(s.shared for s in scans.values()),
    )
    names = {sheet.name for sheet in parts.sheets}
    del parts
    rows, merged = open_sheet(path, name, names)
    return Grid(sheet=name, rows=rows, issues=issues_of(scan, rows, merged))


def chosen_sheet(path: Path, scans: dict[str, SheetScan]) -> str:
    """Choose the sheet to read: the only one with content beside the guide."""
    filled = [name for name, scan in scans.items() if scan.cells and name != GUIDE]
    if not filled:
        raise unclear("FILE_EMPTY", f"工作簿 {path.name} 里没有内容", "用 prepay template 生成模板")
    if len(filled) > 1:
        raise unclear(
            "SHEETS_SEVERAL",
            f"工作簿 {path.name} 有几张表都有内容：{'、'.join(filled)}",
            "只留一张要录入的表（隐藏的表也算），其余的删去或另存",
        )
    return filled[0]


def open_sheet(
    path: Path, name: str, names: set[str]
) -> tuple[tuple[GridRow, ...], list[tuple[tuple[int, int], tuple[int, int]]]]:
    """Open a sheet with calamine: its rows that are not blank, and its merged ranges."""
    from python_calamine import (
        CalamineError,
        CalamineWorkbook,
        PasswordError,
        WorksheetNotFound,
        XmlError,
        ZipError,
    )

    try:
        with CalamineWorkbook.from_path(path) as workbook:
            found = names <= set(workbook.sheet_names)
            sheet = workbook.get_sheet_by_name(name)
            rows, merged = tuple(rows_of(sheet)), sheet.merged_cell_ranges or []
    except (CalamineError, XmlError, ZipError, PasswordError, WorksheetNotFound) as error:
        raise damaged(path, str(error)) from None
    except (OSError, ValueError, OverflowError) as error:
        raise damaged(path, str(error)) from None
    except BaseException as error:
        # A panic of the Rust side is no Exception; nothing else of that kind is ours to catch.
        if type(error).__name__ == "PanicException":
            raise damaged(path, "内容错乱") from None
        raise
    if not found:
        raise damaged(path, "表的名称前后不一")
    return rows, merged


def damaged(path: Path, what: str) -> Exception:
    """Word that the reader cannot make sense of a file."""
    return unclear("WORKBOOK_DAMAGED", f"工作簿 {path.name} 读不懂：{what[:200]}", OPEN_AGAIN)


def rows_of(sheet: CalamineSheet) -> list[GridRow]:
    """Return the rows that are not blank, numbered as Excel does."""
    return [
        GridRow(number=number, values=tuple(values))
        for number, values in enumerate(sheet.iter_rows(), 1)
        if any(value != "" and str(value).strip() for value in values)
    ]


def issues_of(
    scan: SheetScan,
    rows: tuple[GridRow, ...],
    merged: list[tuple[tuple[int, int], tuple[int, int]]],
) -> tuple[Issue, ...]:
    """List what is wrong with places, row by row; beyond a thousand the rest is left out."""
    issues = [Issue(code="CELL_FORMULA", row=r, column=c, detail="") for r, c in scan.formulas]
    issues += [Issue(code="CELL_ERROR", row=r, column=c, detail="") for r, c in scan.errors]
    for (top, left), (bottom, right) in merged[:ISSUES_MAX]:
        place = f"{column_letter(left + 1)}{top + 1}:{column_letter(right + 1)}{bottom + 1}"
        issues.append(Issue(code="CELL_MERGED", row=top + 1, column=left + 1, detail=place))
    issues += hidden_issues(scan, rows)
    issues.sort(key=lambda issue: (issue.row, issue.column, issue.code))
    return tuple(issues[:ISSUES_MAX])


def hidden_issues(scan: SheetScan, rows: tuple[GridRow, ...]) -> list[Issue]:
    """List the hidden rows, and the hidden columns row by row, that hold anything."""
    hidden = scan.hidden_rows & {row.number for row in rows}
    issues = [Issue(code="ROW_HIDDEN", row=row, column=0, detail="") for row in hidden]
    issues += [
        Issue(code="COLUMN_HIDDEN", row=row.number, column=column, detail="")
        for column in scan.hidden_columns
        for row in rows
        if has_value(row, column)
    ]
    return issues


def has_value(row: GridRow, column: int) -> bool:
    """Return whether a row has a value in a column."""
    return column <= len(row.values) and str(row.values[column - 1]).strip() != ""
