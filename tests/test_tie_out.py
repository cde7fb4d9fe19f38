"""拨付核对表: 核定, 用款计划, 支付指令, 回单 and 凭证 of each payment tie out, or it is said where not."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from click.testing import CliRunner

import cli
from ledger.events.words import Paper
from ledger.reports.assess.tie_parts import CitedPaper, TiePayment, payment_faults
from ledger.reports.drawing import draw_up
from ledger.reports.kind import ReportAsked
from tests.office import EMPLOYEE, FIRST, SECOND, THIRD, Office, Row

if TYPE_CHECKING:
    from ledger.formats.report import Report


def drawn(office: Office, **words: object) -> Report:
    """Draw the table of 2026."""
    asked = ReportAsked(book=EMPLOYEE, **{"year": 2026, **words})  # type: ignore[arg-type]
    (report,) = draw_up(office.desk, "tie-out", asked)
    return report


def rows(report: Report) -> list[Any]:
    """Return the hospitals as programs read them."""
    found = report.tree["rows"]
    assert isinstance(found, list)
    return found


def paper(type_: str, number: str, day: str = "2026-03-10", amount: str = "") -> Row:
    """Write a paper."""
    found: Row = {"type": type_, "number": number, "date": day}
    return found | ({"amount": amount} if amount else {})


def permitted(office: Office, hospital: str, amount: str) -> None:
    """Let a hospital be paid an amount."""
    office.permit(hospital, 2026, amount=amount)
    office.permitted.add((hospital, 2026, "employee", "900000000.00"))


def test_what_ties_out_is_shown_with_every_paper(office: Office) -> None:
    """One transfer of 500,000 for two hospitals, one order for both."""
    office.fund()
    permitted(office, FIRST, "300000.00")
    permitted(office, SECOND, "200000.00")
    office.on("2026-03-20")
    papers: list[Row] = [
        paper("payment-order", "指令-1", amount="500000.00"),
        paper("bank-receipt", "回单-1", amount="500000.00"),
    ]
    office.post(
        office.pay(FIRST, "300000.00", papers=papers),
        office.pay(SECOND, "200000.00", papers=papers),
    )
    report = drawn(office)
    assert report.alerts == ()
    first, _ = rows(report)
    assert (first["approved"], first["paid"], first["differences"]) == (
        "300000.00",
        "300000.00",
        [],
    )
    (payment,) = first["payments"]
    assert payment["voucher"] == "2026-03 记-0001"
    assert payment["orders"][0]["used"] == payment["receipts"][0]["used"] == "500000.00"
    assert payment["remarks"] == ["回单 回单-1 由 2 笔业务共用"]
    assert "2026年财政拨入合计 10,000,000.00（funding-plan-2）" in report.notes[0]


def test_what_does_not_tie_out_stands_first_and_red(office: Office) -> None:
    office.fund()
    permitted(office, FIRST, "300000.00")
    permitted(office, SECOND, "200000.00")
    permitted(office, THIRD, "100000.00")
    office.on("2026-03-20")
    office.post(
        office.pay(FIRST, "300000.00"),
        office.pay(
            SECOND,
            "150000.00",
            papers=[
                paper("payment-order", "指令-2", amount="155000.00"),
                paper("bank-receipt", "回单-2", "2026-03-11", "160000.00"),
            ],
        ),
    )
    report = drawn(office)
    second, third = report.alerts
    assert second.split("；") == [
        "安宁示范医院：核定未拨付 50,000.00",
        "回单 回单-2 日期 2026-03-11 ≠ 付款日 2026-03-10",
        "支付指令 指令-2 金额 155,000.00，1 笔业务共用 150,000.00",
        "回单 回单-2 金额 160,000.00，1 笔业务共用 150,000.00",
    ]
    assert third == "榆中示范卫生院：核定未拨付 100,000.00"
    assert [(row.cells[1], row.mark) for row in report.rows] == [
        ("安宁示范医院", "alert"),
        ("榆中示范卫生院", "alert"),
        ("城关示范医院", ""),
        ("合计", "total"),
    ]


def test_a_voucher_of_another_amount_and_a_later_order_are_differences() -> None:
    """The checks refuse such payments; the table does not take their word for it."""
    order = Paper(type="payment-order", number="指令-1", date=date(2026, 3, 12))
    receipt = Paper(type="bank-receipt", number="回单-1", date=date(2026, 3, 10))
    payment = TiePayment(
        key="拨-1",
        date=date(2026, 3, 10),
        bank_fen=30_000_000,
        orders=(CitedPaper(paper=order, stated_fen=1, used_fen=1, citing=1),),
        receipts=(CitedPaper(paper=receipt, stated_fen=1, used_fen=1, citing=1),),
        voucher="2026-03 记-0001",
        booked=date(2026, 3, 10),
        voucher_fen=29_999_999,
        returned_fen=0,
        irregular=False,
    )
    assert payment_faults(payment) == [
        "凭证 299,999.99 ≠ 实付 300,000.00",
        "支付指令 指令-1 日期 2026-03-12 晚于付款日 2026-03-10",
    ]
    assert payment_faults(replace(payment, receipts=(), orders=()))[1:] == [
        "没有支付指令",
        "没有银行回单",
    ]


def test_what_the_bank_sent_back_and_what_was_put_right_tie_out(office: Office) -> None:
    """退汇 and paid again; a payment of which the amount was mended by a difference."""
    office.fund()
    permitted(office, FIRST, "300000.00")
    permitted(office, SECOND, "200000.00")
    office.on("2026-03-20")
    office.post(
        office.pay(FIRST, "300000.00", key="拨-1"),
        office.row(
            "payment-return",
            date="2026-03-12",
            hospital=FIRST,
            year="2026",
            amount="300000.00",
            to="1004",
            disbursement="拨-1",
        ),
        office.pay(FIRST, "300000.00", day="2026-03-15", key="拨-2"),
        office.pay(SECOND, "190000.00", key="拨-3"),
    )
    office.correct("拨-3", right=[{"amount": "200000.00"}], form="difference")
    office.post()
    report = drawn(office)
    assert report.alerts == ()
    first, second = rows(report)
    assert [payment["remarks"] for payment in first["payments"]] == [
        ["退汇 300,000.00"],
        ["退汇后再付"],
    ]
    assert (second["paid"], second["payments"][0]["voucher_amount"]) == ("200000.00", "200000.00")


def test_what_the_bank_paid_twice_has_no_order(office: Office) -> None:
    office.fund()
    permitted(office, FIRST, "300000.00")
    office.on("2026-03-20")
    office.post(office.pay(FIRST, "300000.00"))
    again = office.pay(
        FIRST,
        "300000.00",
        day="2026-03-11",
        irregular="yes",
        reason="银行重复付款",
        papers=[paper("bank-receipt", "回单-重", "2026-03-11")],
    )
    office.record(again)
    office.chief_approves()
    office.post()
    assert drawn(office).alerts == (
        "城关示范医院：已拨付 600,000.00 超过核定 300,000.00；没有支付指令（特殊情况）",
    )


def test_the_table_is_a_command(office: Office) -> None:
    office.fund()
    office.on("2026-03-20")
    office.post(office.pay(FIRST, "300000.00"))
    url = office.desk.engine.url.render_as_string(hide_password=False)
    words = ["report", "tie-out", "--year", "2026", "--hospital", FIRST, "--format", "json"]
    done = CliRunner().invoke(cli.main, ["--database", url, "--book", EMPLOYEE, *words])
    assert done.exit_code == 0, done.stderr
    assert json.loads(done.stdout)["total"]["paid"] == "300000.00"
    words[5] = "H62019999999"
    done = CliRunner().invoke(cli.main, ["--database", url, "--book", EMPLOYEE, *words])
    assert done.exit_code == 1
    assert "NOTHING_FOUND" in done.stderr
