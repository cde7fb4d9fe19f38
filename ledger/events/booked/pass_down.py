"""下拨 pass-down: an upper agency passes prepayment money on to a lower one (§12.2, open).

1101·拨付下级·AREA·Y ← 1004 or 1003, in the upper agency's book; the lower book shows it as
2001·upper agency until it goes back.
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
class PassDown(Event):
    """Money passed to the agency of `lower_area` for prepayment year `year`."""

    KIND: ClassVar[str] = "pass-down"
    PAPERS: ClassVar[tuple[str, ...]] = ("bank-receipt",)

    lower_area: str = word("下级统筹区", words.as_code)
    year: int = year_word()
    amount_fen: int = word("金额", words.as_fen, name="amount")
    from_account: str = word("付款账户", words.as_bank, name="from")

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Refuse a lower area that is unclear or the book's own."""
        yield from lower_findings(self, facts)

    def legs(self, facts: Facts) -> tuple[Leg, ...]:
        """Debit what the lower agency holds, credit the bank."""
        held = facts.chart.leaf("lower_agency", counterparty=self.lower_area, year=self.year)
        bank = facts.chart.plain(self.from_account)
        return (Leg(debit=held, credit=bank, amount_fen=self.amount_fen),)

    def default_summary(self, facts: Facts) -> str:
        """Say to whom, for which year."""
        name = facts.areas.get(self.lower_area, self.lower_area)
        return f"下拨{name}经办机构{self.year}年度医保预付金"

    def bank_use(self) -> BankUse:
        """Prove the money out."""
        return BankUse(self.from_account, "out", self.amount_fen)
