"""Base and amount: years, services, payers, floors, adjustments, and one rounding at the end."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from ledger.assessment.base import base_of
from ledger.basis.errors import Refused
from tests.assess_rules import (
    THREE,
    YEAR,
    adjustment,
    applicant,
    application,
    computed,
    rules_of,
    spending,
)


def shown(steps: object, name: str) -> str:
    (step,) = (step for step in steps if step.name == name)  # type: ignore[attr-defined]
    return step.figure  # type: ignore[no-any-return]


def test_t1_g20_g21_three_years_of_43_200_000_give_a_month_of_1_200_000() -> None:
    who = applicant(spending=spending(43_200_000_00, years=THREE))
    base = base_of(who, fund="employee", year=YEAR, rules=rules_of("gansu"))
    assert base.value == 1_200_000_00
    fen, amount = computed(who, rules_of("gansu"))
    assert fen == 1_200_000_00
    assert amount.steps[-1].figure == "1,200,000.00"
    assert amount.steps[-1].clause == "甘肃·三"


@pytest.mark.parametrize(
    ("readings", "average"), [("1", 3_000_00), ("2", 2_500_00), ("3", 2_000_00)]
)
def test_a4_g20_the_years_chosen_are_averaged(readings: str, average: int) -> None:
    rows = (
        *spending(12_000_00, years=(2023,)),
        *spending(24_000_00, years=(2024,)),
        *spending(36_000_00, years=(2025,)),
        *spending(99_000_00, years=(2022, 2026)),
    )
    rules = rules_of("gansu", base_years=readings)
    base = base_of(applicant(spending=rows), fund="employee", year=YEAR, rules=rules)
    assert base.value == average
    assert shown(base.steps, "测算年限") == f"{readings}年"


@pytest.mark.parametrize(
    ("since", "years", "average"),
    [
        ("2023-01-01", "3年", 2_000_00),
        ("2023-01-02", "2年", 2_500_00),
        ("2025-01-01", "1年", 3_000_00),
    ],
)
def test_g20_the_window_shortens_to_the_full_years_that_a_hospital_has(
    since: str, years: str, average: int
) -> None:
    rows = (
        *spending(12_000_00, years=(2023,)),
        *spending(24_000_00, years=(2024,)),
        *spending(36_000_00, years=(2025,)),
    )
    given = application(settled_since=date.fromisoformat(since))
    who = applicant(spending=rows, application=given)
    base = base_of(who, fund="employee", year=YEAR, rules=rules_of("gansu"))
    assert base.value == average
    (step,) = (step for step in base.steps if step.name == "测算年限")
    assert step.figure == years
    assert ("只满" in step.remark) == (years != "3年")


def test_g23_gansu_counts_outpatient_and_inpatient_of_its_own_fund() -> None:
    rows = (
        *spending(12_00),
        *spending(24_00, service="outpatient"),
        *spending(48_00, fund="resident"),
    )
    rules = rules_of("gansu", base_years="1")
    who = applicant(spending=rows)
    assert base_of(who, fund="employee", year=YEAR, rules=rules).value == 3_00
    assert base_of(who, fund="resident", year=YEAR, rules=rules).value == 4_00


def test_h08_hainan_counts_inpatient_of_the_pooling_funds_of_both() -> None:
    rows = (
        *spending(12_00),
        *spending(24_00, service="outpatient"),
        *spending(48_00, fund="resident"),
        *spending(96_00, payer="large"),
    )
    base = base_of(applicant(spending=rows), fund="employee", year=YEAR, rules=rules_of("hainan"))
    assert base.value == 5_00
    assert shown(base.steps, "职工·住院·基本医保统筹基金") == "12.00"
    assert shown(base.steps, "居民·住院·基本医保统筹基金") == "48.00"


def test_a1_g23_the_other_payers_count_as_chosen_and_are_asked_about() -> None:
    rows = (
        *spending(12_00),
        *spending(24_00, payer="large"),
        *spending(48_00, payer="civil"),
    )
    who = applicant(spending=rows)
    measure = rules_of("gansu", base_years="1")
    assert base_of(who, fund="employee", year=YEAR, rules=measure).value == 7_00
    own = rules_of("gansu", base_years="1", payers_paid="own_share")
    base = base_of(who, fund="employee", year=YEAR, rules=own)
    assert base.value == 1_00
    assert shown(base.steps, "大额、公务员补助部分") == "72.00"
    with pytest.raises(Refused, match="A-1"):
        base_of(who, fund="employee", year=YEAR, rules=rules_of("gansu", payers_paid=""))


def test_g23_a_payer_that_the_profile_does_not_count_is_left_out() -> None:
    rows = (*spending(12_00), *spending(24_00, payer="large"), *spending(48_00, payer="civil"))
    rules = rules_of("gansu", base_years="1", local={"base_payers": ("basic", "civil")})
    assert base_of(applicant(spending=rows), fund="employee", year=YEAR, rules=rules).value == 5_00


def test_a1_is_not_asked_where_no_other_payer_has_an_amount() -> None:
    rows = (
        *spending(12_00),
        *spending(0, payer="large"),
        *spending(36_00, years=(2019,), payer="civil"),
    )
    rules = rules_of("gansu", base_years="1", payers_paid="")
    assert base_of(applicant(spending=rows), fund="employee", year=YEAR, rules=rules).value == 1_00


@pytest.mark.parametrize(
    ("reading", "amounts"),
    [
        ("tiers", ("5,000.00", "10,000.00", "10,000.00", "10,000.00")),
        ("five_thousand", ("5,000.00", "5,000.00", "9,999.99", "10,000.00")),
        ("ten_thousand", ("10,000.00", "10,000.00", "10,000.00", "10,000.00")),
        ("none", ("4,999.99", "5,000.00", "9,999.99", "10,000.00")),
    ],
)
def test_t2_g25_a2_the_floor_on_both_sides_of_its_tiers(
    reading: str, amounts: tuple[str, ...]
) -> None:
    rules = rules_of("gansu", base_years="1", floor=reading)
    months = (4_999_99, 5_000_00, 9_999_99, 10_000_00)
    found = [
        computed(applicant(spending=spending(12 * fen)), rules)[1].steps[-1].figure
        for fen in months
    ]
    assert tuple(found) == amounts


@pytest.mark.parametrize(
    ("total", "amount"),
    [
        (12 * 5_000_00 - 1, 5_000_00),
        (12 * 5_000_00, 10_000_00),
        (12 * 10_000_00 - 1, 10_000_00),
        (12 * 10_000_00, 10_000_00),
        (12 * 10_000_00 + 1, 10_000_00),
        (12 * 10_000_00 + 6, 10_000_01),
    ],
)
def test_g25_tiers_compare_before_rounding(total: int, amount: int) -> None:
    rules = rules_of("gansu", base_years="1")
    assert computed(applicant(spending=spending(total)), rules)[0] == amount


def test_a2_the_floor_is_asked_only_below_ten_thousand() -> None:
    rules = rules_of("gansu", base_years="1", floor="")
    assert computed(applicant(spending=spending(12 * 10_000_00)), rules)[0] == 10_000_00
    with pytest.raises(Refused, match="A-2"):
        computed(applicant(spending=spending(12 * 10_000_00 - 1)), rules)


def test_a3_nothing_is_raised_to_no_floor_unless_chosen() -> None:
    fen, amount = computed(applicant(), rules_of("gansu", floor=""))
    assert fen == 0
    assert [step.name for step in amount.refused] == ["基数不大于零"]
    raised = rules_of("gansu", floor_of_zero="tiers")
    assert computed(applicant(), raised)[0] == 5_000_00
    unraised = rules_of("gansu", floor_of_zero="tiers", floor="none")
    fen, amount = computed(applicant(), unraised)
    assert fen == 0
    assert amount.refused


def test_g20_more_refunds_than_spending_gives_nothing() -> None:
    fen, amount = computed(applicant(spending=spending(-12_00)), rules_of("gansu"))
    assert fen == 0
    assert amount.refused[0].figure.startswith("-")


def test_a10_the_floor_comes_before_the_halving() -> None:
    rules = rules_of("gansu", base_years="1")
    who = applicant(spending=spending(12 * 4_000_00), late={"employee": 1})
    assert computed(who, rules)[0] == 2_500_00


def test_g22_the_local_coefficient_by_grade_or_level() -> None:
    table = {"A": "1.1", "B": "1/3", "其他": "0.5"}
    rules = rules_of("gansu", base_years="1", local={"coefficients": table})
    for grade, amount in (("A", 110_000_00), ("B", 33_333_33), ("C", 50_000_00), ("", 50_000_00)):
        who = applicant(spending=spending(1_200_000_00), application=application(grade=grade))
        assert computed(who, rules)[0] == amount
    by_level = rules_of(
        "gansu", base_years="1", local={"coefficients": {"三级": "2"}, "coefficient_by": "level"}
    )
    who = applicant(spending=spending(1_200_000_00))
    assert computed(who, by_level)[0] == 200_000_00


@pytest.mark.parametrize(("profile", "clause"), [("gansu", "甘肃·三"), ("hainan", "海南·三")])
def test_g26_h10_a_special_adjustment_changes_the_scale(profile: str, clause: str) -> None:
    given = (
        adjustment(factor="3/2"),
        adjustment(factor="50%", hospital="H1"),
        adjustment(factor="9", hospital="H2"),
        adjustment(factor="9", year=YEAR - 1),
        adjustment("resident", factor="9"),
        adjustment(scope="gate"),
    )
    who = applicant(spending=spending(24_000_000_00), adjustments=given)
    rules = rules_of(profile, base_years="1") if profile == "gansu" else rules_of(profile)
    fen, amount = computed(who, rules)
    assert fen == 1_500_000_00
    steps = [step for step in amount.steps if step.name == "特殊调整"]
    assert [step.clause for step in steps] == [clause, clause]
    assert "兰医保发〔2026〕3号" in steps[0].remark
    end = "，在系数之后、定额之前（推定，尚未确认）"
    assert steps[0].remark.endswith(end) == (profile == "gansu")
    assert ("定额" in steps[0].remark) == bool(rules.rows("floor_tiers"))


def test_g26_the_adjustment_comes_before_the_floor_and_the_halving() -> None:
    rules = rules_of("gansu", base_years="1")
    who = applicant(
        spending=spending(12 * 8_000_00),
        adjustments=(adjustment(factor="1/2"),),
        late={"employee": 1},
    )
    assert computed(who, rules)[0] == 2_500_00
    names = [step.name for step in computed(who, rules)[1].steps]
    order = ["预付标准", "调整系数", "特殊调整", "定额核拨", "上年未按时全额返还", "测算金额"]
    assert [name for name in names if name in order] == order


def test_g26_an_adjustment_without_a_ratio_is_refused() -> None:
    who = applicant(spending=spending(1_200_00), adjustments=(adjustment(factor=""),))
    with pytest.raises(Refused, match="比例"):
        computed(who, rules_of("gansu"))


def test_g26_a_profile_without_adjustments_refuses_one() -> None:
    who = applicant(spending=spending(1_200_00), adjustments=(adjustment(factor="2"),))
    with pytest.raises(Refused, match="没有特殊调整的规定"):
        computed(who, rules_of("gansu", local={"special_adjustment": "no"}))


@pytest.mark.parametrize(
    ("total", "amount"), [(12_000_005, 1_000_000), (12_000_006, 1_000_001), (12_000_007, 1_000_001)]
)
def test_g21_the_amount_rounds_half_up(total: int, amount: int) -> None:
    rules = rules_of("gansu", base_years="1", floor="none")
    assert computed(applicant(spending=spending(total)), rules)[0] == amount


def test_g21_what_follows_the_cut_is_marked_and_kept() -> None:
    rules = rules_of("gansu", base_years="1")
    who = applicant(spending=spending(12 * 20_000_00 + 4))
    _, amount = computed(who, rules)
    assert shown(amount.steps, "基数（月平均支出）") == "20,000.00…"
    base = base_of(who, fund="employee", year=YEAR, rules=rules)
    assert base.value == Fraction(12 * 20_000_00 + 4, 12)
