"""Which journal files the program has given out, so that `verify` knows them on the disk."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import sqlalchemy as sa

from ledger.store.tables import schema as s

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ledger.masters.book import Book


class Given(NamedTuple):
    """A journal file as it was given out: its name below the book's folder, and its digest.

    `period` is the close after which it stays as it is; "" before that close, and for a file
    that goes on changing.
    """

    name: str
    period: str
    digest: str


def read_given(conn: sa.Connection, book: str) -> frozenset[Given]:
    """Read which journal files of a book were given out."""
    j = s.journal_file.c
    query = sa.select(j.name, j.period, j.digest).where(j.book == book)
    return frozenset(Given(*row) for row in conn.execute(query))


def read_sealed(conn: sa.Connection, book: str) -> frozenset[str]:
    """Read which periods of a book are sealed."""
    q = s.seal.c
    return frozenset(conn.execute(sa.select(q.period).where(q.book == book)).scalars())


def final_with(book: Book, name: str) -> str:
    """Name the close after which a journal file stays as it is; "" where it goes on changing.

    A month's file is final with the month, the 期初 of the first year with the first month, the
    年初余额 of a later one with the year before.
    """
    year, _, file = name.partition("/")
    part = file.partition(".")[0]
    if not part.isdecimal():
        return ""
    if part != "00":
        return f"{year}-{part}"
    return book.start if book.start.startswith(year) else f"{int(year) - 1}-13"


def given_now(book: Book, digests: Mapping[str, str], sealed: Iterable[str]) -> frozenset[Given]:
    """Say as what files are given out while these periods are sealed."""
    closed = frozenset(sealed)
    found = []
    for name, digest in digests.items():
        final = final_with(book, name)
        found.append(Given(name, final if final in closed else "", digest))
    return frozenset(found)
