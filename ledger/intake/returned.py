"""退回: what is wrong with a workbook is placed by column, and a marked copy goes back."""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from ledger.basis.errors import Refused, unclear
from ledger.intake.paper_columns import PREFIX
from ledger.intake.sheet_findings import place_of
from ledger.intake.template import columns_of, fill_columns, kind_asked
from ledger.intake.workbook.workbook_fill import FillColumn
from ledger.intake.workbook.workbook_marked import REMARKS, Marks, marked_bytes
from ledger.intake.workbook.workbook_scan import column_number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from ledger.basis.errors import Finding
    from ledger.intake.files import RawFile
    from ledger.intake.sheet_findings import GridSheet
    from ledger.intake.workbook.workbook_read import GridRow

MARKED = "-有误"
MARKED_PATTERN = re.compile(rf"{MARKED}(?:-\d+)?$")
LETTER = re.compile(r"（[A-Z]+ 列）$")
BARE = re.compile(r"([A-Z]+) 列")
PAPERS = frozenset({"papers", "附件"})


def tokens(field: str) -> set[str]:
    """Split the name of a field into its English and its Chinese name."""
    found = set(LETTER.sub("", field).split(" ")) - {""}
    return found | PAPERS if field.startswith(PREFIX) else found


def unsaid(findings: Iterable[Finding], said: Sequence[Finding]) -> list[Finding]:
    """Leave out what only repeats that a cell could not be read."""
    places = {(finding.row, token) for finding in said for token in tokens(finding.field)}
    return [
        finding
        for finding in findings
        if not any((finding.row, token) in places for token in tokens(finding.field))
    ]


def columns_at(sheet: GridSheet, finding: Finding) -> list[int]:
    """Find the columns that a finding speaks of; papers may have several of their own."""
    if not finding.field:
        return []
    if alone := BARE.fullmatch(finding.field):
        return [column_number(alone[1]) - 1]
    names = tokens(finding.field) - (PAPERS if finding.field.startswith(PREFIX) else set())
    pairs = enumerate(zip(sheet.names, sheet.headings, strict=False))
    at = [n for n, pair in pairs if not names.isdisjoint(pair)]
    return at if at or not names & PAPERS else paper_columns_at(sheet, finding.message)


def paper_columns_at(sheet: GridSheet, message: str) -> list[int]:
    """Find the columns of papers that a message names; where it names none, all their numbers."""
    own = [n for n, name in enumerate(sheet.names) if name.startswith(PREFIX)]
    named = [n for n in own if sheet.headings[n].removesuffix("号") in message]
    return named or [n for n in own if sheet.names[n].endswith(".number")]


def situated(file: RawFile, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Name the column's letter beside its heading, where the rows come from a sheet."""
    sheet = file.sheet
    if sheet is None:
        return tuple(findings)
    return tuple(in_column(sheet, finding) for finding in findings)


def in_column(sheet: GridSheet, finding: Finding) -> Finding:
    """Name the columns that a finding speaks of, where it does not do so itself."""
    if LETTER.search(finding.field) or BARE.fullmatch(finding.field):
        return finding
    at = columns_at(sheet, finding)[:3]
    return replace(finding, field="、".join(place_of(sheet, n) for n in at)) if at else finding


def hand_back(file: RawFile, findings: Sequence[Finding]) -> Path | None:
    """Write the marked copy of a refused workbook beside it.

    None where there is no sheet, or where it is not the sheet that is refused (who acts?).
    Nothing that is there is ever written over: neither the original nor an earlier copy.
    """
    sheet = file.sheet
    if sheet is None or all(finding.row is None for finding in findings):
        return None
    sheet = widened(sheet)
    kept = [n for n, heading in enumerate(sheet.headings) if heading != REMARKS]
    content = marked_bytes(
        file.name,
        sheet.name,
        [column_at(sheet, n) for n in kept],
        [row_of_columns(row, kept) for row in sheet.rows],
        marks_of(sheet, findings, kept),
    )
    return write_beside(file, content)


def row_of_columns(row: GridRow, columns: Iterable[int]) -> GridRow:
    """Keep some columns of a row, as far as it has them."""
    return replace(row, values=tuple(row.values[n] for n in columns if n < len(row.values)))


def places_kept(sheet: GridSheet, finding: Finding, kept: Sequence[int]) -> list[int]:
    """Find the columns of the copy that a finding speaks of."""
    return [kept.index(n) for n in columns_at(sheet, finding) if n in kept]


def marks_of(sheet: GridSheet, findings: Sequence[Finding], kept: Sequence[int]) -> Marks:
    """Place findings: by cell and by row of the copy, or on the whole file."""
    numbers = {row.number for row in sheet.rows}
    whole = []
    cells: dict[tuple[int, int], list[Finding]] = {}
    rows: dict[int, list[Finding]] = {}
    for finding in findings:
        number = finding.row
        if number is None or number not in numbers:
            whole.append(finding)
            continue
        rows.setdefault(number, []).append(finding)
        for place in places_kept(sheet, finding, kept):
            cells.setdefault((number, place), []).append(finding)
    return Marks(file=tuple(whole), rows=rows, cells=cells)


def widened(sheet: GridSheet) -> GridSheet:
    """A heading, if an empty one, to every column that holds anything: nothing is left out."""
    filled = (n + 1 for row in sheet.rows for n, value in enumerate(row.values) if value != "")
    more = ("",) * (max(filled, default=0) - len(sheet.headings))
    return replace(sheet, headings=sheet.headings + more, names=sheet.names + more)


@contextmanager
def returning(file: RawFile, say: Callable[[str], None]) -> Iterator[None]:
    """Let a verb run on a file; where it refuses, hand the marked copy back and say where it is."""
    try:
        yield
    except Refused as error:
        found = situated(file, error.findings)
        if copy := hand_back(file, found):
            say(f"{file.name}：已标在 {copy.name} 里，改好后录入那一份")
        raise Refused(found) from None


def column_at(sheet: GridSheet, n: int) -> FillColumn:
    """Return what a column of the copy holds; heading and mark stay as they stood.

    The template that the sheet is named after gives the drop-downs back; without one there
    are none, since kinds differ in them.
    """
    asked = kind_asked(sheet.name)
    own = {column.name: column for column in columns_of(asked)} if asked else {}
    name, heading, required = sheet.names[n], sheet.headings[n], n in sheet.required
    if name in own:
        return replace(own[name], heading=heading, required=required)
    known = fill_columns().get(name)
    if known is None:
        return FillColumn(name=name, heading=heading, sort="", required=required)
    return replace(known, heading=heading, required=required, choices=())


def write_beside(file: RawFile, content: bytes) -> Path:
    """Write a file under the first name that is free: 甲-有误.xlsx, 甲-有误-2.xlsx and so on."""
    stem = MARKED_PATTERN.sub("", file.name.rpartition(".")[0])
    number = 1
    while True:
        ending = MARKED if number == 1 else f"{MARKED}-{number}"
        path = file.folder / f"{stem}{ending}.xlsx"
        try:
            with path.open("xb") as out:
                out.write(content)
        except FileExistsError:
            number += 1
            continue
        except OSError as error:
            raise unclear(
                "FILE_UNWRITABLE", f"写不了 {path.name}：{error.strerror}", "把文件放到可写的文件夹"
            ) from None
        return path
