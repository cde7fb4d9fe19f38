"""差额更正 difference (E10): the accounts were right and only the amount was wrong.

《会计基础工作规范》51(五): a voucher for the difference alone, blue where more, red where less,
on the same accounts. Made by `prepay correct`. What it leaves of the fact is judged as the fact
itself would be (`ledger/voucher/resting.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ledger.basis.money import grouped
from ledger.basis.terms import BANKS
from ledger.events import words
from ledger.events.base import Event, word
from ledger.events.citing import AmountChange
from ledger.events.corrections.correcting import (
    CLAUSE,
    correcting_findings,
    newest_findings,
    same_year_findings,
    voucher_name,
)
from ledger.events.moves import move_words, moved_fen, moved_legs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ledger.basis.errors import Finding
    from ledger.masters.leg import Leg
    from ledger.policy.facts import Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference(Event):
    """The difference to the fact whose first voucher is named by `corrects`.

    `moves` has `debit>credit:fen` for each pair of accounts, all of one sign; `amount_fen` is
    the right amount. `after` is the newest correction that it follows, "" for none.
    """

    KIND: ClassVar[str] = "difference"
    INTERNAL: ClassVar[bool] = True

    reason: str = word("原因", words.as_text)
    moves: tuple[str, ...] = word("差额分录", move_words)
    hospital: str = word("医疗机构编码", words.as_hospital, default="")
    year: int = word("预付年度", words.as_year, default=0)
    after: str = word("更正前的最后一张更正凭证", words.as_text, default="")

    @property
    def shown_fen(self) -> int:
        """Say what is moved, not what the fact comes to."""
        return moved_fen(self.moves)

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Refuse a difference that mixes more and less, or leaves the original's accounts."""
        yield from correcting_findings(self, facts)
        yield from same_year_findings(self, facts)
        yield from newest_findings(self, facts, self.after)
        legs = self.legs(facts)
        wrong = facts.vouchers[self.corrects]
        pairs = {(leg.debit.code, leg.credit.code) for leg in wrong.legs}
        mixed = {leg.amount_fen > 0 for leg in legs} == {True, False}
        if mixed or not {(leg.debit.code, leg.credit.code) for leg in legs} <= pairs:
            yield self.refusal(
                "DIFFERENCE_UNFIT",
                f"{voucher_name(wrong)}的差额有增有减，或科目不同，不能用差额凭证",
                "改用红字注销加蓝字订正（--form red-blue）",
                clause=CLAUSE,
            )

    def change(self) -> AmountChange:
        """Return what the difference adds to the original's bank movement, and in all."""
        moves = [move.rpartition(":") for move in self.moves]
        bank = [int(fen) for codes, _, fen in moves if BANKS.keys() & codes.split(">")]
        return AmountChange(sum(bank), sum(int(fen) for _, _, fen in moves))

    def legs(self, facts: Facts) -> tuple[Leg, ...]:
        """Post the difference on the original's accounts; negative is red."""
        return moved_legs(self.moves, facts.chart)

    def default_summary(self, facts: Facts) -> str:
        """Say which voucher, and what it should have been."""
        wrong = facts.vouchers[self.corrects]
        fen = sum(leg.amount_fen for leg in self.legs(facts))
        way = "调增" if fen > 0 else "调减"
        return f"{way}{voucher_name(wrong)}金额 {grouped(abs(fen))}"
