"""Whatever the verbs take, `verify` calls sound, after every step.

A story first, in which each kind of step is taken once; then walks by chance from some day of it. In CI a few dozen
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

from tests.sound_machine import SoundMachine
from tests.sound_rows import TAKEN
from tests.sound_story import WINTER
from tests.test_model import QUIET, opened

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.test_model import Opened

__all__ = ["opened"]
PROFILE = os.environ.get("HYPOTHESIS_PROFILE", "ci")
WALKS = {
    "ci": settings(QUIET, derandomize=True, max_examples=4, stateful_step_count=15),
    "long": settings(QUIET, max_examples=350, stateful_step_count=30),
}
STEPS_LONG = 10_000


def machine_of(opened: Callable[[], Opened]) -> type[SoundMachine]:
    """Make the machine of one engine, with counts of its own."""
    return type(
        "OfficeSoundMachine",
        (SoundMachine,),
        {"opened": staticmethod(opened), "taken": Counter(), "story": WINTER},
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
    told.begin(len(WINTER))
    told.teardown()
    assert TAKEN - set(told.taken) == set(), told.refusals
