"""已核销未收回: what is lost is what the limits of 核销后收回 count, facts as they stood on a day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.events.registers.recall import Recall
from ledger.events.registers.recall_lift import RecallLift
from ledger.store.engine import reading
from ledger.store.standing.dues import read_written_off
from ledger.voucher.registers import mark_registers, recalls_standing, registered_as
from ledger.workflow.policy.policy_choice import choose
from tests.office import EMPLOYEE, FIRST, SECOND

if TYPE_CHECKING:
    from tests.office import Office, Row

FAR = date(2099, 12, 31)


@pytest.fixture
def lost(office: Office) -> Office:
    """Give an office that wrote 100.00 off on 1 May, and 50.00 more on 1 August."""
    office.fund()
    office.desk.operator = "主管丁"
    choose(office.desk, EMPLOYEE, "recovery_credit", "other_income", "财政意见")
    choose(office.desk, EMPLOYEE, "prior_year_result", "net_assets", "财政意见")
    office.post(office.pay(FIRST, "400.00", day="2026-01-15"))
    office.on("2026-09-01")
    words = {"hospital": FIRST, "year": "2026"}
    office.post(
        office.row("write-off", **words, amount="100.00", date="2026-05-01", key="核-1"),
        office.row("write-off", **words, amount="50.00", date="2026-08-01", key="核-2"),
    )
    return office


def back(office: Office, amount: str, day: str, key: str) -> Row:
    """Write the row of a recovery."""
    words = {"hospital": FIRST, "year": "2026", "to": "1004", "key": key}
    return office.row("recovery", amount=amount, date=day, **words)


def left(office: Office, day: date = FAR) -> dict[str, int]:
    """Read what is written off and has not come back, by hospital."""
    charts = {EMPLOYEE: office.desk.chart("employee")}
    with reading(office.desk.engine) as conn:
        return read_written_off(conn, charts, (FIRST, SECOND), day)


def test_a_recovery_put_right_to_another_bank_account_came_back_once(lost: Office) -> None:
    """A later year's correction between 1003 and 1004 moves no money of the hospital's."""
    lost.post(back(lost, "60.00", "2026-08-20", "收-1"))
    assert left(lost) == {FIRST: 90_00}
    lost.put_right("收-1", {"to": "1003"})
    lost.post()
    assert left(lost) == {FIRST: 90_00}
    lost.on("2027-02-01")
    lost.put_right("收-1-订正", {"to": "1004"})
    lost.post()
    assert left(lost) == {FIRST: 90_00}


def test_a_day_before_a_correction_knows_the_amount_as_it_was(lost: Office) -> None:
    lost.on("2026-09-10")
    lost.put_right("核-1", {"amount": "90.00"})
    lost.post()
    assert left(lost, date(2026, 9, 9)) == {FIRST: 150_00}
    assert left(lost, date(2026, 9, 10)) == {FIRST: 140_00}


def test_what_was_taken_back_in_red_was_lost_until_then(lost: Office) -> None:
    lost.on("2026-09-10")
    lost.correct("核-2", day=date(2026, 9, 10))
    lost.post()
    assert left(lost, date(2026, 9, 9)) == {FIRST: 150_00}
    assert left(lost) == {FIRST: 100_00}


def test_what_was_lost_before_these_books_is_lost_as_well(lost: Office) -> None:
    """以前核销 stands in the 备查簿 beside what was written off here (甘肃·六; 海南·七(三))."""
    prior = {"hospital": SECOND, "year": "2024", "amount": "30.00", "key": "旧-1"}
    lost.post(lost.row("prior-write-off", date="2024-11-01", **prior))
    assert left(lost) == {FIRST: 150_00, SECOND: 30_00}


def registered(choices: list[tuple[bool, int, int]]) -> list[Recall | RecallLift]:
    """Make recalls of two hospitals, and liftings of recalls that came before."""
    events: list[Recall | RecallLift] = []
    recalls: list[Recall] = []
    for lifts, pick, month in choices:
        key, day = f"登-{len(events)}", date(2026, month, 1)
        if lifts and recalls:
            own = recalls[pick % len(recalls)]
            words: dict[str, Any] = {
                "hospital": own.hospital,
                "recall": own.key,
                "reason": "已消除",
            }
            events.append(RecallLift(book=EMPLOYEE, key=key, date=day, **words))
            continue
        recall = Recall(
            book=EMPLOYEE,
            key=key,
            date=day,
            hospital=(FIRST, SECOND)[pick % 2],
            year=2026,
            notified_on=day,
            trigger="agreement-ended",
        )
        recalls.append(recall)
        events.append(recall)
    return events


@given(
    st.lists(st.tuples(st.booleans(), st.integers(0, 5), st.integers(1, 12)), max_size=12).map(
        registered
    )
)
def test_recalls_stand_as_what_names_them_is_told(events: list[Recall | RecallLift]) -> None:
    """The list of what is due and the checks of a later word agree on which recall is lifted."""
    named = {event.key: registered_as(event) for event in events if isinstance(event, Recall)}
    mark_registers(named, events, EMPLOYEE)
    standing = {recall.key for recall in recalls_standing(events, FAR)}
    assert standing == {key for key, found in named.items() if not found.lifted}
