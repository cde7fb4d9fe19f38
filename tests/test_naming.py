"""What people call things by: labels typed as two words, hospitals by name, amounts as they move."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from ledger.masters.book import BankAccount
from ledger.reports.vouchers.correction_shown import correct_with
from ledger.reports.vouchers.draft_list import drafts
from ledger.workflow.drafting.record import record
from ledger.workflow.drafting.review import approve
from ledger.workflow.posting.post import post_drafts
from ledger.workflow.setup.masters import (
    add_operator,
    describe_account,
    import_hospitals,
    initialise,
)
from tests.cases import only, refusal, snapshot
from tests.office import EMPLOYEE, FIRST, SECOND, Office, codes, raw
from tests.test_registers_shown import command

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def sheet(sqlite_url: str, tmp_path: Path) -> Iterator[Office]:
    """Give an office on SQLite that paid the first hospital 100.00 in March."""
    office = Office.open(sqlite_url, tmp_path)
    office.fund()
    office.on("2026-03-20")
    office.post(office.pay(FIRST, "888368.27", key="拨-1"))
    yield office
    office.desk.engine.dispose()


@pytest.mark.parametrize(
    "words", [("2026-03", "记-0001"), ("2026-03", "记-1"), ("2026-03 记-1",), ("2026-03-1",)]
)
def test_a_label_is_typed_as_it_reads(sheet: Office, words: tuple[str, ...]) -> None:
    code, out, _ = command(sheet, "voucher", "show", *words)
    assert (code, "记-0001" in out) == (0, True)

    code, out, _ = command(sheet, "correct", *words, "--reason", "录错", "--dry-run")
    assert code == 0
    assert "注销2026年3月10日记-0001号凭证" in out


def test_two_labels_of_two_words_are_two_vouchers(sheet: Office) -> None:
    code, out, _ = command(sheet, "voucher", "show", "2026-03", "记-1", "2026-01", "记-1")
    assert (code, out.count("记账凭证")) == (0, 2)


def test_a_hospital_is_named_by_its_name(sheet: Office) -> None:
    code, out, _ = command(
        sheet, "report", "subledger", "--hospital", "城关示范医院", "--format", "json"
    )
    assert (code, FIRST in out) == (0, True)
    code, out, _ = command(sheet, "explain", "城关示范医院", "--period", "2026-03")
    assert (code, "888,368.27" in out) == (0, True)

    words = ("recall", "--date", "2026-03-01", "--hospital", "安宁", "--year", "2026")
    more = ("--trigger", "preservation", "--notified-on", "2026-03-01")
    code, out, err = command(
        sheet, "enter", *words, *more, "--paper", "recall-notice:通-1:2026-03-01", "--dry-run"
    )
    assert (code, "安宁示范医院" in out) == (0, True), err


def test_a_name_that_several_have_is_refused_with_who_has_it(sheet: Office) -> None:
    code, _, err = command(sheet, "report", "subledger", "--hospital", "示范医院")

    assert code == 1
    assert "HOSPITAL_UNCLEAR" in err
    assert f"城关示范医院（{FIRST}）、安宁示范医院（{SECOND}）" in err
    assert command(sheet, "report", "subledger", "--hospital", "没有这家")[0] == 1


def test_a_correction_is_listed_by_what_it_moves(sheet: Office) -> None:
    """A difference of 8,000.00 is no 896,368.27; what red takes back is less than nothing."""
    sheet.put_right("拨-1", {"amount": "896368.27"})

    (report,) = drafts(sheet.desk, EMPLOYEE)
    assert [row.cells[6] for row in report.rows] == [800000]
    code, out, _ = command(sheet, "draft", "list", "--format", "json")
    assert (code, json.loads(out)["drafts"][0]["amount"]) == (0, "8000.00")
    sheet.post()
    code, out, _ = command(sheet, "voucher", "list", "--format", "json")
    assert (code, json.loads(out)["vouchers"][-1]["key"]) == (0, "拨-1-差额")

    sheet.put_right("拨-1", {"amount": "888368.27"})
    sheet.post()
    sheet.correct("拨-1")
    (report,) = drafts(sheet.desk, EMPLOYEE)
    assert [row.cells[6] for row in report.rows] == [800000, -800000, -88836827]


def test_a_preview_names_whose_accounts_a_correction_of_a_correction_moves(sheet: Office) -> None:
    row = sheet.row("suspense", to="1004", amount="30.00", counterparty="某公司", key="暂-1")
    sheet.post(row)
    sheet.put_right("暂-1", {"amount": "40.00"})
    sheet.post()
    code, out, _ = command(sheet, "correct", "暂-1-差额", "--reason", "录错", "--dry-run")
    assert (code, "暂收款-某公司" in out.replace(" ", "")) == (0, True) or "某公司" in out

    out_row = sheet.row("suspense-out", amount="40.00", counterparty="某公司", refund="yes")
    sheet.post({**out_row, "from": "1004", "papers": [bank("单-9")]})
    finding = only(refusal(sheet, lambda: sheet.put_right("暂-1", {"amount": "35.00"})))
    assert (finding.code, "（某公司）" in finding.message) == ("EXCEEDS_SUSPENSE", True)


def bank(number: str) -> dict[str, object]:
    """Write a bank receipt."""
    return {"type": "bank-receipt", "number": number, "date": "2026-03-10"}


def test_a_preview_of_a_red_of_a_prior_years_correction_names_the_hospital(sheet: Office) -> None:
    sheet.permit(SECOND, 2026)
    sheet.on("2027-01-05")
    sheet.close(*(f"2026-{month:02d}" for month in range(1, 13)), book=EMPLOYEE)
    sheet.close_year_of(EMPLOYEE, 2026)
    sheet.put_right("拨-1", {"hospital": SECOND})
    sheet.post()

    sheet.desk.operator = "制单乙"
    (report,), _ = correct_with(
        sheet.desk,
        EMPLOYEE,
        ["拨-1-更正"],
        right=None,
        reason="录错",
        day="",
        form="auto",
        dry_run=True,
    )

    text = "".join(str(row.cells[3]) for row in report.rows)
    assert ("安宁示范医院" in text, "城关示范医院" in text) == (True, True)


def test_a_replay_changes_nothing(sheet: Office) -> None:
    """The same again leaves every table as it was, but the log (12.30)."""
    desk = sheet.desk
    sheet.clock.set(date(2026, 3, 21))
    pay = sheet.pay(SECOND, "5.00", key="拨-2")
    sheet.record(pay)
    hospital = {
        "code": FIRST,
        "name": "城关示范医院",
        "ownership": "public",
        "level": "二级甲等",
        "inpatient": "yes",
        "bank_account": f"6222{FIRST[-8:]}",
    }
    account = BankAccount(code="1004", bank="示范银行", number="1004001", exclusive=True)
    import_hospitals(desk, raw([hospital], "名单.csv"))
    before = snapshot(desk.engine)

    for person, act in (
        ("制单乙", lambda: record(desk, raw([pay], "rows.jsonl"))),
        ("制单乙", lambda: import_hospitals(desk, raw([hospital], "名单.csv"))),
        ("制单乙", lambda: describe_account(desk, EMPLOYEE, account)),
        ("主管丁", lambda: post_drafts(desk, ())),
        (
            "管理员甲",
            lambda: initialise(
                desk, area="620100", name="兰州市", profile="gansu", start="2026-01"
            ),
        ),
        ("管理员甲", lambda: add_operator(desk, "审核丙", ("approver",))),
    ):
        desk.operator = person
        act()
        now = snapshot(desk.engine)
        assert [name for name in now if now[name] != before[name]] == [], person
    desk.operator = "审核丙"
    approve(desk, ())
    before = snapshot(desk.engine)
    approve(desk, ())
    assert snapshot(desk.engine) == before
    assert codes(sheet.faults()) == []
