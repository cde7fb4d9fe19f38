"""A year whose hospitals do not answer: 催函 twice with proof, or 替代核对 that the chief agrees to.

兰州市职工医保, 2026: 城关示范医院 was paid 600,000 and gave 450,000 back, 安宁示范医院 has given
all of its 200,000 back; on 31 December 150,000 and nothing are left with them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from ledger.basis.errors import Refused
from ledger.reports.due.due_list import due_report
from ledger.workflow.confirm.otherwise import remind
from ledger.workflow.confirm.single import explain
from tests import confirm_office
from tests.confirm_office import YEAR_END, answer, check, refused
from tests.covers import own_remarks
from tests.office import EMPLOYEE, FIRST, SECOND, Office, codes
from tests.templates import kept

if TYPE_CHECKING:
    from ledger.basis.errors import Finding


asked = kept(confirm_office.unanswered, "asked")


def remind_on(office: Office, hospital: str, day: str) -> None:
    """Send a 催函 that arrives on a day, and let another person approve it."""
    office.desk.operator = "制单乙"
    paper, delivery = f"催-{hospital}-{day}:{day}", f"EMS-{day}:{day}"
    remind(office.desk, hospital, YEAR_END, paper=paper, delivery=delivery, book=EMPLOYEE)
    office.approve()


def closing(office: Office, reason: str = "") -> list[Finding]:
    """Say why the year does not close."""
    return refused(lambda: office.close_year_of(EMPLOYEE, 2026, reason=reason))


def test_a_reason_alone_closes_no_year_over_hospitals_that_are_silent(asked: Office) -> None:
    (finding,) = closing(asked, reason="医院都很忙")
    assert finding.code == "UNANSWERED"
    assert "2 家医院没有回函" in finding.message
    assert "confirm remind --hospital H62010000001 --date 2026-12-31" in finding.remedy
    assert "confirm alternative --year 2026" in finding.remedy


def test_a_reason_on_paper_for_a_silence_is_no_answer_either(asked: Office) -> None:
    asked.desk.operator = "制单乙"
    for hospital in (FIRST, SECOND):
        words = {"reason": "医院已停业", "paper": f"说明-{hospital}:2027-01-12", "book": EMPLOYEE}
        explain(asked.desk, hospital, YEAR_END, dry_run=False, **words)
    asked.approve()
    assert codes(closing(asked)) == ["UNANSWERED"]


def test_two_reminders_on_two_days_let_the_year_close_and_stand_on_the_cover(
    asked: Office,
) -> None:
    answer(asked, {"hospital": SECOND, "answer": "相符"})
    remind_on(asked, FIRST, "2027-01-25")
    assert "1 家" in closing(asked)[0].message
    remind_on(asked, FIRST, "2027-02-10")
    (closed,) = asked.close_year_of(EMPLOYEE, 2026, reason="")
    assert own_remarks(closed) == (
        ("未回函", "1 家医院：城关示范医院 催函 2027-01-25、2027-02-10"),
    )
    assert asked.faults() == []


@pytest.mark.parametrize(
    ("day", "code"), [("2027-01-05", "REMINDER_DAY"), ("2027-01-25", "REMINDER_DAY")]
)
def test_a_reminder_has_a_day_of_its_own_after_the_letter(
    asked: Office, day: str, code: str
) -> None:
    remind_on(asked, FIRST, "2027-01-25")
    asked.desk.operator = "制单乙"
    with pytest.raises(Refused) as caught:
        remind(
            asked.desk,
            FIRST,
            YEAR_END,
            paper="催-又:2027-01-25",
            delivery=f"EMS-又:{day}",
            book=EMPLOYEE,
        )
    assert codes(caught.value.findings)[-1] in (code, "KEY_REUSED")


def test_who_has_answered_is_not_reminded(asked: Office) -> None:
    answer(asked, {"hospital": FIRST, "answer": "相符"})
    with pytest.raises(Refused) as caught:
        remind_on(asked, FIRST, "2027-01-25")
    assert codes(caught.value.findings) == ["REMINDED_ANSWERED"]


def test_a_withdrawn_reminder_counts_no_more(asked: Office) -> None:
    remind_on(asked, FIRST, "2027-01-25")
    remind_on(asked, FIRST, "2027-02-10")
    check(asked, SECOND)
    key = f"催函-对账函-20261231-{FIRST}-20270210"
    asked.post(asked.row("withdrawal", date="2027-02-20", event=key, reason="邮件被退回"))
    assert "1 家" in closing(asked)[0].message


def test_one_paper_proves_all_who_are_silent_and_the_chief_agrees_to_it(asked: Office) -> None:
    check(asked)
    (closed,) = asked.close_year_of(EMPLOYEE, 2026, reason="")
    assert own_remarks(closed) == (
        (
            "未回函",
            "2 家医院：城关示范医院 已替代核对（替-1）；安宁示范医院 已替代核对（替-1）",
        ),
    )


def test_somebody_who_is_no_chief_does_not_agree_to_it(asked: Office) -> None:
    with pytest.raises(Refused) as caught:
        check(asked, chief="审核丙")
    assert codes(caught.value.findings) == ["IRREGULAR_CHIEF"]


def test_it_counts_for_the_balances_that_it_names(asked: Office) -> None:
    """100,000 of 25 December is found and booked in January: what was proved was another sum."""
    check(asked)
    asked.post(asked.give_back(FIRST, "100000.00", day="2026-12-25"))
    (finding,) = closing(asked)
    assert "城关示范医院（H62010000001）余额 50,000.00" in finding.message
    check(asked)
    (closed,) = asked.close_year_of(EMPLOYEE, 2026, reason="")
    assert closed.remarks[0][0] == "未回函"


def test_the_balance_of_a_year_is_proved_after_the_year(asked: Office) -> None:
    row = asked.row(
        "alternative-check",
        date="2026-12-31",
        year="2026",
        balances=f"{FIRST}:2026:150000.00",
        reason="逐笔核对",
    )
    with pytest.raises(Refused) as caught:
        asked.record(row)
    assert codes(caught.value.findings) == ["CHECKED_EARLY"]


def test_nobody_is_proved_twice_or_after_an_answer(asked: Office) -> None:
    answer(asked, {"hospital": FIRST, "answer": "相符"})
    with pytest.raises(Refused) as caught:
        check(asked, FIRST)
    assert codes(caught.value.findings) == ["NOTHING_TO_CHECK"]
    check(asked, SECOND)
    with pytest.raises(Refused) as caught:
        check(asked)
    assert codes(caught.value.findings) == ["NOTHING_TO_CHECK"]


def told_due(office: Office) -> list[str]:
    """Say what `due` tells of 对账 in the employee book."""
    tree: Any = due_report(office.desk, EMPLOYEE, "2027-03-01").tree
    return [duty["what"] for duty in tree["duties"] if duty["kind"] == "confirmation"]


def test_who_was_closed_without_stays_due_until_the_answer_comes(asked: Office) -> None:
    check(asked)
    asked.close_year_of(EMPLOYEE, 2026, reason="")
    asked.on("2027-03-01")
    (what,) = told_due(asked)
    assert what.startswith("2026年度已年结，仍未回函的医疗机构 2 家：城关示范医院")
    answer(asked, {"hospital": FIRST, "answer": "相符"})
    (what,) = told_due(asked)
    assert "1 家：安宁示范医院" in what
    answer(asked, {"hospital": SECOND, "answer": "相符", "number": "回-9"})
    assert told_due(asked) == []


def test_before_the_close_due_names_what_takes_the_place_of_an_answer(asked: Office) -> None:
    """A silence that is explained is still one: `confirm explain` is no remedy for it."""
    tree: Any = due_report(asked.desk, EMPLOYEE, str(asked.desk.today())).tree
    (command,) = [duty["command"] for duty in tree["duties"] if duty["kind"] == "confirmation"]
    assert "prepay confirm remind" in command
    assert "prepay confirm alternative" in command
    assert "explain" not in command
