"""Rows of words as a workbook that people look over and `record` reads."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from ledger.formats.workbook_style import new_book
from ledger.intake.workbook.workbook_fill import write_headings, write_value

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ledger.intake.workbook.workbook_fill import FillColumn


def rows_bytes(
    name: str, columns: Sequence[FillColumn], rows: Sequence[Mapping[str, str]]
) -> bytes:
    """Write rows under their headings, every word as text: nothing of it turns into a date."""
    out = io.BytesIO()
    with new_book(out) as made:
        sheet = made.workbook.add_worksheet(name)
        write_headings(made, sheet, columns)
        for at, row in enumerate(rows, 1):
            for n, column in enumerate(columns):
                write_value(made, sheet, (at, n), row.get(column.name, ""), column.sort, {})
    return out.getvalue()
