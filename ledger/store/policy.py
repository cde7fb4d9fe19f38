"""Reads and writes what a book has adopted of its profile, and the readings chosen for it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from ledger.policy.layer_file import read_layer
from ledger.policy.settled import TEXT
from ledger.policy.values import Chosen, Layer
from ledger.store.tables import schema as s

if TYPE_CHECKING:
    from collections.abc import Sequence

#: What stands in `policy_value.layer` of a reading that a person chose.
CHOICE = "choice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Adoption:
    """The layers of a profile as a book took them over, or as somebody proposes it should.

    `adopted_by` is empty while it is only proposed.
    """

    version: int
    layers: tuple[Layer, ...]
    reason: str
    by: str
    at: str
    adopted_by: str
    adopted_at: str

    def digests(self) -> dict[str, str]:
        """Return each layer's digest."""
        return {layer.name: layer.digest for layer in self.layers}


def read_adopted(conn: sa.Connection, book: str) -> Adoption | None:
    """Read the layers that a book works from; None where it never adopted any (0.1.0)."""
    return newest(conn, book, adopted=True)


def read_proposed(conn: sa.Connection, book: str) -> Adoption | None:
    """Read the layers that somebody proposed after the last adoption; None where nobody did."""
    proposed, adopted = newest(conn, book, adopted=False), read_adopted(conn, book)
    if proposed is None or (adopted is not None and adopted.version > proposed.version):
        return None
    return proposed


def newest(conn: sa.Connection, book: str, *, adopted: bool) -> Adoption | None:
    """Read the newest set of layers, adopted or proposed; every set is stored whole."""
    p = s.policy_layer.c
    kind = p.adopted_by != "" if adopted else p.adopted_by == ""
    last = sa.select(sa.func.max(p.version)).where(p.book == book, kind).scalar_subquery()
    query = sa.select(s.policy_layer).where(p.book == book, p.version == last).order_by(p.place)
    rows = conn.execute(query).all()
    if not rows:
        return None
    head = rows[0]
    return Adoption(
        version=head.version,
        layers=tuple(read_layer(row.content, f"{row.layer}.yaml", kept=True) for row in rows),
        reason=head.reason,
        by=head.recorded_by,
        at=head.recorded_at,
        adopted_by=head.adopted_by,
        adopted_at=head.adopted_at,
    )


def record_layers(
    conn: sa.Connection,
    book: str,
    layers: Sequence[Layer],
    *,
    reason: str,
    by: str,
    at: str,
    adopted_by: str,
    adopted_at: str,
) -> None:
    """Record a whole set of layers as the next version: proposed, or adopted."""
    p = s.policy_layer.c
    last = conn.execute(sa.select(sa.func.max(p.version)).where(p.book == book)).scalar_one()
    conn.execute(
        sa.insert(s.policy_layer),
        [
            {
                "book": book,
                "layer": layer.name,
                "version": (last or 0) + 1,
                "place": place,
                "digest": layer.digest,
                "content": layer.text,
                "reason": reason,
                "recorded_by": by,
                "recorded_at": at,
                "adopted_by": adopted_by,
                "adopted_at": adopted_at,
            }
            for place, layer in enumerate(layers)
        ],
    )


def read_choices(conn: sa.Connection, book: str) -> dict[str, Chosen]:
    """Read the readings chosen for a book, the newest of each, by name; it leads to those before.

    Books of 0.1.0 also hold copies of their profile's values in this table; they are no choices.
    """
    p = s.policy_value
    query = sa.select(p).where(p.c.book == book, p.c.layer == CHOICE)
    found: dict[str, Chosen] = {}
    for row in conn.execute(query.order_by(p.c.name, p.c.version)):
        found[row.name] = Chosen(
            name=row.name,
            reading=json.loads(row.value),
            clause=row.clause,
            reason=row.reason,
            by=row.recorded_by,
            at=row.recorded_at,
            from_year=first_year(row.since),
            before=found.get(row.name),
        )
    return found


def first_year(since: str) -> int:
    """Read from which prepayment year a choice holds; one that names a day holds in every year."""
    return int(since) if len(since) == len("2026") else 0


def record_choice(conn: sa.Connection, book: str, chosen: Chosen) -> None:
    """Record a reading as the next version of its name; `since` is its first prepayment year."""
    conn.execute(
        sa.insert(s.policy_value),
        {
            "book": book,
            "name": chosen.name,
            "version": choice_version(conn, book, chosen.name),
            "value": json.dumps(chosen.reading, ensure_ascii=False),
            "clause": chosen.clause,
            "layer": CHOICE,
            "since": f"{chosen.from_year:04d}" if chosen.from_year else chosen.at[:10],
            "reason": chosen.reason,
            "recorded_by": chosen.by,
            "recorded_at": chosen.at,
        },
    )


def choice_version(conn: sa.Connection, book: str, name: str) -> int:
    """Return the version that the next choice of a name will be."""
    p = s.policy_value.c
    counted = sa.select(sa.func.max(p.version)).where(p.book == book, p.name == name)
    return (conn.execute(counted).scalar_one() or 0) + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A reading that somebody proposes, from which prepayment year, why, and by which paper."""

    name: str
    reading: str
    from_year: int
    reason: str
    paper: str
    by: str
    at: str


def read_proposals(conn: sa.Connection, book: str) -> dict[str, Proposal]:
    """Read what is proposed for a book and not yet confirmed, by name; the last words count."""
    p, v = s.policy_proposal.c, s.policy_value.c
    decided = sa.select(v.name).where(v.book == p.book, v.name == p.name, v.version >= p.version)
    query = sa.select(s.policy_proposal).where(p.book == book, ~decided.exists())
    return {
        row.name: Proposal(
            name=row.name,
            reading=json.loads(row.value),
            from_year=row.from_year,
            reason=row.reason,
            paper=row.paper,
            by=row.recorded_by,
            at=row.recorded_at,
        )
        for row in conn.execute(query.order_by(p.name, p.version, p.place))
    }


def record_proposal(conn: sa.Connection, book: str, proposal: Proposal) -> None:
    """Record what is proposed as the next choice of a name, in place of what was before."""
    p = s.policy_proposal.c
    version = choice_version(conn, book, proposal.name)
    said = sa.select(sa.func.max(p.place)).where(
        p.book == book, p.name == proposal.name, p.version == version
    )
    conn.execute(
        sa.insert(s.policy_proposal),
        {
            "book": book,
            "name": proposal.name,
            "version": version,
            "place": (conn.execute(said).scalar_one() or 0) + 1,
            "value": json.dumps(proposal.reading, ensure_ascii=False),
            "from_year": proposal.from_year,
            "reason": proposal.reason,
            "paper": proposal.paper,
            "recorded_by": proposal.by,
            "recorded_at": proposal.at,
        },
    )


def read_proposal_row(conn: sa.Connection, book: str, name: str) -> dict[str, Any]:
    """Read the last words of what is proposed as the next choice of a name, as their row."""
    p = s.policy_proposal
    version = choice_version(conn, book, name)
    query = sa.select(p).where(p.c.book == book, p.c.name == name, p.c.version == version)
    return dict(conn.execute(query.order_by(p.c.place.desc()).limit(1)).mappings().one())


def read_settled(conn: sa.Connection) -> dict[tuple[str, str], int]:
    """Read the last version of each book's readings, by name, and of its text (`-`)."""
    v, p = s.policy_value.c, s.policy_layer.c
    readings = sa.select(v.book, v.name, sa.func.max(v.version)).group_by(v.book, v.name)
    texts = sa.select(p.book, sa.func.max(p.version)).group_by(p.book)
    found = {(row[0], row[1]): row[2] for row in conn.execute(readings)}
    return found | {(row[0], TEXT): row[1] for row in conn.execute(texts)}
