"""Sets that were signed, and whose key signed them."""

from __future__ import annotations

import json
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from ledger.basis.keys import ALGORITHM
from ledger.masters.office import KEY, OFFICE_BOOK, SIGNING_ON
from ledger.store.masters import chunks, read_books
from ledger.store.rows import canonical
from ledger.store.signing.office import read_office
from ledger.store.tables import schema as s
from ledger.store.tables import schema_identity as si
from ledger.voucher.signing.signed import SignedSet

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ledger.masters.office import KeyGiven


def write_set(conn: sa.Connection, signed: SignedSet) -> None:
    """Write a set that was signed."""
    conn.execute(
        sa.insert(si.signing),
        {
            "book": signed.book,
            "id": signed.id,
            "act": signed.act,
            "signer": signed.by,
            "key": signed.key,
            "at": signed.at,
            "content": canonical([list(pair) for pair in signed.pairs]),
            "digest": signed.digest,
            "signature": signed.signature,
        },
    )


def read_sets(conn: sa.Connection, book: str, ids: Iterable[str]) -> dict[str, SignedSet]:
    """Read sets of a book by their ids; an id that is none is left out."""
    g = si.signing
    query = sa.select(g).where(g.c.book == book)
    parts = [query.where(g.c.id.in_(part)) for part in chunks(ids)]
    rows = [dict(row) for part in parts for row in conn.execute(part).mappings()]
    return {row["id"]: set_read(row) for row in rows}


def read_all_sets(conn: sa.Connection, book: str) -> dict[str, SignedSet]:
    """Read every set of a book, in the order in which they were made."""
    g = si.signing
    query = sa.select(g).where(g.c.book == book).order_by(g.c.id)
    return {row["id"]: set_read(dict(row)) for row in conn.execute(query).mappings()}


def read_sets_of_act(conn: sa.Connection, book: str, act: str) -> list[SignedSet]:
    """Read every set of a book that was signed for an act, in the order in which they were made."""
    g = si.signing
    query = sa.select(g).where(g.c.book == book, g.c.act == act).order_by(g.c.id)
    return [set_read(dict(row)) for row in conn.execute(query).mappings()]


def set_read(row: Mapping[str, Any]) -> SignedSet:
    """Read a set back from its row; raises ValueError where its content is no list of pairs."""
    return SignedSet(
        book=row["book"],
        id=row["id"],
        act=row["act"],
        by=row["signer"],
        key=row["key"],
        at=row["at"],
        pairs=tuple((str(name), str(value)) for name, value in json.loads(row["content"])),
        digest=row["digest"],
        signature=row["signature"],
    )


def read_keys_public(conn: sa.Connection) -> dict[tuple[str, int], str]:
    """Read everybody's public keys of the algorithm that is known, by name and version."""
    k = si.person_key.c
    query = sa.select(k.name, k.version, k.public).where(k.algorithm == ALGORITHM)
    return {(row.name, row.version): row.public for row in conn.execute(query)}


def read_set_signers(
    conn: sa.Connection, book: str, ids: Iterable[str]
) -> dict[str, tuple[str, int]]:
    """Read who signed sets of a book, with which version of their key, by the set's id."""
    g = si.signing.c
    query = sa.select(g.id, g.signer, g.key).where(g.book == book)
    rows = (row for part in chunks(ids) for row in conn.execute(query.where(g.id.in_(part))))
    return {row.id: (row.signer, row.key) for row in rows}


def has_key_signed(conn: sa.Connection, name: str, version: int) -> bool:
    """Tell whether a key has signed anything but that it is registered."""
    g, o = si.signing.c, si.office_fact.c
    registering = sa.select(o.confirmed).where(o.book == OFFICE_BOOK, o.kind == KEY)
    books = [OFFICE_BOOK, *read_books(conn)]
    used = sa.select(g.id).where(g.book.in_(books), g.signer == name, g.key == version)
    return conn.execute(used.where(g.id.not_in(registering)).limit(1)).first() is not None


def is_signing_on(conn: sa.Connection) -> bool:
    """Tell whether the office has switched signing on."""
    o = si.office_fact.c
    query = sa.select(o.position).where(o.book == OFFICE_BOOK, o.kind == SIGNING_ON).limit(1)
    return conn.execute(query).first() is not None


def resets_unsigned(conn: sa.Connection) -> dict[str, KeyGiven]:
    """Name whose newest key others had a hand in (重置), and who has not signed with it yet."""
    newest = [keys[-1] for keys in read_office(conn).keys.values()]
    reset = sorted((key for key in newest if key.is_reset), key=attrgetter("name"))
    return {key.name: key for key in reset if not has_key_signed(conn, key.name, key.version)}


def read_month_sets(conn: sa.Connection, book: str, period: str) -> list[str]:
    """Read the ids of the sets under a month's vouchers."""
    f, v = si.signed_fact.c, s.voucher.c
    query = (
        sa.select(f.prepared, f.approved, f.posted)
        .join(s.voucher, sa.and_(v.book == f.book, v.id == f.event))
        .where(f.book == book, v.period == period)
        .distinct()
    )
    return sorted({id_ for row in conn.execute(query) for id_ in row if id_})
