"""核销后收回 by day: on no day has more come back than was written off by then."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ledger.policy.standing import Standing
from ledger.workflow.policy.policy_choice import choose
from tests.cases import only, refusal, refused
from tests.office import EMPLOYEE, FIRST, codes

if TYPE_CHECKING:
    from tests.office import Office, Row


@pytest.fixture
def lost(office: Office) -> Office:
    """Give an office that wrote 100.00 off on 1 May, and 50.00 more on 1 August."""
    office.fund()
    office.desk.operator = "主管丁"
    choose(office.desk, EMPLOYEE, "recovery_credit", "other_income", "财政意见")
    office.post(office.pay(FIRST, "400.00", day="2026-01-15"))
    office.on("2026-09-01")
    words = {"hospital": FIRST, "year": "2026"}
    office.post(
        office.row("write-off", **words, amount="100.00", date="2026-05-01", key="核-1"),
        office.row("write-off", **words, amount="50.00", date="2026-08-01", key="核-2"),
    )
    return office


def back(office: Office, amount: str, day: str, **words: object) -> Row:
    """Write the row of a recovery."""
    given = {"hospital": FIRST, "year": "2026", "to": "1004", "date": day}
    return office.row("recovery", amount=amount, **given, **words)


def test_nothing_comes_back_of_what_was_written_off_later(lost: Office) -> None:
    assert codes(refused(lost, back(lost, "0.01", "2026-04-30"))) == ["EXCEEDS_WRITTEN_OFF"]
    finding = only(refused(lost, back(lost, "100.01", "2026-07-31")))
    assert "截至 2026-07-31 日终已核销 100.00，核销后已收回 0.00，超出 0.01" in finding.message
    lost.post(back(lost, "150.00", "2026-08-01"))
    assert lost.faults() == []


def test_an_earlier_recovery_takes_from_a_later_one_too(lost: Office) -> None:
    """150.00 came back in August; in June nothing more can have."""
    lost.post(back(lost, "150.00", "2026-08-20"))
    finding = only(refused(lost, back(lost, "0.01", "2026-06-01")))
    assert "截至 2026-08-20 日终已核销 150.00，核销后已收回 150.00" in finding.message


def test_a_corrected_amount_counts_on_the_day_of_its_fact(lost: Office) -> None:
    lost.put_right("核-1", {"amount": "90.00"})
    lost.post()
    assert codes(refused(lost, back(lost, "90.01", "2026-05-02"))) == ["EXCEEDS_WRITTEN_OFF"]
    lost.post(back(lost, "90.00", "2026-05-02", key="收-1"))
    assert codes(refusal(lost, lambda: lost.put_right("核-1", {"amount": "89.99"}))) == [
        "EXCEEDS_WRITTEN_OFF"
    ]


def test_a_write_off_is_not_moved_behind_its_recovery(lost: Office) -> None:
    lost.post(back(lost, "100.00", "2026-05-02"))
    assert codes(refusal(lost, lambda: lost.put_right("核-1", {"date": "2026-05-03"}))) == [
        "EXCEEDS_WRITTEN_OFF"
    ]


def test_verify_asks_each_day_too(lost: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """A release that added the year up let this pass."""
    monkeypatch.setattr(Standing, "loss_left", lambda *_: ("", 10**9, 0))
    lost.post(back(lost, "120.00", "2026-05-02", key="收-1"))
    monkeypatch.undo()
    finding = only(lost.faults(EMPLOYEE))
    assert finding.code == "RECOVERED_BEYOND"
    assert "截至 2026-05-02 日终已核销 100.00，核销后已收回 120.00" in finding.message
