"""登录锁定: after several failures each further try has to wait, longer every time.

Failures are counted by where they come from, so that a stranger who tries a name makes strangers
wait and not its owner: a browser that the owner came in by before has a count of its own.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ledger.basis.clock import Clock

#: So many failures are free: of a name from one address or known device; of an address (a whole
#: office may share one); of a name from all unknown devices together.
FREE_OF_NAME, FREE_OF_ADDRESS, FREE_OF_STRANGERS = 5, 20, 60
FIRST_WAIT, LONGEST_WAIT = 30, 900
#: Failures are forgotten after a day, and the longest ago first where there are too many.
KEPT = timedelta(days=1)
KEYS_MAX = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a try comes from: the name typed, the address, and a device known for that name."""

    name: str
    address: str
    device: str = ""

    def counts(self) -> tuple[tuple[tuple[str, ...], int], ...]:
        """List the counts that a failure goes into, each with the failures that are free."""
        if self.device:
            return ((("device", self.device), FREE_OF_NAME),)
        return (
            (("name", self.name, self.address), FREE_OF_NAME),
            (("address", self.address), FREE_OF_ADDRESS),
            (("strangers", self.name), FREE_OF_STRANGERS),
        )


@dataclass(slots=True)
class Tries:
    """The failures of one count: how many, the last, and until when to wait."""

    count: int = 0
    last: datetime | None = None
    until: datetime | None = None


@dataclass(slots=True, kw_only=True)
class Lockout:
    """Counts failures in memory; `turn` lets one log in at a time, so that no two race."""

    clock: Clock
    turn: threading.Lock = field(default_factory=threading.Lock)
    #: What failed last stands last.
    _tries: dict[tuple[str, ...], Tries] = field(default_factory=dict)

    def wait(self, source: Source) -> int:
        """Say for how many seconds a source has to wait; 0 lets it try."""
        now = self.clock.now()
        waits = [
            (tries.until - now).total_seconds()
            for key, _ in source.counts()
            if (tries := self._tries.get(key)) is not None and tries.until is not None
        ]
        return max([0, *(int(seconds) + 1 for seconds in waits if seconds > 0)])

    def failed(self, source: Source) -> int:
        """Note a failure; gives the seconds to wait from now on, 0 while tries are free."""
        now = self.clock.now()
        self._forget(now)
        for key, free in source.counts():
            tries = self._tries.pop(key, None) or Tries()
            self._tries[key] = tries
            tries.count, tries.last = tries.count + 1, now
            if tries.count >= free:
                seconds = min(FIRST_WAIT << min(tries.count - free, 10), LONGEST_WAIT)
                tries.until = now + timedelta(seconds=seconds)
        return self.wait(source)

    def succeeded(self, source: Source) -> None:
        """Forget the failures of a name from there; what strangers tried stays counted."""
        self._tries.pop(source.counts()[0][0], None)

    def put(self, key: tuple[str, ...], tries: Tries) -> None:
        """Take a count over from an earlier process, in the order in which they are kept."""
        self._tries[key] = tries

    def kept(self) -> list[tuple[tuple[str, ...], Tries]]:
        """List every count, for a later process."""
        return list(self._tries.items())

    def _forget(self, now: datetime) -> None:
        """Forget what failed longest ago: after a day, or where there are too many."""
        while self._tries:
            first, tries = next(iter(self._tries.items()))
            old = tries.last is not None and now - tries.last > KEPT
            if not old and len(self._tries) <= KEYS_MAX:
                return
            del self._tries[first]
