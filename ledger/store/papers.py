"""Reads which papers stand: those that came with an event, or those that were said anew."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

import sqlalchemy as sa

from ledger.store import schema as s
from ledger.store.masters import chunks
from ledger.store.rows import paper_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ledger.events.words import Paper


class NewPapers(NamedTuple):
    """The papers of a voucher as they were last put right, and the key of what did so."""

    key: str
    papers: tuple[Paper, ...]


def read_new_papers(
    conn: sa.Connection, book: str, ids: Iterable[str] | None = None
) -> dict[str, NewPapers]:
    """Read the papers put right (附件更正), by the id of the voucher; all of a book's for None.

    They are few, and found by their kind.
    """
    e, p = s.event.c, s.evidence
    query = (
        sa.select(e.id, e.key, e.content)
        .where(e.book == book, e.kind == "paper-correction")
        .order_by(e.chain_year, e.position)
    )
    wanted = None if ids is None else set(ids)
    rows = {json.loads(row.content)["original"]: row for row in conn.execute(query)}
    newest = {id_: row for id_, row in rows.items() if wanted is None or id_ in wanted}
    papers: dict[str, list[Paper]] = {}
    for part in chunks(row.id for row in newest.values()):
        lines = sa.select(p).where(p.c.book == book, p.c.event.in_(part))
        for paper in conn.execute(lines.order_by(p.c.event, p.c.line)).mappings():
            papers.setdefault(paper["event"], []).append(paper_of(dict(paper)))
    return {
        original: NewPapers(key=row.key, papers=tuple(papers.get(row.id, ())))
        for original, row in newest.items()
    }


def read_papers_moved(conn: sa.Connection, book: str, ids: Iterable[str]) -> dict[str, str]:
    """Read which of these events put papers right, with the voucher that each names."""
    e = s.event.c
    found: dict[str, str] = {}
    for part in chunks(ids):
        query = sa.select(e.id, e.content).where(
            e.book == book, e.kind == "paper-correction", e.id.in_(part)
        )
        for row in conn.execute(query.order_by(e.id)):
            found[row.id] = json.loads(row.content)["original"]
    return found
