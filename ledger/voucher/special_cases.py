"""特殊情况 as facts leave them: which cures stand, what a case was left with, whether it is over.

One fold for whoever asks: the list, the due list, the close, the 附注 and a voucher's own page.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import accumulate
from typing import TYPE_CHECKING

from ledger.basis.terms import PAPER_TYPES
from ledger.events.registers.cure import Cure
from ledger.policy.irregular import Cured, ended
from ledger.voucher.registers import standing_registers

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ledger.events.base import Event
    from ledger.events.words import Paper
    from ledger.policy.irregular import Irregular

#: A hospital and a prepayment year.
Place = tuple[str, int]
#: What is left at the end of each day that moved it, in order, in fen.
DayEnds = tuple[tuple[date, int], ...]


def cures_standing(registered: Sequence[Event]) -> dict[str, Cured]:
    """Return the cures that no withdrawal ended, by the key of the case; the first counts."""
    cures: dict[str, Cured] = {}
    for event in standing_registers(registered):
        if isinstance(event, Cure):
            cures.setdefault(event.event, cured_by(event))
    return cures


def cured_by(cure: Cure) -> Cured:
    """Say a registered cure as what has put a case right."""
    papers = tuple(map(cure_paper, cure.papers))
    return Cured(how="paper", date=cure.date, key=cure.key, reason=cure.reason, papers=papers)


def cure_paper(paper: Paper) -> str:
    """Name a paper of a registered fact in words."""
    return f"{paper.title or PAPER_TYPES[paper.type]} {paper.number}"


def day_ends(moved: Iterable[tuple[date, int]]) -> DayEnds:
    """Add up what moved, as it is left at the end of each day."""
    nets: dict[date, int] = {}
    for day, fen in moved:
        nets[day] = nets.get(day, 0) + fen
    days = sorted(nets)
    return tuple(zip(days, accumulate(nets[day] for day in days), strict=True))


def over_by_themselves(
    cases: Iterable[Irregular],
    balances: Mapping[Place, DayEnds],
    approved: Mapping[Place, int],
) -> list[Irregular]:
    """Mark the cases that have ended of themselves, by what their hospital's year held."""
    found = []
    for case in cases:
        place = (case.hospital, case.year)
        cured = ended(case, balances.get(place, ()), approved.get(place))
        found.append(replace(case, cured=cured))
    return found
