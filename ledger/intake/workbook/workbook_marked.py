"""A refused workbook comes back: the same rows, bad cells in red, the reason beside them."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ledger.formats.workbook_style import (
    HEADING,
    WorkbookDrawn,
    fitting,
    lines_of,
    new_book,
    sheet_text,
)
from ledger.intake.workbook.workbook_fill import FillColumn, write_headings, write_value

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from xlsxwriter.worksheet import Worksheet

    from ledger.basis.errors import Finding
    from ledger.intake.workbook.workbook_read import GridRow

#: The heading of the column with the reasons; what stands under it is never read.
REMARKS = "问题与办法"
#: A row that begins with this mark speaks to people, and is never read.
NOTE = "※"
REMARKS_WIDTH = 70
BAD = {"bg_color": "#FFC7CE", "font_color": "#9C0006", "border": 1, "border_color": "#9C0006"}
REASON = {"font_color": "#9C0006", "text_wrap": True, "valign": "top"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What is wrong: with the file, with each row, and with which of its cells (row, column)."""

    file: tuple[Finding, ...]
    rows: Mapping[int, Sequence[Finding]]
    cells: Mapping[tuple[int, int], Sequence[Finding]]


def marked_bytes(
    name: str, sheet_name: str, columns: Sequence[FillColumn], rows: Sequence[GridRow], marks: Marks
) -> bytes:
    """Write the copy: notes on top, then headings and rows as they were, then the reasons."""
    out = io.BytesIO()
    with new_book(out) as book:
        sheet = book.workbook.add_worksheet(sheet_name)
        at = write_notes(book, sheet, name, marks)
        write_headings(book, sheet, columns, at=at)
        last = len(columns)
        sheet.set_column(last, last, fitting(REMARKS_WIDTH))
        sheet.write_string(at, last, REMARKS, book.look(HEADING, font_color="#9C0006"))
        for offset, row in enumerate(rows, 1):
            write_row(book, sheet, at + offset, columns, row, marks)
    return out.getvalue()


def write_notes(book: WorkbookDrawn, sheet: Worksheet, name: str, marks: Marks) -> int:
    """Write the notes on top; give the row of the headings."""
    count = len(marks.file) + sum(len(found) for found in marks.rows.values())
    lines = [
        f"{NOTE} {name} 有 {count} 处问题，一笔也没有录入。",
        f"{NOTE} 改好标红的格子（鼠标停在上面可看原因），保存后直接录入这张表。",
        f"{NOTE} “{REMARKS}”一栏和以{NOTE}开头的行不会录入，不必删。",
    ]
    lines += [f"{NOTE} {sentence(finding)}" for finding in marks.file]
    for at, line in enumerate(lines):
        look = book.look(bold=at == 0, font_color="#9C0006", num_format="@")
        sheet.write_string(at, 0, sheet_text(line), look)
    return len(lines)


def write_row(
    book: WorkbookDrawn,
    sheet: Worksheet,
    at: int,
    columns: Sequence[FillColumn],
    row: GridRow,
    marks: Marks,
) -> None:
    """Write a row as it was read, mark its bad cells, and say all that is wrong with it."""
    values = [*row.values, *[""] * len(columns)]
    for n, column in enumerate(columns):
        found = marks.cells.get((row.number, n), ())
        if found or values[n] != "":
            write_value(book, sheet, (at, n), values[n], column.sort, BAD if found else {})
        if found:
            write_comment(sheet, at, n, found)
    reasons = marks.rows.get(row.number, ())
    if reasons:
        write_reasons(book, sheet, at, len(columns), reasons)


def write_reasons(
    book: WorkbookDrawn, sheet: Worksheet, at: int, n: int, reasons: Sequence[Finding]
) -> None:
    """Say at a row's end all that is wrong with it, in a row as high as that takes."""
    lines = [sheet_text(sentence(finding)) for finding in reasons]
    height = sum(lines_of(line, REMARKS_WIDTH) for line in lines)
    sheet.set_row(at, min(16 * height, 400))
    sheet.write_string(at, n, "\n".join(lines), book.look(REASON))


def write_comment(sheet: Worksheet, at: int, n: int, findings: Sequence[Finding]) -> None:
    """Say beside a cell what is wrong with it."""
    text = "\n".join(sentence(finding) for finding in findings)
    options = {"author": "prepay", "x_scale": 2.5, "y_scale": 1 + len(text) / 80}
    sheet.write_comment(at, n, sheet_text(text.replace("\n", " ")), options)


def sentence(finding: Finding) -> str:
    """Say what is wrong, where, why and what to do, in one line."""
    why = f"（依据：{finding.clause}）" if finding.clause else ""
    where = f"【{finding.field}】" if finding.field else ""
    return f"{where}{finding.message}{why}。办法：{finding.remedy}。[{finding.code}]"
