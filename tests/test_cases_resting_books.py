"""建立在另一账套的登记上面: what rests in one fund on what the other fund's book registers.

A recall, a lifting, a guarantee and a stop speak of the hospital: the checks of either book read
them. Where they are withdrawn or lifted, what rests on them in the other book is asked again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ledger.basis.errors import Refused
from tests.cases import only, refused
from tests.office import EMPLOYEE, FIRST, RESIDENT, codes

if TYPE_CHECKING:
    from tests.office import Office, Row


@pytest.fixture
def paid(office: Office) -> Office:
    """Let the resident fund have paid a hospital that the employee fund recalls money from."""
    office.fund(book=RESIDENT)
    office.post(office.pay(FIRST, "100.00", fund="resident", key="居-拨"))
    office.on("2026-06-01")
    return office


def recalled(office: Office, key: str, fund: str, day: str = "2026-04-01") -> Row:
    """Write the row of a recall for misuse."""
    words = {"hospital": FIRST, "year": "2026", "trigger": "misuse", "notified_on": day}
    return office.row("recall", fund=fund, date=day, key=key, **words)


def offset(office: Office) -> Row:
    """Write the row of an early offset in the resident fund, for misuse."""
    words = {"settlement": "900.00", "benefit": "住院", "reason": "misuse", "from": "other"}
    given = {"hospital": FIRST, "year": "2026", "date": "2026-05-10", "key": "居-抵", **words}
    return office.row("settlement-offset", fund="resident", amount="60.00", **given)


def withdrawal(office: Office, key: str, fund: str = "employee") -> Row:
    """Write the row of a withdrawal."""
    return office.row("withdrawal", fund=fund, event=key, reason="登记有误", date="2026-06-01")


def test_a_recall_under_the_other_funds_offset_is_not_withdrawn(paid: Office) -> None:
    paid.post(recalled(paid, "职-收", "employee"))
    paid.post(offset(paid))

    finding = only(refused(paid, withdrawal(paid, "职-收")))

    assert finding.code == "RECALL_UNREGISTERED"
    assert finding.message.startswith(
        "撤销收回通知“职-收”以后，居民账套的城关示范医院2026-05-10 的"
    )
    assert f"（--book {RESIDENT}）" in finding.remedy
    assert f"prepay --book {RESIDENT} correct '2026-05 记-0001'" in finding.remedy

    paid.post(recalled(paid, "居-收", "resident"))
    paid.post(withdrawal(paid, "职-收"))
    assert paid.faults() == []


def test_a_recall_registered_anew_in_the_same_file_holds_the_offset(paid: Office) -> None:
    paid.post(recalled(paid, "职-收", "employee"))
    paid.post(offset(paid))
    paid.post(withdrawal(paid, "职-收"), recalled(paid, "职-收-2", "employee", "2026-05-01"))
    assert codes(refused(paid, withdrawal(paid, "职-收-2"))) == ["RECALL_UNREGISTERED"]


def test_a_lifting_dated_before_the_other_funds_offset_is_refused(paid: Office) -> None:
    paid.post(recalled(paid, "职-收", "employee"))
    paid.post(offset(paid))
    lift = {"hospital": FIRST, "recall": "职-收", "reason": "办结"}

    early = paid.row("recall-lift", date="2026-05-10", **lift)
    assert codes(refused(paid, early)) == ["RECALL_UNREGISTERED"]
    paid.post(paid.row("recall-lift", date="2026-05-11", **lift))


def test_a_lifting_under_the_other_funds_payment_is_not_withdrawn(office: Office) -> None:
    office.fund(book=RESIDENT)
    office.on("2026-06-01")
    office.post(recalled(office, "职-收", "employee", "2026-02-01"))
    words = {"hospital": FIRST, "recall": "职-收", "reason": "办结", "date": "2026-02-10"}
    office.post(office.row("recall-lift", key="职-解", **words))
    office.post(office.pay(FIRST, "100.00", fund="resident", key="居-拨"))

    finding = only(refused(office, withdrawal(office, "职-解")))

    assert (finding.code, finding.clause) == ("RECALLED", "甘肃·六(七)")
    assert (
        "居民账套的城关示范医院2026-03-10 的拨付 100.00（2026-03 记-0001，居-拨）"
        in finding.message
    )


def test_it_is_asked_again_when_the_withdrawal_is_approved(paid: Office) -> None:
    """The offset was posted while the withdrawal waited."""
    paid.post(recalled(paid, "职-收", "employee"))
    paid.record(withdrawal(paid, "职-收"))
    paid.desk.operator = "制单乙"
    paid.record(offset(paid))
    approve_and_post(paid, "居-抵")

    with pytest.raises(Refused) as caught:
        paid.approve()

    assert codes(list(caught.value.findings)) == ["RECALL_UNREGISTERED"]


def test_what_does_not_rest_on_it_is_left_alone(paid: Office) -> None:
    """A payment that a recall never stopped, and another hospital's recall, are no hindrance."""
    paid.post(recalled(paid, "职-收", "employee"))
    paid.post(withdrawal(paid, "职-收"))
    assert paid.faults(EMPLOYEE) == paid.faults(RESIDENT) == []


def approve_and_post(office: Office, key: str) -> None:
    """审核 and 记账 one draft."""
    from ledger.workflow.drafting.review import approve
    from ledger.workflow.posting.post import post_drafts

    office.desk.operator = "审核丙"
    approve(office.desk, [key])
    office.desk.operator = "主管丁"
    post_drafts(office.desk, [key])
