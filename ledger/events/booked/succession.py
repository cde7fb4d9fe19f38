"""承接 succession: another unit takes over a hospital's prepayment, in the lending book.

1101·H2·Y ← 1101·H1·Y (海南·七(一): 由接受单位或改制后的单位归还). Several successors are several
events. It is neither paid nor returned.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ledger.events import words
from ledger.events.base import Event, hospital_word, word, year_word
from ledger.masters.leg import Leg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ledger.basis.errors import Finding
    from ledger.policy.facts import Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession(Event):
    """Prepayment that `successor` owes from now on instead of `hospital`."""

    KIND: ClassVar[str] = "succession"
    PAPERS: ClassVar[tuple[str, ...]] = ("restructuring",)

    hospital: str = hospital_word()
    year: int = year_word()
    amount_fen: int = word("金额", words.as_fen, name="amount")
    successor: str = word("承接机构编码", words.as_hospital)
    reason: str = word("原因", words.as_text, default="")

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Refuse a successor that is the same unit or is not in the list."""
        if self.successor == self.hospital:
            yield self.refusal(
                "SUCCESSOR_SAME",
                "承接机构与原机构相同",
                "填写承接的另一家机构",
                clause="财会〔2017〕28号·1101",
                field="successor 承接机构编码",
            )
        if self.successor not in facts.hospitals:
            yield self.refusal(
                "HOSPITAL_UNKNOWN",
                f"承接机构 {self.successor} 不在医疗机构名单内",
                "先用 prepay hospital import 导入该机构",
                clause="财会〔2017〕28号·1101",
                field="successor 承接机构编码",
            )

    def legs(self, facts: Facts) -> tuple[Leg, ...]:
        """Debit the successor, credit the old unit, in the same prepayment year."""
        old = facts.chart.leaf("prepayment", hospital=self.hospital, year=self.year)
        new = facts.chart.leaf("prepayment", hospital=self.successor, year=self.year)
        return (Leg(debit=new, credit=old, amount_fen=self.amount_fen),)

    def claims(self, facts: Facts) -> tuple[Leg, ...]:
        """Return what leaves the old unit: that is certain even where the successor is not."""
        if self.successor != self.hospital:
            return self.legs(facts)
        old = facts.chart.leaf("prepayment", hospital=self.hospital, year=self.year)
        expense = facts.chart.leaf("net_assets")
        return (Leg(debit=expense, credit=old, amount_fen=self.amount_fen),)

    def default_summary(self, facts: Facts) -> str:
        """Say who takes over from whom, by which document."""
        paper = next((paper.number for paper in self.papers), "")
        return (
            f"{facts.hospital_name(self.successor)}承接{facts.hospital_name(self.hospital)}"
            f"{self.year}年度医保预付金（{paper}）"
        )
