"""更正 by 51(五): red takes back, blue says what is right, the original stays as it was posted."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ledger.workflow.drafting.review import reject
from tests.cases import only, order, posted, receipt, refusal, refused, told
from tests.office import EMPLOYEE, FIRST, SECOND, THIRD, codes, leaf

if TYPE_CHECKING:
    from ledger.voucher.shown import Voucher
    from tests.office import Office

WRONG = "2026-03 记-0001"


def paid(office: Office) -> None:
    """Pay 100,000.00 to the first hospital on 10 March and move to 20 March."""
    office.fund()
    papers = [order("令-1"), receipt("单-1", "100000.00")]
    office.post(office.pay(FIRST, "100000.00", key="拨-1", papers=papers))
    office.on("2026-03-20")


def by_label(office: Office) -> dict[str, Voucher]:
    """Give the employee book's vouchers by label."""
    return {voucher.label: voucher for voucher in office.vouchers()}


def test_a_wrong_hospital_is_taken_back_in_red_and_put_right_in_blue(office: Office) -> None:
    """T18: the original stays untouched, 1101 in total stays, 发生额 is not doubled."""
    paid(office)
    original = by_label(office)[WRONG]

    office.correct(WRONG, right=[{"hospital": SECOND}])
    office.post()

    found = by_label(office)
    assert told(found["2026-03 记-0002"]) == (
        "注销2026年3月10日记-0001号凭证",
        [f"借 {leaf(FIRST)} -100,000.00", "贷 1004 -100,000.00"],
    )
    assert told(found["2026-03 记-0003"]) == (
        "订正2026年3月10日记-0001号凭证：拨付安宁示范医院2026年度医保预付金",
        [f"借 {leaf(SECOND)} 100,000.00", "贷 1004 100,000.00"],
    )
    assert told(found[WRONG]) == told(original)
    assert found[WRONG].corrected_by == "2026-03 记-0002"
    assert (found[WRONG].link, found[WRONG].papers) == (original.link, original.papers)
    assert office.turnover(leaf(FIRST), "2026-03") == ("0.00", "0.00")
    assert office.turnover(leaf(SECOND), "2026-03") == ("100000.00", "0.00")
    assert office.turnover("1004", "2026-03") == ("0.00", "100000.00")
    assert office.faults() == []


def test_a_red_disbursement_counts_as_paid_and_never_as_returned(office: Office) -> None:
    paid(office)
    office.correct(WRONG, right=[{"amount": "90000.00"}])
    office.post()

    found = by_label(office)
    assert [
        (found[f"2026-03 记-000{n}"].kind, found[f"2026-03 记-000{n}"].movement) for n in (1, 2, 3)
    ] == [
        ("disbursement", "disbursement"),
        ("red", "disbursement"),
        ("disbursement", "disbursement"),
    ]
    assert [found[f"2026-03 记-000{n}"].form for n in (1, 2, 3)] == ["", "red", "blue"]
    assert [found[f"2026-03 记-000{n}"].corrects for n in (2, 3)] == [WRONG, WRONG]
    assert office.balance(leaf(FIRST)) == "90000.00"


def test_a_blue_voucher_inherits_the_papers_and_a_red_one_needs_none(office: Office) -> None:
    paid(office)
    office.correct(WRONG, right=[{"hospital": SECOND}])
    office.post()

    found = by_label(office)
    assert found["2026-03 记-0002"].sheets == 0
    assert found["2026-03 记-0003"].papers == found[WRONG].papers
    # The receipt is used by the blue voucher now, and wholly.
    papers = [order("令-2"), receipt("单-1", "100000.00")]
    assert codes(refused(office, office.pay(FIRST, "0.01", papers=papers))) == ["RECEIPT_USED_UP"]


def test_a_voucher_taken_back_without_a_blue_one_frees_its_receipt(office: Office) -> None:
    paid(office)
    office.correct("拨-1")
    office.post()
    papers = [order("令-1"), receipt("单-1", "100000.00")]
    words = {"hospital": FIRST, "year": "2026", "to": "1004", "disbursement": "拨-1"}
    bounce = office.row("payment-return", date="2026-03-12", amount="1.00", **words)
    assert "PAYMENT_UNKNOWN" in codes(refused(office, bounce))

    office.post(office.pay(FIRST, "100000.00", papers=papers))

    assert office.balance(leaf(FIRST)) == "100000.00"
    assert office.faults() == []


def test_one_wrong_payment_may_become_two_right_ones(office: Office) -> None:
    paid(office)
    office.correct(
        WRONG,
        right=[
            {"corrects": WRONG, "hospital": SECOND, "amount": "60000.00"},
            {"corrects": WRONG, "hospital": THIRD, "amount": "40000.00"},
        ],
    )
    office.post()

    assert office.balance(leaf(FIRST)) == "0.00"
    assert office.balance(leaf(SECOND)) == "60000.00"
    assert office.balance(leaf(THIRD)) == "40000.00"
    assert [voucher.key for voucher in office.vouchers()[-3:]] == [
        "拨-1-注销",
        "拨-1-订正",
        "拨-1-订正2",
    ]


def test_swapped_payments_one_part_returned_are_corrected_as_one_unit(office: Office) -> None:
    """The first hospital's leaf would be 150,000.00 short between the reds and the blues."""
    office.fund()
    office.post(office.pay(FIRST, "300000.00"), office.pay(SECOND, "200000.00"))
    office.post(office.give_back(FIRST, "150000.00", day="2026-03-15"))
    office.on("2026-03-20")

    alone = refusal(office, lambda: office.correct(WRONG, right=[{"hospital": SECOND}]))
    assert codes(alone) == ["EXCEEDS_OUTSTANDING"]
    assert "150,000.00" in alone[0].message
    office.correct(WRONG, "2026-03 记-0002", right=[{"hospital": SECOND}, {"hospital": FIRST}])
    office.post()

    assert office.balance(leaf(FIRST)) == "50000.00"
    assert office.balance(leaf(SECOND)) == "300000.00"
    assert office.turnover(leaf(FIRST), "2026-03") == ("200000.00", "150000.00")
    assert [voucher.form for voucher in office.vouchers()[-4:]] == ["red", "red", "blue", "blue"]
    assert office.faults() == []


def test_a_correction_may_not_leave_less_than_has_come_back(office: Office) -> None:
    paid(office)
    office.post(office.give_back(FIRST, "80000.00", day="2026-03-15"))

    finding = only(refusal(office, lambda: office.correct(WRONG, right=[{"amount": "60000.00"}])))

    assert finding.code == "EXCEEDS_OUTSTANDING"
    assert "20,000.00" in finding.message
    office.correct(WRONG, right=[{"amount": "80000.00"}])


def test_a_unit_is_rejected_as_a_whole_and_can_be_made_again(office: Office) -> None:
    paid(office)
    office.correct(WRONG, right=[{"hospital": SECOND}])

    office.desk.operator = "审核丙"
    (gone,) = reject(office.desk, ["拨-1-订正"], "再核对")

    assert [draft.event.key for draft in gone.drafts] == ["拨-1-注销", "拨-1-订正"]
    office.correct(WRONG, right=[{"hospital": THIRD}])
    office.post()
    assert office.balance(leaf(THIRD)) == "100000.00"


def test_a_blue_voucher_can_be_corrected_in_its_turn(office: Office) -> None:
    paid(office)
    office.correct(WRONG, right=[{"hospital": SECOND}])
    office.post()

    office.correct("2026-03 记-0003", right=[{"hospital": THIRD}])
    office.post()

    assert office.vouchers()[-1].summary.startswith("订正2026年3月20日记-0003号凭证：拨付榆中")
    assert (office.balance(leaf(SECOND)), office.balance(leaf(THIRD))) == ("0.00", "100000.00")
    assert office.faults() == []


def test_a_corrected_bounce_frees_its_payment_for_the_right_one(office: Office) -> None:
    paid(office)
    words = {"hospital": FIRST, "year": "2026", "to": "1004", "disbursement": "拨-1"}
    bounce = office.row("payment-return", date="2026-03-12", amount="100000.00", **words)
    office.post(bounce)
    assert codes(refusal(office, lambda: office.correct(WRONG))) == ["PAYMENT_UNKNOWN"]

    office.correct("2026-03 记-0002", right=[{"amount": "60000.00"}])
    office.post()

    again = office.row("payment-return", date="2026-03-13", amount="40000.01", **words)
    assert codes(refused(office, again)) == ["EXCEEDS_PAYMENT", "EXCEEDS_OUTSTANDING"]
    assert posted(office, {**again, "amount": "40000.00"})[0][1][0] == "借 1004 40,000.00"


def test_a_correction_of_a_closed_month_is_booked_in_the_open_one(office: Office) -> None:
    paid(office)
    office.close("2026-01", "2026-02", "2026-03", book=EMPLOYEE)
    office.on("2026-04-08")

    office.correct(WRONG, right=[{"hospital": SECOND}])
    office.post()

    blue = office.vouchers()[-1]
    assert (blue.label, blue.date, blue.booked) == (
        "2026-04 记-0002",
        date(2026, 3, 10),
        date(2026, 4, 8),
    )
    assert office.turnover(leaf(FIRST), "2026-04") == ("-100000.00", "0.00")
