"""政策方案: what the layers of a profile and the recorded choices say on a day.

A later layer overrides an earlier one (national → province → city → county). For each name the
lowest layer that speaks of it decides: by a value in force, or by a choice. What no rule
settles is a choice; a person records which reading holds.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.errors import Refused, refuse
from ledger.basis.money import parse_fen
from ledger.policy.parameters import PARAMETERS
from ledger.policy.values import Choice, Chosen, Layer, PolicyValue, Value

if TYPE_CHECKING:
    from collections.abc import Iterator

FULL_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The adopted layers of a book, the most general first, and the readings chosen for it."""

    layers: tuple[Layer, ...]
    chosen: Mapping[str, Chosen]
    _rules: dict[tuple[date, int], Rules] = field(default_factory=dict, repr=False, compare=False)

    def on(self, day: date, year: int = 0) -> Rules:
        """Return the values in force on a day, worked out once.

        `year` is the prepayment year whose money is judged, the day's own where none is named:
        a recorded reading holds from its first prepayment year on, and an older year's money
        keeps the reading that held for it, however late it moves.
        """
        asked = (day, year or day.year)
        if asked not in self._rules:
            self._rules[asked] = Rules(policy=self, day_asked=day, year_asked=asked[1])
        return self._rules[asked]

    def choices(self) -> dict[str, Choice]:
        """Return every choice of the layers, by name; a lower layer's words win."""
        return {name: choice for layer in self.layers for name, choice in layer.choices.items()}

    def names(self) -> tuple[str, ...]:
        """Name everything the layers speak of: in the order of the table, then the choices."""
        said = {name for layer in self.layers for name in (*layer.values, *layer.choices)}
        known = [name for name in PARAMETERS if name in said]
        return (*known, *sorted(said - set(known)))

    def chosen_in(self, choice: Choice, year: int) -> Chosen | None:
        """Return what was recorded of a choice for a prepayment year.

        A recorded reading that the layer no longer offers counts as none.
        """
        newest = self.chosen.get(choice.name)
        held = newest.held_in(year) if newest is not None else None
        return held if held is not None and held.reading in choice.readings else None

    def state(self, choice: Choice, year: int) -> str:
        """Say how a choice stands for a prepayment year: chosen, presumed, or open."""
        if self.chosen_in(choice, year) is not None:
            return "chosen"
        return "presumed" if choice.presumed else "open"

    def readings_in(self, year: int) -> tuple[tuple[str, str], ...]:
        """List the recorded readings that hold for a prepayment year, by name."""
        held = ((name, one.held_in(year)) for name, one in sorted(self.chosen.items()))
        return tuple((name, one.reading) for name, one in held if one is not None)

    def versions(self) -> tuple[str, ...]:
        """Name each layer with the beginning of its digest, as a calculation sheet keeps them."""
        return tuple(f"{layer.name}@{layer.digest[:12]}" for layer in self.layers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The values in force on one day, each read in its own shape.

    A value that waits for a choice raises Refused (CHOICE_MISSING) with the readings and the
    command; a value that the profile does not have raises Refused (VALUE_MISSING), unless the
    table of parameters lets it be absent: then lists are empty, flags are off, counts are 0.
    A recorded choice goes by the prepayment year asked about, not by the day: it is taken on
    every day of it, however early.
    """

    policy: Policy
    day_asked: date
    year_asked: int
    #: What was read before: a file of thousands of rows asks for the same few values.
    _read: dict[str | tuple[str, int], Value | None] = field(
        default_factory=dict, repr=False, compare=False
    )

    def text(self, name: str) -> str:
        """Return a value that is one word."""
        value = self._value(name)
        if value is None:
            raise no_value(name)
        assert isinstance(value, str), name
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a value that is a list of words."""
        value = self._value(name)
        words = () if value is None else value
        assert isinstance(words, tuple), name
        return tuple(word for word in words if isinstance(word, str))

    def flag(self, name: str) -> bool:
        """Return a value that is yes or no."""
        return self._value(name) == "yes"

    def whole(self, name: str) -> int:
        """Return a value that is a whole number."""
        value = self._value(name)
        return 0 if value is None else int(str(value))

    def fen(self, name: str) -> int:
        """Return a value that is money."""
        return parse_fen(self.text(name))

    def ratio(self, name: str) -> Fraction:
        """Return a value that is a ratio, exactly: 1/2."""
        return Fraction(self.text(name))

    def day(self, name: str, year: int) -> date:
        """Return a deadline of a prepayment year, whatever day the rules are asked on.

        Deadlines belong to the prepayment year: 海南's 2025 deadline is 30 September 2025 even
        when somebody asks in 2027. So the entry is the one in force at the end of that year,
        or the last that was in force in it. A month-day (`12-25`) falls in that year; a full
        date stands for itself.
        """
        if (name, year) not in self._read:
            found = self.policy_value(name, year=year)
            self._read[name, year] = self._reading(name, found, year)
        value = self._read[name, year]
        if value is None:
            raise no_value(name)
        assert isinstance(value, str), name
        return date.fromisoformat(value if len(value) == 10 else f"{year:04d}-{value}")

    def day_choice(self, name: str, year: int) -> str:
        """Name the choice that a deadline of a year follows from; "" for a plain value."""
        choice = self.leans_on(self.policy_value(name, year=year))
        return "" if choice is None else choice.name

    def table(self, name: str) -> Mapping[str, str]:
        """Return a value that is a table: word → word."""
        value = self._value(name)
        table = NOTHING if value is None else value
        assert not isinstance(table, str | tuple), name
        return table

    def rows(self, name: str) -> tuple[Mapping[str, str], ...]:
        """Return a value that is a list of rows."""
        value = self._value(name)
        rows = () if value is None else value
        assert isinstance(rows, tuple), name
        return tuple(row for row in rows if not isinstance(row, str))

    def clause(self, name: str) -> str:
        """Return the clause that a value rests on; an open choice gives the question's own."""
        found = self.decides(name)
        return "" if found is None else found.clause

    def has(self, name: str) -> bool:
        """Return whether the profile has a value for a name, one presumed or chosen included."""
        try:
            return self._value(name) is not None
        except Refused:
            return False

    def decides(self, name: str) -> PolicyValue | Choice | None:
        """Return what decides about a name on the day: a dated value, or a choice."""
        parameter = PARAMETERS.get(name)
        deadline = parameter is not None and parameter.shape == "day"
        return self.policy_value(name, year=self.day_asked.year if deadline else 0)

    def judges(self, year: int) -> date | None:
        """The deadline by which being late in a prepayment year is judged; None where none is.

        A year for which the notice set no day of its own, or whose money was due before any
        entry on lateness was in force (甘肃·六: 既往政策), is not judged. An entry that is newer
        than the deadline changes what follows, not whether that year was due.
        """
        if self.policy_value("return_deadline", year=year) is None:
            return None
        deadline = self.day("return_deadline", year)
        return deadline if deadline.year == year and self.held("late_factor", deadline) else None

    def held(self, name: str, day: date) -> bool:
        """Return whether any entry of a name, of whichever layer, held on a day; a choice does."""
        return name in self.policy.choices() or any(
            value.holds(day) for layer in self.policy.layers for value in layer.values.get(name, ())
        )

    def leans_on(self, found: PolicyValue | Choice | None) -> Choice | None:
        """Return the choice behind what decides; None where it is a plain value."""
        if isinstance(found, PolicyValue):
            return self.policy.choices()[found.choice] if found.choice else None
        return found

    def above(self, layer: str) -> Rules:
        """Return the rules as the layers above one leave them."""
        names = [one.name for one in self.policy.layers]
        upper = self.policy.layers[: names.index(layer)]
        return Rules(
            policy=Policy(layers=upper, chosen=self.policy.chosen),
            day_asked=self.day_asked,
            year_asked=self.year_asked,
        )

    def presumes(self, name: str) -> bool:
        """Return whether a value rests on a reading that is presumed and not yet confirmed."""
        choice = self.leans_on(self.decides(name))
        return choice is not None and self.policy.state(choice, self.year_asked) == "presumed"

    def insist(self, name: str) -> None:
        """Raise Refused, with the readings, where a value rests on a presumed one.

        For a presumption on which money hangs: there a person has to choose.
        """
        choice = self.leans_on(self.decides(name))
        if choice is not None and self.presumes(name):
            raise open_question(choice)

    def standing(self, name: str) -> Value | None:
        """Return a value in whatever shape it has; None where the profile has none."""
        return self._value(name)

    def policy_value(self, name: str, *, year: int = 0) -> PolicyValue | Choice | None:
        """Find what the lowest layer that speaks of a name says: a dated value, or a choice.

        Where no entry holds yet on the day, the earliest of all is taken: an office may look
        back to before the notice.
        """
        entries: list[PolicyValue] = []
        for layer in reversed(self.policy.layers):
            if name in layer.choices:
                return layer.choices[name]
            own = layer.values.get(name, ())
            held = [value for value in own if self.holds(value, year)]
            if held:
                return held[-1]
            entries += own
        return self.earliest(entries, year)

    def earliest(self, entries: Sequence[PolicyValue], year: int) -> PolicyValue | None:
        """Return the earliest entry where all of them began after a year, or with 0 the day asked.

        A full date is the deadline of its own year, and says nothing of the years before it.
        """
        speaking = [value for value in entries if not (year and names_full_date(value))]
        first = min(speaking, key=lambda value: value.since, default=None)
        if first is None:
            return None
        early = year < first.since.year if year else self.day_asked < first.since
        return first if early else None

    def holds(self, value: PolicyValue, year: int) -> bool:
        """Return whether a value holds in a year, or with 0 on the day asked."""
        return value.holds_in(year) if year else value.holds(self.day_asked)

    def _value(self, name: str) -> Value | None:
        assert name in PARAMETERS or name in self.policy.choices(), f"no parameter {name}"
        if name not in self._read:
            self._read[name] = self._reading(name, self.decides(name), self.year_asked)
        return self._read[name]

    def _reading(self, name: str, found: PolicyValue | Choice | None, year: int) -> Value | None:
        """Read what was found: a value as it stands, a choice by its reading."""
        if found is None:
            if name in PARAMETERS and PARAMETERS[name].optional:
                return None
            raise no_value(name)
        if isinstance(found, Choice):
            return self.reading(found, year)
        if not found.choice:
            return found.value
        assert not isinstance(found.value, str | tuple), name
        return found.value[self.reading(self.policy.choices()[found.choice], year)]

    def reading(self, choice: Choice, year: int) -> str:
        """Return the reading that holds for a prepayment year: the one recorded, else presumed."""
        chosen = self.policy.chosen_in(choice, year)
        if chosen is not None:
            return chosen.reading
        if not choice.presumed:
            raise open_question(choice)
        return choice.presumed

    def open_choices(self, *names: str) -> Iterator[Choice]:
        """Name the choices among these names that still wait for a person."""
        for name in names:
            choice = self.leans_on(self.decides(name))
            if choice is not None and self.policy.state(choice, self.year_asked) == "open":
                yield choice

    def ask(self, *names: str) -> None:
        """Raise Refused with every choice among these names that is missing, all at once."""
        waiting = {choice.name: choice for choice in self.open_choices(*names)}
        if waiting:
            asked = [open_question(choice) for choice in waiting.values()]
            raise Refused([finding for one in asked for finding in one.findings])


def names_full_date(found: PolicyValue) -> bool:
    """Return whether a value, or what follows from any reading of it, is a full date."""
    words = found.value.values() if isinstance(found.value, Mapping) else (found.value,)
    return any(isinstance(word, str) and FULL_DATE.fullmatch(word) for word in words)


def open_question(choice: Choice) -> Refused:
    """Refuse until a person has chosen, listing the readings and the command."""
    readings = "；".join(f"{code} = {text}" for code, text in choice.readings.items())
    return refuse(
        "CHOICE_MISSING",
        f"尚未选定：{choice.question}。可选：{readings}",
        f"由会计主管选定：prepay policy choose {choice.name} {next(iter(choice.readings))}"
        " --reason 理由",
        clause=choice.clause,
    )


def no_value(name: str) -> Refused:
    """Refuse where the profile says nothing of what the notices must settle."""
    title = PARAMETERS[name].title if name in PARAMETERS else name
    return refuse(
        "VALUE_MISSING",
        f"政策方案没有规定“{title}”（{name}）",
        f"在方案文件里补上 {name}，写明条款和生效日期，再 prepay policy adopt --reason 理由",
    )
