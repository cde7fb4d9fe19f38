"""What stands in a cell, and the word that is read from it."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest

from ledger.basis.money import NotMoney, parse_fen
from ledger.intake.files import read_file
from ledger.intake.intake import event_headings
from ledger.intake.workbook.workbook_cells import Spoilt, cell_word
from tests.workbooks import packed, parts, text_row, write_sheet

if TYPE_CHECKING:
    from pathlib import Path

    from ledger.intake.workbook.workbook_read import Value


@pytest.mark.parametrize(
    ("value", "fen"),
    [
        (1200000.0, 120000000),
        (0.1 + 0.2, 30),
        (0.07 * 100, 700),
        (4.35 * 100, 43500),
        (99.9999999999986, 10000),
        (1234567890123.45, 123456789012345),
        (9999999999999.99, 999999999999999),
        (12, 1200),
    ],
)
def test_money_is_taken_as_excel_shows_it(value: float, fen: int) -> None:
    assert parse_fen(cell_word(value, "money")) == fen


@pytest.mark.parametrize("value", [1.005, 0.001, 100.00001, 1e-7])
def test_what_is_not_exact_to_the_fen_stays_so(value: float) -> None:
    with pytest.raises(NotMoney):
        parse_fen(cell_word(value, "money"))


@pytest.mark.parametrize(
    ("value", "sort", "word"),
    [
        (620100.0, "text", "620100"),
        (2026.0, "year", "2026"),
        (-5.0, "money", "-5"),
        (12.5, "text", "12.50"),
        (True, "choice", "yes"),
        (datetime.date(2026, 3, 1), "date", "2026-03-01"),
        (datetime.date(2026, 3, 1), "", "2026-03-01"),
        ("０１２", "text", "０１２"),
        ("=1+1", "text", "=1+1"),
    ],
)
def test_a_cell_says_what_was_typed(value: Value, sort: str, word: str) -> None:
    assert cell_word(value, sort) == word


@pytest.mark.parametrize(
    ("value", "sort", "code"),
    [
        (6222020200112233445.0, "text", "CELL_DIGITS_LOST"),
        (1e15, "money", "CELL_DIGITS_LOST"),
        (float("inf"), "money", "CELL_UNREADABLE"),
        (datetime.date(2026, 3, 1), "text", "CELL_TURNED_DATE"),
        (datetime.date(2026, 3, 1), "money", "CELL_TURNED_DATE"),
        (datetime.time(8, 30), "text", "CELL_UNREADABLE"),
        (datetime.timedelta(hours=30), "text", "CELL_UNREADABLE"),
        (" #n/a ", "text", "CELL_ERROR"),
    ],
)
def test_what_excel_has_spoilt_is_refused(value: Value, sort: str, code: str) -> None:
    with pytest.raises(Spoilt) as spoilt:
        cell_word(value, sort)
    assert spoilt.value.code == code


def test_a_bank_receipt_in_columns_is_the_paper_of_the_one_cell(tmp_path: Path) -> None:
    columns = ["业务编号", "银行回单号", "银行回单日期", "银行回单金额", "银行回单张数", "附件"]
    path = write_sheet(
        tmp_path / "表.xlsx",
        [columns, ["A", 1001, datetime.date(2026, 3, 1), 500.5, 2, "支付指令:Z1:2026-03-01"]],
    )
    (row,) = read_file(path, event_headings()).rows
    assert row.words == {
        "key": "A",
        "papers": [
            {"type": "支付指令", "number": "Z1", "date": "2026-03-01"},
            {
                "type": "bank-receipt",
                "number": "1001",
                "date": "2026-03-01",
                "amount": "500.50",
                "sheets": "2",
            },
        ],
    }


def test_papers_in_columns_are_read_from_csv_as_well(tmp_path: Path) -> None:
    path = tmp_path / "表.csv"
    path.write_text("业务编号*,银行回单号,银行回单日期\nA,H1,三月\n", encoding="utf-8")
    file = read_file(path, event_headings())
    assert [(f.row, f.field) for f in file.findings] == [
        (2, "papers.bank-receipt.date 银行回单日期")
    ]


@pytest.mark.parametrize(
    "stamp",
    [
        '<workbookPr date1904="1"/>',
        "",
    ],
)
def test_dates_are_days_in_either_calendar_of_excel(stamp: str, tmp_path: Path) -> None:
    serial = 44629 if stamp else 46091
    whole = parts(
        text_row(1, "业务编号", "日期")
        + f'<row r="2"><c r="A2"><v>7</v></c><c r="B2" s="1"><v>{serial}</v></c></row>',
        relations='<Relationship Id="rId5" Type="http://schemas.openxmlformats.org/'
        'officeDocument/2006/relationships/styles" Target="styles.xml"/>',
    )
    whole["xl/workbook.xml"] = whole["xl/workbook.xml"].replace(
        b"<sheets>", stamp.encode() + b"<sheets>"
    )
    whole["xl/styles.xml"] = (
        b'<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        b'<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
    )
    (row,) = read_file(packed(whole, tmp_path / "表.xlsx"), event_headings()).rows
    assert row.words == {"key": "7", "date": "2026-03-10"}


def test_an_unformatted_day_is_not_guessed(tmp_path: Path) -> None:
    path = write_sheet(tmp_path / "表.xlsx", [["业务编号", "日期"], ["A", 46091]])
    (row,) = read_file(path, event_headings()).rows
    assert row.words["date"] == "46091"
