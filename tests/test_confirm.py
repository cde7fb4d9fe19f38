"""对账函: who is written to, with which figures; what an answer may say; when a year may close.

兰州市职工医保, 2026: 城关示范医院 was paid 600,000 and gave 450,000 back, 安宁示范医院 has given
all of its 200,000 back, 榆中示范卫生院 was never paid.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import pytest

from ledger.basis.errors import Refused
from ledger.basis.money import yuan
from ledger.reports.due.due_list import due_report
from ledger.reports.kind import ReportAsked
from ledger.reports.letters.confirm_list import registers
from ledger.reports.letters.letters import letter
from ledger.reports.registry import draw_up
from ledger.store.confirm import read_letters, read_sent
from ledger.store.engine import reading, writing
from ledger.store.writer import add_drafts
from ledger.workflow.confirm.answers import record_answers
from ledger.workflow.confirm.letters import LettersAsked, Sent, letters, send
from ledger.workflow.confirm.single import explain
from ledger.workflow.drafting.review import approve, reject
from tests.office import EMPLOYEE, FIRST, RESIDENT, SECOND, Office, codes, leaf, raw
from tests.templates import kept

if TYPE_CHECKING:
    from collections.abc import Callable

    from ledger.basis.errors import Finding

YEAR_END = date(2026, 12, 31)
MONTHS = [f"2026-{month:02d}" for month in range(1, 13)]


@kept
def year(office: Office) -> Office:
    """Give an office whose year has ended: 150,000 is left with 城关示范医院."""
    office.fund()
    office.on("2027-01-05")
    office.post(
        office.pay(FIRST, "600000.00", key="拨-1"),
        office.pay(SECOND, "200000.00", key="拨-2"),
        office.give_back(SECOND, "200000.00", key="还-2"),
        office.give_back(FIRST, "450000.00", key="还-1"),
    )
    return office


def sent(office: Office, cutoff: date = YEAR_END, **words: object) -> Sent:
    """Send the letters of a cut-off, and let another person approve them."""
    office.desk.operator = "制单乙"
    done = send(office.desk, LettersAsked(cutoff=cutoff, book=EMPLOYEE, **words))  # type: ignore[arg-type]
    office.approve()
    return done


def answer(office: Office, *rows: dict[str, object]) -> None:
    """Record answers as a list, and let another person approve them."""
    office.desk.operator = "制单乙"
    whole = [
        {"cutoff": "2026-12-31", "number": f"回-{n}", "date": "2027-01-10", **row}
        for n, row in enumerate(rows)
    ]
    record_answers(office.desk, raw(whole, "回函.csv"), book=EMPLOYEE)
    office.approve()


def refused(act: Callable[[], object]) -> list[Finding]:
    """Give what an act is refused for."""
    with pytest.raises(Refused) as caught:
        act()
    return list(caught.value.findings)


def balances(done: Sent) -> dict[str, dict[int, str]]:
    """Say the balances on letters by hospital and prepayment year."""
    return {
        one.hospital: {year: yuan(found["balance"]) for year, found in one.sums.items()}
        for one in done.letters
    }


def states(office: Office, *, only_open: bool = False) -> dict[str, str]:
    """Say where each hospital's letter stands."""
    (report,) = registers(office.desk, EMPLOYEE, only_open=only_open)
    rows = report.tree["letters"]
    assert isinstance(rows, list)
    return {row["hospital"]: row["state"] for row in rows}


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


# What an answer may say.


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ({"hospital": FIRST, "answer": "相符", "amount": "150000.00"}, "AGREE_WITH_AMOUNT"),
        ({"hospital": FIRST, "answer": "不符", "amount": "1.00"}, "DIFFER_REASON"),
        ({"hospital": FIRST, "answer": "不符", "reason": "未说明"}, "DIFFER_AMOUNT"),
        (
            {"hospital": FIRST, "answer": "不符", "amount": "150000.00", "reason": "误"},
            "DIFFER_SAME",
        ),
        (
            {"hospital": FIRST, "answer": "不符", "amount": "5", "reason": "误", "year": "2025"},
            "YEAR_NOT_ON_LETTER",
        ),
        ({"hospital": "H62010000003", "answer": "相符"}, "LETTER_UNKNOWN"),
        ({"hospital": FIRST, "answer": "相符", "cutoff": "2026-11-30"}, "LETTER_UNKNOWN"),
        (
            {"hospital": SECOND, "answer": "相符", "letter": "对账20261231-职工-001"},
            "LETTER_OF_ANOTHER",
        ),
        ({"hospital": FIRST, "answer": "相符", "date": "2026-12-30"}, "REPLY_EARLY"),
        ({"hospital": FIRST, "answer": "大概相符"}, "WORD_UNREADABLE"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_an_answer_that_cannot_be_is_refused_with_a_remedy(
    year: Office, row: dict[str, object], code: str
) -> None:
    sent(year)
    (finding,) = refused(lambda: answer(year, row))
    assert finding.code == code
    assert finding.remedy
    assert states(year) == {FIRST: "waiting", SECOND: "waiting"}


def test_a_second_answer_is_refused_and_the_same_again_is_a_replay(year: Office) -> None:
    sent(year)
    agreed: dict[str, object] = {"hospital": FIRST, "answer": "相符"}
    answer(year, agreed)
    answer(year, agreed)
    other = {**agreed, "number": "回-9"}
    assert codes(refused(lambda: answer(year, other))) == ["ANSWERED_TWICE"]
    year.post(
        year.row(
            "withdrawal", date="2027-01-11", event=f"回函-对账函-20261231-{FIRST}", reason="登错"
        )
    )
    answer(year, {**other, "answer": "不符", "amount": "0", "reason": "医院未挂账"})
    assert states(year)[FIRST] == "differs"
    assert year.faults(EMPLOYEE)[0].code == "CONFIRMED_DIFFERS"


def test_a_letter_of_two_years_is_answered_year_by_year(year: Office) -> None:
    year.close(*MONTHS, book=EMPLOYEE)
    year.close_year_of(EMPLOYEE, 2026)
    year.on("2027-04-05")
    year.post(year.pay(FIRST, "80000.00", day="2027-03-10"))
    cutoff = date(2027, 3, 31)
    sent(year, cutoff)
    common: dict[str, object] = {"hospital": FIRST, "cutoff": "2027-03-31", "date": "2027-04-03"}
    total = {**common, "answer": "不符", "amount": "230000.01", "reason": "利息"}
    assert codes(refused(lambda: answer(year, total))) == ["SAID_BY_YEAR"]
    row = {**common, "number": "回-1"}
    answer(
        year,
        {**row, "year": "2026", "answer": "相符"},
        {**row, "year": "2027", "answer": "不符", "amount": "80000.01", "reason": "利息"},
    )
    (report,) = registers(year.desk, EMPLOYEE, cutoff=cutoff, only_open=True)
    (row,) = report.tree["letters"]  # type: ignore[misc]
    assert (row["sent"], row["said"], row["difference"]) == ("230000.00", "230000.01", "0.01")


def test_rows_by_year_answer_the_whole_letter_from_one_reply(year: Office) -> None:
    """The letter of March has 2026 and 2027; one row alone, or rows of two replies, are refused."""
    year.close(*MONTHS, book=EMPLOYEE)
    year.close_year_of(EMPLOYEE, 2026)
    year.on("2027-04-05")
    year.post(year.pay(FIRST, "80000.00", day="2027-03-10"))
    (letter, *_) = sent(year, date(2027, 3, 31)).letters
    row: dict[str, object] = {
        "hospital": FIRST,
        "letter": letter.number,
        "answer": "相符",
        "cutoff": "2027-03-31",
        "date": "2027-04-03",
        "number": "回-1",
    }
    early, late = {**row, "year": "2026"}, {**row, "year": "2027"}
    (finding,) = refused(lambda: answer(year, early))
    assert (finding.code, finding.row) == ("ANSWER_INCOMPLETE", 1)
    assert "2 个预付年度，缺 2027 年度（发函余额 80,000.00）的答复" in finding.message
    strangers: list[tuple[dict[str, object], str]] = [
        ({"number": "回-2"}, "ANSWER_SPLIT"),
        ({"date": "2027-04-04"}, "ANSWER_SPLIT"),
        ({"hospital": SECOND}, "LETTER_OF_ANOTHER"),
        ({"cutoff": "2026-12-31"}, "CUTOFF_OF_ANOTHER"),
    ]
    for words, code in strangers:
        (finding,) = refused(partial(answer, year, early, {**late, **words}))
        assert (finding.code, finding.row) == (code, 2)
    answer(year, early, late)
    assert states(year) == {FIRST: "agreed"}


def test_two_rows_for_one_balance_are_refused_by_row(year: Office) -> None:
    sent(year)
    agreed: dict[str, object] = {"hospital": FIRST, "answer": "相符"}
    (finding,) = refused(lambda: answer(year, agreed, agreed))
    assert (finding.code, finding.row) == ("ANSWER_DOUBLED", 2)


def test_a_letter_must_be_told_apart_where_two_books_wrote_one(year: Office) -> None:
    """Both funds wrote to the hospital; the row names no fund, and nobody named the book."""
    year.fund(book=RESIDENT)
    year.post(year.pay(FIRST, "1000.00", fund="resident"))
    year.desk.operator = "制单乙"
    send(year.desk, LettersAsked(cutoff=YEAR_END))
    year.approve()
    row = {"hospital": FIRST, "answer": "相符", "cutoff": "2026-12-31"}
    given = {**row, "number": "回-1", "date": "2027-01-10"}
    year.desk.operator = "制单乙"
    (finding,) = refused(lambda: record_answers(year.desk, raw([given], "回函.csv")))
    assert finding.code == "LETTER_UNCLEAR"
    assert "对账20261231-职工-001" in finding.message
    assert "对账20261231-居民-001" in finding.message
    named = {**given, "fund": "居民"}
    (done,) = record_answers(year.desk, raw([named], "回函.csv")).rows
    assert done.book == RESIDENT


def test_a_deadline_before_the_letter_is_refused(year: Office) -> None:
    found = refused(lambda: sent(year, reply_by=date(2027, 1, 4)))
    assert codes(found) == ["REPLY_BY_EARLY"] * 2


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


# A year closes when every hospital has been asked.


def test_a_year_does_not_close_before_every_hospital_has_answered(year: Office) -> None:
    year.close(*MONTHS, book=EMPLOYEE)

    def close() -> list[Finding]:
        return refused(lambda: year.close_year_of(EMPLOYEE, 2026, reason=""))

    (finding,) = close()
    assert finding.code == "UNANSWERED"
    assert "2 家" in finding.message
    assert "城关示范医院（H62010000001）余额 150,000.00，未发对账函" in finding.message
    sent(year)
    assert "待回函" in close()[0].message
    answer(
        year,
        {"hospital": SECOND, "answer": "相符"},
        {"hospital": FIRST, "answer": "不符", "amount": "0", "reason": "医院未挂账"},
    )
    assert codes(close()) == ["UNCONFIRMED"]
    assert "余额 150,000.00，不符" in close()[0].message
    year.desk.operator = "制单乙"
    explain(
        year.desk,
        FIRST,
        YEAR_END,
        reason="医院记入其他应付款，已改账",
        paper="说明-1:2027-01-12",
        book=EMPLOYEE,
        dry_run=False,
    )
    year.approve()
    (closed,) = year.close_year_of(EMPLOYEE, 2026, reason="")
    assert closed.remarks == ()
    assert year.faults() == []


def test_the_newest_letter_of_december_decides_whether_a_year_closes(year: Office) -> None:
    """Agreed as of 1 December, disputed as of 31 December, agreed as of January: disputed."""
    year.close(*MONTHS, book=EMPLOYEE)
    for cutoff in (date(2026, 12, 1), YEAR_END):
        sent(year, cutoff)
    answer(
        year,
        {"hospital": FIRST, "answer": "相符", "cutoff": "2026-12-01"},
        {"hospital": SECOND, "answer": "相符"},
        {"hospital": FIRST, "answer": "不符", "amount": "0", "reason": "医院未挂账"},
    )
    year.on("2027-02-05")
    sent(year, date(2027, 1, 31))
    january = {"cutoff": "2027-01-31", "date": "2027-02-05", "number": "回-9"}
    answer(year, {"hospital": FIRST, "answer": "相符", **january})
    (finding,) = refused(lambda: year.close_year_of(EMPLOYEE, 2026, reason=""))
    assert finding.code == "UNCONFIRMED"
    assert "1 家" in finding.message
    assert "城关示范医院（H62010000001）余额 150,000.00，不符" in finding.message


def test_the_closing_sheet_counts_letters_whose_books_changed_after_they_agreed(
    year: Office,
) -> None:
    year.close(*MONTHS, book=EMPLOYEE)
    sent(year)
    answer(year, {"hospital": FIRST, "answer": "相符"}, {"hospital": SECOND, "answer": "相符"})
    year.close_year_of(EMPLOYEE, 2026)
    year.post(year.give_back(FIRST, "100000.00", day="2026-12-25"))
    (closed,) = year.close("2027-01", book=EMPLOYEE)
    assert ("对账函", "相符后账面已变 1 份") in closed.remarks


def test_the_chief_may_close_over_a_difference_and_says_why(year: Office) -> None:
    year.close(*MONTHS, book=EMPLOYEE)
    sent(year)
    answer(
        year,
        {"hospital": SECOND, "answer": "相符"},
        {"hospital": FIRST, "answer": "不符", "amount": "0", "reason": "医院未挂账"},
    )
    (closed,) = year.close_year_of(EMPLOYEE, 2026, reason="医院搬迁，一月补")
    assert closed.remarks == (("未对账", "1 家医院；原因：医院搬迁，一月补"),)


def test_a_books_year_that_is_refused_stops_no_other(year: Office) -> None:
    """Both books are asked for at once: the resident's, with nobody to ask, closes."""
    year.close(*MONTHS)
    found = refused(lambda: year.close_year_of("", 2026, reason=""))
    assert codes(found) == ["UNANSWERED"]
    assert codes(refused(lambda: year.close_year_of(RESIDENT, 2026))) == ["YEAR_CLOSED"]
    assert [done.book.code for done in year.close_year_of(EMPLOYEE, 2026)] == [EMPLOYEE]


def test_a_book_without_hospitals_asks_nobody(office: Office) -> None:
    office.on("2027-01-05")
    office.close(*MONTHS, book=EMPLOYEE)
    (closed,) = office.close_year_of(EMPLOYEE, 2026, reason="")
    assert closed.remarks == ()


def test_a_month_closes_and_tells_which_letters_wait(year: Office) -> None:
    year.close(*MONTHS[:11], book=EMPLOYEE)
    sent(year)
    year.on("2027-02-01")
    (closed,) = year.close("2026-12", book=EMPLOYEE)
    assert closed.remarks == (("对账函", "逾期未回 2 份"),)
