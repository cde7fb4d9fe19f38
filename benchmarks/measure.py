"""What a measurement is: ours and a yardstick, taken in turns, told as a ratio of medians."""

from __future__ import annotations

import gc
import statistics
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """A bound on a ratio: at least (`least`) or at most so much."""

    bound: float
    least: bool

    def met(self, ratio: float) -> bool:
        """Return whether a ratio keeps the bound."""
        return ratio >= self.bound if self.least else ratio <= self.bound

    def __str__(self) -> str:
        return f"{'≥' if self.least else '≤'} {self.bound:g}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One line of the table; `ratio` is what the goal bounds, None where nothing was measured."""

    id: str
    work: str
    ours: str
    yardstick: str
    ratio: float | None
    goal: Goal | None
    note: str = ""

    @property
    def verdict(self) -> str:
        """Say whether the goal is met; a dash where there is none."""
        if self.goal is None or self.ratio is None:
            return "—"
        return "达到" if self.goal.met(self.ratio) else "未达到"


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed:
    """The seconds of every round of one contestant."""

    rounds: tuple[float, ...]

    @property
    def median(self) -> float:
        """Return the round in the middle."""
        return statistics.median(self.rounds)


def seconds(work: Callable[[], object]) -> float:
    """Time one piece of work, beginning with a clean heap."""
    gc.collect()
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def in_turns(rounds: int, *contestants: Callable[[], float]) -> list[Timed]:
    """Let contestants work in turns, so that a slow minute of the machine hits all of them.

    Each prepares what it needs and gives the seconds of the part that counts.
    """
    taken: list[list[float]] = [[] for _ in contestants]
    for number in range(rounds):
        order = list(enumerate(contestants))
        for place, contestant in order if number % 2 == 0 else reversed(order):
            taken[place].append(contestant())
    return [Timed(rounds=tuple(rounds)) for rounds in taken]


def per_second(count: int, taken: float) -> str:
    """Write a pace for people: `8,123 笔/秒`."""
    return f"{count / taken:,.0f} 笔/秒"


def milliseconds(taken: float) -> str:
    """Write a short time for people: `12.3 ms`."""
    return f"{taken * 1000:,.1f} ms"
