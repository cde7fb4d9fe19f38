"""Where each book stood when a revision came into use: a rule holds from its first day on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from ledger.store import schema as s
from ledger.store.proof import chain_position, read_chain_years

if TYPE_CHECKING:
    from collections.abc import Mapping

#: By revision, oldest first: the last position of each chain year that was there before it.
Upgrades = dict[str, dict[int, int]]


def record_upgrades(conn: sa.Connection, release: str) -> list[str]:
    """Note where every book stands that has not been seen under this revision yet; name those.

    A book without a link stands at position 0 of year 0: all its facts come later.
    """
    u = s.upgrade.c
    seen = set(conn.execute(sa.select(u.book).where(u.revision == s.REVISION)).scalars())
    books = conn.execute(sa.select(s.book.c.book).order_by(s.book.c.book)).scalars().all()
    fresh = [book for book in books if book not in seen]
    for book in fresh:
        stands = {year: chain_position(conn, book, year) for year in read_chain_years(conn, book)}
        rows = [
            {
                "book": book,
                "revision": s.REVISION,
                "release": release,
                "chain_year": year,
                "position": position,
                "head": head,
            }
            for year, (position, head) in (stands or {0: (0, "")}).items()
        ]
        conn.execute(sa.insert(s.upgrade), rows)
    return fresh


def read_upgrades(conn: sa.Connection, book: str) -> Upgrades:
    """Read where a book stood at each revision that came into use under it."""
    u = s.upgrade.c
    query = (
        sa.select(u.revision, u.chain_year, u.position)
        .where(u.book == book)
        .order_by(u.revision, u.chain_year)
    )
    found: Upgrades = {}
    for revision, year, position in conn.execute(query):
        found.setdefault(revision, {})[year] = position
    return found


def posted_under(upgrades: Mapping[str, Mapping[int, int]], year: int, position: int) -> str:
    """Give the newest revision that was in use when a link was written; "" before the first."""
    return max(
        (revision for revision, stood in upgrades.items() if position > stood.get(year, 0)),
        default="",
    )
