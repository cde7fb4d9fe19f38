"""核定, mended: what stands on the day of the approval, who is late when, and clear refusals."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa
from click.testing import CliRunner

import cli
from ledger.policy.layers import load_layers
from ledger.policy.profile import Policy
from ledger.policy.values import Chosen
from ledger.store.engine import reading, writing
from ledger.store.tables.schema import draft
from ledger.workflow.assess.facts import read_known
from ledger.workflow.assess.late import lateness
from ledger.workflow.assess.run import area_books
from ledger.workflow.policy.policy import policy_of
from tests.assess_office import (
    CHOICES,
    TWELVE,
    agree,
    amounts,
    application,
    approve,
    figures,
    lanzhou,
    load,
    payments,
    register,
    run,
    settle,
    steps,
)
from tests.assess_rules import local_layer
from tests.cases import only, refusal, refused
from tests.office import EMPLOYEE, FIRST, SECOND, THIRD, Office, codes

if TYPE_CHECKING:
    from collections.abc import Collection

    from ledger.policy.profile import Rules

REGISTERED = {"hospital": FIRST, "year": "2026"}


def judging(office: Office) -> None:
    """Make all ready to work out 2027: figures, payments and an application of each."""
    load(office, [figures(fund, year="2026", **TWELVE) for fund in ("职工", "居民")])
    for hospital in (FIRST, SECOND):
        load(office, payments(hospital, "职工", "1000.00", year=2026))
    load(office, payments(FIRST, "居民", "1.00", year=2026))
    settle(office, **CHOICES)


def apply_for_2027(office: Office) -> None:
    """Hand in the applications for 2027."""
    words = {"date": "2027-01-05", "year": "2027", "evaluations": "2026:合格; 2025:合格"}
    register(
        office,
        *(application(office, one, undertaken_on="2027-01-04", **words) for one in (FIRST, SECOND)),
    )


def halved(office: Office, hospital: str = FIRST) -> bool:
    """Run 2027, and tell whether a hospital was halved for being late."""
    done = run(office, 2027, document="甘财社〔2026〕9号:2026-11-01")
    return any(text.startswith("上年未按时全额返还") for text in steps(done, hospital))


# Approval: what stands now.


def test_figures_that_were_imported_anew_since_the_run_must_be_worked_out_again(
    office: Office,
) -> None:
    lanzhou(office)
    run(office)
    load(office, payments(FIRST, "职工", "9.00"))

    finding = only(refusal(office, lambda: approve(office)))

    assert (finding.code, finding.clause) == ("FIGURES_CHANGED", "甘肃·四")
    assert "城关示范医院 1,200,000.00 → 200,009.00" in finding.message
    assert "assess run --year 2026" in finding.remedy
    run(office)
    assert approve(office).startswith("2026 年度核定：2 笔预付")


def test_an_application_withdrawn_since_the_run_is_not_approved(office: Office) -> None:
    lanzhou(office)
    run(office)
    gone = application(office, THIRD, key="撤回的")
    register(office, gone)
    run(office)
    register(office, office.row("withdrawal", event="撤回的", reason="自愿放弃", date="2026-01-05"))

    findings = refusal(office, lambda: approve(office))

    assert set(codes(findings)) == {"FIGURES_CHANGED"}
    assert "3,000.00 → 不予预付（未申请）" in findings[0].message


def test_a_gate_that_shut_since_the_run_is_told_with_its_months(office: Office) -> None:
    lanzhou(office)
    run(office)
    load(office, [figures("职工", **{**TWELVE, "balance": "119999999.99"})])

    finding = only(refusal(office, lambda: approve(office)))

    assert finding.code == "FIGURES_CHANGED"
    assert "基金预付条件 可以预付（12.00 个月） → " in finding.message


def test_what_was_agreed_stays_agreed_and_nothing_has_changed(office: Office) -> None:
    lanzhou(office)
    run(office, agreed=agree([(FIRST, "职工", "900000.00"), (SECOND, "职工", "0")]))
    office.on("2026-01-09")

    assert approve(office) == "2026 年度核定：1 笔预付已审核，可据以拨付"


def test_a_decision_of_tomorrow_is_refused_by_the_run(office: Office) -> None:
    lanzhou(office)

    finding = only(refusal(office, lambda: run(office, document="甘财社〔2026〕5号:2026-01-06")))

    assert (finding.code, finding.clause) == ("DOCUMENT_LATER", "甘肃·一、四")
    assert "2026-01-06 晚于今天 2026-01-05" in finding.message


def test_a_decision_dated_after_the_day_of_the_approval_is_refused_too(office: Office) -> None:
    lanzhou(office)
    run(office)
    papers = sa.func.replace(draft.c.papers, '"2026-01-05"', '"2026-02-05"')
    with writing(office.desk.engine, [EMPLOYEE]) as conn:
        conn.execute(sa.update(draft).values(papers=papers))

    finding = only(refusal(office, lambda: approve(office)))

    assert finding.code == "DOCUMENT_LATER"
    assert "2026-02-05 晚于今天 2026-01-05" in finding.message


# Last year: who is late, and from when on.


def late(office: Office, year: int, settled_by: Collection[str] = ()) -> dict[str, dict[str, int]]:
    """Tell who was late in the year before, by hospital and fund, in fen."""
    with reading(office.desk.engine) as conn:
        books, today = area_books(conn, "620100"), office.desk.today()
        known = read_known(office.desk, conn, books, year, today)
        rules = {book.code: policy_of(office.desk, conn, book).on(today) for book in books}
        owed = lateness(known, books, rules, settled_by)
        return {code: dict(one.late) for code, one in owed.items()}


def test_nobody_is_late_before_the_deadline_has_passed(office: Office) -> None:
    office.fund()
    office.on("2026-11-20")
    office.post(office.pay(FIRST, "1000.00"))

    assert late(office, 2027) == {}
    office.on("2026-12-25")
    assert late(office, 2027) == {}
    office.on("2026-12-26")
    assert late(office, 2027) == {FIRST: {"employee": 100000}}


def test_what_bounced_after_the_deadline_was_never_with_the_hospital(office: Office) -> None:
    office.fund()
    office.on("2026-12-31")
    office.post(office.pay(FIRST, "1000.00", key="拨1"), office.pay(SECOND, "1000.00", key="拨2"))
    bounced = {"year": "2026", "amount": "1000.00", "to": "1004", "date": "2026-12-28"}
    office.post(office.row("payment-return", hospital=FIRST, disbursement="拨1", **bounced))
    judging(office)
    office.on("2027-01-06")
    apply_for_2027(office)

    assert halved(office, FIRST) is False
    assert halved(office, SECOND) is True


def test_a_bounce_that_was_booked_in_error_and_taken_back_leaves_the_hospital_late(
    office: Office,
) -> None:
    office.fund()
    office.on("2026-12-31")
    office.post(office.pay(FIRST, "1000.00", key="拨1"))
    bounced = {"year": "2026", "amount": "1000.00", "to": "1004", "date": "2026-12-28"}
    office.post(office.row("payment-return", hospital=FIRST, disbursement="拨1", **bounced))
    label = next(v.label for v in office.vouchers() if v.kind == "payment-return")
    office.correct(label, day=date(2026, 12, 31))
    office.post()
    judging(office)
    office.on("2027-01-06")
    apply_for_2027(office)

    assert halved(office, FIRST) is True


def hainan_rules(day: date) -> Rules:
    """Give 海南's rules with the transition's questions settled."""
    chosen = {
        name: Chosen(name=name, reading=reading, clause="", reason="会商", by="chief", at="")
        for name, reading in (("transition_return", "applies"), ("application_window", "fifteenth"))
    }
    return Policy(layers=load_layers("hainan"), chosen=chosen).on(day)


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("return_deadline", 2024, "2024-12-15"),
        ("return_deadline", 2025, "2025-12-15"),
        ("return_deadline", 2026, "2026-12-15"),
        ("payment_deadline", 2024, "2024-03-31"),
        ("payment_deadline", 2025, "2025-09-30"),
    ],
)
def test_a_full_date_of_the_transition_says_nothing_of_the_years_before_it(
    name: str, year: int, day: str
) -> None:
    assert hainan_rules(date(2025, 7, 20)).day(name, year) == date.fromisoformat(day)


def test_a_layer_with_nothing_but_a_full_date_leaves_earlier_years_to_the_layer_above() -> None:
    layers = (*load_layers("gansu"), local_layer({"return_deadline": "2025-11-30"}))
    rules = Policy(layers=layers, chosen={}).on(date(2025, 7, 1))

    assert rules.day("return_deadline", 2025) == date(2025, 11, 30)
    assert rules.day("return_deadline", 2023) == date(2023, 12, 25)


# Applications, recalls and adjustments.


def test_who_did_not_apply_is_not_paid_for_that_reason(office: Office) -> None:
    lanzhou(office)
    office.fund()
    done = run(office)
    assert amounts(done)[THIRD, "employee"][2] == "0.00"
    approve(office)
    register(office, office.row("agreement", hospital=THIRD, year="2026", date="2026-01-05"))

    finding = only(refused(office, office.pay(THIRD, "1.00", day="2026-02-10", permitted=False)))

    assert finding.code == "LIMIT_EXCEEDED"
    assert "未申请" in finding.message
    assert "甘肃·二" in finding.message


def test_a_second_application_of_a_hospital_replaces_nothing_silently(office: Office) -> None:
    lanzhou(office)
    register(office, application(office, FIRST, key="第二份", fund="resident", finance_sound="否"))

    finding = only(refusal(office, lambda: run(office)))

    assert (finding.code, finding.clause) == ("APPLICATION_TWICE", "甘肃·二")
    assert "城关示范医院" in finding.message
    assert "“第二份”（居民账套）" in finding.message
    assert "application-" in finding.message
    register(office, office.row("withdrawal", event="第二份", reason="重复", fund="resident"))
    assert amounts(run(office))[FIRST, "employee"][2] == "1200000.00"


def test_a_recall_is_not_lifted_before_it_was_made(office: Office) -> None:
    office.on("2026-03-20")
    words = {"trigger": "misuse", "notified_on": "2026-03-02", "date": "2026-03-02"}
    register(office, office.row("recall", key="收1", **REGISTERED, **words))
    lift = {"hospital": FIRST, "recall": "收1", "reason": "已整改"}

    finding = only(refused(office, office.row("recall-lift", date="2026-03-01", **lift)))

    assert (finding.code, finding.field) == ("LIFT_EARLY", "date 日期")
    assert "2026-03-01 早于收回通知“收1”的日期 2026-03-02" in finding.message
    register(office, office.row("recall-lift", date="2026-03-02", **lift))


@pytest.mark.parametrize("factor", ["0", "0.0", "0/5", "0%", "10.000001", "1001%", "31/3"])
def test_a_factor_of_nothing_or_of_more_than_ten_is_refused(office: Office, factor: str) -> None:
    row = office.row("adjustment", year="2026", factor=factor, reason="疫情", date="2026-01-05")

    finding = only(refused(office, row))

    assert (finding.code, finding.field) == ("ADJUSTMENT_FACTOR", "factor 调整系数")
    assert factor in finding.message


@pytest.mark.parametrize("factor", ["0.000001", "1/3", "80%", "10", "1000%"])
def test_a_factor_above_nothing_and_up_to_ten_is_taken(office: Office, factor: str) -> None:
    row = office.row("adjustment", year="2026", factor=factor, reason="疫情", date="2026-01-05")

    assert len(office.record(row).rows) == 1


# Words on the command line.


@pytest.mark.parametrize("verb", ["run", "show", "approve", "plan"])
@pytest.mark.parametrize("year", ["0", "1999", "2100", "-2026", "20266"])
def test_a_year_that_no_book_can_have_is_refused_before_anything_is_read(
    verb: str, year: str
) -> None:
    done = CliRunner().invoke(cli.main, ["assess", verb, "--year", year])

    assert done.exit_code == 2
    assert "--year" in done.output
