"""更正的形式: the program chooses the form that 51(五) asks for, and says why."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from ledger.basis.errors import Refused
from ledger.workflow.drafting.correct import Correction, correct
from ledger.workflow.policy.policy_choice import choose
from tests.office import EMPLOYEE, FIRST, SECOND, Office, codes, leaf, raw, shown

if TYPE_CHECKING:
    from collections.abc import Mapping

WRONG = "2026-03 记-0001"


def put_right(office: Office, *rows: Mapping[str, object], wrong: str = WRONG) -> Correction:
    office.desk.operator = "制单乙"
    return correct(office.desk, EMPLOYEE, [wrong], reason="录错", right=raw(rows, "right.jsonl"))


def paid(office: Office) -> None:
    office.fund("1000000.00")
    office.permit(SECOND, 2026)
    office.on("2026-03-11")
    office.post(office.pay(FIRST, "100000.00"))


def offset(office: Office) -> None:
    row = office.row(
        "settlement-offset",
        hospital=FIRST,
        year="2026",
        amount="30000.00",
        settlement="80000.00",
        benefit="inpatient",
        reason="other: 自愿",
    )
    office.post(row)


def test_only_the_amount_was_too_small_so_a_blue_difference(office: Office) -> None:
    paid(office)
    done = put_right(office, {"amount": "120000.00"})
    office.post()

    assert done.form == "difference"
    assert "只是金额不对" in done.why
    voucher = office.vouchers()[-1]
    assert shown(voucher) == [f"借 {leaf(FIRST)} 20,000.00", "贷 1004 20,000.00"]
    assert voucher.summary == "调增2026年3月10日记-0001号凭证金额 20,000.00"
    assert voucher.movement == "disbursement"
    assert office.balance(leaf(FIRST)) == "120000.00"
    assert office.faults() == []


def test_only_the_amount_was_too_large_so_a_red_difference(office: Office) -> None:
    paid(office)
    put_right(office, {"amount": "70000.00"})
    office.post()

    assert shown(office.vouchers()[-1]) == [f"借 {leaf(FIRST)} -30,000.00", "贷 1004 -30,000.00"]
    assert office.turnover(leaf(FIRST), "2026-03") == ("70000.00", "0.00")
    assert office.faults() == []


def test_another_hospital_or_another_day_takes_red_and_blue(office: Office) -> None:
    paid(office)
    assert put_right(office, {"hospital": SECOND}).form == "red-blue"


def test_another_day_of_the_fact_takes_red_and_blue(office: Office) -> None:
    paid(office)
    assert put_right(office, {"date": "2026-03-11"}).form == "red-blue"


def test_a_settlement_whose_paid_part_alone_was_wrong_takes_a_difference(office: Office) -> None:
    paid(office)
    offset(office)
    done = put_right(office, {"settlement": "85000.00"}, wrong="2026-03 记-0002")
    office.post()

    assert done.form == "difference"
    assert shown(office.vouchers()[-1]) == ["借 5001.01.01 5,000.00", "贷 1004 5,000.00"]
    assert office.faults() == []


def test_a_difference_that_goes_both_ways_takes_red_and_blue(office: Office) -> None:
    paid(office)
    offset(office)

    assert put_right(office, {"amount": "40000.00"}, wrong="2026-03 记-0002").form == "red-blue"


def a_year_later(office: Office) -> None:
    office.on("2027-01-05")
    office.close(*(f"2026-{month:02d}" for month in range(1, 13)), book=EMPLOYEE)
    office.close_year_of(EMPLOYEE, 2026)


def test_a_wrong_hospital_of_last_year_takes_one_blue_voucher(office: Office) -> None:
    paid(office)
    a_year_later(office)
    done = put_right(office, {"hospital": SECOND})
    office.post()

    assert done.form == "blue"
    voucher = office.vouchers()[-1]
    assert shown(voucher) == [f"借 {leaf(SECOND)} 100,000.00", f"贷 {leaf(FIRST)} 100,000.00"]
    assert voucher.summary == "更正2026年3月10日记-0001号凭证"
    assert (voucher.period, voucher.movement) == ("2027-01", "disbursement")
    assert office.faults() == []


def test_benefits_of_last_year_wait_for_a_recorded_choice(office: Office) -> None:
    paid(office)
    offset(office)
    a_year_later(office)
    with pytest.raises(Refused) as refused:
        put_right(office, {"settlement": "75000.00"}, wrong="2026-03 记-0002")
    assert codes(refused.value.findings) == ["CHOICE_MISSING"]
    assert "3001" in refused.value.findings[0].message

    office.desk.operator = "主管丁"
    choose(office.desk, EMPLOYEE, "prior_year_result", "net_assets", "财政意见")
    put_right(office, {"settlement": "75000.00"}, wrong="2026-03 记-0002")
    office.post()
    assert shown(office.vouchers()[-1]) == ["借 1004 5,000.00", "贷 3001.01 5,000.00"]


def test_red_for_last_year_is_refused_and_says_what_is_lawful(office: Office) -> None:
    paid(office)
    a_year_later(office)
    with pytest.raises(Refused) as refused:
        office.correct(WRONG, day=date(2027, 1, 6))
    finding = refused.value.findings[0]
    assert (finding.code, finding.clause) == ("PRIOR_YEAR", "《会计基础工作规范》第五十一条(五)")


def test_a_difference_does_not_outgrow_the_bank_receipt(office: Office) -> None:
    office.fund("1000000.00")
    office.on("2026-03-11")
    papers = [
        {"type": "payment-order", "number": "支-1", "date": "2026-03-09"},
        {"type": "bank-receipt", "number": "回-1", "date": "2026-03-10", "amount": "100000.00"},
    ]
    office.post(office.pay(FIRST, "100000.00", papers=papers))
    with pytest.raises(Refused) as refused:
        put_right(office, {"amount": "120000.00"})
    finding = refused.value.findings[0]
    assert finding.code == "RECEIPT_USED_UP"
    assert "超出 20,000.00" in finding.message


def test_what_a_difference_frees_on_a_receipt_another_payment_may_use(office: Office) -> None:
    office.fund("1000000.00")
    office.on("2026-03-11")
    receipt = {
        "type": "bank-receipt",
        "number": "回-1",
        "date": "2026-03-10",
        "amount": "100000.00",
    }
    order = {**receipt, "type": "payment-order", "number": "支-1", "date": "2026-03-09"}
    office.post(office.pay(FIRST, "100000.00", papers=[order, receipt]))
    put_right(office, {"amount": "70000.00"})
    office.post()
    office.post(office.pay(SECOND, "30000.00", papers=[order, receipt]))
    with pytest.raises(Refused) as refused:
        office.post(office.pay("H62010000003", "0.01", papers=[order, receipt]))
    assert codes(refused.value.findings) == ["ORDER_EXCEEDED", "RECEIPT_USED_UP"]


def test_a_bounced_payment_is_not_taken_back_alone(office: Office) -> None:
    office.fund("1000000.00")
    office.on("2026-03-15")
    office.post(office.pay(FIRST, "100000.00", key="付-1"))
    office.post(
        office.row(
            "payment-return",
            date="2026-03-12",
            hospital=FIRST,
            year="2026",
            amount="100000.00",
            to="1004",
            disbursement="付-1",
            key="退-1",
        ),
        office.pay(SECOND, "1.00", day="2026-03-13"),
    )
    with pytest.raises(Refused) as refused:
        office.correct("付-1")
    assert codes(refused.value.findings) == ["PAYMENT_UNKNOWN"]

    office.correct("付-1", "退-1")
    office.post()
    assert office.balance(leaf(FIRST)) == "0.00"
    assert office.faults() == []


def test_a_payment_cannot_bounce_before_it_was_made(office: Office) -> None:
    office.fund("1000000.00")
    office.on("2026-03-15")
    office.post(office.pay(FIRST, "100000.00", key="付-1"))
    with pytest.raises(Refused) as refused:
        office.record(
            office.row(
                "payment-return",
                date="2026-03-09",
                hospital=FIRST,
                year="2026",
                amount="100000.00",
                to="1004",
                disbursement="付-1",
            )
        )
    assert codes(refused.value.findings) == ["PAYMENT_LATER"]
