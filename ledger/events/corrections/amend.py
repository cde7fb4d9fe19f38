"""以前年度更正 amend (E10): an error of a prior year, put right by one blue voucher.

《会计基础工作规范》51(五): 发现以前年度记账凭证有错误的，用蓝字填制一张更正的记账凭证. The wrong
accounts are moved back and the right ones moved to; what has been closed into 3001 goes where
the recorded choice `prior_year_result` says (A-21). Made by `prepay correct`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ledger.basis.period import year_of
from ledger.events import words
from ledger.events.base import Event, word
from ledger.events.corrections.correcting import (
    CLAUSE,
    correcting_findings,
    newest_findings,
    voucher_name,
)
from ledger.events.moves import move_words, moved_fen, moved_legs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ledger.basis.errors import Finding
    from ledger.masters.leg import Leg
    from ledger.policy.facts import Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Amend(Event):
    """The blue voucher that puts a prior year's fact right; `moves`, `after` as a difference's."""

    KIND: ClassVar[str] = "amend"
    INTERNAL: ClassVar[bool] = True

    reason: str = word("原因", words.as_text)
    moves: tuple[str, ...] = word("更正分录", move_words)
    hospital: str = word("医疗机构编码", words.as_hospital, default="")
    year: int = word("预付年度", words.as_year, default=0)
    after: str = word("更正前的最后一张更正凭证", words.as_text, default="")

    @property
    def shown_fen(self) -> int:
        """Say what is moved, not what the fact comes to."""
        return moved_fen(self.moves)

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Refuse a voucher of this year, which takes red, and what may not be corrected."""
        yield from correcting_findings(self, facts)
        yield from newest_findings(self, facts, self.after)
        wrong = facts.vouchers[self.corrects]
        if year_of(wrong.period) >= facts.booking_day(self.date, self.booked).year:
            yield self.refusal(
                "SAME_YEAR",
                f"{voucher_name(wrong)}是本年的凭证，用红字注销，不用蓝字更正",
                "不写 --form，程序会选择合适的形式",
                clause=CLAUSE,
            )

    def legs(self, facts: Facts) -> tuple[Leg, ...]:
        """Post what moves back and what moves to, in blue."""
        return moved_legs(self.moves, facts.chart)

    def default_summary(self, facts: Facts) -> str:
        """Say which voucher of which year is put right."""
        return f"更正{voucher_name(facts.vouchers[self.corrects])}"
