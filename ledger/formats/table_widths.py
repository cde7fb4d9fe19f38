"""Decides how wide each column of a table is drawn, and which ones a narrow terminal leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

from ledger.formats.wide_text import cells

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ledger.formats.report import Column, Report

INDENT = "  "
WIDE_GAP, TIGHT_GAP = "  ", " "


class OfColumn(Protocol):
    """What stands for a column while a table is laid out."""

    @property
    def column(self) -> Column:
        """Return the column."""


Drawn = TypeVar("Drawn", bound=OfColumn)


class Place(NamedTuple):
    """A column that is drawn: where it stands in the report, and how wide."""

    at: int
    column: Column
    width: int


class Plan(NamedTuple):
    """How a table is drawn: its columns, the gap between them, and the columns left out."""

    places: tuple[Place, ...]
    gap: str
    dropped: tuple[Column, ...]

    @property
    def total(self) -> int:
        """Return the width of the whole table."""
        return sum(place.width for place in self.places) + len(self.gap) * (len(self.places) - 1)


def planned(report: Report, drawn: Sequence[Sequence[str]], width: int | None) -> Plan:
    """Plan a table for a terminal's width, or (None) as wide as it likes.

    What gives way, in order: the gaps, the columns of words, the spare columns. Money never
    does: a table that is still too wide stays so.
    """
    plan = Plan(natural_places(report, drawn), WIDE_GAP, ())
    if width is None or plan.total <= width:
        return plan
    places, dropped = without_spares(plan.places, lambda left: narrowest(left) <= width)
    return Plan(shared_out(places, width), TIGHT_GAP, dropped)


def without_spares(
    placed: Sequence[Drawn], fit: Callable[[Sequence[Drawn]], bool]
) -> tuple[list[Drawn], tuple[Column, ...]]:
    """Leave out spare columns, the last first, until the others fit or none is spare.

    Returns what is kept, and the columns left out in their order.
    """
    kept = list(placed)
    dropped: list[Column] = []
    spare = [each for each in placed if each.column.spare]
    while spare and not fit(kept):
        last = spare.pop()
        kept.remove(last)
        dropped.insert(0, last.column)
    return kept, tuple(dropped)


def natural_places(report: Report, drawn: Sequence[Sequence[str]]) -> tuple[Place, ...]:
    """Give every column the width of its longest cell."""
    places = []
    for at, column in enumerate(report.columns):
        widest = max(
            (
                cells(texts[at]) + (len(INDENT) * row.depth if column.indented else 0)
                for row, texts in zip(report.rows, drawn, strict=True)
            ),
            default=0,
        )
        if column.shown != "file":
            places.append(Place(at, column, max(widest, cells(column.heading))))
    return tuple(places)


def least(place: Place) -> int:
    """Return the least width a column can do with."""
    return min(place.width, place.column.wraps) if place.column.wraps else place.width


def narrowest(places: Sequence[Place]) -> int:
    """Return the least width a table can do with."""
    return sum(least(place) for place in places) + len(TIGHT_GAP) * (len(places) - 1)


def shared_out(places: Sequence[Place], width: int) -> tuple[Place, ...]:
    """Share the room that is left among the columns of words, small wishes first."""
    room = max(width - narrowest(places), 0)
    widths = {place.at: least(place) for place in places}
    wishes = sorted(places, key=lambda place: (place.width - least(place), place.at))
    for waiting, place in zip(range(len(wishes), 0, -1), wishes, strict=True):
        share = min(place.width - least(place), room // waiting)
        widths[place.at] += share
        room -= share
    return tuple(place._replace(width=widths[place.at]) for place in places)
