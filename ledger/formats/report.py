"""账表: what every book and report is, before it is drawn on a terminal or written to a file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ledger.basis.money import yuan
from ledger.basis.period import month_of, year_of
from ledger.basis.terms import SIDES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ledger.masters.book import Book

#: What stands in a cell: words, whole fen (or a count), a day, or nothing.
Cell = str | int | date | None

BALANCED = "平"
UNIT = "金额单位：元"
#: The least widths of words and of account codes (`1101.01.H62010000001` on one line).
WORDS, CODES = 14, 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: heading (中文), `align` (left, center, right), and what it may do on paper.

    `money` cells are whole fen. `wraps` is the least width to which long words may be folded;
    at 0 they stay whole, as money always does. `spare` columns are left out, and named, where
    a terminal is too narrow. `indented` shows a row's depth. `shown` is `both`, `table` (for
    the eye) or `file` (for Excel). `blank` is what stands in a row that says nothing here.
    """

    heading: str
    align: str = "left"
    money: bool = False
    wraps: int = 0
    spare: bool = False
    indented: bool = False
    shown: str = "both"
    blank: Cell = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row: one cell per column, how it is marked, and its depth in the tree of accounts.

    `mark` is empty, `heading` (a subtotal above its parts), `subtotal`, `total` (ruled off
    from what it adds up) or `alert` (特殊情况, in red).
    """

    cells: tuple[Cell, ...]
    mark: str = ""
    depth: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report as a value: people get columns and rows, programs get `tree` (as the contract says).

    `alerts` stand above the table in red, `paragraphs` (a letter's running text) under them;
    `notes` stand below it, and at the end the offices that sign on paper (`signatures`).
    """

    title: str
    subtitle: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    tree: Mapping[str, object]
    alerts: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    paragraphs: tuple[str, ...] = ()
    signatures: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        wanted = len(self.columns)
        assert all(len(row.cells) == wanted for row in self.rows), "one cell per column"


def named_row(
    columns: Mapping[str, Column], cells: Mapping[str, Cell], *, mark: str = "", depth: int = 0
) -> Row:
    """Build a row by the names of its columns; what is not named stays blank."""
    strange = cells.keys() - columns.keys()
    assert not strange, f"no such columns: {strange}"
    inside = tuple(cells.get(name, column.blank) for name, column in columns.items())
    return Row(cells=inside, mark=mark, depth=depth)


def money(heading: str) -> Column:
    """Declare a column of amounts."""
    return Column(heading=heading, align="right", money=True, blank=None)


def direction(fen: int) -> str:
    """Say on which side a debit-positive balance stands: 借, 贷 or 平."""
    if fen == 0:
        return BALANCED
    return SIDES["debit"] if fen > 0 else SIDES["credit"]


def balance_cells(fen: int) -> tuple[str, int]:
    """Write a debit-positive balance as books do: its direction, then its size."""
    return direction(fen), abs(fen)


def period_name(period: str) -> str:
    """Name a period as people say it: 2026年3月, 2026年期初, 2026年度."""
    month = month_of(period)
    if month == 0:
        return f"{year_of(period)}年期初"
    return f"{year_of(period)}年度" if month == 13 else f"{year_of(period)}年{month}月"


def span_name(period_from: str, period_to: str) -> str:
    """Name a run of months: 2026年1月至2026年3月."""
    if period_from == period_to:
        return period_name(period_from)
    return f"{period_name(period_from)}至{period_name(period_to)}"


def book_line(book: Book) -> str:
    """Name the book at the head of a report."""
    return f"账套：{book.name}（{book.code}）"


def moment(stamp: str) -> str:
    """Write a stored moment as people read it: 2026-03-05 10:00:00, in the house's own time."""
    return stamp[:19].replace("T", " ")


def money_tree(**amounts: int) -> dict[str, object]:
    """Write amounts in fen as the contract's 元 with two decimals, in the order given."""
    return {name: yuan(fen) for name, fen in amounts.items()}


def joined(parts: Iterable[str], mark: str = "；") -> str:
    """Join the parts that say something."""
    return mark.join(part for part in parts if part)
