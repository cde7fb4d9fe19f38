"""公示 publication: the yearly statement of what was paid and how it was computed (海南·八(三))."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from ledger.events import words
from ledger.events.base import word, year_word
from ledger.events.register import Register


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication(Register):
    """The statement of prepayment year `year`, published on `date` at `channel`."""

    KIND: ClassVar[str] = "publication"
    PAPERS: ClassVar[tuple[str, ...]] = ("public-notice",)

    year: int = year_word()
    channel: str = word("公布渠道", words.as_text)
