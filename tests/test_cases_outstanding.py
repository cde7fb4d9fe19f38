"""Never more returned, offset, written off or paid than there is: that day, and on later days."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ledger.masters.book import BankAccount
from ledger.workflow.drafting.review import reject
from ledger.workflow.posting.post import post_drafts
from ledger.workflow.setup.masters import describe_account
from tests.cases import only, refusal, refused
from tests.office import EMPLOYEE, FIRST, SECOND, codes, leaf

if TYPE_CHECKING:
    from tests.office import Office, Row

OWED = {"date": "2026-12-02", "hospital": FIRST, "year": "2026"}
OFFSET = {"settlement": "900000.00", "benefit": "住院", "reason": "other: 申请冲抵"}


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("repayment", {"to": "1004", "payer_account": f"6222{FIRST[-8:]}"}),
        ("settlement-offset", OFFSET),
        ("write-off", {}),
        ("succession", {"successor": SECOND}),
        ("suspense-out", {"counterparty": "某单位"}),
    ],
)
def test_no_kind_clears_more_than_is_outstanding(
    office: Office, kind: str, words: dict[str, str]
) -> None:
    office.fund()
    office.post(
        office.pay(FIRST, "600000.00"),
        office.row(
            "suspense", date="2026-12-01", amount="700000.00", to="1004", counterparty="某单位"
        ),
    )

    finding = only(refused(office, office.row(kind, amount="600000.01", **OWED, **words)))

    assert (finding.code, finding.clause) == ("EXCEEDS_OUTSTANDING", "甘肃·五")
    assert "城关示范医院2026年度未返还余额" in finding.message
    assert "为 600,000.00，超出 0.01" in finding.message
    assert (finding.row, finding.field) == (1, "amount 金额")
    assert "suspense" in finding.remedy
    office.post(office.row(kind, amount="600000.00", **OWED, **words))
    assert office.balance(leaf(FIRST)) == "0.00"


def test_another_years_money_and_another_hospitals_do_not_count(office: Office) -> None:
    office.fund()
    office.post(office.pay(FIRST, "600000.00"), office.pay(SECOND, "600000.00"))

    findings = refused(
        office,
        office.give_back(FIRST, "0.01", year="2025"),
        office.give_back(FIRST, "600000.00"),
        office.give_back(SECOND, "600000.01"),
    )

    assert [(finding.row, finding.code) for finding in findings] == [
        (1, "EXCEEDS_OUTSTANDING"),
        (3, "EXCEEDS_OUTSTANDING"),
    ]
    assert "为 0.00，超出 0.01" in findings[0].message


def test_a_return_dated_back_must_leave_enough_for_what_came_after(office: Office) -> None:
    office.fund()
    office.post(
        office.pay(FIRST, "500000.00"), office.give_back(FIRST, "300000.00", day="2026-06-10")
    )

    finding = only(refused(office, office.give_back(FIRST, "300000.00", day="2026-04-20")))

    assert finding.code == "EXCEEDS_OUTSTANDING"
    assert "截至 2026-06-10 日终为 200,000.00，超出 100,000.00" in finding.message
    office.post(office.give_back(FIRST, "200000.00", day="2026-04-20"))


def test_a_return_dated_back_may_not_use_what_was_paid_later(office: Office) -> None:
    office.fund()
    office.post(office.pay(FIRST, "100000.00"), office.pay(FIRST, "400000.00", day="2026-06-10"))

    finding = only(refused(office, office.give_back(FIRST, "400000.00", day="2026-04-20")))

    assert "截至 2026-04-20 日终为 100,000.00，超出 300,000.00" in finding.message
    office.post(office.give_back(FIRST, "400000.00", day="2026-06-11"))


def booked(row: Row, day: str) -> Row:
    """Let a row be booked on a later day than it happened on."""
    return {**row, "booked": day}


def test_the_month_that_would_be_overdrawn_most_is_named(office: Office) -> None:
    """By the days 160 was paid before anything came back; 60 of it stands in June's books only.

    Month ends before: March 100, April 40, May 20, June 80. 50 more in March leave April 10 and
    May 30 short, June not.
    """
    office.fund()
    office.on("2026-06-30")
    office.post(
        office.pay(FIRST, "100.00", day="2026-03-10"),
        booked(office.pay(FIRST, "60.00", day="2026-03-25"), "2026-06-01"),
        office.give_back(FIRST, "60.00", day="2026-04-10"),
        office.give_back(FIRST, "20.00", day="2026-05-11"),
    )

    finding = only(refused(office, office.give_back(FIRST, "50.00", day="2026-03-30")))

    assert finding.code == "EXCEEDS_OUTSTANDING"
    assert "截至 2026-05 月末为 20.00，超出 30.00" in finding.message
    office.post(booked(office.give_back(FIRST, "50.00", day="2026-03-30"), "2026-06-02"))
    assert office.balance(leaf(FIRST), "2026-06") == "30.00"


def test_earlier_rows_and_pending_drafts_count_as_posted(office: Office) -> None:
    office.fund()
    office.record(office.pay(FIRST, "100000.00"), office.give_back(FIRST, "60000.00"))

    finding = only(
        refused(
            office,
            office.give_back(FIRST, "40000.00", day="2026-12-21"),
            office.give_back(FIRST, "0.01", day="2026-12-22"),
        )
    )

    assert (finding.row, finding.code) == (2, "EXCEEDS_OUTSTANDING")
    office.post(office.give_back(FIRST, "40000.00", day="2026-12-21"))


def test_at_posting_everything_is_tested_again(office: Office) -> None:
    office.fund()
    office.record(
        office.pay(FIRST, "100000.00", key="拨"), office.give_back(FIRST, "60000.00", key="还")
    )
    office.desk.operator = "审核丙"
    reject(office.desk, ["拨"], "未付成")
    office.approve()
    office.desk.operator = "主管丁"

    finding = only(refusal(office, lambda: post_drafts(office.desk, ())))

    assert (finding.code, finding.key) == ("EXCEEDS_OUTSTANDING", "还")


def test_an_exclusive_account_pays_no_more_than_it_holds(office: Office) -> None:
    office.fund("500000.00")

    finding = only(refused(office, office.pay(FIRST, "500000.01")))

    assert (finding.code, finding.clause) == ("ACCOUNT_OVERDRAWN", "财会〔2017〕28号·1004")
    assert "1004 支出户存款到 2026-03-10 日终将透支 0.01" in finding.message
    office.post(office.pay(FIRST, "500000.00"))


def test_an_exclusive_account_is_not_overdrawn_on_a_later_day(office: Office) -> None:
    office.fund("500000.00")
    office.post(office.pay(FIRST, "400000.00", day="2026-06-10"))

    finding = only(refused(office, office.pay(SECOND, "100000.01")))

    assert finding.code == "ACCOUNT_OVERDRAWN"
    assert "2026-06-10 日终将透支 0.01" in finding.message


def test_a_shared_account_pays_what_is_not_in_these_books(office: Office) -> None:
    shared = BankAccount(code="1004", bank="示范银行", number="1004001", exclusive=False)
    describe_account(office.desk, EMPLOYEE, shared)

    office.post(office.pay(FIRST, "500000.00"))
    # 1003 was never described, and so counts as shared.
    office.post(office.pay(SECOND, "500000.00", **{"from": "1003"}))

    assert office.balance("1004") == "-500000.00"
    assert office.balance("1003") == "-500000.00"


def test_no_more_leaves_suspense_than_came_in(office: Office) -> None:
    office.fund()
    words = {"counterparty": "某单位"}
    refund = {"refund": "是", "from": "1004", "date": "2026-05-01"}
    office.post(office.row("suspense", amount="5000.00", to="1004", **words))

    papers = [{"type": "bank-receipt", "number": "退-1", "date": "2026-05-01"}]
    row = office.row("suspense-out", amount="5000.01", papers=papers, **words, **refund)
    finding = only(refused(office, row))

    assert (finding.code, finding.clause) == ("EXCEEDS_SUSPENSE", "财会〔2017〕28号·2001")
    assert "（某单位）截至 2026-05-01 日终余额为 5,000.00，超出 0.01" in finding.message


def test_a_bounced_payment_fits_the_payment_it_names(office: Office) -> None:
    office.fund()
    office.post(office.pay(FIRST, "100000.00", key="拨-1"))
    words = {"date": "2026-03-12", "year": "2026", "to": "1004", "disbursement": "拨-1"}
    words |= {"hospital": FIRST, "amount": "60000.00"}

    def bounced(**changes: str) -> list[str]:
        return codes(refused(office, office.row("payment-return", **{**words, **changes})))

    assert bounced(disbursement="拨-9") == ["PAYMENT_UNKNOWN"]
    assert bounced(year="2025") == ["PAYMENT_MISMATCH"]
    assert bounced(to="1003") == ["PAYMENT_MISMATCH"]
    assert bounced(amount="100000.01") == ["EXCEEDS_PAYMENT", "EXCEEDS_OUTSTANDING"]
    assert bounced(hospital=SECOND, to="1003", amount="200000.00") == [
        "PAYMENT_MISMATCH",
        "PAYMENT_MISMATCH",
        "EXCEEDS_PAYMENT",
    ]
    office.post(office.row("payment-return", **words))
    again, short = refused(office, office.row("payment-return", **{**words, "amount": "40000.01"}))
    assert (again.code, short.code) == ("EXCEEDS_PAYMENT", "EXCEEDS_OUTSTANDING")
    assert "尚可退回的 40,000.00（拨付 100,000.00，已退汇 60,000.00）" in again.message
