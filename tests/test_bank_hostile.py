"""Hostile statements: each gets its exact verdict, and whatever is spoilt never comes in."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from ledger.basis.errors import Refused
from ledger.intake.bank_files import read_printed
from tests.bank_office import HEADINGS, printed, write_csv
from tests.test_workbook_fuzz import JUNK, spoilt
from tests.workbooks import packed, parts, text_row, write_sheet

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ledger.intake.workbook.workbook_read import Value

ROWS = printed([("2026-01-10", "1000.00"), ("2026-01-12", "-300.50", "医院", "6222", "拨付", "S2")])
CASES = 400


def verdict(path: Path) -> list[str]:
    """Give the codes that a file is refused with; none where it is read."""
    try:
        return sorted({finding.code for finding in read_printed(path).findings})
    except Refused as error:
        return sorted({finding.code for finding in error.findings})


def big5(path: Path) -> Path:
    """Traditional text reads as other Chinese in GB18030: no heading is found."""
    text = "交易日期,摘要,借方發生額,貸方發生額,餘額\n2026-01-10,撥款,,1.00,1.00\n"
    path.write_bytes(text.replace("发", "發").encode("big5", errors="ignore"))
    return path


def cut_off(path: Path) -> Path:
    whole = write_sheet(path.with_name("whole.xlsx"), [list(HEADINGS), *ROWS])
    path.write_bytes(whole.read_bytes()[:-400])
    return path


def formula(path: Path) -> Path:
    def touch(_: object, sheet: object) -> None:
        sheet.write_formula("G3", "=G2-E3", None, 699.5)  # type: ignore[attr-defined]

    return write_sheet(path, [list(HEADINGS), *ROWS], touch=touch)


def hidden_row(path: Path) -> Path:
    def touch(_: object, sheet: object) -> None:
        sheet.set_row(2, None, None, {"hidden": True})  # type: ignore[attr-defined]

    return write_sheet(path, [list(HEADINGS), *ROWS], touch=touch)


def long_serial(path: Path) -> Path:
    rows: list[list[Value]] = [[*ROWS[0][:7], 12345678901234567890.0]]
    return write_sheet(path, [list(HEADINGS), *rows])


def several_sheets(path: Path) -> Path:
    def touch(book: object, _: object) -> None:
        book.add_worksheet("二月").write_string(0, 0, "有内容")  # type: ignore[attr-defined]

    return write_sheet(path, [list(HEADINGS), *ROWS], touch=touch)


def far_cell(path: Path) -> Path:
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    return packed(parts(text_row(1, *HEADINGS) + far), path)


def entities(path: Path) -> Path:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    contents = parts(text_row(1, *HEADINGS))
    name = "xl/worksheets/sheet1.xml"
    return packed(contents | {name: bomb + contents[name]}, path)


@pytest.mark.parametrize(
    ("make", "name", "codes"),
    [
        (big5, "a.csv", ["HEADINGS_UNKNOWN"]),
        (cut_off, "a.xlsx", None),
        (formula, "a.xlsx", ["CELL_FORMULA"]),
        (hidden_row, "a.xlsx", ["ROW_HIDDEN"]),
        (long_serial, "a.xlsx", ["CELL_DIGITS_LOST"]),
        (several_sheets, "a.xlsx", ["SHEETS_SEVERAL"]),
        (far_cell, "a.xlsx", None),
        (entities, "a.xlsx", None),
    ],
    ids=lambda word: getattr(word, "__name__", None),
)
def test_a_hostile_file_gets_its_verdict(
    tmp_path: Path, make: Callable[[Path], Path], name: str, codes: list[str] | None
) -> None:
    found = verdict(make(tmp_path / name))
    assert found == codes if codes else found


@pytest.mark.parametrize(
    ("name", "code"), [("无.csv", "FILE_MISSING"), ("a.xls", "FILE_KIND"), ("a.pdf", "FILE_KIND")]
)
def test_a_file_of_another_kind_is_refused(tmp_path: Path, name: str, code: str) -> None:
    if code == "FILE_KIND":
        (tmp_path / name).write_bytes(b"%PDF")
    assert verdict(tmp_path / name) == [code]


def test_a_broken_quotation_is_refused_with_its_row(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('交易日期,余额\n2026-01-10,"1.00"x\n', encoding="utf-8")
    with pytest.raises(Refused) as error:
        read_printed(path)
    assert [(f.code, f.row) for f in error.value.findings] == [("ROW_UNREADABLE", 2)]


@pytest.mark.parametrize(
    "word", ["NaN", "1e6", "1_000.00", "٣.00", "1,00,0.00", "12.345", "Infinity"]
)
def test_amounts_that_are_not_exact_never_come_in(tmp_path: Path, word: str) -> None:
    row = [*ROWS[0][:5], word, *ROWS[0][6:]]
    assert verdict(write_csv(tmp_path / "a.csv", [row], encoding="utf-8")) == ["WORD_UNREADABLE"]


def test_words_nobody_sees_are_left_out_and_formulas_stay_words(tmp_path: Path) -> None:
    row = [*ROWS[0]]
    row[1], row[2] = "拨\u200b款\u202e", "=cmd|' /C calc'!A0"
    printed_ = read_printed(write_csv(tmp_path / "a.csv", [row], encoding="utf-8"))
    (entry,) = printed_.entries
    assert (entry.summary, entry.counterparty["counterparty"]) == ("拨款", "=cmd|' /C calc'!A0")


def test_spoilt_files_give_a_verdict_or_lines_and_never_a_traceback(tmp_path: Path) -> None:
    chance = random.Random(1004)
    whole = write_sheet(tmp_path / "whole.xlsx", [["示范银行"], list(HEADINGS), *ROWS]).read_bytes()
    text = write_csv(tmp_path / "whole.csv", ROWS, above=[["示范银行"]]).read_bytes()
    verdicts: set[str] = set()
    for number in range(CASES):
        ending, content = (".xlsx", whole) if number % 2 else (".csv", text)
        path = tmp_path / f"spoilt{ending}"
        path.write_bytes(spoilt(content, chance))
        verdicts.update(verdict(path) or ["read"])
    assert {"read", "ROW_UNREADABLE"} & verdicts
    assert len(verdicts) >= 3


def test_junk_in_any_cell_is_told_or_kept_as_words(tmp_path: Path) -> None:
    for junk in JUNK:
        for place in range(len(HEADINGS)):
            row: list[Value] = [*ROWS[0]]
            row[place] = junk
            path = write_sheet(tmp_path / "a.xlsx", [list(HEADINGS), row])
            found = read_printed(path)
            assert len(found.entries) == 1 or found.findings, (junk, place)
