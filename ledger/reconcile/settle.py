"""勾对, whole: every rule in its order, what is sure and what is proposed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ledger.reconcile.grouping import bounced, by_batch, one_line, one_unit, whole_days
from ledger.reconcile.matching import (
    Match,
    SidesOpen,
    by_day,
    by_receipt,
    by_window,
    far_apart,
    proposals,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ledger.reconcile.lines import BankLine
    from ledger.reconcile.owners import Directory
    from ledger.reconcile.units import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What a run of matching found: sure matches, proposals, and how many lines stay open."""

    sure: tuple[Match, ...]
    proposed: tuple[Match, ...]
    lines_open: int


def settle(lines: Sequence[BankLine], units: Sequence[Unit], directory: Directory) -> Settled:
    """Match open lines with open facts; the order of rules is the order of trust."""
    table = SidesOpen(lines, units, directory)
    by_receipt(table)
    by_day(table)
    by_batch(table)
    by_window(table)
    chosen = [*one_line(table), *one_unit(table)]
    by_window(table)
    later = (*proposals(table), *whole_days(table), *far_apart(table))
    return Settled(
        sure=tuple(table.found),
        proposed=tuple(first_of_each((*chosen, *bounced(table), *later), table)),
        lines_open=len(table.lines),
    )


def first_of_each(matches: Iterable[Match], table: SidesOpen) -> Iterator[Match]:
    """Keep the proposals whose members are still open, and not in a proposal before."""
    free = {*table.lines, *table.units}
    for match in matches:
        members = {line.id for line in match.lines} | {unit.id for unit in match.units}
        if members <= free:
            free -= members
            yield match
