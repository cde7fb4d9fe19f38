"""红字冲销 red (E10): a voucher of the same content in red, which takes the wrong one back.

《会计基础工作规范》51(五): 红字, 摘要 “注销某月某日某号凭证”; with or without a blue one that
says what is right. The legs are the original's, negative: 发生额 goes down on both sides.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ledger.events import words
from ledger.events.base import Event, word
from ledger.events.corrections.correcting import (
    CLAUSE,
    correcting_findings,
    same_year_findings,
    voucher_name,
)
from ledger.masters.leg import Leg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ledger.basis.errors import Finding
    from ledger.policy.facts import Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Red(Event):
    """The red voucher of the voucher named by `corrects`; made by `prepay correct`."""

    KIND: ClassVar[str] = "red"
    INTERNAL: ClassVar[bool] = True

    reason: str = word("原因", words.as_text)
    hospital: str = word("医疗机构编码", words.as_hospital, default="")
    year: int = word("预付年度", words.as_year, default=0)

    @property
    def shown_fen(self) -> int:
        """Say what is taken back as less than nothing."""
        return -self.amount_fen

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Refuse a red voucher of what may not be taken back."""
        yield from correcting_findings(self, facts)
        yield from same_year_findings(self, facts)
        wrong = facts.vouchers[self.corrects]
        # The latest correction goes first, or what is left would say what nobody meant.
        newest = wrong.newest if wrong.id in (wrong.root, *wrong.beside) else wrong.id
        if newest not in ("", wrong.id):
            later = facts.vouchers.get(newest)
            yield self.refusal(
                "CORRECTED_SINCE",
                f"{voucher_name(wrong)}之后还有更正："
                + (voucher_name(later) if later else f"{newest}（待记账）"),
                "同一组里先注销后来的更正凭证，或把更正凭证一起写进这组更正",
                clause=CLAUSE,
            )

    def legs(self, facts: Facts) -> tuple[Leg, ...]:
        """Repeat the original's legs with negative amounts."""
        return tuple(
            Leg(debit=leg.debit, credit=leg.credit, amount_fen=-leg.amount_fen)
            for leg in facts.vouchers[self.corrects].legs
        )

    def default_summary(self, facts: Facts) -> str:
        """Write the 摘要 that 51(五) prescribes."""
        return f"注销{voucher_name(facts.vouchers[self.corrects])}"
