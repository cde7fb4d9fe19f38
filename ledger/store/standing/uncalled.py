"""Reads what a recalled hospital owes in the other books of its area, where nobody recalls it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.policy.facts import OwedElsewhere
from ledger.store.relations.lines import LinePick, net_of, read_sums
from ledger.store.standing.standing import books_of_area, read_area_wide
from ledger.store.vouchers.balances import accounts_held

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import sqlalchemy as sa

    from ledger.policy.standing import Standing


def read_uncalled(
    conn: sa.Connection, book: str, base: str, hospitals: Iterable[str]
) -> dict[str, tuple[OwedElsewhere, ...]]:
    """Read what hospitals owe in an area's other books that have no recall of theirs standing."""
    wanted = sorted(hospitals)
    if not wanted:
        return {}
    called = recalled_in(read_area_wide(conn, book, wanted))
    found: dict[str, tuple[OwedElsewhere, ...]] = {}
    for other in books_of_area(book):
        waiting = [hospital for hospital in wanted if (other, hospital) not in called]
        left = read_left(conn, other, base, waiting) if other != book else {}
        for (hospital, year), fen in left.items():
            owed = OwedElsewhere(book=other, year=year, amount_fen=fen)
            found[hospital] = (*found.get(hospital, ()), owed)
    return found


def recalled_in(standings: Mapping[tuple[str, int], Standing]) -> set[tuple[str, str]]:
    """Return the books and hospitals of which a recall stands, not lifted."""
    return {
        (stop.book, hospital)
        for (hospital, _), standing in standings.items()
        for stop in standing.stops
        if stop.kind == "recall" and stop.until is None
    }


def read_left(
    conn: sa.Connection, book: str, base: str, hospitals: Iterable[str]
) -> dict[tuple[str, int], int]:
    """Add up what hospitals still hold below `base` in a book, by prepayment year, in fen."""
    held = accounts_held(conn, book, base, hospitals)
    sums = read_sums(conn, book, LinePick(leaves=held), ("hospital", "leaf_year"))
    return {place: net_of(sides) for place, sides in sorted(sums.items()) if net_of(sides) > 0}
