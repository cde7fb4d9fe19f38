"""A list's workbook to fill in: headings with drop-downs and checks, and the guide; no example."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from ledger.formats.workbook_style import new_book
from ledger.intake.workbook.workbook_fill import write_guide, write_headings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ledger.intake.workbook.workbook_fill import FillColumn


def list_workbook(name: str, columns: Sequence[FillColumn], sentences: Sequence[str]) -> bytes:
    """Draw the workbook of a list."""
    out = io.BytesIO()
    with new_book(out) as made:
        sheet = made.workbook.add_worksheet(name)
        write_headings(made, sheet, columns)
        write_guide(made, columns, sentences, f"{name}：填写说明")
    return out.getvalue()
