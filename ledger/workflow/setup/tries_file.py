"""What failed at this machine's commands, kept from one command to the next, and who came in here.

The file lies beside the login file, for its owner alone: what one login at the operating system
tries makes no other wait. Whoever deletes it could as well guess against the stored keys.
"""

from __future__ import annotations

import contextlib
import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from ledger.workflow.setup.lockout import Lockout, Tries
from ledger.workflow.setup.login_file import write_private

if TYPE_CHECKING:
    from pathlib import Path

    from ledger.basis.clock import Clock


@dataclass(slots=True, kw_only=True)
class TriesKept:
    """The counts of an earlier command, and the mark of each person who has come in here."""

    path: Path
    lockout: Lockout
    marks: dict[str, str] = field(default_factory=dict)

    def keep(self) -> None:
        """Keep them for the next command; where nothing can be written, nothing is kept."""
        tries = {
            json.dumps(key, ensure_ascii=False): [one.count, told(one.last), told(one.until)]
            for key, one in self.lockout.kept()
        }
        words = {"tries": tries, "marks": self.marks}
        with contextlib.suppress(OSError):
            write_private(self.path, json.dumps(words, ensure_ascii=False))


def read_tries(path: Path, clock: Clock) -> TriesKept:
    """Read what is kept; a file that cannot be read counts as none."""
    lockout = Lockout(clock=clock)
    kept = TriesKept(path=path, lockout=lockout)
    try:
        words = json.loads(path.read_text("utf-8"))
        for key, tries in words["tries"].items():
            lockout.put(tuple(json.loads(key)), tries_read(*tries))
        kept.marks |= words["marks"]
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return TriesKept(path=path, lockout=Lockout(clock=clock))
    return kept


def tries_read(count: int, last: str, until: str) -> Tries:
    """Read one count."""
    return Tries(count=int(count), last=moment_read(last), until=moment_read(until))


def moment_read(text: str) -> datetime | None:
    """Read a moment; None where there is none."""
    return datetime.fromisoformat(text) if text else None


def told(moment: datetime | None) -> str:
    """Write a moment, or nothing."""
    return moment.isoformat() if moment else ""
