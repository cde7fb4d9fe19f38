"""回函: what an answer to a letter may say, and which letter it answers."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from ledger.reports.letters.confirm_list import registers
from ledger.workflow.confirm.answers import record_answers
from ledger.workflow.confirm.letters import LettersAsked, send
from tests import confirm_office
from tests.confirm_office import MONTHS, YEAR_END, answer, refused, sent, states
from tests.office import EMPLOYEE, FIRST, RESIDENT, SECOND, Office, codes, raw
from tests.templates import kept

year = kept(confirm_office.year)


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
