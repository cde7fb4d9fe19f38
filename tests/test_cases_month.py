"""月结: what stands in the way, what the month's close makes, and the seal of an empty month."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from ledger.basis.errors import PartlyRefused, Refused
from ledger.events.booked.period_end import balances_to_transfer
from ledger.masters.chart_file import load_chart
from ledger.store.engine import reading
from ledger.store.proof.proof import read_seals
from ledger.workflow.close.close_month import close_month
from tests.cases import only, refusal, snapshot, told
from tests.office import EMPLOYEE, FIRST, RESIDENT, codes, leaf

if TYPE_CHECKING:
    from ledger.basis.errors import Finding
    from tests.cases import Told
    from tests.office import Office

OFFSET = {"hospital": FIRST, "year": "2026", "benefit": "住院", "reason": "other: 申请冲抵"}


def unclosed(office: Office, period: str) -> list[Finding]:
    """Give why a month of the employee book does not close."""
    office.sign(EMPLOYEE)
    return refusal(office, lambda: office.close(period, book=EMPLOYEE))


def made_by_close(office: Office, period: str) -> list[Told]:
    """Tell the period-end vouchers of a month."""
    vouchers = office.vouchers()
    return [told(v) for v in vouchers if v.kind == "period-end" and v.period == period]


def test_a_month_does_not_close_while_anything_of_it_is_unposted(office: Office) -> None:
    """T14: drafts of the month, and any of 期初; drafts of later months do not matter."""
    office.record(
        office.row("interest", date="2026-01-21", amount="5.00", key="息"),
        office.row("opening-balance", date="2026-02-03", account="1003", amount="5", key="初"),
        office.row("interest", date="2026-02-21", amount="5.00", key="二月息"),
    )

    finding = only(unclosed(office, "2026-01"))

    assert (finding.code, finding.clause) == ("UNPOSTED", "财会〔2024〕12号·二十四")
    assert "还有 2 笔未记账：息、初" in finding.message
    office.approve()
    assert codes(unclosed(office, "2026-01")) == ["UNPOSTED"]
    office.post()
    office.record(office.row("interest", date="2026-03-21", amount="5.00"))
    office.close("2026-01", "2026-02", book=EMPLOYEE)
    assert codes(unclosed(office, "2026-03")) == ["UNPOSTED"]


def test_months_close_in_order_and_once(office: Office) -> None:
    early = only(unclosed(office, "2026-02"))
    office.close("2026-01", book=EMPLOYEE)
    again = only(unclosed(office, "2026-01"))

    assert early.code == "EARLIER_OPEN"
    assert "2026-01 还没有结账" in early.message
    assert again.code == "MONTH_CLOSED"
    # The other book's months are its own.
    office.close("2026-01", book=RESIDENT)


def test_all_books_are_closed_where_none_is_named(office: Office) -> None:
    assert [closed.book.code for closed in office.close("2026-01")] == [EMPLOYEE, RESIDENT]


def test_only_the_chief_closes_and_a_month_is_spelled_as_one(office: Office) -> None:
    office.desk.operator = "审核丙"
    assert codes(refusal(office, lambda: close_month(office.desk, "2026-01"))) == ["ROLE_MISSING"]
    office.desk.operator = "主管丁"
    for word in ("2026-13", "2026-00", "2026-1", "一月", "202601"):

        def act(word: str = word) -> object:
            return close_month(office.desk, word)

        assert codes(refusal(office, act)) == ["PERIOD_UNREADABLE"]
    with pytest.raises(Refused) as caught:
        close_month(office.desk, "2026-01", book="620100/civil")
    assert codes(caught.value.findings) == ["BOOK_UNKNOWN"]


def test_a_month_without_business_closes_with_its_seal(office: Office) -> None:
    first, second = office.close("2026-01", "2026-02", book=EMPLOYEE)

    with reading(office.desk.engine) as conn:
        seals = read_seals(conn, EMPLOYEE)
    assert [(seal["period"], seal["vouchers"], seal["debit_fen"]) for seal in seals] == [
        ("2026-01", 0, 0),
        ("2026-02", 0, 0),
    ]
    assert (first.numbers, second.numbers) == ((0, 0), (0, 0))
    assert (first.seal["previous"], second.seal["previous"]) == ("", first.seal["digest"])
    assert first.seal["digest"] != second.seal["digest"]
    assert "本月无凭证" in [check.figure for check in first.checks]
    assert office.faults() == []


def test_a_close_tried_dry_changes_nothing(office: Office) -> None:
    office.post(office.row("interest", date="2026-01-21", amount="5.00"))
    office.sign(EMPLOYEE)
    before = snapshot(office.desk.engine)
    office.on("2026-02-01")
    office.desk.operator = "主管丁"

    (tried,) = close_month(office.desk, "2026-01", book=EMPLOYEE, dry_run=True)

    assert snapshot(office.desk.engine) == before
    assert tried.numbers == (1, 2)


def test_income_and_expense_are_closed_into_the_fund_balance(office: Office) -> None:
    office.fund()
    office.close("2026-01", "2026-02", book=EMPLOYEE)
    lines = [
        {"benefit": "inpatient", "gross": "310000.00"},
        {"benefit": "outpatient", "gross": "90000.00"},
    ]
    words = {**OFFSET, "benefit": "", "lines": lines}
    office.post(
        office.pay(FIRST, "600000.00", day="2026-03-02"),
        office.row("settlement-offset", amount="120000.00", **words),
        office.row("write-off", hospital=FIRST, year="2026", amount="80000.00"),
        office.row("interest", date="2026-03-21", amount="1234.56"),
    )

    (closed,) = office.close("2026-03", book=EMPLOYEE)

    assert made_by_close(office, "2026-03") == [
        (
            "结转2026年3月支出至一般基金结余-统筹基金",
            [
                "借 3001.01 480,000.00",
                "贷 5001.01.01 310,000.00",
                "贷 5001.01.03 90,000.00",
                "贷 5401.01 80,000.00",
            ],
        ),
        (
            "结转2026年3月收入至一般基金结余-统筹基金",
            ["借 4201.01.01 1,234.56", "贷 3001.01 1,234.56"],
        ),
    ]
    assert closed.numbers == (1, 6)
    made = office.vouchers()[-1]
    assert (made.prepared_by, made.approved_by, made.origin) == (
        "system",
        "主管丁",
        "period-end/1",
    )
    assert (made.booked, made.sheets) == (date(2026, 3, 31), 0)
    for code in ("5001.01.01", "5001.01.03", "5401.01", "4201.01.01"):
        assert office.balance(code, "2026-03") == "0.00"
    assert office.balance(leaf(FIRST), "2026-03") == "400000.00"


def test_a_net_red_is_closed_in_red_on_the_usual_sides(office: Office) -> None:
    office.fund()
    office.post(
        office.pay(FIRST, "600000.00", day="2026-03-02"),
        office.row("settlement-offset", amount="300000.00", settlement="300000.00", **OFFSET),
        office.row("interest", date="2026-03-21", amount="8.00", key="息"),
    )
    office.close("2026-01", "2026-02", "2026-03", book=EMPLOYEE)
    office.on("2026-04-10")
    office.correct("2026-03 记-0002")
    office.correct("息")
    office.post()

    office.close("2026-04", book=EMPLOYEE)

    assert made_by_close(office, "2026-04") == [
        (
            "结转2026年4月支出至一般基金结余-统筹基金",
            ["借 3001.01 -300,000.00", "贷 5001.01.01 -300,000.00"],
        ),
        (
            "结转2026年4月收入至一般基金结余-统筹基金",
            ["借 4201.01.01 -8.00", "贷 3001.01 -8.00"],
        ),
    ]
    assert office.faults() == []


def test_each_sub_account_of_3001_takes_over_its_own() -> None:
    """职工: 统筹 and 个人账户 apart, income and expense apart; what is zero makes no voucher."""
    balances = {
        "4201.01.01": -100,
        "4201.02.01": -30,
        "5001.01.01": 700,
        "5001.02.03": 50,
        "5401.01": 9,
        "5401.02": 0,
        "1004": 5,
    }

    assert balances_to_transfer(load_chart()["employee"], balances) == [
        ("3001.01", "expense", ("5001.01.01:700", "5401.01:9")),
        ("3001.01", "income", ("4201.01.01:100",)),
        ("3001.02", "expense", ("5001.02.03:50",)),
        ("3001.02", "income", ("4201.02.01:30",)),
    ]
    resident = {"4201.01": -5, "5001.03": 7}
    assert balances_to_transfer(load_chart()["resident"], resident) == [
        ("3001", "expense", ("5001.03:7",)),
        ("3001", "income", ("4201.01:5",)),
    ]


def test_what_stands_against_one_book_stops_no_other(office: Office) -> None:
    office.record(
        office.row(
            "opening-balance", fund="resident", date="2026-01-01", account="1003", amount="1.00"
        )
    )
    with pytest.raises(PartlyRefused) as refused:
        office.close("2026-01")
    assert codes(refused.value.findings) == ["UNPOSTED"]
    assert list(refused.value.books) == ["620100/resident"]
    assert [done.book.code for done in refused.value.done] == [EMPLOYEE]
