"""What a 登记事项 says, in words for people: each of its own words with its heading."""

from __future__ import annotations

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


def register_words(event: Event, *, brief: bool = False) -> tuple[tuple[str, str], ...]:
    """List what a 登记事项 says beside date, hospital and year: heading and text.

    A `brief` list leaves out how a 核定 was worked out; `assess show` has it in full.
    """
    left_out = (*PLACED, *WORKINGS) if brief else PLACED
    return tuple(
        (spec.label, in_chinese(attribute, getattr(event, attribute)))
        for attribute, spec in spelled(event.KIND).items()
        if attribute not in left_out and is_said(event, attribute)
    )


def is_said(event: Event, attribute: str) -> bool:
    """Return whether somebody wrote a word; zero is an answer of a 核定, elsewhere no word."""
    if event.KIND == "assessment" and attribute.endswith("_fen"):
        return True
    return getattr(event, attribute) not in ("", (), None, 0)


def in_chinese(attribute: str, value: object) -> str:
    """Write one word of a 登记事项 for people."""
    if attribute in VOCABULARIES:
        return VOCABULARIES[attribute][str(value)]
    if isinstance(value, tuple):
        told = ITEMS_TOLD.get(attribute, str)
        return "；".join(told(str(item)) for item in value)
    if isinstance(value, bool):
        return YES_NO["yes" if value else "no"]
    return grouped(value) if attribute.endswith("_fen") and isinstance(value, int) else str(value)


def told_evaluation(text: str) -> str:
    """Tell the result of a year's 考核 as the event keeps it, for people."""
    year, result = text.split(":")
    return f"{year}年{EVALUATIONS[result]}"


def in_short(event: Event) -> str:
    """Say in a line what a 登记事项 says."""
    return "；".join(f"{label}：{text}" for label, text in register_words(event, brief=True))


#: Words that are lists, kept as codes and figures: how each item is told.
ITEMS_TOLD: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {"sums": told_sums, "transits": told_transit, "evaluations": told_evaluation}
)
