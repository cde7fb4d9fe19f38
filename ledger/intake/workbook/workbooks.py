"""Workbooks in: a sheet of cells becomes rows of words, and a refused one comes back marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ledger.basis.text import narrow
from ledger.intake.paper_columns import gathered
from ledger.intake.sheet_findings import (
    GridSheet,
    cell_finding,
    example_findings,
    issue_findings,
    place_of,
)
from ledger.intake.template import fill_columns
from ledger.intake.template_file import is_example
from ledger.intake.workbook.workbook_cells import Spoilt, cell_word
from ledger.intake.workbook.workbook_marked import NOTE, REMARKS
from ledger.intake.workbook.workbook_read import GridRow, Value, read_grid

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from ledger.basis.errors import Finding
    from ledger.intake.workbook.workbook_read import Grid

    #: Reads the English names of a row of headings, with its number, and what is wrong with them.
    ReadNames = Callable[[list[str], int], tuple[list[str], list[Finding]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRead:
    """What a sheet says: words by row, what could not be read, and the sheet itself."""

    words: tuple[tuple[int, Mapping[str, object]], ...]
    findings: tuple[Finding, ...]
    sheet: GridSheet


def read_workbook(path: Path, read_names: ReadNames) -> SheetRead:
    """Read a workbook's one sheet; raises Refused where the file itself cannot be trusted.

    `read_names` gives the English names of a row of headings, and what is wrong with them.
    """
    grid = read_grid(path)
    sheet, findings = headed_sheet(grid, read_names)
    words: list[tuple[int, Mapping[str, object]]] = []
    if "HEADINGS_UNKNOWN" not in {finding.code for finding in findings}:
        words, found, passed = rows_read(sheet)
        unread = passed | (numbers_of(grid.rows) - numbers_of(sheet.rows))
        findings += found
        if sheet.rows:
            findings += issue_findings(sheet, grid.issues, unread)
    return SheetRead(words=tuple(words), findings=tuple(unique(findings)), sheet=sheet)


def headings_to_the_last(head: GridRow) -> tuple[str, ...]:
    """Return the headings of a sheet, up to the last that says anything."""
    headings = [heading_text(value) for value in head.values]
    while headings and not headings[-1]:
        headings.pop()
    return tuple(headings)


def required_columns(head: GridRow) -> frozenset[int]:
    """Name the columns whose heading is marked as required."""
    return frozenset(n for n, value in enumerate(head.values) if is_required(value))


def headed_sheet(grid: Grid, read_names: ReadNames) -> tuple[GridSheet, list[Finding]]:
    """Part a grid into headings and rows; with what is wrong with the headings."""
    body = [row for row in grid.rows if not is_note(row)]
    head = body[0] if body else GridRow(number=1, values=())
    headings = headings_to_the_last(head)
    said = [heading if heading != REMARKS else "" for heading in headings]
    names, findings = read_names(said, head.number)
    sheet = GridSheet(
        name=grid.sheet,
        headings=headings,
        names=tuple(names),
        required=required_columns(head),
        rows=tuple(body[1:]),
    )
    return sheet, findings


def numbers_of(rows: Iterable[GridRow]) -> set[int]:
    """Name rows by their number."""
    return {row.number for row in rows}


def rows_read(
    sheet: GridSheet,
) -> tuple[list[tuple[int, Mapping[str, object]]], list[Finding], set[int]]:
    """Read the rows of a sheet; with what is wrong, and which rows say nothing or are examples."""
    columns = fill_columns()
    sorts = [columns[name].sort if name in columns else "" for name in sheet.names]
    words: list[tuple[int, Mapping[str, object]]] = []
    findings: list[Finding] = []
    passed = set()
    for row in sheet.rows:
        given, faults = row_words(sheet, sorts, row)
        if not faults and is_empty(given):
            passed.add(row.number)
        elif is_example(given):
            passed.add(row.number)
            findings += example_findings(given, row.number)
        else:
            kept, paper_faults = gathered(row.number, given)
            words.append((row.number, kept))
            findings += [*faults, *paper_faults]
    return words, findings, passed


def is_note(row: GridRow) -> bool:
    """Tell a row that speaks to people."""
    first = next((value for value in row.values if value != ""), "")
    return isinstance(first, str) and first.lstrip().startswith(NOTE)


def heading_text(value: Value) -> str:
    """Take a heading without its mark of what is required."""
    return narrow(str(value)).strip().rstrip("*").strip()


def is_required(value: Value) -> bool:
    """Tell a heading that is marked as required."""
    return narrow(str(value)).rstrip().endswith("*")


def is_empty(words: Mapping[str, object]) -> bool:
    """Return whether a row says nothing."""
    return not any(str(word).strip() for word in words.values())


def is_passed(heading: str, value: Value) -> bool:
    """Return whether a cell is not read: a remark of ours, or nothing under no heading."""
    return heading == REMARKS or (not heading and str(value).strip() == "")


def row_words(
    sheet: GridSheet, sorts: list[str], row: GridRow
) -> tuple[dict[str, object], list[Finding]]:
    """Turn a row's values into words by name; what Excel has spoilt is a finding."""
    words: dict[str, object] = {}
    findings = []
    for n, value in enumerate(row.values):
        heading = sheet.headings[n] if n < len(sheet.headings) else ""
        if is_passed(heading, value):
            continue
        if not heading:
            wrong = Spoilt("CELL_WITHOUT_HEADING", f"“{value}”上面没有栏目", "删去，或补上栏目名")
            findings.append(cell_finding(row.number, place_of(sheet, n), wrong))
            continue
        try:
            words[sheet.names[n]] = cell_word(value, sorts[n])
        except Spoilt as error:
            findings.append(cell_finding(row.number, place_of(sheet, n), error))
            words[sheet.names[n]] = ""
    return words, findings


def unique(findings: list[Finding]) -> list[Finding]:
    """Keep one finding of the shape for each cell: the first says what the later ones repeat."""
    kept: dict[tuple[int | None, str, str], Finding] = {}
    for finding in findings:
        whole = finding.code if not finding.field else ""
        kept.setdefault((finding.row, finding.field, whole), finding)
    return sorted(kept.values(), key=lambda finding: finding.row or 0)
