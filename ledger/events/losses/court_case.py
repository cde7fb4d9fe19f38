"""诉讼执行 court-case: enforcement at the court of the hospital's place (甘肃·六; 海南·七(三))."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from ledger.events import words
from ledger.events.base import hospital_word, word, year_word
from ledger.events.register import Register


@dataclass(frozen=True, slots=True, kw_only=True)
class CourtCase(Register):
    """A case filed on `date` at `court` under `number` for `amount_fen`."""

    KIND: ClassVar[str] = "court-case"
    PAPERS: ClassVar[tuple[str, ...]] = ("court-filing",)

    hospital: str = hospital_word()
    year: int = year_word()
    court: str = word("受理法院", words.as_text)
    number: str = word("案号", words.as_text)
    amount_fen: int = word("金额", words.as_fen, name="amount")
