"""销账: which repayment cleared which disbursement, leaf by leaf, as a fold over movements.

A 退汇 clears the payment that it names; everything else clears the oldest open item first, by
the day of the fact. 红字, 差额 and 以前年度更正 count within the voucher that they correct; a
blue voucher is an item of its own, on the day of the fact that it states. What a successor
takes over (承接) keeps the day on which the money was first paid.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ledger.projections.net_effects import effects_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ledger.projections.net_effects import Effect
    from ledger.store.relations.lines import BookLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Clearing:
    """What cleared (a part of) an item: a voucher, its days, the kind it counts as, in fen."""

    voucher: str
    key: str
    movement: str
    date: dt.date
    booked: dt.date
    amount_fen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenItem:
    """未清项: money that one voucher put on a leaf, and what has cleared it since.

    `since` is the day of the fact on which it was first paid, `source` the voucher of that
    day: another than `voucher` where a successor took it over. What has been cleared before
    anything was open (possible within a month only) is an item below zero.
    """

    account: str
    voucher: str
    key: str
    movement: str
    source: str
    since: dt.date
    summary: str
    amount_fen: int
    clearings: tuple[Clearing, ...]

    @property
    def open_fen(self) -> int:
        """Return what is still open."""
        return self.amount_fen - sum(clearing.amount_fen for clearing in self.clearings)


@dataclass(slots=True, kw_only=True)
class Debt:
    """An item while the fold runs."""

    effect: Effect
    account: str
    source: str
    since: dt.date
    amount_fen: int
    left_fen: int
    clearings: list[Clearing] = field(default_factory=list)


#: Items while the fold runs, by leaf; and what cleared a leaf before anything was open on it.
DebtsOpen = dict[str, list[Debt]]
Early = dict[str, list[tuple["Effect", int]]]


def clear(movements: Sequence[BookLine], years: Mapping[str, int]) -> list[OpenItem]:
    """Work out every item of the leaves, in order of leaf and day; `years` are the leaves'."""
    debts: DebtsOpen = {}
    early: Early = {}
    for effect in effects_of(movements):
        taken = pay_debts(effect, debts, early)
        open_debts(effect, debts, early, taken, years)
    items = [item_of(debt) for found in debts.values() for debt in found]
    for account, waiting in early.items():
        items += [early_item(account, effect, fen) for effect, fen in waiting]
    return sorted(items, key=lambda item: (item.account.split("."), item.since, item.voucher))


def pay_debts(effect: Effect, debts: DebtsOpen, early: Early) -> list[tuple[Debt, int]]:
    """Clear debts of every leaf that a voucher lowers; return what of which debt it cleared."""
    taken: list[tuple[Debt, int]] = []
    for account, fen in sorted(effect.nets.items()):
        if fen < 0:
            parts, rest = take(debts.get(account, []), effect, -fen)
            taken += parts
            if rest:
                early.setdefault(account, []).append((effect, rest))
    return taken


def open_debts(
    effect: Effect,
    debts: DebtsOpen,
    early: Early,
    taken: list[tuple[Debt, int]],
    years: Mapping[str, int],
) -> None:
    """Open debts on every leaf that a voucher raises; what came too early clears them first."""
    for account, fen in sorted(effect.nets.items()):
        if fen > 0:
            new = debts_of(effect, account, fen, taken, years.get(account, 0))
            own = debts.setdefault(account, [])
            own.extend(new)
            left = [
                (waiting, take(own, waiting, fen_early)[1])
                for waiting, fen_early in early.get(account, [])
            ]
            early[account] = [(waiting, rest) for waiting, rest in left if rest]


def take(debts: Sequence[Debt], effect: Effect, fen: int) -> tuple[list[tuple[Debt, int]], int]:
    """Clear open debts, the one that is named first, then the oldest; what is left comes back."""
    first = effect.first

    def turn(debt: Debt) -> tuple[bool, dt.date]:
        paid = debt.effect.first
        named = bool(first.settles) and first.settles in (paid.key, debt.effect.replaces)
        return (not named and first.corrects != paid.id, debt.since)

    parts = []
    for debt in sorted(debts, key=turn):
        part = min(debt.left_fen, fen)
        if part:
            debt.left_fen -= part
            fen -= part
            debt.clearings.append(clearing_of(first, part))
            parts.append((debt, part))
    return parts, fen


def debts_of(
    effect: Effect, account: str, fen: int, taken: list[tuple[Debt, int]], year: int
) -> list[Debt]:
    """Open debts on a leaf: as old as what was taken over, else of the voucher's own day."""
    first, found = effect.first, []
    while fen and taken:
        debt, part = taken.pop(0)
        moved = min(part, fen)
        fen -= moved
        found.append(debt_of(effect, account, moved, debt.source, debt.since))
        if part > moved:
            taken.insert(0, (debt, part - moved))
    if fen:
        since = first.date
        if first.movement == "opening-balance" and year:
            # 期初 states no day of payment: it was paid by the end of its prepayment year.
            since = min(since, dt.date(year, 12, 31))
        found.append(debt_of(effect, account, fen, first.label, since))
    return found


def debt_of(effect: Effect, account: str, fen: int, source: str, since: dt.date) -> Debt:
    """Open one debt."""
    return Debt(
        effect=effect, account=account, source=source, since=since, amount_fen=fen, left_fen=fen
    )


def clearing_of(first: BookLine, fen: int) -> Clearing:
    """Write down what cleared a debt."""
    return Clearing(
        voucher=first.label,
        key=first.key,
        movement=first.movement,
        date=first.date,
        booked=first.booked,
        amount_fen=fen,
    )


def item_of(debt: Debt) -> OpenItem:
    """Freeze a debt."""
    first = debt.effect.first
    return OpenItem(
        account=debt.account,
        voucher=first.label,
        key=first.key,
        movement=first.movement,
        source=debt.source,
        since=debt.since,
        summary=first.summary,
        amount_fen=debt.amount_fen,
        clearings=tuple(debt.clearings),
    )


def early_item(account: str, effect: Effect, fen: int) -> OpenItem:
    """Freeze what was cleared before anything was open."""
    debt = debt_of(effect, account, -fen, effect.first.label, effect.first.date)
    return item_of(debt)
