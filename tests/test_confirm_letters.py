"""对账函: who is written to, with which figures, as what day knew; sent once, drawn again as it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ledger.reports.drawing import draw_up
from ledger.reports.due.due_list import due_report
from ledger.reports.kind import ReportAsked
from ledger.reports.letters.letters import letter
from ledger.store.bank.confirm import read_letters, read_sent
from ledger.store.engine import reading, writing
from ledger.store.writer import add_drafts
from ledger.workflow.confirm.letters import LettersAsked, letters, send
from ledger.workflow.drafting.review import approve, reject
from tests import confirm_office
from tests.confirm_office import MONTHS, YEAR_END, answer, balances, refused, sent, states
from tests.office import EMPLOYEE, FIRST, SECOND, Office, codes, leaf
from tests.templates import kept

year = kept(confirm_office.year)


# What a past day knows.


def test_a_past_day_does_not_know_the_answers_that_came_later(year: Office) -> None:
    """The letters went out on 5 January, both hospitals agreed on 10 January."""
    sent(year)
    year.on("2027-01-12")
    for hospital in (FIRST, SECOND):
        answer(year, {"hospital": hospital, "answer": "相符", "number": f"回-{hospital}"})

    def waiting(day: str) -> list[object]:
        duties = due_report(year.desk, EMPLOYEE, day).tree["duties"]
        assert isinstance(duties, list)
        return [duty["what"] for duty in duties if duty["kind"] == "confirmation"]

    assert waiting("2027-01-12") == waiting("2027-01-10") == []
    [before] = waiting("2027-01-09")
    assert "没有对账的医疗机构 2 家" in str(before)
    assert "待回函" in str(before)
    [earlier] = waiting("2027-01-04")
    assert "未发对账函" in str(earlier)


# Who is written to, and with which figures.


def test_each_hospital_with_a_balance_or_a_movement_gets_a_letter(year: Office) -> None:
    done = letters(year.desk, LettersAsked(cutoff=YEAR_END, book=EMPLOYEE))
    assert balances(done) == {FIRST: {2026: "150000.00"}, SECOND: {2026: "0.00"}}
    first = done.letters[0].sums[2026]
    assert (first["disbursement"], first["repayment"]) == (60_000_000, 45_000_000)
    report = letter(done.letters[0])
    assert report.title == "医保预付金对账函（城关示范医院）"
    assert "□ 相符" in report.notes
    assert [column.heading for column in report.columns] == [
        *("预付年度", "期初", "拨付", "返还", "冲抵", "核销", "余额")
    ]


def test_a_letter_goes_by_the_banks_day_not_by_the_booking(year: Office) -> None:
    """December is closed; 100,000 of 25 December is found and booked in January."""
    year.close(*MONTHS, book=EMPLOYEE)
    year.post(year.give_back(FIRST, "100000.00", day="2026-12-25"))
    done = letters(year.desk, LettersAsked(cutoff=YEAR_END, book=EMPLOYEE))
    assert balances(done)[FIRST] == {2026: "50000.00"}
    assert year.balance(leaf(FIRST), "2026-12") == "150000.00"
    # The letter of a day between is not touched by what came after it.
    june = letters(year.desk, LettersAsked(cutoff=date(2026, 6, 30), book=EMPLOYEE))
    assert balances(june)[FIRST] == {2026: "600000.00"}


def test_what_was_dated_last_year_and_booked_in_this_one_opens_the_year(year: Office) -> None:
    year.close(*MONTHS, book=EMPLOYEE)
    year.post(year.give_back(FIRST, "100000.00", day="2026-12-25"))
    year.close_year_of(EMPLOYEE, 2026)
    year.on("2027-02-10")
    (first,) = letters(year.desk, LettersAsked(cutoff=date(2027, 1, 31), book=EMPLOYEE)).letters
    assert first.sums[2026]["opening"] == first.sums[2026]["balance"] == 5_000_000
    assert first.sums[2026]["repayment"] == 0


@pytest.mark.parametrize("form", ["red-blue", "difference"])
def test_a_correction_counts_on_the_day_of_what_it_corrects(year: Office, form: str) -> None:
    """In December the payment of March is found to have been 500,000; June's figures follow."""
    june = LettersAsked(cutoff=date(2026, 6, 30), book=EMPLOYEE)
    assert balances(letters(year.desk, june))[FIRST] == {2026: "600000.00"}
    right = [{"corrects": "2026-03 记-0001", "amount": "500000.00"}]
    year.correct("2026-03 记-0001", right=right, day=date(2026, 12, 28), form=form)
    year.post()
    assert balances(letters(year.desk, june))[FIRST] == {2026: "500000.00"}
    (first, _) = letters(year.desk, june).letters
    assert first.sums[2026]["disbursement"] == 50_000_000
    assert first.transits == ()


def test_what_is_put_right_a_year_later_counts_in_the_year_that_was_wrong(year: Office) -> None:
    """450,000 was 400,000: found in January, when December is closed (51(五): a blue voucher)."""
    year.close(*MONTHS, book=EMPLOYEE)
    right = [{"corrects": "2026-12 记-0002", "amount": "400000.00"}]
    year.correct("2026-12 记-0002", right=right, day=date(2027, 1, 8), form="blue")
    year.post()
    drawn = letters(year.desk, LettersAsked(cutoff=YEAR_END, book=EMPLOYEE))
    assert balances(drawn)[FIRST] == {2026: "200000.00"}


def test_money_on_its_way_stands_apart(year: Office) -> None:
    year.on("2027-01-08")
    year.post(
        year.give_back(FIRST, "30000.00", day="2027-01-04", key="还-晚"),
        year.row("suspense", date="2026-12-30", to="1004", amount="700.00", counterparty=FIRST),
    )
    year.record(year.give_back(FIRST, "20000.00", day="2026-12-29", key="还-草稿"))
    (first, _) = letters(year.desk, LettersAsked(cutoff=YEAR_END, book=EMPLOYEE)).letters
    found = [
        (item.movement, item.day.isoformat(), item.amount_fen, item.why) for item in first.transits
    ]
    assert sorted(found) == [
        ("repayment", "2026-12-29", 2_000_000, "draft"),
        ("repayment", "2027-01-04", 3_000_000, "later"),
        ("suspense", "2026-12-31", 70_000, "unidentified"),
    ]
    assert first.sums[2026]["balance"] == 15_000_000
    sent = letters(year.desk, LettersAsked(cutoff=YEAR_END, book=EMPLOYEE))
    notes = letter(sent.letters[0]).notes
    assert "　2026年度；返还；2026-12-29；20,000.00；尚未记账" in notes


def test_a_cutoff_that_has_not_come_or_that_nobody_knows_is_refused(year: Office) -> None:
    asked = LettersAsked(cutoff=date(2027, 1, 31), book=EMPLOYEE)
    assert codes(refused(lambda: letters(year.desk, asked))) == ["CUTOFF_FUTURE"]
    asked = LettersAsked(cutoff=date(2025, 12, 31), book=EMPLOYEE)
    assert codes(refused(lambda: letters(year.desk, asked))) == ["CUTOFF_EARLY"]
    # Where all books are asked, one that had not begun is left out.
    asked = LettersAsked(cutoff=date(2025, 12, 31))
    assert codes(refused(lambda: letters(year.desk, asked))) == ["NOTHING_TO_CONFIRM"]
    asked = LettersAsked(cutoff=YEAR_END, book=EMPLOYEE, hospitals=("H62010000003",))
    assert codes(refused(lambda: letters(year.desk, asked))) == ["NOTHING_TO_CONFIRM"]


# Sent once, drawn again as it was.


def test_a_letter_is_sent_once_and_drawn_again_as_it_was(year: Office) -> None:
    done = sent(year)
    assert [one.number for one in done.letters] == [
        "对账20261231-职工-001",
        "对账20261231-职工-002",
    ]
    assert done.letters[0].reply_by == date(2027, 1, 20)
    again = sent(year)
    assert (again.letters, again.before) == ((), 2)
    year.close(*MONTHS, book=EMPLOYEE)
    year.post(year.give_back(FIRST, "100000.00", day="2026-12-25"))
    drawn = letters(year.desk, LettersAsked(cutoff=YEAR_END, book=EMPLOYEE))
    assert balances(drawn)[FIRST] == {2026: "150000.00"}
    assert drawn.letters[0].number == "对账20261231-职工-001"
    assert year.faults() == []


def test_the_register_of_facts_tells_a_letter_in_words(year: Office) -> None:
    sent(year)
    (report,) = draw_up(year.desk, "registers", ReportAsked(book=EMPLOYEE, hospital=FIRST))
    told = [str(cell) for row in report.rows for cell in row.cells if "对账20261231" in str(cell)]
    assert "2026年度 拨付 600,000.00，返还 450,000.00，余额 150,000.00" in told[0]


def test_nobody_approves_the_letters_they_sent(year: Office) -> None:
    year.desk.operator = "制单乙"
    send(year.desk, LettersAsked(cutoff=YEAR_END, book=EMPLOYEE))
    found = refused(lambda: approve(year.desk, [f"对账函-20261231-{FIRST}"]))
    assert codes(found) == ["ROLE_MISSING"]
    assert states(year) == {}
    year.approve()
    assert states(year) == {FIRST: "waiting", SECOND: "waiting"}


def test_a_withdrawn_letter_is_sent_anew_with_its_own_key(year: Office) -> None:
    sent(year)
    key = f"对账函-20261231-{FIRST}"
    year.post(year.row("withdrawal", date="2027-01-05", event=key, reason="抬头有误"))
    done = sent(year)
    assert [one.number for one in done.letters] == ["对账20261231-职工-003"]
    assert states(year)[FIRST] == "waiting"
    assert year.faults() == []


def test_no_two_letters_bear_one_number(year: Office) -> None:
    """The first draft is rejected; what is sent anew is 003, for 002 is in use."""
    year.desk.operator = "制单乙"
    send(year.desk, LettersAsked(cutoff=YEAR_END, book=EMPLOYEE))
    year.desk.operator = "审核丙"
    reject(year.desk, [f"对账函-20261231-{FIRST}"], reason="抬头有误")
    assert [one.number for one in sent(year).letters] == ["对账20261231-职工-003"]
    # One that was drafted with a number in use, by whatever way, is refused when it is reviewed.
    with reading(year.desk.engine) as conn:
        letters_now = read_letters(conn, EMPLOYEE)[0]
        (second,) = read_sent(conn, EMPLOYEE, [letters_now[f"对账函-20261231-{SECOND}"]]).values()
    third = replace(second, key="对账函-20261231-H3", hospital="H62010000003")
    year.desk.operator = "制单乙"
    with writing(year.desk.engine, [EMPLOYEE]) as conn:
        add_drafts(conn, [year.draft(third, YEAR_END)])
    year.desk.operator = "审核丙"
    (finding,) = refused(lambda: approve(year.desk, []))
    assert finding.code == "NUMBER_TWICE"
    assert f"对账20261231-职工-002 已用于 {SECOND} 截止 2026-12-31 的函" in finding.message
