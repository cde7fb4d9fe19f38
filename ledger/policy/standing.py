"""What stands for a hospital's year, and for a fund's: the ground on which a posting is allowed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """What stops payments to a hospital from `since` on: a recall, a suspension, a 停拨结算.

    It holds in every book of the area, whichever `book` it is registered in; `until` is the day
    before which it holds, None where it holds on.
    """

    book: str
    key: str
    kind: str
    since: date
    until: date | None
    why: str

    def holds(self, day: date) -> bool:
        """Tell whether it stops a payment of a day."""
        return self.since <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A hospital's prepayment year in one book: approved, paid, agreed, stopped.

    `approved_fen` is None where nothing was assessed; `paid_fen` counts 拨付 less 退汇, and what
    the 期初 brought in; `refused` says why nothing was approved; `accounts` are the accounts
    paid, "" for the one in the hospital list where the payment is not posted yet; `stops` stop
    payments of prepayment, `halts` the payment of settlements. `written_off_fen` is what was
    written off, before these books too, and `recovered_fen` what came back since; both are read
    where a 核销后收回 asks for them.
    """

    approved_fen: int | None
    paid_fen: int
    agreed_on: date | None
    accounts: frozenset[str]
    stops: tuple[Stop, ...]
    refused: tuple[str, ...] = ()
    halts: tuple[Stop, ...] = ()
    written_off_fen: int = 0
    recovered_fen: int = 0

    def halted(self, day: date) -> Stop | None:
        """Give what stops the payment of settlements on a day; None where nothing does."""
        return next((halt for halt in self.halts if halt.holds(day)), None)


#: A hospital's year of which nothing is known.
NOTHING = Standing(approved_fen=None, paid_fen=0, agreed_on=None, accounts=frozenset(), stops=())


def standing_at(
    standings: Mapping[tuple[str, int], Standing], hospital: str, year: int
) -> Standing:
    """Give what stands for a hospital's year; year 0 holds what stops it in every year."""
    whole = standings.get((hospital, 0), NOTHING)
    own = standings.get((hospital, year), NOTHING)
    if whole is NOTHING:
        return own
    return replace(own, stops=whole.stops, halts=whole.halts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """Whether the fund may prepay in a year (GATE_VERDICTS), and the months it can pay for."""

    verdict: str
    months: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Registered:
    """A registered fact or a posted event that a later word names by its key.

    `withdrawn` tells one that counts no longer, `lifted` a recall that has been lifted.
    """

    key: str
    kind: str
    hospital: str
    year: int
    date: date
    withdrawn: bool
    irregular: bool
    lifted: bool = False
    approved_by: str = ""
