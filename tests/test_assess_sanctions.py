"""What a late return takes from the next year's amount, and from whom."""

from __future__ import annotations

from typing import Any

import pytest

from ledger.assessment.amount import bars
from ledger.assessment.values import LateOwed, Record
from ledger.basis.errors import Refused
from tests.assess_rules import THREE, YEAR, applicant, computed, rules_of, spending


def test_t4_g36_a11_a_shortfall_of_one_fen_halves_the_next_year() -> None:
    prepaid, returned = 1_200_000_00, 1_199_999_99
    who = applicant(
        spending=spending(43_200_000_00, years=THREE), late={"employee": prepaid - returned}
    )
    fen, amount = computed(who, rules_of("gansu"))
    assert fen == 600_000_00
    (step,) = (step for step in amount.steps if step.name == "上年未按时全额返还")
    assert step.remark == "职工到期差0.01，差一分也算，在定额之后 × 0.5（推定，尚未确认）"
    assert step.clause == "甘肃·四"


def test_a10_a11_a_reading_that_a_person_has_confirmed_is_no_longer_presumed() -> None:
    who = applicant(spending=spending(12 * 20_000_00), late={"employee": 1})
    rules = rules_of("gansu", base_years="1", late_partial="any", late_order="last")
    (step,) = (one for one in computed(who, rules)[1].steps if one.name == "上年未按时全额返还")
    assert "推定" not in step.remark


def test_t6_zhangye_gives_nothing_after_a_late_year() -> None:
    who = applicant(spending=spending(43_200_000_00, years=THREE), late={"employee": 1})
    fen, amount = computed(who, rules_of("zhangye"))
    assert fen == 0
    assert [(step.name, step.clause) for step in amount.refused] == [
        ("上年未按时全额返还", "张掖·一")
    ]


def test_h28_hainan_gives_nothing_after_a_late_year_whatever_the_fund() -> None:
    who = applicant(spending=spending(24_000_000_00), late={"resident": 1})
    fen, amount = computed(who, rules_of("hainan"))
    assert fen == 0
    assert [(step.name, step.clause) for step in amount.refused] == [
        ("上年未按时全额返还", "海南·五(五)")
    ]


@pytest.mark.parametrize(
    ("reading", "unrepaid", "unsettled", "decided", "approved"),
    [
        ("every", 0, 0, "", 0),
        ("before_offset", 0, 0, "", 200_000_000),
        ("before_offset", 5, 0, "", 0),
        ("unrecoverable", 5, 0, "", 200_000_000),
        ("unrecoverable", 5, 3, "offset-possible", 200_000_000),
        ("unrecoverable", 5, 3, "not-offset", 0),
        # Every reading says the same: nothing is asked.
        ("", 5, 3, "not-offset", 0),
    ],
)
def test_a25_whom_being_late_bars_goes_by_the_chosen_reading(
    reading: str, unrepaid: int, unsettled: int, decided: str, approved: int
) -> None:
    record = late_record(unrepaid=unrepaid, unsettled=unsettled, decided=decided)
    who = applicant(spending=spending(24_000_000_00), record=record)
    assert computed(who, rules_of("hainan", late_bars=reading))[0] == approved


@pytest.mark.parametrize(("unrepaid", "unsettled"), [(0, 0), (5, 0), (5, 3)])
def test_a25_is_asked_where_the_readings_differ_and_never_taken_as_nothing(
    unrepaid: int, unsettled: int
) -> None:
    record = late_record(unrepaid=unrepaid, unsettled=unsettled)
    who = applicant(spending=spending(24_000_000_00), record=record)
    with pytest.raises(Refused, match="A-25"):
        computed(who, rules_of("hainan", late_bars=""))
    if unsettled:
        with pytest.raises(Refused, match="能否抵扣待定"):
            computed(who, rules_of("hainan", late_bars="unrecoverable"))
    assert bars(who, "employee", YEAR, rules_of("hainan", late_bars="")) == ()


def late_record(*, unrepaid: int, unsettled: int, decided: str = "") -> Record:
    """Describe a hospital of which 10 fen were late: what of it is neither repaid nor offset."""
    return Record(
        late={"employee": 10},
        barred="",
        unrepaid=LateOwed(late={"employee": unrepaid}, inherited={}),
        unsettled=LateOwed(late={"employee": unsettled}, inherited={}),
        decided={"employee": decided} if decided else {},
    )


def test_h44_who_is_barred_gets_nothing_in_hainan_and_gansu_has_no_such_rule() -> None:
    who = applicant(spending=spending(24_000_000_00), barred="以虚假财务报表骗取预付金")
    fen, amount = computed(who, rules_of("hainan"))
    assert fen == 0
    assert amount.refused[0].clause == "海南·七(一)"
    assert computed(who, rules_of("gansu", base_years="1"))[0] == 2_000_000_00


def test_a22_late_in_one_fund_halves_that_fund_or_all_as_chosen() -> None:
    rows = (*spending(1_200_000_00), *spending(1_200_000_00, fund="resident"))
    who = applicant(spending=rows, late={"employee": 5_00})
    one = rules_of("gansu", base_years="1", late_scope="fund")
    both = rules_of("gansu", base_years="1", late_scope="all")
    assert computed(who, one)[0] == computed(who, both)[0] == 50_000_00
    assert computed(who, one, "resident")[0] == 100_000_00
    assert computed(who, both, "resident")[0] == 50_000_00


def test_a22_is_asked_only_for_the_fund_that_was_not_late() -> None:
    rows = (*spending(1_200_000_00), *spending(1_200_000_00, fund="resident"))
    rules = rules_of("gansu", base_years="1", late_scope="")
    both = applicant(spending=rows, late={"employee": 5_00, "resident": 5_00})
    assert computed(both, rules)[0] == computed(both, rules, "resident")[0] == 50_000_00
    one = applicant(spending=rows, late={"employee": 5_00})
    assert computed(one, rules)[0] == 50_000_00
    with pytest.raises(Refused, match="A-22"):
        computed(one, rules, "resident")


def test_a22_a24_nothing_is_asked_where_there_is_nothing_to_take_from() -> None:
    who = applicant(spending=spending(12_00), late={"employee": 5_00}, inherited={"employee": 1})
    rules = rules_of("gansu", base_years="1", late_scope="")
    assert computed(who, rules, "resident")[0] == 0


def test_a24_a_debt_that_came_with_a_merger_counts_as_chosen() -> None:
    who = applicant(spending=spending(1_200_000_00), inherited={"employee": 7_00})
    base: dict[str, Any] = {"base_years": "1"}
    with pytest.raises(Refused, match="A-24"):
        computed(who, rules_of("gansu", **base))
    assert computed(who, rules_of("gansu", successor_sanction="follows", **base))[0] == 50_000_00
    assert computed(who, rules_of("gansu", successor_sanction="stays", **base))[0] == 100_000_00


def test_a24_the_unit_whose_debt_was_taken_over_is_free_where_the_sanction_follows() -> None:
    late, gone = {"employee": 7_00}, {"employee": -7_00}
    who = applicant(spending=spending(1_200_000_00), late=late, inherited=gone)
    with pytest.raises(Refused, match="A-24"):
        computed(who, rules_of("gansu", base_years="1"))
    for reading, fen in (("follows", 100_000_00), ("stays", 50_000_00)):
        assert (
            computed(who, rules_of("gansu", base_years="1", successor_sanction=reading))[0] == fen
        )
