"""Reports on paper: A4, nothing cut, headings on every page, texts as they are, the same bytes."""

from __future__ import annotations

import io
import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest
import typst
from click.testing import CliRunner

from cli import main
from ledger.basis.errors import Refused
from ledger.formats.print import pdf_bytes
from ledger.formats.print_fonts import PREFERRED, find_typeface, usable
from ledger.formats.report import WORDS, Column, Report, Row, money
from ledger.formats.terminal import save_all, show
from ledger.formats.workbook_report import workbook_bytes
from tests.print_reading import FONTS, outside, sheets
from tests.workbooks import sheet_values

if TYPE_CHECKING:
    from pathlib import Path

    from tests.office import Office
    from tests.print_reading import Sheet

COLUMNS = (
    Column(heading="日期"),
    Column(heading="摘要", wraps=WORDS),
    Column(heading="方向", shown="table"),
    Column(heading="机读编码", shown="file"),
    money("金额"),
    Column(heading="张数", align="right"),
)
HOSTILE = (
    "#panic(1)",
    "$x^2$",
    "*粗*_斜_",
    "@引用<标签>",
    "`代码`",
    r"反斜\杠\n",
    '"引号"',
    "{花}[方]",
    "= 标题",
    "// 注释 /* */",
    "~连~--三---点...",
    "https://example.invalid",
    "甲\x1b[31m\ud800乙",
)


def report(*rows: Row, title: str = "测试表", columns: tuple[Column, ...] = COLUMNS) -> Report:
    """Make a small report with every sort of column."""
    return Report(
        title=title,
        subtitle=("账套：兰州市职工医保（620100/employee）", "金额单位：元"),
        columns=columns,
        rows=rows,
        tree={},
        alerts=("有一笔特殊情况",),
        notes=("注：核对无误",),
    )


def row(summary: str, fen: int | None = 120_000_000, mark: str = "") -> Row:
    """Make a row of it."""
    return Row(cells=(date(2026, 3, 5), summary, "借", "Z9", fen, 3), mark=mark)


def printed(*reports: Report) -> list[Sheet]:
    """Print reports and read the pages; whatever is printed stays within the margins."""
    pages = sheets(pdf_bytes(reports, (FONTS,)))
    assert [outside(page) for page in pages] == [""] * len(pages)
    return pages


def refusals(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    """Give the codes of a refusal."""
    return [finding.code for finding in refused.value.findings]


def test_a_page_has_what_the_eye_sees_on_the_terminal() -> None:
    [page] = printed(report(row("拨付兰州市第一人民医院")))
    assert (round(page.width), round(page.height)) == (595, 842)
    for words in (
        "测试表",
        "账套：兰州市职工医保（620100/employee）",
        "金额单位：元",
        "有一笔特殊情况",
        "日期摘要方向金额张数",
        "2026-03-05拨付兰州市第一人民医院借1,200,000.003",
        "注：核对无误",
        "第1页共1页",
    ):
        assert words in page.text
    assert "机读编码" not in page.text
    assert "Z9" not in page.text


def test_headings_and_page_numbers_stand_on_every_page() -> None:
    """A hundred rows: the title once, the headings and a running title on each later page."""
    pages = printed(report(*(row(f"第{n:03d}笔") for n in range(100))))
    assert len(pages) == 3
    for number, page in enumerate(pages, 1):
        assert "日期摘要方向金额张数" in page.text
        assert f"第{number}页共3页" in page.text
        assert "测试表" in page.text
        assert ("（续）" in page.text) == (number > 1)
    whole = "".join(page.text for page in pages)
    assert [n for n in range(100) if whole.count(f"第{n:03d}笔") != 1] == []


def test_each_report_begins_a_page_and_pages_are_numbered_through_the_file() -> None:
    pages = printed(report(row("甲"), title="总账"), report(row("乙"), title="明细账"))
    assert [page.text[:2] for page in pages] == ["总账", "明细"]
    assert "第2页共2页" in pages[1].text
    assert "（续）" not in pages[1].text


def test_texts_are_data_and_print_as_they_are() -> None:
    hospital = report(*(row(text) for text in HOSTILE), title="#标题*$_@`\\")
    [page] = printed(hospital)
    for text in (*HOSTILE[:-1], "甲[31m乙", "#标题*$_@`\\"):
        assert text.replace(" ", "") in page.text


def test_the_same_report_gives_the_same_bytes() -> None:
    one = report(row("拨付"), row("合计", mark="total"))
    content = pdf_bytes([one], (FONTS,))
    assert content == pdf_bytes([one], (FONTS,))
    assert content.startswith(b"%PDF-1.7")
    assert content != pdf_bytes([report(row("拨付"))], (FONTS,))


def test_amounts_stay_whole_and_stand_under_one_another() -> None:
    """The last 分 of every amount ends at the same place, in bold or not."""
    amounts = (1, 120_000_000, -999_999_999_999_99, 999_999_999_999_99)
    marks = ("", "", "alert", "total")
    rows = (row("摘要很长的一笔" * 6, fen, mark) for fen, mark in zip(amounts, marks, strict=True))
    [page] = printed(report(*rows))
    found = [
        page.find(text)
        for text in ("0.01", "1,200,000.00", "-999,999,999,999.99", "999,999,999,999.99")
    ]
    assert len({round(word[-1].right) for word in found}) == 1
    assert all(len({round(glyph.base, 1) for glyph in word}) == 1 for word in found)


def test_what_is_alerting_or_negative_is_red() -> None:
    [page] = printed(report(row("特殊", mark="alert"), row("红字", -500), row("平常")))
    red = {words: page.find(words)[0].colour for words in ("有一笔", "特殊", "-5.00", "平常")}
    assert red["有一笔"] == red["特殊"] == red["-5.00"]
    assert red["特殊"] == pytest.approx((0.75, 0, 0), abs=0.01)
    assert max(red["平常"]) < 0.1


def test_a_very_long_text_goes_on_over_the_pages() -> None:
    pages = printed(report(row("长" * 9_000), row("末")))
    assert sum(page.text.count("长") for page in pages) == 9_000
    assert all("日期摘要方向金额张数" in page.text for page in pages)


def wide(count: int, *, spare: bool = False) -> Report:
    """Make a report with many columns of large amounts."""
    columns = tuple(
        Column(heading=f"金额{n}", align="right", money=True, spare=spare and n > 3)
        for n in range(count)
    )
    cells = tuple(100_000_000_000_00 + n for n in range(count))
    return report(Row(cells=cells), columns=columns)


@pytest.mark.parametrize(
    ("count", "paper", "size"),
    [(3, "portrait", 10), (5, "portrait", 9.5), (7, "landscape", 10), (10, "landscape", 7)],
)
def test_the_sheet_turns_and_the_type_shrinks_before_anything_goes(
    count: int, paper: str, size: float
) -> None:
    [page] = printed(wide(count))
    assert (page.width > page.height) == (paper == "landscape")
    assert "未打印" not in page.text
    assert page.find("100,000,000,000.00")[0].size <= size * 1.6
    assert f"100,000,000,000.{count - 1:02d}" in page.text


def test_where_it_is_still_too_wide_spare_columns_go_and_are_named() -> None:
    [page] = printed(wide(14, spare=True))
    assert "纸面较窄，未打印：" in page.text
    assert "金额13。写到.xlsx可见。" in page.text


def test_amounts_that_may_not_go_are_printed_smaller_but_whole() -> None:
    [page] = printed(wide(18))
    assert [n for n in range(18) if f"100,000,000,000.{n:02d}" not in page.text] == []


def letter() -> Report:
    """Make a letter: running text, a table, and who signs."""
    return Report(
        title="对账函",
        subtitle=("兰州市第一人民医院：",),
        columns=COLUMNS[:2],
        rows=(Row(cells=(date(2026, 3, 31), "余额")),),
        tree={},
        paragraphs=(
            "截至2026年3月31日，贵院尚未返还的预付金如下，请核对。" * 3,
            "请于七日内盖章寄回。",
        ),
        signatures=("制单", "审核", "会计主管", "经办机构负责人（签章）"),
    )


def test_a_letter_has_its_text_above_the_table_and_the_signatures_at_the_end() -> None:
    [page] = printed(letter())
    places = [
        page.find(words)[0].base
        for words in ("对账函", "截至2026年", "请于七日内", "余额", "制单", "会计主管")
    ]
    assert places == sorted(places, reverse=True)
    signs = [page.find(f"{name}")[0] for name in letter().signatures]
    below = page.find("第 1 页")[0].base if "第 1 页" in page.text else 60
    assert all(below < sign.base for sign in signs)


def test_the_terminal_and_the_workbook_show_them_too(tmp_path: Path) -> None:
    out = io.StringIO()
    show(letter(), "table", out)
    lines = out.getvalue().splitlines()
    assert lines[2].startswith("　　截至2026年3月31日")
    assert lines[-1] == "制单：　　审核：　　会计主管：　　经办机构负责人（签章）："
    path = save_all([letter()], "table", tmp_path / "函.xlsx")
    values = [str(cell) for cells in sheet_values(path) for cell in cells]
    assert "　　请于七日内盖章寄回。" in values
    assert "经办机构负责人（签章）：" in values


def test_a_letter_without_a_table_is_a_page_all_the_same() -> None:
    bare = Report(
        title="通知", subtitle=(), columns=(), rows=(), tree={}, paragraphs=("特此通知。",)
    )
    [page] = printed(bare)
    assert "特此通知。" in page.text
    out = io.StringIO()
    show(bare, "table", out)
    assert "　　特此通知。" in out.getvalue()
    assert workbook_bytes([bare])


def test_a_font_in_a_folder_comes_before_the_systems() -> None:
    assert find_typeface((FONTS / "没有的文件夹", FONTS)).family == "Noto Sans CJK SC"


def test_only_a_font_with_the_characters_will_do() -> None:
    """Typst's own fonts have no Chinese; a name alone is not believed."""
    assert list(usable(typst.Fonts(include_system_fonts=False))) == []


def test_without_a_chinese_font_the_refusal_says_where_it_looked_and_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    none = typst.Fonts(include_system_fonts=False)
    monkeypatch.setattr("typst.Fonts", lambda **_words: none)
    with pytest.raises(Refused) as refused:
        save_all([report()], "table", tmp_path / "表.pdf", (tmp_path / "fonts",))
    [finding] = refused.value.findings
    assert (finding.code, refused.value.exit_code) == ("FONT_MISSING", 2)
    assert str(tmp_path / "fonts") in finding.message
    assert "系统字体" in finding.message
    assert PREFERRED[0] in finding.message
    assert "PREPAY_FONTS" in finding.remedy
    assert list(tmp_path.iterdir()) == []


def test_a_character_that_no_font_has_is_named_and_nothing_is_written(tmp_path: Path) -> None:
    """A book with an empty box in place of a hospital's name is not fit for the archive."""
    with pytest.raises(Refused) as refused:
        save_all([report(row("医院\U0010fffd"))], "table", tmp_path / "表.pdf", (FONTS,))
    assert refusals(refused) == ["FONT_LACKS_CHARACTER"]
    assert "U+10FFFD" in refused.value.findings[0].message
    assert list(tmp_path.iterdir()) == []


def test_more_rows_than_can_be_printed_at_once_are_refused() -> None:
    with pytest.raises(Refused) as refused:
        pdf_bytes([report(*[row("拨付")] * 30_001)], (FONTS,))
    assert refusals(refused) == ["PRINT_TOO_LONG"]


def test_every_read_prints_by_the_ending_of_its_file(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The font lies in `fonts` beside the database, or where PREPAY_FONTS says."""
    url = office.desk.engine.url.render_as_string(hide_password=False)
    words = ("--database", url, "--book", "620100/employee", "report", "trial-balance")
    path = office.folder / "余额表.pdf"
    command = [*words, "--period", "2026-01", "--output", str(path)]
    monkeypatch.setenv("PREPAY_FONTS", str(FONTS))
    done = CliRunner().invoke(main, command)
    assert (done.exit_code, done.stdout) == (0, "")
    assert f"已写到 {path}" in done.stderr
    assert "科目余额表" in sheets(path.read_bytes())[0].text

    monkeypatch.delenv("PREPAY_FONTS")
    monkeypatch.chdir(office.folder)
    (office.folder / "fonts").mkdir()
    for font in FONTS.glob("*.ttc"):
        shutil.copy(font, office.folder / "fonts")
    again = office.folder / "再打一次.pdf"
    assert CliRunner().invoke(main, [*command[:-1], str(again)]).exit_code == 0
    assert again.read_bytes() == path.read_bytes()
