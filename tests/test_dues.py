"""欠款、上解: what is left of a debt whatever way it goes, and what must go up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from hypothesis import example, given
from hypothesis import strategies as st

from ledger.dues.answers import answers
from ledger.dues.deadlines import licences, publications, returns
from ledger.dues.debts import debts_of, outstanding
from ledger.dues.recalls import recall_cases
from ledger.dues.sanctions import penalties
from ledger.dues.sweep import remittances, sweeps
from ledger.dues.troubles import court_cases, guarantees
from ledger.dues.values import BookState
from ledger.events.court_case import CourtCase
from ledger.events.guarantee import Guarantee
from ledger.events.recall import Recall
from ledger.masters.book import Book
from ledger.policy.late_bars import SETTLED_BY
from ledger.policy.layer_file import read_layer
from ledger.policy.layers import load_layers
from ledger.policy.profile import Policy
from ledger.policy.values import Chosen
from ledger.store.assess import Moved, shortfalls

if TYPE_CHECKING:
    from collections.abc import Sequence

BOOK = Book(
    code="620100/employee",
    area="620100",
    fund="employee",
    area_name="兰州市",
    profile="gansu",
    start="2026-01",
)
END = date(2026, 12, 31)


def moved(
    day: str, hospital: str, fen: int, movement: str = "disbursement", owner: str = ""
) -> Moved:
    """Write one movement."""
    return Moved(
        hospital=hospital, movement=movement, owner=owner or hospital, day=day, net_fen=fen
    )


def taken(day: str, owner: str, heir: str, fen: int) -> Sequence[Moved]:
    """Write both sides of a 承接."""
    return (
        moved(day, owner, -fen, "succession", owner),
        moved(day, heir, fen, "succession", owner),
    )


def test_a_debt_is_followed_to_two_successors_and_on_to_a_third() -> None:
    debts = debts_of(
        [
            moved("2026-03-10", "甲", 1000),
            *taken("2026-05-01", "甲", "乙", 600),
            *taken("2026-05-01", "甲", "丙", 300),
            *taken("2026-06-01", "乙", "丁", 250),
            moved("2026-07-01", "丁", -50, "repayment"),
        ]
    )
    assert debts.followed("甲", date(2026, 4, 30)) == {"甲": 1000}
    assert debts.followed("甲", date(2026, 5, 1)) == {"甲": 100, "丙": 300, "乙": 600}
    assert debts.followed("甲", END) == {"甲": 100, "丙": 300, "乙": 350, "丁": 200}
    assert debts.line("甲") == {"甲", "乙", "丙", "丁"}
    assert debts.taken_on("甲", "丁") == date(2026, 6, 1)


def test_a_successor_answers_for_what_it_took_over_not_for_what_was_its_own() -> None:
    debts = debts_of(
        [
            moved("2026-03-10", "甲", 1000),
            moved("2026-03-10", "乙", 5000),
            *taken("2026-05-01", "甲", "乙", 1000),
        ]
    )
    assert debts.followed("甲", END) == {"乙": 1000}
    assert debts.held("乙", END) == 6000


def test_a_debt_ends_on_the_day_on_which_nothing_is_left_of_it() -> None:
    debts = debts_of(
        [
            moved("2026-03-10", "甲", 1000),
            *taken("2026-05-01", "甲", "乙", 400),
            moved("2026-06-01", "甲", -600, "repayment"),
            moved("2026-09-01", "乙", -400, "repayment"),
        ]
    )
    assert debts.ended("甲", date(2026, 3, 10), END) == date(2026, 9, 1)
    assert debts.ended("甲", date(2026, 3, 10), date(2026, 8, 31)) is None


def test_units_that_take_over_from_each_other_do_not_go_round_for_ever() -> None:
    debts = debts_of(
        [
            moved("2026-03-10", "甲", 1000),
            *taken("2026-05-01", "甲", "乙", 1000),
            *taken("2026-06-01", "乙", "甲", 1000),
        ]
    )
    assert debts.followed("甲", END) == {"甲": 1000}


STEPS = st.lists(
    st.tuples(
        st.sampled_from("甲乙丙"), st.sampled_from(("succession", "repayment")), st.integers(1, 400)
    ),
    max_size=12,
)


@given(STEPS)
def test_what_is_followed_is_what_is_left_of_the_debt(steps: list[tuple[str, str, int]]) -> None:
    """Only 甲 was paid: whatever is passed on or returned, followed = outstanding in all."""
    moves: list[Moved] = [moved("2026-03-01", "甲", 1000)]
    order = "甲乙丙丁"
    for number, (hospital, kind, fen) in enumerate(steps):
        day = f"2026-04-{number + 1:02d}"
        left = outstanding(debts_of(moves), END).get(hospital, 0)
        part = min(fen, left)
        if not part:
            continue
        if kind == "repayment":
            moves.append(moved(day, hospital, -part, "repayment"))
        else:
            moves += taken(day, hospital, order[order.index(hospital) + 1], part)
    debts = debts_of(moves)
    assert sum(debts.followed("甲", END).values()) == sum(outstanding(debts, END).values())


def state(
    bank: dict[tuple[int, str], int],
    *,
    on: date = END,
    opening: dict[int, int] | None = None,
    balance: int | None = None,
    unidentified: int = 0,
) -> BookState:
    """Write what a book knows of its 支出户."""
    return BookState(
        book=BOOK,
        on=on,
        policy=Policy(layers=load_layers("gansu"), chosen={}),
        hospitals={},
        moved={},
        registers={},
        approved={},
        bank=bank,
        bank_opening=opening or {},
        bank_balance_fen=balance,
        unidentified_fen=unidentified,
        closed=frozenset(),
        drafts=0,
        irregular_count=0,
        irregular_fen=0,
        first_of_area=True,
        unconfirmed={},
        unanswered={},
        untied={},
        unreconciled={},
    )


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


DUE = date(2026, 12, 25)


def answering(moves: Sequence[Moved], reading: str) -> dict[str, int]:
    """Say who answers by a reading of A-24, and for how much."""
    found = {hospital: one.fen(reading) for hospital, one in answers(moves, DUE).items()}
    return {hospital: fen for hospital, fen in found.items() if fen}


@given(
    day=st.dates(date(2026, 4, 1), date(2027, 6, 30)),
    reading=st.sampled_from(["stays", "follows"]),
    back=st.one_of(st.none(), st.dates(date(2026, 12, 26), date(2027, 6, 30))),
)
def test_exactly_one_answers_for_an_unpaid_debt_that_was_taken_over(
    day: date, reading: str, back: date | None
) -> None:
    moves = [moved("2026-03-10", "甲", 600), *taken(day.isoformat(), "甲", "乙", 600)]
    if back is not None:
        holder = "乙" if back >= day else "甲"
        moves.append(moved(back.isoformat(), holder, -600, "repayment"))
    who = "乙" if reading == "follows" else "甲"
    assert answering(moves, reading) == {who: 600}


def test_a25_what_came_back_after_the_deadline_counts_by_how_it_came() -> None:
    moves = [
        moved("2026-03-10", "甲", 1000),
        moved("2026-12-20", "甲", -100, "repayment"),
        moved("2026-12-27", "甲", -200, "repayment"),
        *taken("2026-12-28", "甲", "乙", 700),
        moved("2026-12-29", "乙", -300, "settlement-offset"),
        moved("2026-12-30", "乙", -50, "write-off"),
    ]
    found = {by: answers(moves, DUE, settled_by=movements) for by, movements in SETTLED_BY.items()}
    first = {by: one["甲"].first_fen for by, one in found.items()}
    last = {by: one["乙"].last_fen for by, one in found.items()}
    assert first == {"every": 900, "before_offset": 700, "unrecoverable": 400}
    assert last == {"every": 700, "before_offset": 700, "unrecoverable": 400}


def test_a_debt_that_passes_through_hands_on_one_day_is_followed_to_the_last() -> None:
    """甲 is late with 5, taken over by 丙 and on by 乙 on one day, before or after the deadline."""
    for day in ("2026-06-01", "2027-02-01"):
        steps = [*taken(day, "丙", "乙", 5), *taken(day, "甲", "丙", 5)]
        for order in (steps, steps[::-1]):
            moves = [moved("2026-03-10", "甲", 5), *order]
            assert answering(moves, "stays") == {"甲": 5}
            assert answering(moves, "follows") == {"乙": 5}


#: Two debts that pass through the same hands twice on one day.
TWICE = [
    (date(2026, 4, 1), ("甲", "乙"), 1),
    (date(2026, 4, 1), ("甲", "乙"), 1),
    (date(2026, 4, 1), ("乙", "丙"), 1),
    (date(2026, 5, 1), ("丙", "丁"), 1),
    (date(2026, 5, 1), ("乙", "丙"), 1),
    (date(2026, 5, 1), ("丙", "丁"), 1),
]


@example(parts=TWICE, back=[])
@given(
    parts=st.lists(
        st.tuples(
            st.dates(date(2026, 4, 1), date(2027, 6, 30)),
            st.sampled_from([("甲", "乙"), ("乙", "丙"), ("甲", "丙"), ("丙", "丁")]),
            st.integers(1, 700),
        ),
        max_size=6,
    ),
    back=st.lists(
        st.tuples(
            st.dates(date(2026, 4, 1), date(2027, 6, 30)),
            st.sampled_from("甲乙丙丁"),
            st.integers(1, 700),
        ),
        max_size=4,
    ),
)
def test_what_was_late_is_answered_for_once_however_it_was_handed_on(
    parts: list[tuple[date, tuple[str, str], int]], back: list[tuple[date, str, int]]
) -> None:
    """Of whatever the books can hold: nobody hands on, or gives back, more than it has."""
    has = {"甲": 600, "乙": 200, "丙": 0, "丁": 0}
    moves = [moved("2026-03-10", "甲", 600), moved("2026-03-10", "乙", 200)]
    steps = [(day, pair, fen) for day, pair, fen in parts]
    steps += [(day, (holder, ""), fen) for day, holder, fen in back]
    for day, (giver, heir), asked in sorted(steps, key=lambda step: step[0]):
        fen = min(asked, has[giver])
        if not fen:
            continue
        has[giver] -= fen
        if heir:
            has[heir] += fen
            moves += taken(day.isoformat(), giver, heir, fen)
        else:
            moves.append(moved(day.isoformat(), giver, -fen, "repayment"))
    late = sum(shortfalls(moves, DUE).values())
    assert sum(answering(moves, "stays").values()) == late
    assert sum(answering(moves, "follows").values()) == late
    assert set(answering(moves, "stays")) <= {"甲", "乙"}


def test_a_successor_answers_for_no_more_than_it_had_not_given_back() -> None:
    """乙 owed 200 of its own and took 600 over; 300 back in time clears its own first."""
    moves = [
        moved("2026-03-10", "甲", 600),
        moved("2026-03-10", "乙", 200),
        *taken("2026-06-01", "甲", "乙", 600),
        moved("2026-12-20", "乙", -300, "repayment"),
    ]
    assert answering(moves, "stays") == {"甲": 500}
    assert answering(moves, "follows") == {"乙": 500}


def test_a_succession_taken_back_in_red_moves_no_sanction() -> None:
    moves = [
        moved("2026-03-10", "甲", 600),
        *taken("2026-06-01", "甲", "乙", 600),
        *(replace_sign(one) for one in taken("2026-06-01", "甲", "乙", 600)),
    ]
    assert answering(moves, "follows") == answering(moves, "stays") == {"甲": 600}


def replace_sign(one: Moved) -> Moved:
    """Take a movement back."""
    return one._replace(net_fen=-one.net_fen)


def test_the_list_names_the_one_who_answers_and_both_while_nobody_has_chosen() -> None:
    rows = (moved("2026-03-10", "甲", 600), *taken("2026-06-01", "甲", "乙", 600))
    asked = replace(state({}, on=date(2027, 1, 20)), moved={2026: rows})
    assert [one.hospital for one in penalties(asked)] == ["乙", "甲"]
    assert "待选：prepay policy choose successor_sanction" in penalties(asked)[0].reason
    for reading, who in (("stays", "甲"), ("follows", "乙")):
        [penalty] = penalties(replace(asked, policy=chosen(successor_sanction=reading)))
        assert (penalty.hospital, penalty.amount_fen) == (who, 600)


def chosen(**readings: str) -> Policy:
    """Give 甘肃's policy with readings chosen."""
    said: dict[str, Any] = {"clause": "", "reason": "会议纪要", "by": "主管", "at": "2026-01-05"}
    picked = {name: Chosen(name=name, reading=one, **said) for name, one in readings.items()}
    return Policy(layers=load_layers("gansu"), chosen=picked)
