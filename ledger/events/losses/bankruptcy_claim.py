"""破产债权 bankruptcy-claim: a claim on a bankrupt hospital (海南·七(一), 《企业破产法》).

The claim moves no money. What the administrator (管理人) pays out is a 返还; what the court's
last document says is lost is written off.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from ledger.events import words
from ledger.events.base import hospital_word, word, year_word
from ledger.events.register import Register


@dataclass(frozen=True, slots=True, kw_only=True)
class BankruptcyClaim(Register):
    """A claim of `amount_fen` declared on `date` to `administrator` in case `number` of `court`."""

    KIND: ClassVar[str] = "bankruptcy-claim"
    PAPERS: ClassVar[tuple[str, ...]] = ("claim-filing",)

    hospital: str = hospital_word()
    year: int = year_word()
    amount_fen: int = word("金额", words.as_fen, name="amount")
    court: str = word("受理法院", words.as_text)
    number: str = word("案号", words.as_text)
    administrator: str = word("管理人", words.as_text)
