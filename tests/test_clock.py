"""The moment of an act: read in its turn, never before what was done, and a wrong clock heals.

A PC whose clock said 2020, or ran a year ahead, made books unsound for ever. Times are of 2026.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from ledger.basis.clock import CHINA_STANDARD_TIME, SystemClock
from ledger.basis.errors import Refused
from ledger.store.engine import reading, writing
from ledger.workflow.close.close_month import close_month
from ledger.workflow.desk import acting
from ledger.workflow.drafting.record import record
from ledger.workflow.drafting.review import approve, reject
from ledger.workflow.posting.post import post_drafts
from ledger.workflow.posting.sign import sign
from ledger.workflow.setup.masters import add_operator
from tests.cases import refusal
from tests.office import EMPLOYEE, FIRST, Office, raw
from tests.templates import kept

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass
class HandClock:
    """A clock that says what it is told, also backwards."""

    moment: datetime

    def now(self) -> datetime:
        """Give the moment."""
        return self.moment


class SlowClock(SystemClock):
    """A machine's clock that stands in 2020."""

    def now(self) -> datetime:
        """Give the wrong moment."""
        return datetime(2020, 1, 1, tzinfo=CHINA_STANDARD_TIME)


def at(day: str, time: str = "09:00:00") -> datetime:
    """Read a moment of China."""
    return datetime.fromisoformat(f"{day}T{time}+08:00")


@kept
def paid(office: Office) -> Office:
    """Give an office whose newest act is a posting of 10 March at nine; its clock is by hand."""
    office.fund()
    office.on("2026-03-10")
    clock = HandClock(at("2026-03-10"))
    office.desk.clock = clock
    tell(office, office.pay(FIRST, "100.00", key="拨-1"))
    settle(office)
    return office


def tell(office: Office, row: dict[str, object], clock: datetime | None = None) -> None:
    """制单 a row at a moment."""
    turn(office, clock)
    office.desk.operator = "制单乙"
    record(office.desk, raw([row], "rows.jsonl"))


def settle(office: Office, clock: datetime | None = None) -> None:
    """审核 and 记账 at a moment."""
    turn(office, clock)
    office.desk.operator = "审核丙"
    approve(office.desk, ())
    office.desk.operator = "主管丁"
    post_drafts(office.desk, ())


def turn(office: Office, clock: datetime | None) -> None:
    """Set the clock, if a moment is given."""
    if clock is not None:
        assert isinstance(office.desk.clock, HandClock)
        office.desk.clock.moment = clock


def back(office: Office, act: Callable[[], object]) -> str:
    """Let an act be refused for the clock alone; gives what is said, with the remedy."""
    (finding,) = refusal(office, act)
    assert finding.code == "CLOCK_BACK"
    return f"{finding.message} {finding.remedy}"


def test_up_to_ten_minutes_behind_the_newest_act_is_its_moment(paid: Office) -> None:
    tell(paid, paid.pay(FIRST, "1.00", key="拨-2"), at("2026-03-10", "08:50:00"))
    settle(paid)

    posted = {voucher.key: voucher.posted_at for voucher in paid.vouchers()}
    assert posted["拨-2"] == posted["拨-1"] == "2026-03-10T09:00:00+08:00"


def test_further_behind_is_refused_and_says_both_moments(paid: Office) -> None:
    row = paid.pay(FIRST, "1.00", day="2026-03-09", key="拨-2")

    told = back(paid, lambda: tell(paid, row, at("2026-03-10", "08:49:59")))

    assert "时钟是 2026-03-10 08:49" in told
    assert "620100/employee 最近一次记账在 2026-03-10 09:00（拨-1，主管丁）" in told
    assert "核对并改正本机的日期和时间" in told
    assert "enter 验证事项说明 --finding 时钟超前 --event 拨-1 --date 2026-03-10" in told


def test_whatever_is_done_in_a_book_reads_the_clock(paid: Office) -> None:
    """审核, 记账, 签章, 结账 and 驳回 of what is sound: each is an act of its own moment."""
    tell(paid, paid.pay(FIRST, "1.00", key="拨-2"))
    paid.desk.operator = "审核丙"
    approve(paid.desk, ())
    tell(paid, paid.pay(FIRST, "1.00", key="拨-3"))
    turn(paid, at("2020-01-01"))

    acts: tuple[tuple[str, Callable[[], object]], ...] = (
        ("审核丙", lambda: approve(paid.desk, ("拨-3",))),
        ("主管丁", lambda: post_drafts(paid.desk, ("拨-2",))),
        ("出纳戊", lambda: sign(paid.desk, ())),
        ("主管丁", lambda: close_month(paid.desk, "2026-01", book=EMPLOYEE)),
        ("审核丙", lambda: reject(paid.desk, ("拨-3",), "不要了")),
    )
    for who, act in acts:
        paid.desk.operator = who
        assert "时钟是 2020-01-01" in back(paid, act)


def test_a_clock_that_ran_ahead_is_explained_by_two_people_and_counts_no_more(
    paid: Office,
) -> None:
    """The machine said 2030 for one posting; whoever comes after it need not wait four years."""
    tell(paid, paid.pay(FIRST, "1.00", key="拨-2"))
    settle(paid, at("2030-01-01"))
    turn(paid, at("2026-03-11"))
    assert [f.code for f in paid.faults(EMPLOYEE)] == ["CLOCK_AHEAD"]
    later = paid.pay(FIRST, "2.00", day="2026-03-11", key="拨-3")
    assert "2030-01-01 09:00" in back(paid, lambda: tell(paid, later))

    words = {"finding": "clock-ahead", "event": "拨-2", "reason": "换电池后没有对时"}
    tell(paid, paid.row("acknowledgement", date="2026-03-11", key="说明-1", **words))
    paid.desk.operator = "管理员甲"
    add_operator(paid.desk, "主管己", ["chief"])
    turn(paid, at("2026-03-11", "09:30:00"))
    paid.desk.operator = "主管己"
    approve(paid.desk, ["说明-1"])
    tell(paid, later)
    settle(paid)

    assert paid.faults(EMPLOYEE) == []
    assert paid.vouchers()[-1].posted_at == "2026-03-11T09:30:00+08:00"


def test_a_draft_told_by_a_clock_that_ran_ahead_is_rejected(paid: Office) -> None:
    tell(paid, paid.pay(FIRST, "1.00", key="拨-2"), at("2030-01-01"))
    turn(paid, at("2026-03-11"))
    again = paid.pay(FIRST, "2.00", day="2026-03-11", key="拨-3")
    assert "reject 拨-2 --reason 时钟超前" in back(paid, lambda: tell(paid, again))

    paid.desk.operator = "审核丙"
    reject(paid.desk, ["拨-2"], "时钟超前")
    tell(paid, again)
    settle(paid)

    assert paid.faults(EMPLOYEE) == []


def test_a_role_given_by_a_clock_that_ran_ahead_is_given_again(paid: Office) -> None:
    turn(paid, at("2030-01-01"))
    paid.desk.operator = "管理员甲"
    add_operator(paid.desk, "制单己", ["preparer"])
    turn(paid, at("2026-03-11"))

    def by_newcomer() -> None:
        paid.desk.operator = "制单己"
        record(paid.desk, raw([paid.pay(FIRST, "1.00", day="2026-03-11")], "rows.jsonl"))

    assert "prepay operator add 制单己" in back(paid, by_newcomer)
    paid.desk.operator = "管理员甲"
    add_operator(paid.desk, "制单己", ["preparer"])
    by_newcomer()


def test_on_a_server_its_clock_leads(paid: Office) -> None:
    """Whoever sits at a machine of 2020 acts at the server's moment; SQLite has the machine's."""
    paid.desk.clock = SlowClock()
    paid.desk.operator = "制单乙"
    with reading(paid.desk.engine) as conn:
        server = conn.dialect.name == "postgresql"

    with writing(paid.desk.engine, [EMPLOYEE], dry_run=True) as conn:
        acting(paid.desk, conn, "preparer", "制单")
        if server:
            assert abs(paid.desk.moment() - SystemClock().now()) < timedelta(minutes=1)
        else:
            with pytest.raises(Refused, match="时钟是 2020-01-01"):
                paid.desk.moment()
    assert paid.desk.today() == date(2020, 1, 1)
