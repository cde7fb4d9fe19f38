"""上解: what must go up, and what recalls and deeds claim."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ledger.dues.deadlines import publications, returns
from ledger.dues.months import licences
from ledger.dues.recalls import recall_cases
from ledger.dues.sanctions import penalties
from ledger.dues.sweep import remittances, sweeps
from ledger.dues.troubles import court_cases, guarantees
from ledger.events.losses.court_case import CourtCase
from ledger.events.registers.guarantee import Guarantee
from ledger.events.registers.recall import Recall
from ledger.policy.layer_file import read_layer
from ledger.policy.layers import load_layers
from ledger.policy.profile import Policy
from tests.dues_moves import BOOK, moved, state


def test_due_is_returned_and_unspent_and_sent_back_less_refunded() -> None:
    """The worked sum of docs/cases/gansu-due.md, on paper: 71 + 6 + 14 − 1 = 90 万."""
    bank = {
        (2026, "allocation"): 900_000_00,
        (2026, "disbursement"): -840_000_00,
        (2026, "payment-return"): 140_000_00,
        (2026, "repayment"): 700_000_00,
        (2026, "suspense"): 10_000_00,
        (2026, "suspense-out"): -10_000_00,
    }
    [_, this] = sweeps(state(bank))
    assert (this.returned_fen, this.unspent_fen, this.sent_back_fen) == (
        71000000,
        6000000,
        14000000,
    )
    assert (this.refunded_fen, this.due_fen, this.left_fen) == (1000000, 90000000, 90000000)


def test_a_sent_back_payment_that_was_paid_again_is_not_due_twice() -> None:
    bank = {
        (2026, "allocation"): 100,
        (2026, "disbursement"): -200,
        (2026, "payment-return"): 100,
        (2026, "repayment"): 100,
    }
    assert sweeps(state(bank))[1].due_fen == 100


def test_what_was_paid_out_of_the_opening_is_due_when_it_comes_back() -> None:
    bank = {(2026, "disbursement"): -800, (2026, "repayment"): 800}
    assert sweeps(state(bank, opening={2026: 1000}))[1].due_fen == 800
    # Without an opening the bank paid what was not there: the return only fills the gap.
    assert sweeps(state(bank))[1].due_fen == 0


def test_what_goes_up_covers_last_year_first_and_never_more_lies_there_than_does() -> None:
    bank = {
        (2025, "repayment"): 500,
        (2025, "remittance"): -300,
        (2026, "repayment"): 400,
        (2026, "remittance"): -250,
    }
    old, new = sweeps(state(bank))
    assert (old.left_fen, new.left_fen) == (0, 350)
    assert sweeps(state(bank, balance=100))[1].left_fen == 100
    old, new = sweeps(state({**bank, (2026, "remittance"): -100}))
    assert (old.left_fen, new.left_fen) == (100, 400)
    held = sweeps(state({**bank, (2026, "remittance"): -100}, unidentified=150))
    assert [one.left_fen for one in held] == [0, 350]


TOWN = (
    "layer: town\ntitle: 示范市细则\nparent: gansu\nfrom: 2027-01-01\n"
    'values:\n  late_factor: {value: "1/3", clause: 示范·一}\n'
)


def test_what_strangers_paid_in_is_not_ours_to_send_up() -> None:
    """100 came back and 50 is nobody's yet; 60 was paid out with an offset: 40 of 90 is ours."""
    bank = {(2026, "repayment"): 100, (2026, "suspense"): 50, (2026, "settlement-offset"): -60}
    [_, this] = sweeps(state(bank, balance=90, unidentified=50))
    assert (this.open_fen, this.there_fen, this.ours_fen, this.left_fen) == (100, 90, 40, 40)
    [duty] = remittances(state(bank, balance=90, unidentified=50))
    assert duty.amount_fen == 40
    assert duty.what == (
        "2026年支出户应上解 1.00（收回 1.50，减：暂收未认定 0.50）；支出户账上 0.90，"
        "其中待认定的暂收 0.50 不是预付金，现在能上解 0.40，还差 0.60，已用于冲抵结算 0.60"
    )


def test_two_years_together_send_up_no_more_than_is_ours() -> None:
    bank = {(2025, "repayment"): 70, (2026, "repayment"): 80}
    older, newer = sweeps(state(bank, balance=100, unidentified=10))
    assert older.left_fen + newer.left_fen == 90


def test_a_newer_word_on_lateness_does_not_undo_last_years() -> None:
    """甘肃's 1/2 was in force on 25 December 2026; the town's own word begins a week later."""
    known = replace(
        state({}, on=date(2027, 1, 20)),
        policy=Policy(layers=(*load_layers("gansu"), read_layer(TOWN, "town.yaml")), chosen={}),
        moved={2026: (moved("2026-03-10", "甲", 50_000_00),)},
    )
    [duty] = returns(known)
    assert (duty.due, duty.what) == (date(2026, 12, 25), "2026年度逾期未返还 50,000.00")
    [penalty] = penalties(known)
    assert (penalty.year, penalty.amount_fen) == (2027, 50_000_00)
    # What was due before anybody spoke of lateness is judged by nobody.
    assert known.rules.judges(2024) is None


def test_what_brought_a_recall_about_may_lie_before_the_payment() -> None:
    """Concealed in January, paid in March, found out in May: all of the 50 万 is called back."""
    recall = Recall(
        book=BOOK.code,
        key="收回-1",
        date=date(2026, 1, 20),
        hospital="甲",
        year=2026,
        trigger="other",
        notified_on=date(2026, 5, 6),
        reason="隐瞒事实",
    )
    moves = (moved("2026-03-10", "甲", 500_000_00), moved("2026-06-10", "甲", -1, "repayment"))
    known = replace(state({}), moved={2026: moves}, registers={"recall": (recall,)})
    [case] = recall_cases(known)
    assert (case.called_fen, case.left_fen, case.closed) == (500_000_00, 499_999_99, None)
    # The notice came before the payment: what is measured begins with the payment.
    early = replace(recall, notified_on=date(2026, 2, 1))
    [case] = recall_cases(replace(known, registers={"recall": (early,)}))
    assert (case.called_fen, case.open, case.closed) == (500_000_00, True, None)


def test_a_case_is_owed_no_more_than_it_claims() -> None:
    """50 万 are out, 甲 is sued for 30 万: 30 万 are the case's; a return of 40 万 leaves 10 万."""
    case = CourtCase(
        book=BOOK.code,
        key="案-1",
        date=date(2026, 12, 28),
        hospital="甲",
        year=2026,
        court="城关区人民法院",
        number="执1号",
        amount_fen=300_000_00,
    )
    paid = moved("2026-03-10", "甲", 500_000_00)
    known = replace(state({}), moved={2026: (paid,)}, registers={"court-case": (case,)})
    assert [duty.amount_fen for duty in court_cases(known)] == [300_000_00]
    back = moved("2026-12-30", "甲", -400_000_00, "repayment")
    known = replace(known, moved={2026: (paid, back)})
    assert [duty.amount_fen for duty in court_cases(known)] == [100_000_00]


def test_a_deed_that_lapses_covers_what_is_still_out_of_earlier_years() -> None:
    """海南·四(三): paid in 2026, not returned; the deed lapses on 10 February 2027."""
    deed = Guarantee(
        book=BOOK.code,
        key="担保-1",
        date=date(2026, 2, 10),
        hospital="甲",
        until=date(2027, 2, 10),
    )
    known = replace(
        state({}, on=date(2027, 1, 20)),
        policy=Policy(layers=load_layers("hainan"), chosen={}),
        moved={2026: (moved("2026-03-10", "甲", 500_000_00),), 2027: ()},
        registers={"guarantee": (deed,)},
    )
    [duty] = guarantees(known)
    assert (duty.year, duty.due, duty.amount_fen) == (2026, date(2027, 2, 10), 500_000_00)


def test_what_is_printed_can_be_typed_and_is_still_allowed() -> None:
    """海南·五(五): overdue money of 2026 comes out of settlements up to December 2027, no later."""
    known = replace(
        state({}, on=date(2027, 12, 31)),
        policy=Policy(layers=load_layers("hainan"), chosen={}),
        moved={2026: (moved("2026-03-10", "甲", 500_000_00),)},
    )
    against = f"--book {BOOK.code} --hospital 甲 --year 2026"
    [duty] = returns(known)
    assert duty.command.startswith(
        f"从2026年12月或2027年的结算中冲抵：prepay enter 冲抵结算 {against}；"
    )
    [duty] = returns(replace(known, on=date(2028, 1, 1)))
    assert "不能再冲抵，依法追回" in duty.command
    assert f"prepay enter 诉讼执行 {against}" in duty.command
    assert "enter 冲抵结算" not in duty.command
    [shown] = publications(replace(known, on=date(2026, 12, 20)))
    assert f"prepay enter 公示 --book {BOOK.code} --year 2026" in shown.command
    [listed] = licences(known)
    assert listed.command == (
        "prepay licence import 文件 --month 2026-01 --paper 文号:日期 --area 620100"
    )
