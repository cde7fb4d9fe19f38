"""会话: who is in, kept in this process alone; a restart asks everybody to log in again."""

from __future__ import annotations

import hashlib
import threading
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from ledger.basis.identity import secret

if TYPE_CHECKING:
    from collections.abc import Callable

    from ledger.basis.clock import Clock
    from ledger.masters.access import Admitted

IDLE, LONGEST = timedelta(hours=1), timedelta(hours=12)
#: A new password, other books or a lost role count after so long at the latest.
ASKED_AGAIN = timedelta(seconds=30)


@dataclass(slots=True, kw_only=True)
class Session:
    """One browser that is in: who, since when, last active when, last asked about when."""

    admitted: Admitted
    since: datetime
    active: datetime
    asked: datetime


@dataclass(slots=True, kw_only=True)
class Sessions:
    """The sessions that are open, by the digest of their secret: no look-up tells it."""

    clock: Clock
    still: Callable[[Admitted], bool]
    _open: dict[str, Session] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def begin(self, admitted: Admitted) -> str:
        """Open a session; gives its secret, which is kept nowhere but in the browser."""
        word, now = secret(), self.clock.now()
        with self._lock:
            for key in [key for key, one in self._open.items() if is_over(one, now)]:
                del self._open[key]
            self._open[digest(word)] = Session(admitted=admitted, since=now, active=now, asked=now)
        return word

    def find(self, word: str, *, active: bool) -> Admitted | None:
        """Find who is in; `active` tells a person's request from a page's own asking."""
        key, now = digest(word), self.clock.now()
        with self._lock:
            found = self._open.get(key)
            if found is not None and is_over(found, now):
                del self._open[key]
                found = None
        if found is None:
            return None
        if now - found.asked > ASKED_AGAIN:
            if not self.still(found.admitted):
                self.end(word)
                return None
            found.asked = now
        if active:
            found.active = now
        return found.admitted

    def end(self, word: str) -> Admitted | None:
        """Close a session; gives whose it was."""
        with self._lock:
            ended = self._open.pop(digest(word), None)
        return ended.admitted if ended else None


def is_over(session: Session, now: datetime) -> bool:
    """Return whether a session has lasted, or idled, too long."""
    return now - session.active > IDLE or now - session.since > LONGEST


def digest(word: str) -> str:
    """Digest a secret."""
    return hashlib.sha256(word.encode()).hexdigest()
