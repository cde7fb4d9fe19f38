"""A reading that a notice leaves open is chosen by a person, with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ledger.basis.errors import Refused
from ledger.reports.policy.show import policies
from ledger.workflow.policy.policy_choice import choose
from tests.office import EMPLOYEE, RESIDENT, codes
from tests.policy_rules import rules

if TYPE_CHECKING:
    from tests.office import Office


def choosing(office: Office, name: str, reading_: str, reason: str = "局务会定") -> list[str]:
    """Run choose as the chief; gives the codes of what refused it."""
    office.desk.operator = "主管丁"
    try:
        choose(office.desk, EMPLOYEE, name, reading_, reason)
    except Refused as error:
        return codes(error.findings)
    return []


def test_a_presumed_reading_may_be_confirmed_or_changed(office: Office) -> None:
    assert rules(office).text("write_off_government") == "city"
    assert choosing(office, "write_off_government", "province") == []
    assert rules(office).text("write_off_government") == "province"
    assert choosing(office, "write_off_government", "county") == []
    assert rules(office).text("write_off_government") == "county"
    assert rules(office, RESIDENT).text("write_off_government") == "city", "book by book"


def test_what_the_notice_settles_is_not_chosen(office: Office) -> None:
    office.desk.operator = "主管丁"
    with pytest.raises(Refused) as caught:
        choose(office.desk, EMPLOYEE, "late_factor", "0", "从严")

    (finding,) = caught.value.findings
    assert (finding.code, finding.clause) == ("CHOICE_SETTLED", "甘肃·四")


@pytest.mark.parametrize(
    ("name", "reading_", "reason", "code"),
    [
        ("base_year", "1", "定", "CHOICE_UNKNOWN"),
        ("base_years", "4", "定", "READING_UNKNOWN"),
        ("base_years", "1", " ", "REASON_MISSING"),
    ],
)
def test_a_choice_names_the_question_the_reading_and_the_reason(
    office: Office, name: str, reading_: str, reason: str, code: str
) -> None:
    assert choosing(office, name, reading_, reason) == [code]


def test_a_choice_tells_who_when_and_why(office: Office) -> None:
    assert choosing(office, "base_years", "2", "局务会3号纪要") == []
    overview = policies(office.desk, EMPLOYEE)[0].tree
    values = overview["values"]
    assert isinstance(values, list)
    (found,) = [value for value in values if value["name"] == "base_years"]

    assert found["state"] == "chosen"
    assert (found["value"], found["text"]) == ("2", "前两年")
    assert (found["by"], found["reason"]) == ("主管丁", "局务会3号纪要")
    assert str(found["at"]).startswith("2026-01-05")
    assert "本单位选定（2026-01-05 主管丁）" in str(found["clause"])
