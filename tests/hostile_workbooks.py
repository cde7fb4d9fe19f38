"""Workbooks made by hand, byte by byte, that no spreadsheet program would save."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from tests.workbooks import PACKAGE, RELATIONS, packed, parts, text_row

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HEAD = text_row(1, "业务编号", "业务类型", "摘要")
ROW = text_row(2, "A-1", "拨付", "说明")
GOOD = HEAD + ROW


def zipped(contents: dict[str, bytes]) -> bytes:
    """Pack parts into bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return out.getvalue()


def with_part(name: str, content: bytes, body: str = GOOD) -> Callable[[Path], Path]:
    """Make a workbook with a part added or exchanged."""
    return lambda path: packed(parts(body) | {name: content}, path)


LINKED = (
    f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r" Type="{RELATIONS}/externalLinkPath" '
    'Target="file:///别处.xlsx" TargetMode="External"/></Relationships>'
).encode()
