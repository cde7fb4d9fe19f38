"""The fund gate: months of cover on both sides of the limit, deficits, and the one fund."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from ledger.assessment.gate import fund_gate
from ledger.assessment.selection import select_fund
from ledger.basis.errors import Refused
from tests.assess_rules import YEAR, adjustment, covering, figures, gate, rules_of

PROVINCES = ("gansu", "zhangye", "hainan")


def step_named(found: object, name: str) -> tuple[str, str]:
    (step,) = (step for step in found.steps if step.name == name)  # type: ignore[attr-defined]
    return step.figure, step.clause


@pytest.mark.parametrize("profile", PROVINCES)
@pytest.mark.parametrize(
    ("fund", "months", "verdict"),
    [
        ("employee", "11.99", "months-short"),
        ("employee", "11.9999", "months-short"),
        ("employee", "12.00", "open"),
        ("employee", "12.01", "open"),
        ("resident", "5.99", "months-short"),
        ("resident", "5.9999", "months-short"),
        ("resident", "6.00", "open"),
        ("resident", "6.01", "open"),
    ],
)
def test_g10_g11_h04_h05_the_limit_of_months_is_enough_and_a_hair_below_is_not(
    profile: str, fund: str, months: str, verdict: str
) -> None:
    assert gate(fund, months, rules_of(profile)).verdict == verdict


def test_t3_employee_at_11_99_is_shut_while_resident_at_6_00_is_open() -> None:
    rules = rules_of("gansu")
    assert gate("employee", "11.99", rules).verdict == "months-short"
    assert gate("resident", "6.00", rules).verdict == "open"


@pytest.mark.parametrize(
    ("fund", "months", "shown"),
    [
        ("resident", "5.9999", "5.99"),
        ("resident", "5.999999", "5.99"),
        ("resident", "6.00", "6.00"),
        ("resident", "6.0001", "6.0001"),
        ("employee", "11.9999", "11.99"),
        ("employee", "12", "12.00"),
        ("employee", "15.555", "15.55"),
    ],
)
def test_g10_months_are_cut_off_and_never_shown_as_a_limit_they_are_not(
    fund: str, months: str, shown: str
) -> None:
    step = step_named(gate(fund, months, rules_of("gansu")), "累计结余可支付月数")
    assert step == (shown, "甘肃·一")


def test_a5_the_formula_and_its_inputs_are_shown() -> None:
    found = gate("employee", "12", rules_of("gansu"))
    (step,) = (step for step in found.steps if step.name == "累计结余可支付月数")
    assert step.remark.startswith("1,200,000,000.00 ÷（1,200,000,000.00 ÷ 12）")
    assert "推定，尚未确认" in step.remark
    assert step_named(found, "2025年末累计结余")[0] == "1,200,000,000.00"
    assert step_named(found, "2025年支出")[0] == "1,200,000,000.00"


def test_a5_the_forecast_may_be_chosen_as_the_divisor() -> None:
    rules = rules_of("gansu", months_formula="forecast_expenditure")
    tested = figures(balance_fen=1_200_000_00, forecast_expenditure_fen=1_250_000_00)
    found = fund_gate(tested, year=YEAR, rules=rules, adjustments=())
    assert found.verdict == "months-short"
    assert found.months == Fraction(1_200_000_00 * 12, 1_250_000_00)
    assert step_named(found, "2026年滚动测算支出")[0] == "1,250,000.00"


@pytest.mark.parametrize("profile", PROVINCES)
def test_g12_h06_a_deficit_of_the_year_before_blocks_by_one_fen(profile: str) -> None:
    even = figures(income_fen=1_200_000_00)
    short = figures(income_fen=1_199_999_99)
    rules = rules_of(profile)
    assert fund_gate(even, year=YEAR, rules=rules, adjustments=()).verdict == "open"
    found = fund_gate(short, year=YEAR, rules=rules, adjustments=())
    assert found.verdict == "deficit-prior-year"
    assert step_named(found, "2025年当期收支")[0] == "-0.01"


@pytest.mark.parametrize("profile", PROVINCES)
def test_g12_h06_a_forecast_deficit_blocks_by_one_fen(profile: str) -> None:
    even = figures(forecast_income_fen=1_250_000_00)
    short = figures(forecast_income_fen=1_249_999_99)
    rules = rules_of(profile)
    assert fund_gate(even, year=YEAR, rules=rules, adjustments=()).verdict == "open"
    assert fund_gate(short, year=YEAR, rules=rules, adjustments=()).verdict == "deficit-forecast"


def test_g12_the_harder_reason_is_the_verdict_and_every_test_is_shown() -> None:
    poor = figures(balance_fen=1, income_fen=0, forecast_income_fen=0)
    found = fund_gate(poor, year=YEAR, rules=rules_of("gansu"), adjustments=())
    assert found.verdict == "deficit-prior-year"
    shown = [step.name for step in found.steps]
    assert {"累计结余可支付月数", "2025年当期收支", "2026年滚动测算收支", "结论"} <= set(shown)


def test_g10_a_document_passes_the_months_gate_which_holds_in_principle() -> None:
    short = covering("employee", "11.99")
    allowed = adjustment(scope="gate")
    found = fund_gate(short, year=YEAR, rules=rules_of("gansu"), adjustments=(allowed,))
    assert found.verdict == "open"
    (step,) = (step for step in found.steps if step.name == "“原则上”的例外")
    assert "兰医保发〔2026〕3号" in step.remark


@pytest.mark.parametrize(
    "given",
    [
        adjustment(scope="gate", papers=False),
        adjustment("resident", scope="gate"),
        adjustment(scope="gate", year=YEAR - 1),
        adjustment(scope="gate", hospital="H1"),
        adjustment(scope="amount", factor="2"),
    ],
    ids=["without-document", "other-fund", "other-year", "one-hospital", "other-scope"],
)
def test_g10_nothing_else_passes_the_months_gate(given: object) -> None:
    short = covering("employee", "11.99")
    found = fund_gate(short, year=YEAR, rules=rules_of("gansu"), adjustments=(given,))  # type: ignore[arg-type]
    assert found.verdict == "months-short"


def test_g12_no_document_passes_a_deficit() -> None:
    short = figures(income_fen=0)
    allowed = adjustment(scope="gate")
    found = fund_gate(short, year=YEAR, rules=rules_of("gansu"), adjustments=(allowed,))
    assert found.verdict == "deficit-prior-year"


def test_g10_a_profile_without_the_exception_takes_no_document() -> None:
    rules = rules_of("gansu", local={"gate_exception": "no"})
    short = covering("employee", "11.99")
    found = fund_gate(short, year=YEAR, rules=rules, adjustments=(adjustment(scope="gate"),))
    assert found.verdict == "months-short"


@pytest.mark.parametrize("spent", [0, -1])
def test_a5_expenditure_that_is_not_above_zero_is_refused_plainly(spent: int) -> None:
    with pytest.raises(Refused, match="支出不大于零，算不出") as refusal:
        fund_gate(
            figures(expenditure_fen=spent), year=YEAR, rules=rules_of("gansu"), adjustments=()
        )
    assert [finding.code for finding in refusal.value.findings] == ["FIGURES_UNUSABLE"]


def test_h04_figures_of_another_year_are_refused() -> None:
    with pytest.raises(Refused, match="2026年度核定应用2025年的基金数据"):
        fund_gate(figures(year=2024), year=YEAR, rules=rules_of("hainan"), adjustments=())


def test_g10_a_negative_balance_has_negative_months() -> None:
    found = fund_gate(figures(balance_fen=-1), year=YEAR, rules=rules_of("gansu"), adjustments=())
    assert found.verdict == "months-short"
    assert step_named(found, "累计结余可支付月数")[0] == "-0.01"


def verdicts(profile: str, employee: str, resident: str, **readings: Any) -> list[str]:
    rules = rules_of(profile, **readings)
    gates = (gate("employee", employee, rules), gate("resident", resident, rules))
    return [found.verdict for found in select_fund(gates, rules)]


def test_t9_h07_both_open_the_one_with_more_months_pays() -> None:
    assert verdicts("hainan", "14", "9") == ["open", "not-selected"]
    assert verdicts("hainan", "14", "14.0001") == ["not-selected", "open"]


def test_h07_only_one_open_that_one_pays_however_many_months_the_other_has() -> None:
    assert verdicts("hainan", "11.99", "6") == ["months-short", "open"]
    assert verdicts("hainan", "12", "5.99") == ["open", "months-short"]
    assert verdicts("hainan", "11.99", "5.99") == ["months-short", "months-short"]


def test_h07_that_only_one_fund_is_open_is_said() -> None:
    rules = rules_of("hainan")
    found = select_fund((gate("employee", "12", rules), gate("resident", "5", rules)), rules)
    assert found[0].steps[-1].figure == "职工"
    assert found[0].steps[-1].remark == "只有该险种满足预付条件"


def test_a6_a_tie_is_asked_and_the_recorded_reading_pays() -> None:
    with pytest.raises(Refused, match="A-6"):
        verdicts("hainan", "14", "14")
    assert verdicts("hainan", "14", "14", fund_tie="employee") == ["open", "not-selected"]
    assert verdicts("hainan", "14", "14", fund_tie="resident") == ["not-selected", "open"]


def test_h07_months_that_differ_by_a_hair_are_shown_apart() -> None:
    rules = rules_of("hainan")
    gates = (gate("employee", "14", rules), gate("resident", "14.000001", rules))
    found = select_fund(gates, rules)
    (step,) = (step for step in found[0].steps if step.name == "预付险种")
    assert step.figure == "居民"
    assert step.remark == "职工14.00个月，居民14.000001个月，取可支付月数更多的险种"
    assert found[0].steps[-1].figure == "由可支付月数更多的险种基金预付"


def test_g24_gansu_pays_from_each_fund_that_is_open() -> None:
    assert verdicts("gansu", "14", "9") == ["open", "open"]


def test_h04_hainan_tests_the_province_and_gansu_the_area() -> None:
    assert step_named(gate("employee", "12", rules_of("hainan")), "测算层级") == (
        "全省",
        "海南·二",
    )
    assert step_named(gate("employee", "12", rules_of("gansu")), "测算层级")[0] == "统筹地区"
