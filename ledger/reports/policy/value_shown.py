"""One value of the policy on a day: what it says, where it comes from, and who chose it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ledger.basis.errors import Refused
from ledger.policy.parameters import FOR_PEOPLE, PARAMETERS
from ledger.policy.values import Choice

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from ledger.policy.profile import Rules
    from ledger.policy.values import PolicyValue, Value


FLAGS = {"yes": "是", "no": "否"}
READ_BY_PEOPLE = "“供查阅”的取值只给人看：改动它，程序的计算和拒绝都不变"
STATES = {"value": "", "chosen": "已选", "presumed": "推定，尚未确认", "open": "待选"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueShown:
    """One name as it stands on a day, and everything that a reader asks of it."""

    name: str
    title: str
    raw: Value | None
    value: str
    clause: str
    layer: str
    since: date | None
    until: date | None
    over: str
    over_layer: str
    state: str
    by: str
    at: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceStanding:
    """How the choice behind a value stands, and who made it when; empty where nobody did."""

    state: str
    clause: str = ""
    by: str = ""
    at: str = ""
    reason: str = ""


def tree_of(row: ValueShown) -> dict[str, object]:
    """Write one name for machines."""
    return {
        "name": row.name,
        "title": row.title,
        "value": plain(row.raw),
        "text": row.value,
        "clause": row.clause,
        "layer": row.layer,
        "since": iso_or_none(row.since),
        "until": iso_or_none(row.until),
        "overrides": {"layer": row.over_layer, "value": row.over} if row.over_layer else None,
        "state": row.state,
        "for_people": row.name in FOR_PEOPLE,
        "by": row.by or None,
        "at": row.at or None,
        "reason": row.reason or None,
    }


def iso_or_none(day: date | None) -> str | None:
    """Write a day for machines."""
    return None if day is None else day.isoformat()


def shown(rules: Rules, name: str) -> ValueShown:
    """Work out how one name stands on a day."""
    found = rules.decides(name)
    over, over_layer = overridden(rules, name, found)
    standing = choice_standing(rules, rules.leans_on(found))
    since, until = span_of(found)
    return ValueShown(
        name=name,
        title=title_of(name, found),
        raw=rules.standing(name) if standing.state != "open" else None,
        value=reads_as(rules, name, found),
        clause=standing.clause or (found.clause if found else ""),
        layer=found.layer if found else "",
        since=since,
        until=until,
        over=over,
        over_layer=over_layer,
        state=standing.state,
        by=standing.by,
        at=standing.at,
        reason=standing.reason,
    )


def choice_standing(rules: Rules, choice: Choice | None) -> ChoiceStanding:
    """Return how the choice that a value leans on stands; of a plain value that it is one."""
    if choice is None:
        return ChoiceStanding(state="value")
    state = rules.policy.state(choice, rules.year_asked)
    picked = rules.policy.chosen_in(choice, rules.year_asked)
    if picked is None:
        return ChoiceStanding(state=state)
    return ChoiceStanding(
        state=state,
        clause=picked.clause,
        by=picked.by,
        at=picked.at[:19],
        reason=picked.reason,
    )


def span_of(found: PolicyValue | Choice | None) -> tuple[date | None, date | None]:
    """Return from when to when a value holds; None where nothing says so."""
    if found is None or isinstance(found, Choice):
        return None, None
    return found.since, found.until


def title_of(name: str, found: PolicyValue | Choice | None) -> str:
    """Name a parameter in Chinese; a choice that is none by its question."""
    if name in PARAMETERS:
        return PARAMETERS[name].title
    return found.question.partition("（")[0] if isinstance(found, Choice) else name


def reads_as(rules: Rules, name: str, found: PolicyValue | Choice | None) -> str:
    """Write what holds, codes with their Chinese; what waits, by its readings."""
    try:
        value = rules.standing(name)
    except Refused:
        choice = rules.leans_on(found)
        return " / ".join(choice.readings) if choice else ""
    if isinstance(found, Choice):
        return found.readings[str(value)]
    return worded(name, value)


def worded(name: str, value: Value | None) -> str:
    """Write a value with the Chinese of its codes."""
    if value is None:
        return ""
    words, shape = PARAMETERS[name].words, PARAMETERS[name].shape
    if shape == "flag":
        return FLAGS[str(value)]
    if shape == "rows":
        assert isinstance(value, tuple)
        return f"{len(value)} 行，见 prepay policy show {name}"
    return worded_codes(words, value)


def worded_codes(words: Mapping[str, str], value: Value) -> str:
    """Write one code, several, or a table of them in Chinese."""
    if isinstance(value, str):
        return worded_code(words, value)
    if isinstance(value, tuple):
        return "、".join(worded_code(words, str(word)) for word in value)
    return "、".join(f"{words.get(key, key)} {cell}" for key, cell in value.items())


def worded_code(words: Mapping[str, str], code: str) -> str:
    """Write a code in Chinese; an account keeps its number."""
    return f"{code} {words[code]}" if code.isdigit() and code in words else words.get(code, code)


def plain(value: Value | None) -> object:
    """Write a value for machines, in its own shape."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return [part if isinstance(part, str) else dict(part) for part in value]
    return dict(value)


def overridden(rules: Rules, name: str, found: PolicyValue | Choice | None) -> tuple[str, str]:
    """Return what the layers above would have said, and which of them."""
    if found is None:
        return "", ""
    above = rules.above(found.layer)
    before = above.decides(name)
    if before is None:
        return "", ""
    return reads_as(above, name, before), before.layer


def alerts_of(changed: Sequence[str]) -> tuple[str, ...]:
    """Say that a layer's file is no longer what the book adopted."""
    if not changed:
        return ()
    names = "、".join(f"{name}.yaml" for name in changed)
    return (f"方案文件与采用的不一致：{names}；采用之前不能记账和核定（prepay policy adopt）",)
