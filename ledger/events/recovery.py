"""核销后收回 recovery (E9): money that comes after a write-off.

No rule says where it goes (A-14): the recorded choice `recovery_credit` decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ledger.basis.errors import Refused
from ledger.events import words
from ledger.events.base import BankUse, Event, hospital_word, word, year_word
from ledger.masters.leg import Leg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ledger.basis.errors import Finding
    from ledger.policy.facts import Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovery(Event):
    """Money received for a prepayment that had been written off."""

    KIND: ClassVar[str] = "recovery"
    PAPERS: ClassVar[tuple[str, ...]] = ("bank-receipt", "other")

    hospital: str = hospital_word()
    year: int = year_word()
    amount_fen: int = word("金额", words.as_fen, name="amount")
    to_account: str = word("收款账户", words.as_bank, name="to")

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Refuse while nobody has chosen where a recovery is credited."""
        try:
            facts.rules(self.date).text("recovery_credit")
        except Refused as open_question:
            yield from open_question.findings

    def legs(self, facts: Facts) -> tuple[Leg, ...]:
        """Debit the bank, credit what the recorded choice names."""
        credit = facts.chart.leaf(facts.rules(self.date).text("recovery_credit"))
        bank = facts.chart.plain(self.to_account)
        return (Leg(debit=bank, credit=credit, amount_fen=self.amount_fen),)

    def default_summary(self, facts: Facts) -> str:
        """Name the hospital, the year and the document behind it."""
        other = next((paper.number for paper in self.papers if paper.type == "other"), "")
        name = facts.hospital_name(self.hospital)
        return f"收回已核销的{name}{self.year}年度医保预付金（{other}）"

    def bank_use(self) -> BankUse:
        """Prove the money into the account."""
        return BankUse(self.to_account, "in", self.amount_fen)
