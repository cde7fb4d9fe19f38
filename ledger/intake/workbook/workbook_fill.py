"""Sheets that people fill in: headings, drop-downs, cell checks, and the guide beside them."""

from __future__ import annotations

import datetime
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ledger.formats.wide_text import cells
from ledger.formats.workbook_style import DAY, HEADING, MONEY, WorkbookDrawn, fitting, sheet_text
from ledger.intake.workbook.workbook_read import GUIDE, Value
from ledger.intake.workbook.workbook_scan import column_letter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlsxwriter.worksheet import Worksheet

    from ledger.formats.workbook_style import Style

REQUIRED_MARK = "*"
#: Rows that carry drop-downs and checks; rows below are read just the same.
ROWS_CHECKED = 2000
WIDTHS = {"money": 18, "date": 13, "year": 11, "choice": 12}
FORMATS = {"money": MONEY, "date": DAY, "year": "0", "choice": "@", "text": "@", "": "General"}
TEXT_LENGTH = 500
A4 = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class FillColumn:
    """A column to fill in: English name, heading, what it holds (`sort`), and how to fill it.

    `sort` is text, money, date, year or choice; empty where nobody knows. `choices` are the
    words of its drop-down.
    """

    name: str
    heading: str
    sort: str
    required: bool = False
    choices: tuple[str, ...] = ()
    hint: str = ""

    def width(self) -> float:
        """Return the width that the column usually needs."""
        usual = WIDTHS.get(self.sort, 16)
        return fitting(max(usual, cells(self.heading) + 1) - 1)


def write_headings(
    book: WorkbookDrawn, sheet: Worksheet, columns: Sequence[FillColumn], *, at: int = 0
) -> None:
    """Write the row of headings, set the columns up under it, and freeze it."""
    for n, column in enumerate(columns):
        kind = book.look(num_format=FORMATS[column.sort])
        sheet.set_column(n, n, column.width(), kind)
        mark = REQUIRED_MARK if column.required else ""
        colour = "#1F4E79" if column.required else "#000000"
        look = book.look(HEADING, font_color=colour)
        sheet.write_string(at, n, sheet_text(column.heading) + mark, look)
        validate(sheet, at + 1, n, column)
    sheet.set_row(at, 32)
    sheet.freeze_panes(at + 1, 1)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(at)


def validate(sheet: Worksheet, first: int, n: int, column: FillColumn) -> None:
    """Let Excel itself refuse what we would refuse."""
    check = check_of(column, f"{column_letter(n + 1)}{first + 1}")
    if check:
        check |= {
            "ignore_blank": True,
            "error_title": column.heading[:32],
            "error_message": (column.hint or "请核对")[:255],
            "input_title": column.heading[:32],
            "input_message": column.hint[:255],
        }
        sheet.data_validation(first, n, first + ROWS_CHECKED - 1, n, check)


def check_of(column: FillColumn, cell: str) -> dict[str, object]:
    """Word the check of a column for Excel; `cell` is the first cell that it holds for."""
    if column.choices:
        return {"validate": "list", "source": list(column.choices)}
    if column.sort == "money":
        rule = f"=AND(ISNUMBER({cell}),{cell}>0,ABS({cell}-ROUND({cell},2))<0.000000001)"
        return {"validate": "custom", "value": rule}
    if column.sort == "date":
        return {
            "validate": "date",
            "criteria": "between",
            "minimum": datetime.date(2000, 1, 1),
            "maximum": datetime.date(2099, 12, 31),
        }
    if column.sort == "year":
        return {"validate": "integer", "criteria": "between", "minimum": 2000, "maximum": 2099}
    if column.sort == "text":
        return {"validate": "length", "criteria": "<=", "value": TEXT_LENGTH}
    return {}


def is_worded(value: Value) -> bool:
    """Return whether a value is written as words: a text, a time, a number without end."""
    endless = isinstance(value, float) and not math.isfinite(value)
    return endless or isinstance(value, str | datetime.time | datetime.timedelta)


def write_value(
    book: WorkbookDrawn,
    sheet: Worksheet,
    at: tuple[int, int],
    value: Value,
    sort: str,
    style: Style,
) -> None:
    """Write a value as what it is; text stays text, and so does a number that no sheet can hold."""
    if value == "":
        sheet.write_blank(*at, None, book.look(style, num_format=FORMATS[sort]))
    elif is_worded(value):
        sheet.write_string(*at, sheet_text(str(value)), book.look(style, num_format="@"))
    elif isinstance(value, bool):
        sheet.write_boolean(*at, value, book.look(style))
    elif isinstance(value, int | float):
        kind = FORMATS[sort] if sort in ("money", "year") else "General"
        sheet.write_number(*at, value, book.look(style, num_format=kind))
    else:
        long = isinstance(value, datetime.datetime)
        kind = f"{DAY} hh:mm:ss" if long else DAY
        sheet.write_datetime(*at, value, book.look(style, num_format=kind))


def write_guide(
    book: WorkbookDrawn, columns: Sequence[FillColumn], sentences: Sequence[str], title: str
) -> None:
    """Write the second sheet: how to fill in the first, column by column."""
    sheet = book.workbook.add_worksheet(GUIDE)
    sheet.hide_gridlines(2)
    sheet.write_string(0, 0, title, book.look(bold=True, font_size=16))
    at = 1
    for sentence in sentences:
        sheet.write_string(at, 0, sentence, book.look())
        at += 1
    at += 1
    wrapped = {"border": 1, "border_color": "#BFBFBF", "text_wrap": True, "valign": "vcenter"}
    for n, (heading, width) in enumerate((("栏目", 22), ("必填", 8), ("怎么填", 70))):
        sheet.set_column(n, n, width)
        sheet.write_string(at, n, heading, book.look(HEADING))
    for offset, column in enumerate(columns, 1):
        told = column.hint
        texts = (column.heading, "必填" if column.required else "", told)
        for n, text in enumerate(texts):
            sheet.write_string(at + offset, n, text, book.look(wrapped))
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
