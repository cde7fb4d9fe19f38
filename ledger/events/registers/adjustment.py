"""特殊调整 adjustment: 医保 and 财政 agree on another scale (甘肃·三; 海南·三).

`scope` amount: the computed amount times `factor`, for one hospital or for all. `scope` gate:
the months gate, which holds “原则上” only, is passed; a deficit is never passed.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar

from ledger.events import words
from ledger.events.base import word, year_word
from ledger.events.register import Register

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ledger.basis.errors import Finding
    from ledger.policy.facts import Facts

#: A scale beyond this is a slip of the pen: the notices allow a change that is 适度.
FACTOR_MAX = 10
SCOPES = MappingProxyType({"amount": "预付额度", "gate": "可支付月数条件"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjustment(Register):
    """A special adjustment of year `year`; an empty `hospital` means every hospital."""

    KIND: ClassVar[str] = "adjustment"
    PAPERS: ClassVar[tuple[str, ...]] = ("special-document",)

    year: int = year_word()
    hospital: str = word("医疗机构编码", words.as_hospital, default="")
    scope: str = word("调整事项", words.one_of(SCOPES, "调整事项"), default="amount")
    factor: str = word("调整系数", words.as_ratio, default="")
    reason: str = word("原因", words.as_text)

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Refuse a change of the amount without a fit factor, or a factor beside the gate."""
        yield from Register.findings(self, facts)
        clause = facts.rules(self.date, self.year).clause("special_adjustment")
        if self.scope == "amount":
            yield from self.factor_findings(clause)
        if self.scope == "gate" and (self.factor or self.hospital):
            yield self.refusal(
                "ADJUSTMENT_GATE",
                "可支付月数条件的例外是整个险种的，不写医疗机构和调整系数",
                "清空医疗机构编码和调整系数",
                clause=clause,
                field="scope 调整事项",
            )

    def factor_findings(self, clause: str) -> Iterator[Finding]:
        """Refuse a change of the amount without a factor, or with one that is not moderate."""
        if not self.factor:
            yield self.refusal(
                "ADJUSTMENT_FACTOR",
                "调整预付额度应写明调整系数",
                "填调整系数（factor），如 1.5 或 80%",
                clause=clause,
                field="factor 调整系数",
            )
        elif not 0 < ratio_of(self.factor) <= FACTOR_MAX:
            yield self.refusal(
                "ADJUSTMENT_FACTOR",
                f"调整系数 {self.factor} 不在大于 0、不超过 {FACTOR_MAX} 的范围内："
                "特殊调整应当适度",
                "核对调整系数（factor），如 1.5 或 80%；不予预付的，在商定金额里填 0",
                clause=clause,
                field="factor 调整系数",
            )


def ratio_of(text: str) -> Fraction:
    """Return a ratio that `words.as_ratio` has read, exactly: `0.5`, `1/2`, `90%`."""
    return Fraction(text[:-1]) / 100 if text.endswith("%") else Fraction(text)
