"""What the rules of 准许 look at in the kinds that they judge.

The rooms of these kinds ask the rules, so the rules cannot look into the rooms: each kind is built
on what its rules may see of it, and declares the same attributes again with their words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ledger.events.base import Event

if TYPE_CHECKING:
    from ledger.events.words import BenefitLine


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedPayment(Event):
    """A 拨付, as the rules of paying see it."""

    from_account: str
    payee_account: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedReturn(Event):
    """A 返还, as the rules of the way back see it."""

    to_account: str
    payer_account: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedOffset(Event):
    """A 冲抵结算, as the rules of the way back see it."""

    reason: str
    settlement_fen: int
    benefit: str
    lines: tuple[BenefitLine, ...]
    settlement_fund: str
    settlement_month: str

    def settlement(self) -> tuple[BenefitLine, ...]:
        """Return the lines of the settlement."""
        raise AssertionError(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedLoss(Event):
    """A 核销, as the rules of approval and of its court document see it."""

    government: str
    claim_fen: int
    satisfied_fen: int | None
    page: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedSuspense(Event):
    """A 暂收转出, as the rule of the bank's day sees it."""

    from_account: str
    counterparty: str
    refund: bool
