"""Reports as files: JSON for programs, CSV for Excel."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from typing import TYPE_CHECKING

from ledger.basis.money import yuan

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ledger.formats.report import Cell, Column, Report

BOM = "\ufeff"
#: What makes Excel take a cell for a formula, in either width.
FORMULA_MARKS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def json_text(tree: Mapping[str, object] | list[Mapping[str, object]]) -> str:
    """Write a tree as JSON, in the order it was built."""
    return json.dumps(tree, ensure_ascii=False, indent=2, default=json_word) + "\n"


def json_word(value: object) -> str:
    """Write a day as ISO; nothing else needs help."""
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{value!r} has no place in a report")


def csv_text(report: Report) -> str:
    """Write a report's columns and rows as CSV with a BOM, so that Excel reads it as UTF-8."""
    kept = [n for n, column in enumerate(report.columns) if column.shown != "table"]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(report.columns[n].heading for n in kept)
    for row in report.rows:
        writer.writerow(csv_cell(row.cells[n], report.columns[n]) for n in kept)
    return BOM + out.getvalue()


def csv_cell(cell: Cell, column: Column) -> str:
    """Write a cell: amounts as plain numbers, days as ISO, words so that no formula starts."""
    if cell is None:
        return ""
    if isinstance(cell, int):
        return yuan(cell) if column.money else str(cell)
    return cell.isoformat() if isinstance(cell, date) else harmless(cell)


def harmless(text: str) -> str:
    """Keep Excel from reading words as a formula: an apostrophe in front."""
    return f"'{text}" if text.lstrip(" 　").startswith(FORMULA_MARKS) else text
