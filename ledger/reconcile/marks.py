"""What was said of statement lines: a match or 本账之外, and how it stands after every verdict."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.reconcile.adjustment import Group

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

#: How a match stands (its state), in Chinese.
STATES: Mapping[str, str] = MappingProxyType(
    {
        "matched": "已勾对",
        "proposed": "待确认",
        "pending": "待第二人审核",
        "outside": "本账之外",
        "undone": "已撤销",
        "lapsed": "已失效",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """One word said of a match: confirmed, approved, undone or lapsed; by whom, when, and why."""

    verdict: str
    by: str
    at: str
    reason: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A match or a line set apart as it is stored, with its members and every verdict since."""

    id: str
    number: int
    account: str
    kind: str
    rule: str
    why: str
    sure: bool
    matched_by: str
    matched_at: str
    digest: str
    lines: tuple[str, ...]
    units: tuple[str, ...]
    verdicts: tuple[Verdict, ...]

    def said(self, word: str) -> Verdict | None:
        """Return the verdict of a kind, if it was spoken."""
        return next((verdict for verdict in self.verdicts if verdict.verdict == word), None)

    @property
    def state(self) -> str:
        """Return how it stands."""
        for ended in ("undone", "lapsed"):
            if self.said(ended):
                return ended
        if self.kind == "outside":
            return "outside" if self.said("approved") else "pending"
        return "matched" if self.sure or self.said("confirmed") else "proposed"

    @property
    def in_force(self) -> bool:
        """Return whether it counts."""
        return self.state in ("matched", "outside")

    def members(self) -> frozenset[tuple[str, str]]:
        """Name its lines and facts."""
        lines = {("line", id_) for id_ in self.lines}
        return frozenset(lines | {("unit", id_) for id_ in self.units})


def groups_of(marks: Iterable[Mark]) -> list[Group]:
    """Take the marks in force as groups of the 余额调节表."""
    return [
        Group(
            number=mark.number, kind=mark.kind, rule=mark.rule, lines=mark.lines, units=mark.units
        )
        for mark in marks
        if mark.in_force
    ]


def settled_members(marks: Iterable[Mark]) -> tuple[set[str], set[str]]:
    """Name the lines and the facts that no run of matching may touch: in force, or pending."""
    lines: set[str] = set()
    units: set[str] = set()
    for mark in marks:
        if mark.in_force or mark.state == "pending":
            lines.update(mark.lines)
            units.update(mark.units)
    return lines, units
