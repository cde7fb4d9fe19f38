"""What counts as paid to a hospital in a year."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ledger.workflow.drafting.review import approve
from ledger.workflow.posting.post import post_drafts
from ledger.workflow.setup.masters import add_operator
from tests import assess_office, standing_office
from tests.cases import refused
from tests.office import FIRST, Office, codes
from tests.standing_office import LISTED, stood
from tests.templates import kept

if TYPE_CHECKING:
    from pathlib import Path

    from tests.office import Row

permitted = kept(standing_office.permitted)


def special(office: Office, row: Row) -> None:
    """Book a payment that the bank has made against a rule."""
    office.record(row)
    office.desk.operator = "管理员甲"
    add_operator(office.desk, "主管辛", ("approver", "chief"))
    office.desk.operator = "主管辛"
    approve(office.desk, ())
    office.desk.operator = "主管丁"
    post_drafts(office.desk, ())


@pytest.mark.parametrize(
    ("turnover", "paid"),
    [
        ({"amount": "600.00"}, 600_00),
        ({"amount": "600.00", "debit_to_date": "900.00", "credit_to_date": "300.00"}, 900_00),
    ],
)
def test_a_mid_year_opening_counts_as_paid_by_its_debit_to_date(
    url: str, tmp_path: Path, turnover: dict[str, str], paid: int
) -> None:
    office = Office.open(url, tmp_path, start="2026-07")
    office.on("2026-07-20")
    office.post(
        office.row(
            "opening-balance",
            date="2026-07-01",
            account="1101",
            hospital=FIRST,
            year="2026",
            **turnover,
        ),
        office.row("opening-balance", date="2026-07-01", account="1004", amount="9000.00"),
    )
    office.permit(FIRST, 2026, amount="1000.00")
    office.withheld.add((FIRST, "2026", "employee"))

    assert stood(office).paid_fen == paid
    pay = office.pay(FIRST, "500.00", day="2026-07-10", reason="其他：经会商延期拨付")
    assert isinstance(pay["papers"], list)
    pay["papers"].append({"type": "other", "number": "延1", "date": "2026-07-09"})
    assert codes(refused(office, pay)) == ["LIMIT_EXCEEDED"]
    office.desk.engine.dispose()


def test_another_accounts_opening_with_a_hospital_is_not_paid(office: Office) -> None:
    office.post(
        office.row(
            "opening-balance",
            date="2026-01-01",
            account="2001",
            counterparty="某单位",
            hospital=FIRST,
            year="2026",
            amount="5.00",
        ),
        office.row("opening-balance", date="2026-01-01", account="1003", amount="5.00"),
    )
    office.permit(FIRST, 2026, amount="1000.00")

    assert stood(office).paid_fen == 0


def test_a_special_payment_within_the_quota_stays_paid_when_it_comes_back(office: Office) -> None:
    office.fund()
    office.on("2026-03-20")
    office.assess([FIRST], 2026, amount="1000.00")
    office.withheld.add((FIRST, "2026", "employee"))
    special(office, office.pay(FIRST, "1000.00", irregular="true", reason="协议未签先付"))
    office.post(office.give_back(FIRST, "1000.00", day="2026-03-18", payer_account=LISTED))

    assert stood(office).paid_fen == 1000_00


def test_only_what_went_beyond_the_amount_approved_then_is_freed(permitted: Office) -> None:
    permitted.post(permitted.pay(FIRST, "700.00"))
    special(permitted, permitted.pay(FIRST, "500.00", irregular="true", reason="银行重发"))
    assert stood(permitted).paid_fen == 1200_00

    permitted.post(permitted.give_back(FIRST, "500.00", day="2026-03-18", payer_account=LISTED))
    assert stood(permitted).paid_fen == 1000_00
    permitted.assess([FIRST], 2026, amount="1100.00")
    assert stood(permitted).paid_fen == 1000_00


def test_a_proposed_assessment_and_gate_are_no_ground_to_pay_on(office: Office) -> None:
    office.fund()
    assess_office.lanzhou(office)
    office.on("2026-02-05")
    office.withheld.add((FIRST, "2026", "employee"))
    assess_office.run(office)
    agreement = office.row("agreement", hospital=FIRST, year="2026", date="2026-02-05")

    pay = office.pay(FIRST, "100.00", day="2026-02-05")
    assert codes(refused(office, agreement, pay)) == ["NOT_ASSESSED"]
    assess_office.approve(office)
    assert office.record(agreement, pay)
