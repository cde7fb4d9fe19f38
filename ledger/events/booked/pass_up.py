"""收回下拨 pass-up: a lower agency gives passed-down money back to the upper one (§12.2, open).

1004 or 1003 ← 1101·拨付下级·AREA·Y, in the upper agency's book.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ledger.events import words
from ledger.events.base import BankUse, Event, word, year_word
from ledger.events.booked.upper import lower_findings
from ledger.masters.leg import Leg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ledger.basis.errors import Finding
    from ledger.policy.facts import Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class PassUp(Event):
    """Money that the agency of `lower_area` gave back of prepayment year `year`."""

    KIND: ClassVar[str] = "pass-up"
    PAPERS: ClassVar[tuple[str, ...]] = ("bank-receipt",)

    lower_area: str = word("下级统筹区", words.as_code)
    year: int = year_word()
    amount_fen: int = word("金额", words.as_fen, name="amount")
    to_account: str = word("收款账户", words.as_bank, name="to")

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Refuse a lower area that is unclear or the book's own."""
        yield from lower_findings(self, facts)

    def legs(self, facts: Facts) -> tuple[Leg, ...]:
        """Debit the bank, credit what the lower agency held."""
        held = facts.chart.leaf("lower_agency", counterparty=self.lower_area, year=self.year)
        bank = facts.chart.plain(self.to_account)
        return (Leg(debit=bank, credit=held, amount_fen=self.amount_fen),)

    def default_summary(self, facts: Facts) -> str:
        """Say from whom, of which year."""
        name = facts.areas.get(self.lower_area, self.lower_area)
        return f"收回下拨{name}经办机构的{self.year}年度医保预付金"

    def bank_use(self) -> BankUse:
        """Prove the money in."""
        return BankUse(self.to_account, "in", self.amount_fen)
