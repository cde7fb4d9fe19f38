"""明细余额 by day and by month end: what each guarded leaf holds while a batch is worked through.

A limit holds on each day by the day of the fact, and at each month end by 记账日期. Within one
day receipts and payments net: nobody knows in which order a bank took them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from ledger.basis.statutory import TEMPORARY_PAYMENT, TEMPORARY_RECEIPT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ledger.masters.leg import Leg
    from ledger.policy.facts import Facts
    from ledger.voucher.running import Candidate

from dataclasses import field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from ledger.masters.chart import Account
    from ledger.masters.leg import Leg
    from ledger.policy.facts import Facts
    from ledger.voucher.running import Candidate


class DraftHeld(NamedTuple):
    """What a draft that waits takes from a leaf: its key, its kind, and how much in fen."""

    key: str
    kind: str
    fen: int


class Shortage(NamedTuple):
    """Where a leaf falls short: at which point, whether that is a month end, and by how much."""

    at: str
    month_end: bool
    fen: int


@dataclass(slots=True, kw_only=True)
class Running:
    """The balances of leaves along points in text order (days or months), debit-positive fen.

    `carried` is what each leaf brought before the first point known here, `nets` its net debit
    by point after that.
    """

    carried: dict[str, int]
    nets: dict[str, dict[str, int]]

    def balance(self, code: str, at: str) -> int:
        """Return a leaf's balance at the end of a point."""
        nets = self.nets.get(code, {})
        return self.carried.get(code, 0) + sum(fen for point, fen in nets.items() if point <= at)

    def whole(self, code: str) -> int:
        """Return a leaf's balance after everything."""
        return self.carried.get(code, 0) + sum(self.nets.get(code, {}).values())

    def lowest(self, code: str, moved: Mapping[str, int], sign: int) -> tuple[str, int]:
        """Return the point at which `sign` × balance is lowest, of those that `moved` lowered.

        What something else has left short is no fault of one that brings something, nor of one
        that moves the leaf on a later day.
        """
        nets = self.nets.get(code, {})
        balance, change, lower = self.carried.get(code, 0), 0, []
        for end in sorted({*moved, *nets}):
            balance += nets.get(end, 0)
            change += moved.get(end, 0)
            if sign * change < 0:
                lower.append((end, sign * balance))
        return min(lower, key=lambda pair: pair[1], default=("", 0))

    def least(self, code: str) -> tuple[str, int]:
        """Return the point at which a leaf's balance is lowest, and that balance."""
        balance, points = self.carried.get(code, 0), [("", self.carried.get(code, 0))]
        for at, fen in sorted(self.nets.get(code, {}).items()):
            balance += fen
            points.append((at, balance))
        return min(points, key=lambda pair: pair[1])

    def add(self, code: str, at: str, fen: int) -> None:
        """Let a leaf change at a point."""
        nets = self.nets.setdefault(code, {})
        nets[at] = nets.get(at, 0) + fen


@dataclass(slots=True, kw_only=True)
class Leaves:
    """The guarded leaves that a batch moves: by day of the fact, by month, and what drafts hold.

    `sides` has the side on which each must stay (`guard`); other leaves are not kept.
    """

    sides: Mapping[str, int]
    days: Running
    months: Running
    held: dict[str, list[DraftHeld]] = field(default_factory=dict)

    def add(self, candidates: Iterable[Candidate], *, sign: int = 1) -> None:
        """Let candidates move the leaves; `sign` −1 takes them back."""
        for candidate in candidates:
            for code, fen in self.nets_of(candidate.legs):
                self.days.add(code, candidate.day, sign * fen)
                self.months.add(code, candidate.period, sign * fen)

    def hold(self, candidates: Sequence[Candidate]) -> None:
        """Let drafts that wait move the leaves, and keep what they take."""
        self.add(candidates)
        for candidate in candidates:
            for code, fen in self.nets_of(candidate.legs):
                if fen * self.sides[code] < 0:
                    held = DraftHeld(candidate.event.key, candidate.event.KIND, abs(fen))
                    self.held.setdefault(code, []).append(held)

    def nets_of(self, legs: Iterable[Leg]) -> Iterator[tuple[str, int]]:
        """Walk what each leg does to the leaves kept here."""
        for leg in legs:
            if leg.debit.code in self.sides:
                yield leg.debit.code, leg.amount_fen
            if leg.credit.code in self.sides:
                yield leg.credit.code, -leg.amount_fen

    def shortages(
        self, candidates: Iterable[Candidate], *, dated: bool = True, booked: bool = True
    ) -> dict[str, Shortage]:
        """Return where candidates, already added, leave leaves short, by code.

        A day is told before a month end, each at its lowest. Where it is not sure when they
        happened (`dated` false) only the balance after everything is looked at, where only the
        记账日期 is not (`booked` false) the days alone.
        """
        days: dict[str, dict[str, int]] = {}
        months: dict[str, dict[str, int]] = {}
        for candidate in candidates:
            for code, fen in self.nets_of(candidate.legs):
                by_day, by_month = days.setdefault(code, {}), months.setdefault(code, {})
                by_day[candidate.day] = by_day.get(candidate.day, 0) + fen
                by_month[candidate.period] = by_month.get(candidate.period, 0) + fen
        found = {}
        for code, by_day in days.items():
            if dated:
                short = self.short_at(code, by_day, months[code] if booked else {})
            else:
                short = self.short_in_all(code, by_day)
            if short is not None:
                found[code] = short
        return found

    def short_at(
        self, code: str, by_day: dict[str, int], by_month: dict[str, int]
    ) -> Shortage | None:
        """Return where a leaf, moved so, stands lowest on the wrong side; None where nowhere."""
        side = self.sides[code]
        at, lowest = self.days.lowest(code, by_day, side)
        if lowest < 0:
            return Shortage(at=at, month_end=False, fen=-lowest)
        if not by_month:
            return None
        end, lowest = self.months.lowest(code, by_month, side)
        return Shortage(at=end, month_end=True, fen=-lowest) if lowest < 0 else None

    def short_in_all(self, code: str, by_day: dict[str, int]) -> Shortage | None:
        """Return what a leaf, lowered so, lacks after everything; None where nothing."""
        side = self.sides[code]
        whole = side * self.days.whole(code)
        if whole < 0 and side * sum(by_day.values()) < 0:
            return Shortage(at=max(by_day), month_end=False, fen=-whole)
        return None


def guarded(candidates: Iterable[Candidate], facts: Facts) -> dict[str, int]:
    """Return the leaves moved that must stay on one side, each with that side."""
    accounts = {account.code: account for account, _ in accounts_moved(candidates)}
    exclusive = set(filter(facts.exclusive, facts.banks))
    roles = facts.chart.roles
    sides = {code: guard(account, roles, exclusive) for code, account in accounts.items()}
    return {code: side for code, side in sides.items() if side}


def accounts_moved(candidates: Iterable[Candidate]) -> Iterator[tuple[Account, Candidate]]:
    """Walk the leaves that candidates move, each beside the one that moves it."""
    for candidate in candidates:
        for leg in candidate.legs:
            yield leg.debit, candidate
            yield leg.credit, candidate


def guard(account: Account, roles: Mapping[str, str], exclusive: Collection[str]) -> int:
    """Return the side on which a leaf must stay: 1 debit, −1 credit, 0 where it is not guarded."""
    if account.base in (roles["prepayment"], roles["lower_agency"]):
        return 1
    if account.base in (roles["unidentified_receipt"], roles["upper_agency"]):
        return -1
    return 1 if account.base in exclusive else 0


def net_of(legs: Iterable[Leg], code: str) -> int:
    """Add up what legs do to a leaf, debit-positive."""
    return sum(
        leg.amount_fen * ((leg.debit.code == code) - (leg.credit.code == code)) for leg in legs
    )


def side(code: str) -> int:
    """Tell on which side a leaf holds something: 1 debit, −1 credit; 0 for a bank's account."""
    base, detail, _ = code.partition(".")
    return {TEMPORARY_PAYMENT: 1, TEMPORARY_RECEIPT: -1}.get(base, 0) if detail else 0


def moved_by(legs: Iterable[Leg]) -> dict[str, int]:
    """Add up what legs do to each leaf, debit-positive."""
    sums: dict[str, int] = {}
    for leg in legs:
        sums[leg.debit.code] = sums.get(leg.debit.code, 0) + leg.amount_fen
        sums[leg.credit.code] = sums.get(leg.credit.code, 0) - leg.amount_fen
    return sums
