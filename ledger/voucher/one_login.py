"""同一登录: facts whose two people acted from one login of one machine, as the log tells it.

It proves nothing by itself: two people may share a computer. It is what to look at where one
person may know two passwords.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

#: Under which name a line of the log keeps the login and the machine.
STATION = "station"
SHOWN_MOST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class OneLogin:
    """Facts that two people prepared and approved from one login: the people, where, the keys."""

    prepared_by: str
    approved_by: str
    station: str
    keys: tuple[str, ...]

    def told(self) -> str:
        """Say it in a line, with the first of the facts."""
        shown = "、".join(self.keys[:SHOWN_MOST]) + " 等" * (len(self.keys) > SHOWN_MOST)
        return (
            f"{len(self.keys)} 件由{self.prepared_by}制单、{self.approved_by}审核，"
            f"都出自 {self.station}（{shown}）"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Stations:
    """Where people acted, by name: the moments of their lines in order, and each line's content."""

    moments: Mapping[str, list[str]]
    contents: Mapping[str, list[str]]

    def of(self, name: str, at: str) -> str:
        """Return where somebody acted at a moment: their first line from then on says it.

        The line is written in the transaction of the act, at its moment or just after; a line
        that does not say where, as of an earlier release, leaves it unknown.
        """
        place = bisect_left(self.moments.get(name, []), at)
        if place == len(self.moments.get(name, [])):
            return ""
        return str(json.loads(self.contents[name][place]).get(STATION, ""))


def stations_of(lines: Iterable[Mapping[str, Any]]) -> Stations:
    """Read from a book's log, in order, where everybody acted; a refusal is no act."""
    moments: dict[str, list[str]] = {}
    contents: dict[str, list[str]] = {}
    for line in lines:
        if line["action"] != "refused":
            moments.setdefault(line["operator"], []).append(line["at"])
            contents.setdefault(line["operator"], []).append(line["content"])
    return Stations(moments=moments, contents=contents)


def from_one_login(
    facts: Iterable[Mapping[str, Any]], lines: Iterable[Mapping[str, Any]]
) -> list[OneLogin]:
    """List the facts of a book whose two people acted from one login, by people and login."""
    stations = stations_of(lines)
    found: dict[tuple[str, str, str], list[str]] = {}
    for fact in facts:
        prepared = stations.of(fact["prepared_by"], fact["prepared_at"])
        approved = stations.of(fact["approved_by"], fact["approved_at"])
        if prepared and prepared == approved:
            people = (fact["prepared_by"], fact["approved_by"], prepared)
            found.setdefault(people, []).append(fact["key"])
    return [
        OneLogin(prepared_by=preparer, approved_by=approver, station=station, keys=tuple(keys))
        for (preparer, approver, station), keys in sorted(found.items())
    ]
