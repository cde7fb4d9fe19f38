"""以前核销 prior-write-off: what was written off before these books began (甘肃·六; 海南·七(三)).

It stands in the 备查簿 only: no balance was left to take over. A later 核销后收回 leans on it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from ledger.events import words
from ledger.events.base import hospital_word, word, year_word
from ledger.events.register import Register


@dataclass(frozen=True, slots=True, kw_only=True)
class PriorWriteOff(Register):
    """A write-off of `amount_fen` on `date`, under an earlier system."""

    KIND: ClassVar[str] = "prior-write-off"
    PAPERS: ClassVar[tuple[str, ...]] = ("court-document", "government-approval")

    hospital: str = hospital_word()
    year: int = year_word()
    amount_fen: int = word("金额", words.as_fen, name="amount")
