"""Collects the statements that a run sends to the database, each with the reader that sent it.

A statement is known by its text (lists of any length are one) and by its sender: the innermost
function of `ledger/store/` on the stack. What only an exempt verb reached is kept apart: the whole
book is what it is asked for.
"""

from __future__ import annotations

import ast
import re
import sys
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import CodeType, FrameType

ROOT = Path(__file__).parents[1]
STORE = "ledger/store/"
#: Verbs that read a whole book, because that is what they are for.
VERBS = "ledger/workflow/"
EXEMPT = frozenset({"verify", "export_all", "export_chain"})
#: How a reader sends its statement.
SENDING = ("execute", "scalar", "scalars")
LIST = re.compile(r"\(\?(?:, \?)+\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """One statement as SQLite was sent it, and as an expression with its values for others."""

    sender: str
    text: str
    parameters: Any
    expression: Any
    values: dict[str, Any]


@dataclass(slots=True, kw_only=True)
class Collected:
    """What a run sent: by sender and text, by ordinary verbs and by exempt ones; and every sender."""

    ordinary: dict[tuple[str, str], Sent] = field(default_factory=dict)
    exempt: dict[tuple[str, str], Sent] = field(default_factory=dict)
    senders: set[str] = field(default_factory=set)

    def note(
        self, _conn: Any, _cursor: Any, text: str, parameters: Any, context: Any, _many: Any
    ) -> None:
        """Keep a statement, with the values that it was sent with last."""
        names = functions_calling(sys._getframe(1))
        sender = next((name for name in names if name.startswith(STORE)), "")
        self.senders.add(sender)
        kept = self.exempt if any(is_exempt(name) for name in names) else self.ordinary
        compiled = context.compiled
        kept[sender, LIST.sub("(?)", text)] = Sent(
            sender=sender,
            text=text,
            parameters=parameters,
            expression=None if compiled is None else compiled.statement,
            values={} if compiled is None else values_of(context),
        )


def values_of(context: Any) -> dict[str, Any]:
    """Return the values that go with an expression's parameters, by their own keys."""
    if not context.compiled_parameters:
        return {}
    given = context.compiled_parameters[0]
    names = context.compiled.bind_names.items()
    return {bind.key: given[name] for bind, name in names if name in given}


def functions_calling(frame: FrameType | None) -> list[str]:
    """Name the ledger's functions on a stack, innermost first: `ledger/store/days.py leaf_rows`."""
    names = []
    while frame is not None:
        names.append(name_of(frame.f_code))
        frame = frame.f_back
    return [name for name in names if name]


def is_exempt(name: str) -> bool:
    """Tell whether a function is a verb that may read a whole book."""
    file, _, function = name.partition(" ")
    return file.startswith(VERBS) and function in EXEMPT


@cache
def name_of(code: CodeType) -> str:
    """Name a function of the ledger by file and name; "" for anybody else's."""
    path = Path(code.co_filename)
    if not path.is_relative_to(ROOT / "ledger"):
        return ""
    function = code.co_qualname.partition(".<locals>")[0]
    return f"{path.relative_to(ROOT).as_posix()} {function}"


@contextmanager
def collecting(collected: Collected) -> Iterator[None]:
    """Let every engine's statements be noted for as long as the block lasts."""
    sa.event.listen(sa.Engine, "before_cursor_execute", collected.note)
    try:
        yield
    finally:
        sa.event.remove(sa.Engine, "before_cursor_execute", collected.note)


def senders_declared() -> set[str]:
    """Name the functions of `ledger/store/` that send a statement, as they are written."""
    return {
        f"{file} {name}"
        for file in files_of(STORE)
        for name, node in functions_of(file)
        if sends(node)
    }


def files_of(folder: str) -> list[str]:
    """List the files of a folder of the ledger."""
    return [path.relative_to(ROOT).as_posix() for path in sorted((ROOT / folder).rglob("*.py"))]


def functions_of(file: str) -> Iterator[tuple[str, ast.FunctionDef]]:
    """Walk a file's functions and its classes' methods by qualified name."""
    for node in ast.parse((ROOT / file).read_text("utf-8")).body:
        if isinstance(node, ast.FunctionDef):
            yield node.name, node
        elif isinstance(node, ast.ClassDef):
            methods = [inner for inner in node.body if isinstance(inner, ast.FunctionDef)]
            yield from ((f"{node.name}.{method.name}", method) for method in methods)


def sends(function: ast.FunctionDef) -> bool:
    """Tell whether a function sends a statement itself."""
    calls = [node.func for node in ast.walk(function) if isinstance(node, ast.Call)]
    return any(isinstance(call, ast.Attribute) and call.attr in SENDING for call in calls)
