"""A report as the web view draws it: cells as text, what they sort by, and where they lead."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from markupsafe import Markup

from ledger.basis.money import grouped
from ledger.basis.statutory import TEMPORARY_PAYMENT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from ledger.formats.report import Cell, Column, Report, Row

#: How our own words name a voucher, a hospital, a leaf and a year.
LABEL = re.compile(r"\d{4}-\d{2} (?:记|期初)-\d{4,}", re.ASCII)
HOSPITAL = re.compile(r"H\d{11}", re.ASCII)
LEAF = re.compile(r"\d{4}(?:\.[A-Za-z0-9-]+)*", re.ASCII)
#: Codes, days and months, which read badly on two lines.
WHOLE = re.compile(r"H\d{11}|\d{4}-\d{2}(?:-\d{2}.*)?|\d{4}年\S{0,4}|\d{4}-\d{2} \S+", re.ASCII)
YEAR = re.compile(r"20\d{2}", re.ASCII)
#: A column that names hospitals leads to their leaves; a code that is for files stands below it.
CODE, NAMES = "医疗机构编码", ("医疗机构", "医疗机构名称")
AT_THE_END = ("total", "subtotal")


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where things are in the web view: the ledger's address, and Fava's accounts by our code."""

    base: str
    accounts: Mapping[str, str]

    def voucher(self, label: str) -> str:
        """Return the address of a voucher's page."""
        return f"{self.base}extension/Vouchers/?{urlencode({'voucher': label})}"

    def account(self, code: str) -> str:
        """Return the address of a leaf in Fava; nothing where this year has no such leaf.

        `:` stays as it is: Fava shows an empty page for `%3A`.
        """
        name = self.accounts.get(code)
        return f"{self.base}account/{quote(name, safe=':')}/" if name else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CellShown:
    """One cell: its parts (text, and address or nothing), its kind, and what stands small below."""

    parts: tuple[tuple[str, str], ...]
    kind: str
    aside: str = ""

    def html(self, depth: int) -> str:
        """Write the cell: thousands of rows are written here, not by the template."""
        kind = f' class="{self.kind}"' if self.kind else ""
        words = "".join(
            f'<a href="{escape(to)}">{escape(text)}</a>' if to else escape(text)
            for text, to in self.parts
        )
        indent = f'<span class="depth-{min(depth, 6)}"></span>' if depth else ""
        below = f"<small>{escape(self.aside)}</small>" if self.aside else ""
        return f"<td{kind}>{indent}{words}{below}</td>"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRow:
    """One row: mark, depth, cells."""

    mark: str
    depth: int
    cells: tuple[CellShown, ...]

    def html(self) -> str:
        """Write the row, every word escaped."""
        mark = f' class="{self.mark}"' if self.mark else ""
        cells = "".join(
            cell.html(0 if place else self.depth) for place, cell in enumerate(self.cells)
        )
        return f"<tr{mark}>{cells}</tr>"


@dataclass(frozen=True, slots=True, kw_only=True)
class TableShown:
    """A report laid out: `foot` are the totals at its end, which no sorting moves."""

    report: Report
    columns: tuple[Column, ...]
    rows: Markup
    foot: Markup
    sorts: bool
    alerts: tuple[tuple[tuple[str, str], ...], ...]
    notes: tuple[tuple[tuple[str, str], ...], ...]


def table_of(report: Report, places: Places) -> TableShown:
    """Lay a report out for the page; columns that are for files only are left out."""
    kept = [n for n, column in enumerate(report.columns) if column.shown in ("both", "table")]
    end = len(report.rows) - foot_length(report.rows)
    body, foot = report.rows[:end], report.rows[end:]
    return TableShown(
        report=report,
        columns=tuple(report.columns[n] for n in kept),
        rows=html_of(body, kept, report, places),
        foot=html_of(foot, kept, report, places),
        sorts=is_sortable(body),
        alerts=tuple(linked(text, places) for text in report.alerts),
        notes=tuple(linked(text, places) for text in report.notes),
    )


def foot_length(rows: Sequence[Row]) -> int:
    """Count the totals at the end."""
    count = 0
    while count < len(rows) and rows[-1 - count].mark in AT_THE_END:
        count += 1
    return count


def is_sortable(rows: Sequence[Row]) -> bool:
    """Return whether rows may be put in another order: none of them heads or sums up others."""
    return len(rows) > 1 and not any(row.mark in ("heading", *AT_THE_END) for row in rows)


def html_of(rows: Sequence[Row], kept: list[int], report: Report, places: Places) -> Markup:
    """Write rows as they stand in the page; each escapes its own words."""
    shown = (row_of(row, kept, report, places).html() for row in rows)
    return Markup("\n".join(shown))  # noqa: S704


def row_of(row: Row, kept: list[int], report: Report, places: Places) -> ShownRow:
    """Lay out a row; where it is of a hospital's year, its name leads to that leaf in Fava."""
    leaf, code = leaf_of(row, places), code_below(row, report)
    cells = [cell_of(row.cells[n], report.columns[n], places, leaf, code) for n in kept]
    return ShownRow(mark=row.mark, depth=row.depth, cells=tuple(cells))


def code_below(row: Row, report: Report) -> str:
    """Return the hospital's code that stands below its name: where the code itself is for files."""
    for cell, column in zip(row.cells, report.columns, strict=True):
        if column.heading == CODE:
            return str(cell) if column.shown == "file" else ""
    return ""


EMPTY, BLANK = CellShown(parts=(), kind=""), CellShown(parts=(), kind="num")


def leaf_of(row: Row, places: Places) -> str:
    """Find where a row's leaf is: by its code, or by its hospital and prepayment year."""
    words = [cell for cell in row.cells if isinstance(cell, str)]
    codes = (word for word in (*words, hospital_leaf(words)) if word in places.accounts)
    return places.account(next(codes, ""))


def hospital_leaf(words: Sequence[str]) -> str:
    """Return the code of the leaf that a hospital and a year among words name; else nothing."""
    hospital = next((word for word in words if HOSPITAL.fullmatch(word)), "")
    year = next((word for word in words if YEAR.fullmatch(word)), "")
    return f"{TEMPORARY_PAYMENT}.01.{hospital}.{year}" if hospital and year else ""


def cell_of(cell: Cell, column: Column, places: Places, leaf: str, code: str) -> CellShown:
    """Write a cell; one that names a hospital leads to its leaf, and has its code below."""
    if cell is None:
        return BLANK if column.align == "right" else EMPTY
    if column.heading in NAMES:
        return replace(shown(cell, column, places, leaf), kind="name", aside=code)
    return shown(cell, column, places, "")


def shown(cell: str | int | date, column: Column, places: Places, leads: str) -> CellShown:
    """Write a cell: money with its sign and two decimals, words with the vouchers they name."""
    if isinstance(cell, int):
        return number_shown(cell, column, leads)
    if isinstance(cell, str):
        return words_shown(cell, column, places, leads)
    return CellShown(parts=((cell.isoformat(), leads),), kind="day")


def number_shown(cell: int, column: Column, leads: str) -> CellShown:
    """Write an amount, red below zero, or a count."""
    text = grouped(cell) if column.money else str(cell)
    kind = "num red" if column.money and cell < 0 else "num"
    return CellShown(parts=((text, leads),), kind=kind)


def words_shown(cell: str, column: Column, places: Places, leads: str) -> CellShown:
    """Write words; what reads badly on two lines stays whole."""
    whole = "day" if WHOLE.fullmatch(cell) else ""
    kind = {"right": "num", "center": "center"}.get(column.align, whole)
    parts = ((cell, leads),) if leads and cell else linked(cell, places)
    return CellShown(parts=parts, kind=kind)


def linked(text: str, places: Places) -> tuple[tuple[str, str], ...]:
    """Cut words into parts: each voucher and each leaf that they name leads to its page."""
    code, _, rest = text.partition(" ")
    address = places.account(code) if LEAF.match(text) else ""
    if address:
        return ((code, address), (f" {rest}", "")) if rest else ((code, address),)
    return vouchers_linked(text, places)


def vouchers_linked(text: str, places: Places) -> tuple[tuple[str, str], ...]:
    """Cut words into parts: each voucher that they name leads to its page."""
    parts: list[tuple[str, str]] = []
    end = 0
    for found in LABEL.finditer(text):
        if found.start() > end:
            parts.append((text[end : found.start()], ""))
        parts.append((found[0], places.voucher(found[0])))
        end = found.end()
    if end < len(text):
        parts.append((text[end:], ""))
    return tuple(parts)
