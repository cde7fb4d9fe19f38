"""Lays a report out as lines of text: widths, folding, rules. Pure; knows no terminal.

Amounts, dates and numbers always stay whole; only words fold. Where a terminal is too narrow
even so, spare columns go, and the last line says which.
"""

from __future__ import annotations

from datetime import date
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from ledger.basis.money import grouped
from ledger.formats.table_widths import INDENT, Place, Plan, planned
from ledger.formats.wide_text import cells, fold, pad, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ledger.formats.report import Cell, Column, Report, Row

HEAD_MIN = 80
BOLD, RED, BOLD_RED, DIM = "bold", "red", "bold red", "dim"
MARK_STYLES = {"": "", "heading": BOLD, "subtotal": BOLD, "total": BOLD, "alert": RED}


class StyledText(NamedTuple):
    """A stretch of text in one style."""

    text: str
    style: str


TextLine = tuple[StyledText, ...]


def lay_out(report: Report, width: int | None, rule: str) -> Iterator[TextLine]:
    """Return the lines of a report, for a terminal's width or (None) as wide as it likes."""
    drawn = [
        [cell_text(cell, column) for cell, column in zip(row.cells, report.columns, strict=True)]
        for row in report.rows
    ]
    plan = planned(report, drawn, width)
    total = plan.total
    ruler = (StyledText(rule * total, DIM),)
    yield from head_lines(report, total, width)
    if report.columns:
        yield from table_lines(report, drawn, plan, ruler)
    yield from foot_lines(report, plan, width)


def table_lines(
    report: Report, drawn: Sequence[Sequence[str]], plan: Plan, ruler: TextLine
) -> Iterator[TextLine]:
    """Return the headings and the rows, ruled off."""
    yield ruler
    yield styled(
        plan.gap.join(pad(p.column.heading, p.width, p.column.align) for p in plan.places), BOLD
    )
    before = "total"
    for row, texts in zip(report.rows, drawn, strict=True):
        if is_ruled(before, row.mark):
            yield ruler
        yield from row_lines(row, texts, plan)
        before = row.mark
    yield ruler


def foot_lines(report: Report, plan: Plan, width: int | None) -> Iterator[TextLine]:
    """Return what stands below the table: notes, who signs, and which columns were left out."""
    for note in report.notes:
        yield from folded(note, width, "")
    if report.signatures:
        yield from folded("　　".join(f"{name}：" for name in report.signatures), width, "")
    if plan.dropped:
        left_out = "、".join(column.heading for column in plan.dropped)
        yield from folded(
            f"窗口较窄，未显示：{left_out}。加宽窗口或用 --format csv 可见。", width, DIM
        )


def is_ruled(before: str, mark: str) -> bool:
    """Return whether a rule parts two rows: above a total, and below the totals together."""
    sums = ("total", "subtotal")
    return mark == "total" or (before in sums and mark not in sums)


def cell_text(cell: Cell, column: Column) -> str:
    """Write a cell for the eye."""
    if cell is None:
        return ""
    if isinstance(cell, int):
        return grouped(cell) if column.money else str(cell)
    return cell.isoformat() if isinstance(cell, date) else plain(cell)


def styled(text: str, style: str) -> TextLine:
    """Make a line of one style, without blanks at its end."""
    return (StyledText(text.rstrip(" "), style),)


def folded(text: str, width: int | None, style: str) -> Iterator[TextLine]:
    """Return a sentence as one line, or as many as a width asks for."""
    text = plain(text)
    for line in [text] if width is None else fold(text, width):
        yield styled(line, style)


def head_lines(report: Report, total: int, width: int | None) -> Iterator[TextLine]:
    """Return the title over the middle of the table, what it is about, and the alerts in red."""
    yield styled(" " * max((total - cells(report.title)) // 2, 0) + report.title, BOLD)
    room = max(total, HEAD_MIN) if width is None else width
    for line in subtitle_lines(report.subtitle, room):
        yield styled(line, "")
    for alert in report.alerts:
        yield from folded(alert, width, BOLD_RED)
    for paragraph in report.paragraphs:
        yield from folded(f"　　{paragraph}", width, "")


def subtitle_lines(parts: Iterable[str], room: int) -> Iterator[str]:
    """Return what a report is about: as many parts on a line as there is room for."""
    line = ""
    for part in map(plain, parts):
        longer = f"{line}　　{part}" if line else part
        if line and cells(longer) > room:
            yield line
            longer = part
        line = longer
    yield line


def row_lines(row: Row, texts: Sequence[str], plan: Plan) -> Iterator[TextLine]:
    """Return a row: as many lines as its longest words fold into."""
    style = MARK_STYLES[row.mark]
    columns = [parts_in(place, row, texts[place.at]) for place in plan.places]
    for parts in zip_longest(*columns, fillvalue=""):
        pairs = zip(plan.places, parts, strict=True)
        yield gapped([styled_part(place, part, style) for place, part in pairs], plan.gap)


def parts_in(place: Place, row: Row, text: str) -> list[str]:
    """Return the lines of a cell: folded where its column is of words."""
    if not place.column.wraps:
        return [text]
    indent = INDENT * row.depth if place.column.indented else ""
    room = max(place.width - len(indent), 2)
    return [indent + part for part in fold(text, room)]


def styled_part(place: Place, part: str, style: str) -> StyledText:
    """Return a line of a cell as wide as its column; an amount below zero is red."""
    red = place.column.money and part.startswith("-")
    padded = pad(part, place.width, place.column.align)
    return StyledText(padded, f"{style} red".strip() if red else style)


def gapped(spans: Sequence[StyledText], gap: str) -> TextLine:
    """Put the gaps between columns, and take the blanks off the end of the line."""
    kept = list(spans)
    while len(kept) > 1 and not kept[-1].text.strip(" "):
        kept.pop()
    last = kept[-1]._replace(text=kept[-1].text.rstrip(" "))
    return (*(span._replace(text=span.text + gap) for span in kept[:-1]), last)
