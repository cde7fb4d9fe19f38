"""Drafts between value and row: how one is made of an event, read, and laid out to be written."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from ledger.basis.money import parse_fen
from ledger.events.base import event_words
from ledger.events.words import Paper, paper_tree
from ledger.store.masters import chunks
from ledger.store.rows import (
    BREACHES,
    COLUMN_WORDS,
    breached_codes,
    canonical,
    content_digest,
    event_of,
)
from ledger.store.tables import schema as s
from ledger.voucher.draft import Draft, DraftHead, fact_columns

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from ledger.basis.errors import Finding
    from ledger.events.base import Event
    from ledger.voucher.draft import Row


def draft_of(
    event: Event,
    *,
    id_: str,
    unit: str,
    booked: date,
    origin: str,
    by: str,
    at: str,
    breaches: Sequence[Finding] = (),
) -> Draft:
    """Make a draft of an event, not yet approved.

    What an irregular event goes against stands beside its words, outside their digest.
    """
    words = event_words(event)
    content = {name: word for name, word in words.items() if name not in COLUMN_WORDS}
    if breaches:
        content[BREACHES] = [[f.code, f.clause, f.message] for f in breaches]
    return Draft(
        id=id_,
        unit=unit,
        event=event,
        booked=booked,
        content=canonical(content),
        content_digest=content_digest({"kind": event.KIND, **words}),
        breaches=tuple(breach.code for breach in breaches),
        origin=origin,
        prepared_by=by,
        prepared_at=at,
        approved_by="",
        approved_at="",
    )


def draft_row(draft: Draft) -> Row:
    """Write a draft as its row."""
    papers = [paper_tree(paper) for paper in draft.event.papers]
    return {**fact_columns(draft), "papers": canonical(papers)}


def read_drafts(
    conn: sa.Connection,
    book: str,
    *,
    ids: Iterable[str] | None = None,
    kinds: Collection[str] | None = None,
    year: int | None = None,
) -> list[Draft]:
    """Read a book's drafts in the order they were prepared: all, or those asked for."""
    d = s.draft.c
    query = sa.select(s.draft).where(d.book == book).order_by(d.id)
    if kinds is not None:
        query = query.where(d.kind.in_(sorted(kinds)))
    if year is not None:
        query = query.where(d.year == year)
    parts = [query] if ids is None else [query.where(d.id.in_(part)) for part in chunks(ids)]
    names = d.keys()
    return [
        draft_read(dict(zip(names, row, strict=True)))
        for part in parts
        for row in conn.execute(part).all()
    ]


def draft_read(row: Mapping[str, Any]) -> Draft:
    """Read a draft back from its row."""
    return Draft(
        id=row["id"],
        unit=row["unit"],
        event=event_of(row, tuple(map(paper_read, json.loads(row["papers"])))),
        booked=date.fromisoformat(row["booked"]),
        content=row["content"],
        content_digest=row["content_digest"],
        breaches=breached_codes(row) if row["irregular"] else (),
        origin=row["origin"],
        prepared_by=row["prepared_by"],
        prepared_at=row["prepared_at"],
        approved_by=row["approved_by"],
        approved_at=row["approved_at"],
    )


def paper_read(tree: Mapping[str, Any]) -> Paper:
    """Read a paper of a draft: the words that `draft_row` wrote, which need no tidying."""
    return Paper(
        type=tree["type"],
        number=tree["number"],
        date=date.fromisoformat(tree["date"]),
        title=tree.get("title", ""),
        amount_fen=parse_fen(tree["amount"]) if "amount" in tree else 0,
        sheets=int(tree["sheets"]),
        kept_with=tree.get("kept_with", ""),
        file=tree.get("file", ""),
    )


def read_draft_heads(conn: sa.Connection, book: str) -> list[DraftHead]:
    """Read what a book's drafts go by, in the order they were prepared."""
    d = s.draft.c
    query = sa.select(d.id, d.unit, d.kind, d.key, d.booked).where(d.book == book).order_by(d.id)
    return [
        DraftHead(id=id_, unit=unit, kind=kind, key=key, booked=date.fromisoformat(booked))
        for id_, unit, kind, key, booked in conn.execute(query)
    ]


def count_drafts(conn: sa.Connection, book: str, until: date) -> int:
    """Count the drafts that wait and had been prepared by the end of a day."""
    d = s.draft.c
    query = sa.select(d.prepared_at).where(d.book == book)
    return sum(at[:10] <= until.isoformat() for (at,) in conn.execute(query.order_by(d.id)))
