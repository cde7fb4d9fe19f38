"""How a statement keeps a planner to the order in which its tables are joined.

SQLite knows nothing of how long a book is, and takes any index that begins with the book for a
short way. What is joined by a `led` column can only be looked up from the table that leads.
"""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from sqlalchemy import ColumnElement, Text, and_, bindparam, cast
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from ledger.basis.clock import EVER

#: What asks for any.
ANY = (None, "", False, EVER)


class Led(FunctionElement[Any]):
    """A column of the table that leads; on SQLite `+column`, which no planner turns round."""

    inherit_cache = True
    name = "led"


@compiles(Led)
def as_it_is(element: Led, compiler: Any, **words: Any) -> str:
    """Write the column: servers have statistics to plan by."""
    written: str = compiler.process(element.clauses, **words)
    return written


@compiles(Led, "sqlite")
def held_back(element: Led, compiler: Any, **words: Any) -> str:
    """Write the column so that SQLite does not carry what it equals over to other tables."""
    return f"+{compiler.process(element.clauses, **words)}"


def given_of(pick: Any) -> frozenset[str]:
    """Name the conditions of a pick that are set."""
    return frozenset(f.name for f in fields(pick) if getattr(pick, f.name) not in ANY)


def led(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """Let a column of the leading table be looked up in another, never the other way round."""
    return Led(column)


def own_book() -> ColumnElement[Any]:
    """Bind the book of the leading table; as a cast, SQLite does not carry it over either."""
    return cast(bindparam("book"), Text)


def joined_on(
    table: Any, key: ColumnElement[Any], leader: Any, value: ColumnElement[Any]
) -> ColumnElement[bool]:
    """Join a table of the same book to the one that leads, by its key."""
    return and_(table.c.book == led(leader.c.book), key == led(value))
