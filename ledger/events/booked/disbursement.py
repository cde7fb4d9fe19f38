"""拨付 disbursement (E2, E3): the prepayment goes out to a hospital.

1101·H·Y ← 1004 or 1003 (甘肃·五 “或”; 海南·六 “和”, read as “或”, A-17).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ledger.events import words
from ledger.events.base import BankUse, hospital_word, word, year_word
from ledger.events.judged import JudgedPayment
from ledger.events.permissions.permission import payment_findings
from ledger.events.permissions.permission_accounts import payee_findings
from ledger.events.permissions.permission_before import paper_day_findings
from ledger.masters.leg import Leg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ledger.basis.errors import Finding
    from ledger.policy.facts import Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Disbursement(JudgedPayment):
    """Money paid ahead to a hospital; `payee_account` is the account paid.

    Where `payee_account` is left out, the account in the hospital list counts. `reason` says
    why a payment after the deadline was right.
    """

    KIND: ClassVar[str] = "disbursement"
    PAPERS: ClassVar[tuple[str, ...]] = ("payment-order", "bank-receipt")

    hospital: str = hospital_word()
    year: int = year_word()
    amount_fen: int = word("金额", words.as_fen, name="amount")
    from_account: str = word("付款账户", words.as_bank, name="from")
    payee_account: str = word("收款账号", words.as_code, default="")
    reason: str = word("原因", words.as_text, default="")

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Refuse what the notice does not allow, and a payee account that nobody knows."""
        yield from payment_findings(self, facts)
        yield from paper_day_findings(self, facts)
        yield from payee_findings(self, facts)

    def legs(self, facts: Facts) -> tuple[Leg, ...]:
        """Debit the hospital's prepayment of the year, credit the account that pays."""
        prepayment = facts.chart.leaf("prepayment", hospital=self.hospital, year=self.year)
        bank = facts.chart.plain(self.from_account)
        return (Leg(debit=prepayment, credit=bank, amount_fen=self.amount_fen),)

    def default_summary(self, facts: Facts) -> str:
        """Say who is paid for which year."""
        return f"拨付{facts.hospital_name(self.hospital)}{self.year}年度医保预付金"

    def bank_use(self) -> BankUse:
        """Prove the money out of the paying account."""
        return BankUse(self.from_account, "out", self.amount_fen)
