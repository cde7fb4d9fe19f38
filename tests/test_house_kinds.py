"""The table of kinds is complete, and every kind answers for itself."""

from __future__ import annotations

import ast

from ledger.basis.terms import EVENT_KINDS, REGISTER_KINDS
from ledger.events.base import Event
from ledger.events.kinds import ALL, KINDS, LEGLESS
from tests.house_reading import parsed


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
