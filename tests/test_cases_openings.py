"""期初: what the books begin with, one leaf a voucher, against 3001."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ledger.basis.money import parse_fen, yuan
from tests.cases import only, posted, refused
from tests.clearing_year import drawn, told
from tests.office import FIRST, RESIDENT, SECOND, THIRD, Office, leaf

if TYPE_CHECKING:
    from pathlib import Path


def test_each_opening_balance_stands_against_the_fund_balance(office: Office) -> None:
    day = {"date": "2026-01-01"}
    rows = (
        office.row("opening-balance", account="财政专户存款", amount="5000000.00", **day),
        office.row("opening-balance", account="1004", amount="10000.00", **day),
        office.row(
            "opening-balance", account="1101", hospital=FIRST, year="2024", amount="50000.00", **day
        ),
        office.row("opening-balance", account="2001", counterparty=SECOND, amount="5000.00", **day),
    )

    assert posted(office, *rows) == [
        ("期初：财政专户存款", ["借 1003 5,000,000.00", "贷 3001.01 5,000,000.00"]),
        ("期初：支出户存款", ["借 1004 10,000.00", "贷 3001.01 10,000.00"]),
        (
            "期初：城关示范医院2024年度医保预付金",
            [f"借 {leaf(FIRST, 2024)} 50,000.00", "贷 3001.01 50,000.00"],
        ),
        (
            "期初：暂收款安宁示范医院",
            ["借 3001.01 5,000.00", f"贷 2001.01.{SECOND} 5,000.00"],
        ),
    ]
    assert [voucher.label for voucher in office.vouchers()] == [
        f"2026-00 期初-{number:04d}" for number in (1, 2, 3, 4)
    ]
    assert office.balance("3001.01", "2026-01") == "-5055000.00"
    assert office.turnover("1003", "2026-01") == ("0.00", "0.00")


def test_the_residents_fund_balance_has_no_sub_accounts(office: Office) -> None:
    row = office.row(
        "opening-balance", fund="resident", date="2026-01-01", account="1003", amount="1.00"
    )

    assert posted(office, row, book=RESIDENT) == [
        ("期初：财政专户存款", ["借 1003 1.00", "贷 3001 1.00"])
    ]


def test_a_start_in_mid_year_carries_the_years_opening_and_turnover_to_date(
    url: str, tmp_path: Path
) -> None:
    office = Office.open(url, tmp_path, start="2026-07")
    office.on("2026-07-02")
    row = office.row(
        "opening-balance",
        date="2026-07-01",
        account="1101",
        hospital=THIRD,
        year="2026",
        year_opening="0",
        debit_to_date="80000.00",
        credit_to_date="20000.00",
        amount="60000.00",
    )

    office.post(row)

    assert [voucher.label for voucher in office.vouchers()] == ["2026-00 期初-0001"]
    assert office.balance(leaf(THIRD), "2026-07") == "60000.00"
    assert office.turnover(leaf(THIRD), "2026-07") == ("0.00", "0.00")
    office.post(office.give_back(THIRD, "60000.00", day="2026-07-02"))
    assert office.faults() == []
    office.desk.engine.dispose()


def test_a_mid_year_opening_must_add_up(office: Office) -> None:
    words = {"account": "1101", "hospital": FIRST, "year": "2026", "date": "2026-01-01"}
    wrong = (
        {"year_opening": "100000.00", "debit_to_date": "30000.00", "credit_to_date": "10000.00"},
        {"debit_to_date": "50000.00", "credit_to_date": "50000.00"},
        {"year_opening": "119999.99"},
    )
    rows = [office.row("opening-balance", amount="120000.01", **words, **given) for given in wrong]

    findings = refused(office, *rows)

    assert [(finding.row, finding.code) for finding in findings] == [
        (number, "OPENING_UNEQUAL") for number in (1, 2, 3)
    ]
    assert "应为 120,000.00" in findings[0].message
    assert "120,000.01" in findings[0].message


def test_the_credit_side_of_an_opening_adds_up_the_other_way(office: Office) -> None:
    words = {"account": "2001", "counterparty": "某单位", "date": "2026-01-01"}
    turned = {"year_opening": "100.00", "debit_to_date": "30.00", "credit_to_date": "10.00"}

    office.record(office.row("opening-balance", amount="80.00", **words, **turned))

    finding = only(
        refused(office, office.row("opening-balance", amount="120.00", **words, **turned))
    )
    assert finding.code == "OPENING_UNEQUAL"


def test_openings_name_their_detail(office: Office) -> None:
    day = {"date": "2026-01-01", "amount": "1.00"}

    findings = refused(
        office,
        office.row("opening-balance", account="1101", hospital=FIRST, **day),
        office.row("opening-balance", account="1101", year="2025", **day),
        office.row("opening-balance", account="2001", **day),
    )

    assert [finding.code for finding in findings] == ["OPENING_DETAIL"] * 3


def test_openings_end_with_the_first_close(office: Office) -> None:
    office.fund("100.00")
    office.close("2026-01")
    row = office.row("opening-balance", date="2026-01-01", account="1003", amount="1.00")

    finding = only(refused(office, row))

    assert finding.code == "PERIOD_CLOSED"
    assert "prepay correct" in finding.remedy


def midyear(url: str, folder: Path) -> Office:
    """Give an office that begins in July: 甲 was paid 80,000 and gave 20,000 back before."""
    office = Office.open(url, folder, start="2026-07")
    office.on("2026-07-02")
    day = {"date": "2026-07-01"}
    office.post(
        office.row(
            "opening-balance",
            account="1101",
            hospital=THIRD,
            year="2026",
            year_opening="0",
            debit_to_date="80000.00",
            credit_to_date="20000.00",
            amount="60000.00",
            **day,
        ),
        office.row(
            "opening-balance",
            account="1004",
            year_opening="100000.00",
            debit_to_date="20000.00",
            credit_to_date="80000.00",
            amount="40000.00",
            **day,
        ),
        office.row("opening-balance", account="1003", amount="7000.00", **day),
    )
    office.post(office.give_back(THIRD, "10000.00", day="2026-07-02"))
    return office


def test_the_first_year_counts_what_was_moved_before_the_books_began(
    url: str, tmp_path: Path
) -> None:
    """总账: 1101 began the year with nothing, and 80,000 − 20,000 went before July."""
    office = midyear(url, tmp_path)
    accounts = {one["code"]: one for one in told(office, "general-ledger")["accounts"]}
    first = {code: one["months"][0] for code, one in accounts.items()}
    keys = ("year_opening", "opening", "closing")
    assert [accounts["1101"][key] for key in keys] == ["0.00", "60000.00", "50000.00"]
    assert (first["1101"]["debit_to_date"], first["1101"]["credit_to_date"]) == (
        "80000.00",
        "30000.00",
    )
    assert [accounts["1004"][key] for key in keys] == ["100000.00", "40000.00", "50000.00"]
    # Nothing was said of 1003: it is taken as it stood.
    assert [accounts["1003"][key] for key in keys] == ["7000.00", "7000.00", "7000.00"]
    # Both sides of the whole year agree, as 3001 takes the other side of every 期初.
    assert sum(parse_fen(one["year_opening"]) for one in accounts.values()) == 0
    for side in ("debit_to_date", "credit_to_date"):
        assert yuan(sum(parse_fen(one[side]) for one in first.values())) == "210000.00"
    office.desk.engine.dispose()


def test_the_pages_of_the_first_year_say_what_came_before(url: str, tmp_path: Path) -> None:
    office = midyear(url, tmp_path)
    page = drawn(office, "subledger", hospital=THIRD)
    months = told(office, "subledger", hospital=THIRD)["months"]
    (july,) = [month for month in months if month["period"] == "2026-07"]
    assert (july["debit_to_date"], july["credit_to_date"]) == ("80000.00", "30000.00")
    assert "启用（2026-07）前的借方累计 80,000.00、贷方累计 20,000.00" in page.notes[-1]
    (cash,) = told(office, "cash-journal")["months"]
    assert (cash["debit_to_date"], cash["credit_to_date"]) == ("30000.00", "80000.00")
    office.desk.engine.dispose()


@pytest.mark.parametrize("name", ["disclosure", "settlement"])
def test_the_year_begins_with_its_own_opening_in_the_notes_and_the_clearing(
    name: str, url: str, tmp_path: Path
) -> None:
    office = midyear(url, tmp_path)
    page = told(office, name)
    (row,) = page["rows"]
    classes = ("opening", "brought_debit", "brought_credit", "repayment")
    assert [row[code] for code in classes] == ["0.00", "80000.00", "20000.00", "10000.00"]
    assert page["control"] == "50000.00"
    assert drawn(office, name).alerts == ()
    office.desk.engine.dispose()


def test_an_opening_put_right_among_the_openings_counts_as_it_is_now(
    url: str, tmp_path: Path
) -> None:
    office = midyear(url, tmp_path)
    right = {"debit_to_date": "85000.00", "amount": "65000.00"}
    office.correct("2026-00 期初-0001", right=[{"corrects": "2026-00 期初-0001", **right}])
    office.post()
    (account,) = told(office, "general-ledger", account="1101")["accounts"]
    assert account["months"][0]["debit_to_date"] == "85000.00"
    assert account["year_opening"] == "0.00"
    office.on("2027-01-05")
    page = told(office, "general-ledger", account="1101", period="2027-01")
    assert page["accounts"][0]["months"][0]["debit_to_date"] == "0.00"
    office.desk.engine.dispose()
