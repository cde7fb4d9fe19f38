"""对账函登记簿: every letter is followed until its difference is explained, for what was explained."""

from __future__ import annotations

from datetime import date

from ledger.workflow.confirm.answers import record_answers
from ledger.workflow.confirm.single import explain
from ledger.workflow.drafting.review import approve
from tests import confirm_office
from tests.confirm_office import MONTHS, YEAR_END, answer, refused, sent, states
from tests.office import EMPLOYEE, FIRST, SECOND, Office, codes, raw
from tests.templates import kept

year = kept(confirm_office.year)


# Followed until it is explained.


def test_the_register_follows_every_letter(year: Office) -> None:
    sent(year, reply_by=date(2027, 1, 15))
    assert states(year) == {FIRST: "waiting", SECOND: "waiting"}
    year.on("2027-01-16")
    assert states(year) == {FIRST: "overdue", SECOND: "overdue"}
    answer(
        year,
        {"hospital": SECOND, "answer": "相符"},
        {"hospital": FIRST, "answer": "不符", "amount": "50000.00", "reason": "12月25日已还10万"},
    )
    assert states(year) == {FIRST: "differs", SECOND: "agreed"}
    assert states(year, only_open=True) == {FIRST: "differs"}
    # The money is found and booked: the hospital was right, and nothing is left to explain.
    year.close(*MONTHS, book=EMPLOYEE)
    year.post(year.give_back(FIRST, "100000.00", day="2026-12-25"))
    assert states(year) == {FIRST: "cured", SECOND: "agreed"}


def test_books_that_change_after_a_hospital_agreed_are_followed_too(year: Office) -> None:
    sent(year)
    answer(year, {"hospital": FIRST, "answer": "相符"}, {"hospital": SECOND, "answer": "相符"})
    year.close(*MONTHS, book=EMPLOYEE)
    year.post(year.give_back(FIRST, "100000.00", day="2026-12-25"))
    assert states(year) == {FIRST: "changed", SECOND: "agreed"}


# An explanation counts for what it explained.


def explains(office: Office, reason: str) -> None:
    """Write down why 城关示范医院's letter of the year's end is in order; nobody approves it yet."""
    office.desk.operator = "制单乙"
    paper = f"{reason}:2027-01-12"
    explain(
        *(office.desk, FIRST, YEAR_END),
        reason=reason,
        paper=paper,
        book=EMPLOYEE,
        dry_run=False,
    )


def test_the_reason_of_a_silence_does_not_settle_the_difference_that_came_meanwhile(
    year: Office,
) -> None:
    """The reason is drafted, the answer comes and is approved, then the reason is reviewed."""
    sent(year)
    differing: dict[str, object] = {
        "hospital": FIRST,
        "answer": "不符",
        "amount": "0",
        "reason": "医院未挂账",
    }
    explains(year, "停业")
    year.desk.operator = "制单乙"
    given = {**differing, "cutoff": "2026-12-31", "number": "回-1", "date": "2027-01-10"}
    record_answers(year.desk, raw([given], "回函.csv"), book=EMPLOYEE)
    year.desk.operator = "审核丙"
    approve(year.desk, [f"回函-对账函-20261231-{FIRST}"])
    (finding,) = refused(lambda: approve(year.desk, [f"说明-对账函-20261231-{FIRST}"]))
    assert finding.code == "EXPLAINED_ANOTHER"
    assert "已有回函 回-1（不符），这份说明说的是未回函" in finding.message
    assert states(year)[FIRST] == "differs"


def test_a_withdrawn_answer_takes_its_explanation_along(year: Office) -> None:
    sent(year)
    differing: dict[str, object] = {
        "hospital": FIRST,
        "answer": "不符",
        "amount": "0",
        "reason": "医院未挂账",
    }
    answer(year, differing)
    explains(year, "已改账")
    year.approve()
    assert states(year)[FIRST] == "explained"
    key = f"回函-对账函-20261231-{FIRST}"
    year.post(year.row("withdrawal", date="2027-01-11", event=key, reason="登错"))
    assert states(year)[FIRST] == "waiting"
    answer(year, {**differing, "number": "回-9"})
    assert states(year)[FIRST] == "differs"
    explains(year, "再说明")
    year.approve()
    assert states(year)[FIRST] == "explained"


def test_an_explained_difference_is_open_again_when_the_books_change(year: Office) -> None:
    """1,000 was explained; 299,000 more of 拨付 is booked later, and nobody explained that."""
    sent(year)
    row: dict[str, object] = {
        "hospital": FIRST,
        "answer": "不符",
        "amount": "149000.00",
        "reason": "已还1000元",
    }
    answer(year, row)
    explains(year, "在途1000元")
    year.approve()
    assert states(year)[FIRST] == "explained"
    assert year.faults(EMPLOYEE) == []
    year.close(*MONTHS[:11], book=EMPLOYEE)
    year.post(year.pay(FIRST, "299000.00", day="2026-12-28", key="拨-晚"))
    assert states(year)[FIRST] == "differs"
    (fault,) = year.faults(EMPLOYEE)
    assert fault.code == "CONFIRMED_DIFFERS"
    assert "-300,000.00" in fault.message
    explains(year, "补记12月拨付")
    year.approve()
    assert states(year)[FIRST] == "explained"
    assert year.faults(EMPLOYEE) == []


def test_an_explanation_of_a_file_names_the_answer_and_the_books(year: Office) -> None:
    sent(year)
    answer(year, {"hospital": FIRST, "answer": "不符", "amount": "0", "reason": "医院未挂账"})
    letter = f"对账函-20261231-{FIRST}"
    note = [{"type": "confirmation-note", "number": "说明-1", "date": "2027-01-12"}]
    words: dict[str, object] = {
        "date": "2027-01-12",
        "hospital": FIRST,
        "letter": letter,
        "reason": "已改账",
        "papers": note,
        "explains": f"回函-{letter}",
    }
    row = year.row("confirmation-explained", **words)
    assert codes(refused(lambda: year.record(row))) == ["EXPLAINED_BOOKS"]
    year.record({**row, "books": "2026:150000.00"})
    year.approve()
    assert states(year)[FIRST] == "explained"
