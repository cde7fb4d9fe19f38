"""余额调节表: which items stay open between the bank's balance and ours."""

from __future__ import annotations

import pytest

from ledger.basis.errors import Refused
from ledger.basis.money import yuan
from ledger.reports.bank.adjustment_sheet import adjustment_sheet
from ledger.workflow.bank.marks import confirm
from tests.adjustment_office import FUNDED, items
from tests.bank_office import bring, draw, freeze, match, sides, submit
from tests.office import EMPLOYEE, FIRST, SECOND, Office, codes


def test_the_four_kinds_of_open_items_bridge_the_two_balances(office: Office) -> None:
    """Work it out on paper first, for the end of March.

    the statement ends on      1,000 − 300 + 66 − 40          =   726.00
    + we have received, the bank has not                          200.00
    − we have paid, the bank has not                              150.00
    adjusted                                                      776.00

    our books end on           1,000 − 300 + 200 − 150        =   750.00
    + the bank has received, we have not                           66.00
    − the bank has paid, we have not                               40.00
    adjusted                                                      776.00
    """
    office.fund("1000.00")
    office.post(office.pay(FIRST, "300.00"))
    office.post(office.pay(SECOND, "150.00", day="2026-03-31"))
    office.post(
        office.row("suspense", date="2026-03-31", to="1004", amount="200.00", counterparty="甲")
    )
    bring(
        office,
        (
            FUNDED,
            ("2026-03-10", "-300.00", "城关示范医院"),
            ("2026-03-20", "66.00", "路人", "", "汇错"),
            ("2026-03-25", "-40.00", "某单位", "", "扣款"),
        ),
    )
    match(office)
    drawn = draw(office, "2026-03")
    figures = drawn.figures
    assert (yuan(figures.statement_fen), yuan(figures.book_fen)) == ("726.00", "750.00")
    assert yuan(figures.bank_adjusted_fen) == yuan(figures.book_adjusted_fen) == "776.00"
    shown = [(row.cells[0], row.cells[7]) for row in adjustment_sheet(drawn).rows if row.cells[0]]
    assert shown == [
        ("银行对账单余额", 72600),
        ("加：本账已收、银行未收", 20000),
        ("减：本账已付、银行未付", 15000),
        ("调节后余额（对账单）", 77600),
        ("本账余额", 75000),
        ("加：银行已收、本账未收", 6600),
        ("减：银行已付、本账未付", 4000),
        ("调节后余额（账面）", 77600),
    ]
    assert items(drawn.content) == [
        ("book-in", "2026-03 记-0003", "200.00"),
        ("book-out", "2026-03 记-0002", "-150.00"),
        ("bank-in", "对账单 3", "66.00"),
        ("bank-out", "对账单 4", "-40.00"),
    ]


def test_a_bank_fee_is_never_ours_and_stays_open_until_it_is_given_back(office: Office) -> None:
    """银行误收: the bank's side gets it back, our books stay as they are; in April it is settled."""
    office.fund("1000.00")
    bring(office, (FUNDED, ("2026-03-21", "-12.50", "", "", "账户管理费")))
    match(office)
    drawn = draw(office, "2026-03")
    assert items(drawn.content) == [("error-out", "对账单 2", "12.50")]
    assert yuan(drawn.figures.bank_adjusted_fen) == "1000.00"
    freeze(office, "2026-03")
    bring(office, (("2026-04-02", "12.50", "", "", "退回手续费"),), opening="987.50", name="四.csv")
    match(office)
    (number,) = [m.number for m in sides(office).marks if m.state == "proposed"]
    confirm(office.desk, EMPLOYEE, [number])
    april = draw(office, "2026-04")
    assert items(april.content) == []
    assert [item["label"] for item in april.content["settled"]] == ["对账单 2"]
    assert yuan(april.figures.bank_adjusted_fen) == "1000.00"


def test_money_on_its_way_over_the_month_end_is_open_then_and_settled_after(
    office: Office,
) -> None:
    office.fund("1000.00")
    office.post(office.pay(FIRST, "300.00", day="2026-03-31"))
    bring(office, (FUNDED, ("2026-04-01", "-300.00", "城关示范医院")))
    match(office)
    march = draw(office, "2026-03")
    assert items(march.content) == [("book-out", "2026-03 记-0001", "-300.00")]
    assert march.content["items"][0]["cause"] == "银行 2026-04-01 已达"
    assert items(draw(office, "2026-04").content) == []


def test_a_receipt_booked_after_the_close_is_open_in_its_month_and_then_settled(
    office: Office,
) -> None:
    """The bank's day is March, 记账 is April: the March sheet shows it, the April sheet settles it."""
    office.fund("1000.00")
    bring(office, (FUNDED, ("2026-03-30", "66.00", "路人", "", "汇错")))
    match(office)
    freeze(office, "2026-03")
    row = office.row(
        *("suspense",),
        date="2026-03-30",
        booked="2026-04-02",
        to="1004",
        amount="66.00",
        counterparty="路人",
    )
    office.post(row)
    match(office)
    (number,) = [m.number for m in sides(office).marks if m.state == "proposed"]
    office.desk.operator = "出纳戊"
    confirm(office.desk, EMPLOYEE, [number])
    april = draw(office, "2026-04")
    assert (items(april.content), len(april.content["settled"])) == ([], 1)
    assert yuan(april.figures.book_fen) == yuan(april.figures.statement_fen) == "1066.00"
    frozen = draw(office, "2026-03")
    assert items(frozen.content) == [("bank-in", "对账单 2", "66.00")]


def test_a_wrong_amount_in_our_books_is_explained_and_right_after_its_correction(
    office: Office,
) -> None:
    office.fund("1000.00")
    office.post(office.pay(FIRST, "300.01"))
    bring(office, (FUNDED, ("2026-03-10", "-300.00", "城关示范医院")))
    match(office)
    causes = {item["cause"] for item in draw(office, "2026-03").content["items"]}
    assert causes == {
        "与对账单 2 相差 0.01，核对是银行有误还是账记错",
        "与 2026-03 记-0001 相差 0.01，核对是银行有误还是账记错",
    }
    office.on("2026-03-20")
    office.correct("2026-03 记-0001", right=[{"amount": "300.00"}], form="difference")
    office.post()
    match(office)
    assert items(draw(office, "2026-03").content) == []


def test_statements_that_begin_later_than_the_books_take_the_balance_as_it_stood(
    office: Office,
) -> None:
    """January was before the first statement; a payment of 28 February reached the bank in March."""
    office.fund("1000.00")
    office.post(office.pay(FIRST, "300.00", day="2026-02-28"))
    bring(office, (("2026-03-02", "-300.00", "城关示范医院"),), opening="1000.00")
    match(office)
    drawn = draw(office, "2026-03")
    assert (items(drawn.content), drawn.figures.difference_fen) == ([], 0)
    with pytest.raises(Refused) as error:
        draw(office, "2026-02")
    assert codes(error.value.findings) == ["STATEMENT_MISSING"]


def test_a_balance_that_was_wrong_from_the_start_is_named_and_not_submitted(
    office: Office,
) -> None:
    office.fund("1000.00")
    bring(office, (("2026-03-02", "-300.00", "城关示范医院"),), opening="1000.01")
    office.post(office.pay(FIRST, "300.00", day="2026-03-02"))
    match(office)
    with pytest.raises(Refused) as error:
        submit(office, "2026-03")
    assert codes(error.value.findings) == ["ADJUSTED_UNEQUAL"]
    assert "差 0.01" in error.value.findings[0].message
    assert adjustment_sheet(draw(office, "2026-03")).alerts == (
        "两边调节后余额相差 0.01，还不能提交",
    )


def test_a_hospitals_words_of_a_fee_are_no_charge_of_the_bank(office: Office) -> None:
    office.fund("1000.00")
    bring(
        office,
        (FUNDED, ("2026-03-21", "-40.00", "安宁示范医院", "", "2026年费用预拨")),
    )
    match(office)
    assert items(draw(office, "2026-03").content) == [("bank-out", "对账单 2", "-40.00")]
