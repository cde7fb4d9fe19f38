"""The pages of our own in the web view: what each is asked, and what a reader answers.

A page knows no database: it is handed a reader for each name in PAGES, and a page without one
is not shown. Any Report can be a page.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ledger.formats.report import Report

#: Every page by the name of its module, in the order of the menu, with its title there.
PAGES: Mapping[str, str] = MappingProxyType(
    {
        "overview": "对账总览",
        "settlement": "年度清算",
        "vouchers": "凭证",
        "due": "到期与风险",
        "closing": "结账",
        "books": "账表",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a page is asked: the book and year that are open, and the words of the address.

    `sees` are the books that whoever asks may look at, () for all: nothing of another is told.
    """

    book: str
    year: int
    words: Mapping[str, str]
    sees: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """What a person may set on a page: one of `options` (code, 中文); without any, free words."""

    name: str
    label: str
    value: str
    options: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartLine:
    """A line of a chart: a name, and fen by day of the year."""

    name: str
    points: tuple[tuple[date, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A chart of lines over one year, with the day up to which everything counts."""

    title: str
    lines: tuple[ChartLine, ...]
    deadline: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Gauge:
    """A measure before its limit: both as parts of a scale from 0 to 1, and in words."""

    name: str
    figure: str
    limit: str
    part: float
    bound: float
    crossed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PageDrawn:
    """What a page shows: its fields, a chart, gauges, and reports one below the other.

    `links` are further places on this page, each a name and the words that lead there;
    `waiting` says that the page has to be asked again in a moment; `warnings` stand above all.
    """

    reports: tuple[Report, ...]
    fields: tuple[Field, ...] = ()
    chart: Chart | None = None
    gauges: tuple[Gauge, ...] = ()
    links: tuple[tuple[str, Mapping[str, str]], ...] = ()
    waiting: bool = False
    warnings: tuple[str, ...] = ()


Reader = Callable[[Wanted], PageDrawn]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """The readers that there are, by page."""

    readers: Mapping[str, Reader] = field(default_factory=dict)


def day_of(word: str, *, default: date) -> date:
    """Read a day; anything else gives the default."""
    try:
        return date.fromisoformat(word)
    except ValueError:
        return default


def choice(name: str, label: str, word: str, options: Sequence[tuple[str, str]]) -> Field:
    """Make a field of options; a word that is none of them chooses the first."""
    known = [code for code, _ in options]
    value = word if word in known else known[0] if known else ""
    return Field(name=name, label=label, value=value, options=tuple(options))
