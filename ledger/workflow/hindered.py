"""停付: to whom of an area's hospitals nothing may be paid on a day, and by which clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.events.permissions.permission_stops import hindrances_on
from ledger.policy.standing import standing_at
from ledger.store.masters import read_hospitals
from ledger.store.standing.standing import read_area_wide

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    import sqlalchemy as sa

    from ledger.events.permissions.permission_stops import Hindrance
    from ledger.masters.book import Book
    from ledger.policy.profile import Rules


def hindered_on(
    conn: sa.Connection, book: Book, hospitals: Iterable[str], rules: Rules, day: date
) -> dict[str, tuple[Hindrance, ...]]:
    """Name those of the hospitals that may not be paid on a day, each with all that stops it."""
    codes = sorted(hospitals)
    standings = read_area_wide(conn, book.code, codes)
    found = {}
    for code, hospital in sorted(read_hospitals(conn, day, codes).items()):
        standing = standing_at(standings, code, day.year)
        hindrances = tuple(hindrances_on(standing, hospital, rules, day))
        if hindrances:
            found[code] = hindrances
    return found
