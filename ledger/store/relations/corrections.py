"""Reads which voucher corrects which, of those that are asked for and of whole facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import sqlalchemy as sa

from ledger.store.masters import chunks
from ledger.store.relations.events import within
from ledger.store.tables import schema as s

if TYPE_CHECKING:
    from collections.abc import Iterable


class Link(NamedTuple):
    """A correcting voucher, the one that it corrects, and the form."""

    voucher: str
    corrects: str
    form: str


def link_statement(column: sa.ColumnElement[str]) -> sa.Select[Any]:
    """Build the statement for corrections found by one of their ends."""
    c = s.correction.c
    query = sa.select(c.voucher, c.corrects, c.form).where(c.book == sa.bindparam("book"))
    return query.where(within(column, "ids"))


BY_CORRECTED = link_statement(s.correction.c.corrects)
BY_CORRECTING = link_statement(s.correction.c.voucher)


def read_corrections_of(conn: sa.Connection, book: str, ids: Iterable[str]) -> list[Link]:
    """Read what has been written to correct vouchers, by the correcting id."""
    return links_by(conn, BY_CORRECTED, book, ids)


def read_corrections_by(conn: sa.Connection, book: str, ids: Iterable[str]) -> list[Link]:
    """Read what vouchers correct, by the correcting id."""
    return links_by(conn, BY_CORRECTING, book, ids)


def links_by(
    conn: sa.Connection, statement: sa.Select[Any], book: str, ids: Iterable[str]
) -> list[Link]:
    """Send a statement for ids, cut where they are many."""
    found: list[Link] = []
    for part in chunks(ids):
        found += [Link(*row) for row in conn.execute(statement, {"book": book, "ids": part})]
    return sorted(found)


def read_family_links(
    conn: sa.Connection, book: str, ids: Iterable[str], forms: Iterable[str] = ()
) -> dict[str, Link]:
    """Read the links of whole facts by the correcting id, a step at a time for all at once.

    `forms` narrows to corrections of these forms.
    """
    kept = frozenset(forms)
    links: dict[str, Link] = {}
    asked: set[str] = set()
    fresh = set(ids)
    while fresh:
        asked |= fresh
        both = (BY_CORRECTED, BY_CORRECTING)
        step = [link for statement in both for link in links_by(conn, statement, book, fresh)]
        found = {link.voucher: link for link in step if not kept or link.form in kept}
        links |= found
        fresh = {*found, *(link.corrects for link in found.values())} - asked
    return links
