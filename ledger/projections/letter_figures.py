"""What hospitals owe as of a cut-off, by the day of the fact: the ground of 对账函 and assertions.

The books go by 记账日期; a letter goes by the bank's day. What is booked after the cut-off though
its day lies before counts; a 红字, 差额 or later-year correction counts on the day of what it
corrects. What one side has sent and the other has not received stands apart as 在途.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ledger.projections.settlement import BY_MOVEMENT, settlement_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ledger.masters.chart import Leaf
    from ledger.projections.settlement import SettlementRow
    from ledger.store.relations.lines import BookLine
    from ledger.voucher.draft import Draft
    from ledger.voucher.shown import BalanceRow

#: How long after a cut-off money that a bank receives is taken to have been on its way.
TRANSIT = dt.timedelta(days=10)
#: Movements in which money travels between the agency and a hospital.
TRAVELLING = ("disbursement", "payment-return", "repayment")


@dataclass(frozen=True, slots=True, kw_only=True)
class Transit:
    """在途: an amount that one side may have and the other not; `why` is one of TRANSITS."""

    hospital: str
    year: int
    movement: str
    day: dt.date
    amount_fen: int
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CutoffFigures:
    """A book as of a cut-off: rows by leaf that show anything, and by leaf what is booked later.

    `late` is the balance by fact less the balance that the journals show at the day's end.
    """

    rows: tuple[SettlementRow, ...]
    late: Mapping[str, int]
    transits: tuple[Transit, ...]

    def balances(self) -> dict[str, int]:
        """Return the balance by fact of every leaf that shows anything."""
        return {row.leaf.account.code: row.balance_fen for row in self.rows}


def figures_of(
    openings: Sequence[BalanceRow],
    movements: Iterable[BookLine],
    leaves: Mapping[str, Leaf],
    days: Mapping[str, dt.date],
    cutoff: dt.date,
    brought: Mapping[str, tuple[int, int]],
) -> CutoffFigures:
    """Work out the figures of a cut-off.

    `openings` and `movements` begin with the cut-off's year and reach to the present; `days`
    are those that corrections count on; `brought` is what the year had moved before the books.
    """
    start = dt.date(cutoff.year, 1, 1)
    dated = [replace(m, date=days[m.id]) if m.id in days else m for m in movements]
    # What is dated before the year, though booked in it, was there when the year began.
    counted = [
        m if m.date >= start else replace(m, movement="opening-balance")
        for m in dated
        if m.date <= cutoff
    ]
    return CutoffFigures(
        rows=tuple(settlement_rows(openings, counted, leaves, {}, brought)),
        late=booked_apart(dated, cutoff),
        transits=tuple(arrived_later(dated, leaves, cutoff)),
    )


def booked_apart(movements: Iterable[BookLine], cutoff: dt.date) -> dict[str, int]:
    """Add up, leaf by leaf, what counts by the cut-off and was booked after it, or the reverse."""
    late: dict[str, int] = {}
    for m in movements:
        apart = (m.date <= cutoff) - (m.booked <= cutoff)
        if apart:
            late[m.account] = late.get(m.account, 0) + apart * m.net_fen
    return late


def arrived_later(
    movements: Iterable[BookLine], leaves: Mapping[str, Leaf], cutoff: dt.date
) -> list[Transit]:
    """List the money that a bank moved within days after the cut-off."""
    return [
        Transit(
            hospital=leaves[m.account].account.hospital,
            year=leaves[m.account].account.year,
            movement=m.movement,
            day=m.date,
            amount_fen=m.amount_fen,
            why="later",
        )
        for m in movements
        if cutoff < m.date <= cutoff + TRANSIT and m.movement in TRAVELLING and not m.form
    ]


def drafted(drafts: Iterable[Draft], cutoff: dt.date) -> list[Transit]:
    """List what drafts not yet posted would move, of a day up to the cut-off or soon after."""
    found = []
    for event in (draft.event for draft in drafts):
        day, kind = event.date, event.KIND
        if event.hospital and is_told(kind, day, cutoff):
            found.append(
                Transit(
                    hospital=event.hospital,
                    year=event.year,
                    movement=kind,
                    day=day,
                    amount_fen=event.amount_fen,
                    why="draft" if day <= cutoff else "later",
                )
            )
    return found


def is_told(kind: str, day: dt.date, cutoff: dt.date) -> bool:
    """Return whether a letter tells of a draft: of its day, or as on the bank's way after it."""
    if kind not in BY_MOVEMENT or kind == "opening-balance":
        return False
    return day <= cutoff or (day <= cutoff + TRANSIT and kind in TRAVELLING)
