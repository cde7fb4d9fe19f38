"""Reads and writes the facts of the office, and what one has proposed for another to confirm."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from ledger.masters.office import (
    OFFICE_BOOK,
    OFFICE_GENESIS,
    Office,
    OfficeFact,
    office_of,
)
from ledger.store.rows import canonical
from ledger.store.tables import schema as s
from ledger.store.tables import schema_identity as si

if TYPE_CHECKING:
    from ledger.basis.encoding import Pair


def take_office(conn: sa.Connection) -> None:
    """Queue at the office's control row: whoever adds a fact of the office comes first."""
    c = si.office_control.c
    taken = sa.update(si.office_control).where(c.book == OFFICE_BOOK)
    conn.execute(taken.values(turns=c.turns))


def pairs_text(pairs: tuple[Pair, ...]) -> str:
    """Write name–value pairs as they are stored: JSON with one spelling, in their order."""
    return canonical([list(pair) for pair in pairs])


def pairs_read(text: str) -> tuple[Pair, ...]:
    """Read stored name–value pairs back."""
    return tuple((str(name), str(value)) for name, value in json.loads(text))


def read_office_facts(conn: sa.Connection, until: int = 0) -> list[OfficeFact]:
    """Read the facts of the office in order, up to a position (0: all)."""
    f = si.office_fact.c
    query = sa.select(si.office_fact).where(f.book == OFFICE_BOOK).order_by(f.position)
    if until:
        query = query.where(f.position <= until)
    return [office_fact_of(row) for row in conn.execute(query)]


def office_fact_of(row: sa.Row[Any]) -> OfficeFact:
    """Read a fact of the office from its row."""
    return OfficeFact(
        position=row.position,
        kind=row.kind,
        subject=row.subject,
        pairs=pairs_read(row.content),
        proposed=row.proposed,
        confirmed=row.confirmed,
        recorded_at=row.recorded_at,
        fact_digest=row.fact_digest,
        link=row.link,
    )


def add_office_fact(conn: sa.Connection, fact: OfficeFact) -> None:
    """Write a fact of the office; the caller has queued at the control row."""
    conn.execute(
        sa.insert(si.office_fact),
        {
            "book": OFFICE_BOOK,
            "position": fact.position,
            "kind": fact.kind,
            "subject": fact.subject,
            "content": pairs_text(fact.pairs),
            "proposed": fact.proposed,
            "confirmed": fact.confirmed,
            "recorded_at": fact.recorded_at,
            "fact_digest": fact.fact_digest,
            "link": fact.link,
        },
    )


def read_office(conn: sa.Connection, until: int = 0) -> Office:
    """Read what the office's facts come to, up to a position (0: all)."""
    facts = read_office_facts(conn, until)
    return office_of(facts, office_signers(conn)) if facts else Office()


def office_signers(conn: sa.Connection) -> dict[str, str]:
    """Read who signed each set of the office, by id."""
    g = si.signing.c
    query = sa.select(g.id, g.signer).where(g.book == OFFICE_BOOK)
    return {row.id: row.signer for row in conn.execute(query)}


def read_office_head(conn: sa.Connection) -> tuple[int, str]:
    """Read the position and link of the office's newest fact."""
    f = si.office_fact.c
    newest = (
        sa.select(f.position, f.link)
        .where(f.book == OFFICE_BOOK)
        .order_by(f.position.desc())
        .limit(1)
    )
    row = conn.execute(newest).first()
    return (row.position, row.link) if row else (0, OFFICE_GENESIS)


def read_chain_heads(conn: sa.Connection) -> list[tuple[str, int, int, str]]:
    """Read where every chain stands: book, year, last position and link, in their order."""
    e = s.event.c
    last = (
        sa.select(e.book, e.chain_year, sa.func.max(e.position).label("position"))
        .group_by(e.book, e.chain_year)
        .subquery()
    )
    query = (
        sa.select(e.book, e.chain_year, e.position, e.link)
        .join(
            last,
            sa.and_(
                last.c.book == e.book,
                last.c.chain_year == e.chain_year,
                last.c.position == e.position,
            ),
        )
        .order_by(e.book, e.chain_year)
    )
    return [tuple(row) for row in conn.execute(query)]


def read_seal_digests(conn: sa.Connection) -> list[str]:
    """Read the digests of every seal, by book and period."""
    c = s.seal.c
    return list(conn.execute(sa.select(c.digest).order_by(c.book, c.period)).scalars())


def count_approved(conn: sa.Connection) -> dict[str, int]:
    """Count by book the drafts that are approved and not posted yet."""
    d = s.draft.c
    query = sa.select(d.book, sa.func.count()).where(d.approved_by != "").group_by(d.book)
    return {row[0]: row[1] for row in conn.execute(query.order_by(d.book))}
