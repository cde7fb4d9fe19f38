"""Reads and writes what a book has adopted of its profile, and the readings chosen for it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import sqlalchemy as sa

from ledger.policy.layer_file import read_layer
from ledger.policy.values import Chosen, Layer
from ledger.store import schema as s

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
        """Give each layer's digest."""
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
    """Read the readings chosen for a book, the newest of each, by name.

    Books of 0.1.0 also hold copies of their profile's values in this table; they are no choices.
    """
    p = s.policy_value
    query = sa.select(p).where(p.c.book == book, p.c.layer == CHOICE)
    return {
        row.name: Chosen(
            name=row.name,
            reading=json.loads(row.value),
            clause=row.clause,
            reason=row.reason,
            by=row.recorded_by,
            at=row.recorded_at,
        )
        for row in conn.execute(query.order_by(p.c.name, p.c.version))
    }


def record_choice(conn: sa.Connection, book: str, chosen: Chosen) -> None:
    """Record a reading as the next version of its name."""
    p = s.policy_value
    counted = sa.select(sa.func.max(p.c.version)).where(p.c.book == book, p.c.name == chosen.name)
    conn.execute(
        sa.insert(p),
        {
            "book": book,
            "name": chosen.name,
            "version": (conn.execute(counted).scalar_one() or 0) + 1,
            "value": json.dumps(chosen.reading, ensure_ascii=False),
            "clause": chosen.clause,
            "layer": CHOICE,
            "since": chosen.at[:10],
            "reason": chosen.reason,
            "recorded_by": chosen.by,
            "recorded_at": chosen.at,
        },
    )
