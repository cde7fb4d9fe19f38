"""勾对、确认、撤销、划出、审核: what people decide is kept, and nobody decides alone."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from ledger.basis.errors import Refused
from ledger.intake.files import read_file
from ledger.intake.intake import event_headings
from ledger.reports.bank.lists import bank_lists
from ledger.reports.closing.oplog import oplog
from ledger.store.tables import schema as s
from ledger.workflow.bank.apart import approve_apart, chosen_lines, set_apart
from ledger.workflow.bank.marks import confirm, unmatch
from ledger.workflow.bank.propose import propose_rows, write_rows
from ledger.workflow.drafting.record import record
from tests.bank_office import bring, draw, freeze, match, proposals, reasons, share, sides
from tests.office import EMPLOYEE, FIRST, SECOND, Office, codes

ACCOUNT = {FIRST: "622210000001", SECOND: "622210000002"}


def refusal(office: Office, who: str, verb: object, *words: object, **more: object) -> list[str]:
    office.desk.operator = who
    with pytest.raises(Refused) as error:
        verb(office.desk, EMPLOYEE, *words, **more)  # type: ignore[operator]
    return codes(error.value.findings)


def paid_march(office: Office) -> None:
    """Fund the account in January, pay two hospitals in March by one order and one debit."""
    office.fund("1000.00")
    papers = [
        {"type": "payment-order", "number": "指令-7", "date": "2026-03-10", "amount": "500.00"},
        {"type": "bank-receipt", "number": "回单-7", "date": "2026-03-10", "amount": "500.00"},
    ]
    office.post(
        office.pay(FIRST, "300.00", papers=papers), office.pay(SECOND, "200.00", papers=papers)
    )


MARCH = (
    ("2026-01-10", "1000.00", "兰州市财政局", "", "拨款", "S1"),
    ("2026-03-10", "-500.00", "", "", "批量代付", "回单-7"),
)


def test_a_month_is_matched_with_its_reasons(office: Office) -> None:
    paid_march(office)
    bring(office, MARCH)
    run = match(office)
    assert (run.matched, run.proposed, run.lines_open, run.units_open) == (2, 0, 0, 0)
    assert reasons(office) == {
        1: "金额、日期相同，摘要或户名有“财政”",
        2: "回单号 回单-7 相同，金额相符，1 行对 2 笔",
    }


def test_running_it_again_changes_nothing(office: Office) -> None:
    paid_march(office)
    bring(office, MARCH)
    match(office)
    before = sides(office).marks
    run = match(office)
    assert (run.matched, sides(office).marks) == (0, before)


def test_a_correction_carries_the_match_with_it(office: Office) -> None:
    """The bank paid once: the wrong hospital's voucher, its red and its blue are that one fact."""
    office.fund("1000.00")
    office.post(office.pay(FIRST, "300.00"))
    bring(office, (MARCH[0], ("2026-03-10", "-300.00", "", ACCOUNT[FIRST], "", "")))
    match(office)
    office.on("2026-03-20")
    office.correct("2026-03 记-0001", right=[{"hospital": SECOND}])
    office.post()
    both = sides(office)
    (unit,) = [u for u in both.units if u.net_fen == -30000]
    assert (unit.shown.label, len(unit.members)) == ("2026-03 记-0003", 3)
    assert both.open_units() == []


def test_a_match_whose_voucher_was_corrected_to_another_amount_is_shown_and_explained(
    office: Office,
) -> None:
    office.fund("1000.00")
    office.post(office.pay(FIRST, "300.00"))
    bring(office, (MARCH[0], ("2026-03-10", "-300.00", "", ACCOUNT[FIRST])))
    match(office)
    office.on("2026-03-20")
    office.correct("2026-03 记-0001", right=[{"amount": "299.99"}], form="difference")
    office.post()
    (still, *_) = bank_lists(office.desk, EMPLOYEE, account="1004", still_open=True)
    assert [(row.cells[0], row.cells[9]) for row in still.rows] == [(2, "勾对后账上有变")]
    drawn = draw(office, "2026-03")
    assert [item["cause"] for item in drawn.content["items"]] == [
        "勾对后账上更正过，金额与银行不符"
    ] * 2
    assert drawn.figures.difference_fen == 0


def test_a_proposal_waits_for_a_person_and_its_rivals_lapse(office: Office) -> None:
    office.fund("1000.00")
    office.post(office.pay(FIRST, "300.00", day="2026-03-09"))
    office.post(office.pay(FIRST, "300.00", day="2026-03-12"))
    bring(office, (MARCH[0], ("2026-03-10", "-300.00", "", ACCOUNT[FIRST])))
    run = match(office)
    assert (run.matched, run.proposed) == (1, 1)
    ((number, why),) = proposals(office).items()
    assert "另有 1 笔也相符" in why
    match(office)
    assert list(proposals(office)) == [number]  # It keeps its number.
    office.desk.operator = "制单乙"
    confirm(office.desk, EMPLOYEE, [number])
    assert reasons(office)[2] == why
    assert refusal(office, "制单乙", confirm, [number]) == ["MATCH_STATE"]
    assert refusal(office, "制单乙", confirm, [99]) == ["MATCH_UNKNOWN"]


def test_a_proposal_that_no_longer_comes_up_lapses(office: Office) -> None:
    office.fund("1000.00")
    office.post(office.pay(FIRST, "300.00"))
    bring(office, (MARCH[0], ("2026-03-10", "-300.00")))
    match(office)
    ((number, _),) = proposals(office).items()
    office.on("2026-03-20")
    office.correct("2026-03 记-0001")
    office.post()
    assert refusal(office, "制单乙", confirm, [number]) == ["MATCH_STALE"]
    match(office)
    assert proposals(office) == {}


def test_undoing_a_match_needs_a_reason_and_is_logged(office: Office) -> None:
    paid_march(office)
    bring(office, MARCH)
    match(office)
    assert refusal(office, "出纳戊", unmatch, [1], " ") == ["REASON_MISSING"]
    office.desk.operator = "出纳戊"
    unmatch(office.desk, EMPLOYEE, [1], "勾错")
    assert 1 not in {mark.number for mark in sides(office).marks if mark.in_force}
    assert refusal(office, "出纳戊", unmatch, [1], "再撤") == ["MATCH_STATE"]
    told = oplog(office.desk, EMPLOYEE, person="出纳戊", since="", until="", words="勾错")
    assert len(told.rows) == 1
    # What a person has undone is not done again without a person; and refused once, it is gone.
    match(office)
    ((number, why),) = proposals(office).items()
    assert why.endswith("曾撤销：勾错")
    unmatch(office.desk, EMPLOYEE, [number], "确实不对")
    match(office)
    assert proposals(office) == {}
    assert [line.number for line in sides(office).open_lines()] == [2]


def test_what_an_approved_sheet_counted_is_not_undone(office: Office) -> None:
    paid_march(office)
    bring(office, MARCH)
    match(office)
    freeze(office, "2026-03")
    assert refusal(office, "出纳戊", unmatch, [1, 2], "试") == ["PERIOD_RECONCILED"] * 2


def test_lines_of_other_business_take_two_people_on_a_shared_account(office: Office) -> None:
    share(office)
    bring(office, (*MARCH, ("2026-03-11", "-70.00", "某药店", "", "待遇支付")))
    words = {"word": "待遇支付", "reason": "总账已记"}
    office.desk.operator = "制单乙"
    choice = chosen_lines([3], "")
    set_apart(office.desk, EMPLOYEE, "1004", choice, word="待遇支付", reason="总账已记")
    (mark,) = sides(office).marks
    assert (mark.state, mark.rule) == ("pending", "benefit")
    assert [line.number for line in sides(office).open_lines()] == [1, 2]
    office.desk.operator = "审核丙"
    approve_apart(office.desk, EMPLOYEE, ())
    assert sides(office).marks[0].state == "outside"
    assert refusal(office, "审核丙", approve_apart, ()) == ["NOTHING_FOUND"]
    again = chosen_lines([3, 8], "")
    assert refusal(office, "制单乙", set_apart, "1004", again, **words) == [
        "LINE_SETTLED",
        "LINE_UNKNOWN",
    ]


def test_nobody_approves_what_they_set_apart_and_the_database_says_so_too(office: Office) -> None:
    from ledger.workflow.setup.masters import add_operator

    share(office)
    bring(office, MARCH)
    office.desk.operator = "管理员甲"
    add_operator(office.desk, "两岗己", ("preparer", "approver"))
    office.desk.operator = "两岗己"
    choice = chosen_lines((), "财政")
    set_apart(office.desk, EMPLOYEE, "1004", choice, word="其他业务", reason="不是本账的")
    assert refusal(office, "两岗己", approve_apart, ()) == ["SAME_PERSON"]
    assert refusal(office, "出纳戊", approve_apart, ()) == ["ROLE_MISSING", "CASHIER_DUTIES"]
    (mark,) = sides(office).marks
    row = {
        "book": EMPLOYEE,
        "matching": mark.id,
        "verdict": "approved",
        "reason": "",
        "matched_by": "两岗己",
        "given_by": "两岗己",
        "given_at": "2026",
    }
    with pytest.raises(sa.exc.IntegrityError), office.desk.engine.begin() as conn:
        conn.execute(sa.insert(s.bank_verdict), row)


def test_an_account_of_our_own_has_no_other_business_but_the_bank_may_err(office: Office) -> None:
    bring(office, (*MARCH, ("2026-03-11", "-5.00", "", "", "误扣")))
    choice = chosen_lines([3], "")
    words = {"word": "benefit", "reason": "试"}
    assert refusal(office, "出纳戊", set_apart, "1004", choice, **words) == ["ACCOUNT_EXCLUSIVE"]
    assert refusal(office, "出纳戊", set_apart, "1004", choice, word="不明", reason="试") == [
        "CLASS_UNKNOWN"
    ]
    office.desk.operator = "出纳戊"
    set_apart(office.desk, EMPLOYEE, "1004", choice, word="银行误收误付", reason="已去函")


def test_the_list_says_how_every_line_stands(office: Office) -> None:
    paid_march(office)
    bring(office, (*MARCH, ("2026-03-12", "66.00", "路人", "", "汇错")))
    match(office)
    (lines,) = bank_lists(office.desk, EMPLOYEE, account="1004")
    assert [(r.cells[0], r.cells[9]) for r in lines.rows] == [
        (1, "已勾对"),
        (2, "已勾对"),
        (3, "未勾对"),
    ]
    (still,) = bank_lists(office.desk, EMPLOYEE, account="1004", still_open=True)
    assert [row.cells[0] for row in still.rows] == [3]
    (march,) = bank_lists(office.desk, EMPLOYEE, account="1004", period="2026-03")
    assert len(march.rows) == 2


@pytest.mark.parametrize("ending", ["xlsx", "jsonl"])
def test_receipts_come_back_as_rows_ready_to_record(office: Office, ending: str) -> None:
    """返还 from a hospital's account, 退汇 of a payment, a stranger's 暂收: recorded as they are."""
    paid_march(office)
    bring(
        office,
        (
            *MARCH,
            ("2026-12-05", "300.00", "城关示范医院", ACCOUNT[FIRST], "返还", "S5"),
            ("2026-12-06", "12.34", "路人", "999", "汇错", "S6"),
            ("2026-12-07", "-0.50", "", "", "手续费", "S7"),
        ),
    )
    office.on("2026-12-10")
    match(office)
    proposed = propose_rows(office.desk, EMPLOYEE, account="1004")
    assert [(row["kind"], row["amount"]) for row in proposed.rows] == [
        ("repayment", "300.00"),
        ("suspense", "12.34"),
    ]
    path = office.folder / f"待入账.{ending}"
    write_rows(proposed, path)
    office.desk.operator = "制单乙"
    assert len(record(office.desk, read_file(path, event_headings())).rows) == 2
    office.post()
    run = match(office)
    assert (run.matched, run.lines_open) == (2, 1)
    assert office.balance(f"1101.01.{FIRST}.2026") == "0.00"


def test_a_bounced_payment_is_proposed_as_its_return(office: Office) -> None:
    office.fund("1000.00")
    office.post(office.pay(FIRST, "300.00", key="拨付-9"))
    bring(
        office,
        (
            MARCH[0],
            ("2026-03-10", "-300.00", "", ACCOUNT[FIRST], "拨付"),
            ("2026-03-12", "300.00", "", ACCOUNT[FIRST], "户名不符退汇", "S3"),
        ),
    )
    match(office)
    (row,) = propose_rows(office.desk, EMPLOYEE, account="1004").rows
    assert (row["kind"], row["disbursement"]) == ("payment-return", "拨付-9")


def test_on_a_shared_account_a_strangers_money_is_left_to_people(office: Office) -> None:
    share(office)
    bring(office, (("2026-03-12", "66.00", "路人", "", "缴费"),))
    assert propose_rows(office.desk, EMPLOYEE, account="1004").rows == ()


def test_what_our_books_have_by_another_amount_is_not_proposed_again(office: Office) -> None:
    paid_march(office)
    office.post(office.give_back(FIRST, "100.01", day="2026-12-20"))
    bring(office, (*MARCH, ("2026-12-20", "100.00", "", ACCOUNT[FIRST])))
    office.on("2026-12-22")
    match(office)
    assert propose_rows(office.desk, EMPLOYEE, account="1004").rows == ()
