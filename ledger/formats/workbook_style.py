"""What every workbook of ours looks like, and the one door to XlsxWriter.

The same content gives the same bytes: the moment of making is fixed.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.formats.wide_text import cells, plain

if TYPE_CHECKING:
    import io
    from collections.abc import Iterator

    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook

CREATED = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC).replace(tzinfo=None)
FONT = "宋体"
MONEY = "#,##0.00;[Red]-#,##0.00"
DAY = "yyyy-mm-dd"
#: Excel cuts a cell's text here.
TEXT_MAX = 32_000
WIDTH_MIN, WIDTH_MAX = 8, 60
#: Code points that XML has no place for.
UNWRITABLE = {0xFFFE: " ", 0xFFFF: " "}

Style = Mapping[str, object]
HEADING: Style = MappingProxyType(
    {
        "bold": True,
        "bg_color": "#DDEBF7",
        "border": 1,
        "align": "center",
        "valign": "vcenter",
        "text_wrap": True,
    }
)


@dataclass(slots=True, kw_only=True)
class WorkbookDrawn:
    """A workbook in the making, and its formats by what they look like."""

    workbook: Workbook
    made: dict[tuple[tuple[str, object], ...], Format]

    def look(self, *styles: Style, **more: object) -> Format:
        """Return the format of these looks; equal looks share one."""
        merged: dict[str, object] = {"font_name": FONT, "font_size": 11}
        for style in styles:
            merged.update(style)
        merged.update(more)
        key = tuple(sorted(merged.items()))
        if key not in self.made:
            self.made[key] = self.workbook.add_format(merged)
        return self.made[key]


@contextmanager
def new_book(out: io.BytesIO) -> Iterator[WorkbookDrawn]:
    """Begin a workbook; it is written to `out` at the end."""
    import xlsxwriter

    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
    }
    workbook = xlsxwriter.Workbook(out, options)
    workbook.set_properties({"created": CREATED, "author": "prepay"})
    yield WorkbookDrawn(workbook=workbook, made={})
    workbook.close()


def sheet_text(text: str) -> str:
    """Make text fit for a cell: no control characters, no broken code points, not too long."""
    clean = plain(text).translate(UNWRITABLE)
    return clean if len(clean) <= TEXT_MAX else clean[: TEXT_MAX - 1] + "…"


def fitting(width: int) -> float:
    """Return a column the width of so many cells of text, within reason."""
    return min(max(width + 2, WIDTH_MIN), WIDTH_MAX)


def lines_of(text: str, width: float) -> int:
    """Count the lines that text takes in a column."""
    return sum(max(1, -(-cells(line) // max(int(width) - 1, 1))) for line in text.split("\n"))
