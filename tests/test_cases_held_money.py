"""暂收、利息: money that is not a hospital's return, or not known to be one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.masters.book import BankAccount
from ledger.masters.chart import counterparty_code
from ledger.workflow.setup.masters import describe_account
from tests.cases import only, posted, receipt, refused
from tests.office import EMPLOYEE, FIRST, RESIDENT, leaf

if TYPE_CHECKING:
    from tests.office import Office


def test_money_held_is_refunded_or_found_to_be_a_hospitals_return(office: Office) -> None:
    office.fund()
    office.post(office.pay(FIRST, "600000.00"))
    payer = "城关示范医院后勤服务公司"
    held = f"2001.01.{counterparty_code(payer)}"

    assert posted(
        office,
        office.row("suspense", date="2026-12-10", amount="35000.00", to="1004", counterparty=payer),
        office.row(
            "suspense-out",
            date="2026-12-15",
            amount="30000.00",
            counterparty=payer,
            hospital=FIRST,
            year="2026",
        ),
        office.row(
            "suspense-out",
            date="2026-12-16",
            amount="5000.00",
            counterparty=payer,
            refund="是",
            papers=[receipt("退-1")],
            **{"from": "1004"},
        ),
    ) == [
        (f"暂收{payer}来款待查", ["借 1004 35,000.00", f"贷 {held} 35,000.00"]),
        (
            f"暂收{payer}款认定为城关示范医院返还2026年度医保预付金",
            [f"借 {held} 30,000.00", f"贷 {leaf(FIRST)} 30,000.00"],
        ),
        (f"退还暂收{payer}款", [f"借 {held} 5,000.00", "贷 1004 5,000.00"]),
    ]
    assert office.balance(held) == "0.00"


def test_suspense_out_is_a_refund_or_an_identification_and_never_both(office: Office) -> None:
    words = {"amount": "10.00", "counterparty": "某单位"}
    both = {"refund": "是", "from": "1004", "hospital": FIRST, "year": "2026"}

    for given in ({}, both, {"hospital": FIRST}, {"refund": "是"}):
        row = office.row("suspense-out", papers=[receipt("退-1")], **words, **given)
        assert "SUSPENSE_UNCLEAR" in [finding.code for finding in refused(office, row)], given


def test_interest_is_booked_where_the_account_is_the_ledgers_alone(office: Office) -> None:
    row = {"date": "2026-03-21", "amount": "1234.56"}

    assert posted(office, office.row("interest", **row)) == [
        ("支出户2026年3月结息", ["借 1004 1,234.56", "贷 4201.01.01 1,234.56"])
    ]
    resident = office.row("interest", fund="居民", **row)
    assert posted(office, resident, book=RESIDENT) == [
        ("支出户2026年3月结息", ["借 1004 1,234.56", "贷 4201.01 1,234.56"])
    ]


def test_interest_on_a_shared_account_is_not_ours_to_book(office: Office) -> None:
    shared = BankAccount(code="1004", bank="示范银行", number="1004001", exclusive=False)
    describe_account(office.desk, EMPLOYEE, shared)

    finding = only(refused(office, office.row("interest", amount="1234.56")))

    assert (finding.code, finding.clause) == ("SHARED_ACCOUNT", "财会〔2017〕28号·4201")
    assert "--exclusive" in finding.remedy
