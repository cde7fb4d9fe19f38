"""Reads which papers stand: those that came with an event, or those that were said anew."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

import sqlalchemy as sa

from ledger.store.masters import chunks
from ledger.store.relations.events import EventPick, read_event_rows, within
from ledger.store.rows import event_of, paper_of
from ledger.store.tables import schema as s

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ledger.events.base import Event
    from ledger.events.words import Paper
    from ledger.store.relations.events import EventRow

MENDING = EventPick(kinds=("paper-correction",))


class NewPapers(NamedTuple):
    """The papers of a voucher as they were last put right, and the key of what did so."""

    key: str
    papers: tuple[Paper, ...]


def evidence_of_events() -> sa.Select[tuple[str, ...]]:
    """Build the statement for the papers of named events."""
    v = s.evidence
    return sa.select(v).where(v.c.book == sa.bindparam("book"), within(v.c.event, "ids"))


EVIDENCE = evidence_of_events()
NAMES = tuple(s.evidence.c.keys())


def read_posted_papers(
    conn: sa.Connection, book: str, ids: Iterable[str]
) -> dict[str, tuple[Paper, ...]]:
    """Read the papers that came with events, in order of line, by the event's id."""
    return papers_by_event(
        row for part in chunks(ids) for row in conn.execute(EVIDENCE, {"book": book, "ids": part})
    )


def papers_by_event(rows: Iterable[sa.Row[Any]]) -> dict[str, tuple[Paper, ...]]:
    """Make values of rows of `evidence`, in order of line, by the event's id."""
    named = [dict(zip(NAMES, row, strict=True)) for row in rows]
    found: dict[str, list[Paper]] = {}
    for row in sorted(named, key=lambda row: (row["event"], row["line"])):
        found.setdefault(row["event"], []).append(paper_of(row))
    return {event: tuple(papers) for event, papers in found.items()}


def read_evidence(
    conn: sa.Connection, book: str, ids: Iterable[str]
) -> dict[str, tuple[Paper, ...]]:
    """Read the papers of events as they stand, with or without a voucher, by the event's id."""
    asked = set(ids)
    if not asked:
        return {}
    found = read_posted_papers(conn, book, asked)
    return found | {id_: new.papers for id_, new in read_new_papers(conn, book, asked).items()}


def read_new_papers(
    conn: sa.Connection, book: str, ids: Iterable[str] | None = None
) -> dict[str, NewPapers]:
    """Read the papers put right (附件更正), by the id of the voucher; all of a book's for None.

    They are few, and found by their kind.
    """
    wanted = None if ids is None else set(ids)
    newest = {
        id_: row
        for row in read_event_rows(conn, book, MENDING)
        if (id_ := mended(row)) and (wanted is None or id_ in wanted)
    }
    papers = read_posted_papers(conn, book, (row["id"] for row in newest.values()))
    return {
        original: NewPapers(key=row["key"], papers=papers.get(row["id"], ()))
        for original, row in newest.items()
    }


def mended(row: EventRow) -> str:
    """Name the voucher whose papers an event puts right."""
    original: str = json.loads(row["content"])["original"]
    return original


def read_papers_moved(conn: sa.Connection, book: str, ids: Iterable[str]) -> dict[str, str]:
    """Read which of these events put papers right, with the voucher that each names."""
    asked = set(ids)
    return {
        row["id"]: mended(row)
        for row in (read_event_rows(conn, book, MENDING) if asked else ())
        if row["id"] in asked
    }


def papered(conn: sa.Connection, rows: Sequence[EventRow]) -> list[Event]:
    """Make values of rows of events, with the papers that stand."""
    ids: dict[str, list[str]] = {}
    for row in rows:
        ids.setdefault(row["book"], []).append(row["id"])
    papers = {book: read_evidence(conn, book, named) for book, named in ids.items()}
    return [event_of(row, papers[row["book"]].get(row["id"], ())) for row in rows]
