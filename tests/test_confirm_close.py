"""年结 with 对账函: a year closes when every hospital has been asked and has answered."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ledger.workflow.confirm.single import explain
from tests import confirm_office
from tests.confirm_office import MONTHS, YEAR_END, answer, refused, sent
from tests.covers import own_remarks
from tests.office import EMPLOYEE, FIRST, RESIDENT, SECOND, Office, codes
from tests.templates import kept

if TYPE_CHECKING:
    from ledger.basis.errors import Finding

year = kept(confirm_office.year)


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
    assert own_remarks(closed) == ()
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
    assert own_remarks(closed) == (("未对账", "1 家医院；原因：医院搬迁，一月补"),)


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
    assert own_remarks(closed) == ()


def test_a_month_closes_and_tells_which_letters_wait(year: Office) -> None:
    year.close(*MONTHS[:11], book=EMPLOYEE)
    sent(year)
    year.on("2027-02-01")
    (closed,) = year.close("2026-12", book=EMPLOYEE)
    assert own_remarks(closed) == (("对账函", "逾期未回 2 份"),)
