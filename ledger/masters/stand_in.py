"""代理: who holds roles of another, on which days, and which steps were taken so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

#: A step that was taken: its name, the role that it asks for, who took it, when.
Step = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class StandIn:
    """代理: somebody holds another's roles for named days, by a paper; it ends by itself.

    `ended` is the moment of a 交接 that ended it before its time.
    """

    name: str
    instead_of: str
    roles: tuple[str, ...]
    since: str
    until: str
    paper: str
    position: int
    ended: str = ""

    def holds(self, day: date) -> bool:
        """Tell whether it holds on a day, as things are now."""
        return not self.ended and self.since <= day.isoformat() <= self.until

    def held(self, moment: str) -> bool:
        """Tell whether it held at a moment, now or before."""
        on_a_day = self.since <= moment[:10] <= self.until
        return on_a_day and (not self.ended or moment < self.ended)


def called(name: str, *, stood: bool) -> str:
    """Name somebody; 代 after the name of who acted by 代理."""
    return f"{name}（代）" if stood else name


def is_stood(stand_ins: Iterable[StandIn], name: str, role: str, moment: str) -> bool:
    """Tell whether somebody held a role at a moment by 代理."""
    return any(one.name == name and role in one.roles and one.held(moment) for one in stand_ins)


def steps_stood(stand_ins: Sequence[StandIn], steps: Iterable[Step]) -> frozenset[str]:
    """Name the steps that were taken by 代理."""
    if not stand_ins:
        return frozenset()
    return frozenset(step for step, role, name, at in steps if is_stood(stand_ins, name, role, at))
