"""The table of kinds is complete, every kind answers for itself, and the log has a word for each verb."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from ledger.basis.terms import ACTIONS, EVENT_KINDS, REGISTER_KINDS
from ledger.events.base import Event
from ledger.events.kinds import ALL, KINDS, LEGLESS
from tests.house_reading import parsed

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Where a verb says what it does, for the log: by keyword, or at this place of the call.
LOGGING = {"at_work": None, "note": 3, "refusals_logged": 1}


def test_the_table_of_kinds_is_complete() -> None:
    """Adding a kind is adding a file and a line in the table; neither is forgotten."""
    written = {
        node.name
        for file, tree in parsed().items()
        if file.startswith("ledger/events/")
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and any(is_kind(base) for base in node.bases)
    }
    leaves = {kind.__name__ for kind in ALL}
    parents = {parent.__name__ for kind in ALL for parent in kind.__mro__[1:]}
    assert written - parents == leaves
    assert [kind.KIND for kind in ALL] == list(KINDS)
    assert set(KINDS) == set(EVENT_KINDS)
    assert all(KINDS[kind.KIND] is kind for kind in ALL)
    assert {kind.KIND for kind in ALL if kind.LEGLESS} == set(REGISTER_KINDS) == LEGLESS


def is_kind(base: ast.expr) -> bool:
    """Tell whether a base class, as written, is Event or a kind of it."""
    names = {"Event", *(cls.__name__ for kind in ALL for cls in kind.__mro__ if cls is not object)}
    return ast.unparse(base) in names


def test_every_kind_answers_for_itself() -> None:
    """Findings, legs and 摘要 are each kind's own, or of a kind between it and Event."""
    for kind in ALL:
        for method in ("findings", "legs", "default_summary"):
            assert getattr(kind, method) is not getattr(Event, method), (kind.KIND, method)


def logged(files: dict[str, ast.Module]) -> Iterator[str]:
    """Name the actions that verbs log, as far as they stand there as words."""
    for file, tree in files.items():
        for node in ast.walk(tree):
            name = ast.unparse(node.func) if isinstance(node, ast.Call) else ""
            if not file.startswith("ledger/workflow/") or name not in LOGGING:
                continue
            assert isinstance(node, ast.Call)
            place = LOGGING[name]
            said = [word.value for word in node.keywords if word.arg == "action"]
            said += [] if place is None else node.args[place : place + 1]
            yield from (ast.literal_eval(word) for word in said if isinstance(word, ast.Constant))


def test_every_action_that_is_logged_has_a_word_to_read() -> None:
    found = set(logged(parsed()))
    assert {"post", "bank-match", "close-year"} <= found
    assert found - set(ACTIONS) == set()
