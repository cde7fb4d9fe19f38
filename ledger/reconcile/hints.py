"""原因: what an open item looks like, for the person who has to explain it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ledger.basis.money import grouped
from ledger.reconcile.matching import within
from ledger.reconcile.owners import is_fee, line_keys, owners_of, unit_keys

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ledger.reconcile.adjustment import PendingItem
    from ledger.reconcile.lines import BankLine
    from ledger.reconcile.owners import Directory
    from ledger.reconcile.units import Unit

#: Two amounts of one counterparty that lie so near (one in so many) are taken for one mistake.
NEAR = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """What lies behind open items: lines and facts that nothing speaks of, and proposals."""

    lines: Sequence[BankLine]
    units: Sequence[Unit]
    proposed: Mapping[str, int]


def hinted(items: Sequence[PendingItem], open_: Open, directory: Directory) -> list[PendingItem]:
    """Name the likeliest cause of items, and their hospitals."""
    proposed = {id_: f"有勾对建议第 {number} 号待确认" for id_, number in open_.proposed.items()}
    causes = unbooked_receipts(open_, directory) | unequal_pairs(open_, directory) | proposed
    return [
        replace(
            item,
            cause=causes.get(item.id, item.cause),
            counterparty=directory.names.get(item.counterparty, item.counterparty),
        )
        for item in items
    ]


def unbooked_receipts(open_: Open, directory: Directory) -> dict[str, str]:
    """Find lines of money that came from one hospital and stands in no book yet."""
    causes = {}
    for line in open_.lines:
        owners = list(owners_of(line, directory))
        if len(owners) == 1 and line.net_fen > 0 and not is_fee(line):
            name = directory.names[owners[0]]
            causes[line.id] = f"{name}来款，本账尚未记账（prepay bank propose 可起草）"
    return causes


def unequal_pairs(open_: Open, directory: Directory) -> dict[str, str]:
    """Find lines and facts of one counterparty and time whose amounts nearly agree."""
    by_key = units_by_key(open_.units)
    causes: dict[str, str] = {}
    for line in open_.lines:
        kin = kin_of(line, directory, by_key)
        near = [unit for unit in kin if unit.id not in causes and is_near(line, unit)]
        if near:
            unit = min(near, key=lambda unit: (abs(line.net_fen - unit.net_fen), unit.id))
            apart = f"相差 {grouped(abs(line.net_fen - unit.net_fen))}，核对是银行有误还是账记错"
            causes[line.id] = f"与 {unit.shown.label} {apart}"
            causes[unit.id] = f"与对账单 {line.number} {apart}"
    return causes


def kin_of(
    line: BankLine, directory: Directory, by_key: Mapping[str, Sequence[Unit]]
) -> list[Unit]:
    """Return the facts that share a key with a line."""
    return [unit for key in line_keys(line, directory) for unit in by_key.get(key, ())]


def units_by_key(units: Iterable[Unit]) -> dict[str, list[Unit]]:
    """Gather facts by what ties them to statement lines."""
    by_key: dict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        for key in unit_keys(unit):
            by_key[key].append(unit)
    return by_key


def is_near(line: BankLine, unit: Unit) -> bool:
    """Return whether a line and a fact are of one time and way, and nearly of one amount."""
    return (
        within(line.date, unit.shown.date)
        and (line.net_fen > 0) == (unit.net_fen > 0)
        and abs(line.net_fen - unit.net_fen) * NEAR <= abs(unit.net_fen)
    )
