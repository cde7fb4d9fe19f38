"""勾对: statement lines beside the facts of our books, in sets, every match with its reason.

In this order: the receipt's number; amount, day and counterparty; amount, a window of days and
counterparty; sums of groups that share a receipt, a batch paper, a counterparty or a day. What
more than one answer would fit, or the amount alone speaks for, is proposed and not decided.
Everything is looked up by key: no step compares every line with every voucher.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
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
        even = net_of_all(self.lines) == net_of_all(self.units)
        assert even, "a match leaves nothing over"


def net_of_all(members: Iterable[BankLine | Unit]) -> int:
    """Add up what lines or facts come to."""
    return sum(member.net_fen for member in members)


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

    def lines_in_order(self) -> list[BankLine]:
        """Return the open lines in order of days, and of their places in the statement."""
        return sorted(self.lines.values(), key=lambda line: (line.date, line.place))

    def open_lines(self, lines: Iterable[BankLine]) -> list[BankLine]:
        """Return those of the lines that are still open."""
        return [line for line in lines if line.id in self.lines]

    def open_units(self, units: Iterable[Unit]) -> list[Unit]:
        """Return those of the facts that are still open."""
        return [unit for unit in units if unit.id in self.units]

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
    for number, (lines, units) in receipt_groups(table):
        even = net_of_all(lines) == net_of_all(units)
        # Banks use short numbers again, from year to year and from counter to counter.
        if even and (len(number) >= LONG or all_near(table, lines, units)):
            count = "" if len(lines) == len(units) == 1 else f"，{len(lines)} 行对 {len(units)} 笔"
            table.take(lines, units, "receipt", f"回单号 {number} 相同，金额相符{count}")


def all_near(table: SidesOpen, lines: Iterable[BankLine], units: Sequence[Unit]) -> bool:
    """Return whether every line fits every fact by its day, and names no other hospital."""
    return all(
        within(line.date, unit.shown.date) and not table.strangers(line, unit)
        for line in lines
        for unit in units
    )


def receipt_groups(table: SidesOpen) -> list[tuple[str, tuple[list[BankLine], list[Unit]]]]:
    """Gather lines and facts that share receipts, directly or over one another."""
    lines_by, units_by = by_number(table)
    shared = sorted(lines_by.keys() & units_by.keys())
    roots = tied_together({number: [*lines_by[number], *units_by[number]] for number in shared})
    groups: dict[str, tuple[dict[str, BankLine], dict[str, Unit]]] = {}
    for number in shared:
        lines, units = groups.setdefault(roots[number], ({}, {}))
        lines.update((line.id, line) for line in lines_by[number])
        units.update((unit.id, unit) for unit in units_by[number])
    return [(n, (list(ls.values()), list(us.values()))) for n, (ls, us) in groups.items()]


def by_number(table: SidesOpen) -> tuple[dict[str, list[BankLine]], dict[str, list[Unit]]]:
    """Gather open lines and facts by the numbers of their receipts."""
    lines_by: dict[str, list[BankLine]] = defaultdict(list)
    units_by: dict[str, list[Unit]] = defaultdict(list)
    for line in table.lines.values():
        for number in {line.serial, line.receipt} - {""}:
            lines_by[number].append(line)
    for unit in table.units.values():
        for number in unit.papers.receipts:
            units_by[number].append(unit)
    return lines_by, units_by


def tied_together(members: Mapping[str, Iterable[BankLine | Unit]]) -> dict[str, str]:
    """Return the smallest number of each number's group; a member of two ties them together."""
    parent = {number: number for number in members}

    def root(number: str) -> str:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    first: dict[str, str] = {}
    for number, ids in members.items():
        for member in ids:
            other = first.setdefault(member.id, number)
            low, high = sorted((root(other), root(number)))
            parent[high] = low
    return {number: root(number) for number in members}


def by_day(table: SidesOpen) -> None:
    """Match what has amount, day and counterparty alike, as often on both sides."""
    lines, units = by_place(table)
    for place in sorted(lines.keys() & units.keys()):
        ours, theirs = table.open_units(units[place]), table.open_lines(lines[place])
        if len(ours) != len(theirs):
            continue
        pairs = list(zip(theirs, ours, strict=True))
        if all(table.sure(line, unit) for line, unit in pairs):
            take_pairs(table, pairs, place[1])


#: What is alike on a day: the amount, the key of the counterparty, and the day.
Place = tuple[int, str, "datetime.date"]


def by_place(table: SidesOpen) -> tuple[dict[Place, list[BankLine]], dict[Place, list[Unit]]]:
    """Gather open lines and facts by amount, counterparty and day."""
    lines: dict[Place, list[BankLine]] = defaultdict(list)
    units: dict[Place, list[Unit]] = defaultdict(list)
    for line in table.lines.values():
        for key in sorted(table.sure_keys[line.id]):
            lines[line.net_fen, key, line.date].append(line)
    for unit in table.units.values():
        for key in table.unit_keys[unit.id]:
            units[unit.net_fen, key, unit.shown.date].append(unit)
    return lines, units


def take_pairs(table: SidesOpen, pairs: Sequence[tuple[BankLine, Unit]], key: str) -> None:
    """Settle lines and facts of a day one by one, in their order."""
    count = "" if len(pairs) == 1 else f"（同日同额 {len(pairs)} 笔，依次对应）"
    for line, unit in pairs:
        why = table.line_keys[line.id][key]
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


def amount_index(table: SidesOpen) -> Index:
    """Index the open facts by amount with each of their keys."""
    return index_of(
        ((unit.net_fen, key), unit)
        for unit in table.units.values()
        for key in table.unit_keys[unit.id]
    )


def candidates(table: SidesOpen) -> dict[str, list[Unit]]:
    """List, for each open line, the facts of its amount within the window that share a key."""
    index = amount_index(table)
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
    for line, unit in only_pairs(table, candidates(table)):
        if table.sure(line, unit):
            apart = (line.date - unit.shown.date).days
            side = f"银行{'晚' if apart > 0 else '早'} {abs(apart)} 天" if apart else "同日"
            table.take([line], [unit], "window", f"金额相同，{side}，{table.why(line, unit)}")


def only_pairs(
    table: SidesOpen, found: Mapping[str, Sequence[Unit]]
) -> list[tuple[BankLine, Unit]]:
    """Return the lines that have one fact only, which has no other line, each with its fact."""
    suitors = Counter(unit.id for units in found.values() for unit in units)
    return [
        (table.lines[id_], units[0])
        for id_, units in found.items()
        if len(units) == 1 and suitors[units[0].id] == 1
    ]


def far_apart(table: SidesOpen) -> list[Match]:
    """Propose what has amount and counterparty alike long after, or before, where no other has."""
    found = far_candidates(table)
    made = []
    for line, unit in only_pairs(table, found):
        apart = abs((line.date - unit.shown.date).days)
        why = f"金额相同，相隔 {apart} 天，{table.why(line, unit)}"
        made.append(Match(lines=(line,), units=(unit,), rule="far", why=why, sure=False))
    return made


def far_candidates(table: SidesOpen) -> dict[str, list[Unit]]:
    """List, for each open line, the first facts of its amount and counterparty far and near.

    A kind of business is no counterparty.
    """
    index = amount_index(table)
    span = timedelta(days=FAR)
    found: dict[str, list[Unit]] = {}
    for line in table.lines_in_order():
        near: dict[str, Unit] = {}
        for key in table.line_keys[line.id]:
            if key[0] != "k":
                units = index.between((line.net_fen, key), line.date - span, line.date + span, 2)
                near.update((unit.id, unit) for unit in units)
        found[line.id] = list(near.values())
    return found


def proposals(table: SidesOpen) -> list[Match]:
    """Propose, line by line in order of days, what fits but is not sure; each once.

    First those that share a key, then those for which the amount and the days alone speak.
    """
    taken: set[str] = set()
    made: list[Match] = []
    shared = candidates(table)
    plain = index_of((unit.net_fen, unit) for unit in table.units.values())
    for line in table.lines_in_order():
        near = [unit for unit in shared.get(line.id, ()) if unit.id not in taken]
        why = why_shared(table, line, near)
        if not near:
            near = alike_only(table, plain, line, taken)
            why = why_alike(near)
        if near:
            unit = min(near, key=lambda unit: (abs((unit.shown.date - line.date).days), unit.id))
            taken.add(unit.id)
            made.append(Match(lines=(line,), units=(unit,), rule="near", why=why, sure=False))
    return made


def why_shared(table: SidesOpen, line: BankLine, near: Sequence[Unit]) -> str:
    """Say why one of the facts that share a key with a line is proposed."""
    if not near:
        return ""
    others = len(near) - 1
    rest = f"另有 {others} 笔也相符" if others else "同额的对账单行不止一行"
    return f"金额相同，{table.why(line, near[0])}；{rest}"


def alike_only(table: SidesOpen, plain: Index, line: BankLine, taken: set[str]) -> list[Unit]:
    """Return the facts of a line's amount and days that are not another hospital's."""
    near = [unit for unit in plain.near(line.net_fen, line.date) if unit.id not in taken]
    return [unit for unit in near if not table.strangers(line, unit)]


def why_alike(near: Sequence[Unit]) -> str:
    """Say why one of the facts of a line's amount and days is proposed."""
    why = "只有金额和日期相符，看不出对方"
    return f"{why}；另有 {len(near) - 1} 笔也相符" if len(near) > 1 else why
