"""Where each book stood when a revision came into use: a rule holds from its first day on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import sqlalchemy as sa

from ledger.store.proof.proof import chain_position, read_chain_years
from ledger.store.tables import schema as s

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

#: By revision, oldest first: the last position of each chain year that was there before it.
Upgrades = dict[str, dict[int, int]]


class Stand(NamedTuple):
    """Where a book stood in a chain year when a revision came into use under it."""

    revision: str
    release: str
    chain_year: int
    position: int
    head: str


def record_upgrades(conn: sa.Connection, release: str) -> dict[str, tuple[Stand, ...]]:
    """Note where every book stands that has not been seen under this revision yet; give those.

    A book without a link stands at position 0 of year 0: all its facts come later.
    """
    u = s.upgrade.c
    seen = set(conn.execute(sa.select(u.book).where(u.revision == s.REVISION)).scalars())
    books = conn.execute(sa.select(s.book.c.book).order_by(s.book.c.book)).scalars().all()
    fresh = {book: stands_now(conn, book, release) for book in books if book not in seen}
    for book, stands in fresh.items():
        rows = [{"book": book, **stand._asdict()} for stand in stands]
        conn.execute(sa.insert(s.upgrade), rows)
    return fresh


def stands_now(conn: sa.Connection, book: str, release: str) -> tuple[Stand, ...]:
    """Tell where a book stands now, year by year."""
    years = {year: chain_position(conn, book, year) for year in read_chain_years(conn, book)}
    return tuple(
        Stand(s.REVISION, release, year, position, head)
        for year, (position, head) in (years or {0: (0, "")}).items()
    )


def stood(stands: Iterable[Stand]) -> dict[str, object]:
    """Write where a book stood as the log keeps it."""
    found = tuple(stands)
    return {
        "revision": found[0].revision,
        "release": found[0].release,
        "stood": [[stand.chain_year, stand.position, stand.head] for stand in found],
    }


def read_stands(conn: sa.Connection, book: str) -> tuple[Stand, ...]:
    """Read where a book stood at each revision that came into use under it."""
    u = s.upgrade.c
    query = (
        sa.select(u.revision, u.release, u.chain_year, u.position, u.head)
        .where(u.book == book)
        .order_by(u.revision, u.chain_year)
    )
    return tuple(Stand(*row) for row in conn.execute(query))


def upgrades_of(stands: Iterable[Stand]) -> Upgrades:
    """Arrange where a book stood by revision and chain year."""
    found: Upgrades = {}
    for stand in stands:
        found.setdefault(stand.revision, {})[stand.chain_year] = stand.position
    return found


def read_upgrades(conn: sa.Connection, book: str) -> Upgrades:
    """Read where a book stood at each revision, by chain year."""
    return upgrades_of(read_stands(conn, book))


def posted_under(upgrades: Mapping[str, Mapping[int, int]], year: int, position: int) -> str:
    """Return the newest revision that was in use when a link was written; "" before the first."""
    return max(
        (revision for revision, stood in upgrades.items() if position > stood.get(year, 0)),
        default="",
    )
