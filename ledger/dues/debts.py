"""欠款: what a hospital's year holds on a day, and where a debt went that others took over."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ledger.store.standing.assess import AS_PAID

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ledger.store.standing.assess import Moved


@dataclass(frozen=True, slots=True, kw_only=True)
class Debts:
    """What moved a prepayment year, by hospital, and who took over from whom (承接)."""

    moves: Mapping[str, Sequence[Moved]]
    heirs: Mapping[str, tuple[str, ...]]

    def held(self, hospital: str, day: datetime.date) -> int:
        """Return what a hospital holds at the end of a day, by the day of the fact, in fen."""
        return held(self.moves.get(hospital, ()), day)

    def followed(self, hospital: str, day: datetime.date) -> dict[str, int]:
        """Follow a hospital's debt through 承接: who holds how much of it at the end of a day.

        Of a successor counts no more than what it took over, and no more than it still owes.
        """
        found: dict[str, int] = {}
        for holder, fen in self._walk(hospital, day, None, frozenset()):
            found[holder] = found.get(holder, 0) + fen
        return found

    def ended(
        self, hospital: str, since: datetime.date, until: datetime.date
    ) -> datetime.date | None:
        """Return the first day from `since` to `until` on which nothing of a debt is left."""
        line = self.line(hospital)
        days = {datetime.date.fromisoformat(one.day) for h in line for one in self.moves.get(h, ())}
        for day in sorted({since, *days}):
            if since <= day <= until and not sum(self.followed(hospital, day).values()):
                return day
        return None

    def taken_on(self, hospital: str, heir: str) -> datetime.date | None:
        """Return the first day on which a successor, at whatever remove, took over a debt."""
        owners = {h for h in self.line(hospital) if heir in self.heirs.get(h, ())}
        days = [
            one.day for one in self.moves.get(heir, ()) if took_over(one) and one.owner in owners
        ]
        return datetime.date.fromisoformat(min(days)) if days else None

    def line(self, hospital: str) -> set[str]:
        """Name a hospital and whoever took over from it, one after another."""
        line, waiting = {hospital}, [hospital]
        while waiting:
            fresh = set(self.heirs.get(waiting.pop(), ())) - line
            line |= fresh
            waiting += fresh
        return line

    def _walk(
        self, hospital: str, day: datetime.date, limit: int | None, seen: frozenset[str]
    ) -> Iterator[tuple[str, int]]:
        """Return what a hospital holds of a debt, then what went on from it to its successors."""
        own = max(self.held(hospital, day), 0)
        part = at_most(own, limit)
        if part:
            yield hospital, part
        left = None if limit is None else limit - part
        for heir in self.heirs.get(hospital, ()):
            taken = at_most(self.taken_over(heir, hospital, day), left)
            if taken > 0 and heir not in seen:
                yield from self._walk(heir, day, taken, seen | {hospital})

    def taken_over(self, heir: str, owner: str, day: datetime.date) -> int:
        """Return what a successor took over from a hospital by a day, in fen."""
        fen = 0
        for move in self.moves[heir]:
            if took_over(move) and move.owner == owner and move.day <= day.isoformat():
                fen += move.net_fen
        return fen


def at_most(fen: int, limit: int | None) -> int:
    """Return an amount, or the limit where there is one and it is less."""
    return fen if limit is None else min(fen, limit)


def debts_of(moved: Iterable[Moved]) -> Debts:
    """Lay out what moved a prepayment year."""
    moves: dict[str, list[Moved]] = {}
    heirs: dict[str, set[str]] = {}
    for one in moved:
        moves.setdefault(one.hospital, []).append(one)
        if took_over(one):
            heirs.setdefault(one.owner, set()).add(one.hospital)
    return Debts(moves=moves, heirs={owner: tuple(sorted(found)) for owner, found in heirs.items()})


def took_over(one: Moved) -> bool:
    """Tell a successor's side of a 承接."""
    return one.movement == "succession" and one.owner != one.hospital


def held(moves: Iterable[Moved], day: datetime.date) -> int:
    """Return what moves leave at the end of a day, in fen."""
    until = day.isoformat()
    return sum(one.net_fen for one in moves if one.day <= until or one.movement == AS_PAID)


def outstanding(debts: Debts, day: datetime.date) -> dict[str, int]:
    """Return what every hospital holds at the end of a day; who holds nothing is left out."""
    sums = {hospital: debts.held(hospital, day) for hospital in sorted(debts.moves)}
    return {hospital: fen for hospital, fen in sums.items() if fen}


def still_out(debts: Debts, day: datetime.date) -> dict[str, int]:
    """Return what hospitals have still to give back at the end of a day."""
    return {hospital: fen for hospital, fen in outstanding(debts, day).items() if fen > 0}
