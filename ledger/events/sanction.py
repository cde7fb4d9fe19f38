"""违约登记 sanction: what a hospital did before these books began, and still answers for."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar

from ledger.events import words
from ledger.events.base import hospital_word, word, year_word
from ledger.events.register import Register

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ledger.basis.errors import Finding
    from ledger.policy.facts import Facts

CAUSES = MappingProxyType({"late": "上年未按时全额返还", "barred": "被取消申请资格"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sanction(Register):
    """Late in the year before `year` (甘肃·四; 海南·五(五)), or barred by fraud (海南·七(一))."""

    KIND: ClassVar[str] = "sanction"
    PAPERS: ClassVar[tuple[str, ...]] = ("other",)

    hospital: str = hospital_word()
    year: int = year_word()
    cause: str = word("违约情形", words.one_of(CAUSES, "违约情形"))
    reason: str = word("原因", words.as_text)

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Refuse a lateness that does not say how much was short."""
        yield from Register.findings(self, facts)
        if self.cause == "late" and not self.amount_fen:
            yield self.refusal(
                "SANCTION_AMOUNT",
                "上年未按时全额返还的登记没有写明到期差额",
                "填金额（amount）：上年返还截止日还差多少",
                clause=facts.rules(self.date, self.year).clause("late_factor"),
                field="amount 金额",
            )
