"""One year of one book, end to end: the shape of everything else."""

from __future__ import annotations

from tests.office import EMPLOYEE, FIRST, Office, leaf, shown


def test_a_year_from_opening_to_the_next_january(office: Office) -> None:
    office.fund("1000000.00")
    office.on("2026-03-10")
    office.post(office.pay(FIRST, "600000.00"))
    office.on("2026-12-20")
    office.post(office.give_back(FIRST, "450000.00"))
    office.post(office.row("remittance", date="2026-12-31", amount="850000.00"))

    office.on("2027-01-05")
    office.close(*(f"2026-{month:02d}" for month in range(1, 13)), book=EMPLOYEE)
    office.close_year_of(EMPLOYEE, 2026)
    office.post(office.give_back(FIRST, "150000.00", day="2027-01-04"))

    assert office.balance(leaf(FIRST), "2026-12") == "150000.00"
    assert office.balance(leaf(FIRST), "2027-01") == "0.00"
    assert shown(office.vouchers()[-1]) == [
        "借 1004 150,000.00",
        f"贷 {leaf(FIRST)} 150,000.00",
    ]
    assert office.faults() == []
