"""One value of the policy: what every layer says of it, its readings, and who chose what."""

from __future__ import annotations

from datetime import date
from itertools import chain, repeat
from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.errors import unclear
from ledger.formats.report import Column, Report, book_line, named_row
from ledger.policy.compared import value_text
from ledger.policy.parameters import FOR_PEOPLE, PARAMETERS
from ledger.reports.policy.value_shown import (
    READ_BY_PEOPLE,
    STATES,
    ValueShown,
    alerts_of,
    shown,
    tree_of,
    worded,
)
from ledger.workflow.policy.policy_told import choice_note, history, proposal_note

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ledger.masters.book import Book
    from ledger.policy.profile import Policy, Rules
    from ledger.policy.values import Choice, PolicyValue, Value
    from ledger.store.policy import Proposal

STORY_COLUMNS = MappingProxyType(
    {
        "layer": Column(heading="层"),
        "value": Column(heading="取值", wraps=20),
        "clause": Column(heading="条款", wraps=10),
        "since": Column(heading="自"),
        "until": Column(heading="至"),
        "items": Column(heading="条目", wraps=8, spare=True),
        "note": Column(heading="说明", wraps=16),
    }
)


#: One line of a value's story, by column.
StoryLine = dict[str, "str | date | None"]


def story(
    book: Book, rules: Rules, name: str, changed: Sequence[str], proposal: Proposal | None
) -> Report:
    """One value's whole story: every layer's entries, its readings, who chose what."""
    policy, day = rules.policy, rules.day_asked
    refuse_unknown(book, policy, name)
    row = shown(rules, name)
    choice = rules.leans_on(rules.decides(name))
    lines = [line for layer in policy.layers for line in layer_lines(rules, layer.name, name)]
    return Report(
        title=f"政策取值 {row.title}（{name}）",
        subtitle=(book_line(book), f"政策方案 {book.profile}"),
        columns=tuple(STORY_COLUMNS.values()),
        rows=tuple(named_row(STORY_COLUMNS, line) for line in lines),
        tree={
            "book": book.code,
            **tree_of(row),
            "on": day.isoformat(),
            "items": list(items_of(name)),
            **choice_tree(choice),
            "entries": [entry_tree(line) for line in lines],
        },
        alerts=alerts_of(changed),
        notes=story_notes(rules, row, choice, proposal),
    )


def refuse_unknown(book: Book, policy: Policy, name: str) -> None:
    """Refuse a name that is none."""
    if name not in policy.names() and name not in PARAMETERS:
        raise unclear(
            "VALUE_UNKNOWN",
            f"政策方案 {book.profile} 没有名为“{name}”的参数",
            near_names(policy, name),
        )


def items_of(name: str) -> Sequence[str]:
    """Return the numbered items that a parameter answers to."""
    return PARAMETERS[name].items if name in PARAMETERS else ()


def choice_tree(choice: Choice | None) -> dict[str, object]:
    """Write for machines what a person may choose; of a value that leans on none, nothing."""
    if choice is None:
        return {"question": None, "item": None, "readings": {}}
    return {
        "question": choice.question,
        "item": choice.item,
        "readings": dict(choice.readings),
    }


def story_notes(
    rules: Rules, row: ValueShown, choice: Choice | None, proposal: Proposal | None
) -> tuple[str, ...]:
    """Say what holds, what was chosen or is proposed, and how to settle what is open."""
    day = rules.day_asked.isoformat()
    notes = [f"{day} 取值：{row.value or '没有'}（{STATES[row.state] or row.clause}）"]
    if choice is not None:
        notes += [choice_note(one) for one in history(rules.policy.chosen.get(choice.name))]
    if proposal is not None:
        notes.append(proposal_note(proposal))
    if choice is not None:
        notes += reading_notes(choice)
    if row.name in FOR_PEOPLE:
        notes.append(READ_BY_PEOPLE)
    if items_of(row.name):
        notes.append(f"对应条目：{'、'.join(items_of(row.name))}")
    return tuple(notes)


def reading_notes(choice: Choice) -> list[str]:
    """Say what may be chosen, and how."""
    first = next(iter(choice.readings))
    return [
        f"{choice.item} {choice.question}",
        *(f"读法 {code} = {text}" for code, text in choice.readings.items()),
        f"选定：prepay policy choose {choice.name} {first} --reason 理由",
    ]


def layer_lines(rules: Rules, layer: str, name: str) -> list[StoryLine]:
    """Lay out what one layer says of a name, one line an entry or a row of it."""
    own = next(one for one in rules.policy.layers if one.name == layer)
    lines = [line for entry in own.values.get(name, ()) for line in entry_lines(layer, name, entry)]
    choice = own.choices.get(name)
    return [*lines, choice_line(layer, choice)] if choice else lines


def entry_lines(layer: str, name: str, entry: PolicyValue) -> list[StoryLine]:
    """Lay out an entry, one line for each row of it; the first has its note."""
    by = f"按 {entry.choice}" if entry.choice else ""
    notes = chain((entry.note or by,), repeat(""))
    return [
        {
            "layer": layer,
            "value": part,
            "clause": entry.clause,
            "since": entry.since,
            "until": entry.until,
            "items": "、".join(entry.items),
            "note": note,
        }
        for part, note in zip(rows_text(name, entry.value), notes, strict=False)
    ]


def choice_line(layer: str, choice: Choice) -> StoryLine:
    """Lay out a choice that a layer leaves open."""
    text = "；".join(f"{code} = {words}" for code, words in choice.readings.items())
    return {
        "layer": layer,
        "value": f"待选：{text}",
        "clause": choice.clause,
        "since": None,
        "until": None,
        "items": "、".join(choice.items),
        "note": choice.item,
    }


def rows_text(name: str, value: Value) -> list[str]:
    """Write a value's text: one line for each row, else a single one."""
    if isinstance(value, str):
        return [worded(name, value)]
    if not isinstance(value, tuple):
        return [worded(name, value) if PARAMETERS[name].shape == "flag" else value_text(value)]
    rows = [row for row in value if not isinstance(row, str)]
    return [row_text(name, row) for row in rows] or [worded(name, value)]


def row_text(name: str, row: Mapping[str, str]) -> str:
    """Write one row of a value with the Chinese of its codes."""
    columns = PARAMETERS[name].columns
    return "，".join(columns[key].words.get(word, word) for key, word in row.items())


def entry_tree(line: StoryLine) -> dict[str, object]:
    """Write one line of a story for machines."""
    return {
        name: word.isoformat() if isinstance(word, date) else word for name, word in line.items()
    }


def near_names(policy: Policy, name: str) -> str:
    """Suggest names: those whose Chinese or English holds the word asked for."""
    titled = {one: PARAMETERS[one].title for one in policy.names() if one in PARAMETERS}
    near = [f"{one}（{title}）" for one, title in titled.items() if is_near(name, one, title)]
    if near:
        return f"是不是：{'、'.join(near[:6])}"
    return "全部名称：prepay policy show"


def is_near(asked: str, name: str, title: str) -> bool:
    """Return whether a name's Chinese holds the word asked for, or its English one of its parts."""
    return asked in title or not set(asked.split("_")).isdisjoint(name.split("_"))
