"""Who answers for what was late: one, once, and for no more than was left."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from hypothesis import example, given
from hypothesis import strategies as st

from ledger.dues.answers import answers
from ledger.dues.sanctions import penalties
from ledger.policy.late_bars import SETTLED_BY
from ledger.policy.layers import load_layers
from ledger.policy.profile import Policy
from ledger.policy.values import Chosen
from ledger.store.standing.assess import Moved, shortfalls
from tests.dues_moves import moved, state, taken

if TYPE_CHECKING:
    from collections.abc import Sequence

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
