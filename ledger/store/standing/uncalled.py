"""Reads what a recalled hospital owes in the other books of its area, where nobody recalls it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.policy.facts import OwedElsewhere
from ledger.store.relations.lines import LinePick, net_of, read_sums
from ledger.store.standing.standing import books_of_area, read_area_wide
from ledger.store.vouchers.balances import accounts_held

if TYPE_CHECKING:
    from collections.abc import Iterable

    import sqlalchemy as sa


def read_uncalled(
    conn: sa.Connection, book: str, base: str, hospitals: Iterable[str]
) -> dict[str, tuple[OwedElsewhere, ...]]:
    """Read what hospitals owe in an area's other books that have no recall of theirs standing."""
    wanted = sorted(hospitals)
    if not wanted:
        return {}
    called = {
        (stop.book, hospital)
        for (hospital, _), standing in read_area_wide(conn, book, wanted).items()
        for stop in standing.stops
        if stop.kind == "recall" and stop.until is None
    }
    found: dict[str, list[OwedElsewhere]] = {}
    for other in books_of_area(book):
        waiting = [] if other == book else [h for h in wanted if (other, h) not in called]
        for (hospital, year), fen in read_left(conn, other, base, waiting).items():
            if fen > 0:
                owed = OwedElsewhere(book=other, year=year, amount_fen=fen)
                found.setdefault(hospital, []).append(owed)
    return {hospital: tuple(owed) for hospital, owed in found.items()}


def read_left(
    conn: sa.Connection, book: str, base: str, hospitals: Iterable[str]
) -> dict[tuple[str, int], int]:
    """Add up what hospitals hold below `base` in a book, by prepayment year, in fen."""
    held = accounts_held(conn, book, base, hospitals)
    sums = read_sums(conn, book, LinePick(leaves=held), ("hospital", "leaf_year"))
    return {place: net_of(sides) for place, sides in sorted(sums.items())}
