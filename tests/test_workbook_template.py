"""Templates: drawn from what events declare, the same bytes every time, nothing read by mistake."""

from __future__ import annotations

import re
import zipfile
from datetime import date
from typing import TYPE_CHECKING

import pytest

from ledger.basis.errors import Refused
from ledger.basis.terms import EVENT_KINDS
from ledger.events.kinds import spelled
from ledger.intake.files import read_file
from ledger.intake.intake import ENTERED, event_headings
from ledger.intake.returned import hand_back, returning, situated
from ledger.intake.template import EVENTS, HOSPITALS, columns_of
from ledger.intake.template_file import example_of, template_bytes, write_template
from ledger.workflow.setup.account_template import write_account_template
from ledger.workflow.setup.hospital_accounts import account_headings, import_accounts
from ledger.workflow.setup.masters import hospital_headings, import_hospitals
from tests.office import FIRST, Office, codes
from tests.workbooks import rewritten, sheet_values, write_sheet

if TYPE_CHECKING:
    from pathlib import Path

    from ledger.intake.workbook.workbook_read import Value

ASKED = [kind.KIND for kind in ENTERED] + [EVENTS]


def refusal(path: Path, headings: dict[str, str]) -> list[str]:
    """Give the codes that a file is refused for."""
    with pytest.raises(Refused) as refused:
        read_file(path, headings)
    return codes(refused.value.findings)


@pytest.mark.parametrize("kind", ASKED)
def test_a_template_as_it_comes_holds_no_row(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "模板.xlsx"
    write_template(kind, path, book="620200/resident")
    assert refusal(path, event_headings()) == ["FILE_EMPTY"]


def test_the_hospital_template_as_it_comes_holds_no_row(tmp_path: Path) -> None:
    path = tmp_path / "模板.xlsx"
    write_template("医疗机构", path)
    assert refusal(path, hospital_headings()) == ["FILE_EMPTY"]


@pytest.mark.parametrize("kind", [kind.KIND for kind in ENTERED])
def test_every_word_that_a_kind_must_have_is_marked_and_has_a_known_heading(kind: str) -> None:
    columns = {column.name: column for column in columns_of(kind)}
    headings = event_headings()
    for word in spelled(kind).values():
        if word.name != "corrects":
            assert columns[word.name].required == word.required
    assert all(headings[column.heading] == column.name for column in columns.values())


@pytest.mark.parametrize("kind", [kind.KIND for kind in ENTERED])
def test_every_word_of_a_closed_vocabulary_has_its_drop_down(kind: str) -> None:
    columns = {column.name: column for column in columns_of(kind)}
    for word in spelled(kind).values():
        if "one_of" in word.read.__qualname__ or word.read.__name__ == "as_flag":
            choices = columns[word.name].choices
            assert choices
            assert [word.read(choice) for choice in choices]


@pytest.mark.parametrize("kind", [kind.KIND for kind in ENTERED])
def test_the_example_is_one_that_would_be_read_whole(kind: str, tmp_path: Path) -> None:
    columns = columns_of(kind)
    example = dict(example_of(kind)) | {"key": "真的一笔"}
    path = write_sheet(
        tmp_path / "表.xlsx",
        [[c.heading for c in columns], [example.get(c.name, "") for c in columns]],
        name=EVENT_KINDS[kind],
    )
    file = read_file(path, event_headings())
    assert file.findings == ()
    for word in spelled(kind).values():
        given = file.rows[0].words.get(word.name)
        assert word.read(given) is not None if given else not word.required


def test_a_template_is_the_same_bytes_every_time() -> None:
    assert template_bytes("disbursement") == template_bytes("disbursement")


def test_a_template_has_drop_downs_checks_and_a_frozen_heading(tmp_path: Path) -> None:
    path = tmp_path / "拨付.xlsx"
    write_template("拨付", path)
    with zipfile.ZipFile(path) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert '<formula1>"职工,居民"</formula1>' in sheet
    assert '<formula1>"支出户,财政专户"</formula1>' in sheet
    assert "ISNUMBER(H2)" in sheet
    assert 'ySplit="1"' in sheet
    assert len(re.findall("<dataValidation ", sheet)) > 8
    guide = sheet_values(path, 1)
    assert ["业务编号", "必填"] in [row[:2] for row in guide]


def test_an_example_row_that_was_written_over_is_not_lost(tmp_path: Path) -> None:
    path = tmp_path / "拨付.xlsx"
    write_template("拨付", path)
    rewritten(path, {(2, "金额"): 86000})
    file = read_file(path, event_headings())
    assert [(f.row, f.code) for f in file.findings] == [(2, "EXAMPLE_CHANGED")]
    assert file.rows == ()


def test_a_sheet_with_a_title_above_its_headings_comes_back_whole(tmp_path: Path) -> None:
    path = write_sheet(tmp_path / "表.xlsx", [["三月拨付"], ["业务编号", "金额"], ["A", 5]])
    file = read_file(path, event_headings())
    assert [(f.row, f.code) for f in file.findings] == [(1, "HEADINGS_UNKNOWN")]
    assert file.rows == ()
    copy = hand_back(file, file.findings)
    assert copy is not None
    values = sheet_values(copy)
    assert "没有一个认识的栏目名" in str(values[3][0])
    assert [line[:2] for line in values[-2:]] == [["业务编号", "金额"], ["A", 5]]


def test_a_value_under_no_heading_is_marked_where_it_stands(tmp_path: Path) -> None:
    path = write_sheet(tmp_path / "表.xlsx", [["业务编号"], ["A", "", "多余"]])
    file = read_file(path, event_headings())
    assert [(f.row, f.field) for f in situated(file, file.findings)] == [(2, "C 列")]
    copy = hand_back(file, file.findings)
    assert copy is not None
    assert sheet_values(copy)[-1][:3] == ["A", "", "多余"]
    with zipfile.ZipFile(copy) as archive:
        assert 'ref="C5"' in archive.read("xl/comments1.xml").decode()


def test_a_template_never_writes_over_a_file(tmp_path: Path) -> None:
    path = tmp_path / "拨付.xlsx"
    path.write_text("填好的表", encoding="utf-8")
    with pytest.raises(Refused) as refused:
        write_template("拨付", path)
    assert codes(refused.value.findings) == ["FILE_EXISTS"]
    assert path.read_text(encoding="utf-8") == "填好的表"


@pytest.mark.parametrize(("word", "name"), [("period-end", "表.xlsx"), ("拨付款", "表.xlsx")])
def test_only_what_people_enter_has_a_template(word: str, name: str, tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        write_template(word, tmp_path / name)
    assert codes(refused.value.findings) == ["TEMPLATE_UNKNOWN"]


def test_a_list_of_hospitals_comes_back_marked_and_is_imported_once_mended(office: Office) -> None:
    path = office.folder / "名单.xlsx"
    headings = [column.heading for column in columns_of(HOSPITALS)]
    good = ["H62010000008", "皋兰示范医院", "公立", "二级甲等", "是", "", "62220008", "", ""]
    bad = ["H62010000009", "红古示范医院", "集体", "一级", "", "", "", "", ""]
    write_sheet(path, [headings, good, bad], name="医疗机构")
    said: list[str] = []
    office.desk.operator = "制单乙"
    file = read_file(path, hospital_headings())
    with pytest.raises(Refused) as refused, returning(file, said.append):
        import_hospitals(office.desk, file)
    assert [(f.row, f.field) for f in refused.value.findings] == [
        (3, "inpatient 收治住院（E 列）"),
        (3, "ownership 性质（C 列）"),
    ]
    assert said == ["名单.xlsx：已标在 名单-有误.xlsx 里，改好后录入那一份"]

    copy = office.folder / "名单-有误.xlsx"
    values = sheet_values(copy)
    for row in values:
        if row[0] == "H62010000009":
            row[2], row[4] = "非公立", "否"
    write_sheet(copy, values, name="医疗机构")
    fresh, same = import_hospitals(office.desk, read_file(copy, hospital_headings()))
    assert ([hospital.code for hospital in fresh], same) == (
        ["H62010000008", "H62010000009"],
        0,
    )


def test_the_template_of_hospital_accounts_is_filled_in_and_imported(
    office: Office, tmp_path: Path
) -> None:
    path = tmp_path / "账户.xlsx"
    assert write_account_template(path) == "医疗机构账户"
    assert refusal(path, account_headings()) == ["FILE_EMPTY"]
    with zipfile.ZipFile(path) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert '<formula1>"自有账户,集中核算"</formula1>' in sheet
    numbers = [FIRST, "6222000011", "自有账户"]
    days = [date(2026, 3, 1), date(2026, 6, 30)]
    filled: list[Value] = [*numbers, *days, "财函〔2026〕3号:2026-03-01"]
    path = write_sheet(tmp_path / "填好.xlsx", [list(sheet_values(path)[0]), filled])
    office.desk.operator = "制单乙"
    [one] = import_accounts(office.desk, read_file(path, account_headings()))
    assert (one.account.number, one.account.kind) == ("6222000011", "own")
    assert (one.account.since, one.account.until) == (date(2026, 3, 1), date(2026, 6, 30))
