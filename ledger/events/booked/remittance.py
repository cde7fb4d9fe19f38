"""上解 remittance (E6): what came back is swept from the 支出户 to the 财政专户 (甘肃·四).

1003 ← 1004, or 2001·upper agency ← 1004. Not 5301 上解上级支出: the money stays the fund's.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ledger.basis.statutory import DISBURSEMENT_ACCOUNT
from ledger.events import words
from ledger.events.base import BankUse, Event, word
from ledger.events.booked.upper import COUNTERS, counter_account, upper_findings
from ledger.masters.leg import Leg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ledger.basis.errors import Finding
    from ledger.policy.facts import Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Remittance(Event):
    """Money swept back to the 财政专户 or to the upper agency."""

    KIND: ClassVar[str] = "remittance"
    PAPERS: ClassVar[tuple[str, ...]] = ("bank-receipt",)

    amount_fen: int = word("金额", words.as_fen, name="amount")
    to_account: str = word("收款账户", words.one_of(COUNTERS, "去向"), name="to", default="")
    upper_area: str = word("上级统筹区", words.as_code, default="")

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Refuse a destination that the book may not name."""
        yield from upper_findings(self, facts, counter=self.to_account)

    def legs(self, facts: Facts) -> tuple[Leg, ...]:
        """Debit where the money goes, credit the 支出户."""
        target = counter_account(self, facts, counter=self.to_account)
        own = facts.chart.leaf("disbursement_account")
        return (Leg(debit=target, credit=own, amount_fen=self.amount_fen),)

    def claims(self, facts: Facts) -> tuple[Leg, ...]:
        """Return what leaves the 支出户: that is certain even where its destination is not."""
        own = facts.chart.leaf("disbursement_account")
        expense = facts.chart.leaf("net_assets")
        return (Leg(debit=expense, credit=own, amount_fen=self.amount_fen),)

    def default_summary(self, facts: Facts) -> str:
        """Say what is swept where."""
        target = "上级经办机构" if self.upper_area else "财政专户"
        return f"上解{self.date.year}年收回的医保预付金至{target}"

    def bank_use(self) -> BankUse:
        """Prove the money out of 1004."""
        return BankUse(DISBURSEMENT_ACCOUNT, "out", self.amount_fen)
