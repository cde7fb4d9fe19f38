"""分录 as it is stored: money moves from the credited account to the debited one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ledger.masters.chart import Account


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """One leg: debit account, credit account, fen. Any set of legs balances by construction.

    A negative amount is red (红字): the same side, taken back.
    """

    debit: Account
    credit: Account
    amount_fen: int

    def __post_init__(self) -> None:
        assert self.amount_fen != 0, "a leg moves money"
        assert self.debit.code != self.credit.code, "a leg has two accounts"


def pair_legs(
    debits: Sequence[tuple[Account, int]], credits_: Sequence[tuple[Account, int]]
) -> tuple[Leg, ...]:
    """Pair debit sums with credit sums in order, so that the 借/贷 lines come out as given.

    Both sides are positive fen and add up to the same total.
    """
    assert sum(fen for _, fen in debits) == sum(fen for _, fen in credits_), "unequal sides"
    legs = []
    waiting = [(account, fen) for account, fen in credits_ if fen]
    for debit, debit_fen in debits:
        left = debit_fen
        while left:
            credit, credit_fen = waiting[0]
            amount = min(left, credit_fen)
            legs.append(Leg(debit=debit, credit=credit, amount_fen=amount))
            left -= amount
            waiting[0] = (credit, credit_fen - amount)
            if amount == credit_fen:
                waiting.pop(0)
    return tuple(legs)
