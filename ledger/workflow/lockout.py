"""登录锁定: after several failures each further try has to wait, longer every time."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ledger.basis.clock import Clock

#: So many failures are free: of a name, and of an address (a whole office may share one).
FREE_OF_NAME, FREE_OF_ADDRESS = 5, 20
FIRST_WAIT, LONGEST_WAIT = 30, 900
#: Failures are forgotten after a day, and the longest ago first where there are too many.
KEPT = timedelta(days=1)
KEYS_MAX = 10_000


@dataclass(slots=True)
class Tries:
    """The failures of one name or address: how many, the last, and until when to wait."""

    count: int = 0
    last: datetime | None = None
    until: datetime | None = None


@dataclass(slots=True, kw_only=True)
class Lockout:
    """Counts failures in memory; `turn` lets one log in at a time, so that no two race."""

    clock: Clock
    turn: threading.Lock = field(default_factory=threading.Lock)
    _tries: dict[tuple[str, str], Tries] = field(default_factory=dict)

    def wait(self, name: str, address: str) -> int:
        """Say for how many seconds a name or an address has to wait; 0 lets it try."""
        now = self.clock.now()
        waits = [
            (tries.until - now).total_seconds()
            for key in (("name", name), ("address", address))
            if (tries := self._tries.get(key)) is not None and tries.until is not None
        ]
        return max([0, *(int(seconds) + 1 for seconds in waits if seconds > 0)])

    def failed(self, name: str, address: str) -> int:
        """Note a failure; gives the seconds to wait from now on, 0 while tries are free."""
        now = self.clock.now()
        self._forget(now)
        for key, free in ((("name", name), FREE_OF_NAME), (("address", address), FREE_OF_ADDRESS)):
            tries = self._tries.setdefault(key, Tries())
            tries.count, tries.last = tries.count + 1, now
            if tries.count >= free:
                seconds = min(FIRST_WAIT << min(tries.count - free, 10), LONGEST_WAIT)
                tries.until = now + timedelta(seconds=seconds)
        return self.wait(name, address)

    def succeeded(self, name: str) -> None:
        """Forget a name's failures; an address stays counted until it is forgotten by itself."""
        self._tries.pop(("name", name), None)

    def _forget(self, now: datetime) -> None:
        old = [key for key, tries in self._tries.items() if tries.last and now - tries.last > KEPT]
        over = len(self._tries) - len(old) - KEYS_MAX
        if over > 0:
            old += list(self._tries)[:over]
        for key in old:
            self._tries.pop(key, None)
