"""几笔对一行、一行对几笔、一付一退: sums are sought only among what already belongs together.

A search for a sum is bounded: a group whole, or a choice among at most `CHOICE_MAX` members.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from itertools import chain, combinations, islice
from typing import TYPE_CHECKING, TypeVar

from ledger.reconcile.lines import BankLine
from ledger.reconcile.matching import Match, index_of, net_of_all, within
from ledger.reconcile.owners import comes_back, group_keys, is_fee

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from ledger.reconcile.matching import Index, SidesOpen
    from ledger.reconcile.units import Unit

CHOICE_MAX = 12
GROUP_MAX = 200
#: How long after a payment its 退汇 may come.
BOUNCE_DAYS = 15
Member = TypeVar("Member", "BankLine", "Unit")


def by_batch(table: SidesOpen) -> None:
    """Match one debit with the batch of payments that one order or receipt stands for."""
    lines: dict[int, list[BankLine]] = defaultdict(list)
    for line in table.lines.values():
        lines[line.net_fen].append(line)
    for number, units in sorted(batches_of(table).items()):
        batch = table.open_units(units)
        if len(batch) < 2:
            continue
        fits = fitting_lines(table, lines.get(net_of_all(batch), ()), batch)
        if len(fits) == 1:
            why = f"同一批次 {number} 的 {len(batch)} 笔，合计相符"
            table.take(fits, batch, "batch", why)


def batches_of(table: SidesOpen) -> dict[str, list[Unit]]:
    """Gather the open facts that name the same order or receipt."""
    batches: dict[str, list[Unit]] = defaultdict(list)
    for unit in table.units.values():
        for number in unit.papers.orders | unit.papers.receipts:
            batches[number].append(unit)
    return batches


def fitting_lines(
    table: SidesOpen, lines: Iterable[BankLine], batch: Sequence[Unit]
) -> list[BankLine]:
    """Return the open lines of the days of a batch that do not name others for all of it."""
    days = {unit.shown.date for unit in batch}
    timely = [line for line in table.open_lines(lines) if all_within(line, days)]
    return [line for line in timely if not all(table.strangers(line, unit) for unit in batch)]


def all_within(line: BankLine, days: Iterable[date]) -> bool:
    """Return whether the bank's day fits all of ours."""
    return all(within(line.date, day) for day in days)


def one_line(table: SidesOpen) -> list[Match]:
    """Match one line with several facts of its counterparty: one transfer for three hospitals.

    The head of a 医共体 may pay for the rest of it. The whole of a day, or of the window,
    settles it; a choice among them is proposed.
    """
    keys = {unit.id: wide_keys(table, unit) for unit in table.units.values()}
    index = wide_index(table, keys)
    made: list[Match] = []
    for line in table.lines_in_order():
        mine = wide_line_keys(table, line)
        whole, choice = units_adding_up(table, index, mine, line)
        if whole:
            why = f"一行对 {len(whole)} 笔，合计相符，{first_shared(whole, keys, mine)}"
            # Whoever pays for others pays for itself, too; else a person decides.
            sure = any(table.sure(line, unit) for unit in whole)
            made += decided(table, propose([line], whole, "one-to-many", why), sure=sure)
        elif choice:
            why = f"其中 {len(choice)} 笔合计相符，{first_shared(choice, keys, mine)}"
            made.append(propose([line], choice, "one-to-many", why))
    return made


def wide_index(table: SidesOpen, keys: Mapping[str, Sequence[str]]) -> Index:
    """Index the open facts by what ties them to lines that may speak for several."""
    return index_of((key, unit) for unit in table.units.values() for key in keys[unit.id])


def wide_line_keys(table: SidesOpen, line: BankLine) -> dict[str, str]:
    """Return what ties a line to facts: its own keys, and the 医共体 of those that it names."""
    mine = table.line_keys[line.id]
    named = [key[2:] for key in mine if key[0] == "h"]
    return mine | group_keys(named, table.directory)


def units_adding_up(
    table: SidesOpen, index: Index, keys: Iterable[str], line: BankLine
) -> tuple[list[Unit], list[Unit]]:
    """Find the facts near a line that add up to it: all of them, or a choice."""
    near: dict[str, Unit] = {}
    for key in keys:
        if key[0] != "k":
            near.update((unit.id, unit) for unit in index.near(key, line.date, GROUP_MAX))
    pool = same_way(table.open_units(near.values()), line.net_fen)
    return sums(table, pool, line.date, line.net_fen)


def first_shared(
    group: Iterable[Unit], keys: Mapping[str, Iterable[str]], mine: Mapping[str, str]
) -> str:
    """Say what first ties a line to a group of facts."""
    return next((mine[key] for unit in group for key in keys[unit.id] if key in mine), "")


def wide_keys(table: SidesOpen, unit: Unit) -> tuple[str, ...]:
    """Return what ties a fact to a line that may speak for several: its 医共体, too."""
    own = [unit.shown.hospital] if unit.shown.hospital else []
    return (*table.unit_keys[unit.id], *group_keys(own, table.directory))


def one_unit(table: SidesOpen) -> list[Match]:
    """Match several lines with one fact: a payment that the bank split."""
    pools = lines_by_key(table)
    made: list[Match] = []
    for unit in sorted(table.units.values(), key=lambda unit: (unit.shown.date, unit.id)):
        whole, choice = lines_adding_up(table, pools, unit)
        if whole:
            why = f"{len(whole)} 行对一笔，合计相符，{table.why(whole[0], unit)}"
            sure = all(table.sure(line, unit) for line in whole)
            made += decided(table, propose(whole, [unit], "many-to-one", why), sure=sure)
        elif choice:
            why = f"其中 {len(choice)} 行合计相符，{table.why(choice[0], unit)}"
            made.append(propose(choice, [unit], "many-to-one", why))
    return made


def lines_by_key(table: SidesOpen) -> dict[str, list[BankLine]]:
    """Gather the open lines by whom they speak of; a kind of business is nobody."""
    pools: dict[str, list[BankLine]] = defaultdict(list)
    for line in table.lines.values():
        for key in table.line_keys[line.id]:
            if key[0] != "k":
                pools[key].append(line)
    return pools


def lines_adding_up(
    table: SidesOpen, pools: Mapping[str, Sequence[BankLine]], unit: Unit
) -> tuple[list[BankLine], list[BankLine]]:
    """Find the lines near a fact that add up to it: all of them, or a choice."""
    near: dict[str, BankLine] = {}
    for key in table.unit_keys[unit.id]:
        lines = pools.get(key, ())
        if len(lines) <= GROUP_MAX:
            near.update((line.id, line) for line in table.open_lines(lines))
    pool = same_way(near.values(), unit.net_fen)
    timely = [line for line in pool if within(line.date, unit.shown.date)]
    return sums(table, timely, unit.shown.date, unit.net_fen)


def whole_days(table: SidesOpen) -> list[Match]:
    """Propose a day's facts for one line: a batch without its paper, one who pays for others."""
    days = days_of(table)
    made = []
    for line in table.lines_in_order():
        group = day_group(table, days, line)
        whose = whose_day(table, line, group)
        if group and whose:
            why = f"当日 {len(group)} 笔合计相符，{whose}"
            made.append(propose([line], group, "one-to-many", why))
    return made


def whose_day(table: SidesOpen, line: BankLine, group: Iterable[Unit]) -> str:
    """Say what speaks for it that a line pays a day's facts; nothing where it is chance.

    Whoever pays for others pays for itself, too.
    """
    if any(table.why(line, unit) for unit in group):
        return "其中有付款单位自己的"
    named = any(key[0] == "h" for key in table.line_keys[line.id])
    return "" if named else "看不出对方"


#: A day and whether money came in: its facts, and what they come to.
Days = dict[tuple[object, bool], tuple[list["Unit"], int]]


def days_of(table: SidesOpen) -> Days:
    """Gather the open facts of each day that go the same way."""
    days: dict[tuple[object, bool], list[Unit]] = defaultdict(list)
    for unit in table.units.values():
        days[unit.shown.date, unit.net_fen > 0].append(unit)
    return {day: (pool, net_of_all(pool)) for day, pool in days.items()}


def day_group(table: SidesOpen, days: Days, line: BankLine) -> list[Unit]:
    """Find the facts of a line's day that add up to it: all, or the only choice of them."""
    pool, total = days.get((line.date, line.net_fen > 0), ([], 0))
    if len(pool) > 1 and total == line.net_fen:
        return pool
    if 2 < len(pool) <= CHOICE_MAX and table.may_search():
        return only_choice(pool, line.net_fen)
    return []


def bounced(table: SidesOpen) -> list[Match]:
    """Propose what went and came back and our books have neither of: 退汇, 冲正, 退回的手续费."""
    waiting: dict[int, list[BankLine]] = defaultdict(list)
    made = []
    for line in table.lines_in_order():
        earlier = waiting[-line.net_fen]
        other, why = bounced_from(table, earlier, line)
        if other is None:
            waiting[line.net_fen].append(line)
            continue
        earlier.remove(other)
        why = f"一收一付金额相同，{why}，账上都没有记"
        made.append(propose([other, line], [], "bounced", why))
    return made


def bounced_from(
    table: SidesOpen, earlier: Sequence[BankLine], line: BankLine
) -> tuple[BankLine | None, str]:
    """Find the newest earlier line that a line undoes, and what ties them."""
    since = line.date - timedelta(days=BOUNCE_DAYS)
    for other in reversed(earlier):
        if other.date < since:
            break
        if why := tied(table, other, line):
            return other, why
    return None, ""


def tied(table: SidesOpen, one: BankLine, other: BankLine) -> str:
    """Say what ties a line to the one that undoes it; nothing where nothing does."""
    if is_fee(one) and (is_fee(other) or comes_back(other)):
        return "是银行误收的费用和退回"
    alike = same_party(table, one, other)
    if comes_back(other) and (alike or not other.counterparty):
        return f"后一行是退回（{other.summary or '冲正'}）"
    return alike


def same_party(table: SidesOpen, one: BankLine, other: BankLine) -> str:
    """Say by what two lines speak of the same party; nothing where they do not."""
    mine, theirs = table.line_keys[one.id], table.line_keys[other.id]
    shared = next((mine[key] for key in mine if key in theirs and key[0] != "k"), "")
    if not shared and one.counterparty and one.counterparty == other.counterparty:
        return f"对方都是{one.counterparty}"
    return shared


def same_way(members: Iterable[Member], fen: int) -> list[Member]:
    """Return the lines or facts that go the same way as an amount."""
    return [member for member in members if (member.net_fen > 0) == (fen > 0)]


def moved_on(member: BankLine | Unit) -> date:
    """Return the day of a line or of a fact."""
    return member.date if isinstance(member, BankLine) else member.shown.date


def sums(
    table: SidesOpen, pool: Sequence[Member], day: date, wanted: int
) -> tuple[list[Member], list[Member]]:
    """Find members that add up: the day's all, or all, which settle it; else a choice of them."""
    if len(pool) < 2:
        return [], []
    same_day = [member for member in pool if moved_on(member) == day]
    for group in (same_day, list(pool)):
        if len(group) >= 2 and net_of_all(group) == wanted:
            return group, []
    return [], choice_among(table, same_day, pool, wanted)


def choice_among(
    table: SidesOpen, same_day: Sequence[Member], pool: Sequence[Member], wanted: int
) -> list[Member]:
    """Find the only choice among a day's members, or among all where the day has not as many."""
    few = same_day if 2 < len(same_day) <= CHOICE_MAX else pool
    if 2 < len(few) <= CHOICE_MAX and table.may_search():
        return only_choice(few, wanted)
    return []


def only_choice(pool: Sequence[Member], wanted: int) -> list[Member]:
    """Find the choice that adds up; it counts only where no other choice adds up as well."""
    found = list(choices(pool, wanted))
    return found[0] if len(found) == 1 else []


def choices(pool: Sequence[Member], wanted: int) -> Iterable[list[Member]]:
    """The choices of at least two members that add up, the smallest first; two are enough."""
    groups = chain.from_iterable(combinations(pool, size) for size in range(2, len(pool)))
    return islice((list(group) for group in groups if net_of_all(group) == wanted), 2)


def decided(table: SidesOpen, match: Match, *, sure: bool) -> list[Match]:
    """Settle a match that is sure; else leave it a proposal."""
    if not sure:
        return [match]
    table.take(match.lines, match.units, match.rule, match.why)
    return []


def propose(lines: Sequence[BankLine], units: Sequence[Unit], rule: str, why: str) -> Match:
    """Make a proposal: nothing is taken, and a person decides."""
    return Match(lines=tuple(lines), units=tuple(units), rule=rule, why=why, sure=False)
