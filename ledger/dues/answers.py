"""次年处罚落在谁身上: who answers for what was not back by the deadline, where 承接 moves debts.

A-24. The one home of that question: 核定, the list of what is due and 年度清算 ask it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ledger.store.standing.assess import AS_PAID, PAYING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from ledger.store.standing.assess import Moved

#: Late money by who holds it, then by whose debt it was at first, in fen.
Lots = dict[str, dict[str, int]]
#: A 承接 on a day: from whom, to whom, how much in fen.
Step = tuple[str, str, int]
#: The choice that tells which of the two answers.
CHOICE = "successor_sanction"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a hospital answers for, in fen, by each reading of A-24.

    `first_fen` is late money that was paid to it, whoever took it over since (`stays`: 只处罚原
    单位); `last_fen` is late money that it held last, whoever it came from (`follows`).
    """

    first_fen: int
    last_fen: int

    def fen(self, reading: str) -> int:
        """Return what it answers for by a reading."""
        return self.last_fen if reading == "follows" else self.first_fen


def answers(
    moved: Sequence[Moved], deadline: date, *, settled_by: Collection[str] = ()
) -> dict[str, Answer]:
    """Return who answers for what was not back at the end of the deadline, by hospital.

    Every late fen is one hospital's by either reading. A 承接 after the deadline moves the
    lateness with the debt; what came back late, or was written off, is late all the same, unless
    it came by a movement of `settled_by` (A-25).
    """
    lots, after = unreturned(moved, deadline), deadline.isoformat()
    handed = by_day(successions(moved, after))
    back = came(moved, after, settled_by)
    for day in sorted({*handed, *(on for on, _, _ in back)}):
        hand_on(lots, handed.get(day, []))
        for holder, fen in sorted((holder, fen) for on, holder, fen in back if on == day):
            clear(lots, holder, fen)
    return answers_of(lots)


def answers_of(lots: Lots) -> dict[str, Answer]:
    """Return who answers for late money: whoever it was paid to, and whoever held it last."""
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    for holder, held in lots.items():
        for origin, fen in held.items():
            first[origin] = first.get(origin, 0) + fen
            last[holder] = last.get(holder, 0) + fen
    return {
        hospital: Answer(first_fen=first.get(hospital, 0), last_fen=last.get(hospital, 0))
        for hospital in sorted({*first, *last})
    }


def unreturned(moved: Sequence[Moved], deadline: date) -> Lots:
    """Lay out what was not back at the end of the deadline: who held it, and whose it was.

    What came back cleared first what was a hospital's own, then what it had taken over, in the
    order of taking over.
    """
    until = deadline.isoformat()
    lots: Lots = {hospital: {hospital: fen} for hospital, fen in owed_until(moved, until).items()}
    for steps in by_day(successions(moved, until=until)).values():
        for owner, heir, fen in hand_on(lots, steps):
            hand_over(lots, owner, heir, fen)
    for holder, held in lots.items():
        lots[holder] = settled(held, holder)
    return lots


def owed_until(moved: Iterable[Moved], until: str) -> dict[str, int]:
    """Add up what each hospital was paid and gave back by a day.

    期初 counts as paid whenever it is dated; 核销 is no return.
    """
    owed: dict[str, int] = {}
    for one in moved:
        counts = one.day <= until or one.movement == AS_PAID
        if counts and one.movement not in ("write-off", "succession"):
            owed[one.hospital] = owed.get(one.hospital, 0) + one.net_fen
    return owed


def still_owed(moved: Sequence[Moved], day: date) -> dict[str, Answer]:
    """Return who answers for what is not back on a day and was not written off either (A-30)."""
    settled = [
        one._replace(movement="repayment") if one.movement == "write-off" else one for one in moved
    ]
    return answers(settled, day)


def owed_of_late_payments(moved: Sequence[Moved], deadline: date, on: date) -> dict[str, int]:
    """Work out what was paid after the deadline and not back by the year's end (A-33).

    Nothing as long as that year is not over.
    """
    end = date(deadline.year, 12, 31)
    paid = paid_between(moved, deadline, end) if on > end else {}
    if not paid:
        return {}
    owed = answers(moved, end)
    short = {code: min(owed[code].first_fen, fen) for code, fen in paid.items() if code in owed}
    return {code: fen for code, fen in short.items() if fen > 0}


def paid_between(moved: Iterable[Moved], after: date, until: date) -> dict[str, int]:
    """Add up what was paid to each hospital after a day, and until another."""
    paid: dict[str, int] = {}
    for one in moved:
        if one.movement in PAYING and after.isoformat() < one.day <= until.isoformat():
            paid[one.hospital] = paid.get(one.hospital, 0) + one.net_fen
    return paid


def successions(
    moved: Iterable[Moved], after: str = "", *, until: str = "9999"
) -> list[tuple[str, str, str, int]]:
    """List who took over how much from whom, by day; what was taken back in red is left out."""
    sums: dict[tuple[str, str, str], int] = {}
    for one in moved:
        handed = one.movement == "succession" and one.owner != one.hospital
        if handed and after < one.day <= until:
            pair = (one.day, one.owner, one.hospital)
            sums[pair] = sums.get(pair, 0) + one.net_fen
    # Within a day they stay in the order in which they were first told.
    ordered = sorted(sums.items(), key=lambda item: item[0][0])
    return [(day, owner, heir, fen) for (day, owner, heir), fen in ordered if fen > 0]


def by_day(handed: Iterable[tuple[str, str, str, int]]) -> dict[str, list[Step]]:
    """Lay 承接 out by day: who handed how much to whom."""
    days: dict[str, list[Step]] = {}
    for day, owner, heir, fen in handed:
        days.setdefault(day, []).append((owner, heir, fen))
    return days


def hand_on(lots: Lots, steps: Sequence[Step]) -> list[Step]:
    """Carry out one day's 承接, each as soon as its owner holds something; return what is left.

    A debt may pass through several hands on one day, whatever order they are told in.
    """
    rest, moving = list(steps), True
    while moving:
        tried = [(owner, heir, fen - shift(lots, owner, heir, fen)) for owner, heir, fen in rest]
        moving = tried != rest
        rest = [step for step in tried if step[2]]
    return rest


def came(moved: Iterable[Moved], after: str, by: Collection[str]) -> list[tuple[str, str, int]]:
    """List who gave back how much after a day by some movements, by day."""
    sums: dict[tuple[str, str], int] = {}
    for one in moved:
        if one.movement in by and one.day > after:
            pair = (one.day, one.hospital)
            sums[pair] = sums.get(pair, 0) - one.net_fen
    return [(day, holder, fen) for (day, holder), fen in sums.items() if fen > 0]


def clear(lots: Lots, holder: str, fen: int) -> None:
    """Take what came back from what a hospital holds: its own first, then what it took over."""
    held = lots.get(holder, {})
    for origin in sorted(held, key=lambda one: one != holder):
        part = min(max(held[origin], 0), fen)
        held[origin] -= part
        fen -= part


def settled(held: dict[str, int], holder: str) -> dict[str, int]:
    """Let what came back beyond a hospital's own debt clear what it had taken over."""
    surplus = max(-held.get(holder, 0), 0)
    left = {}
    for origin, fen in held.items():
        if fen <= 0:
            continue
        cleared = min(fen, surplus)
        surplus -= cleared
        if fen > cleared:
            left[origin] = fen - cleared
    return left


def hand_over(lots: Lots, owner: str, heir: str, fen: int) -> None:
    """Move a debt of which nothing is known to its successor: it was the owner's own."""
    for holder, change in ((owner, -fen), (heir, fen)):
        held = lots.setdefault(holder, {})
        held[owner] = held.get(owner, 0) + change


def shift(lots: Lots, owner: str, heir: str, fen: int) -> int:
    """Move late money with a 承接, the owner's own first; give how much there was to move."""
    held = lots.get(owner, {})
    moved = 0
    for origin in sorted(held, key=lambda one: one != owner):
        part = min(max(held[origin], 0), fen - moved)
        if part:
            held[origin] -= part
            taken = lots.setdefault(heir, {})
            taken[origin] = taken.get(origin, 0) + part
            moved += part
    return moved
