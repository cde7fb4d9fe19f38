"""What nobody can have meant in a workbook is marked where it stands, and its rows are counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ledger.intake.files import read_file
from ledger.intake.intake import event_headings
from tests.hostile_workbooks import GOOD, HEAD, LINKED, ROW, with_part
from tests.workbooks import packed, parts, text_row

if TYPE_CHECKING:
    from pathlib import Path

    from ledger.intake.files import RawFile


def read(body: str, path: Path, **more: str) -> RawFile:
    """Read a workbook of one sheet."""
    return read_file(packed(parts(body, **more), path), event_headings())


def numbers(file: RawFile) -> list[int]:
    """List the numbers of the rows read."""
    return [row.number for row in file.rows]


MARKED: tuple[tuple[str, str, dict[str, str], list[tuple[int | None, str, str]]], ...] = (
    (
        "a formula in a row",
        HEAD + '<row r="2"><c r="A2"><f>1+1</f><v>2</v></c></row>',
        {},
        [(2, "CELL_FORMULA", "key 业务编号（A 列）")],
    ),
    (
        "a formula that was never worked out",
        HEAD + '<row r="2"><c r="A2"><f>1+1</f></c><c r="B2"><v>7</v></c></row>',
        {},
        [(2, "CELL_FORMULA", "key 业务编号（A 列）")],
    ),
    (
        "a broken reference",
        HEAD + '<row r="2"><c r="A2"><v>5</v></c><c r="C2" t="e"><v>#REF!</v></c></row>',
        {},
        [(2, "CELL_ERROR", "summary 摘要（C 列）")],
    ),
    (
        "a broken reference pasted as text",
        HEAD + text_row(2, "A-1", "拨付", "#REF!"),
        {},
        [(2, "CELL_ERROR", "summary 摘要（C 列）")],
    ),
    (
        "a row that is nothing but an error",
        GOOD + '<row r="3"><c r="A3" t="e"><v>#N/A</v></c></row>',
        {},
        [(3, "CELL_ERROR", "key 业务编号（A 列）")],
    ),
    (
        "merged cells",
        GOOD,
        {"after": '<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>'},
        [(2, "CELL_MERGED", "key 业务编号（A 列）")],
    ),
    (
        "a hidden row",
        HEAD + ROW.replace('<row r="2"', '<row r="2" hidden="1"'),
        {},
        [(2, "ROW_HIDDEN", "")],
    ),
    (
        "a row of no height",
        HEAD + ROW.replace('<row r="2"', '<row r="2" ht="0"'),
        {},
        [(2, "ROW_HIDDEN", "")],
    ),
    (
        "a hidden column",
        GOOD,
        {"before": '<cols><col min="3" max="3" width="9" hidden="1"/></cols>'},
        [(2, "COLUMN_HIDDEN", "summary 摘要（C 列）")],
    ),
    (
        "an account number that has lost its last digits",
        HEAD + '<row r="2"><c r="A2"><v>6222020200112233445</v></c></row>',
        {},
        [(2, "CELL_DIGITS_LOST", "key 业务编号（A 列）")],
    ),
    (
        "a number that is none",
        HEAD + '<row r="2"><c r="A2"><v>NaN</v></c></row>',
        {},
        [(2, "CELL_UNREADABLE", "key 业务编号（A 列）")],
    ),
    (
        "a value under no heading",
        HEAD + text_row(2, "A-1", "拨付", "说明", "多余"),
        {},
        [(2, "CELL_WITHOUT_HEADING", "D 列")],
    ),
    (
        "headings of another table",
        text_row(1, "姓名", "电话") + ROW,
        {},
        [(1, "HEADINGS_UNKNOWN", "")],
    ),
    (
        "a heading twice",
        text_row(1, "业务编号", "业务编号") + ROW.replace('r="C2"', 'r="B2"', 0),
        {},
        [(1, "ROW_UNREADABLE", "业务编号"), (2, "CELL_WITHOUT_HEADING", "C 列")],
    ),
)


@pytest.mark.parametrize(
    ("body", "more", "expected"), [case[1:] for case in MARKED], ids=[case[0] for case in MARKED]
)
def test_what_nobody_can_have_meant_is_marked_where_it_stands(
    body: str, more: dict[str, str], expected: list[tuple[int | None, str, str]], tmp_path: Path
) -> None:
    file = read(body, tmp_path / "表.xlsx", **more)
    assert [(f.row, f.code, f.field) for f in file.findings] == expected


@pytest.mark.parametrize("dimension", ["A1:B1", "A1:XFD1048576"])
def test_a_false_dimension_hides_no_row(dimension: str, tmp_path: Path) -> None:
    body = HEAD + "".join(text_row(n, f"A-{n}", "拨付") for n in range(2, 52))
    file = read(body, tmp_path / "表.xlsx", before=f'<dimension ref="{dimension}"/>')
    assert numbers(file) == list(range(2, 52))
    assert file.findings == ()


def test_rows_far_below_that_are_only_coloured_do_no_harm(tmp_path: Path) -> None:
    body = GOOD + '<row r="1048576" s="1"><c r="A1048576"/><c r="XFD1048576"/></row>'
    assert numbers(read(body, tmp_path / "表.xlsx")) == [2]


def test_a_link_to_a_web_page_is_no_link_to_another_file(tmp_path: Path) -> None:
    link = LINKED.replace(b"/externalLinkPath", b"/hyperlink")
    path = with_part("xl/worksheets/_rels/sheet1.xml.rels", link)(tmp_path / "表.xlsx")
    assert numbers(read_file(path, event_headings())) == [2]


def test_rows_read_and_rows_refused_are_the_rows_of_the_file(tmp_path: Path) -> None:
    wrong = '<row r="{n}"><c r="A{n}"><f>1</f><v>1</v></c></row>'
    body = HEAD + "".join(
        text_row(n, f"A-{n}", "拨付") if n % 3 else wrong.format(n=n) for n in range(2, 200)
    )
    file = read(body, tmp_path / "表.xlsx")
    refused = {finding.row for finding in file.findings}
    whole = [number for number in numbers(file) if number not in refused]
    assert {*whole, *refused} == set(range(2, 200))
    assert len(whole) + len(refused) == 198


def test_big5_read_as_gb18030_is_told_by_its_headings(tmp_path: Path) -> None:
    path = tmp_path / "表.csv"
    path.write_bytes("業務編號,業務類型\nA-1,撥付\n".encode("big5"))
    file = read_file(path, event_headings())
    assert [finding.code for finding in file.findings] == ["HEADINGS_UNKNOWN"]
    assert file.rows == ()
