"""A clock that the machine of tests/sound_machine.py lets people put back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass
class MovedClock:
    """A clock that moves on by a second at each look, and that somebody may put back."""

    moment: datetime

    def now(self) -> datetime:
        """Return the moment and move on."""
        self.moment += timedelta(seconds=1)
        return self.moment

    def day(self) -> str:
        """Return the day that it shows."""
        return self.moment.date().isoformat()
