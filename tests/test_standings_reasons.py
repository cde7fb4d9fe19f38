"""The special reasons of an offset in mid-year."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ledger.basis.errors import Refused
from ledger.workflow.drafting.review import approve
from ledger.workflow.posting.post import post_drafts
from ledger.workflow.setup.masters import import_hospitals
from tests import standing_office
from tests.cases import only, refused
from tests.office import FIRST, Office, codes, raw
from tests.standing_office import offset, recall
from tests.templates import kept

if TYPE_CHECKING:
    from ledger.basis.errors import Finding

permitted = kept(standing_office.permitted)


def unposted(office: Office) -> list[Finding]:
    """Post what is approved and give what is refused."""
    office.desk.operator = "主管丁"
    try:
        post_drafts(office.desk, ())
    except Refused as refusal:
        return list(refusal.findings)
    return []


def paid_as(office: Office, ownership: str) -> None:
    """Pay the first hospital, and list it under an ownership."""
    office.post(office.pay(FIRST, "100.00"))
    row = {"code": FIRST, "name": "城关示范医院", "ownership": ownership, "inpatient": "yes"}
    office.desk.operator = "制单乙"
    import_hospitals(office.desk, raw([{**row, "level": "二级甲等"}], "hospitals.csv"))


@pytest.mark.parametrize(
    ("reason", "ownership"),
    [
        ("misuse", "public"),
        ("有财产被保全", "private"),
        ("procurement", "public"),
    ],
)
def test_a_trigger_that_was_recalled_for_is_a_special_reason(
    permitted: Office, reason: str, ownership: str
) -> None:
    paid_as(permitted, ownership)
    early = offset(permitted, "1.00", "2.00", reason=reason)
    assert codes(refused(permitted, early)) == ["RECALL_UNREGISTERED"]

    trigger, _, why = reason.partition(": ")
    permitted.post(recall(permitted, trigger=trigger, reason=why or "查实"))

    assert permitted.record(offset(permitted, "1.00", "2.00", reason=reason), dry_run=True)


def test_an_offset_may_stand_in_one_file_with_its_recall_and_is_posted_after_it(
    permitted: Office,
) -> None:
    permitted.post(permitted.pay(FIRST, "1000.00", day="2026-03-10"))
    day, why = "2026-05-10", "有财产被保全"
    called = recall(permitted, trigger=why, date=day, notified_on=day)
    early = offset(permitted, "1.00", "2.00", reason=why, date=day)
    permitted.record(called, early)

    permitted.desk.operator = "审核丙"
    approve(permitted.desk, [str(early["key"])])
    assert codes(unposted(permitted)) == ["RECALL_UNREGISTERED"]

    permitted.desk.operator = "审核丙"
    approve(permitted.desk, ())
    assert unposted(permitted) == []


@pytest.mark.parametrize(
    ("reason", "ownership"),
    [
        ("other", "public"),
        ("guarantee-lost", "private"),
        ("false-statements", "public"),
        ("procurement", "private"),
        ("因故", "public"),
    ],
)
def test_a_trigger_of_another_province_or_ownership_is_no_special_reason(
    permitted: Office, reason: str, ownership: str
) -> None:
    paid_as(permitted, ownership)

    finding = only(refused(permitted, offset(permitted, "1.00", "2.00", reason=reason)))
    assert finding.code == "SPECIAL_REASON"
    assert "guarantee-lost" not in finding.remedy
    assert "false-statements" not in finding.remedy
    assert ("procurement" in finding.remedy) == (ownership == "public")
    assert "misuse" in finding.remedy
