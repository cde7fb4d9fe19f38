"""替代核对 alternative-check: hospitals whose balances were proved otherwise than by an answer.

Orders, receipts and returns are gone through one by one, on a paper that one person prepares
and the chief agrees to. It counts for the balances that it names; the hospital is asked on.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ledger.basis.money import NotMoney, parse_fen, yuan
from ledger.events import words
from ledger.events.base import word
from ledger.events.confirmations.confirming import CLAUSE
from ledger.events.register import Register
from ledger.events.words import Unclear, as_hospital, as_texts, as_year

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ledger.basis.errors import Finding
    from ledger.policy.facts import Facts

EXAMPLE = "H62010000001:2026:150000.00"


def as_balances(raw: object) -> tuple[str, ...]:
    """Read the balances that were proved: `H62010000001:2026:150000.00; …`."""
    found = []
    for cell in as_texts(raw):
        hospital, _, rest = cell.replace("：", ":").partition(":")
        year, _, amount = rest.partition(":")
        try:
            fen = parse_fen(amount.strip())
        except NotMoney:
            raise Unclear(
                f"核对余额“{cell}”读不懂", f"每家每个预付年度写一项，如 {EXAMPLE}"
            ) from None
        found.append(f"{as_hospital(hospital)}:{as_year(year)}:{yuan(fen)}")
    if len({part.rpartition(":")[0] for part in found}) != len(found):
        raise Unclear("同一医疗机构同一年度出现两次", f"每家每个预付年度写一项，如 {EXAMPLE}")
    return tuple(sorted(found))


@dataclass(frozen=True, slots=True, kw_only=True)
class AlternativeCheck(Register):
    """What was proved as of 31 December of `year`, for the hospitals that `balances` name."""

    KIND: ClassVar[str] = "alternative-check"
    PAPERS: ClassVar[tuple[str, ...]] = ("alternative-check",)
    CHIEF: ClassVar[bool] = True

    year: int = word("核对年度", words.as_year)
    balances: tuple[str, ...] = word("核对余额", as_balances)
    reason: str = word("核对方法", words.as_text)

    def by_hospital(self) -> dict[str, dict[int, int]]:
        """Return the balances proved by hospital and prepayment year."""
        found: dict[str, dict[int, int]] = {}
        for text in self.balances:
            hospital, year, amount = text.split(":")
            found.setdefault(hospital, {})[int(year)] = parse_fen(amount)
        return found

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Refuse a day before the year has ended."""
        yield from Register.findings(self, facts)
        if self.date.year <= self.year:
            yield self.refusal(
                "CHECKED_EARLY",
                f"替代核对的日期 {self.date} 在 {self.year} 年终以前，年末余额还没有定",
                f"{self.year} 年 12 月 31 日以后核对、登记",
                clause=CLAUSE,
                field="date 日期",
            )
