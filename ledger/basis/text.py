"""Text from outside: widths narrowed where a code is meant, invisible characters kept out."""

from __future__ import annotations

import re

FULL_WIDTH = {0xFF01 + offset: 0x21 + offset for offset in range(94)} | {0x3000: 0x20}
#: Line breaks of a cell become one blank; every other control character has no place in a book.
BREAKS = re.compile(r"[\r\n\t\u2028\u2029]+")
INVISIBLE = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]"
)


def narrow(text: str) -> str:
    """Turn full-width letters, digits and marks into their ASCII twins; leave all else alone."""
    return text if text.isascii() else text.translate(FULL_WIDTH)


def tidy(text: str) -> str:
    """Put text on one line, without blanks at its ends."""
    return BREAKS.sub(" ", text).strip()


def has_invisible(text: str) -> bool:
    """Tell text that holds control characters, direction marks or broken code points."""
    return INVISIBLE.search(text) is not None
