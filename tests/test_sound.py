"""Whatever the verbs take, `verify` calls sound, after every step.

A story first, in which each kind of step is taken once; then walks by chance. In CI a few dozen
steps, the same each time. Ten thousand steps and more on each engine, together with the walk
beside the model, are one command (its dated result: docs/model.md):

    HYPOTHESIS_PROFILE=long pytest -n 2 -rP tests/test_sound.py tests/test_model.py
"""

from __future__ import annotations

import os
from collections import Counter
from typing import TYPE_CHECKING

from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from tests.model_rows import FIRST, SECOND
from tests.sound_machine import TAKEN, SoundMachine
from tests.test_model import QUIET, opened

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.test_model import Opened

__all__ = ["opened"]
PROFILE = os.environ.get("HYPOTHESIS_PROFILE", "ci")
WALKS = {
    "ci": settings(QUIET, derandomize=True, max_examples=4, stateful_step_count=25),
    "long": settings(QUIET, max_examples=350, stateful_step_count=30),
}
STEPS_LONG = 10_000


def machine_of(opened: Callable[[], Opened]) -> type[SoundMachine]:
    """Make the machine of one engine, with counts of its own."""
    return type(
        "OfficeSoundMachine",
        (SoundMachine,),
        {"opened": staticmethod(opened), "taken": Counter()},
    )


def test_what_the_verbs_take_verify_calls_sound(opened: Callable[[], Opened]) -> None:
    machine = machine_of(opened)
    run_state_machine_as_test(machine, settings=WALKS[PROFILE])

    print(sorted(machine.taken.items()))  # noqa: T201
    if PROFILE == "long":
        assert machine.taken["steps"] >= STEPS_LONG
        assert TAKEN - set(machine.taken) == set()


def test_each_kind_of_step_is_taken_and_sound(opened: Callable[[], Opened]) -> None:
    """Tell a winter in which everything that the machine can do is done."""
    told = machine_of(opened)()
    told.begin()
    tell(told)
    told.teardown()
    assert TAKEN - set(told.taken) == set(), told.refusals


def tell(told: SoundMachine) -> None:
    """Walk from October to March."""
    steps: list[Callable[[], object]] = [
        lambda: careful(told, "disbursement"),
        lambda: careful(told, "interest"),
        lambda: careful(told, "suspense", amount="3.00"),
        lambda: careful(told, "suspense-out", amount="2.00"),
        lambda: careful(told, "payment-return"),
        lambda: told.pay_against_a_rule("1.00", SECOND),
        lambda: told.corrects("k-0", {"amount": "8.00"}, "auto", carry=True),
        lambda: told.correct_again(0, "9.00", red=False),
        lambda: told.corrects("k-1", {"amount": "1.00"}, "red-blue", carry=True),
        lambda: told.sign_by("出纳戊"),
        lambda: careful(told, "recall"),
        lambda: careful(told, "settlement-offset"),
        lambda: told.pass_time(1),
        lambda: careful(told, "recall-lift"),
        lambda: careful(told, "recall", hospital=SECOND),
        lambda: told.withdraw(0),
        lambda: careful(told, "write-off"),
        lambda: careful(told, "recovery"),
        lambda: careful(told, "repayment"),
        lambda: careful(told, "remittance"),
        lambda: careful(told, "succession"),
        lambda: careful(told, "interest", carry=False),
        lambda: told.revise_by("制单乙", 0, "2.00"),
        lambda: told.reject_by("审核丙", 0),
        lambda: told.clock_back_a_little(9),
        lambda: told.clock_back_far(400),
        lambda: told.grant("新人庚", {"chief", "approver"}),
        lambda: told.explain(0, "duties", "新人庚"),
        lambda: told.close_next("主管丁", wait=True),
        lambda: told.close_the_year(wait=True),
        lambda: told.corrects("k-0", {"amount": "8.00"}, "auto", carry=True),
        lambda: told.correct_again(0, "7.00", red=False),
        lambda: told.correct_papers(0),
        lambda: told.close_next("新人庚", wait=True),
    ]
    for step in steps:
        step()
        told.what_was_taken_is_sound()


def careful(
    told: SoundMachine,
    kind: str,
    *,
    amount: str = "1.00",
    hospital: str = FIRST,
    carry: bool = True,
) -> None:
    """制单 a row with nothing lacking, and carry it through."""
    told.write(kind, amount, hospital, carry=carry)
