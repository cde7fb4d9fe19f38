"""The notices hold for corrections too: what a payment may not do, no blue voucher does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.workflow.drafting.review import revise
from tests.cases import only, order, receipt, refusal, refused
from tests.office import EMPLOYEE, FIRST, SECOND, codes
from tests.templates import kept

if TYPE_CHECKING:
    from tests.office import Office, Row

WRONG = "2026-03 记-0001"


@kept
def paid(office: Office) -> Office:
    """Give an office that paid the first hospital 100 of 150 approved."""
    office.fund()
    office.permit(FIRST, 2026, amount="150.00")
    office.withheld |= {(FIRST, "2026", "employee"), (SECOND, "2026", "employee")}
    office.post(office.pay(FIRST, "100.00", key="拨-1"))
    office.on("2026-03-20")
    return office


def test_a_blue_voucher_asks_the_right_hospital_for_its_agreement(paid: Office) -> None:
    paid.assess([SECOND], 2026, amount="500.00")

    findings = refusal(paid, lambda: paid.put_right(WRONG, {"hospital": SECOND}))

    assert codes(findings) == ["AGREEMENT_MISSING"]
    assert findings[0].clause == "甘肃·二"


def test_a_blue_voucher_is_not_paid_to_a_hospital_that_was_recalled(paid: Office) -> None:
    paid.permit(SECOND, 2026)
    paid.post(
        paid.row(
            "recall",
            hospital=SECOND,
            year="2026",
            date="2026-03-01",
            notified_on="2026-03-01",
            trigger="preservation",
        )
    )

    findings = refusal(paid, lambda: paid.put_right(WRONG, {"hospital": SECOND}))

    assert codes(findings) == ["RECALLED"]


def test_a_difference_does_not_raise_a_payment_above_what_was_approved(paid: Office) -> None:
    finding = only(refusal(paid, lambda: paid.put_right(WRONG, {"amount": "150.01"})))

    assert finding.code == "LIMIT_EXCEEDED"
    assert "核定 150.00" in finding.message
    assert finding.message.endswith("超出 0.01")
    assert paid.put_right(WRONG, {"amount": "150.00"})


def test_a_bounced_payment_taken_back_does_not_leave_more_paid_than_approved(
    paid: Office,
) -> None:
    bounced = paid.row(
        "payment-return",
        hospital=FIRST,
        year="2026",
        amount="100.00",
        to="1004",
        disbursement="拨-1",
        date="2026-03-12",
    )
    paid.post(bounced, paid.pay(FIRST, "120.00", day="2026-03-13", key="拨-2"))

    findings = refusal(paid, lambda: paid.correct("2026-03 记-0002"))

    assert codes(findings) == ["LIMIT_EXCEEDED", "LIMIT_EXCEEDED"]
    assert "拨付 100.00（2026-03 记-0001，拨-1）不能成立" in findings[0].message
    assert "拨付 120.00（2026-03 记-0003，拨-2）不能成立" in findings[1].message
    assert findings[1].message.endswith("本笔 120.00，超出 70.00")
    assert paid.correct("2026-03 记-0002", "2026-03 记-0001")


def test_what_the_bank_paid_beyond_the_quota_and_got_back_does_not_use_it(paid: Office) -> None:
    twice = paid.pay(FIRST, "100.00", key="重", irregular="true", reason="银行重发")
    paid.record(twice)
    paid.chief_approves()
    paid.post()
    paid.post(paid.give_back(FIRST, "100.00", day="2026-03-20", reason="退回多付"))

    finding = only(refused(paid, paid.pay(FIRST, "0.01", day="2026-03-20")))
    assert finding.code == "LIMIT_EXCEEDED"
    assert "已拨付（含待记账）150.00，" in finding.message
    before = only(refused(paid, paid.pay(FIRST, "0.01")))
    assert "已拨付（含待记账）200.00（其后退回的不抵减当日）" in before.message
    paid.assess([FIRST], 2026, amount="200.00")
    again = paid.pay(FIRST, "50.01", day="2026-03-20")
    assert only(refused(paid, again)).code == "LIMIT_EXCEEDED"
    paid.post(paid.pay(FIRST, "50.00", day="2026-03-20"))
    assert paid.faults() == []


def test_a_suspension_holds_for_what_is_assessed_after_it(paid: Office) -> None:
    paid.post(paid.row("suspension", hospital=SECOND, date="2026-02-01"))
    paid.permit(SECOND, 2026)

    row = paid.row("disbursement", hospital=SECOND, year="2026", amount="5.00", **{"from": "1004"})
    assert only(refused(paid, row)).code == "SUSPENDED"


def test_a_row_of_a_file_does_not_pass_for_a_correction(paid: Office) -> None:
    """Or it would need no papers, and no red voucher would stand beside it."""
    voucher = paid.vouchers()[-1]
    row = paid.row(
        "write-off", hospital=FIRST, year="2026", amount="100.00", papers=[], corrects=voucher.id
    )

    findings = refused(paid, row)

    assert findings[0].field == "corrects"
    assert "prepay correct" in findings[0].remedy


def test_a_draft_is_not_revised_into_a_correction(paid: Office) -> None:
    voucher = paid.vouchers()[-1]
    paid.record(paid.pay(FIRST, "20.00", key="拨-2"))

    def change() -> None:
        revise(paid.desk, "拨-2", {"corrects": voucher.id})

    assert only(refusal(paid, change)).code == "REVISED_IDENTITY"


def test_a_prior_year_s_payment_is_not_raised_above_what_was_approved(paid: Office) -> None:
    for month in range(1, 13):
        paid.on(f"2027-01-{month:02d}")
        paid.close(f"2026-{month:02d}", book=EMPLOYEE)
    paid.close_year_of(EMPLOYEE, 2026)

    more = refusal(paid, lambda: paid.put_right("拨-1", {"amount": "150.01"}))
    other = refusal(paid, lambda: paid.put_right("拨-1", {"hospital": SECOND}))

    assert codes(more) == ["LIMIT_EXCEEDED"]
    assert set(codes(other)) == {"NOT_ASSESSED", "AGREEMENT_MISSING"}
    assert paid.put_right("拨-1", {"amount": "150.00"})


def test_a_red_difference_taken_back_does_not_leave_more_paid_than_approved(paid: Office) -> None:
    paid.put_right(WRONG, {"amount": "10.00"})
    paid.post()
    paid.post(paid.pay(FIRST, "140.00", key="拨-2"))

    finding = only(refusal(paid, lambda: paid.correct("2026-03 记-0002")))

    assert (finding.code, finding.clause) == ("LIMIT_EXCEEDED", "甘肃·三")


def test_a_payment_moved_behind_a_recall_is_refused(paid: Office) -> None:
    paid.post(
        paid.row(
            "recall",
            hospital=FIRST,
            year="2026",
            date="2026-03-12",
            notified_on="2026-03-12",
            trigger="misuse",
        )
    )

    moved = refusal(paid, lambda: paid.put_right(WRONG, {"date": "2026-03-15"}))

    assert codes(moved) == ["RECALLED"]


def test_no_less_is_approved_than_was_paid_before_the_payment_is_put_right(paid: Office) -> None:
    """What was paid beyond a lower 核定 is told as a special case first; then less is approved."""
    finding = only(refusal(paid, lambda: paid.assess([FIRST], 2026, amount="60.00")))
    assert finding.code == "LIMIT_EXCEEDED"
    assert "2026-03-10 的拨付 100.00（2026-03 记-0001，拨-1）不能成立" in finding.message
    assert "prepay correct '2026-03 记-0001'" in finding.remedy

    paid.put_right(WRONG, {"irregular": "true", "reason": "核定有误，多付待收回"})
    paid.chief_approves()
    paid.post()
    paid.assess([FIRST], 2026, amount="60.00")

    paid.put_right("拨-1-订正", {"amount": "90.00"})
    paid.post()

    assert paid.balance("1101.01.H62010000001.2026") == "90.00"
    assert paid.faults() == []


def test_a_correction_that_raises_the_amount_takes_a_difference(paid: Office) -> None:
    paid.put_right(WRONG, {"amount": "150.00"})
    paid.post()

    assert paid.vouchers()[-1].kind == "difference"


def test_an_old_agreement_proves_nothing_of_this_year(office: Office) -> None:
    office.fund()
    office.assess([FIRST], 2026, amount="500.00")
    office.withheld.add((FIRST, "2026", "employee"))
    old = {"type": "agreement", "number": "2010-1", "date": "2010-01-01"}
    row = office.pay(FIRST, "5.00", papers=[order("令-1"), receipt("单-1"), old])

    assert only(refused(office, row)).code == "AGREEMENT_MISSING"


def agreed_on(office: Office, day: str) -> Row:
    """Write a payment of 10 March 2026 with its agreement, which was signed on a day."""
    agreement = {"type": "agreement", "number": f"协-{day}", "date": day}
    return office.pay(FIRST, "5.00", papers=[order("令-1"), receipt("单-1"), agreement])


def test_last_december_s_agreement_is_this_year_s_and_an_older_one_is_not(office: Office) -> None:
    """It may be signed before the year begins: then all that can be wrong is that 核定 came later."""
    office.fund()
    office.assess([FIRST], 2026, amount="500.00")
    office.withheld.add((FIRST, "2026", "employee"))

    december = only(refused(office, agreed_on(office, "2025-12-28")))
    before = only(refused(office, agreed_on(office, "2024-12-28")))

    assert december.code == "AGREEMENT_EARLY"
    assert "签于 2025-12-28，早于 2026-01-02 的核定" in december.message
    assert before.code == "AGREEMENT_MISSING"


def test_a_blue_voucher_of_the_same_amount_is_the_payment_that_stood(paid: Office) -> None:
    """What came later does not touch it; one fen more is a payment that is asked everything."""
    recall = {"date": "2026-03-05", "notified_on": "2026-03-05", "trigger": "preservation"}
    paid.post(paid.row("recall", hospital=FIRST, year="2026", **recall))

    more = {"amount": "100.01", "payee_account": "622210000001"}
    assert "RECALLED" in codes(refusal(paid, lambda: paid.put_right(WRONG, more)))
    same = paid.put_right(WRONG, {"payee_account": "622210000001"})

    assert [candidate.event.KIND for candidate in same] == ["red", "disbursement"]


def test_a_receipt_printed_after_the_weekend_is_no_fault(paid: Office) -> None:
    late = receipt("单-9", day="2026-03-16")
    paid.post(paid.pay(FIRST, "5.00", day="2026-03-13", papers=[order("令-9"), late]))

    assert paid.faults() == []


def test_what_the_bank_did_by_itself_needs_no_payment_order(paid: Office) -> None:
    row = paid.pay(
        FIRST, "5.00", irregular="true", reason="银行误付", papers=[receipt("单-8")], key="误"
    )
    paid.record(row)
    paid.chief_approves()
    paid.post()

    assert paid.vouchers()[-1].irregular
