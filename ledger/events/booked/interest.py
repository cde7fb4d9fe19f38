"""利息 interest: the bank's interest on the 支出户, where that account is this ledger's alone.

1004 ← 4201 (财会〔2017〕28号 4201; on a shared account the interest is not ours to book).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ledger.basis.statutory import DISBURSEMENT_ACCOUNT
from ledger.events import words
from ledger.events.base import BankUse, Event, word
from ledger.masters.leg import Leg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ledger.basis.errors import Finding
    from ledger.policy.facts import Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Interest(Event):
    """Interest that the bank credited to the 支出户."""

    KIND: ClassVar[str] = "interest"
    PAPERS: ClassVar[tuple[str, ...]] = ("bank-receipt",)

    amount_fen: int = word("金额", words.as_fen, name="amount")

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Refuse interest on an account that others use too."""
        if not facts.exclusive(DISBURSEMENT_ACCOUNT):
            yield self.refusal(
                "SHARED_ACCOUNT",
                "支出户与其他业务共用（或尚未登记），利息不归本明细账单独核算",
                "确属专用账户的，先登记：prepay account add 1004 --bank … --number … --exclusive",
                clause="财会〔2017〕28号·4201",
            )

    def legs(self, facts: Facts) -> tuple[Leg, ...]:
        """Debit the 支出户, credit interest income."""
        income = facts.chart.leaf("interest")
        bank = facts.chart.leaf("disbursement_account")
        return (Leg(debit=bank, credit=income, amount_fen=self.amount_fen),)

    def default_summary(self, facts: Facts) -> str:
        """Say which day's interest it is."""
        return f"支出户{self.date.year}年{self.date.month}月结息"

    def bank_use(self) -> BankUse:
        """Prove the money into 1004."""
        return BankUse(DISBURSEMENT_ACCOUNT, "in", self.amount_fen)
