"""平台: what goes out comes in again without a single new booking; the words may be changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from python_calamine import CalamineWorkbook

import cli
from ledger.basis.errors import Refused
from ledger.reports.vouchers.recorded import record_read
from ledger.workflow.exchange.platform import (
    export_platform,
    read_mapping,
    read_platform,
    write_mapping,
)
from tests.office import FIRST, SECOND, THIRD, Office, codes, leaf
from tests.templates import kept

if TYPE_CHECKING:
    from pathlib import Path


@kept
def corrected(office: Office) -> Office:
    """Give an office whose year has a red and blue pair, a difference, and a withdrawal."""
    office.fund()
    office.post(
        office.pay(FIRST, "100.00"), office.pay(SECOND, "200.00"), office.pay(THIRD, "300.00")
    )
    office.on("2026-03-20")
    office.correct("2026-03 记-0001", right=[{"hospital": SECOND}])
    office.post()
    office.correct(
        "2026-03 记-0003",
        right=[{"amount": "350.00"}],
        form="difference",
    )
    office.post()
    office.on("2026-12-01")
    office.post(office.give_back(SECOND, "50.00", day="2026-11-30", summary="=1+1"))
    return office


def test_a_year_taken_in_again_adds_nothing(corrected: Office, tmp_path: Path) -> None:
    path = tmp_path / "平台.xlsx"
    count = export_platform(corrected.desk, path, year=2026)
    taken = read_platform(corrected.desk, path)
    assert (len(taken.file.rows), taken.standing + taken.worked_out) == (0, count)
    before = corrected.balance(leaf(SECOND))
    corrected.desk.operator = "制单乙"
    outcome = record_read(corrected.desk, taken.file, dry_run=False)
    assert (outcome.exit_code, corrected.balance(leaf(SECOND))) == (0, before)


def test_what_goes_out_is_what_stands_as_text(corrected: Office, tmp_path: Path) -> None:
    path = tmp_path / "平台.xlsx"
    export_platform(corrected.desk, path, year=2026)
    rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    head, body = rows[0], rows[1:]
    place = {str(name): n for n, name in enumerate(head)}
    paid = sorted(
        (row[place["定点医药机构编号"]], row[place["金额"]])
        for row in body
        if row[place["业务环节"]] == "资金拨付"
    )
    assert paid == [(SECOND, "100.00"), (SECOND, "200.00"), (THIRD, "350.00")]
    assert {row[place["险种类型"]] for row in body} == {"310"}
    assert all(isinstance(cell, str) for row in body for cell in row)


def exported(office: Office, folder: Path, year: int) -> list[dict[str, str]]:
    """Export a year, and read the rows back by heading."""
    path = folder / f"{year}.xlsx"
    export_platform(office.desk, path, year=year)
    head, *body = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    return [dict(zip(map(str, head), map(str, row), strict=True)) for row in body]


def test_more_settled_in_cash_is_more_settlement_and_no_more_offset(
    office: Office, tmp_path: Path
) -> None:
    """The sheet said 95,000.00, of which 30,000.00 was offset: 65,000.00 went out, not 50,000.00."""
    office.fund()
    office.post(office.pay(FIRST, "80000.00"))
    office.on("2026-12-20")
    words = {"hospital": FIRST, "year": "2026", "amount": "30000.00", "date": "2026-12-18"}
    words |= {"settlement": "80000.00", "benefit": "inpatient", "reason": "other: 自愿"}
    office.post(office.row("settlement-offset", **words))
    office.correct("2026-12 记-0001", right=[{"settlement": "95000.00"}], form="difference")
    office.post()
    offset = next(r for r in exported(office, tmp_path, 2026) if r["业务环节"] == "冲抵结算")
    assert (offset["金额"], offset["结算金额"]) == ("30000.00", "95000.00")


def test_a_payment_put_right_a_year_later_goes_out_as_it_is_right(
    office: Office, tmp_path: Path
) -> None:
    office.fund()
    office.post(office.pay(FIRST, "100.00", payee_account="622210000001"))
    office.on("2027-01-08")
    office.correct("2026-03 记-0001", right=[{"hospital": SECOND}], form="blue")
    office.post()
    assert (office.balance(leaf(FIRST)), office.balance(leaf(SECOND), "2027-01")) == (
        "100.00",
        "100.00",
    )
    paid = [r for r in exported(office, tmp_path, 2026) if r["业务环节"] == "资金拨付"]
    assert [(r["定点医药机构编号"], r["金额"], r["付款账户"]) for r in paid] == [
        (SECOND, "100.00", "1004")
    ]
    taken = read_platform(office.desk, tmp_path / "2026.xlsx")
    assert taken.file.rows == ()


def test_each_benefit_of_a_settlement_follows_its_difference(
    office: Office, tmp_path: Path
) -> None:
    office.fund()
    office.post(office.pay(FIRST, "80000.00"))
    office.on("2026-12-20")
    words = {"hospital": FIRST, "year": "2026", "amount": "30000.00", "date": "2026-12-18"}
    words |= {"lines": "门诊:10000.00; 住院:70000.00", "reason": "other: 自愿"}
    office.post(office.row("settlement-offset", **words))
    office.correct(
        "2026-12 记-0001", right=[{"lines": "门诊:10000.00; 住院:75000.00"}], form="difference"
    )
    office.post()
    offset = next(r for r in exported(office, tmp_path, 2026) if r["业务环节"] == "冲抵结算")
    assert offset["金额"] == "30000.00"
    assert [part.rpartition(":")[2] for part in offset["结算明细"].split("; ")] == [
        "10000.00",
        "75000.00",
    ]


def test_what_a_year_later_proves_never_to_have_been_is_not_sent(
    office: Office, tmp_path: Path
) -> None:
    """A payment booked twice is moved back in blue; one put on the wrong hospital is moved on."""
    office.fund()
    office.post(
        office.pay(FIRST, "100.00"), office.pay(SECOND, "70.00"), office.pay(THIRD, "30.00")
    )
    office.on("2027-01-08")
    office.correct("2026-03 记-0001", form="blue")
    office.correct("2026-03 记-0003", right=[{"hospital": FIRST}], form="blue")
    office.post()
    sent = [
        (r["定点医药机构编号"], r["金额"])
        for r in exported(office, tmp_path, 2026)
        if r["业务环节"] == "资金拨付"
    ]
    assert sent == [(SECOND, "70.00"), (FIRST, "30.00")]


def test_liftings_and_guarantees_go_out_with_the_years_that_they_speak_of(
    office: Office, tmp_path: Path
) -> None:
    office.fund()
    office.post(office.pay(FIRST, "100.00"))
    office.on("2026-06-04")
    recall = {"trigger": "preservation", "notified_on": "2026-04-02", "date": "2026-04-01"}
    office.post(
        office.row("guarantee", hospital=FIRST, date="2026-02-01", until="2027-06-30"),
        office.row("recall", key="收回1", hospital=FIRST, year="2026", **recall),
    )
    office.post(
        office.row(
            "recall-lift", hospital=FIRST, recall="收回1", reason="解除保全", date="2026-05-01"
        )
    )
    found = {
        year: {r["业务环节"] for r in exported(office, tmp_path, year)}
        for year in (2026, 2027, 2028)
    }
    assert {"产权担保", "提前收回", "解除收回"} <= found[2026]
    assert (found[2027], found[2028]) == ({"产权担保"}, set())
    for year in (2026, 2027):
        assert read_platform(office.desk, tmp_path / f"{year}.xlsx").file.rows == ()


def test_a_row_written_otherwise_is_still_the_row_that_stands(
    office: Office, tmp_path: Path
) -> None:
    office.fund()
    office.post(office.pay(FIRST, "80.00", key="PT001"))
    path = tmp_path / "平台.csv"
    head = "业务流水号,业务环节,业务日期,医保区划,险种类型,定点医药机构编号,预付年度,金额,付款账户,附件\n"
    papers = next(
        r["附件"] for r in exported(office, tmp_path, 2026) if r["业务环节"] == "资金拨付"
    )
    row = f"PT001,资金拨付,2026/3/10,620100,310,{FIRST},2026年,80,支出户,{papers}\n"
    path.write_text(head + row, encoding="utf-8-sig")
    taken = read_platform(office.desk, path)
    assert (taken.file.rows, taken.standing) == ((), 1)
    path.write_text(head + row.replace(",80,", ",81,"), encoding="utf-8-sig")
    assert len(read_platform(office.desk, path).file.rows) == 1


def test_a_payment_of_the_platform_becomes_a_draft_like_any_other(
    office: Office, tmp_path: Path
) -> None:
    office.fund()
    office.permit(FIRST, 2026)
    office.on("2026-03-10")
    path = tmp_path / "平台.csv"
    path.write_text(
        "业务流水号,业务环节,业务日期,医保区划,险种类型,定点医药机构编号,预付年度,金额,付款账户,附件\n"
        f"PT001,资金拨付,2026-03-10,620100,310,{FIRST},2026,120.50,1004,"
        "支付指令:ZF1:2026-03-10; 银行回单:HD1:2026-03-10\n"
        f"PT002,资金拨付,2026-03-10,620100,390,{FIRST},2026,1.005,1004,\n",
        encoding="utf-8-sig",
    )
    office.desk.operator = "制单乙"
    refused = record_read(office.desk, read_platform(office.desk, path).file, dry_run=False)
    assert (refused.exit_code, codes(refused.refusals)) == (2, ["WORD_UNREADABLE"])
    path.write_text(path.read_text("utf-8-sig").rsplit("PT002", 1)[0], encoding="utf-8-sig")
    done = record_read(office.desk, read_platform(office.desk, path).file, dry_run=False)
    assert done.exit_code == 0
    office.post()
    assert office.balance(leaf(FIRST)) == "120.50"


def test_an_office_changes_the_words(tmp_path: Path) -> None:
    own = tmp_path / "对照表.csv"
    write_mapping(own)
    text = (
        own.read_text("utf-8-sig")
        .replace("业务流水号", "交易编号")
        .replace("资金拨付", "预付款拨付")
    )
    own.write_text(text, encoding="gb18030")
    found = read_mapping(own)
    assert (found.columns["key"], found.stages["disbursement"]) == ("交易编号", "预付款拨付")
    with pytest.raises(Refused) as refusal:
        write_mapping(own)
    assert codes(refusal.value.findings) == ["FILE_EXISTS"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("栏目,nothing,某栏,", "“nothing”不是本系统的栏目"),
        ("环节,disbursement,清算返还,", "平台的“清算返还”写了两次"),
        ("步骤,key,编号,", "类别“步骤”不认识"),
        ("栏目,amount,,", "没有写平台的名称"),
    ],
)
def test_a_mapping_that_is_wrong_is_told_with_its_line(
    line: str, said: str, tmp_path: Path
) -> None:
    own = tmp_path / "对照表.csv"
    write_mapping(own)
    with own.open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")
    with pytest.raises(Refused) as refusal:
        read_mapping(own)
    assert said in str(refusal.value)


def test_the_commands(corrected: Office, tmp_path: Path) -> None:
    url = corrected.desk.engine.url.render_as_string(hide_password=False)
    path = tmp_path / "平台.xlsx"
    start = ["--database", url, "--as", "制单乙", "platform"]
    out = CliRunner().invoke(cli.main, [*start, "export", str(path), "--year", "2026"])
    assert (out.exit_code, "行" in out.stderr) == (0, True)
    back = CliRunner().invoke(cli.main, [*start, "import", str(path)])
    assert back.exit_code == 0, back.stderr
    assert "与账上现有的完全一致，不用再录" in back.stderr
    assert corrected.faults() == []
