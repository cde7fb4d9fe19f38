"""资金来源在先: a payment comes after the 财政 document and the office's own minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tests.cases import only, receipt, refused
from tests.office import FIRST

if TYPE_CHECKING:
    from tests.office import Office, Row


def funds(office: Office, *, plan: str, notice: str, day: str) -> Row:
    """Write an allocation with the dates of its 用款计划 and its 财政拨款通知."""
    papers = [
        {"type": "funding-plan", "number": "计-1", "date": plan},
        {"type": "allocation-notice", "number": "甘财社〔2026〕9号", "date": notice},
        receipt("拨-1", day=day),
    ]
    return office.row("allocation", amount="900000.00", date=day, papers=papers)


def test_nothing_is_paid_before_the_day_of_the_years_first_notice(office: Office) -> None:
    office.on("2026-03-25")
    office.post(funds(office, plan="2026-03-01", notice="2026-03-12", day="2026-03-08"))

    finding = only(refused(office, office.pay(FIRST, "5.00", day="2026-03-10")))

    assert (finding.code, finding.clause) == ("PAYMENT_BEFORE_FUNDS", "甘肃·四")
    assert (
        "财政拨款通知 甘财社〔2026〕9号 的日期是 2026-03-12，晚于拨付日 2026-03-10"
        in finding.message
    )
    office.post(office.pay(FIRST, "5.00", day="2026-03-12"))


def test_the_rows_of_one_file_are_held_to_each_other(office: Office) -> None:
    office.on("2026-03-25")
    row = funds(office, plan="2026-03-01", notice="2026-03-12", day="2026-03-08")
    found = refused(office, row, office.pay(FIRST, "5.00", day="2026-03-10"))
    assert (only(found).row, only(found).code) == (2, "PAYMENT_BEFORE_FUNDS")


def test_the_bank_s_own_payment_goes_in_as_a_special_case(office: Office) -> None:
    office.on("2026-03-25")
    office.post(funds(office, plan="2026-03-01", notice="2026-03-12", day="2026-03-08"))
    words = {"irregular": "yes", "reason": "银行先付"}
    papers = [
        receipt("付-1", "5.00"),
        {"type": "payment-order", "number": "令-1", "date": "2026-03-10"},
    ]
    done = office.record(office.pay(FIRST, "5.00", day="2026-03-10", papers=papers, **words))
    assert len(done.rows) == 1


def test_what_is_entered_later_and_dated_earlier_is_told_and_not_refused(office: Office) -> None:
    office.on("2026-03-25")
    office.post(funds(office, plan="2026-03-01", notice="2026-03-05", day="2026-03-08"))
    done = office.record(office.pay(FIRST, "5.00", day="2026-03-10"))
    warned = [one for one in done.warnings if one.code == "FUNDS_ENTERED_LATE"]
    assert "日期 2026-03-05 不晚于拨付日 2026-03-10，登记在 2026-03-25" in only(warned).message


def test_the_offices_own_minutes_come_before_the_payment(office: Office) -> None:
    office.fund()
    row = office.pay(FIRST, "5.00", day="2026-03-10")
    minutes = {"type": "minutes", "number": "局务会3号", "date": "2026-03-11"}
    row["papers"] = [*cast("list[Row]", row["papers"]), minutes]
    finding = only(refused(office, row))
    assert finding.code == "PAPER_LATER"
    assert "会议纪要 局务会3号 的日期 2026-03-11 晚于付款日 2026-03-10" in finding.message


def test_a_year_that_began_with_money_is_not_judged_by_its_allocations(office: Office) -> None:
    opening = office.row("opening-balance", date="2026-01-01", account="1004", amount="100.00")
    office.post(opening)
    office.on("2026-03-25")
    office.post(funds(office, plan="2026-03-01", notice="2026-03-12", day="2026-03-08"))
    assert len(office.record(office.pay(FIRST, "5.00", day="2026-03-10")).rows) == 1
