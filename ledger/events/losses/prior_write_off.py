"""以前核销 prior-write-off: what was written off before these books began (甘肃·六; 海南·七(三)).

It stands in the 备查簿 only: no balance was left to take over. A later 核销后收回 leans on it.
What is written off since then is a 核销, which takes it off 1101.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ledger.basis.period import first_day
from ledger.events import words
from ledger.events.base import hospital_word, word, year_word
from ledger.events.register import Register

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ledger.basis.errors import Finding
    from ledger.policy.facts import Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class PriorWriteOff(Register):
    """A write-off of `amount_fen` on `date`, under an earlier system."""

    KIND: ClassVar[str] = "prior-write-off"
    PAPERS: ClassVar[tuple[str, ...]] = ("court-document", "government-approval")

    hospital: str = hospital_word()
    year: int = year_word()
    amount_fen: int = word("金额", words.as_fen, name="amount")

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Refuse what was written off under these books: 1101 still holds it until a 核销."""
        yield from Register.findings(self, facts)
        begun = first_day(facts.book.start)
        if self.date >= begun:
            yield self.refusal(
                "PRIOR_LATE",
                f"核销日期 {self.date} 不在建账以前：{facts.book.name}从 {begun} 起建账",
                "日期写旧账里核销的日期；建账以后核销的，按核销（write-off）录入",
                clause=facts.rules(self.date, self.year).clause("memorandum"),
                field="date 日期",
            )
