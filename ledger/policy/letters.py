"""对账函 as the checks and the books see it: what was sent, what came back, what was explained."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

#: Fen by prepayment year, in order of year.
ByYear = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter to a hospital (对账函) as it stands now.

    `date` is the cut-off (截止日), `closings` the balances as sent; `answer` is empty, `agree`
    or `differ`, `said` the balances that the hospital states, `reply` the paper's number and
    `file` its digest; `explained` says why a difference or a silence is in order, with the books
    as they were then in `explained_books` (empty for a silence); `reminders` are the keys and days
    of the 催函.
    """

    key: str
    number: str
    hospital: str
    date: dt.date
    sent_on: dt.date
    reply_by: dt.date
    closings: ByYear
    answer: str = ""
    said: ByYear = ()
    reason: str = ""
    reply: str = ""
    file: str = ""
    answered_by: str = ""
    answered_on: dt.date | None = None
    explained: str = ""
    explained_by: str = ""
    explained_books: ByYear = ()
    note_file: str = ""
    reminders: tuple[tuple[str, dt.date], ...] = ()

    @property
    def reminded(self) -> tuple[dt.date, ...]:
        """Return the days on which an answer was asked for again, in order."""
        return tuple(sorted(day for _, day in self.reminders))

    @property
    def total_fen(self) -> int:
        """Add up the balances as sent."""
        return sum(fen for _, fen in self.closings)

    @property
    def said_fen(self) -> int:
        """Add up what the hospital states."""
        return sum(fen for _, fen in self.said)

    def is_explained(self, now: Mapping[int, int]) -> bool:
        """Return whether a reason is on record for what the books say now, by prepayment year."""
        if not self.answer:
            return bool(self.explained)
        then = {year: fen for year, fen in self.explained_books if fen}
        return bool(self.explained) and then == {year: fen for year, fen in now.items() if fen}

    @property
    def settled(self) -> bool:
        """Return whether the hospital agreed, or a reason is on record."""
        return self.answer == "agree" or bool(self.explained)
