"""返还 repayment (E4, E5): a hospital gives prepayment back.

1004 or 1003 ← 1101·H·Y. What comes back in a later year still credits that year's 1101, not
4501 and not 5001 (财会〔2017〕28号 1101三(四)).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ledger.events import words
from ledger.events.base import BankUse, hospital_word, word, year_word
from ledger.events.judged import JudgedReturn
from ledger.events.permissions.permission_back import return_findings
from ledger.masters.leg import Leg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ledger.basis.errors import Finding
    from ledger.policy.facts import Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Repayment(JudgedReturn):
    """Money a hospital returned for a prepayment year; `payer_account` is where it came from."""

    KIND: ClassVar[str] = "repayment"
    PAPERS: ClassVar[tuple[str, ...]] = ("bank-receipt",)

    hospital: str = hospital_word()
    year: int = year_word()
    amount_fen: int = word("金额", words.as_fen, name="amount")
    to_account: str = word("收款账户", words.as_bank, name="to")
    payer_account: str = word("付款账号", words.as_code, default="")
    reason: str = word("原因", words.as_text, default="")

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Ask a reason where it did not come back the way it went (原渠道)."""
        yield from return_findings(self, facts)

    def legs(self, facts: Facts) -> tuple[Leg, ...]:
        """Debit the bank, credit the hospital's prepayment of the year."""
        prepayment = facts.chart.leaf("prepayment", hospital=self.hospital, year=self.year)
        bank = facts.chart.plain(self.to_account)
        return (Leg(debit=bank, credit=prepayment, amount_fen=self.amount_fen),)

    def default_summary(self, facts: Facts) -> str:
        """Say who returned what year's money."""
        return f"{facts.hospital_name(self.hospital)}返还{self.year}年度医保预付金"

    def bank_use(self) -> BankUse:
        """Prove the money into the account."""
        return BankUse(self.to_account, "in", self.amount_fen)
