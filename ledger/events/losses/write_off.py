"""核销 write-off (E8): what cannot be got back, by court document and government approval.

5401·… ← 1101·H·Y (甘肃·五、六; 海南·六、七(三)); never more than the balance, nor, together with
the other write-offs that cite the same document, than the court found lost, or the government
approved for the hospital.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ledger.basis.terms import GOVERNMENTS
from ledger.events import words
from ledger.events.base import hospital_word, word, year_word
from ledger.events.judged import JudgedLoss
from ledger.events.losses.loss import loss_findings
from ledger.events.permissions.permission_back import write_off_findings
from ledger.masters.leg import Leg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ledger.basis.errors import Finding
    from ledger.policy.facts import Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteOff(JudgedLoss):
    """A loss of prepayment that a court document and a government approval confirm.

    The court's figure is the amount of its document, or `claim_fen` less `satisfied_fen` as they
    stand on `page` of it. A document of another hospital's case wants a `reason`.
    """

    KIND: ClassVar[str] = "write-off"
    PAPERS: ClassVar[tuple[str, ...]] = ("court-document", "government-approval")

    hospital: str = hospital_word()
    year: int = year_word()
    amount_fen: int = word("金额", words.as_fen, name="amount")
    government: str = word("批准机关", words.one_of(GOVERNMENTS, "批准机关"), default="")
    claim_fen: int = word("确定债权", words.as_fen, name="claim", default=0)
    satisfied_fen: int | None = word("已受偿", words.as_fen_or_zero, name="satisfied", default=None)
    page: str = word("文书页码", words.as_text, default="")
    reason: str = word("原因", words.as_text, default="")

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Refuse an approval of too low a level, and a loss that its papers do not measure."""
        yield from write_off_findings(self, facts)
        yield from loss_findings(self, facts)

    def legs(self, facts: Facts) -> tuple[Leg, ...]:
        """Debit other expense (职工: 统筹基金), credit the hospital's prepayment."""
        prepayment = facts.chart.leaf("prepayment", hospital=self.hospital, year=self.year)
        expense = facts.chart.leaf(facts.rules(self.date, self.year).text("write_off_account"))
        return (Leg(debit=expense, credit=prepayment, amount_fen=self.amount_fen),)

    def default_summary(self, facts: Facts) -> str:
        """Name the hospital, the year and both documents."""
        numbers = {paper.type: paper.number for paper in self.papers}
        return (
            f"核销{facts.hospital_name(self.hospital)}{self.year}年度医保预付金"
            f"（{numbers.get('court-document', '')}；{numbers.get('government-approval', '')}）"
        )
