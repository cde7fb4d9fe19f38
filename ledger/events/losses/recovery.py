"""核销后收回 recovery (E9): money that comes after a write-off.

No rule says where it goes (A-14): the recorded choice `recovery_credit` decides. It is never more
than what was written off, on no day, and the 备查簿 keeps it beside that (甘肃·六; 海南·七(三)).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ledger.basis.errors import Refused
from ledger.basis.money import grouped
from ledger.events import words
from ledger.events.base import BankUse, Event, hospital_word, word, year_word
from ledger.masters.leg import Leg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ledger.basis.errors import Finding
    from ledger.policy.facts import Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovery(Event):
    """Money received for a prepayment that had been written off."""

    KIND: ClassVar[str] = "recovery"
    PAPERS: ClassVar[tuple[str, ...]] = ("bank-receipt", "other")

    hospital: str = hospital_word()
    year: int = year_word()
    amount_fen: int = word("金额", words.as_fen, name="amount")
    to_account: str = word("收款账户", words.as_bank, name="to")

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Refuse what was never written off, and while nobody has chosen where it is credited."""
        rules = facts.rules(self.date, self.year)
        standing = facts.standing(self.hospital, self.year)
        at, lost_fen, back_fen = standing.loss_left(self.date.isoformat())
        left = lost_fen - back_fen
        # What was lost stands under the true code of a hospital that nobody knows.
        if self.hospital in facts.hospitals and self.amount_fen > left:
            yield self.refusal(
                "EXCEEDS_WRITTEN_OFF",
                f"核销后收回 {grouped(self.amount_fen)}：{facts.hospital_name(self.hospital)}"
                f"{self.year}年度截至 {at} 日终已核销 {grouped(lost_fen)}，"
                f"核销后已收回 {grouped(back_fen)}，"
                f"超出 {grouped(self.amount_fen - left)}",
                "没有核销的，按返还（repayment）录入；多收的用暂收（suspense）；"
                "在旧账里核销的，先登记以前核销（prior-write-off）",
                clause=rules.clause("memorandum"),
                field="amount 金额",
            )
        try:
            rules.text("recovery_credit")
        except Refused as open_question:
            yield from open_question.findings

    def legs(self, facts: Facts) -> tuple[Leg, ...]:
        """Debit the bank, credit what the recorded choice names."""
        credit = facts.chart.leaf(facts.rules(self.date, self.year).text("recovery_credit"))
        bank = facts.chart.plain(self.to_account)
        return (Leg(debit=bank, credit=credit, amount_fen=self.amount_fen),)

    def default_summary(self, facts: Facts) -> str:
        """Name the hospital, the year and the document behind it."""
        other = next((paper.number for paper in self.papers if paper.type == "other"), "")
        name = facts.hospital_name(self.hospital)
        return f"收回已核销的{name}{self.year}年度医保预付金（{other}）"

    def bank_use(self) -> BankUse:
        """Prove the money into the account."""
        return BankUse(self.to_account, "in", self.amount_fen)
