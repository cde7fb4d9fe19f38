"""Whom nothing may be paid to is told wherever money is planned, and both funds hear of a recall."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.reports.assess.show import AssessmentAsked, plans, sheets
from ledger.reports.due.due_list import due_report
from tests.assess_office import approve, lanzhou, register, run
from tests.office import EMPLOYEE, FIRST, RESIDENT, SECOND, Office

if TYPE_CHECKING:
    from ledger.formats.report import Report

RECALL = {"year": "2026", "trigger": "preservation", "notified_on": "2026-03-02"}


def assessed(office: Office) -> None:
    """Approve 核定 of 兰州市 in January."""
    lanzhou(office)
    run(office)
    approve(office)


def employee_plan(office: Office) -> Report:
    """Draw up 职工's 用款计划."""
    return plans(office.desk, 2026)[0]


def test_a_suspended_hospital_is_named_above_the_plan_and_asks_for_nothing(office: Office) -> None:
    assessed(office)
    before = employee_plan(office)
    assert before.alerts == ()
    register(office, office.row("suspension", hospital=FIRST, date="2026-01-05", fund="resident"))

    plan = employee_plan(office)

    assert FIRST not in {row.cells[0] for row in plan.rows}
    [alert] = plan.alerts
    assert alert.startswith("城关示范医院2026-01-05 起中止协议（医保协议中止")
    assert "居民账套），尚未拨付的停止拨付（甘肃·六(一)）；未拨付的" in alert
    shown = sheets(office.desk, AssessmentAsked(year=2026))
    assert all("城关示范医院2026-01-05 起中止协议" in report.alerts[0] for report in shown)


def test_a_hospital_paid_in_part_keeps_its_line_and_nothing_is_left_to_pay(office: Office) -> None:
    assessed(office)
    office.fund()
    register(office, office.row("agreement", hospital=FIRST, year="2026", date="2026-01-05"))
    office.withheld.add((FIRST, "2026", "employee"))
    office.post(office.pay(FIRST, "100.00", day="2026-01-20", permitted=False))
    office.on("2026-01-21")
    register(office, office.row("recall", hospital=FIRST, date="2026-01-21", **RECALL))

    plan = employee_plan(office)

    [line] = [row.cells for row in plan.rows if row.cells[0] == FIRST]
    assert line[-2:] == (100_00, 0)
    assert "甘肃·六(四)" in plan.alerts[0]


def test_a_recall_in_one_book_tells_of_the_debt_in_the_other_and_how_to_call_it(
    office: Office,
) -> None:
    office.on("2026-03-12")
    office.fund(book=RESIDENT)
    office.post(office.pay(FIRST, "200000.00", fund="resident"))
    row = office.row("recall", hospital=FIRST, date="2026-03-12", key="收-1", **RECALL)

    [told] = office.record(row).warnings

    assert told.code == "RECALL_OTHER_FUND"
    assert "城关示范医院在居民账套还有 2026年度预付金 200,000.00 没有收回" in told.message
    assert told.clause == "甘肃·六(四)"
    assert f"prepay enter 收回通知 --book {RESIDENT} --hospital {FIRST} --year 2026" in told.remedy
    office.approve()
    duties = due_report(office.desk, RESIDENT, "2026-03-12").tree["duties"]
    assert isinstance(duties, list)
    [duty] = [one for one in duties if one["kind"] == "recall"]
    assert (duty["hospital"], duty["amount"], duty["clause"]) == (FIRST, "200000.00", "甘肃·六(四)")
    assert "职工账套2026-03-12因“有财产被保全”收回（收-1）" in duty["what"]


def test_a_file_that_recalls_in_both_books_is_told_nothing(office: Office) -> None:
    office.on("2026-03-12")
    office.fund(book=RESIDENT)
    office.post(office.pay(FIRST, "200000.00", fund="resident"))
    rows = [
        office.row("recall", hospital=FIRST, date="2026-03-12", fund=fund, **RECALL)
        for fund in ("employee", "resident")
    ]

    assert office.record(*rows).warnings == ()
    office.approve()
    duties = due_report(office.desk, EMPLOYEE, "2026-03-12").tree["duties"]
    assert isinstance(duties, list)
    assert not [one for one in duties if one["kind"] == "recall" and one["hospital"] == SECOND]


def payments_due(office: Office, day: str) -> list[tuple[str | None, str]]:
    """Say what `due` tells of payments in the employee book: whose, and what."""
    duties = due_report(office.desk, EMPLOYEE, day).tree["duties"]
    assert isinstance(duties, list)
    return [(one["hospital"], one["what"]) for one in duties if one["kind"] == "payment"]


def test_due_asks_for_no_payment_that_would_be_refused(office: Office) -> None:
    """中止协议 is registered in the other fund's book; it stops here too, until its last day."""
    assessed(office)
    (_, before), *others = payments_due(office, "2026-01-20")
    assert "城关示范医院" in before
    assert others == []
    words = {"hospital": FIRST, "date": "2026-01-05", "until": "2026-02-10"}
    register(office, office.row("suspension", fund="resident", **words))

    (_, left), (hospital, stopped) = payments_due(office, "2026-02-10")

    assert "城关示范医院" not in left
    assert hospital == FIRST
    assert "不能拨付：2026-01-05 起中止协议至 2026-02-10（含当日）" in stopped
    assert payments_due(office, "2026-02-11") == [(None, before)]
