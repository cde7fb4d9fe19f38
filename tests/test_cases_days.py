"""A limit holds on each day by the day of the fact, and 制单 and 记账 judge alike."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from ledger.audit.day_checks import check_balances
from ledger.audit.invariants import read_stored
from ledger.basis.errors import PartlyRefused, Refused
from ledger.masters.book import BankAccount
from ledger.store.engine import reading
from ledger.store.masters import read_books
from ledger.voucher.leaves import Leaves
from ledger.workflow.drafting.review import approve
from ledger.workflow.posting.post import post_drafts
from ledger.workflow.setup.masters import describe_account
from tests.cases import only, receipt, refusal, refused
from tests.office import EMPLOYEE, FIRST, RESIDENT, SECOND, codes, leaf
from tests.templates import kept

if TYPE_CHECKING:
    from tests.office import Office


@kept
def funded(office: Office) -> Office:
    """Give an office in late April with ten million in 1004 since 10 January."""
    office.fund()
    office.on("2026-04-30")
    return office


def offset(office: Office, amount: str, day: str) -> dict[str, object]:
    """Write the row of an offset of a settlement of the first hospital."""
    words = {"settlement": "9000000.00", "benefit": "住院", "reason": "misuse"}
    return office.row(
        "settlement-offset", date=day, hospital=FIRST, year="2026", amount=amount, **words
    )


def test_nothing_comes_back_before_it_was_paid(funded: Office) -> None:
    paid = funded.pay(FIRST, "2000000.00", day="2026-03-20")

    back = funded.give_back(FIRST, "2000000.00", day="2026-03-02")
    finding = only(refused(funded, paid, back))

    assert (finding.row, finding.code) == (2, "EXCEEDS_OUTSTANDING")
    assert "截至 2026-03-02 日终为 0.00，超出 2,000,000.00" in finding.message
    early = refused(funded, paid, offset(funded, "2000000.00", "2026-03-19"))
    assert (early[-1].code, early[-1].row) == ("EXCEEDS_OUTSTANDING", 2)
    funded.post(paid, funded.give_back(FIRST, "2000000.00", day="2026-03-20"))
    assert funded.faults() == []


def test_the_order_within_one_day_is_not_known_and_does_not_count(funded: Office) -> None:
    """回单 of one day carry no hour: what came in and what went out that day are netted."""
    funded.post(
        funded.give_back(FIRST, "100.00", day="2026-03-10"),
        funded.pay(FIRST, "100.00", day="2026-03-10"),
    )

    assert funded.balance(leaf(FIRST)) == "0.00"


def test_a_bounced_payment_is_not_paid_again_before_it_bounced(office: Office) -> None:
    office.fund()
    office.on("2026-03-31")
    office.permit(FIRST, 2026, amount="1000.00")
    office.withheld.add((FIRST, "2026", "employee"))
    bounced = {"hospital": FIRST, "year": "2026", "to": "1004", "disbursement": "拨-1"}
    office.post(
        office.pay(FIRST, "1000.00", key="拨-1"),
        office.row("payment-return", date="2026-03-25", amount="1000.00", **bounced),
    )

    finding = only(refused(office, office.pay(FIRST, "1000.00", day="2026-03-15")))

    assert finding.code == "LIMIT_EXCEEDED"
    assert "已拨付（含待记账）1,000.00（其后退回的不抵减当日），本笔 1,000.00" in finding.message
    office.post(office.pay(FIRST, "1000.00", day="2026-03-25"))
    assert office.faults() == []


def test_an_exclusive_account_holds_what_it_pays_on_each_day(office: Office) -> None:
    office.fund("1000.00")
    office.on("2026-04-30")
    office.post(office.pay(FIRST, "900.00"), office.give_back(FIRST, "900.00", day="2026-03-28"))

    finding = only(refused(office, office.pay(SECOND, "200.00", day="2026-03-20")))

    assert finding.code == "ACCOUNT_OVERDRAWN"
    assert "1004 支出户存款到 2026-03-20 日终将透支 100.00" in finding.message
    office.post(office.pay(SECOND, "200.00", day="2026-03-28"))


def test_money_held_for_a_payer_is_not_given_back_before_it_came(funded: Office) -> None:
    words = {"counterparty": "某单位", "amount": "500.00"}
    refund = {"refund": "是", "from": "1004", "papers": [receipt("退-1", day="2026-03-02")]}

    finding = only(
        refused(
            funded,
            funded.row("suspense", date="2026-03-09", to="1004", **words),
            funded.row("suspense-out", date="2026-03-02", **words, **refund),
        )
    )

    assert (finding.code, finding.row) == ("EXCEEDS_SUSPENSE", 2)
    assert "（某单位）截至 2026-03-02 日终余额为 0.00，超出 500.00" in finding.message


def test_a_red_voucher_takes_back_on_the_day_of_what_it_takes_back(funded: Office) -> None:
    """Paid 10 March and again 20 March, 15 returned on 12 March: the first cannot be undone."""
    funded.post(
        funded.pay(FIRST, "100.00", key="拨-1"),
        funded.pay(FIRST, "100.00", day="2026-03-20"),
        funded.give_back(FIRST, "15.00", day="2026-03-12"),
    )

    finding = only(refusal(funded, lambda: funded.correct("拨-1")))

    assert finding.code == "EXCEEDS_OUTSTANDING"
    assert "截至 2026-03-12 日终" in finding.message


def test_record_and_post_judge_alike_by_day_and_row(office: Office) -> None:
    """Interest of 31 March cannot have been swept on the 26th: 制单 says so, not 记账."""
    office.fund("1000.00")
    office.on("2026-04-30")
    sweep = {"to": "1003", "amount": "1010.00"}
    interest = office.row("interest", date="2026-03-31", amount="10.00")

    finding = only(refused(office, interest, office.row("remittance", date="2026-03-26", **sweep)))

    assert (finding.code, finding.row) == ("ACCOUNT_OVERDRAWN", 2)
    office.post(office.row("remittance", date="2026-03-31", **sweep), interest)
    assert office.balance("1004") == "0.00"


def test_rows_in_any_order_are_recorded_and_posted(funded: Office) -> None:
    funded.post(funded.give_back(FIRST, "40.00", day="2026-03-30"), funded.pay(FIRST, "100.00"))

    assert funded.balance(leaf(FIRST)) == "60.00"


def test_a_balance_is_judged_beside_other_faults_of_the_row(funded: Office) -> None:
    funded.post(funded.pay(FIRST, "100.00"))
    strange = {"payer_account": "6222999", "day": "2026-04-02"}

    found = refused(funded, funded.give_back(FIRST, "100.01", **strange))

    assert codes(found) == ["ORIGINAL_CHANNEL", "EXCEEDS_OUTSTANDING"]


def test_of_another_rows_consequences_nothing_is_said(funded: Office) -> None:
    """The payment is refused; that the return then has nothing to return is no fault of its own."""
    unpapered = funded.pay(FIRST, "100.00", papers=[])

    found = refused(funded, unpapered, funded.give_back(FIRST, "100.00", day="2026-04-02"))

    assert [(finding.row, finding.code) for finding in found] == [(1, "PAPER_MISSING")]


def test_a_refused_unit_leaves_no_trace_in_what_the_next_is_judged_by(funded: Office) -> None:
    """Row 2 takes too much, so row 3 may have the same receipt, and the balance too."""
    funded.post(funded.pay(FIRST, "100.00"))
    row = funded.give_back(FIRST, "100.01", day="2026-04-02", papers=[receipt("收-1")])
    again = funded.give_back(FIRST, "100.00", day="2026-04-02", papers=[receipt("收-1")])

    finding = only(refused(funded, row, again))

    assert (finding.row, finding.code) == (1, "EXCEEDS_OUTSTANDING")


def test_what_one_row_takes_too_much_is_not_laid_at_another_row_s_door(funded: Office) -> None:
    """100 was paid; 60 comes back and then 50: ten of the 50 are too much, the 60 is in order."""
    funded.post(funded.pay(FIRST, "100.00"))
    rows = [
        funded.give_back(FIRST, "60.00", day="2026-04-02"),
        funded.give_back(FIRST, "50.00", day="2026-04-03"),
    ]

    finding = only(refused(funded, *rows))

    assert (finding.row, finding.code) == (2, "EXCEEDS_OUTSTANDING")
    assert "截至 2026-04-03 日终为 40.00，超出 10.00" in finding.message


def test_the_figures_name_the_draft_that_holds_them_and_the_year_that_owes(
    office: Office,
) -> None:
    office.fund()
    opening = {"account": "1101", "hospital": FIRST, "year": "2025", "amount": "300.00"}
    office.post(office.row("opening-balance", date="2026-01-01", **opening))
    office.on("2026-04-30")
    office.post(office.pay(FIRST, "100.00", key="拨-1"))
    office.correct("拨-1")

    finding = only(refused(office, office.give_back(FIRST, "100.00", day="2026-04-02")))

    assert "为 0.00（已减去 1 笔待记账的 100.00：" in finding.message
    assert "“拨-1-注销” 100.00）" in finding.message
    assert "；该机构2025年度未返还 300.00" in finding.message


def test_a_wrong_year_or_hospital_hides_only_what_follows_from_it(funded: Office) -> None:
    late = funded.row(
        "disbursement",
        hospital="H62019999999",
        year="2026",
        amount="100.00",
        date="2026-04-02",
        **{"from": "1004", "reason": ""},
    )

    assert codes(refused(funded, late)) == ["HOSPITAL_UNKNOWN", "PAYMENT_LATE"]


def test_at_posting_drafts_are_judged_without_those_that_do_not_stand(funded: Office) -> None:
    funded.record(funded.pay(FIRST, "100.00", key="拨"))
    funded.approve()
    funded.record(funded.give_back(FIRST, "100.00", key="还", day="2026-03-11"))
    funded.approve()
    funded.desk.operator = "主管丁"

    with pytest.raises(Refused) as caught:
        post_drafts(funded.desk, ["还"])

    assert codes(list(caught.value.findings)) == ["EXCEEDS_OUTSTANDING"]
    assert len(post_drafts(funded.desk, ())[0].vouchers) == 2


def test_a_book_that_is_refused_stops_no_other(funded: Office) -> None:
    """居民's payment leans on money whose draft nobody has approved; 职工's waits for nothing."""
    coming = {"fund": "resident", "date": "2026-03-09", "amount": "10.00"}
    funded.record(
        funded.pay(FIRST, "1.00", key="职-拨"),
        funded.row("allocation", key="居-拨入", **coming),
        funded.pay(FIRST, "10.00", key="居-拨", fund="resident"),
    )
    funded.desk.operator = "审核丙"
    approve(funded.desk, ["职-拨", "居-拨"])
    funded.desk.operator = "主管丁"

    with pytest.raises(PartlyRefused) as caught:
        post_drafts(funded.desk, ())

    assert [posted.book for posted in caught.value.done] == [EMPLOYEE]
    assert caught.value.books == (RESIDENT,)
    assert [(f.code, f.key) for f in caught.value.findings] == [("ACCOUNT_OVERDRAWN", "居-拨")]
    assert [voucher.key for voucher in funded.vouchers()][-1] == "职-拨"
    assert funded.vouchers(RESIDENT) == []


def test_a_month_of_one_book_closes_though_another_is_not_ready(funded: Office) -> None:
    funded.record(funded.row("allocation", fund="resident", date="2026-01-09", amount="10.00"))

    with pytest.raises(PartlyRefused) as caught:
        funded.close("2026-01")

    assert [closed.book.code for closed in caught.value.done] == [EMPLOYEE]
    assert codes(list(caught.value.findings)) == ["UNPOSTED"]


def test_verify_asks_each_day_too_and_names_the_fact_that_took_the_leaf_below(
    funded: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A release that tested month ends only let this pass; facts of its time stay lawful."""
    monkeypatch.setattr(Leaves, "shortages", lambda *_, **__: {})
    funded.post(
        funded.pay(FIRST, "100.00", day="2026-03-20"),
        funded.give_back(FIRST, "100.00", day="2026-03-02"),
    )

    finding = only([one for one in funded.faults(EMPLOYEE) if one.code == "LEAF_OVERDRAWN"])
    assert "截至 2026-03-02 日终余额 -100.00，方向相反" in finding.message
    with reading(funded.desk.engine) as conn:
        book = read_books(conn)[EMPLOYEE]
        stored = read_stored(conn, book, funded.desk.chart(book.fund))
    earlier = replace(stored, upgrades={"0006": {2026: 99}})
    assert [one.older for one in check_balances(earlier)] == [True]


def test_an_account_that_was_overdrawn_is_not_called_the_ledgers_alone(office: Office) -> None:
    shared = BankAccount(code="1004", bank="示范银行", number="1004001", exclusive=False)
    describe_account(office.desk, EMPLOYEE, shared)
    office.post(office.pay(FIRST, "500000.00"))
    office.desk.operator = "制单乙"

    exclusive = replace(shared, exclusive=True)
    finding = only(refusal(office, lambda: describe_account(office.desk, EMPLOYEE, exclusive)))

    assert finding.code == "ACCOUNT_OVERDRAWN"
    assert "2026-03-10 日终" in finding.message
