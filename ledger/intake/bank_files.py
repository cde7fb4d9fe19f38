"""对账单文件: .xlsx and .csv as banks and 财政 print them, read into rows of words."""

from __future__ import annotations

import csv
import io
from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.errors import Refused, unclear
from ledger.intake.files import check_file, decode, unreadable
from ledger.intake.sheet_findings import ISSUES
from ledger.intake.workbook.workbook_cells import Spoilt, cell_word
from ledger.intake.workbook.workbook_read import read_grid
from ledger.intake.workbook.workbook_scan import column_letter
from ledger.reconcile.headings import find_layout
from ledger.reconcile.table import WHOLE, Printed, TableRow, read_table

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from ledger.intake.workbook.workbook_read import GridRow, Issue

DELIMITERS = (",", "\t", ";")
#: So many rows are looked at to tell by what a file's cells are parted.
HEAD_ROWS = 60


def read_printed(path: Path) -> Printed:
    """Read a statement file; raises Refused where the file itself cannot be trusted."""
    check_file(path)
    ending = path.suffix.lower()
    if ending == ".xlsx":
        rows, lettered = sheet_rows(path), True
    elif ending in (".csv", ".txt"):
        rows, lettered = text_rows(decode(path)), False
    else:
        raise unclear(
            "FILE_KIND",
            f"不认识的文件类型 {path.name}",
            "对账单用 .xlsx 或 .csv；.xls 先另存为 .xlsx",
        )
    width = max((len(row.cells) for row in rows), default=0)
    places = [f"{column_letter(n + 1)} 列" if lettered else f"第 {n + 1} 栏" for n in range(width)]
    return read_table(rows, places)


def text_rows(text: str) -> list[TableRow]:
    """Cut a text into rows by the delimiter by which a row of headings comes out."""
    first: list[TableRow] = []
    for delimiter in DELIMITERS:
        rows = parted(text, delimiter)
        if find_layout([row.cells for row in rows[:HEAD_ROWS]])[0] is not None:
            return rows
        first = first or rows
    return first


def parted(text: str, delimiter: str) -> list[TableRow]:
    """Cut a text into rows; blank ones are left out."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        return [
            TableRow(number=reader.line_num, cells=tuple(cells))
            for cells in reader
            if any(cell.strip() for cell in cells)
        ]
    except csv.Error as error:
        wrong = unreadable(reader.line_num, f"CSV 读不懂：{error}", "用 Excel 另存为 CSV")
        raise Refused([wrong]) from None


def sheet_rows(path: Path) -> list[TableRow]:
    """Read a workbook's one sheet; what Excel has spoilt is kept with its cell."""
    grid = read_grid(path)
    wrong: dict[int, list[Issue]] = {}
    hidden: set[int] = set()
    for issue in grid.issues:
        if issue.code == "COLUMN_HIDDEN":
            if issue.column in hidden:
                continue
            hidden.add(issue.column)
        wrong.setdefault(issue.row, []).append(issue)
    return [table_row(row, wrong.get(row.number, [])) for row in grid.rows]


def table_row(row: GridRow, issues: list[Issue]) -> TableRow:
    """Turn a row's values into words."""
    cells: list[str] = []
    spoilt: dict[int, tuple[str, str, str]] = {}
    for n, value in enumerate(row.values):
        try:
            cells.append(cell_word(value, ""))
        except Spoilt as error:
            cells.append(str(value))
            spoilt[n] = (error.code, error.what, error.remedy)
    for issue in issues:
        message, remedy = ISSUES[issue.code]
        what = f"{message}：{issue.detail}" if issue.detail else message
        spoilt[issue.column - 1 if issue.column else WHOLE] = (issue.code, what, remedy)
    kept: Mapping[int, tuple[str, str, str]] = MappingProxyType(spoilt)
    return TableRow(number=row.number, cells=tuple(cells), spoilt=kept)
