"""期末结转 period-end (E11): income and expense are closed into 3001 (财会〔2017〕28号 3001).

3001·… ← 5001·…, 5401·…; 4201·…, 4501·… ← 3001·…; one voucher per account of 3001 and
direction. A net red stands in red on the usual sides. Made by the month's close.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ledger.events import words
from ledger.events.base import Event, word
from ledger.masters.chart import Account
from ledger.masters.leg import Leg

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ledger.basis.errors import Finding
    from ledger.masters.chart import FundChart
    from ledger.policy.facts import Facts

DIRECTIONS = {"income": "收入", "expense": "支出"}
RULE_VERSION = "period-end/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodEnd(Event):
    """What one account of 3001 takes over in one direction.

    `balances` has `code:fen` for each leaf, fen on its usual side; `rule` names the version
    of the rule that made the voucher.
    """

    KIND: ClassVar[str] = "period-end"
    INTERNAL: ClassVar[bool] = True

    target: str = word("结转科目", words.as_text)
    direction: str = word("方向", words.one_of(DIRECTIONS, "方向"))
    balances: tuple[str, ...] = word("结转余额", tuple)  # type: ignore[arg-type]
    rule: str = word("规则", words.as_text, default=RULE_VERSION)

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Refuse nothing of its own: the close works it out from the balances."""
        yield from ()

    def legs(self, facts: Facts) -> tuple[Leg, ...]:
        """Close each leaf into 3001."""
        target = Account(code=self.target, base=self.target)
        legs = []
        for entry in self.balances:
            code, _, fen = entry.rpartition(":")
            leaf = Account(code=code, base=code)
            if self.direction == "income":
                legs.append(Leg(debit=leaf, credit=target, amount_fen=int(fen)))
            else:
                legs.append(Leg(debit=target, credit=leaf, amount_fen=int(fen)))
        return tuple(legs)

    def default_summary(self, facts: Facts) -> str:
        """Say what is transferred to where."""
        name = facts.chart.accounts[self.target].full_name
        month = f"{self.date.year}年{self.date.month}月"
        return f"结转{month}{DIRECTIONS[self.direction]}至{name}"


def balances_to_transfer(
    chart: FundChart, balances: Mapping[str, int]
) -> list[tuple[str, str, tuple[str, ...]]]:
    """Sort the leaves that are not zero into (target, direction, balances).

    `balances` maps income and expense leaves to debit-minus-credit fen.
    """
    groups: dict[tuple[str, str], list[str]] = {}
    for code in sorted(balances):
        fen = balances[code]
        target = chart.transfer_target(code)
        if not fen or target is None:
            continue
        direction = "income" if code.startswith("4") else "expense"
        usual = -fen if direction == "income" else fen
        groups.setdefault((target, direction), []).append(f"{code}:{usual}")
    return [(target, way, tuple(found)) for (target, way), found in sorted(groups.items())]
