"""口径: the rules that 核定 reads, and the collecting of every question that is still open.

A question that a person must settle does not end the calculation: it goes on under each
reading, so that whatever else would be asked is asked in the same refusal.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from ledger.basis.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date
    from fractions import Fraction

    from ledger.basis.errors import Finding

Result = TypeVar("Result")

#: What is supposed, so as to go on, where a choice is open. More readings than one stand
#: here only where the reading decides what else is asked.
SUPPOSED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "base_years": ("1", "2", "3"),
        "payers_paid": ("measure", "own_share"),
        "floor": ("none",),
        "late_scope": ("all",),
        "late_bars": ("every",),
        "successor_sanction": ("follows", "stays"),
    }
)

#: What is presumed until a person chooses, though no notice says it, with its other readings: the
#: first is what is presumed. Asked only where the readings come to different money (`weighing`).
WEIGHED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "months_formula": ("prior_year_expenditure", "forecast_expenditure"),
        "excepted_fund": ("compared", "apart"),
        "short_history": ("settled", "asked"),
        "floor_of_zero": ("none", "tiers"),
        "adjustment_order": ("before_floor", "after_floor"),
        "application_window": ("fifteenth", "tenth"),
        "old_default": ("next_year", "until_returned"),
        "undertaking_age": ("any", "twelve_months"),
        "paid_after_deadline": ("not_late", "late"),
    }
)


class AssessmentRules(Protocol):
    """The values in force on a day, as far as 核定 reads them (`ledger.policy`)."""

    def text(self, name: str) -> str:
        """Return a value that is one word; raises Refused where a choice is open."""

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a value that is a list of words."""

    def flag(self, name: str) -> bool:
        """Return a value that is yes or no."""

    def whole(self, name: str) -> int:
        """Return a value that is a whole number."""

    def fen(self, name: str) -> int:
        """Return a value that is money."""

    def ratio(self, name: str) -> Fraction:
        """Return a value that is a ratio."""

    def day(self, name: str, year: int) -> date:
        """Return the day of a year that a value names."""

    def day_choice(self, name: str, year: int) -> str:
        """Name the choice that a day of a year follows from; "" where it is a plain value."""

    def table(self, name: str) -> Mapping[str, str]:
        """Return a value that is a table of words."""

    def rows(self, name: str) -> tuple[Mapping[str, str], ...]:
        """Return a value that is a list of rows."""

    def clause(self, name: str) -> str:
        """Return the clause that a value rests on."""

    def has(self, name: str) -> bool:
        """Return whether a name has a value now."""

    def presumes(self, name: str) -> bool:
        """Return whether a value rests on a presumed reading that nobody has confirmed."""

    def insist(self, name: str) -> None:
        """Raise Refused, with the readings, where a value rests on a presumed one."""


class Unsettled(Refused):
    """A choice is open: its name, beside the finding that lists its readings."""

    def __init__(self, name: str, findings: Iterable[Finding]) -> None:
        self.name = name
        super().__init__(findings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """Rules that tell which choice is open, and that may suppose a reading of it.

    A sheet asks the same few dozen names for each of thousands of lines, so what was read
    once is kept in `read`; what is only supposed is not. `leaned` names the presumptions that a
    piece of work has leaned on.
    """

    rules: AssessmentRules
    supposed: Mapping[str, str] = field(default_factory=dict)
    read: dict[tuple[str, str], Any] = field(default_factory=dict, repr=False, compare=False)
    leaned: dict[str, None] = field(default_factory=dict, repr=False, compare=False)

    def text(self, name: str) -> str:
        """Return a word, the supposed one first."""
        if name in self.supposed:
            return self.supposed[name]
        if name in WEIGHED and self.presumes(name):
            self.leaned[name] = None
        return self._settled("text", name, self.rules.text)

    def supposing(self, name: str, reading: str) -> Asking:
        """Return these rules with one more reading supposed."""
        return replace(self, supposed={**self.supposed, name: reading})

    def whole(self, name: str) -> int:
        """Return a whole number, the supposed one first."""
        if name in self.supposed:
            return int(self.supposed[name])
        return self._settled("whole", name, self.rules.whole)

    def clause(self, name: str) -> str:
        """Return the clause that a value rests on."""
        return self._once("clause", name, self.rules.clause)

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a list of words."""
        return self._once("texts", name, self.rules.texts)

    def flag(self, name: str) -> bool:
        """Give yes or no."""
        return self._once("flag", name, self.rules.flag)

    def fen(self, name: str) -> int:
        """Give money."""
        return self._once("fen", name, self.rules.fen)

    def ratio(self, name: str) -> Fraction:
        """Return a ratio."""
        return self._once("ratio", name, self.rules.ratio)

    def day(self, name: str, year: int) -> date:
        """Return a day of a year."""
        return self._once(f"day of {year}", name, lambda one: self.rules.day(one, year))

    def day_choice(self, name: str, year: int) -> str:
        """Name the choice that a day of a year follows from."""
        return self._once(f"choice of {year}", name, lambda one: self.rules.day_choice(one, year))

    def table(self, name: str) -> Mapping[str, str]:
        """Return a table."""
        return self._once("table", name, self.rules.table)

    def rows(self, name: str) -> tuple[Mapping[str, str], ...]:
        """Give rows."""
        return self._once("rows", name, self.rules.rows)

    def has(self, name: str) -> bool:
        """Return whether a name has a value now."""
        return self._once("has", name, self.rules.has)

    def presumes(self, name: str) -> bool:
        """Return whether a value rests on a presumed reading."""
        return self._once("presumes", name, self.rules.presumes)

    def insist(self, name: str) -> None:
        """Raise Unsettled where a value rests on a presumed reading."""
        try:
            self.rules.insist(name)
        except Refused as refusal:
            raise Unsettled(name, refusal.findings) from None

    def _once(self, shape: str, name: str, read: Callable[[str], Result]) -> Result:
        key = (shape, name)
        if key not in self.read:
            self.read[key] = read(name)
        return self.read[key]  # type: ignore[no-any-return]

    def _settled(self, shape: str, name: str, read: Callable[[str], Result]) -> Result:
        try:
            return self._once(shape, name, read)
        except Refused as refusal:
            raise Unsettled(name, refusal.findings) from None


def unconfirmed(rules: AssessmentRules, *names: str) -> str:
    """Word, for a remark, that a reading is presumed; nothing where a person has chosen."""
    return "（推定，尚未确认）" if any(rules.presumes(name) for name in names) else ""


def worked(
    work: Callable[[AssessmentRules], Result], asking: Asking, found: dict[Finding, None]
) -> Result | None:
    """Do a piece of work; every refusal on the way goes into `found`, in order, once.

    None where it cannot be done yet: some choice is open, or a figure cannot be used.
    """
    try:
        return work(asking)
    except Unsettled as question:
        found.update(dict.fromkeys(question.findings))
        for reading in SUPPOSED.get(question.name, ()):
            worked(work, asking.supposing(question.name, reading), found)
    except Refused as refusal:
        found.update(dict.fromkeys(refusal.findings))
    return None
