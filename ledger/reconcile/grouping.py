"""几笔对一行、一行对几笔、一付一退: sums are sought only among what already belongs together.

A search for a sum is bounded: a group whole, or a choice among at most `CHOICE_MAX` members.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from itertools import combinations
from typing import TYPE_CHECKING, TypeVar

from ledger.reconcile.matching import Match, index_of, within
from ledger.reconcile.owners import comes_back, group_keys, is_fee

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ledger.reconcile.lines import BankLine
    from ledger.reconcile.matching import SidesOpen
    from ledger.reconcile.units import Unit

CHOICE_MAX = 12
GROUP_MAX = 200
#: How long after a payment its 退汇 may come.
BOUNCE_DAYS = 15
Member = TypeVar("Member", "BankLine", "Unit")


def by_batch(table: SidesOpen) -> None:
    """Match one debit with the batch of payments that one order or receipt stands for."""
    batches: dict[str, list[Unit]] = defaultdict(list)
    for unit in table.units.values():
        for number in unit.papers.orders | unit.papers.receipts:
            batches[number].append(unit)
    lines: dict[int, list[BankLine]] = defaultdict(list)
    for line in table.lines.values():
        lines[line.net_fen].append(line)
    for number, units in sorted(batches.items()):
        open_units = [unit for unit in units if unit.id in table.units]
        if len(open_units) < 2:
            continue
        total = sum(unit.net_fen for unit in open_units)
        days = {unit.shown.date for unit in open_units}
        fits = [
            line
            for line in lines.get(total, ())
            if line.id in table.lines
            and all(within(line.date, day) for day in days)
            and not all(table.strangers(line, unit) for unit in open_units)
        ]
        if len(fits) == 1:
            why = f"同一批次 {number} 的 {len(open_units)} 笔，合计相符"
            table.take(fits, open_units, "batch", why)


def one_line(table: SidesOpen) -> list[Match]:
    """Match one line with several facts of its counterparty: one transfer for three hospitals.

    The head of a 医共体 may pay for the rest of it. The whole of a day, or of the window,
    settles it; a choice among them is proposed.
    """
    keys = {unit.id: wide_keys(table, unit) for unit in table.units.values()}
    index = index_of((key, unit) for unit in table.units.values() for key in keys[unit.id])
    made = []
    for line in sorted(table.lines.values(), key=lambda line: (line.date, line.place)):
        mine = table.line_keys[line.id]
        named = [key[2:] for key in mine if key[0] == "h"]
        mine = mine | group_keys(named, table.directory)
        near: dict[str, Unit] = {}
        for key in mine:
            if key[0] != "k":
                found = index.near(key, line.date, GROUP_MAX)
                near.update((unit.id, unit) for unit in found if unit.id in table.units)
        pool = [unit for unit in near.values() if same_way(unit.net_fen, line.net_fen)]
        today = {unit.id for unit in pool if unit.shown.date == line.date}
        whole, choice = sums(table, pool, line.net_fen, today)
        group = whole or choice
        if not group:
            continue
        why = next((mine[key] for unit in group for key in keys[unit.id] if key in mine), "")
        # Whoever pays for others pays for itself, too; else a person decides.
        if whole:
            why = f"一行对 {len(whole)} 笔，合计相符，{why}"
            if any(table.sure(line, unit) for unit in whole):
                table.take([line], whole, "one-to-many", why)
            else:
                made.append(propose([line], whole, "one-to-many", why))
        else:
            why = f"其中 {len(choice)} 笔合计相符，{why}"
            made.append(propose([line], choice, "one-to-many", why))
    return made


def wide_keys(table: SidesOpen, unit: Unit) -> tuple[str, ...]:
    """Return what ties a fact to a line that may speak for several: its 医共体, too."""
    own = [unit.shown.hospital] if unit.shown.hospital else []
    return (*table.unit_keys[unit.id], *group_keys(own, table.directory))


def one_unit(table: SidesOpen) -> list[Match]:
    """Match several lines with one fact: a payment that the bank split."""
    pools: dict[str, list[BankLine]] = defaultdict(list)
    for line in table.lines.values():
        for key in table.line_keys[line.id]:
            if key[0] != "k":
                pools[key].append(line)
    made = []
    for unit in sorted(table.units.values(), key=lambda unit: (unit.shown.date, unit.id)):
        near: dict[str, BankLine] = {}
        for key in table.unit_keys[unit.id]:
            if len(pools.get(key, ())) <= GROUP_MAX:
                near.update(
                    (line.id, line) for line in pools.get(key, ()) if line.id in table.lines
                )
        pool = [
            line
            for line in near.values()
            if same_way(line.net_fen, unit.net_fen) and within(line.date, unit.shown.date)
        ]
        today = {line.id for line in pool if line.date == unit.shown.date}
        whole, choice = sums(table, pool, unit.net_fen, today)
        if whole:
            why = f"{len(whole)} 行对一笔，合计相符，{table.why(whole[0], unit)}"
            if all(table.sure(line, unit) for line in whole):
                table.take(whole, [unit], "many-to-one", why)
            else:
                made.append(propose(whole, [unit], "many-to-one", why))
        elif choice:
            why = f"其中 {len(choice)} 行合计相符，{table.why(choice[0], unit)}"
            made.append(propose(choice, [unit], "many-to-one", why))
    return made


def whole_days(table: SidesOpen) -> list[Match]:
    """Propose a day's facts for one line: a batch without its paper, one who pays for others."""
    days: dict[tuple[object, bool], list[Unit]] = defaultdict(list)
    for unit in table.units.values():
        days[unit.shown.date, unit.net_fen > 0].append(unit)
    totals = {day: sum(unit.net_fen for unit in pool) for day, pool in days.items()}
    made = []
    for line in sorted(table.lines.values(), key=lambda line: (line.date, line.place)):
        day = (line.date, line.net_fen > 0)
        pool = days.get(day, [])
        group: list[Unit] = []
        if len(pool) > 1 and totals[day] == line.net_fen:
            group = pool
        elif 2 < len(pool) <= CHOICE_MAX and table.may_search():
            group = only_choice(pool, line.net_fen)
        named = any(key[0] == "h" for key in table.line_keys[line.id])
        own = any(table.why(line, unit) for unit in group)
        # Whoever pays for others pays for itself, too; else it is chance.
        if group and (own or not named):
            why = f"当日 {len(group)} 笔合计相符，{'其中有付款单位自己的' if own else '看不出对方'}"
            made.append(propose([line], group, "one-to-many", why))
    return made


def bounced(table: SidesOpen) -> list[Match]:
    """Propose what went and came back and our books have neither of: 退汇, 冲正, 退回的手续费."""
    waiting: dict[int, list[BankLine]] = defaultdict(list)
    taken: set[str] = set()
    made = []
    for line in sorted(table.lines.values(), key=lambda line: (line.date, line.place)):
        since = line.date - timedelta(days=BOUNCE_DAYS)
        for other in reversed(waiting[-line.net_fen]):
            if other.date < since:
                break
            if other.id in taken or not (why := tied(table, other, line)):
                continue
            taken |= {other.id, line.id}
            made.append(
                propose([other, line], [], "bounced", f"一收一付金额相同，{why}，账上都没有记")
            )
            break
        if line.id not in taken:
            waiting[line.net_fen].append(line)
    return made


def tied(table: SidesOpen, one: BankLine, other: BankLine) -> str:
    """Say what ties a line to the one that undoes it; nothing where nothing does."""
    if is_fee(one) and (is_fee(other) or comes_back(other)):
        return "是银行误收的费用和退回"
    mine, theirs = table.line_keys[one.id], table.line_keys[other.id]
    shared = next((mine[key] for key in mine if key in theirs and key[0] != "k"), "")
    same_name = one.counterparty and one.counterparty == other.counterparty
    if comes_back(other) and (shared or same_name or not other.counterparty):
        return f"后一行是退回（{other.summary or '冲正'}）"
    return shared or (f"对方都是{one.counterparty}" if same_name else "")


def same_way(one: int, other: int) -> bool:
    """Return whether two movements go the same way."""
    return (one > 0) == (other > 0)


def sums(
    table: SidesOpen, pool: Sequence[Member], wanted: int, today: set[str]
) -> tuple[list[Member], list[Member]]:
    """Find members that add up: the day's all, or all, which settle it; else a choice of them."""
    if len(pool) < 2:
        return [], []
    same_day = [member for member in pool if member.id in today]
    for group in (same_day, list(pool)):
        if len(group) >= 2 and sum(member.net_fen for member in group) == wanted:
            return group, []
    few = same_day if 2 < len(same_day) <= CHOICE_MAX else pool
    if not 2 < len(few) <= CHOICE_MAX or not table.may_search():
        return [], []
    return [], only_choice(few, wanted)


def only_choice(pool: Sequence[Member], wanted: int) -> list[Member]:
    """Find the choice that adds up; it counts only where no other choice adds up as well."""
    found = list(choices(pool, wanted))
    return found[0] if len(found) == 1 else []


def choices(pool: Sequence[Member], wanted: int) -> Iterable[list[Member]]:
    """The choices of at least two members that add up, the smallest first; two are enough."""
    count = 0
    for size in range(2, len(pool)):
        for group in combinations(pool, size):
            if sum(member.net_fen for member in group) == wanted:
                yield list(group)
                count += 1
                if count == 2:
                    return


def propose(lines: Sequence[BankLine], units: Sequence[Unit], rule: str, why: str) -> Match:
    """Make a proposal: nothing is taken, and a person decides."""
    return Match(lines=tuple(lines), units=tuple(units), rule=rule, why=why, sure=False)
