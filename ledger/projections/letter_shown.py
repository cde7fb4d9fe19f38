"""A 对账函 as it was or will be sent: figures by year and class, and what stands apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ledger.basis.money import yuan
from ledger.projections.settlement import CLASSES, SIGNS

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from ledger.masters.book import Book
    from ledger.projections.letter_figures import Transit

#: The columns of a letter, in the words of the one who writes: `balance` closes the line.
COLUMNS = (*((code, name, always) for code, name, _, always in CLASSES), ("balance", "余额", True))


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterShown:
    """A letter as it is drawn: figures by prepayment year and class, and what stands apart.

    `number` and `reply_by` are empty and None where the letter has not been sent.
    """

    book: Book
    hospital: str
    name: str
    number: str
    date: dt.date
    reply_by: dt.date | None
    sums: Mapping[int, Mapping[str, int]]
    transits: tuple[Transit, ...]

    @property
    def total(self) -> dict[str, int]:
        """Add the years up."""
        return {
            code: sum(found.get(code, 0) for found in self.sums.values()) for code, _, _ in COLUMNS
        }


def sums_text(year: int, found: Mapping[str, int]) -> str:
    """Write a year's figures as the event keeps them; a class without movement is left out."""
    parts = [f"{code}={yuan(found[code])}" for code in SIGNS if found.get(code)]
    return "|".join([str(year), *parts, f"balance={yuan(found['balance'])}"])


def transit_text(item: Transit) -> str:
    """Write what stands apart as the event keeps it."""
    amount = yuan(item.amount_fen)
    return "|".join((str(item.year), item.movement, item.day.isoformat(), amount, item.why))
