"""核定 assessment: what a hospital may be paid ahead in a year (甘肃·三; 海南·三); made by 核定.

`computed_fen` is what the rules give, `agreed_fen` what 财政 agreed, `amount_fen` the lesser: what
may be paid, in one or several payments. Zero, with the reason in `steps`, is a refusal.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ledger.events import words
from ledger.events.base import hospital_word, word, year_word
from ledger.events.register import Register
from ledger.events.registers.application import agency_findings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ledger.basis.errors import Finding
    from ledger.policy.facts import Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment(Register):
    """The approved amount of a hospital's year, with every step of the calculation."""

    KIND: ClassVar[str] = "assessment"
    PAPERS: ClassVar[tuple[str, ...]] = ()
    INTERNAL: ClassVar[bool] = True

    hospital: str = hospital_word()
    year: int = year_word()
    amount_fen: int = word("核定金额", words.as_fen_or_zero, name="amount", default=0)
    computed_fen: int = word("测算金额", words.as_fen_or_zero, name="computed", default=0)
    agreed_fen: int = word("商定金额", words.as_fen_or_zero, name="agreed", default=0)
    steps: tuple[str, ...] = word("计算过程", words.as_texts, default=())
    refused: tuple[str, ...] = word("不予核定的原因", words.as_texts, default=())
    layers: tuple[str, ...] = word("政策方案版本", words.as_texts, default=())

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Refuse a hospital of no agency (海南·五), and what 财政 has not agreed to (甘肃·四)."""
        if self.amount_fen:
            yield from agency_findings(self, facts)
        if all(paper.type != "assessment-decision" for paper in self.papers):
            yield self.refusal(
                "NOT_AGREED",
                f"{facts.hospital_name(self.hospital)}{self.year}年度核定还没有财政部门商定的文件",
                f"商定后重新测算：prepay assess run --year {self.year} --document 文号:日期",
                clause=facts.rules(self.date, self.year).clause("decided_with"),
                field="papers 附件",
            )
