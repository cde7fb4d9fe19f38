"""余额调节表: worked out on paper first, then by the program; both sides must meet to the 分."""

from __future__ import annotations

from datetime import date

import pytest
import sqlalchemy as sa

from ledger.basis.errors import Refused
from ledger.basis.money import yuan
from ledger.reports.bank.adjustment_sheet import adjustment_sheet
from ledger.store import schema as s
from ledger.store.bank import read_confirmed_balances, read_sheets
from ledger.store.engine import reading
from ledger.workflow.bank.adjust import adjust, approve_sheets
from ledger.workflow.bank.apart import approve_apart, chosen_lines, set_apart
from ledger.workflow.bank.close import reconciled_accounts
from ledger.workflow.bank.draw import Entered, read_causes
from ledger.workflow.bank.marks import confirm, unmatch
from ledger.workflow.bank.statement_import import drop_statement, import_statement
from ledger.workflow.desk import book_of
from ledger.workflow.setup.masters import add_operator
from tests.bank_office import (
    bring,
    draw,
    freeze,
    match,
    printed,
    share,
    sides,
    submit,
    write_csv,
)
from tests.office import EMPLOYEE, FIRST, SECOND, Office, codes

FUNDED = ("2026-01-10", "1000.00", "兰州市财政局", "", "拨款")


def items(content: dict[str, object]) -> list[tuple[str, str, str]]:
    found = content["items"]
    assert isinstance(found, list)
    return [(item["kind"], item["label"], item["amount"]) for item in found]


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


def test_the_paper_statement_must_end_where_the_imported_lines_do(office: Office) -> None:
    office.fund("1000.00")
    bring(office, (FUNDED,))
    assert draw(office, "2026-01", statement="1,000.00")
    with pytest.raises(Refused) as error:
        draw(office, "2026-01", statement="999.99")
    assert codes(error.value.findings) == ["STATEMENT_BALANCE"]


def test_on_a_shared_account_the_general_ledger_stands_between(office: Office) -> None:
    """Work it out on paper first: the account also pays 待遇.

    The statement ends on 1,000 + 5,000 − 70 − 300 = 5,630.00, ours on 1,000 − 300 = 700.00; the
    总账 holds 4,930.00 more on the account, of which a paper speaks.
    """
    share(office)
    office.fund("1000.00")
    office.post(office.pay(FIRST, "300.00"))
    bring(
        office,
        (
            FUNDED,
            ("2026-01-11", "5000.00", "兰州市财政局", "", "待遇拨款"),
            ("2026-03-09", "-70.00", "某药店", "", "待遇支付"),
            ("2026-03-10", "-300.00", "城关示范医院"),
        ),
    )
    match(office)
    office.desk.operator = "制单乙"
    choice = chosen_lines([2, 3], "")
    set_apart(office.desk, EMPLOYEE, "1004", choice, word="待遇支付", reason="总账")
    before = draw(office, "2026-03", other="4930.00", paper="other:总账3月:2026-03-31")
    assert before.figures.difference_fen == -493000  # Not approved yet: still open on our side.
    office.desk.operator = "审核丙"
    approve_apart(office.desk, EMPLOYEE, ())
    with pytest.raises(Refused) as error:
        submit(office, "2026-03")
    assert codes(error.value.findings) == ["OTHER_NET_MISSING"]
    done = freeze(office, "2026-03", other="4930.00", paper="other:总账3月:2026-03-31")
    told = [row.cells[0] for row in adjustment_sheet(done).rows]
    assert told == [
        "银行对账单余额",
        "调节后余额（对账单）",
        "本账余额",
        "加：总账其他业务净额",
        "总账余额",
        "调节后余额（账面）",
    ]
    assert [row.cells[7] for row in adjustment_sheet(done).rows] == [
        563000,
        563000,
        70000,
        493000,
        563000,
        563000,
    ]
    with reading(office.desk.engine) as conn:
        assert read_confirmed_balances(conn, EMPLOYEE, 2026) == []


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ({"other": "5.00"}, "OTHER_NET_PAPER"),
        ({"paper": "other:一:2026-03-31"}, "OTHER_NET_PAPER"),
        ({"other": "5.005", "paper": "other:一:2026-03-31"}, "AMOUNT_UNREADABLE"),
        ({"other": "5.00", "paper": "没有这种"}, "PAPER_UNREADABLE"),
    ],
)
def test_the_net_of_other_business_needs_an_amount_and_its_paper(
    office: Office, words: dict[str, str], code: str
) -> None:
    share(office)
    bring(office, (FUNDED,))
    with pytest.raises(Refused) as error:
        draw(office, "2026-01", **words)
    assert codes(error.value.findings) == [code]


def test_an_account_of_our_own_has_no_other_net(office: Office) -> None:
    bring(office, (FUNDED,))
    with pytest.raises(Refused) as error:
        draw(office, "2026-01", other="5.00", paper="other:一:2026-03-31")
    assert codes(error.value.findings) == ["ACCOUNT_EXCLUSIVE"]


def test_the_fiscal_account_is_reconciled_with_the_statement_of_the_finance_bureau(
    office: Office,
) -> None:
    """1003: 财政 prints from its own side; 期初 1,000.00 is what the account began with."""
    office.fund("1000.00")
    office.post(office.pay(FIRST, "300.00"))
    office.post(office.give_back(FIRST, "300.00", day="2026-03-20"))
    office.post(office.row("remittance", date="2026-03-31", amount="300.00"))
    rows = printed(
        (
            ("2026-01-10", "-1000.00", "", "", "拨付支出户用款"),
            ("2026-03-31", "300.00", "", "", "经办机构上解"),
        ),
        opening="1000.00",
    )
    turned = [[*row[:4], row[5], row[4], *row[6:]] for row in rows]
    path = write_csv(office.folder / "财政.csv", turned)
    office.on("2026-03-31")
    office.desk.operator = "出纳戊"
    done = import_statement(office.desk, EMPLOYEE, "1003", path)
    assert done.flipped
    assert match(office, account="1003").matched == 2
    frozen = freeze(office, "2026-03", account="1003", other="0.00", paper="other:无:2026-03-31")
    assert adjustment_sheet(frozen).title == "财政专户存款余额调节表"
    assert yuan(frozen.figures.statement_fen) == "300.00"


def test_prepared_by_one_approved_by_another_and_frozen(office: Office) -> None:
    office.fund("1000.00")
    bring(office, (FUNDED,))
    match(office)
    office.desk.operator = "管理员甲"
    add_operator(office.desk, "两岗己", ("preparer", "approver"))
    first = submit(office, "2026-01")
    assert first.sheet is not None
    assert submit(office, "2026-01").sheet == first.sheet  # The same again is the same sheet.
    for who, found in (
        ("制单乙", ["ROLE_MISSING"]),
        ("出纳戊", ["ROLE_MISSING", "CASHIER_DUTIES"]),
    ):
        office.desk.operator = who
        with pytest.raises(Refused) as error:
            approve_sheets(office.desk, EMPLOYEE, "2026-01")
        assert codes(error.value.findings) == found
    office.desk.operator = "审核丙"
    approve_sheets(office.desk, EMPLOYEE, "2026-01")
    with pytest.raises(Refused) as error:
        submit(office, "2026-01")
    assert codes(error.value.findings) == ["SHEET_APPROVED"]
    with pytest.raises(Refused) as error:
        approve_sheets(office.desk, EMPLOYEE, "2026-01")
    assert codes(error.value.findings) == ["ROLE_MISSING", "CASHIER_DUTIES"]


def test_nobody_approves_a_sheet_of_their_own(office: Office) -> None:
    office.fund("1000.00")
    bring(office, (FUNDED,))
    match(office)
    office.desk.operator = "管理员甲"
    add_operator(office.desk, "两岗己", ("preparer", "approver"))
    office.desk.operator = "两岗己"
    office.on("2026-02-05")
    adjust(office.desk, EMPLOYEE, "2026-01", account="1004", entered=Entered(), submit=True)
    with pytest.raises(Refused) as error:
        approve_sheets(office.desk, EMPLOYEE, "2026-01")
    assert codes(error.value.findings) == ["SAME_PERSON"]


def test_a_sheet_whose_figures_have_changed_is_not_approved(office: Office) -> None:
    office.fund("1000.00")
    office.post(office.pay(FIRST, "300.00", day="2026-01-20"))
    bring(office, (FUNDED,))
    match(office)
    submit(office, "2026-01")
    office.post(office.pay(SECOND, "1.00", day="2026-01-21"))
    office.desk.operator = "审核丙"
    with pytest.raises(Refused) as error:
        approve_sheets(office.desk, EMPLOYEE, "2026-01")
    assert codes(error.value.findings) == ["SHEET_STALE"]
    assert freeze(office, "2026-01").sheet
    with reading(office.desk.engine) as conn:
        sheets = read_sheets(conn, EMPLOYEE)
    assert [(sheet.version, bool(sheet.approved_by)) for sheet in sheets] == [(1, False), (2, True)]


def approved_march(office: Office) -> None:
    """Let March's 余额调节表 of 1004 be approved, and April's wait."""
    office.fund("1000.00")
    office.post(office.pay(FIRST, "300.00", day="2026-03-31"))
    bring(office, (FUNDED, ("2026-04-01", "-300.00", "城关示范医院")))
    match(office)
    freeze(office, "2026-03")
    submit(office, "2026-04")


def test_what_is_confirmed_is_given_for_the_journals(office: Office) -> None:
    approved_march(office)
    with reading(office.desk.engine) as conn:
        (confirmed,) = read_confirmed_balances(conn, EMPLOYEE, 2026)
        assert read_confirmed_balances(conn, EMPLOYEE, 2025) == []
    assert confirmed == ("1004", date(2026, 3, 31), 70000, "调节表 1004-2026-03-1")
    assert office.balance("1004", "2026-03") == "700.00"


def test_a_cause_may_be_written_by_hand_and_is_frozen_with_the_sheet(office: Office) -> None:
    office.fund("1000.00")
    bring(office, (FUNDED, ("2026-01-20", "66.00", "路人")))
    match(office)
    office.desk.operator = "出纳戊"
    office.on("2026-02-05")
    causes = read_causes(["对账单 2=路人汇错，二月退还"])
    (drawn,) = adjust(office.desk, EMPLOYEE, "2026-01", entered=Entered(causes=causes), submit=True)
    assert drawn.content["items"][0]["cause"] == "路人汇错，二月退还"
    with pytest.raises(Refused) as error:
        adjust(office.desk, EMPLOYEE, "2026-01", entered=Entered(causes={"对账单 9": "无"}))
    assert codes(error.value.findings) == ["ITEM_UNKNOWN"]
    with pytest.raises(Refused) as error:
        read_causes(["没有等号"])
    assert codes(error.value.findings) == ["CAUSE_UNREADABLE"]


def test_the_database_lets_nobody_approve_their_own_sheet_or_change_a_frozen_one(
    office: Office,
) -> None:
    office.fund("1000.00")
    bring(office, (FUNDED,))
    match(office)
    submit(office, "2026-01")
    row = {
        "book": EMPLOYEE,
        "account": "1004",
        "period": "2026-01",
        "version": 1,
        "prepared_by": "出纳戊",
        "approved_by": "出纳戊",
        "approved_at": "2026",
    }
    with pytest.raises(sa.exc.IntegrityError), office.desk.engine.begin() as conn:
        conn.execute(sa.insert(s.bank_approval), row)
    for statement in (
        sa.update(s.bank_reconciliation).values(book_fen=0),
        sa.delete(s.bank_reconciliation),
    ):
        with pytest.raises(sa.exc.DBAPIError), office.desk.engine.begin() as conn:
            conn.execute(statement)


def test_a_month_that_is_not_over_has_no_sheet(office: Office) -> None:
    office.fund("1000.00")
    bring(office, (FUNDED,))
    match(office)
    office.on("2026-01-31")
    with pytest.raises(Refused) as refused:
        adjust(office.desk, EMPLOYEE, "2026-01", account="1004", entered=Entered(), submit=True)
    assert codes(refused.value.findings) == ["MONTH_RUNNING"]


def test_a_month_without_a_line_needs_the_balance_of_the_paper_statement(office: Office) -> None:
    office.fund("1000.00")
    bring(office, (FUNDED,))
    match(office)
    with pytest.raises(Refused) as refused:
        submit(office, "2026-02")
    assert codes(refused.value.findings) == ["STATEMENT_ABSENT"]
    assert submit(office, "2026-02", statement="1000.00").sheet is not None


def test_postings_behind_a_sheet_that_come_to_nothing_make_it_stale_too(office: Office) -> None:
    """+50 and −50 posted into January: the balance is the same, the open items are not."""
    office.fund("1000.00")
    bring(office, (FUNDED,))
    match(office)
    freeze(office, "2026-01")
    office.post(
        office.row("suspense", date="2026-01-20", to="1004", amount="50.00", counterparty="甲"),
        office.pay(FIRST, "50.00", day="2026-01-21"),
    )
    with reading(office.desk.engine) as conn:
        found, _ = reconciled_accounts(conn, book_of(conn, EMPLOYEE), "2026-01")
    assert codes(found.findings) == ["RECONCILIATION_STALE"]
    assert freeze(office, "2026-01").content["items"] != []


def test_what_was_matched_after_the_sheet_may_be_undone_again(office: Office) -> None:
    """The sheet has both open; the match came later, and was wrong."""
    office.fund("1000.00")
    office.post(office.pay(FIRST, "300.00"))
    bring(office, (FUNDED, ("2026-03-10", "-300.00")))
    freeze(office, "2026-03")
    match(office)
    for mark in sides(office).marks:
        if mark.state == "proposed":
            confirm(office.desk, EMPLOYEE, [mark.number])
    wrong = [mark.number for mark in sides(office).marks if mark.in_force and mark.units]
    assert unmatch(office.desk, EMPLOYEE, wrong[-1:], "不是这一笔")


def test_a_hospitals_words_of_a_fee_are_no_charge_of_the_bank(office: Office) -> None:
    office.fund("1000.00")
    bring(
        office,
        (FUNDED, ("2026-03-21", "-40.00", "安宁示范医院", "", "2026年费用预拨")),
    )
    match(office)
    assert items(draw(office, "2026-03").content) == [("bank-out", "对账单 2", "-40.00")]


def test_a_line_whose_voucher_was_turned_down_is_offered_the_other(office: Office) -> None:
    """Two payments of 500, one line: first the one, then, turned down, the other is proposed."""
    office.fund("1000.00")
    office.post(office.pay(FIRST, "500.00", day="2026-03-09"), office.pay(FIRST, "500.00"))
    bring(office, (FUNDED, ("2026-03-10", "-500.00", "城关示范医院")))
    line = sides(office).lines[-1]
    offered = []
    for _ in range(3):
        match(office)
        mark = [m for m in sides(office).marks if line.id in m.lines][-1]
        offered.append((mark.state, mark.units))
        unmatch(office.desk, EMPLOYEE, [mark.number], "不是这一笔")
    assert [state for state, _ in offered] == ["matched", "proposed", "proposed"]
    first, again, other = (member for _, member in offered)
    assert first == again != other


def test_a_file_in_the_midst_of_others_is_not_taken_back(office: Office) -> None:
    """A bank names every export alike: taking 明细.csv back would tear February and April out."""
    office.fund("1000.00")
    bring(office, (FUNDED,), name="a.csv")
    for day, name, opening in (
        ("2026-02-10", "明细.csv", "1000.00"),
        ("2026-03-10", "b.csv", "1010.00"),
        ("2026-04-10", "明细.csv", "1020.00"),
    ):
        bring(office, ((day, "10.00", "甲"),), name=name, opening=opening)
    with pytest.raises(Refused) as refused:
        drop_statement(office.desk, EMPLOYEE, "1004", "明细.csv", "导错")
    assert codes(refused.value.findings) == ["STATEMENT_GAP"]
