"""暂收 suspense: money in the bank that cannot be told apart yet, or is too much.

1004 or 1003 ← 2001·counterparty (财会〔2017〕28号 2001). 1101 is never in credit.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ledger.events import words
from ledger.events.base import BankUse, Event, word
from ledger.masters.leg import Leg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ledger.basis.errors import Finding
    from ledger.policy.facts import Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspense(Event):
    """Money held for `counterparty`: a hospital's code, or the payer's name as the bank has it."""

    KIND: ClassVar[str] = "suspense"
    PAPERS: ClassVar[tuple[str, ...]] = ("bank-receipt",)

    amount_fen: int = word("金额", words.as_fen, name="amount")
    to_account: str = word("收款账户", words.as_bank, name="to")
    counterparty: str = word("往来单位", words.as_text)

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Refuse nothing of its own."""
        yield from ()

    def legs(self, facts: Facts) -> tuple[Leg, ...]:
        """Debit the bank, credit the counterparty's 暂收款."""
        held = facts.chart.leaf("unidentified_receipt", counterparty=self.counterparty)
        bank = facts.chart.plain(self.to_account)
        return (Leg(debit=bank, credit=held, amount_fen=self.amount_fen),)

    def default_summary(self, facts: Facts) -> str:
        """Say whose money is held."""
        return f"暂收{facts.hospital_name(self.counterparty)}来款待查"

    def bank_use(self) -> BankUse:
        """Prove the money into the account."""
        return BankUse(self.to_account, "in", self.amount_fen)
