"""Two people settle a question that no rule settles, by a paper, from a prepayment year on.

Where passwords are on, the reading that one person proposes holds only when another confirms
it, and one of the two is a chief (会计主管). Years before the first one keep what held for them.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from ledger.basis.errors import Refused
from ledger.reports.policy.show import policies
from ledger.store.engine import reading
from ledger.store.masters import read_books
from ledger.workflow.policy.policy import policy_of
from ledger.workflow.policy.policy_choice import choose, confirm
from ledger.workflow.setup.masters import add_operator, initialise
from ledger.workflow.setup.passwords import set_password
from tests.office import EMPLOYEE, codes
from tests.tamper import alter, finders
from tests.templates import kept

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.office import Office

PAPER = "兰医保纪要〔2026〕3号"


@kept
def guarded(office: Office) -> Office:
    """Give an office in which somebody has a password."""
    office.desk.operator = "管理员甲"
    set_password(office.desk, "管理员甲", "long-enough-for-all")
    return office


def held(office: Office, year: int, name: str = "late_scope") -> str:
    """Read which reading holds for a year's money that moves in 2028; "" where it is asked."""
    with reading(office.desk.engine) as conn:
        policy = policy_of(office.desk, conn, read_books(conn)[EMPLOYEE])
    rules = policy.on(date(2028, 6, 1), year)
    return "" if list(rules.open_choices(name)) else rules.text(name)


def propose(office: Office, by: str, value: str = "all", year: int = 2026) -> None:
    """Propose a reading of A-22."""
    office.desk.operator = by
    choose(office.desk, EMPLOYEE, "late_scope", value, "会议定", paper=PAPER, from_year=year)


def agree(office: Office, by: str) -> None:
    """Confirm what was proposed."""
    office.desk.operator = by
    confirm(office.desk, EMPLOYEE, "late_scope")


def refused(verb: Callable[..., object], *words: object, **more: object) -> list[str]:
    """Give the codes with which a verb is refused."""
    with pytest.raises(Refused) as caught:
        verb(*words, **more)
    return codes(caught.value.findings)


@pytest.mark.parametrize(
    ("proposer", "confirmer"), [("制单乙", "主管丁"), ("主管丁", "制单乙"), ("审核丙", "主管丁")]
)
def test_a_county_with_one_chief_settles_a_question(
    guarded: Office, proposer: str, confirmer: str
) -> None:
    propose(guarded, proposer)
    assert held(guarded, 2026) == ""
    assert guarded.faults() == []

    agree(guarded, confirmer)

    assert held(guarded, 2026) == "all"
    assert guarded.faults() == []


@pytest.mark.parametrize(
    ("proposer", "confirmer", "code"),
    [
        ("主管丁", "主管丁", "FOUR_EYES"),
        ("制单乙", "审核丙", "ROLE_MISSING"),
        ("主管丁", "出纳戊", "ROLE_MISSING CASHIER_DUTIES"),
    ],
)
def test_who_may_not_confirm(guarded: Office, proposer: str, confirmer: str, code: str) -> None:
    propose(guarded, proposer)
    guarded.desk.operator = confirmer
    assert refused(confirm, guarded.desk, EMPLOYEE, "late_scope") == code.split()
    assert held(guarded, 2026) == ""


def test_a_cashier_proposes_nothing(guarded: Office) -> None:
    assert refused(propose, guarded, "出纳戊") == ["ROLE_MISSING", "CASHIER_DUTIES"]


def test_a_proposal_needs_a_paper_and_the_first_year(guarded: Office) -> None:
    guarded.desk.operator = "主管丁"
    with pytest.raises(Refused) as caught:
        choose(guarded.desk, EMPLOYEE, "late_scope", "all", "会议定")
    (finding,) = caught.value.findings
    assert finding.code == "GROUNDS_MISSING"
    assert "--paper 文号、--from-year 年度" in finding.message


def test_nothing_proposed_is_nothing_to_confirm(guarded: Office) -> None:
    propose(guarded, "制单乙")
    agree(guarded, "主管丁")
    assert refused(confirm, guarded.desk, EMPLOYEE, "late_scope") == ["NOTHING_TO_CONFIRM"]


def test_the_last_words_of_a_proposal_are_confirmed(guarded: Office) -> None:
    propose(guarded, "制单乙", "all")
    propose(guarded, "审核丙", "fund")
    agree(guarded, "主管丁")
    assert held(guarded, 2026) == "fund"
    assert guarded.faults() == []


def test_an_earlier_year_keeps_the_reading_that_held_for_it(guarded: Office) -> None:
    propose(guarded, "制单乙", "all", 2025)
    agree(guarded, "主管丁")
    propose(guarded, "制单乙", "fund", 2027)
    agree(guarded, "主管丁")
    assert [held(guarded, year) for year in (2024, 2025, 2026, 2027, 2028)] == [
        *("", "all", "all"),
        *("fund", "fund"),
    ]


def test_without_passwords_a_chief_chooses_at_once_and_the_past_stays(office: Office) -> None:
    # The first choice settles every year: nothing held before it. The next one, this year's.
    office.desk.operator = "主管丁"
    first = choose(office.desk, EMPLOYEE, "late_scope", "all", "会议定")
    second = choose(office.desk, EMPLOYEE, "late_scope", "fund", "改口径")
    assert (first.in_force, first.from_year) == (True, 0)
    assert (second.in_force, second.from_year) == (True, 2026)
    assert [held(office, year) for year in (2025, 2026)] == ["all", "fund"]
    assert office.faults() == []


def test_policy_show_tells_what_waits_and_what_held(guarded: Office) -> None:
    propose(guarded, "制单乙", "all", 2025)
    (waiting,) = policies(guarded.desk, EMPLOYEE)
    agree(guarded, "主管丁")
    (told,) = policies(guarded.desk, EMPLOYEE, "late_scope")

    assert "制单乙 2026" in waiting.notes[-1]
    assert waiting.notes[-1].endswith("确认：prepay policy confirm late_scope")
    assert PAPER in str(waiting.tree["proposed"])
    assert any("制单乙 提出，主管丁 确认，" + PAPER in note for note in told.notes)
    assert any("自 2025 预付年度起" in note for note in told.notes)


def test_who_keeps_a_new_book_takes_two_people_too(guarded: Office) -> None:
    def province(paper: str) -> None:
        guarded.desk.operator = "管理员甲"
        initialise(
            guarded.desk,
            area="460000",
            name="海南省",
            profile="hainan",
            start="2026-01",
            owner="province",
            reason="省中心统一核算",
            paper=paper,
        )

    assert refused(province, "") == ["PAPER_MISSING"]
    province("琼医保函〔2026〕1号")
    guarded.desk.operator = "主管丁"
    done = confirm(guarded.desk, "460000/employee", "ledger_owner")

    assert (done.reading, done.in_force) == ("province", True)
    assert guarded.faults() == []


ATTACKS = {
    "a proposal away": ("DELETE FROM policy_proposal", "CHOICE_LOST CHOICE_UNCONFIRMED"),
    "another paper": ("UPDATE policy_proposal SET paper = '另一份'", "CHOICE_LOST CHOICE_UNLOGGED"),
    "an earlier year": (
        "UPDATE policy_value SET since = '2020'",
        "CHOICE_LOST CHOICE_UNCONFIRMED CHOICE_UNLOGGED",
    ),
    "confirmed by the proposer": (
        "UPDATE policy_value SET recorded_by = '制单乙'",
        "CHOICE_LOST CHOICE_UNCONFIRMED CHOICE_UNLOGGED",
    ),
}


@pytest.mark.parametrize("name", ATTACKS)
def test_a_choice_changed_behind_the_programs_back_is_found(guarded: Office, name: str) -> None:
    propose(guarded, "制单乙")
    agree(guarded, "主管丁")
    statement, code = ATTACKS[name]
    alter(guarded, statement)
    assert finders(guarded) == {"policy": code}


def test_a_second_chief_confirms_what_a_chief_proposed(guarded: Office) -> None:
    guarded.desk.operator = "管理员甲"
    add_operator(guarded.desk, "主管己", ("chief",))
    propose(guarded, "主管丁")
    agree(guarded, "主管己")
    assert held(guarded, 2026) == "all"
