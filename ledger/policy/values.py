"""What a profile is made of: dated values, choices with their readings, and whole layers.

Every word of a value is text as the notice writes it: `"1000000.00"`, `"1/2"`, `"12-25"`.
What it means as money, ratio or day is read where it is asked for (`ledger.policy.profile`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

#: A word, a list of words, a table (word → word), or rows of named words.
Value = str | tuple[str, ...] | Mapping[str, str] | tuple[Mapping[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyValue:
    """One dated value of a layer: what holds, from which day until which, by which clause.

    `items` names the lines of the regulations that it serves (`G-10`). Where `choice` names a
    choice, `value` is a table that says what follows from each of its readings.
    """

    name: str
    value: Value
    clause: str
    since: date
    until: date | None
    layer: str
    items: tuple[str, ...] = ()
    note: str = ""
    choice: str = ""

    def holds(self, day: date) -> bool:
        """Return whether the value is in force on a day."""
        return self.since <= day and (self.until is None or day <= self.until)

    def holds_in(self, year: int) -> bool:
        """Return whether the value is in force on any day of a year."""
        return self.since.year <= year and (self.until is None or year <= self.until.year)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A question that no rule settles, with its readings (code → 中文).

    `item` is its number among the open questions (`A-4`). A `presumed` reading holds, shown
    as 推定, until a person records one; without it the question is asked when first needed.
    """

    name: str
    item: str
    question: str
    clause: str
    readings: Mapping[str, str]
    presumed: str
    layer: str
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A reading that people recorded for a book: which, who, when and why.

    It holds from prepayment year `from_year` on (0: in every year); years before it keep what
    held `before`, which is the reading recorded last before this one.
    """

    name: str
    reading: str
    clause: str
    reason: str
    by: str
    at: str
    from_year: int = 0
    before: Chosen | None = None

    def held_in(self, year: int) -> Chosen | None:
        """Return the reading that holds for a prepayment year; None where none held yet."""
        held: Chosen | None = self
        while held is not None and held.from_year > year:
            held = held.before
        return held


def choice_ground(day: str, proposed_by: str, by: str, paper: str) -> str:
    """Word the ground of a chosen reading, as it stands where a clause would."""
    people = by if proposed_by == by else f"{proposed_by} 提出，{by} 确认"
    return f"本单位选定（{day} {people}{f'，{paper}' if paper else ''}）"


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """One layer of a profile: its title, its text with digest, its values and open questions.

    `areas` are the first digits of the codes of the areas that it is for, () for any.
    """

    name: str
    title: str
    document: str
    parent: str
    digest: str
    text: str
    values: Mapping[str, tuple[PolicyValue, ...]]
    choices: Mapping[str, Choice]
    areas: tuple[str, ...] = ()

    def names(self, name: str) -> bool:
        """Return whether this layer says anything about a name."""
        return name in self.values or name in self.choices
