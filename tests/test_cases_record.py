"""制单 from files: headings, encodings, keys; all or nothing, and every bad row with its remedy."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from ledger.basis.errors import Refused
from ledger.intake.files import read_file
from ledger.intake.intake import event_headings
from ledger.workflow.drafting.record import record
from ledger.workflow.drafting.review import drafts_of
from tests.cases import only, refusal, refused, snapshot
from tests.office import EMPLOYEE, FIRST, SECOND, Office, codes, leaf, shown

if TYPE_CHECKING:
    from pathlib import Path

    from ledger.workflow.drafting.record import RecordResult

CHINESE = "业务类型,业务编号,日期,统筹区,险种,医疗机构编码,预付年度,金额,付款账户,摘要,附件\n"
PAID = (
    '拨付,拨-1,2026年3月10日,620100,职工,H62010000001,2026,"1,200,000.00",支出户,'
    "拨付（首批）,支付指令:令1:2026-03-10; 银行回单:单1:2026-03-10:1200000:2\n"
)


def record_file(office: Office, name: str, content: bytes) -> RecordResult:
    """Write a file and record it."""
    path = office.folder / name
    path.write_bytes(content)
    office.live_to(date(2026, 3, 10))
    office.desk.operator = "制单乙"
    return record(office.desk, read_file(path, event_headings()))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_sheet_with_chinese_headings_in_any_usual_encoding(
    sqlite_url: str, tmp_path: Path, encoding: str
) -> None:
    office = Office.open(sqlite_url, tmp_path)
    office.fund()
    office.permit(FIRST, 2026)

    record_file(office, "拨付.csv", (CHINESE + "\n" + PAID).encode(encoding))
    office.post()

    voucher = office.vouchers()[-1]
    assert voucher.summary == "拨付（首批）"
    assert shown(voucher) == [f"借 {leaf(FIRST)} 1,200,000.00", "贷 1004 1,200,000.00"]
    assert [(paper.type, paper.number, paper.sheets) for paper in voucher.papers] == [
        ("payment-order", "令1", 1),
        ("bank-receipt", "单1", 2),
    ]
    assert (voucher.sheets, voucher.origin) == (3, "拨付.csv#3")
    office.desk.engine.dispose()


def test_a_sheet_with_english_headings_in_windows_line_ends(office: Office) -> None:
    office.fund()
    office.permit(FIRST, 2026)
    text = (
        "kind,key,date,area,fund,hospital,year,amount,from,booked,papers\r\n"
        "disbursement,p-1,20260310,620100,employee,H62010000001,2026,5000,1004,,"
        "payment-order:o1:2026-03-10;bank-receipt:r1:2026-03-10\r\n"
    )

    result = record_file(office, "rows.csv", text.encode())

    assert [(row.row, row.book, row.key, row.replayed) for row in result.rows] == [
        (2, EMPLOYEE, "p-1", False)
    ]


def test_numbers_of_json_lines_are_taken_as_they_are_written(office: Office) -> None:
    office.fund("200000.00")
    row = office.pay(FIRST, "0")
    text = json.dumps(row, ensure_ascii=False)
    good = text.replace('"amount": "0"', '"amount": 123456.70').replace('"2026"', "2026")

    record_file(office, "a.jsonl", ("\n" + good + "\n").encode())
    office.post()

    assert shown(office.vouchers()[-1])[0] == f"借 {leaf(FIRST)} 123,456.70"
    for wrong in ("1e5", "NaN", "100.005", "-3", "true", "null"):
        bad = text.replace('"amount": "0"', f'"amount": {wrong}').replace(str(row["key"]), "另")
        with pytest.raises(Refused) as caught:
            record_file(office, "b.jsonl", bad.encode())
        assert caught.value.exit_code == 2
        assert caught.value.findings[0].field == "amount 金额"


def test_a_sheet_whose_shape_is_wrong_says_where(office: Office) -> None:
    def faults(text: str) -> list[tuple[int | None, str]]:
        findings = refusal(office, lambda: record_file(office, "坏.csv", text.encode()))
        assert all(finding.unreadable for finding in findings)
        return [(finding.row, finding.field) for finding in findings]

    assert faults(CHINESE.replace("摘要", "备注") + PAID)[0] == (1, "备注")
    assert faults(CHINESE.replace("摘要", "金额") + PAID)[0] == (1, "金额")
    assert faults(CHINESE + PAID.rstrip() + ",多一格\n") == [(2, "")]
    assert faults(CHINESE) == [(None, "")]
    assert faults(CHINESE + PAID.replace(",620100,", ",兰州,")) == [(2, "area 统筹区")]


def test_a_word_that_the_kind_does_not_use_is_not_dropped_in_silence(office: Office) -> None:
    office.fund()
    row = office.pay(FIRST, "5000.00", successor=SECOND)
    unknown = office.pay(FIRST, "5000.00", colour="red")

    first, second = refused(office, row, unknown)

    assert (first.row, first.field) == (1, "successor")
    assert "拨付没有“successor”这一栏" in first.message
    assert (second.row, second.field) == (2, "colour")
    assert "不认识的栏目“colour”" in second.message
    office.record(office.pay(FIRST, "5000.00", successor="", lines=[]))


def test_five_mistakes_of_one_file_are_told_at_once(office: Office) -> None:
    """Exit class 2, since one word cannot be read; the good row is not recorded either."""
    office.fund("500000.00")
    rows = (
        office.pay(SECOND, "100000.00"),
        office.pay(FIRST, "1.005"),
        office.pay("H62010000099", "1000.00", payee_account="6222"),
        office.give_back(FIRST, "1000.00", papers=[]),
        office.give_back(SECOND, "100000.01"),
        office.row("allocation", area="620999", amount="5.00"),
    )

    findings = refused(office, *rows)

    assert [(finding.row, finding.code, finding.field) for finding in findings] == [
        (2, "WORD_UNREADABLE", "amount 金额"),
        (3, "HOSPITAL_UNKNOWN", "hospital 医疗机构编码"),
        (4, "PAPER_MISSING", "papers 附件"),
        (5, "EXCEEDS_OUTSTANDING", "amount 金额"),
        (6, "BOOK_UNKNOWN", "area 统筹区"),
    ]
    assert Refused(findings).exit_code == 2
    assert Refused(findings[1:]).exit_code == 1
    assert drafts_of(office.desk) == []


def test_what_follows_from_a_mistake_is_no_mistake_of_its_own(office: Office) -> None:
    office.fund("500000.00")
    rows = (office.pay(FIRST, "1.005"), office.give_back(FIRST, "1.00"))

    assert [finding.row for finding in refused(office, *rows)] == [1]
    assert codes(refused(office, rows[1])) == ["EXCEEDS_OUTSTANDING"]


def test_several_mistakes_of_one_row_are_told_at_once(office: Office) -> None:
    row = {"kind": "拨付", "key": "", "area": "62", "fund": "大额", "date": "昨天"}

    findings = refused(office, row)

    assert [finding.field for finding in findings] == [
        "key 业务编号",
        "area 统筹区",
        "fund 险种",
        "date 日期",
        "hospital 医疗机构编码",
        "year 预付年度",
        "amount 金额",
        "from 付款账户",
    ]
    assert [codes([finding])[0] for finding in findings][-4:] == ["WORD_MISSING"] * 4
    assert (
        only(refused(office, {**row, "kind": "红字冲销", "key": "k"})[:1]).field == "kind 业务类型"
    )


def test_a_dry_run_says_the_same_and_changes_nothing(office: Office) -> None:
    office.fund()
    rows = (office.pay(FIRST, "5000.00"), office.give_back(FIRST, "2000.00"))
    before = snapshot(office.desk.engine)

    tried = office.record(*rows, dry_run=True)

    assert snapshot(office.desk.engine) == before
    assert [candidate.summary for candidate in tried.candidates] == [
        "拨付城关示范医院2026年度医保预付金",
        "城关示范医院返还2026年度医保预付金",
    ]
    assert [row.key for row in office.record(*rows).rows] == [row.key for row in tried.rows]
    assert refused(office, office.give_back(FIRST, "3000.01"))
