"""财政拨入 allocation (E1): 财政 moves money to the 支出户 by the 用款计划.

1004 ← 1003, or ← 2001·upper agency where a county has no 1003 (甘肃·四).
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
class Allocation(Event):
    """Money that 财政, or the upper agency, allocated to the 支出户."""

    KIND: ClassVar[str] = "allocation"
    PAPERS: ClassVar[tuple[str, ...]] = ("funding-plan", "allocation-notice", "bank-receipt")

    amount_fen: int = word("金额", words.as_fen, name="amount")
    from_account: str = word("付款账户", words.one_of(COUNTERS, "来源"), name="from", default="")
    upper_area: str = word("上级统筹区", words.as_code, default="")

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Refuse a source that the book may not name."""
        yield from upper_findings(self, facts, counter=self.from_account)

    def legs(self, facts: Facts) -> tuple[Leg, ...]:
        """Debit the 支出户, credit where the money came from."""
        source = counter_account(self, facts, counter=self.from_account)
        own = facts.chart.leaf("disbursement_account")
        return (Leg(debit=own, credit=source, amount_fen=self.amount_fen),)

    def default_summary(self, facts: Facts) -> str:
        """Say what came from where."""
        plan = next((paper.number for paper in self.papers if paper.type == "funding-plan"), "")
        return f"财政拨入{self.date.year}年度医保预付金（用款计划{plan}）"

    def bank_use(self) -> BankUse:
        """Prove the money into 1004."""
        return BankUse(DISBURSEMENT_ACCOUNT, "in", self.amount_fen)
