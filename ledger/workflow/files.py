"""Reads files of rows (.jsonl, .csv) into words by English name; shape only, all faults at once."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ledger.basis.errors import Finding, unclear
from ledger.basis.text import narrow

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

BYTES_MAX = 256 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class RawRow:
    """One row of a file: its number as a person counts it, and its words by English name."""

    number: int
    words: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class RawFile:
    """A file as read: its name, its folder, its rows, and the rows that could not be read."""

    name: str
    folder: Path
    rows: tuple[RawRow, ...]
    findings: tuple[Finding, ...]


def read_file(path: Path, headings: Mapping[str, str]) -> RawFile:
    """Read a file by its ending; `headings` gives the English name of every heading known."""
    if not path.is_file():
        raise unclear("FILE_MISSING", f"没有找到文件 {path}", "核对文件名和所在文件夹")
    if path.stat().st_size > BYTES_MAX:
        raise unclear("FILE_TOO_LARGE", f"文件 {path.name} 超过 256 MB", "拆成几个文件")
    ending = path.suffix.lower()
    if ending not in (".jsonl", ".csv"):
        raise unclear("FILE_KIND", f"不认识的文件类型 {path.name}", "使用 .csv 或 .jsonl 文件")
    text = decode(path)
    rows, findings = read_jsonl(text) if ending == ".jsonl" else read_csv(text, headings)
    if not rows and not findings:
        raise unclear(
            "FILE_EMPTY", f"文件 {path.name} 里没有业务", "第一行是栏目，以下每行一笔业务"
        )
    return RawFile(name=path.name, folder=path.parent, rows=tuple(rows), findings=tuple(findings))


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
            if not any(cell.strip() for cell in cells):
                continue
            if not names:
                names = read_headings(cells, headings, findings)
                continue
            number = reader.line_num
            if len(cells) > len(names) and any(cell.strip() for cell in cells[len(names) :]):
                findings.append(
                    unreadable(
                        number,
                        f"有 {len(cells)} 栏，栏目只有 {len(names)} 个",
                        "核对这一行的分隔符",
                    )
                )
                continue
            rows.append(RawRow(number=number, words=dict(zip(names, cells, strict=False))))
    except csv.Error as error:
        findings.append(unreadable(reader.line_num, f"CSV 读不懂：{error}", "用 Excel 另存为 CSV"))
    return rows, findings


def read_headings(
    cells: list[str], headings: Mapping[str, str], findings: list[Finding]
) -> list[str]:
    """Read the row of headings; what is unknown or stands twice is a finding."""
    names: list[str] = []
    for cell in cells:
        word = narrow(cell).strip()
        name = headings.get(word) or headings.get(word.split(" ")[0], "")
        if not name and word:
            findings.append(
                unreadable(1, f"不认识的栏目“{word}”", "使用模板里的栏目名", field=word)
            )
        elif name and name in names:
            findings.append(unreadable(1, f"栏目“{word}”出现两次", "删去其中一栏", field=word))
        names.append(name or word or f"（第{len(names) + 1}栏）")
    return names
