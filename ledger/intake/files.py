"""Reads files of rows (.jsonl, .csv, .xlsx) into words by English name; all faults at once."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from ledger.basis.errors import Finding, unclear
from ledger.basis.text import INVISIBLE, has_invisible, narrow, tidy
from ledger.intake.paper_columns import gathered
from ledger.intake.raw_row import RawRow
from ledger.intake.workbook.workbooks import read_workbook

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence
    from pathlib import Path

    from ledger.intake.sheet_findings import GridSheet

BYTES_MAX = 256 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class RawFile:
    """A file as read: its name, its folder, its rows, and the rows that could not be read.

    `sheet` is the sheet that the rows come from, None where the file is text.
    """

    name: str
    folder: Path
    rows: tuple[RawRow, ...]
    findings: tuple[Finding, ...]
    sheet: GridSheet | None = None


def read_file(path: Path, headings: Mapping[str, str]) -> RawFile:
    """Read a file by its ending; `headings` gives the English name of every heading known."""
    check_file(path)
    rows, findings, sheet = read_by_ending(path, headings)
    if not rows and not findings:
        raise unclear(
            "FILE_EMPTY", f"文件 {path.name} 里没有业务", "第一行是栏目，以下每行一笔业务"
        )
    seen = [visible_row(row) for row in rows]
    return RawFile(
        name=path.name,
        folder=path.parent,
        rows=tuple(row for row, _ in seen),
        findings=(*findings, *chain.from_iterable(faults for _, faults in seen)),
        sheet=sheet,
    )


def read_by_ending(
    path: Path, headings: Mapping[str, str]
) -> tuple[list[RawRow], list[Finding], GridSheet | None]:
    """Read the rows of a file as its ending says, and the sheet where they come from one."""
    match path.suffix.lower():
        case ".xlsx":
            return read_sheet(path, headings)
        case ".jsonl":
            return *read_jsonl(decode(path)), None
        case ".csv":
            return *read_csv(decode(path), headings), None
    raise unclear("FILE_KIND", f"不认识的文件类型 {path.name}", "使用 .xlsx、.csv 或 .jsonl 文件")


def visible_row(row: RawRow) -> tuple[RawRow, list[Finding]]:
    """Take marks that nobody sees out of a row; each cell that has any is a finding.

    They turn a name round (U+202E), end it early (NUL) or make two of one, and PostgreSQL
    takes some of them for no text at all.
    """
    findings: list[Finding] = []
    words: dict[str, object] = {}
    for name, word in row.words.items():
        words[name] = visible(word)
        if words[name] != word:
            what = "文字里有看不见的字符"
            remedy = "删去这些字符，或重新键入这一格"
            findings.append(unreadable(row.number, what, remedy, field=str(visible(name))))
    if not findings:
        return row, findings
    return RawRow(number=row.number, words=words), findings


def visible(word: object) -> object:
    """Return a word without its invisible marks, at whatever depth of a list they stand."""
    match word:
        case str():
            text = tidy(word) if has_invisible(word) else word
            return INVISIBLE.sub("", text) if has_invisible(text) else word
        case list():
            return [visible(item) for item in word]
        case dict():
            return {str(visible(name)): visible(item) for name, item in word.items()}
        case _:
            return word


def check_file(path: Path) -> None:
    """Refuse a file that is not there, or that is larger than anybody fills in."""
    if not path.is_file():
        raise unclear("FILE_MISSING", f"没有找到文件 {path}", "核对文件名和所在文件夹")
    if path.stat().st_size > BYTES_MAX:
        raise unclear("FILE_TOO_LARGE", f"文件 {path.name} 超过 256 MB", "拆成几个文件")


def read_sheet(
    path: Path, headings: Mapping[str, str]
) -> tuple[list[RawRow], list[Finding], GridSheet]:
    """Read a workbook; rows are numbered as Excel numbers them."""

    def read_names(texts: list[str], row: int) -> tuple[list[str], list[Finding]]:
        findings: list[Finding] = []
        return read_headings(texts, headings, findings, row=row), findings

    read = read_workbook(path, read_names)
    rows = [RawRow(number=number, words=words) for number, words in read.words]
    return rows, list(read.findings), read.sheet


def decode(path: Path) -> str:
    """Read text as UTF-8, with or without a mark, or else as GB18030 (what Excel writes)."""
    content = path.read_bytes()
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise unclear("FILE_ENCODING", f"文件 {path.name} 的编码读不懂", "另存为 UTF-8 编码的 CSV")


def unreadable(row: int, message: str, remedy: str, field: str = "") -> Finding:
    """Word what is wrong with the shape of a row."""
    return Finding(
        code="ROW_UNREADABLE",
        message=message,
        remedy=remedy,
        row=row,
        field=field,
        unreadable=True,
    )


def read_jsonl(text: str) -> tuple[list[RawRow], list[Finding]]:
    """Read one JSON object a line; numbers stay the text that they are written as."""
    rows, findings = [], []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            words = json.loads(line, parse_float=str, parse_int=str, parse_constant=str)
        except (ValueError, RecursionError) as error:
            findings.append(unreadable(number, f"不是 JSON：{error}", "一行一个 JSON 对象"))
            continue
        if isinstance(words, dict):
            rows.append(RawRow(number=number, words=words))
        else:
            findings.append(unreadable(number, "不是一个 JSON 对象", "一行一个 {…}"))
    return rows, findings


def read_csv(text: str, headings: Mapping[str, str]) -> tuple[list[RawRow], list[Finding]]:
    """Read a sheet whose first row holds the headings, English or Chinese."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    findings: list[Finding] = []
    rows: list[RawRow] = []
    names: list[str] = []
    try:
        for cells in reader:
            number = reader.line_num
            if is_blank(cells):
                continue
            if not names:
                names = read_headings(cells, headings, findings, row=number)
                if any(finding.code == "HEADINGS_UNKNOWN" for finding in findings):
                    break
            elif is_blank(cells[len(names) :]):
                words, found = gathered(number, dict(zip(names, cells, strict=False)))
                findings.extend(found)
                rows.append(RawRow(number=number, words=words))
            else:
                what = f"有 {len(cells)} 栏，栏目只有 {len(names)} 个"
                findings.append(unreadable(number, what, "核对这一行的分隔符"))
    except csv.Error as error:
        findings.append(unreadable(reader.line_num, f"CSV 读不懂：{error}", "用 Excel 另存为 CSV"))
    return rows, findings


def is_blank(cells: Sequence[str]) -> bool:
    """Tell cells of which none says anything."""
    return not any(cell.strip() for cell in cells)


def read_headings(
    cells: list[str], headings: Mapping[str, str], findings: list[Finding], *, row: int
) -> list[str]:
    """Read the row of headings; what is unknown or stands twice is a finding.

    Where none is known the text is in another encoding, or this is no row of headings at all:
    one finding says so, and no row below it means anything.
    """
    names: list[str] = []
    faults: list[Finding] = []
    for cell in cells:
        word = narrow(cell).strip().rstrip("*").strip()
        name = headings.get(word) or headings.get(word.split(" ")[0], "")
        faults += heading_findings(word, name, names, row)
        names.append(name or word or f"（第{len(names) + 1}栏）")
    known = not set(names).isdisjoint(headings.values())
    findings += faults if known else [unknown_headings(row)]
    return names


def heading_findings(word: str, name: str, before: Container[str], row: int) -> list[Finding]:
    """Refuse a heading that is not known, or that stands twice."""
    if not name:
        what = f"不认识的栏目“{word}”"
        return [unreadable(row, what, "使用模板里的栏目名", field=word)] if word else []
    if name in before:
        return [unreadable(row, f"栏目“{word}”出现两次", "删去其中一栏", field=word)]
    return []


def unknown_headings(row: int) -> Finding:
    """Word that no heading is known."""
    return Finding(
        code="HEADINGS_UNKNOWN",
        message=f"第 {row} 行里没有一个认识的栏目名",
        remedy="第一行写模板里的栏目名（上面不要有标题行）；文字乱码的，另存为 UTF-8 编码",
        row=row,
        unreadable=True,
    )
