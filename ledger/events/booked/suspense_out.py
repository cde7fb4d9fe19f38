"""暂收转出 suspense-out: money held in 2001 is given back, or is found to be a hospital's return.

2001·counterparty ← 1004 or 1003 (refunded), or ← 1101·H·Y (identified).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ledger.events import words
from ledger.events.base import BankUse, word
from ledger.events.booked.bank_day import bank_day_findings
from ledger.events.judged import JudgedSuspense
from ledger.masters.leg import Leg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ledger.basis.errors import Finding
    from ledger.policy.facts import Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class SuspenseOut(JudgedSuspense):
    """What becomes of held money: `refund` through `from`, or `hospital` and `year`."""

    KIND: ClassVar[str] = "suspense-out"

    amount_fen: int = word("金额", words.as_fen, name="amount")
    from_account: str = word("付款账户", words.as_bank, name="from", default="")
    counterparty: str = word("往来单位", words.as_text)
    hospital: str = word("医疗机构编码", words.as_hospital, default="")
    year: int = word("预付年度", words.as_year, default=0)
    refund: bool = word("是否退款", words.as_flag, default=False)

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Refuse what is neither wholly a refund nor wholly an identification."""
        if self.is_unclear():
            yield self.refusal(
                "SUSPENSE_UNCLEAR",
                "暂收转出应是退款（refund、付款账户），或认定为返还（医疗机构、预付年度），二者取一",
                "退款填 refund=是、from；认定填 hospital、year",
                clause="财会〔2017〕28号·2001",
                field="refund 是否退款",
            )
        if self.refund:
            yield from self.refund_findings()
        yield from bank_day_findings(self, facts)

    def is_unclear(self) -> bool:
        """Return whether it is both a refund and an identification, or neither wholly."""
        identified = bool(self.hospital and self.year)
        refunded = self.refund and bool(self.from_account)
        named = bool(self.hospital or self.year)
        return identified == refunded or (self.refund and named)

    def refund_findings(self) -> Iterator[Finding]:
        """Refuse a refund without the bank's receipt."""
        if not any(paper.type == "bank-receipt" for paper in self.papers):
            yield self.refusal(
                "PAPER_MISSING",
                "退还暂收款缺少附件：银行回单（bank-receipt）",
                "补上银行回单",
                clause="《会计基础工作规范》第五十一条(四)",
                field="papers 附件",
            )

    def legs(self, facts: Facts) -> tuple[Leg, ...]:
        """Debit the counterparty's 暂收款, credit the bank or the hospital's prepayment."""
        held = facts.chart.leaf("unidentified_receipt", counterparty=self.counterparty)
        if self.refund:
            target = facts.chart.plain(self.from_account)
        else:
            target = facts.chart.leaf("prepayment", hospital=self.hospital, year=self.year)
        return (Leg(debit=held, credit=target, amount_fen=self.amount_fen),)

    def default_summary(self, facts: Facts) -> str:
        """Say what became of the money."""
        name = facts.hospital_name(self.counterparty)
        if self.refund:
            return f"退还暂收{name}款"
        hospital = facts.hospital_name(self.hospital)
        return f"暂收{name}款认定为{hospital}返还{self.year}年度医保预付金"

    def bank_use(self) -> BankUse | None:
        """Prove a refund out of the account."""
        return BankUse(self.from_account, "out", self.amount_fen) if self.refund else None
