"""Cells and words that no accountant means, through every way in: each is refused in a sentence.

Numbers beyond all numbers, and marks that nobody sees: they turn a name round, or end it early.
"""

from __future__ import annotations

import csv
import io
import json
import zipfile
from typing import TYPE_CHECKING

import pytest
import xlsxwriter
from click.testing import CliRunner

from cli import main
from ledger.store.bank.bank_lines import read_lines
from ledger.store.engine import reading
from tests.hostile_words import HOSTILE, WAYS_IN, WayIn
from tests.office import EMPLOYEE

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from click.testing import Result

    from tests.office import Office

UNSEEN = ("turned around", "nought", "unseen")
#: Columns whose word is a number, a day or one of a list: nothing of the kind is any of these.
STRICT = {
    "record": ("业务类型", "日期", "统筹区", "险种", "金额", "附件"),
    "hospital": ("性质", "收治住院", "生效日期"),
    "fund": ("统筹区", "险种", "年度", "累计结余", "当年收入"),
    "payments": ("统筹区", "险种", "月份", "服务类别", "支付方", "金额"),
    "bank": ("交易日期", "贷方发生额", "余额"),
    "licence": ("注销日期",),
}


def as_csv(row: Mapping[str, str]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerows([row, row.values()])
    return out.getvalue().encode("utf-8", "surrogatepass")


def as_workbook(row: Mapping[str, str]) -> bytes:
    """Write a workbook; what Excel's file cannot hold is left as Excel escapes it."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet()
    for n, (heading, word) in enumerate(row.items()):
        sheet.write_string(0, n, heading)
        sheet.write_string(1, n, word)
    book.close()
    return out.getvalue()


def with_number(content: bytes, number: str) -> bytes:
    """Put a number as Excel writes numbers, however large, into the first empty cell of row 2."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name.endswith("sheet1.xml"):
                text = text.replace(b"<v>7777777</v>", f"<v>{number}</v>".encode())
            new.writestr(name, text)
    return out.getvalue()


def given(office: Office, way: WayIn, file: Path) -> Result:
    """Run the way in; whatever comes up as an exception of Python's fails the test."""
    url = office.desk.engine.url.render_as_string(hide_password=False)
    words = [word.replace("{file}", str(file)) for word in way.command.split()]
    done = CliRunner().invoke(main, ["--database", url, "--as", way.by, *words])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    assert "Traceback" not in done.output
    return done


@pytest.mark.parametrize("name", WAYS_IN)
def test_the_honest_row_is_taken(office: Office, name: str) -> None:
    file = office.folder / "诚实.csv"
    file.write_bytes(as_csv(WAYS_IN[name].row))
    done = given(office, WAYS_IN[name], file)
    assert done.exit_code == 0, done.output


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
@pytest.mark.parametrize("name", WAYS_IN)
def test_nothing_hostile_comes_through(office: Office, name: str, ending: str) -> None:
    """Every column × every hostile word: exit 2, nothing changed; or text that is only text."""
    way = WAYS_IN[name]
    for column in way.row:
        for what, word in HOSTILE.items():
            row = {**way.row, column: word}
            if ending == "xlsx" and what == "half a sign":
                continue  # No workbook can be written with it.
            content = as_csv(row) if ending == "csv" else as_workbook(row)
            file = office.folder / f"坏.{ending}"
            file.write_bytes(content)
            done = given(office, way, file)
            if column in STRICT[name] or (what in UNSEEN and name != "bank"):
                assert done.exit_code in (1, 2), (column, what, done.output)


@pytest.mark.parametrize("number", ["1E400", "-1E400", "NaN", "1E308"])
@pytest.mark.parametrize("name", WAYS_IN)
def test_a_number_beyond_numbers_in_a_cell_is_refused(
    office: Office, name: str, number: str
) -> None:
    way = WAYS_IN[name]
    column = {"record": "金额", "bank": "余额", "licence": "注销日期"}.get(name, list(way.row)[-1])
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet()
    for n, (heading, word) in enumerate(way.row.items()):
        sheet.write_string(0, n, heading)
        if heading == column:
            sheet.write_number(1, n, 7777777)
        else:
            sheet.write_string(1, n, word)
    book.close()
    file = office.folder / "数.xlsx"
    file.write_bytes(with_number(out.getvalue(), number))
    done = given(office, way, file)
    assert done.exit_code == 2, done.output


def test_json_may_say_nought_and_nonsense_in_a_word(office: Office) -> None:
    way = WAYS_IN["record"]
    honest = {
        "kind": "allocation",
        "key": "拨入-1",
        "date": "2026-01-03",
        "area": "620100",
        "fund": "employee",
        "summary": "拨入",
        "amount": "100.00",
        "papers": [
            {"type": "funding-plan", "number": "计1", "date": "2026-01-02"},
            {"type": "allocation-notice", "number": "通1", "date": "2026-01-02"},
            {"type": "bank-receipt", "number": "回1", "date": "2026-01-03"},
        ],
    }
    file = office.folder / "业务.jsonl"
    for word in HOSTILE.values():
        for name in honest:
            file.write_text(json.dumps({**honest, name: word}) + "\n", "utf-8")
            if name not in ("key", "summary") or word.startswith("甲"):
                assert given(office, way, file).exit_code == 2, (name, word)
    for number in ("1e400", "NaN", "-Infinity"):
        text = json.dumps({**honest, "amount": 7777777}).replace("7777777", number)
        file.write_text(text + "\n", "utf-8")
        assert given(office, way, file).exit_code == 2
    text = json.dumps(honest, ensure_ascii=False).replace('"计1"', '"计\u202e1"')
    file.write_text(text + "\n", "utf-8")
    done = given(office, way, file)
    assert done.exit_code == 2
    assert "看不见的字符" in done.output


def test_what_a_bank_prints_is_kept_without_unseen_marks(office: Office) -> None:
    """A statement is taken as the bank makes it: its marks are left out, its words are not."""
    way = WAYS_IN["bank"]
    row = {**way.row, "摘要": "拨\u200b款\x00", "对方户名": "\u202e兰州市财政局"}
    file = office.folder / "对账单.csv"
    file.write_bytes(as_csv(row))
    assert given(office, way, file).exit_code == 0
    with reading(office.desk.engine) as conn:
        (line,) = read_lines(conn, EMPLOYEE, "1004")
    assert (line.summary, line.counterparty) == ("拨款", "兰州市财政局")


@pytest.mark.parametrize(
    "words",
    [
        ("operator", "add", "甲\u202e乙", "--role", "制单"),
        ("init", "--area", "620100", "--name", "兰州\u202e市", "--profile", "gansu"),
        ("account", "add", "1004", "--bank", "示范\u200b银行", "--number", "1", "--shared"),
        ("reject", "x", "--reason", "看\ufeff错"),
        ("log", "--find", "甲\u202e乙"),
    ],
)
def test_words_of_a_command_have_no_unseen_marks(office: Office, words: tuple[str, ...]) -> None:
    url = office.desk.engine.url.render_as_string(hide_password=False)
    done = CliRunner().invoke(main, ["--database", url, *words])
    assert done.exit_code == 2
    assert "看不见的字符" in done.output
