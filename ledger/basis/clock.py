"""The one place that knows what time it is; everyone else is told."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable

CHINA_STANDARD_TIME = timezone(timedelta(hours=8))
#: Later than every moment as it is stored.
EVER = "9999"
#: How far a clock may lie behind what was done before: two machines never agree to the second.
BEHIND_MAX = timedelta(minutes=10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What was done in a book, by whom and when; `key` is the event's, "" where there is none."""

    book: str
    what: str
    key: str
    by: str
    at: datetime


def far_behind(moment: datetime, before: datetime) -> bool:
    """Return whether a moment lies further before an earlier act than clocks differ."""
    return before - moment > BEHIND_MAX


def act_behind(moment: datetime, acts: Iterable[Act]) -> Act | None:
    """Return the act that a moment lies too far behind; None where it may stand."""
    newest = max(acts, key=lambda act: act.at, default=None)
    return newest if newest is not None and far_behind(moment, newest.at) else None


class Clock(Protocol):
    """Whoever can say what time it is."""

    def now(self) -> datetime:
        """Return the present moment with its offset."""


class SystemClock:
    """The machine's clock, told in China standard time wherever the machine stands."""

    def now(self) -> datetime:
        """Return the present moment, to the millisecond."""
        return datetime.now(CHINA_STANDARD_TIME)


class ScriptedClock:
    """A clock that a script sets and that moves a second at each look: same bytes every time."""

    def __init__(self, day: date) -> None:
        self._next = datetime.combine(day, datetime.min.time(), CHINA_STANDARD_TIME)

    @property
    def day(self) -> date:
        """Return the day that the script has come to; the clock does not move."""
        return self._next.date()

    def set(self, day: date, hour: int = 9) -> None:
        """Move to an hour of a later day; never back."""
        moment = datetime.combine(day, datetime.min.time(), CHINA_STANDARD_TIME)
        moment += timedelta(hours=hour)
        self._next = max(self._next, moment)

    def now(self) -> datetime:
        """Return the scripted moment and move on by a second."""
        moment = self._next
        self._next += timedelta(seconds=1)
        return moment


def stopwatch() -> float:
    """Return seconds that only run on: for limits on how long something takes, never for facts."""
    return time.monotonic()


def stamp(moment: datetime) -> str:
    """Write a moment as it is stored: seconds and offset."""
    return moment.isoformat(timespec="seconds")
