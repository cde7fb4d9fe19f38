"""附件分栏: papers in columns of their own (银行回单号, 银行回单日期, …), one paper of a type."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.errors import Finding
from ledger.basis.terms import PAPER_TYPES
from ledger.events.words import Unclear, as_date, as_fen, as_text, paper_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ledger.events.words import Parser

#: The parts of a paper that have a column, and how the heading ends.
PARTS: Mapping[str, str] = MappingProxyType(
    {"number": "号", "date": "日期", "amount": "金额", "sheets": "张数"}
)
READERS: Mapping[str, Parser] = MappingProxyType({"date": as_date, "amount": as_fen})
PREFIX = "papers."


def paper_column(type_: str, part: str) -> str:
    """Name the column of one part of a type of paper: `papers.bank-receipt.date`."""
    return f"{PREFIX}{type_}.{part}"


def paper_heading(type_: str, part: str) -> str:
    """Return its heading: 银行回单日期."""
    label = "其他附件" if type_ == "other" else PAPER_TYPES[type_]
    return label + PARTS[part]


def paper_headings() -> dict[str, str]:
    """Map every heading of a paper's part, English or Chinese, to its column's name."""
    headings = {}
    for type_ in PAPER_TYPES:
        for part in PARTS:
            name = paper_column(type_, part)
            headings[name] = headings[paper_heading(type_, part)] = name
    return headings


def gathered(
    number: int, words: Mapping[str, object]
) -> tuple[Mapping[str, object], list[Finding]]:
    """Gather the columns of papers into the one word `papers`, after those in its own cell."""
    kept = {name: word for name, word in words.items() if not name.startswith(PREFIX)}
    if len(kept) == len(words):
        return words, []
    findings: list[Finding] = []
    papers: list[object] = []
    try:
        papers += written_papers(kept.get("papers"))
    except Unclear as error:
        findings.append(fault(number, "papers 附件", error))
    for type_, parts in papers_in_columns(words).items():
        findings += part_findings(number, type_, parts)
        papers.append(paper_of_columns(type_, parts))
    if papers or findings:
        kept["papers"] = papers
    return kept, findings


def papers_in_columns(words: Mapping[str, object]) -> dict[str, dict[str, str]]:
    """Return by type what the columns of papers say, part by part."""
    papers = {}
    for type_ in PAPER_TYPES:
        parts = {part: as_word(words.get(paper_column(type_, part))) for part in PARTS}
        if any(parts.values()):
            papers[type_] = parts
    return papers


def written_papers(cell: object) -> list[object]:
    """Split the papers that stand in one cell."""
    if isinstance(cell, list):
        return cell
    return [paper_words(entry) for entry in re.split(r"[;；]", as_text(cell)) if entry.strip()]


def as_word(word: object) -> str:
    """Take a word as text."""
    return "" if word is None else str(word).strip()


def paper_of_columns(type_: str, parts: Mapping[str, str]) -> dict[str, str]:
    """Write a paper as its columns have it; what is empty is left out."""
    return {"type": type_} | {part: word for part, word in parts.items() if word}


def check_part(type_: str, part: str, word: str) -> None:
    """Read one part of a paper; raises Unclear where it cannot be read, or has to be there."""
    if word and part in READERS:
        READERS[part](word)
    elif not word and part in ("number", "date"):
        raise part_lacking(type_, part)


def part_findings(number: int, type_: str, given: Mapping[str, str]) -> list[Finding]:
    """Say of each part of a paper what is missing or cannot be read."""
    findings = []
    for part in PARTS:
        field = f"{paper_column(type_, part)} {paper_heading(type_, part)}"
        try:
            check_part(type_, part, given[part])
        except Unclear as error:
            findings.append(fault(number, field, error))
    return findings


def part_lacking(type_: str, part: str) -> Unclear:
    """Word that a paper lacks its number or its date."""
    heading = paper_heading(type_, part)
    return Unclear(f"缺少{heading}", f"填写{heading}；没有这张附件的，清空它的其他格子")


def fault(number: int, field: str, error: Unclear) -> Finding:
    """Word what is wrong with a part of a paper."""
    return Finding(
        code="WORD_UNREADABLE",
        message=error.what,
        remedy=error.remedy,
        row=number,
        field=field,
        unreadable=True,
    )
