"""Plans how a report stands on A4: sheet, size of type, widths, folded lines. Pure.

Widths are thousandths of an em (一个字宽的千分之一), as the typeface measures them, so that a plan
holds at any size of type. Amounts, days and numbers stay whole; only words fold.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ledger.formats.table_layout import cell_text, is_ruled
from ledger.formats.table_widths import without_spares
from ledger.formats.wide_text import fold, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from ledger.formats.report import Column, Report, Row

    Size = Callable[[str], int]
    Tree = dict[str, object]

EM = 1_000
#: A4 in points, across; the binding side (装订边) keeps 25 mm free, the other side 15 mm.
ACROSS, ALONG = 595.27, 841.88
BINDING, EDGE = 70.87, 42.52
#: What stands free on either side of a cell's words, and what rounding may eat.
INSET, SLACK = 350, 60
INDENT = EM
#: Words are not folded narrower than this while a smaller type or the long side can help.
COMFORT = 11 * EM
#: A row of more lines than this is printed in pieces.
LINES_MOST = 12
#: What a signatory needs beside the name of the office.
SIGNING = 8 * EM


class PrintSheet(NamedTuple):
    """A way to print: across the long side (横向) or not, and the size of type in points."""

    landscape: bool
    size: float

    @property
    def room(self) -> float:
        """Return the width between the margins in points."""
        return (ALONG if self.landscape else ACROSS) - BINDING - EDGE

    @property
    def ems(self) -> int:
        """Return the width between the margins in thousandths of an em."""
        return int(self.room / self.size * EM)


#: Tried in order: upright while the type stays easy to read, then across, then smaller.
SHEETS = (
    *(PrintSheet(landscape=False, size=size) for size in (10, 9.5, 9)),
    *(PrintSheet(landscape=True, size=size) for size in (10, 9.5, 9, 8.5, 8, 7.5, 7)),
)
LETTER = PrintSheet(landscape=False, size=10.5)


class Wish(NamedTuple):
    """What a column asks for: its place in the report, its whole width, and its least."""

    at: int
    column: Column
    whole: int
    least: int

    @property
    def comfort(self) -> int:
        """Return the width below which words fold too often to be read easily."""
        return max(self.least, min(self.whole, COMFORT))


class Placed(NamedTuple):
    """A plan: the sheet, the columns with their widths, and the columns left out."""

    sheet: PrintSheet
    wishes: tuple[Wish, ...]
    widths: tuple[int, ...]
    dropped: tuple[Column, ...]


def page_tree(report: Report, size: Size) -> tuple[Tree, list[Tree]]:
    """Return what the pages of a report need, as words and points, and apart from it its rows."""
    drawn = drawn_cells(report)
    plan = planned(wished(report, drawn, size)) if report.columns else Placed(LETTER, (), (), ())
    notes = [*report.notes]
    if plan.dropped:
        names = "、".join(column.heading for column in plan.dropped)
        notes.append(f"纸面较窄，未打印：{names}。写到 .xlsx 可见。")
    sheet = plan.sheet
    headings = [
        folded(wish.column.heading, width, size)
        for wish, width in zip(plan.wishes, plan.widths, strict=True)
    ]
    page: Tree = {
        "landscape": sheet.landscape,
        "size": sheet.size,
        "title": plain(report.title),
        "subtitle": words(report.subtitle),
        "running": running(report, size, sheet.ems),
        "alerts": words(report.alerts),
        "paragraphs": words(report.paragraphs),
        "widths": [points(width, sheet) for width in plan.widths],
        "aligns": [wish.column.align for wish in plan.wishes],
        "headings": ["\n".join(heading) for heading in headings],
        "heading_lines": max(map(len, headings), default=0),
        "notes": words(notes),
        "signatures": words(report.signatures),
        "abreast": abreast(report, size, sheet.ems),
    }
    return page, list(row_trees(report.rows, drawn, plan, size))


def words(texts: Iterable[str]) -> list[str]:
    """Make sentences harmless."""
    return [plain(text) for text in texts]


def points(width: int, sheet: PrintSheet) -> float:
    """Return a width in points."""
    return round(width * sheet.size / EM, 3)


def drawn_cells(report: Report) -> list[list[str]]:
    """Write every cell for the eye."""
    return [
        [cell_text(cell, column) for cell, column in zip(row.cells, report.columns, strict=True)]
        for row in report.rows
    ]


def wished(report: Report, drawn: Sequence[Sequence[str]], size: Size) -> tuple[Wish, ...]:
    """Ask every column that is for the eye how much room it needs."""
    frame = 2 * INSET + SLACK
    wishes = []
    for at, column in enumerate(report.columns):
        if column.shown == "file":
            continue
        indents = [INDENT * row.depth if column.indented else 0 for row in report.rows]
        widest = max(
            (size(texts[at]) + indent for texts, indent in zip(drawn, indents, strict=True)),
            default=0,
        )
        heading = size(column.heading)
        # A heading may stand in two lines.
        least = max(min(widest, half(column.wraps)) if column.wraps else widest, heading // 2 + EM)
        whole = max(widest, heading)
        wishes.append(Wish(at, column, whole + frame, min(least, whole) + frame))
    return tuple(wishes)


def half(cells: int) -> int:
    """Turn a terminal's cells into thousandths of an em: two cells for a Chinese character."""
    return cells * EM // 2


def planned(wishes: tuple[Wish, ...]) -> Placed:
    """Choose the sheet and share its width out.

    What gives way, in order: long words fold, the sheet turns, the type shrinks to 7 points,
    words fold as narrow as they may, spare columns go and are named. Where amounts alone are
    wider still, the type shrinks further: nothing is ever cut.
    """
    for asked in (sum(wish.comfort for wish in wishes), needed(wishes)):
        for sheet in SHEETS:
            if asked <= sheet.ems:
                return Placed(sheet, wishes, shared_out(wishes, sheet.ems), ())
    sheet = SHEETS[-1]
    kept, dropped = without_spares(wishes, lambda left: needed(left) <= sheet.ems)
    if needed(kept) > sheet.ems:
        sheet = PrintSheet(landscape=True, size=sheet.room * EM / (needed(kept) + 1))
    return Placed(sheet, tuple(kept), shared_out(kept, sheet.ems), dropped)


def needed(wishes: Sequence[Wish]) -> int:
    """Return the least width that columns can do with."""
    return sum(wish.least for wish in wishes)


def shared_out(wishes: Sequence[Wish], ems: int) -> tuple[int, ...]:
    """Share a width out: the least, then small wishes first, then to each by its size.

    The table fills the page from margin to margin, as a bound book's does.
    """
    widths = {wish.at: wish.least for wish in wishes}
    room = max(ems - needed(wishes), 0)
    order = sorted(wishes, key=lambda wish: (wish.whole - wish.least, wish.at))
    for waiting, wish in zip(range(len(order), 0, -1), order, strict=True):
        share = min(wish.whole - wish.least, room // waiting)
        widths[wish.at] += share
        room -= share
    total = sum(widths.values())
    return tuple(widths[wish.at] + room * widths[wish.at] // max(total, 1) for wish in wishes)


def folded(text: str, width: int, size: Size) -> list[str]:
    """Break words into the lines that a column's width asks for."""
    room = max(width - 2 * INSET - SLACK // 2, EM)
    return fold(plain(text), room, size)


def row_trees(
    rows: Sequence[Row], drawn: Sequence[Sequence[str]], plan: Placed, size: Size
) -> Iterator[Tree]:
    """Return each row: how it is marked and ruled, and its cells as folded lines.

    A row of very many lines is given in several pieces, so that each fits on a page.
    """
    before = "total"
    for row, texts in zip(rows, drawn, strict=True):
        yield from row_pieces(row, texts, plan, size, ruled=is_ruled(before, row.mark))
        before = row.mark


def row_pieces(
    row: Row, texts: Sequence[str], plan: Placed, size: Size, *, ruled: bool
) -> Iterator[Tree]:
    """Return the pieces of a row, each of as many lines as fit on a page; one for most rows."""
    indents = [indent_of(row, wish) for wish in plan.wishes]
    cells = [
        cell_lines(texts[wish.at], wish, width - indent, size)
        for wish, width, indent in zip(plan.wishes, plan.widths, indents, strict=True)
    ]
    lines = max(map(len, cells))
    for start in range(0, lines, LINES_MOST):
        yield {
            "mark": row.mark,
            "ruled": ruled and start == 0,
            "cells": ["\n".join(cell[start : start + LINES_MOST]) for cell in cells],
            "indents": in_ems(indents),
            "red": [is_below_zero(texts[wish.at], wish.column) for wish in plan.wishes],
            "lines": min(lines - start, LINES_MOST),
        }


def indent_of(row: Row, wish: Wish) -> int:
    """Return how far a row's words stand in from the edge of a column."""
    return INDENT * row.depth if wish.column.indented else 0


def cell_lines(text: str, wish: Wish, width: int, size: Size) -> list[str]:
    """Return the lines of a cell; what may not fold is one."""
    return folded(text, width, size) if wish.column.wraps else [text]


def in_ems(indents: Sequence[int]) -> list[float]:
    """Return indents in ems; none where no column has any."""
    return [indent / EM for indent in indents] if any(indents) else []


def is_below_zero(text: str, column: Column) -> bool:
    """Return whether a cell is printed red: an amount below zero."""
    return column.money and text.startswith("-")


def running(report: Report, size: Size, ems: int) -> str:
    """Name a report at the head of its later pages: its title and what it is about, in a line."""
    line = plain(report.title)
    for part in words(report.subtitle):
        longer = f"{line}　　{part}"
        if size(longer) > ems:
            break
        line = longer
    return line


def abreast(report: Report, size: Size, ems: int) -> int:
    """Return how many signatories stand side by side."""
    widest = max((size(name) for name in report.signatures), default=0)
    fit = max(ems // (widest + SIGNING), 1)
    rows = -(-len(report.signatures) // fit)
    return -(-len(report.signatures) // rows) if rows else 1
