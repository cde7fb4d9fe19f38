"""对账函成文件: one workbook with a sheet for each hospital, or a folder with a file for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.errors import unclear
from ledger.formats.journals.beancount_names import words_of_name
from ledger.formats.terminal import save_all
from ledger.reports.letters.letters import letter

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ledger.projections.letter_shown import LetterShown


def put_letters(letters: Sequence[LetterShown], path: Path, form: str) -> str:
    """Write letters where a path says: with an ending it is one file, without one a folder."""
    if path.suffix and not path.is_dir():
        return str(save_all([letter(shown) for shown in letters], form, path))
    ending = "xlsx" if form == "table" else form
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unclear(
            "FILE_UNWRITABLE", f"写不了 {path}：{error.strerror}", "换一个文件夹"
        ) from None
    for shown in letters:
        save_all([letter(shown)], form, path / f"{file_stem(shown)}.{ending}")
    return f"{path}（{len(letters)} 个文件）"


def file_stem(shown: LetterShown) -> str:
    """Name a letter's file: book, cut-off, hospital."""
    book = shown.book.code.replace("/", "-")
    return f"对账函-{book}-{shown.date:%Y%m%d}-{shown.hospital}-{words_of_name(shown.name)}"
