"""What reaches the screen, the pipe and Excel: aligned, whole, harmless, in Chinese."""

from __future__ import annotations

import io
import subprocess
import sys
from datetime import date

import pytest

from ledger.basis.errors import Finding
from ledger.formats.files import csv_text, harmless, json_text
from ledger.formats.report import WORDS, Column, Report, Row, money
from ledger.formats.terminal import prepare_streams, show, show_findings
from ledger.formats.wide_text import cells, fold, pad, plain

NAME = "甘肃省兰州市城关区第一人民医院（东岗分院）"


def report(*rows: Row) -> Report:
    """Make a small report with every sort of column."""
    return Report(
        title="测试表",
        subtitle=("账套：兰州市职工医保（620100/employee）", "金额单位：元"),
        columns=(
            Column(heading="日期"),
            Column(heading="摘要", wraps=WORDS),
            Column(heading="制单", spare=True),
            Column(heading="编码", shown="file"),
            money("金额"),
        ),
        rows=rows,
        tree={"名称": NAME, "date": date(2026, 3, 5), "amount": "-1.00"},
    )


def row(summary: str, fen: int | None, mark: str = "") -> Row:
    """Make a row of it."""
    return Row(cells=(date(2026, 3, 5), summary, "王敏", "1101", fen), mark=mark)


LARGE = report(row(NAME, 123_456_789_012), row("红字冲销", -5_00), row("合计", 1, "total"))


class Screen(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


@pytest.fixture
def colours(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Take away whatever the surroundings say about colours and width."""
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    return monkeypatch


def printed(of: Report, form: str = "table") -> str:
    """Print into a pipe."""
    out = io.StringIO()
    show(of, form, out)
    return out.getvalue()


def on_screen(of: Report, width: int, patch: pytest.MonkeyPatch) -> list[str]:
    """Print on a terminal of a width, without colour."""
    patch.setenv("TERM", "dumb")
    patch.setenv("COLUMNS", str(width))
    out = Screen()
    show(of, "table", out)
    return out.getvalue().splitlines()


def test_amounts_stand_right_aligned_with_commas_under_their_heading() -> None:
    lines = printed(LARGE).splitlines()
    heading = next(line for line in lines if "金额" in line and "摘要" in line)
    amounts = [line for line in lines if line.endswith(("1,234,567,890.12", "-5.00", " 0.01"))]
    assert len(amounts) == 3
    assert {cells(line) for line in (heading, *amounts)} == {cells(heading)}


def test_a_pipe_gets_everything_on_one_line_without_colour() -> None:
    text = printed(LARGE)
    assert "\x1b" not in text
    line = next(line for line in text.splitlines() if NAME in line)
    assert line.endswith("1,234,567,890.12")
    assert not [line for line in text.splitlines() if line != line.rstrip()]


@pytest.mark.parametrize("width", [120, 80, 60, 50])
def test_a_screen_is_never_overrun_and_words_fold(width: int, colours: pytest.MonkeyPatch) -> None:
    lines = on_screen(LARGE, width, colours)
    assert max(map(cells, lines)) <= width
    assert any(line.endswith("1,234,567,890.12") for line in lines)


def test_a_narrow_screen_says_what_it_leaves_out(colours: pytest.MonkeyPatch) -> None:
    text = "\n".join(on_screen(LARGE, 44, colours))
    assert "王敏" not in text
    assert "未显示：制单" in text.replace("\n", "")
    assert "1,234,567,890.12" in text


def test_money_stays_whole_on_a_screen_that_is_far_too_narrow(colours: pytest.MonkeyPatch) -> None:
    lines = on_screen(LARGE, 20, colours)
    assert any(line.endswith("1,234,567,890.12") for line in lines)
    assert any(line.endswith(" -5.00") for line in lines)


def test_red_is_red_with_its_minus_sign_unless_no_color(colours: pytest.MonkeyPatch) -> None:
    out = Screen()
    show(LARGE, "table", out)
    assert "-5.00" in out.getvalue()
    assert "\x1b[31m" in out.getvalue()
    colours.setenv("NO_COLOR", "1")
    out = Screen()
    show(LARGE, "table", out)
    assert "-5.00" in out.getvalue()
    assert "\x1b[31m" not in out.getvalue()


def test_marks_and_escapes_in_a_summary_do_nothing(colours: pytest.MonkeyPatch) -> None:
    tricky = report(row("[red]拨付[/red] :smile: \x1b[2J\u202e\n第二行", 1))
    lines = on_screen(tricky, 120, colours)
    assert any("[red]拨付[/red] :smile:  [2J  第二行" in line for line in lines)


def test_json_keeps_order_and_chinese() -> None:
    text = printed(LARGE, "json")
    assert text == f'{{\n  "名称": "{NAME}",\n  "date": "2026-03-05",\n  "amount": "-1.00"\n}}\n'
    with pytest.raises(TypeError, match="no place in a report"):
        json_text({"amount": {1, 2}})


def test_csv_has_a_bom_chinese_headings_and_plain_numbers() -> None:
    lines = printed(LARGE, "csv").splitlines()
    assert lines[0] == "\ufeff日期,摘要,制单,编码,金额"
    assert lines[1] == f"2026-03-05,{NAME},王敏,1101,1234567890.12"
    assert lines[2] == "2026-03-05,红字冲销,王敏,1101,-5.00"
    assert csv_text(report(row("空", None))).splitlines()[1] == "2026-03-05,空,王敏,1101,"


@pytest.mark.parametrize(
    "words",
    [
        "=1+1",
        "+86",
        "-注销",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        " =1",
        "　＝1",
        "＋1",
        "－1",
        "＠A",
    ],
)
def test_no_words_become_a_formula_in_excel(words: str) -> None:
    assert harmless(words) == f"'{words}"
    assert harmless("拨付=1") == "拨付=1"


def test_files_are_utf8_even_where_the_console_speaks_gbk() -> None:
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="gbk", errors="strict")
    show(report(row("𠮷林医院", 1)), "csv", out)
    assert raw.getvalue().startswith(b"\xef\xbb\xbf")
    assert "𠮷林医院" in raw.getvalue().decode()


def test_a_csv_on_the_screen_has_no_bom() -> None:
    out = Screen()
    show(LARGE, "csv", out)
    assert out.getvalue().startswith("日期")


def test_a_gbk_console_neither_crashes_nor_loses_its_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="gbk", errors="strict")
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", object())  # Nothing to reconfigure here.
    prepare_streams()
    show(report(row("𠮷林医院", 1)), "table", out)
    out.flush()
    text = raw.getvalue().decode("gbk")
    assert "?林医院" in text
    assert "-" * 30 in text
    assert "─" not in text


def test_streams_that_are_closed_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    closed = io.TextIOWrapper(io.BytesIO(), encoding="gbk")
    closed.close()
    monkeypatch.setattr(sys, "stdout", closed)
    monkeypatch.setattr(sys, "stderr", None)
    prepare_streams()


OVER = Finding(
    code="LIMIT_EXCEEDED",
    message="拨付 1,300,000.00 元，超过核定额 1,200,000.00 元",
    remedy="把金额改到 1,200,000.00 元以内",
    clause="甘肃·三",
    row=3,
    field="amount 金额",
    key="D-3",
)


def missing(at: int) -> Finding:
    """Make the finding of a row without a date."""
    return Finding(
        code="WORD_MISSING",
        message="缺少日期（date）",
        remedy="填写日期",
        row=at,
        field="date 日期",
        key=f"D-{at}",
        unreadable=True,
    )


def test_a_refusal_tells_where_what_why_and_what_to_do() -> None:
    out = io.StringIO()
    show_findings([OVER, missing(4), missing(9)], out)
    assert out.getvalue() == (
        "被拒绝：共 3 处，账簿没有任何改动。\n"
        "\n"
        "1. 拨付 1,300,000.00 元，超过核定额 1,200,000.00 元 [LIMIT_EXCEEDED]\n"
        "   位置：第 3 行 · amount 金额 · 业务编号 D-3\n"
        "   依据：甘肃·三\n"
        "   办法：把金额改到 1,200,000.00 元以内\n"
        "\n"
        "2. 缺少日期（date） [WORD_MISSING]\n"
        "   位置：第 4 行 · date 日期 · 业务编号 D-4；第 9 行 · date 日期 · 业务编号 D-9\n"
        "   办法：填写日期\n"
    )
    out.getvalue().encode("gbk")


def test_warnings_and_unsound_books_have_their_own_headings() -> None:
    out = io.StringIO()
    show_findings([OVER], out, tone="warning")
    show_findings([OVER], out, tone="unsound")
    show_findings([], out)
    headings = [line for line in out.getvalue().splitlines() if "共 1 处" in line]
    assert headings == ["提醒：共 1 处，请核对；不影响办理。", "账簿不能自证：共 1 处。"]


def test_a_refusal_folds_on_a_narrow_screen_with_its_amounts_whole(
    colours: pytest.MonkeyPatch,
) -> None:
    colours.setenv("TERM", "dumb")
    colours.setenv("COLUMNS", "40")
    out = Screen()
    show_findings([OVER], out)
    lines = out.getvalue().splitlines()
    assert max(map(cells, lines)) <= 40
    assert any("1,300,000.00" in line for line in lines)
    assert any("1,200,000.00" in line for line in lines)


def test_chinese_takes_two_cells_and_folds_where_it_reads_well() -> None:
    assert cells("预付金ab") == 8
    assert pad("借", 4, "center") == " 借 "
    assert pad("元", 4, "right") == "  元"
    assert fold("1101.01.H62010000001.2026", 20) == ["1101.01.", "H62010000001.2026"]
    assert fold("共计 1,200,000.00 元", 14) == ["共计", "1,200,000.00", "元"]
    assert fold("兰州市第一人民医院2025年", 22) == ["兰州市第一人民医院", "2025年"]
    assert fold("拨付预付金。返还", 10) == ["拨付预付", "金。返还"]
    assert fold("abcdefghij", 4) == ["abcd", "efgh", "ij"]
    assert plain("记\u200b账\tA") == "记 账 A"


def test_rich_is_not_loaded_before_a_table_is_drawn() -> None:
    code = "import sys, ledger.formats.terminal; sys.exit('rich' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
