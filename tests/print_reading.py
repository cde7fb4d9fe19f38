"""Reads what a PDF shows: every character with its place, size and colour, page by page."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import manimgx_fonts_cjk
from pdfminer.high_level import extract_pages
from pdfminer.layout import LTChar, LTPage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: The folder of a Chinese font that the test extra brings, so that no test waits for the system's.
FONTS = Path(manimgx_fonts_cjk.__file__).parent
#: Marks whose right half is blank; at the end of a line it may hang over the edge.
HANGING = "，。、；：）〕》”"
#: Millimetres that stay free at the sides of A4, in points.
LEFT, RIGHT = 25 / 25.4 * 72, 15 / 25.4 * 72


class Glyph(NamedTuple):
    """A printed character: its left and right edge, its base line, and its colour."""

    text: str
    left: float
    right: float
    base: float
    size: float
    colour: tuple[float, ...]


class Sheet(NamedTuple):
    """A printed page."""

    width: float
    height: float
    glyphs: tuple[Glyph, ...]

    @property
    def text(self) -> str:
        """Give the page's words, line by line, without blanks."""
        return "".join(glyph.text for glyph in self.glyphs).replace(" ", "").replace("　", "")

    def find(self, words: str) -> list[Glyph]:
        """Give the characters of the first place where words stand."""
        at = "".join(glyph.text for glyph in self.glyphs).index(words)
        return list(self.glyphs[at : at + len(words)])


def sheets(content: bytes) -> list[Sheet]:
    """Read the pages of a PDF."""
    return [
        Sheet(page.width, page.height, tuple(sorted(glyphs(page), key=place)))
        for page in extract_pages(io.BytesIO(content), laparams=None)
    ]


def place(glyph: Glyph) -> tuple[int, float]:
    """Tell where a character comes in reading: its line, then its place in it."""
    return -round(glyph.base), glyph.left


def glyphs(items: Iterable[object]) -> Iterator[Glyph]:
    """Give the characters of a page."""
    for item in items:
        if isinstance(item, LTChar):
            colour: Any = item.graphicstate.ncolor
            parts = tuple(colour) if isinstance(colour, list | tuple) else (colour,)
            yield Glyph(item.get_text(), item.x0, item.x1, item.y0, item.size, parts)
        elif isinstance(item, LTPage) or hasattr(item, "__iter__"):
            yield from glyphs(item)


def outside(sheet: Sheet) -> str:
    """Give the characters that reach into the margins, so that a printer or the binding cuts them."""
    return "".join(
        glyph.text
        for glyph in sheet.glyphs
        if glyph.left < LEFT - 1
        or glyph.right - (glyph.size / 2 if glyph.text in HANGING else 0) > sheet.width - RIGHT + 1
        or glyph.base < 20
    )
