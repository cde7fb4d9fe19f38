"""Chinese text on a terminal: how many cells it takes, and where a line may turn."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

#: A line may turn after these, unless a digit follows (`-0007`, `.00` stay whole).
TURNS = "-./"
#: These never begin a line, those never end one.
CLOSERS = "，。；：、！？）】》”’,.;:)]%-/"
OPENERS = "（【《“‘(["
#: What counts stays with its number: 2026年, 3张.
UNITS = "年月日元分张号行处"


def plain(text: str) -> str:
    """Make text harmless on a screen: control and direction marks become blanks.

    A 摘要 comes from a file; an escape sequence in it must not drive the terminal.
    """
    if text.isprintable():
        return text
    return "".join(
        " " if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") else char
        for char in text
    )


def is_wide(char: str) -> bool:
    """Return whether a character takes two cells."""
    return unicodedata.east_asian_width(char) in ("W", "F")


def cells(text: str) -> int:
    """Count the cells that text takes: two for a Chinese character, none for a combining mark."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(char) else 2 if is_wide(char) else 1 for char in text)


def pad(text: str, width: int, align: str) -> str:
    """Fill text up to a width on the side that its alignment leaves free."""
    room = max(width - cells(text), 0)
    left = {"left": 0, "center": room // 2, "right": room}[align]
    return " " * left + text + " " * (room - left)


def fold(text: str, width: int, size: Callable[[str], int] = cells) -> list[str]:
    """Break text into lines of at most a width, at a mark or between Chinese characters.

    `size` measures a text in the unit of the width; a terminal's cells where nothing is said.
    """
    lines = []
    while size(text) > width:
        cut = cut_point(text, width, size)
        lines.append(text[:cut].rstrip())
        text = text[cut:].lstrip()
    return [*lines, text]


def cut_point(text: str, width: int, size: Callable[[str], int] = cells) -> int:
    """Find how many characters go on a line: up to the last good turn, else as many as fit."""
    used, turn = 0, 0
    for at, char in enumerate(text):
        used += size(char)
        if used > width:
            return turn or max(at, 1)
        if may_turn(char, text[at + 1 : at + 5]):
            turn = at + 1
    return len(text)


def may_turn(before: str, ahead: str) -> bool:
    """Return whether a line may turn after a character; `ahead` is the little that follows it."""
    after = ahead[:1]
    if not after or holds_on(before, after):
        return False
    if before in TURNS:
        # Four digits after a point are a year in an account's code; two are 分.
        return not after.isdigit() or (before == "." and len(ahead) == 4 and ahead.isdigit())
    return before == " " or is_wide(before) or is_wide(after)


def holds_on(before: str, after: str) -> bool:
    """Return whether two characters stay together: a mark with its words, a unit with its count."""
    if after in CLOSERS or before in OPENERS:
        return True
    return before.isdigit() and after in UNITS
