"""What has not happened yet is no fact: no day of one lies after today; a month closes when over.

On 29 November a return dated 31 December was posted, all months and the year were closed, and
the real return of 10 December landed in next January. Days of effect and expiry may lie ahead.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from ledger.basis.errors import Refused
from ledger.workflow.bank.statement_import import import_statement
from ledger.workflow.close.close_month import close_month
from ledger.workflow.close.close_year import close_year
from ledger.workflow.drafting.correct import correct
from ledger.workflow.drafting.record import record
from ledger.workflow.drafting.review import approve, revise
from ledger.workflow.posting.post import post_drafts
from tests.bank_office import bring, freeze, printed, write_csv
from tests.cases import refusal
from tests.office import EMPLOYEE, FIRST, Office, codes, raw
from tests.tamper import alter, finders, rechain
from tests.templates import kept

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ledger.basis.errors import Finding
    from ledger.workflow.drafting.record import RecordResult


def told(office: Office, *rows: Mapping[str, object]) -> RecordResult:
    """制单 rows at the hour that the clock shows."""
    office.desk.operator = "制单乙"
    return record(office.desk, raw(rows, "rows.jsonl"))


def refused(office: Office, row: Mapping[str, object]) -> list[Finding]:
    """Say why a row is refused."""
    return refusal(office, lambda: told(office, row))


@kept
def november(office: Office) -> Office:
    """Give books of 29 November with one payment of March, owed still."""
    office.fund()
    office.post(office.pay(FIRST, "100.00"))
    office.on("2026-11-29")
    return office


def test_a_return_of_december_is_not_told_in_november(november: Office) -> None:
    findings = refused(november, november.give_back(FIRST, "100.00", day="2026-12-31"))

    assert codes(findings) == ["DATE_AHEAD", "DATE_AHEAD"]
    assert [finding.field for finding in findings] == ["date 日期", "papers 附件"]
    assert "业务日期 2026-12-31 晚于今天 2026-11-29" in findings[0].message
    assert "到那一天再录入" in findings[0].remedy


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ({"booked": "2026-11-30"}, "booked 记账日期"),
        ({"papers": "bank-receipt:回:2026-11-30"}, "papers 附件"),
    ],
)
def test_every_day_of_a_fact_counts(november: Office, words: dict[str, str], field: str) -> None:
    row = november.give_back(FIRST, "100.00", day="2026-11-29", **words)

    (finding,) = refused(november, row)

    assert (finding.code, finding.field) == ("DATE_AHEAD", field)


def test_today_is_not_ahead(november: Office) -> None:
    assert told(november, november.give_back(FIRST, "100.00", day="2026-11-29")).rows


def test_a_correction_and_a_revision_ask_the_same(november: Office) -> None:
    told(november, november.give_back(FIRST, "1.00", day="2026-11-29", key="还"))
    (paid,) = [voucher.label for voucher in november.vouchers() if voucher.kind == "disbursement"]

    wrong = refusal(
        november,
        lambda: correct(november.desk, EMPLOYEE, [paid], reason="错", day=date(2026, 11, 30)),
    )
    revised = refusal(november, lambda: revise(november.desk, "还", {"date": "2026-11-30"}))

    assert codes(wrong) == codes(revised) == ["DATE_AHEAD"]


def test_posting_asks_again(november: Office) -> None:
    """A draft whose day was changed behind the program's back is not posted."""
    told(november, november.give_back(FIRST, "1.00", day="2026-11-29", key="还"))
    november.approve()
    alter(november, "UPDATE draft SET date = '2026-11-30', booked = '2026-11-30' WHERE key = '还'")
    november.desk.operator = "主管丁"

    assert "DATE_AHEAD" in codes(refusal(november, lambda: post_drafts(november.desk, ())))


def test_a_suspension_from_next_year_is_registered_today(november: Office) -> None:
    row = november.row("suspension", date="2027-01-01", hospital=FIRST)

    result = told(november, row)
    november.desk.operator = "审核丙"
    approve(november.desk, ())

    assert codes(result.warnings) == ["DATE_AHEAD"]
    assert [candidate.booked for candidate in result.candidates] == [date(2026, 11, 29)]
    assert november.faults(EMPLOYEE) == []


def test_a_statement_cannot_be_of_tomorrow(november: Office) -> None:
    path = write_csv(
        november.folder / "明日.csv",
        printed([("2026-11-29", "5.00", "甲"), ("2026-11-30", "5.00", "甲")]),
    )
    november.desk.operator = "出纳戊"

    (finding,) = refusal(november, lambda: import_statement(november.desk, EMPLOYEE, "1004", path))

    assert (finding.code, finding.row, finding.field) == ("DATE_AHEAD", 3, "交易日期")
    assert not finding.unreadable


def test_a_month_closes_from_the_day_after_its_last(november: Office) -> None:
    november.close(*(f"2026-{month:02d}" for month in range(1, 11)), book=EMPLOYEE)
    november.sign(EMPLOYEE)
    november.desk.operator = "主管丁"

    (finding,) = refusal(november, lambda: close_month(november.desk, "2026-11", book=EMPLOYEE))
    november.on("2026-11-30")
    on_the_day = refusal(november, lambda: close_month(november.desk, "2026-11", book=EMPLOYEE))
    november.on("2026-12-01")

    assert finding.code == "MONTH_RUNNING"
    assert "2026-12-01 起可以结账" in finding.message
    assert "prepay close month 2026-11" in finding.remedy
    assert codes(on_the_day) == ["MONTH_RUNNING"]
    assert november.close("2026-11", book=EMPLOYEE)


def test_on_its_last_day_a_month_closes_if_the_statement_reaches_it(office: Office) -> None:
    office.fund("1000.00")
    office.on("2026-01-30")
    bring(office, [("2026-01-10", "1000.00", "兰州市财政局", "", "拨款")])
    office.on("2026-01-31")
    office.desk.operator = "主管丁"

    short = refusal(office, lambda: close_month(office.desk, "2026-01", book=EMPLOYEE))
    bring(office, [("2026-01-31", "0.50", "甲")], opening="1000.00", name="当日.csv")
    office.post(office.row("interest", date="2026-01-31", amount="0.50"))
    freeze(office, "2026-01")
    office.sign(EMPLOYEE)
    office.desk.operator = "主管丁"

    assert "MONTH_RUNNING" in codes(short)
    assert close_month(office.desk, "2026-01", book=EMPLOYEE)
    assert office.clock.day == date(2026, 1, 31)


def test_after_such_a_close_a_late_fact_waits_for_the_open_month(office: Office) -> None:
    """The default 记账日期 would lie ahead: refused, saying from when it can be entered."""
    test_on_its_last_day_a_month_closes_if_the_statement_reaches_it(office)

    (finding,) = refused(office, office.row("interest", date="2026-01-31", amount="1.00"))

    assert (finding.code, finding.field) == ("DATE_AHEAD", "booked 记账日期")
    assert "2026-01 已结账，这笔要记入 2026-02-01，而今天是 2026-01-31" in finding.message
    assert finding.remedy == "2026-02-01 起再录入；业务日期仍写 2026-01-31"


def test_a_year_that_is_not_over_does_not_close(november: Office) -> None:
    """A book whose months an earlier release closed ahead waits for the year's end."""
    november.close(*(f"2026-{month:02d}" for month in range(1, 13)), book=EMPLOYEE)
    sealed = "UPDATE seal SET closed_at = '2026-11-29T00:00:00+08:00'"
    alter(november, sealed, "UPDATE event SET posted_at = '2026-11-29T00:00:00+08:00'")
    office = Office(
        desk=november.desk, clock=type(november.clock)(date(2026, 11, 29)), folder=november.folder
    )
    office.desk.clock = office.clock
    office.desk.operator = "主管丁"

    with pytest.raises(Refused) as error:
        close_year(office.desk, 2026, book=EMPLOYEE, reason="无")

    assert codes(error.value.findings) == ["MONTH_RUNNING"]
    assert "2026 年还没有结束" in str(error.value)


def test_verify_judges_a_fact_by_the_day_on_which_it_was_posted(november: Office) -> None:
    (paid,) = [voucher for voucher in november.vouchers() if voucher.kind == "disbursement"]
    before = "UPDATE event SET posted_at = '2026-03-09T09:00:00+08:00'"
    alter(november, f"{before} WHERE id = '{paid.id}'")
    rechain(november)

    assert finders(november)["dates"] == "DATE_AHEAD"
