"""年结: every leaf is carried with hospital and year, and December's late facts find January."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from ledger.basis.errors import Unsound
from ledger.store.engine import reading
from ledger.store.masters import read_books
from ledger.store.proof.proof import control_sums, stored_openings
from ledger.store.vouchers.balances import balance_rows
from ledger.workflow.close.close_year import close_year
from tests.cases import only, refusal, snapshot
from tests.office import EMPLOYEE, FIRST, SECOND, THIRD, codes, leaf
from tests.tamper import alter

if TYPE_CHECKING:
    from tests.office import Office

MONTHS = tuple(f"2026-{month:02d}" for month in range(1, 13))


def busy_year(office: Office) -> None:
    """Leave money of two years and three hospitals outstanding, and spend and earn something."""
    office.fund()
    words = {"date": "2026-01-01", "account": "1101"}
    office.post(
        office.row("opening-balance", hospital=FIRST, year="2024", amount="50000.00", **words),
        office.row("opening-balance", hospital=THIRD, year="2025", amount="7000.00", **words),
    )
    office.post(
        office.pay(FIRST, "600000.00"),
        office.pay(SECOND, "80000.00"),
        office.give_back(FIRST, "450000.00"),
        office.give_back(SECOND, "80000.00"),
        office.row("write-off", date="2026-12-21", hospital=THIRD, year="2025", amount="7000"),
        office.row("interest", date="2026-12-21", amount="88.88"),
        office.row("suspense", date="2026-12-22", amount="5000", to="1004", counterparty=SECOND),
    )
    office.on("2027-01-05")


def test_after_december_nothing_is_left_on_income_and_expense(office: Office) -> None:
    busy_year(office)
    office.close(*MONTHS, book=EMPLOYEE)

    with reading(office.desk.engine) as conn:
        book = read_books(conn)[EMPLOYEE]
        rows = balance_rows(conn, book, first="2026-12", last="2026-12")
    left = {row.leaf.account.code: row.closing_fen for row in rows if row.closing_fen}

    assert [code for code in left if code[0] in "45"] == []
    assert sum(left.values()) == 0


def test_the_years_close_carries_hospital_and_year(office: Office) -> None:
    """T19: Σ leaves = the control account after the roll, and settled leaves are not carried."""
    busy_year(office)
    office.close(*MONTHS, book=EMPLOYEE)

    (closed,) = office.close_year_of(EMPLOYEE, 2026)

    with reading(office.desk.engine) as conn:
        carried = stored_openings(conn, EMPLOYEE)[2027]
        control = control_sums(conn, EMPLOYEE, "2026-12")
        book = read_books(conn)[EMPLOYEE]
        january = balance_rows(conn, book, first="2027-01", last="2027-01")
    prepaid = {code: fen for code, fen in carried.items() if code.startswith("1101")}
    assert prepaid == {leaf(FIRST, 2024): 5_000_000, leaf(FIRST, 2026): 15_000_000}
    assert sum(prepaid.values()) == control["1101"]
    assert carried[f"2001.01.{SECOND}"] == -500_000
    assert {row.leaf.account.code: row.opening_fen for row in january} == carried
    assert [(row.debit_fen, row.credit_fen) for row in january] == [(0, 0)] * len(january)
    assert (closed.seal["period"], closed.checks[0].findings) == ("2026-13", ())
    assert "1101 合计 200,000.00" in closed.checks[0].figure
    assert office.faults() == []


def test_a_year_closes_after_its_months_and_once(office: Office) -> None:
    office.on("2027-01-05")

    def unclosed() -> list[str]:
        return codes(refusal(office, lambda: office.close_year_of(EMPLOYEE, 2026)))

    assert unclosed() == ["EARLIER_OPEN"]
    office.close(*MONTHS[:-1], book=EMPLOYEE)
    assert unclosed() == ["EARLIER_OPEN"]
    office.close("2026-12", book=EMPLOYEE)
    before = snapshot(office.desk.engine)
    close_year(office.desk, 2026, book=EMPLOYEE, dry_run=True)
    assert snapshot(office.desk.engine) == before
    office.close_year_of(EMPLOYEE, 2026)
    assert unclosed() == ["YEAR_CLOSED"]


def test_january_takes_vouchers_but_does_not_close_before_the_year(office: Office) -> None:
    busy_year(office)
    office.close(*MONTHS, book=EMPLOYEE)
    office.post(office.give_back(FIRST, "150000.00", day="2027-01-04"))

    office.sign(EMPLOYEE)
    finding = only(refusal(office, lambda: office.close("2027-01", book=EMPLOYEE)))
    office.close_year_of(EMPLOYEE, 2026)
    office.close("2027-01", book=EMPLOYEE)

    assert finding.code == "YEAR_OPEN"
    assert "prepay close year 2026" in finding.remedy
    assert office.balance(leaf(FIRST), "2026-12") == "150000.00"
    assert office.balance(leaf(FIRST), "2027-01") == "0.00"
    assert office.faults() == []


def test_money_of_25_december_found_in_january_keeps_its_day(office: Office) -> None:
    busy_year(office)
    office.close(*MONTHS, book=EMPLOYEE)
    office.close_year_of(EMPLOYEE, 2026)

    office.post(office.give_back(FIRST, "100000.00", day="2026-12-25"))

    voucher = office.vouchers()[-1]
    assert (voucher.label, voucher.date, voucher.booked) == (
        "2027-01 记-0001",
        date(2026, 12, 25),
        date(2027, 1, 1),
    )
    assert office.balance(leaf(FIRST), "2026-12") == "150000.00"
    assert office.balance(leaf(FIRST), "2027-01") == "50000.00"
    assert office.faults() == []


def test_what_was_carried_bounds_what_comes_back(office: Office) -> None:
    busy_year(office)
    office.close(*MONTHS, book=EMPLOYEE)
    office.close_year_of(EMPLOYEE, 2026)

    row = office.give_back(FIRST, "50000.01", day="2027-01-04", year="2024")
    finding = only(refusal(office, lambda: office.record(row)))

    assert finding.code == "EXCEEDS_OUTSTANDING"
    assert "为 50,000.00，超出 0.01" in finding.message


#: Another hand adds to the stored 发生额 of March and takes from it, a fen or two at a time.
LEAF_ABOVE = ("1101.01.H62010000001.2026", "debit_fen", 1)
BANK_BELOW = ("1004", "debit_fen", -1)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        pytest.param(
            [LEAF_ABOVE],
            [
                "1101 年初明细合计 200,000.01，上年末总账 200,000.00",
                "年初余额借贷不平，相差 0.01",
            ],
            id="a leaf above its control account",
        ),
        pytest.param(
            [LEAF_ABOVE, BANK_BELOW],
            [
                "1004 年初明细合计 9,855,088.87，上年末总账 9,855,088.88",
                "1101 年初明细合计 200,000.01，上年末总账 200,000.00",
            ],
            id="balanced, and wrong on both",
        ),
    ],
)
def test_a_year_does_not_close_on_leaves_that_do_not_add_up(
    office: Office, changed: list[tuple[str, str, int]], told: list[str]
) -> None:
    """U8's failure: after the roll the sub-ledger no longer equals the control account."""
    busy_year(office)
    office.close(*MONTHS, book=EMPLOYEE)
    alter(
        office,
        *(
            f"UPDATE turnover SET {column} = {column} + {fen}"
            f" WHERE book = '{EMPLOYEE}' AND account = '{account}' AND period = '2026-03'"
            for account, column, fen in changed
        ),
    )

    with pytest.raises(Unsound) as caught:
        office.close_year_of(EMPLOYEE, 2026)

    found = caught.value.findings
    assert codes(found) == ["CARRY_UNEQUAL"] * len(told)
    assert [finding.message for finding in found] == told
    with reading(office.desk.engine) as conn:
        assert 2027 not in stored_openings(conn, EMPLOYEE)
