"""The list of 账表 as the help of `prepay report` prints it, two in a line where they fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.formats.wide_text import cells
from ledger.reports.registry import report_kinds

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ledger.reports.kind import ReportKind

#: The widths of a line's columns: name, title, name; the last is as wide as it likes.
WIDTHS = (15, 16, 12)


def list_lines() -> list[str]:
    """Return the lines of the list; a report in the first column begins a line."""
    lines: list[list[str]] = []
    for kind in in_order(report_kinds().values()):
        _, column = kind.help_at
        if column == 1 or not lines:
            lines.append([])
        lines[-1] += [kind.name, kind.help or kind.title]
    return [line_text(words) for words in lines]


def in_order(kinds: Iterable[ReportKind]) -> list[ReportKind]:
    """Return reports by their places in the help."""
    return sorted(kinds, key=lambda kind: (kind.help_at, kind.name))


def line_text(words: list[str]) -> str:
    """Put the words of a line under those of the others."""
    padded = [
        word + " " * max(width - cells(word), 1) for word, width in zip(words, WIDTHS, strict=False)
    ]
    return "".join((*padded, *words[len(WIDTHS) :])).rstrip()
