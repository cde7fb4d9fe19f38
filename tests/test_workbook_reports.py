"""Reports as workbooks: real numbers, harmless words, ready to print, the same bytes every time."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import zipfile
from datetime import date
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from cli import main
from ledger.basis.errors import Refused
from ledger.formats.report import WORDS, Column, Report, Row, money
from ledger.formats.terminal import save_all, show_all
from ledger.formats.workbook_report import sheet_names, workbook_bytes
from tests.office import FIRST, codes
from tests.workbooks import sheet_values

if TYPE_CHECKING:
    from pathlib import Path

    from tests.office import Office

HOSTILE = (
    '=HYPERLINK("http://x","点我")',
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "＝1+1",
    "\t=1",
    "|calc",
    "{=1}",
    "http://example.invalid",
    "_x000D_",
    "甲\x1b[31m\ud800\ufffe乙",
    "长" * 40_000,
    "6222020200112233445",
)


def report(*rows: Row, title: str = "测试表", book: str = "620100/employee") -> Report:
    """Make a small report with every sort of column."""
    return Report(
        title=title,
        subtitle=("账套：兰州市职工医保（620100/employee）", "金额单位：元"),
        alerts=("有一笔特殊情况",),
        notes=("注：测试",),
        columns=(
            Column(heading="日期"),
            Column(heading="摘要", wraps=WORDS),
            Column(heading="方向", shown="table"),
            Column(heading="编码", shown="file"),
            money("金额"),
            Column(heading="张数", align="right"),
        ),
        rows=rows,
        tree={"book": book},
    )


def row(summary: str, fen: int | None, mark: str = "") -> Row:
    """Make a row of it."""
    return Row(cells=(date(2026, 3, 5), summary, "借", "1101", fen, 3), mark=mark)


def saved(tmp_path: Path, *reports: Report) -> Path:
    """Save reports as a workbook."""
    return save_all(list(reports), "table", tmp_path / "表.xlsx")


def xml(path: Path, part: str = "xl/worksheets/sheet1.xml") -> str:
    """Read a part of a workbook."""
    with zipfile.ZipFile(path) as archive:
        return archive.read(part).decode()


def test_amounts_and_days_are_excels_own_below_title_subtitle_alerts_and_headings(
    tmp_path: Path,
) -> None:
    path = saved(tmp_path, report(row("拨付", 123_456_789_012), row("合计", -5_00, "total")))
    values = sheet_values(path)
    assert values[0][0] == "测试表"
    assert [line[0] for line in values[1:4]] == [
        "账套：兰州市职工医保（620100/employee）",
        "金额单位：元",
        "有一笔特殊情况",
    ]
    assert values[4] == ["日期", "摘要", "编码", "金额", "张数"]
    assert values[5] == [date(2026, 3, 5), "拨付", "1101", 1234567890.12, 3]
    assert values[6][3] == -5
    assert values[8][0] == "注：测试"


@pytest.mark.parametrize("fen", [1, 10, 29, 105, 9_999_999_999_999, 123_456_789_012_345])
def test_every_fen_of_an_amount_survives(fen: int, tmp_path: Path) -> None:
    from ledger.basis.money import parse_fen
    from ledger.intake.workbook.workbook_cells import cell_word

    values = sheet_values(saved(tmp_path, report(row("拨付", fen))))
    assert parse_fen(cell_word(values[5][3], "money")) == fen


@pytest.mark.parametrize("text", HOSTILE, ids=[ascii(text[:8]) for text in HOSTILE])
def test_words_stay_words_whatever_they_begin_with(text: str, tmp_path: Path) -> None:
    path = saved(tmp_path, report(row(text, 1), title=text))
    sheet = xml(path)
    assert "<f>" not in sheet
    assert "<hyperlink" not in sheet
    cell = sheet_values(path)[5][1]
    assert isinstance(cell, str)
    assert cell[:4].strip() == text[:4].strip() or "\x1b" in text
    assert len(cell) <= 32_000


def test_the_sheet_is_set_up_to_be_read_and_printed(tmp_path: Path) -> None:
    path = saved(tmp_path, report(row("拨付", 1), row("合计", -1, "total")))
    sheet, styles, book = xml(path), xml(path, "xl/styles.xml"), xml(path, "xl/workbook.xml")
    assert '<pane ySplit="5" topLeftCell="A6"' in sheet
    assert 'paperSize="9"' in sheet
    assert 'fitToHeight="0"' in sheet
    assert "第 &amp;P 页，共 &amp;N 页" in sheet
    assert "Print_Titles" in book
    assert "$1:$5" in book
    assert "#,##0.00;[Red]-#,##0.00" in styles
    assert "<b/>" in styles


def test_a_wide_table_is_printed_across_and_a_small_one_upright(tmp_path: Path) -> None:
    assert "landscape" not in xml(saved(tmp_path, report(row("拨付", 1))))
    assert 'orientation="landscape"' in xml(saved(tmp_path, report(row("拨付" * 40, 1))))


def test_several_reports_are_several_sheets_with_names_that_excel_takes() -> None:
    long = "科目余额表［甲/乙］:*?" * 5
    names = sheet_names(
        [
            report(),
            report(book="620100/resident"),
            report(book="620100/resident"),
            report(title=long),
            report(title=""),
            report(title="'引'"),
        ]
    )
    assert names[:3] == [
        "测试表 620100-employee",
        "测试表 620100-resident",
        "测试表 620100-resident (2)",
    ]
    assert all(0 < len(name) <= 31 and not re.search(r"[\[\]:*?/\\]", name) for name in names)
    assert len(set(names)) == len(names)


def test_the_same_report_is_the_same_bytes() -> None:
    given = [report(row("拨付", 1), row("合计", -1, "total"))]
    assert workbook_bytes(given) == workbook_bytes(given)


class Screen(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def test_a_workbook_is_not_poured_onto_a_screen() -> None:
    screen = Screen()
    with pytest.raises(Refused) as refused:
        show_all([report()], "xlsx", screen)
    assert codes(refused.value.findings) == ["FORMAT_NEEDS_FILE"]
    assert screen.getvalue() == ""


@pytest.mark.parametrize(
    ("name", "form"), [("表.docx", "table"), ("表.csv", "xlsx"), ("表", "json")]
)
def test_a_file_says_by_its_ending_what_it_is(name: str, form: str, tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        save_all([report()], form, tmp_path / name)
    assert codes(refused.value.findings) == ["FILE_KIND"]
    assert list(tmp_path.iterdir()) == []


def run(office: Office, *words: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command on the office's database."""
    url = office.desk.engine.url.render_as_string(hide_password=False)
    return subprocess.run(
        [sys.executable, "-m", "cli", *words],
        env=os.environ | {"PREPAY_DATABASE": url},
        capture_output=True,
        check=False,
    )


def test_every_way_out_of_a_report_gives_the_same_workbook(office: Office) -> None:
    office.fund()
    office.on("2026-03-25")
    office.post(office.pay(FIRST, "600000.00"))
    path = office.folder / "余额表.xlsx"
    words = ["report", "trial-balance", "--period", "2026-03", "--book", "620100/employee"]

    piped = run(office, *words, "--format", "xlsx")
    written = run(office, *words, "--output", str(path))

    assert (piped.returncode, written.returncode) == (0, 0)
    assert path.read_bytes() == piped.stdout
    assert written.stdout == b""
    cells = {cell for line in sheet_values(path) for cell in line}
    assert f"1101.01.{FIRST}.2026" in cells
    assert 600000 in cells


def test_a_template_comes_from_the_command_line_without_a_database(tmp_path: Path) -> None:
    path = tmp_path / "拨付.xlsx"
    done = CliRunner().invoke(
        main, ["--database", str(tmp_path / "没有.db"), "template", "拨付", str(path)]
    )
    assert done.exit_code == 0
    assert path.exists()
    assert not (tmp_path / "没有.db").exists()
