"""Two dates: the day of the fact, and the month it is booked in; closed is closed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tests.cases import only, refused
from tests.office import EMPLOYEE, FIRST, SECOND, leaf

if TYPE_CHECKING:
    from tests.office import Office


def test_a_closed_month_takes_nothing_by_name(office: Office) -> None:
    office.fund()
    office.close("2026-01", "2026-02", book=EMPLOYEE)

    finding = only(
        refused(office, office.pay(FIRST, "5.00", day="2026-02-10", booked="2026-02-10"))
    )

    assert (finding.code, finding.clause) == ("PERIOD_CLOSED", "财会〔2024〕12号·二十四")
    assert "2026-02 已结账，不能再记账；现在最早可记 2026-03" in finding.message
    assert "2026-03-01" in finding.remedy


def test_a_late_fact_goes_into_the_first_open_month_and_keeps_its_day(office: Office) -> None:
    office.fund()
    office.close("2026-01", "2026-02", book=EMPLOYEE)

    office.post(office.pay(FIRST, "5.00", day="2026-02-10"))

    voucher = office.vouchers()[-1]
    assert (voucher.date, voucher.booked) == (date(2026, 2, 10), date(2026, 3, 1))
    assert voucher.label == "2026-03 记-0001"


def test_a_later_open_month_may_be_asked_for_by_name(office: Office) -> None:
    office.fund()
    office.close("2026-01", book=EMPLOYEE)
    office.post(office.pay(SECOND, "5.00", day="2026-02-10", booked="2026-04-01"))

    assert office.vouchers()[-1].label == "2026-04 记-0001"
    assert office.turnover(leaf(SECOND), "2026-04") == ("5.00", "0.00")


def test_nothing_is_booked_before_it_happened(office: Office) -> None:
    office.fund()

    finding = only(refused(office, office.pay(FIRST, "5.00", booked="2026-03-09")))

    assert (finding.code, finding.field) == ("BOOKED_EARLY", "booked 记账日期")
    assert "记账日期 2026-03-09 早于业务日期 2026-03-10" in finding.message


def test_months_before_the_books_began_are_closed(office: Office) -> None:
    finding = only(
        refused(office, office.row("interest", date="2025-12-21", booked="2025-12-21", amount="5"))
    )

    assert finding.code == "PERIOD_CLOSED"
