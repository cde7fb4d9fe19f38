"""工作日: ten working days around the holidays, counted by hand, and years nobody knows."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.basis.errors import Refused
from ledger.basis.workdays import WorkdayYear, is_workday, read_days, workdays_after
from ledger.policy.layer_file import read_layer
from ledger.policy.layers import load_layers
from ledger.policy.profile import Policy
from ledger.policy.recalling import recall_due, workday_years
from tests.office import codes

YEAR_2027 = """
layer: own
title: 本地
document: 本地
parent: hainan
from: 2026-12-01
values:
  workday_years:
    value:
      - {year: "2027", rest: "01-01 02-05..02-11", work: "02-14 02-20"}
    clause: 国务院办公厅放假安排
"""


@pytest.mark.parametrize(
    ("start", "end", "worked"),
    [
        # 国庆：9月28日（周日）、10月11日（周六）调休上班，10月1日至8日放假。
        ("2025-09-25", "2025-10-15", "26 28 29 30 09 10 11 13 14 15"),
        # 中秋连周末，10月1日至7日放假，10月10日（周六）上班。
        ("2026-09-25", "2026-10-15", "28 29 30 08 09 10 12 13 14 15"),
        # 春节：2月14日、28日（周六）上班，2月15日至23日放假。
        ("2026-02-10", "2026-03-02", "11 12 13 14 24 25 26 27 28 02"),
        # 没有节日的两周。
        ("2026-01-20", "2026-02-03", "21 22 23 26 27 28 29 30 02 03"),
        # 元旦：1月1日至3日放假，1月4日（周日）上班。
        ("2025-12-25", "2026-01-09", "26 29 30 31 04 05 06 07 08 09"),
    ],
)
def test_ten_working_days_counted_by_hand(start: str, end: str, worked: str) -> None:
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    between = [first + timedelta(days=n) for n in range(1, (last - first).days + 1)]
    assert [f"{day:%d}" for day in between if is_workday(day, {})] == worked.split()
    assert workdays_after(first, 10, {}) == last


def test_a_year_that_nobody_knows_is_refused_not_guessed() -> None:
    with pytest.raises(Refused) as refusal:
        workdays_after(date(2026, 12, 25), 10, {})
    [finding] = refusal.value.findings
    assert finding.code == "WORKDAYS_UNKNOWN"
    assert "2027" in finding.message
    assert "workday_years" in finding.remedy


def test_a_year_written_down_in_the_profile_is_what_counts() -> None:
    layer = read_layer(YEAR_2027, "own")
    rules = Policy(layers=(*load_layers("hainan"), layer), chosen={}).on(date(2026, 12, 25))
    own = workday_years(rules)
    # 2026-12-28 29 30 31, 2027-01-04 05 06 07 08 11.
    assert workdays_after(date(2026, 12, 25), 10, own) == date(2027, 1, 11)
    assert not is_workday(date(2027, 2, 5), own)
    assert is_workday(date(2027, 2, 20), own)
    due = recall_due(
        rules, "preservation", happened=date(2026, 12, 25), notified=date(2026, 12, 25)
    )
    assert (due.date, due.others, due.problem) == (date(2027, 1, 11), (), None)


def test_while_nobody_has_chosen_the_earliest_day_holds_and_the_others_are_named() -> None:
    rules = Policy(layers=load_layers("hainan"), chosen={}).on(date(2025, 9, 25))
    happened, notified = date(2025, 9, 25), date(2025, 9, 26)
    due = recall_due(rules, "preservation", happened=happened, notified=notified)
    assert (due.date, due.others) == (date(2025, 10, 15), (date(2025, 10, 16),))
    later = recall_due(
        rules, "preservation", happened=happened, notified=date(2025, 9, 28), told=notified
    )
    assert (later.date, later.others) == (
        date(2025, 10, 15),
        (date(2025, 10, 16), date(2025, 10, 17)),
    )
    prompt = recall_due(rules, "procurement", happened=happened, notified=notified)
    assert (prompt.date, prompt.clause) == (None, "海南·七(一)4")


@pytest.mark.parametrize("text", ["1-1", "01-32", "02-10..02-01", "01-01,01-02", "2027-01-01"])
def test_days_written_otherwise_are_not_read(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_days(2027, text)


@pytest.mark.parametrize(
    ("rest", "said"), [('"1月1日"', "写的是 1月1日"), ("01-01", "写的是 01-01"), ('"无"', "")]
)
def test_a_profile_says_days_in_one_way(rest: str, said: str) -> None:
    text = YEAR_2027.replace('"01-01 02-05..02-11"', rest)
    if not said or rest == "01-01":
        # Unquoted `01-01` stays a text in YAML: nothing is lost.
        assert read_layer(text, "own").values["workday_years"]
        return
    with pytest.raises(Refused) as refusal:
        read_layer(text, "own")
    assert said in refusal.value.findings[0].message
    assert codes(refusal.value.findings)


@given(st.dates(date(2020, 1, 1), date(2025, 6, 1)), st.integers(0, 30))
def test_counting_on_is_counting_further(start: date, count: int) -> None:
    """One more working day is the next working day, and never a day of rest."""
    end = workdays_after(start, count, {})
    more = workdays_after(start, count + 1, {})
    assert more > end
    assert is_workday(more, {})
    assert not any(is_workday(end + timedelta(days=n), {}) for n in range(1, (more - end).days))


def test_a_whole_year_of_ones_own_needs_no_calendar() -> None:
    own = {2040: WorkdayYear(rest=frozenset({date(2040, 1, 2)}), work=frozenset())}
    assert workdays_after(date(2040, 1, 1), 1, own) == date(2040, 1, 3)
