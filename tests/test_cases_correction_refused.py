"""What no correction may do: once only, never of a red one, never across the year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.workflow.drafting.correct import correct
from ledger.workflow.drafting.review import revise
from tests.cases import only, refusal
from tests.office import EMPLOYEE, FIRST, SECOND, codes

if TYPE_CHECKING:
    from ledger.basis.errors import Finding
    from tests.office import Office, Row

WRONG = "2026-03 记-0001"
CLAUSE = "《会计基础工作规范》第五十一条(五)"


def paid(office: Office) -> None:
    """Pay the first hospital on 10 March and move to 20 March."""
    office.fund()
    office.permit(SECOND, 2026)
    office.post(office.pay(FIRST, "100000.00", key="拨-1"))
    office.on("2026-03-20")


def correction(office: Office, *vouchers: str, right: tuple[Row, ...] = ()) -> list[Finding]:
    """Give why a correction is refused."""
    return refusal(office, lambda: office.correct(*vouchers, right=right))


def test_a_voucher_is_taken_back_once(office: Office) -> None:
    paid(office)
    office.correct(WRONG)

    waiting = correction(office, WRONG)
    office.post()
    booked = correction(office, WRONG, right=({"hospital": SECOND},))

    for findings in (waiting, booked):
        assert "CORRECTED_ALREADY" in codes(findings)
        assert "2026年3月10日记-0001号凭证已由" in findings[0].message
        assert findings[0].clause == CLAUSE
    assert "2026-03 记-0002" in booked[0].message


def test_a_red_voucher_is_not_taken_back(office: Office) -> None:
    paid(office)
    office.correct(WRONG)
    office.post()

    finding = only(correction(office, "2026-03 记-0002"))

    assert (finding.code, finding.clause) == ("CORRECTS_RED", CLAUSE)


def test_a_period_end_voucher_is_not_taken_back(office: Office) -> None:
    office.post(office.row("interest", date="2026-01-21", amount="8.00"))
    office.close("2026-01", book=EMPLOYEE)
    office.on("2026-02-05")

    finding = only(correction(office, "2026-01 记-0002"))

    assert finding.code == "CORRECTS_PERIOD_END"
    assert "下次结账自动结转差额" in finding.remedy


def test_a_prior_years_voucher_is_not_taken_back_in_red(office: Office) -> None:
    paid(office)
    office.on("2027-01-05")

    finding = only(correction(office, WRONG))

    assert (finding.code, finding.clause) == ("PRIOR_YEAR", CLAUSE)
    assert "属于 2026 年" in finding.message


def test_a_correction_names_its_vouchers_its_book_and_its_reason(office: Office) -> None:
    paid(office)

    assert codes(correction(office, "2026-03 记-0009")) == ["VOUCHER_UNKNOWN"]
    assert codes(correction(office, "拨-9")) == ["VOUCHER_UNKNOWN"]
    assert codes(correction(office, WRONG, WRONG)) == ["VOUCHER_TWICE"]
    assert codes(correction(office)) == ["VOUCHER_TWICE"]
    office.desk.operator = "制单乙"
    for book, reason, code in (
        (EMPLOYEE, "  ", "REASON_MISSING"),
        ("620100/civil", "录错", "BOOK_UNKNOWN"),
    ):

        def act(book: str = book, reason: str = reason) -> object:
            return correct(office.desk, book, [WRONG], reason=reason)

        assert only(refusal(office, act)).code == code


def test_the_same_voucher_under_two_names_is_taken_back_once(office: Office) -> None:
    paid(office)

    assert codes(correction(office, WRONG, "拨-1")) == ["VOUCHER_TWICE"]


def test_a_blue_row_says_which_voucher_it_corrects(office: Office) -> None:
    paid(office)
    office.post(office.pay(SECOND, "5.00", day="2026-03-11"))
    both = (WRONG, "2026-03 记-0002")

    unclear = only(correction(office, *both, right=({"amount": "1.00"},)))
    stranger = only(correction(office, WRONG, right=({"corrects": "记-9", "amount": "1.00"},)))

    for finding in (unclear, stranger):
        assert (finding.code, finding.field) == ("CORRECTS_UNCLEAR", "corrects 更正凭证")
        assert finding.unreadable


def test_the_blue_voucher_is_tested_like_any_other(office: Office) -> None:
    paid(office)

    assert codes(correction(office, WRONG, right=({"hospital": "H9"},))) == ["HOSPITAL_UNKNOWN"]
    assert codes(correction(office, WRONG, right=({"amount": "1.005"},))) == ["WORD_UNREADABLE"]
    large = correction(office, WRONG, right=({"amount": "10000000.01"},))
    assert codes(large) == ["ACCOUNT_OVERDRAWN"]


def test_the_drafts_of_a_unit_are_not_revised_one_by_one(office: Office) -> None:
    paid(office)
    office.correct(WRONG, right=[{"hospital": SECOND}])
    office.desk.operator = "制单乙"

    for key in ("拨-1-注销", "拨-1-订正"):

        def act(key: str = key) -> object:
            return revise(office.desk, key, {"amount": "1.00"})

        assert only(refusal(office, act)).code == "UNIT_REVISED"
