"""A list's workbook to fill in: headings with drop-downs and checks, and the guide; no example."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from ledger.basis.errors import unclear
from ledger.formats.workbook_style import new_book
from ledger.intake.workbook_fill import write_guide, write_headings

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ledger.intake.workbook_fill import FillColumn


def write_new_workbook(path: Path, content: bytes) -> None:
    """Write a workbook to fill in where no file is yet.

    Raises Refused (FILE_KIND, FILE_EXISTS, FILE_UNWRITABLE): a file that is there may hold
    somebody's work.
    """
    if path.suffix.lower() != ".xlsx":
        raise unclear("FILE_KIND", f"模板是 .xlsx 文件，不是 {path.name}", "文件名以 .xlsx 结尾")
    if path.exists():
        raise unclear("FILE_EXISTS", f"文件 {path.name} 已经存在", "换一个文件名，以免盖掉填好的表")
    try:
        path.write_bytes(content)
    except OSError as error:
        raise unclear(
            "FILE_UNWRITABLE", f"写不了 {path}：{error.strerror}", "换一个文件夹"
        ) from None


def list_workbook(name: str, columns: Sequence[FillColumn], sentences: Sequence[str]) -> bytes:
    """Draw the workbook of a list."""
    out = io.BytesIO()
    with new_book(out) as made:
        sheet = made.workbook.add_worksheet(name)
        write_headings(made, sheet, columns)
        write_guide(made, columns, sentences, f"{name}：填写说明")
    return out.getvalue()
