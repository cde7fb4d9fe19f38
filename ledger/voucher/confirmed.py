"""What others confirmed of our accounts: the ground of Beancount's `balance` assertions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime
    from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmed:
    """What someone outside said of a leaf at the end of a day, debit-positive, on which paper.

    `by` names who said it, `letter` what they answered to. `late_fen` is what counts for that
    day but is booked after it: the journals, which go by 记账日期, lack it then. `explained` is
    the reason on record for a difference.
    """

    account: str
    day: datetime.date
    amount_fen: int
    paper: str
    by: str = ""
    letter: str = ""
    late_fen: int = 0
    explained: str = ""

    @property
    def booked_fen(self) -> int:
        """Return the balance that the journals must show at the day's end."""
        return self.amount_fen - self.late_fen


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """A paper's file (扫描件) that is kept: its leaf, its day, its name, where it lies."""

    account: str
    day: datetime.date
    name: str
    source: Path
