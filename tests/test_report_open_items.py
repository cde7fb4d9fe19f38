"""未清项: what is open, since when, and which repayment cleared which disbursement."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from ledger.basis.errors import Refused
from ledger.projections.ages import age_of, months_later
from tests.clearing_year import control, drawn, on, told
from tests.office import FIRST, SECOND, THIRD, codes, leaf

if TYPE_CHECKING:
    from tests.office import Office


def leaves(tree: dict[str, Any]) -> dict[str, tuple[str, int, str, str]]:
    """Give each leaf's oldest open day, days, age and balance."""
    return {
        row["account"]: (row["since"], row["days"], row["age"], row["outstanding"])
        for row in tree["leaves"]
    }


def cleared(tree: dict[str, Any], account: str) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Tell a leaf's items: day, amount, and what cleared them (kind and 元)."""
    (row,) = [row for row in tree["leaves"] if row["account"] == account]
    return [
        (
            item["since"],
            item["amount"],
            [(clearing["movement"], clearing["amount"]) for clearing in item["cleared_by"]],
        )
        for item in row["items"]
    ]


def test_each_hospital_and_year_shows_what_is_open_and_how_old_it_is(year_office: Office) -> None:
    tree = told(year_office, "open-items", period="2026-12")

    assert leaves(tree) == {
        leaf(FIRST, 2024): ("2024-12-31", 730, "over_1_year", "100000.00"),
        leaf(FIRST): ("2026-03-10", 296, "6_to_12_months", "483000.00"),
        leaf(SECOND): ("2026-03-10", 296, "6_to_12_months", "150000.00"),
        leaf(THIRD): ("2026-03-10", 296, "6_to_12_months", "250000.00"),
    }
    assert tree["by_age"] == {
        "within_1_month": "0.00",
        "1_to_3_months": "0.00",
        "3_to_6_months": "0.00",
        "6_to_12_months": "883000.00",
        "over_1_year": "100000.00",
    }


def test_the_oldest_is_cleared_first_and_a_bounced_payment_by_its_own_return(
    year_office: Office,
) -> None:
    tree = told(year_office, "open-items", period="2026-12", items=True)

    assert cleared(tree, leaf(FIRST)) == [
        (
            "2026-03-10",
            "600000.00",
            [
                ("repayment", "250000.00"),
                ("settlement-offset", "50000.00"),
                # Returned as 10,000.00, put right by a difference of 2,000.00: one return.
                ("repayment", "12000.00"),
                ("suspense-out", "5000.00"),
            ],
        ),
        ("2026-03-25", "300000.00", [("payment-return", "100000.00")]),
    ]
    assert cleared(tree, leaf(FIRST, 2024)) == [
        ("2024-12-31", "200000.00", [("repayment", "80000.00"), ("write-off", "20000.00")])
    ]


def test_a_payment_to_the_wrong_hospital_is_no_item_of_it_and_keeps_its_day(
    spring_office: Office,
) -> None:
    tree = told(spring_office, "open-items", period="2026-04", items=True)

    assert leaf(SECOND) not in [row["account"] for row in tree["leaves"]]
    assert cleared(tree, leaf(THIRD)) == [("2026-03-10", "400000.00", [])]


def test_a_successor_takes_the_age_over_with_the_debt(year_office: Office) -> None:
    tree = told(year_office, "open-items", period="2026-09", hospital=SECOND)

    (row,) = tree["leaves"]
    (item,) = row["items"]
    assert (row["since"], item["movement"], item["amount"]) == (
        "2026-03-10",
        "succession",
        "150000.00",
    )
    assert item["source"] == "2026-04 记-0002"
    assert item["voucher"] == "2026-09 记-0001"


def test_what_is_open_is_1101_at_every_month_end(year_office: Office) -> None:
    for month in (f"2026-{number:02d}" for number in range(1, 13)):
        tree = told(year_office, "open-items", period=month)
        assert tree["outstanding"] == control(year_office, month)
        assert drawn(year_office, "open-items", period=month).alerts == ()


def test_a_day_counts_what_is_booked_by_then_and_ages_from_the_day_of_the_fact(
    spring_office: Office,
) -> None:
    spring_office.on("2026-05-04")
    spring_office.close("2026-01", "2026-02", "2026-03", "2026-04", book="620100/employee")
    # The bank's day is 28 April, but April is closed: it is booked on 1 May.
    spring_office.post(spring_office.pay(SECOND, "70000.00", day="2026-04-28"))

    april = told(spring_office, "open-items", as_of="2026-04-30")
    may = told(spring_office, "open-items", as_of="2026-05-01")

    assert leaf(SECOND) not in leaves(april)
    assert leaves(may)[leaf(SECOND)] == ("2026-04-28", 3, "within_1_month", "70000.00")
    assert (april["as_of"], may["as_of"]) == ("2026-04-30", "2026-05-01")


def test_a_day_within_a_month_stops_before_what_is_booked_later_in_it(
    spring_office: Office,
) -> None:
    tree = told(spring_office, "open-items", as_of="2026-03-25", hospital=FIRST, year=2026)
    whole = drawn(spring_office, "open-items", as_of="2026-03-25")

    assert tree["outstanding"] == "900000.00"
    assert whole.alerts == ()
    assert (
        whole.notes[0] == "未清合计 1,500,000.00，1101.01 医保预付金 2026-03-25 余额 1,500,000.00。"
    )


def test_a_red_return_opens_the_payment_again(office: Office) -> None:
    office.fund()
    office.on("2026-05-20")
    office.post(
        office.pay(FIRST, "500.00"),
        office.give_back(FIRST, "200.00", day="2026-05-12", key="还-错"),
    )
    office.correct("还-错")
    office.post()

    tree = told(office, "open-items", period="2026-05", items=True)

    assert cleared(tree, leaf(FIRST)) == [("2026-03-10", "500.00", [])]


def test_ages_end_on_the_same_day_of_a_later_month() -> None:
    since = on("2026-01-31")
    assert months_later(since, 1) == on("2026-02-28")
    assert months_later(on("2025-12-15"), 1) == on("2026-01-15")
    ages = {
        "2026-01-31": "within_1_month",
        "2026-02-28": "within_1_month",
        "2026-03-01": "1_to_3_months",
        "2026-04-30": "1_to_3_months",
        "2026-05-01": "3_to_6_months",
        "2026-07-31": "3_to_6_months",
        "2026-08-01": "6_to_12_months",
        "2027-01-31": "6_to_12_months",
        "2027-02-01": "over_1_year",
    }
    assert {day: age_of(since, on(day)) for day in ages} == ages


def test_a_hospital_that_never_had_a_prepayment_is_told(spring_office: Office) -> None:
    with pytest.raises(Refused) as caught:
        drawn(spring_office, "open-items", hospital="H62019999999")
    assert codes(caught.value.findings) == ["NOTHING_FOUND"]
