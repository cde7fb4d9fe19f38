"""Whatever the verbs take, `verify` calls sound, after every step.

In CI a few dozen steps, the same each time. Ten thousand steps on both engines, together with
the walk beside the model, are one command:

    HYPOTHESIS_PROFILE=long pytest tests/test_sound.py tests/test_model.py
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from tests.sound_machine import SoundMachine
from tests.test_model import QUIET, opened

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.test_model import Opened

__all__ = ["opened"]
WALKS = {
    "ci": settings(QUIET, derandomize=True, max_examples=3, stateful_step_count=20),
    "long": settings(QUIET, max_examples=200, stateful_step_count=50),
}


def test_what_the_verbs_take_verify_calls_sound(
    opened: Callable[[], Opened],
) -> None:
    walk = WALKS[os.environ.get("HYPOTHESIS_PROFILE", "ci")]
    machine = type("OfficeSoundMachine", (SoundMachine,), {"opened": staticmethod(opened)})
    run_state_machine_as_test(machine, settings=walk)
