"""Reads and writes people's keys: the public half, and the private half as it is sealed."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from ledger.basis.keys import ALGORITHM, Sealed
from ledger.store.tables import schema_identity as si


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonKey:
    """A person's key as it is stored: its version, its public half, and its newest sealing."""

    name: str
    version: int
    public: str
    sealing: int
    sealed: Sealed


def read_person_key(conn: sa.Connection, name: str, version: int = 0) -> PersonKey | None:
    """Read a person's key of a version, or the newest (0); of its sealings the newest counts."""
    k, g = si.person_key, si.key_seal
    query = (
        sa.select(k.c.version, k.c.public, g.c.sealing, g.c.cost, g.c.salt, g.c.box)
        .join(g, sa.and_(g.c.name == k.c.name, g.c.version == k.c.version))
        .where(k.c.name == name)
        .order_by(k.c.version.desc(), g.c.sealing.desc())
        .limit(1)
    )
    row = conn.execute(query if not version else query.where(k.c.version == version)).first()
    if row is None:
        return None
    sealed = Sealed(cost=row.cost, salt=row.salt, box=row.box)
    return PersonKey(
        name=name, version=row.version, public=row.public, sealing=row.sealing, sealed=sealed
    )


def next_key_version(conn: sa.Connection, name: str) -> int:
    """Return the version that a person's next key has."""
    k = si.person_key.c
    last = conn.execute(sa.select(sa.func.max(k.version)).where(k.name == name)).scalar_one()
    return int(last or 0) + 1


def add_person_key(conn: sa.Connection, key: PersonKey, at: str) -> None:
    """Add a person's key and its first sealing; the keys before it stay."""
    words = {"name": key.name, "version": key.version, "public": key.public, "made_at": at}
    conn.execute(sa.insert(si.person_key), words | {"algorithm": ALGORITHM})
    add_sealing(conn, key, at)


def add_sealing(conn: sa.Connection, key: PersonKey, at: str) -> None:
    """Add a sealing of a key: by a new password, or at a higher cost."""
    conn.execute(
        sa.insert(si.key_seal),
        {
            "name": key.name,
            "version": key.version,
            "sealing": key.sealing,
            "cost": key.sealed.cost,
            "salt": key.sealed.salt,
            "box": key.sealed.box,
            "sealed_at": at,
        },
    )


def sealing_count(conn: sa.Connection, name: str, version: int) -> int:
    """Count the sealings of a person's keys up to a version."""
    g = si.key_seal.c
    query = sa.select(sa.func.count()).select_from(si.key_seal)
    return int(conn.execute(query.where(g.name == name, g.version <= version)).scalar_one())


def any_key(conn: sa.Connection) -> bool:
    """Tell whether anybody has a key."""
    k = si.person_key.c
    return conn.execute(sa.select(k.name).order_by(k.name).limit(1)).first() is not None


def read_sealing_days(conn: sa.Connection) -> dict[str, str]:
    """Read since when each person's newest key is sealed as it is now, by name."""
    g = si.key_seal.c
    query = sa.select(g.name, g.sealed_at).order_by(g.name, g.version, g.sealing)
    return {row.name: row.sealed_at for row in conn.execute(query)}
