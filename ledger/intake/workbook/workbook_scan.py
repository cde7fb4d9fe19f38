"""Scans a sheet's XML by its tags: how far it reaches, and what the reader would not tell.

The reader gives an error cell as an empty one and a formula as its last result, and it lays
out a rectangle as large as its farthest cell. So those are found here, first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ledger.basis.errors import unclear
from ledger.intake.workbook.workbook_guard import ATTRIBUTE, ATTRIBUTES, TAG_NAME
from ledger.intake.workbook.workbook_unpack import OPEN_AGAIN

ROWS_MAX, COLUMNS_MAX = 100_000, 200
#: So many filled cells are read in a few seconds, and take a few hundred MB on the way.
CELLS_MAX = 1_000_000
#: The reader keeps about forty bytes for every cell of the rectangle.
AREA_MAX = 5_000_000
#: A shared text is copied into every cell that shows it.
SHARED_BYTES_MAX = 256 * 1024 * 1024
BODY = re.compile(TAG_NAME + rb"sheetData(?=[\s/>])")
BODY_END = re.compile(rb"</(?:[^\s<>:/\"']+:)?sheetData\s*>")
TOKEN = re.compile(TAG_NAME + rb"(row|c|f)(?=[\s/>])" + ATTRIBUTES)
COLUMN = re.compile(TAG_NAME + rb"col(?=[\s/>])" + ATTRIBUTES)
PLACE = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})", re.ASCII)
STRING_END = re.compile(rb"</(?:[^\s<>:/\"']+:)?si\s*>")
YES = ("1", "true")


@dataclass(slots=True, kw_only=True)
class SheetScan:
    """What a sheet's tags say: places of formulas, error values, hidden rows and columns."""

    cells: int
    rows: int
    columns: int
    shared: int
    formulas: set[tuple[int, int]]
    errors: set[tuple[int, int]]
    hidden_rows: set[int]
    hidden_columns: set[int]


def body_of(content: bytes) -> tuple[int, int, int]:
    """Return where a sheet's body is announced, where it starts and where it stops."""
    begin, ends = BODY.search(content), [*BODY_END.finditer(content)]
    announced, start = begin.span() if begin else (0, len(content))
    return announced, start, ends[-1].start() if ends else len(content)


def scan_sheet(name: str, content: bytes) -> SheetScan:
    """Scan a sheet; raises Refused where it reaches too far or its cells are out of order."""
    begin, start, stop = body_of(content)
    scan = SheetScan(
        cells=0,
        rows=0,
        columns=0,
        shared=0,
        formulas=set(),
        errors=set(),
        hidden_rows=set(),
        hidden_columns=hidden_columns(content[:begin]),
    )
    if b"<!" in content:
        raise unclear("WORKBOOK_DAMAGED", f"表“{name}”里夹有注释或声明", OPEN_AGAIN)
    row, column = 0, 0
    for token in TOKEN.finditer(content, start, stop):
        kind, given = token[1], token[2]
        if kind == b"row":
            row, column = begin_row(name, scan, given, row), 0
        elif kind == b"c":
            column = place_cell(name, given, row, column)
            if not given.endswith(b"/"):
                take_cell(name, scan, given, row, column)
        else:
            scan.formulas.add((row, column))
    return scan


def begin_row(name: str, scan: SheetScan, given: bytes, before: int) -> int:
    """Return the number of the row that begins; rows stand in order."""
    tag = attributes_of(given)
    number = tag.get("r", str(before + 1))
    if not (number.isascii() and number.isdigit()) or int(number) <= before:
        raise disordered(name, f"第 {before} 行之后是第 {number[:12]} 行")
    if tag.get("hidden") in YES or tag.get("ht") == "0":
        scan.hidden_rows.add(int(number))
    return int(number)


def place_cell(name: str, given: bytes, row: int, before: int) -> int:
    """Return the column of a cell; cells stand in order, in the row that they name."""
    text = place_named(given)
    if text is None:
        return before + 1
    place = PLACE.fullmatch(text)
    if place is None or int(place[2]) != row or column_number(place[1]) <= before:
        raise disordered(name, f"第 {row} 行里有一格写作 {text[:12]}")
    return column_number(place[1])


def place_named(given: bytes) -> str | None:
    """Return the place that a cell names; None where it names none."""
    for attribute in ATTRIBUTE.finditer(given):
        if attribute[1] == b"r":
            return (attribute[2] or attribute[3] or b"").decode("ascii", "replace")
    return None


def is_far(scan: SheetScan, row: int, column: int) -> bool:
    """Return whether a cell, or the area that the sheet has come to, reaches too far."""
    return row > ROWS_MAX or column > COLUMNS_MAX or scan.rows * scan.columns > AREA_MAX


def take_cell(name: str, scan: SheetScan, given: bytes, row: int, column: int) -> None:
    """Count a cell that has content."""
    scan.cells += 1
    scan.rows, scan.columns = max(scan.rows, row), max(scan.columns, column)
    if is_far(scan, row, column):
        raise unclear(
            "WORKBOOK_FAR_CELL",
            f"表“{name}”的 {column_letter(column)}{row} 有内容，超出可读的范围"
            f"（{ROWS_MAX} 行、{COLUMNS_MAX} 栏）",
            "删去远处的内容（选中整行整列后删除），或拆成几个文件",
        )
    if scan.cells > CELLS_MAX:
        raise unclear("WORKBOOK_TOO_LARGE", f"表“{name}”填了 {CELLS_MAX} 格以上", "拆成几个文件")
    tag = given.replace(b"'", b'"')
    if b't="e"' in tag:
        scan.errors.add((row, column))
    elif b't="s"' in tag:
        scan.shared += 1


def attributes_of(given: bytes) -> dict[str, str]:
    """Read a tag's attributes."""
    return {
        a[1].decode("ascii", "replace"): (a[2] or a[3] or b"").decode("ascii", "replace")
        for a in ATTRIBUTE.finditer(given)
    }


def hidden_columns(head: bytes) -> set[int]:
    """List the columns that are hidden or have no width."""
    found: set[int] = set()
    for tag in map(attributes_of, COLUMN.findall(head)):
        first, last = tag.get("min", ""), tag.get("max", "")
        narrow = tag.get("hidden") in YES or tag.get("width") == "0"
        if narrow and first.isdigit() and last.isdigit():
            found.update(range(int(first), min(int(last), COLUMNS_MAX) + 1))
    return found


def disordered(name: str, what: str) -> Exception:
    """Word that cells stand where no program puts them: one reader would see what another skips."""
    return unclear("WORKBOOK_DAMAGED", f"表“{name}”的格子次序错乱：{what}", OPEN_AGAIN)


def check_shared(name: str, strings: bytes, cells: int) -> None:
    """Refuse texts that would take too much room once every cell has its copy."""
    longest, before = 0, 0
    for end in STRING_END.finditer(strings):
        longest, before = max(longest, end.start() - before), end.end()
    if longest * cells > SHARED_BYTES_MAX:
        raise unclear("WORKBOOK_BOMB", f"工作簿 {name} 里的长文字重复太多", "拆成几个文件")


@cache
def column_number(letters: str) -> int:
    """Return a column's number: A is 1."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def column_letter(number: int) -> str:
    """Return a column's letters: 1 is A."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
