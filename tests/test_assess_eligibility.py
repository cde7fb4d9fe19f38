"""The check list of an applicant: every condition on both sides of its boundary."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest

from ledger.assessment.conditions import months_before
from ledger.assessment.eligibility import above_threshold, eligibility
from ledger.basis.terms import RECALL_TRIGGERS
from ledger.policy.standing import Stop
from tests.assess_rules import YEAR, applicant, application, rules_of, spending

if TYPE_CHECKING:
    from ledger.assessment.values import Step
    from ledger.policy.profile import Rules


def unmet(
    profile: str = "gansu",
    *,
    year: int = YEAR,
    rules: Rules | None = None,
    who: dict[str, Any] | None = None,
    **changes: Any,
) -> dict[str, Step]:
    """Give what is not met by an application with these changes, by name."""
    given = {"application": application(**changes), **(who or {})}
    found = eligibility(applicant(**given), year=year, rules=rules or rules_of(profile))
    return {one.step.name: one.step for one in found if not one.met}


@pytest.mark.parametrize("profile", ["gansu", "zhangye", "hainan"])
def test_g15_to_g18_h12_to_h18_who_meets_everything_is_refused_nothing(profile: str) -> None:
    assert unmet(profile) == {}


def test_r035_every_condition_is_shown_with_its_clause_and_evidence() -> None:
    for profile in ("gansu", "hainan"):
        found = eligibility(applicant(), year=YEAR, rules=rules_of(profile))
        assert all(one.step.clause and one.step.remark for one in found)
    shown = {one.step.name: one.step.clause for one in found}
    assert shown["正常结算"] == "海南·四(一)"
    assert shown["产权担保"] == "海南·四(三)"
    assert shown["处罚和移送司法"] == "海南·四(七)"


@pytest.mark.parametrize(
    ("day", "met"),
    [("2025-12-31", False), ("2026-01-01", True), ("2026-01-10", True), ("2026-01-11", False)],
)
def test_g13_the_window_is_the_first_ten_days_of_january(day: str, *, met: bool) -> None:
    found = unmet(date=date.fromisoformat(day), undertaken_on=date(2025, 12, 1))
    assert ("申请时间" not in found) == met


def test_g13_late_is_refused_with_both_dates() -> None:
    step = unmet(date=date(2026, 1, 12))["申请时间"]
    assert step.remark == "2026-01-12申请，申请期2026-01-01至2026-01-10，迟了2天"
    assert step.clause == "甘肃·二"


@pytest.mark.parametrize(("day", "met"), [(10, True), (11, True), (15, True), (16, False)])
def test_h20_a8_the_fifteenth_is_the_limit_and_both_dates_are_shown(day: int, *, met: bool) -> None:
    given = applicant(application=application(date=date(2026, 1, day)))
    (window,) = (
        one
        for one in eligibility(given, year=YEAR, rules=rules_of("hainan"))
        if one.step.name == "申请时间"
    )
    assert window.met == met
    assert "2026-01-10" in window.step.remark
    assert "2026-01-15" in window.step.remark


def test_a8_the_tenth_may_be_chosen_as_the_limit() -> None:
    rules = rules_of("hainan", application_window="tenth")
    assert "申请时间" in unmet(rules=rules, date=date(2026, 1, 11))
    assert unmet(rules=rules, date=date(2026, 1, 10)) == {}


@pytest.mark.parametrize(("day", "met"), [("2025-07-31", True), ("2025-08-01", False)])
def test_h56_the_transition_year_applies_through_july(day: str, *, met: bool) -> None:
    found = unmet(
        rules=rules_of("hainan", on=date(2025, 8, 5)),
        year=2025,
        date=date.fromisoformat(day),
        undertaken_on=date(2025, 6, 20),
    )
    assert ("申请时间" not in found) == met


def test_g07_a_hospital_without_inpatients_is_refused() -> None:
    step = unmet(who={"owner": {"inpatient": False}})["收治住院"]
    assert step.clause == "甘肃·一"


def test_g07_inpatients_are_required_by_the_flag_even_where_the_list_forgets_them() -> None:
    rules = rules_of("gansu", local={"eligibility_list": ("settled",)})
    assert set(unmet(rules=rules, who={"owner": {"inpatient": False}})) == {"收治住院"}
    free = rules_of("gansu", local={"eligibility_list": ("settled",), "inpatient_required": "no"})
    assert unmet(rules=free, who={"owner": {"inpatient": False}}) == {}


@pytest.mark.parametrize("profile", ["gansu", "hainan"])
@pytest.mark.parametrize(
    ("since", "met"), [("2024-12-31", True), ("2025-01-01", True), ("2025-01-02", False)]
)
def test_g15_h12_one_full_natural_year_is_settled(profile: str, since: str, *, met: bool) -> None:
    found = unmet(profile, settled_since=date.fromisoformat(since))
    assert ("正常结算" not in found) == met


def test_g15_a_start_that_is_not_stated_counts_as_not_shown() -> None:
    assert "申请中没有写明起始日" in unmet(settled_since=None)["正常结算"].remark


def test_h12_inpatient_settlement_is_named_and_its_months_are_counted() -> None:
    found = unmet(
        "hainan",
        settled_since=None,
        who={"spending": spending(12_00, years=(2025,)) + spending(12_00, service="outpatient")},
    )
    assert found["正常结算"].remark.startswith("住院医疗费用")
    assert "有住院支出的12个月" in found["正常结算"].remark


@pytest.mark.parametrize(
    ("profile", "evaluations", "met"),
    [
        ("gansu", ("2025:pass",), True),
        ("gansu", ("2025:excellent",), True),
        ("gansu", ("2024:fail", "2025:pass"), True),
        ("gansu", ("2025:fail",), False),
        ("gansu", ("2024:pass",), False),
        ("gansu", (), False),
        ("gansu", ("2025:fail", "2025:good"), False),
        ("hainan", ("2024:pass", "2025:pass"), True),
        ("hainan", ("2025:pass",), False),
        ("hainan", ("2024:fail", "2025:pass"), False),
        ("hainan", ("2023:pass", "2025:pass"), False),
    ],
)
def test_g15_h12_evaluations_of_the_last_one_or_two_years(
    profile: str, evaluations: tuple[str, ...], *, met: bool
) -> None:
    assert ("绩效考核" not in unmet(profile, evaluations=evaluations)) == met


@pytest.mark.parametrize("profile", ["gansu", "hainan"])
@pytest.mark.parametrize(
    ("day", "met"),
    [
        (None, True),
        ("2025-01-07", True),
        ("2025-01-08", False),
        ("2025-01-09", False),
        ("2026-01-08", False),
        ("2026-01-09", False),
    ],
)
def test_g18_h18_a_penalty_lies_more_than_twelve_months_before(
    profile: str, day: str | None, *, met: bool
) -> None:
    found = unmet(profile, penalised_on=date.fromisoformat(day) if day else None)
    assert ("处罚和移送司法" not in found) == met


def test_g18_the_refusal_tells_the_day_and_the_limit() -> None:
    step = unmet(penalised_on=date(2025, 6, 1))["处罚和移送司法"]
    assert "2025-06-01" in step.remark
    assert "应早于2025-01-08" in step.remark


@pytest.mark.parametrize(
    ("day", "before"),
    [
        (date(2026, 1, 8), date(2025, 1, 8)),
        (date(2028, 2, 29), date(2027, 2, 28)),
        (date(2025, 2, 28), date(2024, 2, 28)),
        (date(2026, 12, 31), date(2025, 12, 31)),
    ],
)
def test_g18_twelve_months_before_a_day(day: date, before: date) -> None:
    assert months_before(day, 12) == before


def stop(kind: str, *, until: date | None = None, trigger: str = "agreement-ended") -> Stop:
    """Write a stop of June 2025 that holds until a day."""
    why = RECALL_TRIGGERS[trigger]
    return Stop(
        book="460000/employee",
        key="停-1",
        kind=kind,
        since=date(2025, 6, 1),
        until=until,
        why=why,
        trigger=trigger,
    )


@pytest.mark.parametrize(("day", "met"), [("2025-01-07", True), ("2025-01-08", False)])
def test_h12_a_suspension_lies_more_than_twelve_months_before(day: str, *, met: bool) -> None:
    found = unmet("hainan", suspended_on=date.fromisoformat(day))
    assert ("中止协议" not in found) == met
    assert "中止协议" not in unmet("gansu", suspended_on=date.fromisoformat(day))


def test_h12_a_suspension_that_the_books_know_counts_too() -> None:
    known = {"interruptions": (stop("suspension", until=date(2025, 12, 31)),)}
    assert "本系统登记" in unmet("hainan", who=known)["中止协议"].remark
    assert unmet("gansu", who=known) == {}


@pytest.mark.parametrize(
    ("profile", "day", "met"),
    [
        ("gansu", None, False),
        ("gansu", "2026-01-08", True),
        ("gansu", "2026-01-09", False),
        ("gansu", "2023-01-08", True),
        ("hainan", None, False),
        ("hainan", "2026-01-08", True),
        ("hainan", "2025-01-01", True),
        ("hainan", "2024-12-31", False),
    ],
)
def test_g16_h16_the_undertaking_is_dated_and_covers_two_natural_years(
    profile: str, day: str | None, *, met: bool
) -> None:
    found = unmet(profile, undertaken_on=date.fromisoformat(day) if day else None)
    assert ("承诺" not in found) == met


@pytest.mark.parametrize(
    ("day", "since", "until", "met"),
    [
        ("2026-01-08", "2026-01-01", "2027-12-31", True),
        ("2026-01-08", "2026-01-08", "2027-12-31", True),
        ("2026-01-08", "2026-01-09", "2027-12-31", False),  # Not the whole rest of 2026.
        ("2026-01-08", "2026-01-08", "2028-01-07", True),  # 2026 and 2027, and a week.
        ("2026-01-08", "2026-01-01", "2027-12-30", False),
        ("2026-01-08", "2026-01-01", "2026-12-31", False),
        ("2025-01-08", "2025-01-01", "2026-12-31", True),
        ("2025-01-08", "2024-01-01", "2025-12-31", False),  # Two years, not that of the money.
        ("2023-01-08", "2023-01-01", "2026-12-31", True),
        ("2025-12-20", "2026-01-01", "2027-12-31", True),
        ("2025-12-20", "2026-01-02", "2027-12-31", False),
    ],
)
def test_h16_the_period_that_the_undertaking_names_is_what_counts(
    day: str, since: str, until: str, *, met: bool
) -> None:
    found = unmet(
        "hainan",
        undertaken_on=date.fromisoformat(day),
        undertaken_from=date.fromisoformat(since),
        undertaken_until=date.fromisoformat(until),
    )
    assert ("承诺" not in found) == met
    assert "承诺" in unmet(
        "hainan", undertaken_on=None, undertaken_from=date(2026, 1, 1), undertaken_until=date.max
    )


@pytest.mark.parametrize(
    ("word", "name", "profiles"),
    [
        ("finance_sound", "财务状况", ("gansu", "hainan")),
        ("key_work", "重点工作", ("gansu", "hainan")),
        ("inspections", "配合监管检查", ("gansu", "hainan")),
        ("rectified", "问题整改", ("hainan",)),
    ],
)
def test_g16_g17_g18_h17_h18_what_is_not_shown_is_not_met(
    word: str, name: str, profiles: tuple[str, ...]
) -> None:
    for profile in ("gansu", "hainan"):
        lacking: dict[str, Any] = {word: False}
        assert (name in unmet(profile, **lacking)) == (profile in profiles)


@pytest.mark.parametrize(
    ("ownership", "guaranteed", "met"),
    [("public", False, True), ("private", True, True), ("private", False, False)],
)
def test_h14_only_a_non_public_hospital_needs_a_guarantee(
    ownership: str, *, guaranteed: bool, met: bool
) -> None:
    who = {"owner": {"ownership": ownership}, "guaranteed": guaranteed}
    assert ("产权担保" not in unmet("hainan", who=who)) == met
    assert unmet("gansu", who=who) == {}


@pytest.mark.parametrize(
    ("lead", "group", "met"), [("H9", "甲县医共体", True), ("H9", "", False), ("H1", "", True)]
)
def test_h15_a18_a_lead_hospital_files_and_the_member_is_paid(
    lead: str, group: str, *, met: bool
) -> None:
    given = applicant(application=application(lead=lead), owner={"group": group})
    (found,) = (
        one
        for one in eligibility(given, year=YEAR, rules=rules_of("hainan"))
        if one.step.name == "成员单位"
    )
    assert found.met == met
    assert "拨付给本单位H1" in found.step.remark


@pytest.mark.parametrize("profile", ["gansu", "hainan"])
def test_g49_h36_an_open_recall_refuses(profile: str) -> None:
    step = unmet(profile, who={"stops": (stop("recall", trigger="preservation"),)})["收回"]
    assert "有财产被保全" in step.remark
    assert step.clause == {"gansu": "甘肃·六(四)", "hainan": "海南·七(一)2"}[profile]


@pytest.mark.parametrize("profile", ["gansu", "hainan"])
def test_g49_h36_a_suspension_that_is_on_refuses(profile: str) -> None:
    step = unmet(profile, who={"stops": (stop("suspension"),)})["正在中止协议"]
    assert "2025-06-01 起中止协议" in step.remark
    assert step.clause == {"gansu": "甘肃·六(一)", "hainan": "海南·七(一)1"}[profile]


def test_g13_all_that_stands_against_an_application_is_told_at_once() -> None:
    found = unmet(
        "hainan",
        date=date(2026, 2, 1),
        settled_since=None,
        evaluations=(),
        penalised_on=date(2026, 1, 1),
        finance_sound=False,
    )
    assert set(found) == {"申请时间", "正常结算", "绩效考核", "处罚和移送司法", "财务状况"}


@pytest.mark.parametrize(
    ("fen", "met"),
    [
        (Fraction(999_999_99), False),
        (Fraction(1_000_000_00), False),
        (Fraction(1_000_000_00) + Fraction(1, 12), True),
        (Fraction(1_000_000_01), True),
    ],
)
def test_t8_h13_the_base_is_above_the_threshold_exactly(fen: Fraction, *, met: bool) -> None:
    assert above_threshold(fen, rules_of("hainan")).met == met


def test_h13_a_base_a_hair_above_is_not_shown_as_the_threshold() -> None:
    step = above_threshold(Fraction(1_000_000_00) + Fraction(1, 12), rules_of("hainan")).step
    assert step.remark == "基数1,000,000.0008…，应大于1,000,000.00"


def test_g19_a_local_condition_is_shown_for_a_person_to_check() -> None:
    rules = rules_of("gansu", local={"local_conditions": ("已接入市级监管平台",)})
    found = eligibility(applicant(), year=YEAR, rules=rules)
    assert ("由审核人核对", "已接入市级监管平台") in {
        (one.step.figure, one.step.remark) for one in found
    }
