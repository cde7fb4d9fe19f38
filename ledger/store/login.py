"""Reads and writes how people log in: the newest hash of each password, and who has one."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from ledger.store.signing.keys import any_key, read_sealing_days
from ledger.store.tables import schema as s


@dataclass(frozen=True, slots=True, kw_only=True)
class Credential:
    """A person's password as it is stored: its hash, and which change of it this is."""

    name: str
    version: int
    hash: str = ""


def read_credential(conn: sa.Connection, name: str) -> Credential:
    """Read a person's newest password of the web view alone; version 0: there is none."""
    c = s.credential.c
    query = sa.select(c.version, c.hash).where(c.name == name)
    row = conn.execute(query.order_by(c.version.desc()).limit(1)).first()
    if row is None:
        return Credential(name=name, version=0)
    return Credential(name=name, version=row.version, hash=row.hash)


def add_credential(conn: sa.Connection, credential: Credential, *, by: str, at: str) -> None:
    """Add a person's new password; the versions before it stay."""
    conn.execute(
        sa.insert(s.credential),
        {
            "name": credential.name,
            "version": credential.version,
            "hash": credential.hash,
            "set_by": by,
            "set_at": at,
        },
    )


def read_password_days(conn: sa.Connection) -> dict[str, str]:
    """Read since when each person has had the present password, by name."""
    c = s.credential.c
    query = sa.select(c.name, c.set_at).order_by(c.name, c.version)
    return {row.name: row.set_at for row in conn.execute(query)} | read_sealing_days(conn)


def any_credential(conn: sa.Connection) -> bool:
    """Tell whether anybody has a password."""
    c = s.credential.c
    found = conn.execute(sa.select(c.name).order_by(c.name).limit(1)).first() is not None
    return found or any_key(conn)
