"""What a 登记事项 says, in words for people: each of its own words with its heading."""

from __future__ import annotations

import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.money import grouped
from ledger.basis.terms import (
    ACKNOWLEDGED,
    CONFIRMATIONS,
    EVALUATIONS,
    GATE_VERDICTS,
    RECALL_TRIGGERS,
    SWITCHES,
    YES_NO,
)
from ledger.events.kinds import spelled
from ledger.events.registers.adjustment import SCOPES
from ledger.events.registers.sanction import CAUSES
from ledger.reports.letters.letters import told_sums, told_transit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ledger.events.base import Event

#: Words that have a place of their own wherever a 登记事项 is shown.
PLACED = (
    "after",
    "original",
    "date",
    "booked",
    "hospital",
    "year",
    "papers",
    "corrects",
    "irregular",
)
#: How a 核定 was worked out: a page of its own.
WORKINGS = ("steps", "layers")
VOCABULARIES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "trigger": RECALL_TRIGGERS,
        "switch": SWITCHES,
        "verdict": GATE_VERDICTS,
        "cause": CAUSES,
        "scope": SCOPES,
        "answer": CONFIRMATIONS,
        "finding": ACKNOWLEDGED,
    }
)


#: Words of a 对账函 that are kept as codes and figures.
LETTERED: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {"sums": told_sums, "transits": told_transit}
)


def register_words(event: Event, *, brief: bool = False) -> tuple[tuple[str, str], ...]:
    """List what a 登记事项 says beside date, hospital and year: heading and text.

    A `brief` list leaves out how a 核定 was worked out; `assess show` has it in full.
    """
    assessed = event.KIND == "assessment"
    found = []
    for attribute, spec in spelled(event.KIND).items():
        value = getattr(event, attribute)
        # Zero is an answer of a 核定; elsewhere it is a word that nobody wrote.
        nothing = value in ("", (), None, 0) and not (assessed and attribute.endswith("_fen"))
        if attribute not in PLACED and not nothing and not (brief and attribute in WORKINGS):
            found.append((spec.label, in_chinese(attribute, value)))
    return tuple(found)


def in_chinese(attribute: str, value: object) -> str:
    """Write one word of a 登记事项 for people."""
    if attribute in VOCABULARIES:
        return VOCABULARIES[attribute][str(value)]
    if attribute == "evaluations" and isinstance(value, tuple):
        pairs = [str(item).split(":") for item in value]
        return "；".join(f"{year}年{EVALUATIONS[result]}" for year, result in pairs)
    if isinstance(value, bool):
        return YES_NO["yes" if value else "no"]
    if isinstance(value, int) and attribute.endswith("_fen"):
        return grouped(value)
    if isinstance(value, tuple):
        return "；".join(LETTERED.get(attribute, str)(str(item)) for item in value)
    return value.isoformat() if isinstance(value, datetime.date) else str(value)


def in_short(event: Event) -> str:
    """Say in a line what a 登记事项 says."""
    return "；".join(f"{label}：{text}" for label, text in register_words(event, brief=True))
