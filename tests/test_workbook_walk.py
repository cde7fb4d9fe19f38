"""As a new user would: a template, twenty disbursements, five mistakes, and mending them."""

from __future__ import annotations

import zipfile
from datetime import date
from typing import TYPE_CHECKING

from ledger.reports.vouchers.recorded import record_file
from tests.office import EMPLOYEE, FIRST, Office, codes
from tests.workbooks import rewritten, sheet_values, twenty

if TYPE_CHECKING:
    from pathlib import Path

    from ledger.intake.workbook.workbook_read import Value


def cell(path: Path, row: int, heading: str) -> Value:
    """Read a cell below the headings of a marked copy; `row` counts from the headings."""
    values = sheet_values(path)
    head = next(n for n, line in enumerate(values) if "问题与办法" in line)
    headings = [str(value).rstrip("*") for value in values[head]]
    return values[head + row][headings.index(heading)]


def test_twenty_disbursements_with_five_mistakes_come_back_marked_and_pass_once_mended(
    office: Office,
) -> None:
    office.fund()
    office.permit(FIRST, 2026)
    office.on("2026-03-25")
    office.desk.operator = "制单乙"
    path = office.folder / "三月拨付.xlsx"
    rewritten(
        path,
        twenty(path)
        | {
            (4, "金额"): 1.005,
            (7, "日期"): "三月五日",
            (9, "医疗机构编码"): "H62010009999",
            (12, "银行回单号"): "",
            (15, "付款账户"): "基本户",
        },
    )
    original = path.read_bytes()

    first = record_file(office.desk, path, dry_run=False)

    assert first.exit_code == 2
    assert [(finding.row, finding.field) for finding in first.refusals] == [
        (4, "amount 金额（H 列）"),
        (7, "date 日期（E 列）"),
        (9, "hospital 医疗机构编码（F 列）"),
        (12, "papers.bank-receipt.number 银行回单号（O 列）"),
        (15, "from 付款账户（I 列）"),
    ]
    assert path.read_bytes() == original
    copy = office.folder / "三月拨付-有误.xlsx"
    assert copy.name in first.summary
    assert "金额“1.005”不是精确到分的数" in str(cell(copy, 3, "问题与办法"))
    assert "不在名单内" in str(cell(copy, 8, "问题与办法"))
    assert cell(copy, 4, "问题与办法") == ""
    assert cell(copy, 4, "金额") == 1003.5
    assert cell(copy, 4, "日期") == date(2026, 3, 3)

    with zipfile.ZipFile(copy) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
        comments = archive.read("xl/comments1.xml").decode()
    assert '<formula1>"支出户,财政专户"</formula1>' in sheet
    assert comments.count("<comment ") == 5
    assert "金额*" in [value for line in sheet_values(copy) for value in line]

    shift = next(n for n, line in enumerate(sheet_values(copy)) if "问题与办法" in line)
    rewritten(
        copy,
        {
            (4 + shift, "金额"): 1002.5,
            (7 + shift, "日期"): date(2026, 3, 5),
            (9 + shift, "医疗机构编码"): FIRST,
            (12 + shift, "银行回单号"): "回单010",
            (15 + shift, "付款账户"): "支出户",
        },
    )
    second = record_file(office.desk, copy, dry_run=False)

    assert codes(second.refusals) == []
    assert second.summary == "三月拨付-有误.xlsx：20 笔录成草稿"
    office.post()
    assert office.balance(f"1101.01.{FIRST}.2026", "2026-03") == "20220.00"
    assert len(office.vouchers(EMPLOYEE)) == 22


def test_a_copy_that_is_refused_again_gets_a_name_of_its_own(office: Office) -> None:
    office.desk.operator = "制单乙"
    path = office.folder / "拨付.xlsx"
    rewritten(path, twenty(path) | {(4, "金额"): 0, (30, "业务编号"): "拨付2026-030"})
    copy = office.folder / "拨付-有误.xlsx"
    record_file(office.desk, path, dry_run=False)
    first = copy.read_bytes()

    again = record_file(office.desk, copy, dry_run=False)

    assert copy.read_bytes() == first
    assert "拨付-有误-2.xlsx" in again.summary
    assert (office.folder / "拨付-有误-2.xlsx").exists()


def test_who_forgets_to_say_who_acts_gets_no_marked_copy(office: Office) -> None:
    office.fund()
    office.permit(FIRST, 2026)
    office.on("2026-03-25")
    office.desk.operator = ""
    path = office.folder / "拨付.xlsx"
    rewritten(path, twenty(path))
    assert codes(record_file(office.desk, path, dry_run=False).refusals) == ["OPERATOR_MISSING"]
    assert not (office.folder / "拨付-有误.xlsx").exists()
