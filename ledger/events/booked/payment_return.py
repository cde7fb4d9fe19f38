"""退汇 payment-return: the bank could not deliver a payment and gave it back.

1004 or 1003 ← 1101·H·Y, in blue, naming its disbursement. It frees what was paid and is never
返还: the hospital never had the money.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ledger.basis.money import grouped
from ledger.events import words
from ledger.events.base import BankUse, Event, hospital_word, word, year_word
from ledger.masters.leg import Leg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ledger.basis.errors import Finding
    from ledger.policy.facts import Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentReturn(Event):
    """A payment that bounced; `disbursement` is the key of the payment."""

    KIND: ClassVar[str] = "payment-return"
    PAPERS: ClassVar[tuple[str, ...]] = ("bank-receipt",)

    hospital: str = hospital_word()
    year: int = year_word()
    amount_fen: int = word("金额", words.as_fen, name="amount")
    to_account: str = word("收款账户", words.as_bank, name="to")
    disbursement: str = word("原拨付编号", words.as_text)

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Refuse a return that does not fit the payment it names."""
        payment = facts.payments.get(self.disbursement)
        if payment is None:
            yield self.refusal(
                "PAYMENT_UNKNOWN",
                f"没有编号为“{self.disbursement}”的拨付，或它已被冲销",
                "填原拨付的业务编号（disbursement）",
                clause="财会〔2017〕28号·1004",
                field="disbursement 原拨付编号",
            )
            return
        if (payment.hospital, payment.year) != (self.hospital, self.year):
            yield self.refusal(
                "PAYMENT_MISMATCH",
                f"拨付 {payment.key} 付给{facts.hospital_name(payment.hospital)}"
                f"（{payment.year}年度），退汇填的是{facts.hospital_name(self.hospital)}"
                f"（{self.year}年度）",
                "改成原拨付的医疗机构和预付年度",
                clause="财会〔2017〕28号·1101",
                field="hospital 医疗机构编码",
            )
        if payment.account != self.to_account:
            yield self.refusal(
                "PAYMENT_MISMATCH",
                f"拨付 {payment.key} 从 {payment.account} 付出，退汇应退回同一账户",
                f"收款账户（to）改为 {payment.account}",
                clause="财社〔2017〕144号·四十一",
                field="to 收款账户",
            )
        if self.date < payment.date:
            yield self.refusal(
                "PAYMENT_LATER",
                f"退汇日期 {self.date} 早于拨付 {payment.key} 的日期 {payment.date}",
                "核对两笔的日期",
                clause="财会〔2017〕28号·总说明九",
                field="date 日期",
            )
        left = payment.amount_fen - payment.returned_fen
        if self.amount_fen > left:
            yield self.refusal(
                "EXCEEDS_PAYMENT",
                f"退汇 {grouped(self.amount_fen)} 超过拨付 {payment.key} 尚可退回的"
                f" {grouped(left)}（拨付 {grouped(payment.amount_fen)}，"
                f"已退汇 {grouped(payment.returned_fen)}）",
                "核对回单金额和原拨付编号",
                clause="财会〔2017〕28号·1101",
                field="amount 金额",
            )

    def legs(self, facts: Facts) -> tuple[Leg, ...]:
        """Debit the account that got the money back, credit the hospital's prepayment."""
        prepayment = facts.chart.leaf("prepayment", hospital=self.hospital, year=self.year)
        bank = facts.chart.plain(self.to_account)
        return (Leg(debit=bank, credit=prepayment, amount_fen=self.amount_fen),)

    def default_summary(self, facts: Facts) -> str:
        """Say whose payment bounced."""
        name = facts.hospital_name(self.hospital)
        return f"{name}{self.year}年度医保预付金退汇（原拨付{self.disbursement}）"

    def bank_use(self) -> BankUse:
        """Prove the money back into the account."""
        return BankUse(self.to_account, "in", self.amount_fen)
