"""勾对: statement lines beside the facts of our books, in sets, every match with its reason.

In this order: the receipt's number; amount, day and counterparty; amount, a window of days and
counterparty; sums of groups that share a receipt, a batch paper, a counterparty or a day. What
more than one answer would fit, or the amount alone speaks for, is proposed and not decided.
Everything is looked up by key: no step compares every line with every voucher.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from ledger.reconcile.owners import line_keys, sure_keys, unit_keys

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Mapping, Sequence

    from ledger.reconcile.lines import BankLine
    from ledger.reconcile.owners import Directory
    from ledger.reconcile.units import Unit

#: How many days the bank's day may lie before and after ours.
EARLY, LATE = 3, 7
#: Beyond the window, and up to so many days apart, a match is only proposed.
FAR = 62
#: A receipt's number of so many marks is nobody else's.
LONG = 10
#: So many candidates are looked at for one line; more would say nothing.
CANDIDATES_MAX = 20
#: So many lines and vouchers are searched for a choice that adds up; a run ends in time.
SEARCHES_MAX = 3_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A group of lines and facts that are the same money: by which rule, why, and how sure."""

    lines: tuple[BankLine, ...]
    units: tuple[Unit, ...]
    rule: str
    why: str
    sure: bool

    def __post_init__(self) -> None:
        bank = sum(line.net_fen for line in self.lines)
        books = sum(unit.net_fen for unit in self.units)
        assert bank == books, "a match leaves nothing over"


class SidesOpen:
    """What is still open on both sides, with the keys of each; matches come out of it.

    One per run: the only thing here that changes.
    """

    def __init__(
        self, lines: Sequence[BankLine], units: Sequence[Unit], directory: Directory
    ) -> None:
        self.lines = {line.id: line for line in lines}
        self.units = {unit.id: unit for unit in units if unit.net_fen}
        self.line_keys = {line.id: line_keys(line, directory) for line in lines}
        self.sure_keys = {line.id: sure_keys(line, directory) for line in lines}
        self.unit_keys = {id_: unit_keys(unit) for id_, unit in self.units.items()}
        self.directory = directory
        self.found: list[Match] = []
        self.searches = SEARCHES_MAX

    def take(self, lines: Iterable[BankLine], units: Iterable[Unit], rule: str, why: str) -> None:
        """Settle a group: it is open no more."""
        match = Match(lines=tuple(lines), units=tuple(units), rule=rule, why=why, sure=True)
        for line in match.lines:
            del self.lines[line.id]
        for unit in match.units:
            del self.units[unit.id]
        self.found.append(match)

    def may_search(self) -> bool:
        """Return whether one more choice may be searched for, and count it."""
        self.searches -= 1
        return self.searches >= 0

    def why(self, line: BankLine, unit: Unit) -> str:
        """Say what ties a line to a fact beside its amount; nothing where nothing does."""
        keys = self.line_keys[line.id]
        return next((keys[key] for key in self.unit_keys[unit.id] if key in keys), "")

    def sure(self, line: BankLine, unit: Unit) -> bool:
        """Return whether a line and a fact are tied so that nobody has to decide.

        An account that the voucher does not name is another's, unless it is the hospital's own.
        """
        shared = self.sure_keys[line.id] & set(self.unit_keys[unit.id])
        account = line.counterparty_account
        other = bool(account and unit.accounts) and account not in unit.accounts
        own = self.directory.by_account.get(account) == unit.shown.hospital
        return bool(shared) and (own or not other)

    def strangers(self, line: BankLine, unit: Unit) -> bool:
        """Tell a line that names another hospital than the fact does."""
        named = [key for key in self.line_keys[line.id] if key.startswith("h:")]
        hospital = unit.shown.hospital
        return bool(named and hospital and f"h:{hospital}" not in named)


def within(line_day: datetime.date, unit_day: datetime.date) -> bool:
    """Return whether the bank's day fits ours."""
    return -EARLY <= (line_day - unit_day).days <= LATE


def by_receipt(table: SidesOpen) -> None:
    """Match lines and facts that share a receipt's number, where the sums agree."""
    groups = receipt_groups(table)
    for number, (lines, units) in groups:
        # Banks use short numbers again, from year to year and from counter to counter.
        fits = len(number) >= LONG or all(
            within(line.date, unit.shown.date) and not table.strangers(line, unit)
            for line in lines
            for unit in units
        )
        if fits and sum(line.net_fen for line in lines) == sum(unit.net_fen for unit in units):
            count = "" if len(lines) == len(units) == 1 else f"，{len(lines)} 行对 {len(units)} 笔"
            table.take(lines, units, "receipt", f"回单号 {number} 相同，金额相符{count}")


def receipt_groups(table: SidesOpen) -> list[tuple[str, tuple[list[BankLine], list[Unit]]]]:
    """Gather lines and facts that share receipts, directly or over one another."""
    lines_by: dict[str, list[BankLine]] = defaultdict(list)
    units_by: dict[str, list[Unit]] = defaultdict(list)
    for line in table.lines.values():
        for number in {line.serial, line.receipt} - {""}:
            lines_by[number].append(line)
    for unit in table.units.values():
        for number in unit.papers.receipts:
            units_by[number].append(unit)
    shared = sorted(lines_by.keys() & units_by.keys())
    parent = {number: number for number in shared}

    def root(number: str) -> str:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    first: dict[str, str] = {}
    for number in shared:
        members = [line.id for line in lines_by[number]] + [unit.id for unit in units_by[number]]
        for member in members:
            other = first.setdefault(member, number)
            low, high = sorted((root(other), root(number)))
            parent[high] = low
    groups: dict[str, tuple[dict[str, BankLine], dict[str, Unit]]] = {}
    for number in shared:
        lines, units = groups.setdefault(root(number), ({}, {}))
        lines.update((line.id, line) for line in lines_by[number])
        units.update((unit.id, unit) for unit in units_by[number])
    return [(n, (list(ls.values()), list(us.values()))) for n, (ls, us) in groups.items()]


def by_day(table: SidesOpen) -> None:
    """Match what has amount, day and counterparty alike, as often on both sides."""
    lines: dict[tuple[int, str, datetime.date], list[BankLine]] = defaultdict(list)
    units: dict[tuple[int, str, datetime.date], list[Unit]] = defaultdict(list)
    for line in table.lines.values():
        for key in sorted(table.sure_keys[line.id]):
            lines[line.net_fen, key, line.date].append(line)
    for unit in table.units.values():
        for key in table.unit_keys[unit.id]:
            units[unit.net_fen, key, unit.shown.date].append(unit)
    for place in sorted(lines.keys() & units.keys()):
        ours = [unit for unit in units[place] if unit.id in table.units]
        theirs = [line for line in lines[place] if line.id in table.lines]
        if not ours or len(ours) != len(theirs):
            continue
        if not all(table.sure(line, unit) for line, unit in zip(theirs, ours, strict=True)):
            continue
        count = "" if len(ours) == 1 else f"（同日同额 {len(ours)} 笔，依次对应）"
        for line, unit in zip(theirs, ours, strict=True):
            why = table.line_keys[line.id][place[1]]
            table.take([line], [unit], "day", f"金额、日期相同，{why}{count}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """Facts by a key, each list in order of days, so that a window is cut out by halving."""

    days: Mapping[object, Sequence[datetime.date]]
    units: Mapping[object, Sequence[Unit]]

    def near(self, key: object, day: datetime.date, most: int = CANDIDATES_MAX) -> list[Unit]:
        """Return the facts of a key whose day fits the bank's, the first few of them."""
        return self.between(key, day - timedelta(days=LATE), day + timedelta(days=EARLY), most)

    def between(
        self, key: object, first: datetime.date, last: datetime.date, most: int
    ) -> list[Unit]:
        """Return the facts of a key in a span of days, the first few of them."""
        days = self.days.get(key)
        if not days:
            return []
        low = bisect_left(days, first)
        high = bisect_right(days, last)
        return list(self.units[key][low : min(high, low + most)])


def index_of(pairs: Iterable[tuple[object, Unit]]) -> Index:
    """Index facts by key and day."""
    lists: dict[object, list[Unit]] = defaultdict(list)
    for key, unit in pairs:
        lists[key].append(unit)
    for units in lists.values():
        units.sort(key=lambda unit: (unit.shown.date, unit.id))
    days = {key: [unit.shown.date for unit in units] for key, units in lists.items()}
    return Index(days=days, units=lists)


def candidates(table: SidesOpen) -> dict[str, list[Unit]]:
    """List, for each open line, the facts of its amount within the window that share a key."""
    index = index_of(
        ((unit.net_fen, key), unit)
        for unit in table.units.values()
        for key in table.unit_keys[unit.id]
    )
    found = {}
    for line in table.lines.values():
        near: dict[str, Unit] = {}
        for key in table.line_keys[line.id]:
            near.update((unit.id, unit) for unit in index.near((line.net_fen, key), line.date))
        if near:
            found[line.id] = sorted(near.values(), key=lambda unit: (unit.shown.date, unit.id))
    return found


def by_window(table: SidesOpen) -> None:
    """Match what has amount and counterparty alike within the window, where both have no other."""
    found = candidates(table)
    suitors: dict[str, int] = defaultdict(int)
    for units in found.values():
        for unit in units:
            suitors[unit.id] += 1
    for id_, units in found.items():
        alone = len(units) == 1 and suitors[units[0].id] == 1
        if alone and table.sure(table.lines[id_], units[0]):
            line, unit = table.lines[id_], units[0]
            apart = (line.date - unit.shown.date).days
            side = f"银行{'晚' if apart > 0 else '早'} {abs(apart)} 天" if apart else "同日"
            table.take([line], [unit], "window", f"金额相同，{side}，{table.why(line, unit)}")


def far_apart(table: SidesOpen) -> list[Match]:
    """Propose what has amount and counterparty alike long after, or before, where no other has."""
    index = index_of(
        ((unit.net_fen, key), unit)
        for unit in table.units.values()
        for key in table.unit_keys[unit.id]
        if key[0] != "k"
    )
    span = timedelta(days=FAR)
    found: dict[str, dict[str, Unit]] = {}
    suitors: dict[str, int] = defaultdict(int)
    for line in table.lines.values():
        near: dict[str, Unit] = {}
        for key in table.line_keys[line.id]:
            units = index.between((line.net_fen, key), line.date - span, line.date + span, 2)
            near.update((unit.id, unit) for unit in units)
        found[line.id] = near
        for id_ in near:
            suitors[id_] += 1
    made = []
    for line in sorted(table.lines.values(), key=lambda line: (line.date, line.place)):
        near = found[line.id]
        if len(near) == 1 and suitors[next(iter(near))] == 1:
            (unit,) = near.values()
            apart = abs((line.date - unit.shown.date).days)
            why = f"金额相同，相隔 {apart} 天，{table.why(line, unit)}"
            made.append(Match(lines=(line,), units=(unit,), rule="far", why=why, sure=False))
    return made


def proposals(table: SidesOpen) -> list[Match]:
    """Propose, line by line in order of days, what fits but is not sure; each once.

    First those that share a key, then those for which the amount and the days alone speak.
    """
    taken: set[str] = set()
    made: list[Match] = []
    shared = candidates(table)
    plain = index_of((unit.net_fen, unit) for unit in table.units.values())
    for line in sorted(table.lines.values(), key=lambda line: (line.date, line.place)):
        near = [unit for unit in shared.get(line.id, ()) if unit.id not in taken]
        why = ""
        if near:
            others = len(near) - 1
            why = f"金额相同，{table.why(line, near[0])}"
            why += f"；另有 {others} 笔也相符" if others else "；同额的对账单行不止一行"
        else:
            near = [
                unit
                for unit in plain.near(line.net_fen, line.date)
                if unit.id not in taken and not table.strangers(line, unit)
            ]
            why = "只有金额和日期相符，看不出对方"
            why += f"；另有 {len(near) - 1} 笔也相符" if len(near) > 1 else ""
        if near:
            unit = min(near, key=lambda unit: (abs((unit.shown.date - line.date).days), unit.id))
            taken.add(unit.id)
            made.append(Match(lines=(line,), units=(unit,), rule="near", why=why, sure=False))
    return made
