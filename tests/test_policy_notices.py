"""Every number, date, condition and sanction of the notices stands in the shipped profiles."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from ledger.basis.errors import Refused
from ledger.policy.layers import PROFILES as FOLDER
from ledger.policy.layers import load_layers
from ledger.policy.parameters import PARAMETERS
from ledger.policy.profile import Policy, Rules
from ledger.policy.values import Chosen
from tests.profile_table import parameter_table

PROFILES = ("gansu", "hainan", "zhangye", "zhangye-county")
ASKED_LATER = date(2026, 11, 20)


def policy(profile: str, **chosen: str) -> Policy:
    """Give a shipped profile with these readings chosen."""
    readings = {
        name: Chosen(name=name, reading=reading, clause="本单位选定", reason="试", by="丁", at="")
        for name, reading in chosen.items()
    }
    return Policy(layers=load_layers(profile), chosen=readings)


def rules(profile: str, day: str = "2026-03-10", **chosen: str) -> Rules:
    """Give a shipped profile's rules on a day."""
    return policy(profile, **chosen).on(date.fromisoformat(day))


@pytest.mark.parametrize(
    ("profile", "name", "value", "clause"),
    [
        ("gansu", "instrument_word", "预付资金", "甘肃·一"),
        ("gansu", "procurement_prepayment", "separate", "甘肃·一"),
        ("gansu", "pooling_level", "area", "甘肃·一"),
        ("gansu", "fund_selection", "each_eligible", "甘肃·三"),
        ("gansu", "settled_service", "any", "甘肃·二(一)"),
        ("gansu", "evaluation_minimum", "pass", "甘肃·二(一)"),
        ("gansu", "guarantee_required", "none", "甘肃·二"),
        ("gansu", "base_funds", "per_fund", "甘肃·三"),
        ("gansu", "allocation_counter", "1003", "甘肃·四"),
        ("gansu", "midyear_offset", "special_reason", "甘肃·四"),
        ("gansu", "midyear_recall", "special_reason", "甘肃·四"),
        ("gansu", "return_channel", "1004", "甘肃·四"),
        ("gansu", "direct_fiscal_return", "reason", "甘肃·四"),
        ("gansu", "overdue_offset", "allowed", "甘肃·六"),
        ("gansu", "court", "hospital", "甘肃·六"),
        ("gansu", "write_off_account", "other_expense", "甘肃·五"),
        ("gansu", "debit_balance", "hospital", "甘肃·五"),
        ("hainan", "instrument_word", "周转资金", "海南·一"),
        ("hainan", "pooling_level", "province", "海南·二"),
        ("hainan", "fund_selection", "most_months", "海南·二"),
        ("hainan", "base_funds", "sum", "海南·三"),
        ("hainan", "floor", "none", "海南·三"),
        ("hainan", "special_adjustment_by", "province", "海南·三"),
        ("hainan", "settled_service", "inpatient", "海南·四(一)"),
        ("hainan", "guarantee_required", "private", "海南·四(三)"),
        ("hainan", "request_flow", "province", "海南·五(三)"),
        ("hainan", "midyear_offset", "allowed", "海南·六"),
        ("hainan", "overdue_offset", "december_or_next_year", "海南·五(五)"),
        ("hainan", "overdue_recovery", "by_law", "海南·五(五)"),
        ("hainan", "late_scope", "all", "海南·五(五)"),
        ("hainan", "write_off_government", "province", "海南·七(三)"),
        ("hainan", "licence_report", "monthly", "海南·八(四)"),
        ("hainan", "bankruptcy", "按《中华人民共和国企业破产法》等规定处理", "海南·七(一)"),
    ],
)
def test_a_word_of_the_notice_stands_with_its_clause(
    profile: str, name: str, value: str, clause: str
) -> None:
    found = rules(profile)

    assert (found.text(name), found.clause(name)) == (value, clause)


@pytest.mark.parametrize(
    ("profile", "name", "whole"),
    [
        ("gansu", "settled_years", 1),
        ("gansu", "evaluation_years", 1),
        ("gansu", "penalty_free_months", 12),
        ("gansu", "suspension_free_months", 0),
        ("gansu", "undertaking_years", 0),
        ("hainan", "settled_years", 1),
        ("hainan", "evaluation_years", 2),
        ("hainan", "penalty_free_months", 12),
        ("hainan", "suspension_free_months", 12),
        ("hainan", "undertaking_years", 2),
        ("hainan", "base_years", 1),
    ],
)
def test_a_number_of_the_notice_is_a_whole_number(profile: str, name: str, whole: int) -> None:
    assert rules(profile).whole(name) == whole


@pytest.mark.parametrize(
    ("profile", "name", "yes"),
    [
        ("gansu", "inpatient_required", True),
        ("gansu", "agreement_required", True),
        ("gansu", "original_channel", True),
        ("gansu", "undertaking_required", True),
        ("gansu", "publication", False),
        ("gansu", "members_apply_separately", False),
        ("gansu", "threshold_strict", False),
        ("gansu", "memorandum", True),
        ("gansu", "stop_settlements", True),
        ("hainan", "inpatient_required", False),
        ("hainan", "agreement_required", False),
        ("hainan", "original_channel", False),
        ("hainan", "threshold_strict", True),
        ("hainan", "members_apply_separately", True),
        ("hainan", "rectified_required", True),
        ("hainan", "stop_after_recall", True),
        ("hainan", "successor_pays", True),
        ("hainan", "outside_budget", True),
        ("hainan", "fund_named", True),
        ("hainan", "publication", True),
        ("hainan", "memorandum", True),
    ],
)
def test_what_a_notice_does_not_ask_is_off(profile: str, name: str, *, yes: bool) -> None:
    assert rules(profile).flag(name) is yes


@pytest.mark.parametrize(
    ("profile", "name", "year", "day", "clause"),
    [
        ("gansu", "application_from", 2026, "2026-01-01", "甘肃·二"),
        ("gansu", "application_deadline", 2026, "2026-01-10", "甘肃·二"),
        ("gansu", "payment_deadline", 2025, "2025-03-31", "甘肃·四"),
        ("gansu", "payment_deadline", 2026, "2026-03-31", "甘肃·四"),
        ("gansu", "return_deadline", 2026, "2026-12-25", "甘肃·四"),
        ("gansu", "clearing_deadline", 2026, "2026-12-31", "甘肃·四"),
        ("gansu", "sweep_deadline", 2026, "2026-12-31", "甘肃·四"),
        ("hainan", "application_deadline", 2025, "2025-07-31", "海南·九"),
        ("hainan", "application_deadline", 2026, "2026-01-15", "海南·五(一)"),
        ("hainan", "application_advised", 2026, "2026-01-10", "海南·四"),
        ("hainan", "payment_deadline", 2025, "2025-09-30", "海南·九"),
        ("hainan", "payment_deadline", 2026, "2026-03-31", "海南·五(四)"),
        ("hainan", "payment_deadline", 2031, "2031-03-31", "海南·五(四)"),
        ("hainan", "return_deadline", 2025, "2025-12-15", "海南·五(五)"),
        ("hainan", "return_deadline", 2026, "2026-12-15", "海南·五(五)"),
        ("hainan", "publication_deadline", 2026, "2026-12-31", "海南·八(三)"),
    ],
)
@pytest.mark.parametrize("asked", ["2025-07-01", "2026-01-01", "2027-06-30"])
def test_a_deadline_belongs_to_its_year_whatever_day_it_is_asked_on(
    profile: str, name: str, year: int, day: str, clause: str, asked: str
) -> None:
    assert rules(profile, asked).day(name, year) == date.fromisoformat(day)
    assert rules(profile, f"{year}-12-31").clause(name) == clause


def test_a_late_return_halves_in_gansu_and_ends_it_in_zhangye_and_hainan() -> None:
    found = {profile: rules(profile) for profile in ("gansu", "zhangye", "hainan")}

    assert {profile: each.ratio("late_factor") for profile, each in found.items()} == {
        "gansu": Fraction(1, 2),
        "zhangye": Fraction(0),
        "hainan": Fraction(0),
    }
    assert found["zhangye"].clause("late_factor") == "张掖·一"


def test_the_months_and_the_deficits_are_the_same_in_both_notices() -> None:
    for found in (rules("gansu"), rules("hainan")):
        assert dict(found.table("gate_months")) == {"employee": "12", "resident": "6"}
        assert found.texts("deficit_block") == ("prior_year", "forecast")
        assert found.flag("gate_exception")
        assert found.ratio("months") == 1


def test_the_base_is_wide_in_gansu_and_inpatient_only_in_hainan() -> None:
    wide, narrow = rules("gansu"), rules("hainan")

    assert wide.texts("base_services") == ("outpatient", "inpatient")
    assert wide.texts("base_payers") == ("basic", "large", "civil")
    assert narrow.texts("base_services") == ("inpatient",)
    assert narrow.texts("base_payers") == ("basic",)


def test_gansu_has_two_floors_and_hainan_one_threshold() -> None:
    tiers = [dict(row) for row in rules("gansu").rows("floor_tiers")]

    assert tiers == [
        {"below": "5000.00", "amount": "5000.00"},
        {"below": "10000.00", "amount": "10000.00"},
    ]
    assert rules("hainan").fen("threshold") == 100_000_000
    assert not rules("gansu").has("threshold")
    assert rules("hainan").rows("floor_tiers") == ()


def test_gansu_lists_nine_reasons_to_recall_and_only_public_hospitals_must_buy_on_the_platform() -> (
    None
):
    rows = rules("gansu").rows("recall_triggers")

    assert [row["clause"] for row in rows] == [f"甘肃·六({n})" for n in "一二三四五六七八九"]
    assert [row["trigger"] for row in rows if row["applies_to"] == "public"] == ["procurement"]
    assert {row["due"] for row in rows} == {"prompt"}
    assert {row["next_year"] for row in rows} == {"none"}


def test_hainan_lists_five_classes_with_ten_working_days_and_a_ban() -> None:
    rows = rules("hainan").rows("recall_triggers")
    classes = {n: [r for r in rows if r["clause"] == f"海南·七(一){n}"] for n in range(1, 6)}

    assert {n: len(found) for n, found in classes.items()} == {1: 1, 2: 5, 3: 3, 4: 1, 5: 1}
    assert [r for r in rows if r["due"] == "10_working_days"] == classes[2]
    assert [r for r in rows if r["next_year"] == "barred"] == classes[3]
    assert [r["trigger"] for r in rows if r["applies_to"] == "private"] == ["guarantee-lost"]
    assert classes[4][0]["applies_to"] == "all"


def test_a_county_of_zhangye_pays_from_1004_only() -> None:
    county, city = rules("zhangye-county"), rules("zhangye")

    assert county.texts("pay_accounts") == ("1004",)
    assert city.texts("pay_accounts") == ("1004", "1003")
    with pytest.raises(Refused) as caught:
        county.text("allocation_counter")
    (finding,) = caught.value.findings
    assert (finding.code, finding.clause) == ("CHOICE_MISSING", "张掖·三")
    assert "prepay policy choose county_counter upper_agency" in finding.remedy
    chosen = rules("zhangye-county", county_counter="upper_agency")
    assert chosen.text("allocation_counter") == "2001"
    assert chosen.clause("allocation_counter") == "张掖·三"


def test_zhangye_overrides_only_from_the_day_of_its_letter() -> None:
    before, after = rules("zhangye", "2025-02-05"), rules("zhangye", "2025-02-06")

    assert (before.ratio("late_factor"), before.clause("late_factor")) == (
        Fraction(1, 2),
        "甘肃·四",
    )
    assert (after.ratio("late_factor"), after.clause("late_factor")) == (Fraction(0), "张掖·一")


# The questions that no rule settles.

OPEN = {
    "gansu": {
        "payers_paid": "A-1",
        "floor": "A-2",
        "base_years": "A-4",
        "recovery_credit": "A-14",
        "prior_year_result": "A-21",
        "late_scope": "A-22",
        "successor_sanction": "A-24",
    },
    "hainan": {
        "fund_tie": "A-6",
        "recovery_credit": "A-14",
        "prior_year_result": "A-21",
        "recall_days_from": "A-23",
        "late_bars": "A-25",
        "successor_sanction": "A-24",
        "ledger_owner": "R-010",
        "allocation_counter": "R-010",
    },
}
PRESUMED = {
    "gansu": {
        "A-3",
        "A-5",
        "A-7",
        "A-9",
        "A-10",
        "A-11",
        "A-12",
        "A-15",
        "A-16",
        "A-17",
        "A-18",
        "A-19",
        "A-28",
        "A-29",
        "A-30",
        "A-32",
        "A-33",
        "R-081",
    },
    "hainan": {
        "R-081",
        *("A-5", "A-7", "A-8", "A-9", "A-13", "A-17", "A-18", "A-20"),
        *("A-28", "A-30", "A-31", "A-33"),
    },
}


@pytest.mark.parametrize("profile", ["gansu", "hainan"])
def test_what_moves_money_is_asked_and_what_does_not_is_presumed(profile: str) -> None:
    found = policy(profile)
    on = found.on(ASKED_LATER)
    standing = {name: c for name in found.names() if (c := on.leans_on(on.decides(name)))}

    states = {name: found.state(choice, ASKED_LATER.year) for name, choice in standing.items()}
    assert {n: standing[n].item for n, state in states.items() if state == "open"} == OPEN[profile]
    presumed = {standing[n].item for n, state in states.items() if state == "presumed"}
    assert presumed == PRESUMED[profile]


def test_every_open_question_is_a_choice_with_readings() -> None:
    choices = [c for p in PROFILES for layer in load_layers(p) for c in layer.choices.values()]
    items = {choice.item for choice in choices}

    assert {f"A-{number}" for number in (*range(1, 26), *range(28, 34))} <= items
    assert all(choice.readings and choice.question and choice.clause for choice in choices)


def test_several_missing_choices_are_asked_at_once() -> None:
    with pytest.raises(Refused) as caught:
        rules("gansu").ask("base_years", "floor", "late_factor", "months_formula", "base_years")

    assert [finding.code for finding in caught.value.findings] == ["CHOICE_MISSING"] * 2
    assert "前一至三年" in caught.value.findings[0].message


def test_a_chosen_reading_is_the_value() -> None:
    found = rules("gansu", base_years="3", floor="tiers")

    assert found.whole("base_years") == 3
    assert found.text("floor") == "tiers"
    assert found.clause("base_years") == "甘肃·三"


def test_a_reading_that_the_layer_no_longer_offers_counts_as_none() -> None:
    with pytest.raises(Refused, match="尚未选定"):
        rules("gansu", base_years="4").whole("base_years")


def test_the_transition_year_may_be_looked_at_from_before_the_notice() -> None:
    assert rules("hainan", "2025-01-01").day("payment_deadline", 2025) == date(2025, 9, 30)
    assert rules("hainan", "2025-01-01").clause("payment_deadline") == "海南·九"
    assert rules("gansu", "2017-01-01").text("period_end_transfer") == "monthly"
    assert rules("gansu", "2017-01-01").clause("late_factor") == "甘肃·四"


# The tables are whole.


def test_every_layer_that_is_shipped_is_asked_here() -> None:
    """A new province is one file, and its name above: from then on the tests below read it too."""
    assert {path.stem for path in FOLDER.glob("*.yaml")} == {"national", *PROFILES}


@pytest.mark.parametrize("profile", PROFILES)
def test_every_parameter_is_set_or_may_be_left_out(profile: str) -> None:
    layers = load_layers(profile)
    unset = {name for name in PARAMETERS if not any(layer.names(name) for layer in layers)}

    assert {name for name in unset if not PARAMETERS[name].optional} == set()


@pytest.mark.parametrize("name", PARAMETERS)
def test_every_parameter_has_a_title_and_says_what_it_serves(name: str) -> None:
    parameter = PARAMETERS[name]

    assert any("\u4e00" <= mark <= "\u9fff" for mark in parameter.title)
    assert parameter.items
    assert any(layer.names(name) for p in PROFILES for layer in load_layers(p)) or (
        name in ("local_conditions", "workday_years")
    )


@pytest.mark.parametrize("profile", PROFILES)
def test_every_shipped_value_has_its_clause_its_day_and_its_items(profile: str) -> None:
    for layer in load_layers(profile):
        for name, entries in layer.values.items():
            for entry in entries:
                assert entry.clause, name
                assert entry.since >= date(2016, 1, 1), name
                assert entry.items, name


def test_every_line_of_the_two_notices_is_served_by_a_value_or_a_choice() -> None:
    served: set[str] = set()
    for profile in PROFILES:
        for layer in load_layers(profile)[1:]:
            served |= {i for entries in layer.values.values() for e in entries for i in e.items}
            served |= {i for choice in layer.choices.values() for i in choice.items}

    wanted = {f"G-{n:02d}" for n in range(1, 67)} | {f"H-{n:02d}" for n in range(1, 57)}
    assert wanted - served == set()


def test_the_manual_lists_every_parameter() -> None:
    manual = (Path(__file__).parents[1] / "docs" / "profiles.md").read_text("utf-8")

    assert manual.partition("tests/profile_table.py 生成 -->\n")[2] == f"{parameter_table()}\n"
