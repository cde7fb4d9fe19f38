"""Each kind of event that moves money at the bank: its lines, and its 摘要 where none was given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.policy.layers import load_layers
from ledger.store.engine import writing
from ledger.store.policy import record_layers
from ledger.workflow.policy.policy_choice import choose
from tests.cases import only, posted, receipt, refused
from tests.office import EMPLOYEE, FIRST, SECOND, leaf

if TYPE_CHECKING:
    from tests.office import Office

BOUGHT = {"type": "funding-plan", "number": "兰医保计〔2026〕3号", "date": "2026-01-08"}
NOTICE = {"type": "allocation-notice", "number": "兰财社〔2026〕5号", "date": "2026-01-09"}


def through_the_upper_agency(office: Office) -> None:
    """Let the employee book be a county's of 张掖, without a 财政专户 of its own."""
    at = office.desk.now()
    with writing(office.desk.engine, [EMPLOYEE]) as conn:
        record_layers(
            conn,
            EMPLOYEE,
            load_layers("zhangye-county"),
            reason="县级账套",
            by="制单乙",
            at=at,
            adopted_by="主管丁",
            adopted_at=at,
        )
    office.desk.operator = "主管丁"
    choose(office.desk, EMPLOYEE, "county_counter", "upper_agency", "张掖·三")


def test_an_allocation_moves_money_from_1003_to_1004(office: Office) -> None:
    office.fund("100.00")
    row = office.row(
        "allocation",
        date="2026-02-10",
        amount="1200000.00",
        papers=[BOUGHT, NOTICE, receipt("A-1")],
    )

    assert posted(office, row) == [
        (
            "财政拨入2026年度医保预付金（用款计划兰医保计〔2026〕3号）",
            ["借 1004 1,200,000.00", "贷 1003 1,200,000.00"],
        )
    ]


def test_a_county_without_1003_owes_its_allocation_to_the_upper_agency(office: Office) -> None:
    through_the_upper_agency(office)

    assert posted(
        office,
        office.row("allocation", date="2026-02-10", amount="500000.00", upper_area="620700"),
        office.row("remittance", date="2026-12-30", amount="200000.00", upper_area="620700"),
    ) == [
        (
            "财政拨入2026年度医保预付金（用款计划funding-plan-1）",
            ["借 1004 500,000.00", "贷 2001.02.620700 500,000.00"],
        ),
        (
            "上解2026年收回的医保预付金至上级经办机构",
            ["借 2001.02.620700 200,000.00", "贷 1004 200,000.00"],
        ),
    ]


def test_the_counter_account_is_the_profiles_and_not_the_preparers(office: Office) -> None:
    row = office.row("allocation", amount="1.00", upper_area="620000", **{"from": "2001"})
    other, area = refused(office, row)

    assert (other.code, other.clause) == ("COUNTER_ACCOUNT", "甘肃·四")
    assert (area.code, "去掉 upper_area" in area.remedy) == ("UPPER_AREA", True)
    assert "1003 财政专户存款" in other.message
    through_the_upper_agency(office)
    nameless = only(refused(office, office.row("allocation", amount="1.00")))
    assert (nameless.code, nameless.clause) == ("UPPER_AREA", "张掖·三")


def test_a_hospital_is_paid_from_the_disbursement_account(office: Office) -> None:
    office.fund()

    assert posted(office, office.pay(FIRST, "600000.00")) == [
        (
            "拨付城关示范医院2026年度医保预付金",
            [f"借 {leaf(FIRST)} 600,000.00", "贷 1004 600,000.00"],
        )
    ]


def test_a_hospital_is_paid_straight_from_the_fiscal_account(office: Office) -> None:
    row = office.pay(SECOND, "80000000.00", **{"from": "财政专户"})

    assert posted(office, row) == [
        (
            "拨付安宁示范医院2026年度医保预付金",
            [f"借 {leaf(SECOND)} 80,000,000.00", "贷 1003 80,000,000.00"],
        )
    ]


def test_a_bounced_payment_comes_back_and_names_its_disbursement(office: Office) -> None:
    office.fund()
    office.post(office.pay(FIRST, "600000.00", key="拨-1"))
    row = office.row(
        "payment-return",
        date="2026-03-12",
        hospital=FIRST,
        year="2026",
        amount="600000.00",
        to="1004",
        disbursement="拨-1",
    )

    assert posted(office, row) == [
        (
            "城关示范医院2026年度医保预付金退汇（原拨付拨-1）",
            ["借 1004 600,000.00", f"贷 {leaf(FIRST)} 600,000.00"],
        )
    ]
    assert [voucher.movement for voucher in office.vouchers()][-1] == "payment-return"


def test_a_hospital_gives_back_to_either_account(office: Office) -> None:
    office.fund()
    office.post(office.pay(FIRST, "600000.00"))

    assert posted(
        office,
        office.give_back(FIRST, "450000.00"),
        office.give_back(
            FIRST, "150000.00", day="2026-12-21", to="1003", reason="财政要求直接缴入"
        ),
    ) == [
        (
            "城关示范医院返还2026年度医保预付金",
            ["借 1004 450,000.00", f"贷 {leaf(FIRST)} 450,000.00"],
        ),
        (
            "城关示范医院返还2026年度医保预付金",
            ["借 1003 150,000.00", f"贷 {leaf(FIRST)} 150,000.00"],
        ),
    ]


def test_money_of_an_earlier_year_credits_that_years_1101(office: Office) -> None:
    """T22: neither 4501 nor 5001, and not this year's leaf."""
    office.post(
        office.row(
            "opening-balance",
            date="2026-01-01",
            account="1101",
            hospital=FIRST,
            year="2025",
            amount="90000.00",
        )
    )

    assert posted(office, office.give_back(FIRST, "90000.00", day="2026-01-08", year="2025")) == [
        (
            "城关示范医院返还2025年度医保预付金",
            ["借 1004 90,000.00", f"贷 {leaf(FIRST, 2025)} 90,000.00"],
        )
    ]
    assert office.balance(leaf(FIRST, 2025)) == "0.00"


def test_what_came_back_is_swept_to_the_fiscal_account(office: Office) -> None:
    office.fund("450000.00")

    assert posted(office, office.row("remittance", date="2026-12-30", amount="450000.00")) == [
        (
            "上解2026年收回的医保预付金至财政专户",
            ["借 1003 450,000.00", "贷 1004 450,000.00"],
        )
    ]
