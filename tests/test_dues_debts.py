"""欠款: what is left of a debt, whatever way it goes and through whose hands."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from ledger.dues.debts import debts_of, outstanding
from tests.dues_moves import END, moved, taken

if TYPE_CHECKING:
    from ledger.store.standing.assess import Moved


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
