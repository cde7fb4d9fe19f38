"""A file that is written where none is yet: one that is there may hold somebody's work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.errors import unclear

if TYPE_CHECKING:
    from pathlib import Path


def write_new_workbook(path: Path, content: bytes) -> None:
    """Write a workbook to fill in where no file is yet.

    Raises Refused (FILE_KIND, FILE_EXISTS, FILE_UNWRITABLE).
    """
    check_new_workbook(path)
    write_new_file(path, content)


def check_new_workbook(path: Path) -> None:
    """Refuse another ending than .xlsx, and a file that is there (FILE_KIND, FILE_EXISTS)."""
    if path.suffix.lower() != ".xlsx":
        raise unclear("FILE_KIND", f"模板是 .xlsx 文件，不是 {path.name}", "文件名以 .xlsx 结尾")
    check_new_file(path)


def check_new_file(path: Path) -> None:
    """Refuse a file that is there (FILE_EXISTS)."""
    if path.exists():
        raise unclear("FILE_EXISTS", f"文件 {path.name} 已经存在", "换一个文件名，以免盖掉填好的表")


def write_new_file(path: Path, content: bytes) -> None:
    """Write a file that has been checked to be new; raises Refused (FILE_UNWRITABLE)."""
    try:
        path.write_bytes(content)
    except OSError as error:
        raise unclear(
            "FILE_UNWRITABLE", f"写不了 {path}：{error.strerror}", "换一个文件夹"
        ) from None
