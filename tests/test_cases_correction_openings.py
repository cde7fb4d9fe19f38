"""更正期初: among the 期初 until the first close, in the open month after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.cases import receipt, told
from tests.office import EMPLOYEE

if TYPE_CHECKING:
    from tests.office import Office


def test_openings_are_corrected_among_the_openings_until_the_first_close(office: Office) -> None:
    office.fund("100.00")
    office.correct("2026-00 期初-0001", right=[{"amount": "120.00"}])
    office.post()

    assert [told(voucher) for voucher in office.vouchers()[:3]] == [
        ("期初：财政专户存款", ["借 1003 100.00", "贷 3001.01 100.00"]),
        (
            "注销2026年1月1日期初-0001号凭证",
            ["借 1003 -100.00", "贷 3001.01 -100.00"],
        ),
        (
            "订正2026年1月1日期初-0001号凭证：期初：财政专户存款",
            ["借 1003 120.00", "贷 3001.01 120.00"],
        ),
    ]
    assert [voucher.label for voucher in office.vouchers()[:3]] == [
        f"2026-00 期初-000{number}" for number in (1, 2, 3)
    ]
    assert office.turnover("1003", "2026-01") == ("0.00", "100.00")
    assert office.balance("1003", "2026-01") == "20.00"


def test_the_difference_to_an_opening_stands_among_the_openings_too(office: Office) -> None:
    office.fund("100.00")
    office.on("2026-01-20")
    office.correct("2026-00 期初-0001", right=[{"amount": "120.00"}], form="difference")
    office.post()

    assert [voucher.label for voucher in office.vouchers()] == [
        "2026-00 期初-0001",
        "2026-00 期初-0002",
        "2026-01 记-0001",
    ]
    assert office.turnover("1003", "2026-01") == ("0.00", "100.00")
    assert office.balance("1003", "2026-01") == "20.00"


def test_openings_are_corrected_in_the_open_month_after_the_first_close(office: Office) -> None:
    office.fund("100.00")
    office.close("2026-01", book=EMPLOYEE)
    office.on("2026-02-10")

    office.correct("2026-00 期初-0001", right=[{"amount": "120.00"}])
    office.post()

    assert [voucher.label for voucher in office.vouchers()[-2:]] == [
        "2026-02 记-0001",
        "2026-02 记-0002",
    ]
    assert office.turnover("1003", "2026-02") == ("20.00", "0.00")
    office.close("2026-02", book=EMPLOYEE)
    assert office.faults() == []


def test_an_opening_that_was_something_else_gives_way_to_it_in_its_month(office: Office) -> None:
    office.fund("100.00")
    office.on("2026-01-20")
    words = {"kind": "interest", "date": "2026-01-15", "amount": "100.00"}
    papers = [receipt("息-1", day="2026-01-15")]
    opening = office.row("opening-balance", date="2026-01-01", account="1004", amount="100.00")
    office.post(opening)

    office.correct("2026-00 期初-0002", right=[{**words, "papers": papers}])
    office.post()

    assert [voucher.label for voucher in office.vouchers()[2:]] == [
        "2026-00 期初-0003",
        "2026-01 记-0001",
        "2026-01 记-0002",
    ]
    assert office.turnover("4201.01.01", "2026-01") == ("0.00", "100.00")
    assert office.faults() == []
