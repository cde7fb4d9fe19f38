"""期初核对 opening-check: the openings of an account are what the general ledger (总账) has.

For books whose 期初移交表 stated no total. One person compares, another approves.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ledger.basis.money import grouped
from ledger.basis.statutory import TEMPORARY_PAYMENT, TEMPORARY_RECEIPT
from ledger.events import words
from ledger.events.base import word
from ledger.events.booked.opening_balance import ACCOUNTS
from ledger.events.register import Register

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ledger.basis.errors import Finding
    from ledger.policy.facts import Facts

CLAUSE = "《会计基础工作规范》第六十二条(二)"
COMPARED = {code: ACCOUNTS[code] for code in (TEMPORARY_PAYMENT, TEMPORARY_RECEIPT)}


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningCheck(Register):
    """The balance that the general ledger has of `account` when the books began."""

    KIND: ClassVar[str] = "opening-check"
    PAPERS: ClassVar[tuple[str, ...]] = ("migration-sheet",)

    account: str = word("科目", words.one_of(COMPARED, "期初核对科目"))
    amount_fen: int = word("总账期初余额", words.as_fen, name="amount")

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Refuse a balance that the openings do not come to."""
        yield from Register.findings(self, facts)
        held = facts.openings.get(self.account, 0)
        if held != self.amount_fen:
            yield self.refusal(
                "OPENING_TOTAL",
                f"总账 {self.account} {COMPARED[self.account]}期初余额 {grouped(self.amount_fen)}，"
                f"本账期初明细合计 {grouped(held)}，相差 {grouped(abs(held - self.amount_fen))}",
                "查明是哪一家不符：期初有误的，用 prepay correct 更正后再登记",
                clause=CLAUSE,
                field="amount 总账期初余额",
            )
