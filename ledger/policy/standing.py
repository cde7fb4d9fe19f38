"""What stands for a hospital's year, and for a fund's: the ground on which a posting is allowed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from ledger.basis.terms import EVENT_KINDS, FUNDS
from ledger.masters.hospital import account_paid

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ledger.masters.hospital import HospitalAccount

#: What counts in what was paid, each with its sign: 拨付 and what the 期初 brought in, less 退汇.
PAID: Mapping[str, int] = MappingProxyType(
    {"disbursement": 1, "opening-balance": 1, "payment-return": -1}
)
BOUNCED: Mapping[str, int] = MappingProxyType({"payment-return": 1})
REPAID: Mapping[str, int] = MappingProxyType({"repayment": 1})
#: What was written off, before these books too, and what came back since.
WRITTEN_OFF: Mapping[str, int] = MappingProxyType({"write-off": 1, "prior-write-off": 1})
RECOVERED: Mapping[str, int] = MappingProxyType({"recovery": 1})
LOST: Mapping[str, int] = MappingProxyType({**WRITTEN_OFF, "recovery": -1})


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """What stops payments to a hospital from `since` on: a recall, a suspension, a 停拨结算.

    It holds in every book of the area, whichever `book` it is registered in. `until` is the last
    day on which it holds, None where it holds on: 中止至 a day says that it still holds on that
    day, while what is lifted on a day ended with the day before. `trigger` is the 收回情形.
    """

    book: str
    key: str
    kind: str
    since: date
    until: date | None
    why: str
    trigger: str = ""

    def holds(self, day: date) -> bool:
        """Return whether it stops a payment of a day."""
        return self.since <= day and (self.until is None or day <= self.until)

    def told(self) -> str:
        """Say what it is, since when, until when, and in which book it is registered."""
        until = f"至 {self.until}（含当日）" if self.until is not None else ""
        where = f"{FUNDS[self.book.rpartition('/')[2]]}账套"
        return f"{self.since} 起{EVENT_KINDS[self.kind]}{until}（{self.why}，{self.key}，{where}）"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """From when until when something holds, a guarantee say: both days count; None is no end."""

    since: date
    until: date | None

    def holds(self, day: date) -> bool:
        """Return whether it holds on a day."""
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """One approved 核定: when it was worked out, agreed with 财政 and approved, and for how much.

    `agreed` is the date of the 商定 document, None in books from before it was asked for.
    """

    assessed: date
    agreed: date | None
    document: str
    approved: date
    amount_fen: int

    def entered_late(self, deadline: date) -> bool:
        """Tell one that was entered here after the year's payments were over (补录).

        A book that begins in mid-year enters what was decided on paper in January: the date of
        its document counts then, and not the day of typing.
        """
        return self.agreed is not None and self.agreed <= deadline < self.approved

    def since(self, deadline: date) -> date:
        """Return the first day on which it allows a payment."""
        if self.entered_late(deadline):
            return self.agreed or self.approved
        return max(self.approved, self.agreed or self.approved)

    def reviewed(self, deadline: date) -> date:
        """Return the day on which it was worked out, before which no agreement rests on it."""
        if self.entered_late(deadline):
            return min(self.assessed, self.agreed or self.assessed)
        return self.assessed


class MoneyFact(NamedTuple):
    """A fact that moved money of a hospital's year, as it stands: its kind, its day, its fen.

    `day` is "" for 期初, which was there before any day. `account` is the account paid, "" for the
    one in the hospital list. `limit` is what was approved when the bank paid beyond it. What was
    taken back leaves its place with no fen in it.
    """

    key: str
    kind: str
    day: str
    fen: int
    account: str = ""
    limit: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A hospital's prepayment year in one book: approved, paid, signed, stopped.

    `approved_fen` is None where nothing was assessed, and `refused` says why nothing was approved;
    `money` are the facts of its money in the order in which they were entered, 返还 and what was
    lost only where somebody asks for them; `stops` stop payments of prepayment, `halts` the
    payment of settlements; `guarantees` are its deeds, `signed` the days of its agreements,
    `approvals` the 核定 one after another.
    """

    approved_fen: int | None
    signed: tuple[date, ...]
    stops: tuple[Stop, ...]
    money: tuple[MoneyFact, ...] = ()
    refused: tuple[str, ...] = ()
    halts: tuple[Stop, ...] = ()
    guarantees: tuple[Term, ...] = ()
    approvals: tuple[Approval, ...] = ()

    def recalled_for(self, trigger: str, day: date) -> bool:
        """Return whether a recall for a trigger stands on a day, not lifted yet."""
        return any(
            stop.kind == "recall" and stop.trigger == trigger and stop.holds(day)
            for stop in self.stops
        )

    def moves(self, signs: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
        """List what facts of some kinds moved, each by its day, with the sign of its kind."""
        return tuple(
            (fact.day, signs[fact.kind] * fact.fen) for fact in self.money if fact.kind in signs
        )

    @property
    def paid(self) -> tuple[tuple[str, int], ...]:
        """List what was paid, each by its day, less what came back that was paid beyond."""
        return (*self.moves(PAID), *self.freed())

    def beyond_fen(self) -> int:
        """Add up what the bank paid beyond what was approved at the time."""
        running = beyond = 0
        for fact in self.money:
            running += PAID.get(fact.kind, 0) * fact.fen
            if fact.limit is not None:
                beyond += max(min(fact.fen, running - fact.limit), 0)
        return beyond

    def freed(self) -> list[tuple[str, int]]:
        """List what was paid beyond the approved amount and has come back: paid no longer.

        The bank paid twice and the hospital returned the second. What was within the amount
        approved then, or went against another rule only, has used the quota like any payment.
        """
        left, found = self.beyond_fen(), []
        if left:
            for day, fen in netted_days(self.moves(REPAID), ""):
                freed = max(min(left, fen), 0)
                left -= freed
                found.append((day, -freed))
        return found

    @property
    def paid_fen(self) -> int:
        """Return what has been paid in all."""
        return sum(fen for _, fen in self.paid)

    @property
    def bounced_fen(self) -> int:
        """Return what the bank returned of payments (退汇)."""
        return sum(fen for _, fen in self.moves(BOUNCED))

    def accounts_paid(self, listed: Iterable[HospitalAccount]) -> set[str]:
        """Return the accounts paid; of a payment that names none, the one `listed` on its day.

        "" stands for one that cannot be told.
        """
        known = tuple(listed)
        return {
            fact.account or account_paid(known, date.fromisoformat(fact.day))
            for fact in self.money
            if fact.kind == "disbursement" and fact.fen
        }

    def paid_from(self, since: str) -> int:
        """Return the most that stood as paid at the end of a day or of any later one."""
        running = most = sum(fen for day, fen in self.paid if day <= since)
        for _, fen in netted_days(self.paid, since):
            running += fen
            most = max(most, running)
        return most

    def loss_left(self, since: str) -> tuple[str, int, int]:
        """Return where least of what was written off has not come back, from a day on.

        That day, what was written off until then, and what came back until then.
        """
        written_off, recovered = self.moves(WRITTEN_OFF), self.moves(RECOVERED)
        days = {since, *(day for day, _ in (*written_off, *recovered) if day > since)}
        points = [
            (day, fen_until(written_off, day), fen_until(recovered, day)) for day in sorted(days)
        ]
        return min(points, key=lambda point: point[1] - point[2])

    @property
    def lost_fen(self) -> int:
        """Return what was written off and has not come back."""
        return sum(fen for _, fen in self.moves(LOST))

    def halted(self, day: date) -> Stop | None:
        """Return what stops the payment of settlements on a day; None where nothing does."""
        return next((halt for halt in self.halts if halt.holds(day)), None)


def fen_until(moves: Iterable[tuple[str, int]], until: str) -> int:
    """Add up what moved by the end of a day."""
    return sum(fen for day, fen in moves if day <= until)


def netted_days(moves: Iterable[tuple[str, int]], since: str) -> list[tuple[str, int]]:
    """Net what moved after a day by day, in order: within one day nobody knows what came first."""
    days: dict[str, int] = {}
    for day, fen in moves:
        if day > since:
            days[day] = days.get(day, 0) + fen
    return sorted(days.items())


#: A hospital's year of which nothing is known.
NOTHING = Standing(approved_fen=None, signed=(), stops=())


def standing_at(
    standings: Mapping[tuple[str, int], Standing], hospital: str, year: int
) -> Standing:
    """Return what stands for a hospital's year; year 0 holds what stops it in every year."""
    whole = standings.get((hospital, 0), NOTHING)
    own = standings.get((hospital, year), NOTHING)
    if whole is NOTHING:
        return own
    return replace(own, stops=whole.stops, halts=whole.halts, guarantees=whole.guarantees)


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
