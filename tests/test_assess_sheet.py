"""The sheet: who stands on it, what refuses, what is asked at once, and its order."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ledger.assessment.sheet import assess
from ledger.assessment.values import Step, step_of
from ledger.basis.errors import Refused
from tests.assess_rules import (
    YEAR,
    adjustment,
    applicant,
    application,
    covering,
    names,
    only,
    rules_of,
    sheet_of,
    spending,
)

BIG = 24_000_000_00
#: Nothing has been chosen yet.
UNCHOSEN: dict[str, Any] = {
    "base_years": "",
    "payers_paid": "",
    "floor": "",
    "late_scope": "",
}


def asked(refusal: pytest.ExceptionInfo[Refused]) -> list[str]:
    """Name the open questions of a refusal, by what must be chosen."""
    return [
        finding.remedy.split("policy choose ")[1].split()[0] for finding in refusal.value.findings
    ]


def test_g24_each_open_fund_has_its_own_line_and_amount() -> None:
    rows = (*spending(1_200_000_00), *spending(2_400_000_00, fund="resident"))
    sheet = sheet_of(applicant(spending=rows), rules=rules_of("gansu", base_years="1"))
    assert [(line.fund, line.approved_fen) for line in sheet.lines] == [
        ("employee", 100_000_00),
        ("resident", 200_000_00),
    ]
    assert [gate.verdict for gate in sheet.gates] == ["open", "open"]


def test_t3_g10_a_shut_fund_pays_nobody_and_says_why() -> None:
    rows = (*spending(1_200_000_00), *spending(1_200_000_00, fund="resident"))
    sheet = sheet_of(
        applicant(spending=rows), rules=rules_of("gansu", base_years="1"), months=("11.99", "6")
    )
    shut = only(sheet)
    assert (shut.computed_fen, shut.approved_fen, names(shut)) == (0, 0, ["职工基金"])
    assert shut.refused[0].remark == "累计结余可支付月数不足，可支付月数11.99"
    assert only(sheet, "resident").approved_fen == 100_000_00


def test_t9_h07_h08_all_is_prepaid_from_the_one_fund_with_more_months() -> None:
    rows = (*spending(BIG), *spending(BIG, fund="resident"))
    sheet = sheet_of(applicant(spending=rows), rules=rules_of("hainan"), months=("14", "9"))
    assert only(sheet).approved_fen == 4_000_000_00
    other = only(sheet, "resident")
    assert (other.approved_fen, names(other)) == (0, ["居民基金"])
    assert "由可支付月数更多的险种基金预付" in other.refused[0].remark


@pytest.mark.parametrize(
    ("total", "approved"),
    [
        (12 * 1_000_000_00, 0),
        (12 * 1_000_000_00 + 1, 1_000_000_00),
        (12 * 1_000_000_01, 1_000_000_01),
    ],
)
def test_t8_h13_the_threshold_stands_on_the_base_before_rounding(total: int, approved: int) -> None:
    sheet = sheet_of(applicant(spending=spending(total)), rules=rules_of("hainan"))
    line = only(sheet)
    assert line.approved_fen == approved
    assert names(line) == ([] if approved else ["月均支付额门槛"])


def test_h13_the_threshold_is_told_with_all_else_that_refuses() -> None:
    who = applicant(
        spending=spending(12_00),
        application=application(date=date(2026, 1, 20), finance_sound=False),
        late={"resident": 1},
        barred="骗取预付金",
    )
    line = only(sheet_of(who, rules=rules_of("hainan")))
    assert names(line) == [
        "申请时间",
        "财务状况",
        "月均支付额门槛",
        "上年未按时全额返还",
        "上年有取消资格的情形",
    ]
    assert line.approved_fen == line.computed_fen == line.agreed_fen == 0


def test_g36_a22_what_is_refused_anyway_asks_nothing_about_last_year() -> None:
    who = applicant(
        spending=spending(BIG),
        application=application(key_work=False),
        late={"resident": 1},
        inherited={"resident": 1},
    )
    sheet = sheet_of(who, rules=rules_of("zhangye", late_scope=""))
    assert names(only(sheet)) == ["重点工作"]
    assert names(only(sheet, "resident")) == ["重点工作", "上年未按时全额返还"]


def test_g13_who_did_not_apply_is_listed_and_refused_for_that_alone() -> None:
    who = applicant(spending=spending(1_200_00), application=None)
    sheet = sheet_of(who, rules=rules_of("gansu"))
    line = only(sheet)
    assert (line.applied, line.approved_fen, line.refused) == (False, 0, line.steps)
    assert [(step.name, step.clause) for step in line.steps] == [("未申请", "甘肃·二")]
    assert [one.fund for one in sheet.lines] == ["employee"]


def test_g13_who_neither_applied_nor_has_spending_is_not_listed() -> None:
    assert sheet_of(applicant(application=None), rules=rules_of("gansu")).lines == ()


def test_a3_an_applicant_without_spending_in_a_fund_is_told_so() -> None:
    sheet = sheet_of(applicant(spending=spending(BIG)), rules=rules_of("gansu"))
    assert names(only(sheet, "resident")) == ["基数不大于零"]


def test_a3_nothing_raised_to_the_floor_or_left_is_asked_where_the_floor_is_chosen() -> None:
    who = applicant(spending=spending(BIG))
    with pytest.raises(Refused) as refusal:
        sheet_of(who, rules=rules_of("gansu", floor_of_zero=""))
    assert asked(refusal) == ["floor_of_zero"]
    assert "none 0.00，tiers 5,000.00" in str(refusal.value)

    unasked = sheet_of(who, rules=rules_of("gansu", floor_of_zero="", floor="none"))
    (step,) = only(unasked, "resident").refused
    assert "推定，尚未确认" in step.remark


def test_a3_where_nobody_has_set_a_floor_nothing_stays_nothing_and_is_not_asked_about() -> None:
    who = applicant(spending=spending(BIG))
    sheet = sheet_of(who, rules=rules_of("gansu", floor_of_zero="", floor=""))
    assert only(sheet, "resident").approved_fen == 0


@pytest.mark.parametrize(("day", "moved"), [(10, False), (11, True), (15, True), (16, False)])
def test_a8_an_application_between_the_two_days_is_asked_about(day: int, *, moved: bool) -> None:
    given = application(date=date(YEAR, 1, day))
    who = applicant(application=given, spending=spending(BIG))
    rules = rules_of("hainan", on=date(YEAR, 1, 20))
    if moved:
        with pytest.raises(Refused) as refusal:
            sheet_of(who, rules=rules)
        assert asked(refusal) == ["application_window"]
    else:
        sheet_of(who, rules=rules)


@pytest.mark.parametrize(
    ("agreed", "approved"),
    [
        ({}, 100_000_00),
        ({"employee": 80_000_00}, 80_000_00),
        ({"employee": 120_000_00}, 100_000_00),
    ],
)
def test_g27_the_lesser_of_computed_and_agreed_is_approved_and_both_are_kept(
    agreed: dict[str, int], approved: int
) -> None:
    who = applicant(spending=spending(1_200_000_00), agreed_fen=agreed)
    line = only(sheet_of(who, rules=rules_of("gansu", base_years="1")))
    assert line.computed_fen == 100_000_00
    assert line.agreed_fen == agreed.get("employee", 100_000_00)
    assert line.approved_fen == approved


def test_g27_what_is_agreed_as_nothing_is_refused_with_that_reason() -> None:
    who = applicant(spending=spending(1_200_000_00), agreed_fen={"employee": 0})
    line = only(sheet_of(who, rules=rules_of("gansu", base_years="1")))
    assert (line.computed_fen, line.approved_fen, names(line)) == (100_000_00, 0, ["核定金额"])


def test_g10_a_document_that_passes_the_gate_lets_the_fund_pay() -> None:
    rules = rules_of("gansu", base_years="1")
    who = applicant(spending=spending(1_200_000_00))
    given = (adjustment(scope="gate"),)
    sheet = sheet_of(who, rules=rules, months=("11", "9"), adjustments=given)
    assert only(sheet).approved_fen == 100_000_00


def test_a1_a2_a4_a22_a24_all_missing_choices_are_asked_in_one_refusal() -> None:
    small = applicant("H2", spending=spending(12_00))
    mixed = applicant("H3", spending=(*spending(BIG), *spending(BIG, payer="large")))
    late = applicant(
        "H1",
        spending=(*spending(BIG), *spending(BIG, fund="resident")),
        late={"employee": 1},
        inherited={"resident": 1},
    )
    with pytest.raises(Refused) as refusal:
        sheet_of(small, mixed, late, rules=rules_of("gansu", **UNCHOSEN))
    expected = {"base_years", "payers_paid", "floor", "successor_sanction", "late_scope"}
    assert sorted(asked(refusal)) == sorted(expected)
    assert {finding.code for finding in refusal.value.findings} == {"CHOICE_MISSING"}


def test_a1_a2_what_only_one_reading_would_ask_is_asked_with_it() -> None:
    who = applicant(spending=(*spending(12_00), *spending(BIG, payer="large")))
    rules = rules_of("gansu", base_years="1", payers_paid="", floor="")
    with pytest.raises(Refused) as refusal:
        sheet_of(who, rules=rules)
    assert asked(refusal) == ["payers_paid", "floor"]


def test_a4_nothing_else_is_asked_than_what_is_needed() -> None:
    who = applicant(spending=spending(BIG))
    with pytest.raises(Refused) as refusal:
        sheet_of(who, rules=rules_of("gansu", **UNCHOSEN))
    assert asked(refusal) == ["base_years"]


def test_a4_a_refused_applicant_asks_for_nothing() -> None:
    who = applicant(spending=spending(12_00), application=application(key_work=False))
    line = only(sheet_of(who, rules=rules_of("gansu", **UNCHOSEN)))
    assert names(line) == ["重点工作"]


def test_a4_a_shut_fund_asks_for_nothing() -> None:
    who = applicant(spending=spending(12_00))
    sheet = sheet_of(who, rules=rules_of("gansu", **UNCHOSEN), months=("11", "5"))
    assert all(line.approved_fen == 0 for line in sheet.lines)


def test_a6_a_tie_is_asked_together_with_the_rest() -> None:
    who = applicant(spending=spending(BIG), inherited={"employee": 1})
    with pytest.raises(Refused) as refusal:
        sheet_of(who, rules=rules_of("hainan"), months=("14", "14"))
    assert asked(refusal) == ["fund_tie", "successor_sanction"]


def test_h04_missing_and_unusable_figures_are_told_together() -> None:
    with pytest.raises(Refused) as refusal:
        assess(
            year=YEAR + 1,
            rules=rules_of("hainan"),
            figures={"employee": covering("employee", "12")},
            applicants=(),
            adjustments=(),
        )
    codes = [finding.code for finding in refusal.value.findings]
    assert codes == ["FIGURES_UNUSABLE", "FIGURES_MISSING"]


def test_r105_the_same_input_in_any_order_gives_the_same_sheet() -> None:
    people = [applicant(f"H{number}", spending=spending(BIG + number)) for number in range(5)]
    rules = rules_of("gansu")
    forward = sheet_of(*people, rules=rules)
    assert sheet_of(*reversed(people), rules=rules) == forward
    assert [line.hospital for line in forward.lines][:5] == ["H0", "H1", "H2", "H3", "H4"]


def test_r034_every_step_can_be_written_and_read_back() -> None:
    who = applicant(spending=spending(BIG), late={"employee": 1}, barred="甲；乙;丙|丁")
    sheet = sheet_of(who, rules=rules_of("gansu"))
    gates = [step for gate in sheet.gates for step in gate.steps]
    lines = [step for line in sheet.lines for step in line.steps]
    for step in (*gates, *lines):
        assert step.clause
        text = step.text()
        assert ";" not in text
        assert "；" not in text
        assert step_of(text).text() == text
    assert step_of(Step(name="一", figure="2", clause="三").text()) == Step(
        name="一", figure="2", clause="三"
    )
