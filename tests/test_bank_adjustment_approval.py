"""余额调节表: prepared by one, approved by another, frozen, and what makes it stale."""

from __future__ import annotations

from datetime import date

import pytest
import sqlalchemy as sa

from ledger.basis.errors import Refused
from ledger.store.bank.bank import read_confirmed_balances, read_sheets
from ledger.store.engine import reading
from ledger.store.tables import schema as s
from ledger.workflow.bank.adjust import adjust, approve_sheets
from ledger.workflow.bank.close import reconciled_accounts
from ledger.workflow.bank.draw import Entered, read_causes
from ledger.workflow.bank.marks import confirm, unmatch
from ledger.workflow.bank.statement_import import drop_statement
from ledger.workflow.desk import book_of
from ledger.workflow.setup.masters import add_operator
from tests.adjustment_office import FUNDED, approved_march
from tests.bank_office import bring, freeze, match, sides, submit
from tests.office import EMPLOYEE, FIRST, SECOND, Office, codes


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
    assert codes(error.value.findings) == ["ROLE_MISSING"]


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
    office.desk.operator = "制单乙"
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
