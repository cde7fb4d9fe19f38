"""交换文件: a bare workbook of headings and cells of text, for another system to read."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from ledger.formats.wide_text import cells
from ledger.formats.workbook_style import HEADING, fitting, new_book, sheet_text

if TYPE_CHECKING:
    from collections.abc import Sequence


def exchange_bytes(name: str, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """Write a sheet: the headings in the first row, every cell as text, never as a formula."""
    out = io.BytesIO()
    with new_book(out) as made:
        sheet = made.workbook.add_worksheet(name)
        text = made.look(num_format="@")
        for n, heading in enumerate(headings):
            widest = max([cells(heading), *(cells(row[n]) for row in rows[:200])])
            sheet.set_column(n, n, fitting(widest), text)
            sheet.write_string(0, n, sheet_text(heading), made.look(HEADING))
        for at, row in enumerate(rows, 1):
            for n, word in enumerate(row):
                if word:
                    sheet.write_string(at, n, sheet_text(word), text)
        sheet.freeze_panes(1, 0)
    return out.getvalue()
