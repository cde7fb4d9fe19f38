"""Reports as a workbook: a sheet each, ready to read, to sum and to print on A4."""

from __future__ import annotations

import datetime
import io
from typing import TYPE_CHECKING

from ledger.basis.money import grouped
from ledger.formats.wide_text import cells
from ledger.formats.workbook_style import (
    DAY,
    HEADING,
    MONEY,
    WorkbookDrawn,
    fitting,
    new_book,
    sheet_text,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from xlsxwriter.worksheet import Worksheet

    from ledger.formats.report import Cell, Column, Report, Row
    from ledger.formats.workbook_style import Style

FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", "-"))
NAME_MAX = 31
A4 = 9
#: A table wider than this many cells is printed across the long side.
PORTRAIT_WIDTH = 92
LINE_HEIGHT = 16
MARKS: dict[str, Style] = {
    "": {},
    "heading": {"bold": True},
    "subtotal": {"bold": True},
    "total": {"bold": True, "top": 1, "bg_color": "#F2F2F2"},
    "alert": {"font_color": "#C00000"},
}


def workbook_bytes(reports: Sequence[Report]) -> bytes:
    """Write reports as one workbook."""
    out = io.BytesIO()
    with new_book(out) as book:
        for name, report in zip(sheet_names(reports), reports, strict=True):
            write_report(book, book.workbook.add_worksheet(name), report)
    return out.getvalue()


def sheet_names(reports: Sequence[Report]) -> list[str]:
    """Name the sheets by their titles; where several share one, by book too, then by number."""
    titles = [report.title for report in reports]
    names: list[str] = []
    for report in reports:
        book = report.tree.get("book")
        several = titles.count(report.title) > 1 and isinstance(book, str)
        names.append(free_name(f"{report.title} {book}" if several else report.title, names))
    return names


def free_name(title: str, names: Iterable[str]) -> str:
    """Return a sheet's name that is not taken: the title as Excel bears it, else numbered."""
    whole = sheet_text(title).translate(FORBIDDEN).strip().strip("'") or "账表"
    taken = {name.lower() for name in names}
    name, number = whole[:NAME_MAX], 1
    while name.lower() in taken:
        number += 1
        name = f"{whole[: NAME_MAX - 6]} ({number})"
    return name


def write_report(book: WorkbookDrawn, sheet: Worksheet, report: Report) -> None:
    """Write a report: title, what it is about, headings, rows, notes, who signs."""
    kept = [n for n, column in enumerate(report.columns) if column.shown != "table"]
    last = len(kept) - 1
    at = write_head(book, sheet, report, last)
    write_table(book, sheet, at, report, kept)
    end = at + len(report.rows)
    write_foot(book, sheet, end, report)
    widths = [fitting(widest(report, n)) for n in kept]
    for place, width in enumerate(widths):
        sheet.set_column(place, place, width)
    sheet.freeze_panes(at + 1, 0)
    sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{end + 1}"})
    set_up_print(sheet, report, sum(widths), at)


def write_head(book: WorkbookDrawn, sheet: Worksheet, report: Report, last: int) -> int:
    """Write what stands above the table; give the row of the headings."""
    title = book.look(bold=True, font_size=16, align="center_across", valign="vcenter")
    sheet.set_row(0, 28)
    sheet.write_string(0, 0, sheet_text(report.title), title)
    for place in range(1, last + 1):
        sheet.write_blank(0, place, None, title)
    at = 1
    for line in report.subtitle:
        sheet.write_string(at, 0, sheet_text(line), book.look())
        at += 1
    for alert in report.alerts:
        sheet.write_string(at, 0, sheet_text(alert), book.look(bold=True, font_color="#C00000"))
        at += 1
    for paragraph in report.paragraphs:
        text, look = sheet_text(f"　　{paragraph}"), book.look(text_wrap=True, valign="top")
        sheet.set_row(at, LINE_HEIGHT * -(-cells(text) // PORTRAIT_WIDTH))
        if last > 0:
            sheet.merge_range(at, 0, at, last, "", look)
        sheet.write_string(at, 0, text, look)
        at += 1
    return at


def write_table(
    book: WorkbookDrawn, sheet: Worksheet, at: int, report: Report, kept: Sequence[int]
) -> None:
    """Write the headings of the columns kept, and the rows below them."""
    for place, n in enumerate(kept):
        heading = sheet_text(report.columns[n].heading)
        sheet.write_string(at, place, heading, book.look(HEADING))
    for offset, row in enumerate(report.rows, 1):
        for place, n in enumerate(kept):
            write_cell(book, sheet, (at + offset, place), row, n, report.columns[n])


def write_foot(book: WorkbookDrawn, sheet: Worksheet, end: int, report: Report) -> None:
    """Write the notes below a table, and who signs."""
    for offset, note in enumerate(report.notes, 2):
        sheet.write_string(end + offset, 0, sheet_text(note), book.look(font_color="#595959"))
    for offset, name in enumerate(report.signatures, len(report.notes) + 3):
        sheet.write_string(end + offset, 0, sheet_text(f"{name}："), book.look())


def cell_look(row: Row, column: Column) -> dict[str, object]:
    """Return how a cell looks, whatever stands in it."""
    look: dict[str, object] = {"border": 1, "border_color": "#BFBFBF", "valign": "vcenter"}
    look["align"] = column.align
    look.update(MARKS[row.mark])
    if column.indented and row.depth:
        look["indent"] = min(row.depth, 15)
    return look


def write_cell(
    book: WorkbookDrawn, sheet: Worksheet, at: tuple[int, int], row: Row, n: int, column: Column
) -> None:
    """Write one cell: amounts and days as Excel's own, words as words whatever they begin with."""
    cell, look = row.cells[n], cell_look(row, column)
    if cell is None:
        sheet.write_blank(*at, None, book.look(look))
    elif isinstance(cell, int):
        number = cell / 100 if column.money else cell
        sheet.write_number(*at, number, book.look(look, num_format=MONEY if column.money else "0"))
    elif isinstance(cell, datetime.date):
        sheet.write_datetime(*at, cell, book.look(look, num_format=DAY))
    else:
        look["text_wrap"] = bool(column.wraps)
        sheet.write_string(*at, sheet_text(cell), book.look(look, num_format="@"))


def widest(report: Report, n: int) -> int:
    """Return the width of a column's longest cell, its heading among them."""
    column = report.columns[n]
    texts = (shown(row.cells[n], column) for row in report.rows)
    widths = (cells(text) for text in texts)
    return max(max(widths, default=0), cells(column.heading))


def shown(cell: Cell, column: Column) -> str:
    """Write a cell as Excel will show it."""
    if cell is None:
        return ""
    if isinstance(cell, int):
        return grouped(cell) if column.money else str(cell)
    return "2026-01-01" if isinstance(cell, datetime.date) else cell


def set_up_print(sheet: Worksheet, report: Report, width: float, at: int) -> None:
    """Print on A4, one page wide, headings on every page, pages numbered."""
    sheet.set_paper(A4)
    if width > PORTRAIT_WIDTH:
        sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0, at)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    sheet.center_horizontally()
    name = sheet_text(report.title).replace("&", "&&")[:100]
    sheet.set_footer(f"&L{name}&R第 &P 页，共 &N 页")
