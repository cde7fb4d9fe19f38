"""The overview says where each value comes from, on which day, and what it overrode."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from ledger.basis.errors import Refused
from ledger.reports.policy.show import policies
from ledger.store.engine import reading
from ledger.store.masters import read_books
from ledger.workflow.policy.policy import policy_of
from tests.office import EMPLOYEE

if TYPE_CHECKING:
    from tests.office import Office


def test_the_overview_says_where_each_value_comes_from_and_what_it_overrode(office: Office) -> None:
    (report,) = policies(office.desk, EMPLOYEE)
    tree = {value["name"]: value for value in report.tree["values"]}  # type: ignore[attr-defined]

    assert tree["midyear_offset"]["layer"] == "gansu"
    assert tree["midyear_offset"]["overrides"] == {
        "layer": "national",
        "value": "不限制",
    }
    assert tree["midyear_offset"]["since"] == "2025-01-01"
    assert tree["period_end_transfer"]["overrides"] is None
    assert tree["holiday_shift"]["state"] == "presumed"
    assert tree["late_scope"]["state"] == "open"
    assert all(value["title"] and value["clause"] for value in tree.values())
    alerts = [row.cells[1] for row in report.rows if row.mark == "alert"]
    assert "late_scope" in alerts
    assert "late_factor" not in alerts


def test_another_day_has_other_values(office: Office) -> None:
    before = {
        value["name"]: value["value"]
        for value in policies(office.desk, EMPLOYEE, on="2024-12-31")[0].tree["values"]  # type: ignore[attr-defined]
    }
    after = {
        value["name"]: value["value"]
        for value in policies(office.desk, EMPLOYEE, on="2025-01-01")[0].tree["values"]  # type: ignore[attr-defined]
    }

    assert before["midyear_offset"] == "allowed"
    assert after["midyear_offset"] == "special_reason"
    with pytest.raises(Refused, match="读不懂"):
        policies(office.desk, EMPLOYEE, on="去年")


def test_one_value_tells_its_whole_story(office: Office) -> None:
    (report,) = policies(office.desk, EMPLOYEE, "late_scope")

    assert [row.cells[0] for row in report.rows] == ["national", "gansu"]
    notes = "\n".join(report.notes)
    assert "A-22 一个险种未按时全额返还" in notes
    assert "读法 fund = 只减半逾期的险种" in notes
    assert "prepay policy choose late_scope fund --reason 理由" in notes
    assert "G-36、H-28、A-22" in notes
    assert report.tree["readings"] == {
        "fund": "只减半逾期的险种",
        "all": "该医疗机构的全部险种都减半",
    }


def test_an_unknown_name_suggests_those_that_look_like_it(office: Office) -> None:
    with pytest.raises(Refused) as caught:
        policies(office.desk, EMPLOYEE, "late_rate")
    assert "late_factor（未按时全额返还，次年乘以）" in caught.value.findings[0].remedy

    with pytest.raises(Refused) as caught:
        policies(office.desk, EMPLOYEE, "返还")
    assert "return_deadline" in caught.value.findings[0].remedy


def test_the_rules_of_a_day_are_worked_out_once(office: Office) -> None:
    with reading(office.desk.engine) as conn:
        found = policy_of(office.desk, conn, read_books(conn)[EMPLOYEE])

    assert found.on(date(2026, 1, 1)) is found.on(date(2026, 1, 1))
