"""A small model of one book, written without the engine: lists of facts and naive sums.

It predicts for every command whether it is refused, with which codes, and what stands
afterwards; tests/model_rules.py has the rules, tests/model_facts.py the figures.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.model_facts import (
    LEAVES,
    TAKING,
    Fact,
    Words,
    after,
    balance,
    beside,
    day_of,
    last_day,
    live,
    moves_of,
    newest,
    root_of,
    taken_back,
)
from tests.model_rules import overdrawn, own_refusals, resting_refusals

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass
class Unit:
    """Facts that are approved and posted together, by the number of their first draft."""

    facts: list[Fact]
    order: int
    approved: bool = False


@dataclass
class Model:
    """One book: what is posted, what waits, what is closed; `hospitals` is the office's list."""

    fund: str
    start: str
    hospitals: set[str]
    today: str = ""
    posted: list[Fact] = field(default_factory=list)
    waiting: list[Unit] = field(default_factory=list)
    closed: list[str] = field(default_factory=list)
    drafted: int = 0

    def pending(self) -> list[Fact]:
        """Give everything posted or waiting: a live draft counts as posted for the next one."""
        return self.posted + [fact for unit in self.waiting for fact in unit.facts]

    def open_from(self) -> str:
        """Name the first month not closed."""
        months = [month for month in self.closed if month[5:] != "13"]
        return after(months[-1]) if months else self.start

    def read(self, words: Words) -> Fact:
        """Place an event in its month and say what it moves."""
        day, first = words["date"], self.open_from()
        booked = words.get("booked") or (day if day[:7] >= first else f"{first}-01")
        wrong = next((fact for fact in self.posted if fact.key == words.get("corrects")), None)
        begins = words["kind"] == "opening-balance" or (
            wrong is not None and wrong.period[5:] == "00" and words["kind"] in TAKING
        )
        period = f"{self.start[:4]}-00" if begins and not self.closed else booked[:7]
        if words["kind"] == "red":
            assert wrong is not None
            moves = [(debit, credit, -amount) for debit, credit, amount in wrong.moves]
        elif words["kind"] == "difference":
            moves = words["moves"]
        else:
            moves = moves_of(words, *LEAVES[self.fund])
        return Fact(words=words, booked=booked, period=period, moves=moves)

    def refusals(self, fact: Fact, world: Sequence[Fact]) -> set[str]:
        """Say what an event's own words are refused for, before balances are looked at."""
        found = set(self.month_refusals(fact)) | own_refusals(fact, world, self.hospitals)
        return found | (self.taking_refusals(fact, world) if fact.kind in TAKING else set())

    def month_refusals(self, fact: Fact) -> Iterable[str]:
        """What has a day ahead is refused, and what would go into a month that is closed."""
        papers = [paper["date"] for paper in fact.words.get("papers", ())]
        ahead = ["DATE_AHEAD"] * (max(fact.date, fact.booked, *papers) > self.today)
        if fact.kind == "opening-balance" and not (self.closed and fact.corrects):
            return [*ahead, "PERIOD_CLOSED"] if self.closed else ahead
        found = [*ahead, "BOOKED_EARLY"] if fact.booked < fact.date else ahead
        return [*found, "PERIOD_CLOSED"] if fact.booked[:7] < self.open_from() else found

    def taking_refusals(self, fact: Fact, world: Sequence[Fact]) -> set[str]:
        """What stands is corrected from its newest state, within its year; 期末结转 never."""
        wrong = next(other for other in self.posted if other.key == fact.corrects)
        root = root_of(wrong, self.posted)
        found = {"CORRECTS_RED"} if wrong.kind == "red" else set()
        found |= {"CORRECTED_ALREADY"} if wrong.key in taken_back(world) else set()
        found |= {"CORRECTS_PERIOD_END"} if root.kind == "period-end" else set()
        found |= {"PRIOR_YEAR"} if wrong.period[:4] != fact.booked[:4] else set()
        last = newest(root.key, world)
        if fact.kind == "difference":
            found |= {"CORRECTED_SINCE"} if last != fact.after else set()
        elif last not in ("", wrong.key) and wrong.key not in taken_back(world):
            found |= {"CORRECTED_SINCE"}
        return found

    def tried(
        self, world: list[Fact], units: Sequence[Sequence[Words]]
    ) -> tuple[list[list[Fact]], set[tuple[str, str]]]:
        """Try units one after the other; give their facts, and (key, code) of every refusal."""
        facts = [[self.read(words) for words in unit] for unit in units]
        days = [min(day_of(fact, world) for fact in unit) for unit in facts]
        order = sorted(range(len(facts)), key=lambda n: (days[n], n))
        found = self.own_faults([fact for n in order for fact in facts[n]], world)
        together = [fact for unit in facts for fact in unit]
        short = overdrawn(together, world) or resting_refusals(together, world, world, self)
        if not found and not short:
            return facts, set()
        return facts, self.one_by_one(world, facts, order)

    def own_faults(self, facts: Sequence[Fact], world: Sequence[Fact]) -> set[tuple[str, str]]:
        """Say what facts are refused for by their own words, each after those before it."""
        cited, found = list(world), set()
        for fact in facts:
            codes = self.refusals(fact, cited)
            found |= {(fact.key, code) for code in codes}
            cited += [] if codes else [fact]
        return found

    def one_by_one(
        self, world: Sequence[Fact], facts: Sequence[list[Fact]], order: list[int]
    ) -> set[tuple[str, str]]:
        """Try units on what has passed, again and again until nothing more passes."""
        settled, waiting = list(world), order
        own: dict[int, set[tuple[str, str]]] = {}
        told: dict[int, set[tuple[str, str]]] = {}
        while True:
            left = []
            for n in waiting:
                faults = self.own_faults(facts[n], settled)
                codes = overdrawn(facts[n], settled)
                if not faults:
                    codes |= resting_refusals(facts[n], settled, world, self)
                short = {(facts[n][0].key, code) for code in codes}
                if faults or short:
                    if n not in own or not own[n] <= faults:
                        told[n] = faults or short
                    own[n] = faults
                    left.append(n)
                else:
                    settled += facts[n]
                    told.pop(n, None)
            if len(left) == len(waiting):
                return {refusal for refusals in told.values() for refusal in refusals}
            waiting = left

    def record(self, rows: Sequence[Words]) -> tuple[set[tuple[str, str]], list[Unit], set[str]]:
        """Predict a file: refusals, the drafts that it makes, and the keys known already."""
        fresh: list[Words] = []
        found, replayed = set(), set()
        for row in rows:
            twin = next((f.words for f in self.pending() if f.key == row["key"]), None)
            twin = twin or next((other for other in fresh if other["key"] == row["key"]), None)
            if twin is None:
                fresh.append(row)
            elif twin == row:
                replayed.add(row["key"])
            else:
                found.add((row["key"], "KEY_REUSED"))
        facts, refused = self.tried(self.pending(), [[row] for row in fresh])
        return found | refused, [self.unit(made) for made in facts if made], replayed

    def unit(self, facts: list[Fact]) -> Unit:
        """Make a unit of drafts."""
        self.drafted += 1
        return Unit(facts=facts, order=self.drafted)

    def chosen(self, keys: Iterable[str]) -> list[Unit]:
        """Find the units that hold these keys; without keys, all."""
        named = set(keys)
        return [u for u in self.waiting if not named or named & {f.key for f in u.facts}]

    def post(self, units: Sequence[Unit]) -> set[str]:
        """Post units in order of date and row, all or none; give the codes of a refusal."""
        ordered = sorted(units, key=lambda unit: (min(f.booked for f in unit.facts), unit.order))
        facts, found = self.tried(
            list(self.posted), [[fact.words for fact in unit.facts] for unit in ordered]
        )
        if not found:
            self.number(fact for unit in facts for fact in unit)
            self.waiting = [unit for unit in self.waiting if unit not in units]
        return {code for _, code in found}

    def number(self, facts: Iterable[Fact]) -> None:
        """Give each fact the next number of its month."""
        for fact in facts:
            fact.number = 1 + sum(other.period == fact.period for other in self.posted)
            self.posted.append(fact)

    def difference(self, key: str, change: Words, on: str) -> list[Words]:
        """Write the words of a difference; none where it has more and less, or nothing."""
        standing = [fact for fact in live(self.posted) if fact.key == key]
        if not standing:
            return []
        right = self.correction([key], [change], on)[-1]
        before = moves_of(standing[0].words, *LEAVES[self.fund])
        after_ = moves_of(right, *LEAVES[self.fund])
        moves = [
            (debit, credit, new - old)
            for (debit, credit, new), (*_, old) in zip(after_, before, strict=False)
            if new != old
        ]
        alike = [move[:2] for move in before] == [move[:2] for move in after_]
        if not alike or len({move[2] > 0 for move in moves}) != 1:
            return []
        name = self.numbered(f"{key}-差额")
        words = {"kind": "difference", "key": name, "date": on, "corrects": key}
        last = newest(key, self.posted)
        return [words | {"amount": right["amount"], "moves": moves, "after": last}]

    def numbered(self, key: str, *, others: Iterable[str] = ()) -> str:
        """Give a correction a key that nothing has: 拨-1-差额, then 拨-1-差额2."""
        taken = {fact.key for fact in self.pending()} | set(others)
        names = [key, *(f"{key}{n}" for n in range(2, 50))]
        return next(name for name in names if name not in taken)

    def unchanged(self, keys: Sequence[str], right: Sequence[Words]) -> bool:
        """Tell a correction that says every fact as it stands."""
        standing = {fact.key: fact for fact in live(self.posted)}
        return all(
            key in standing and change.get("amount", standing[key].amount) == standing[key].amount
            for key, change in zip(keys, right, strict=True)
        )

    def correction(self, keys: Sequence[str], right: Sequence[Words], on: str) -> list[Words]:
        """Write the words of a correction: the reds, the latest first, then the blues."""
        named = [next(fact for fact in self.posted if fact.key == key) for key in keys]
        roots = list(dict.fromkeys(root_of(fact, self.posted).key for fact in named))
        facts = [next(fact for fact in self.posted if fact.key == key) for key in roots]
        units: list[Words] = []
        for root in sorted(facts, key=lambda fact: fact.kind != "payment-return"):
            mine = [fact for fact in named if root_of(fact, self.posted) is root]
            for wrong in self.taken(root, mine, whole=bool(right)):
                key = self.numbered(f"{wrong.key}-注销", others=[u["key"] for u in units])
                units.append({"kind": "red", "key": key, "date": on, "corrects": wrong.key})
        booked = max(on, f"{self.open_from()}-01")
        standing = {fact.key: fact for fact in live(self.posted)}
        for root, change in zip(facts, right, strict=False):
            fact = standing.get(root.key, root)
            units.append(
                {
                    **fact.words,
                    "key": self.numbered(re.sub(r"-订正\d*$", "", root.key) + "-订正"),
                    "booked": booked if booked >= fact.date else "",
                    **change,
                    "corrects": root.key,
                }
            )
        return units

    def taken(self, root: Fact, named: Sequence[Fact], *, whole: bool) -> list[Fact]:
        """List what red takes back, the latest first: all of a fact, or a difference alone."""
        gone = taken_back(self.posted)
        standing = [] if root.key in gone else [root, *beside(root.key, self.posted)]
        if not whole and root not in named:
            standing = [fact for fact in standing if fact in named]
        reds = [fact for fact in named if fact.kind == "red"]
        return standing[::-1] or [(reds or named)[0]]

    def close_month(self, month: str) -> set[str]:
        """Close a month with its 期末结转, or give the codes of what stands in the way."""
        first, found = self.open_from(), set()
        if self.today <= f"{month}-{last_day(month)}":
            found.add("MONTH_RUNNING")
        if month != first:
            found.add("MONTH_CLOSED" if month < first else "EARLIER_OPEN")
        elif self.closed and self.closed[-1][5:] == "12":
            found.add("YEAR_OPEN")
        facts = [fact for unit in self.waiting for fact in unit.facts]
        begins = [f for f in facts if f.kind == "opening-balance" and not self.closed]
        if begins or any(fact.booked[:7] <= month for fact in facts):
            found.add("UNPOSTED")
        if not found:
            self.number(self.transfers(month))
            self.closed.append(month)
        return found

    def transfers(self, month: str) -> list[Fact]:
        """Close what has been spent into 结余: one voucher, none where nothing was."""
        target, *expenses = LEAVES[self.fund]
        spent = [(code, balance(self.posted, code, month)) for code in expenses]
        moves = [(target, code, amount) for code, amount in spent if amount]
        key = f"period-end/{month}/{target}/expense"
        words = {"kind": "period-end", "key": key}
        return [Fact(words, f"{month}-{last_day(month)}", month, moves)] if moves else []

    def close_year(self, year: int) -> set[str]:
        """Close a year after its December, once."""
        done = self.closed[-1] if self.closed else ""
        if done >= f"{year}-13":
            return {"YEAR_CLOSED"}
        if done != f"{year}-12":
            return {"EARLIER_OPEN"}
        self.closed.append(f"{year}-13")
        return set()
