"""A rule has a first day: a fact is judged by the rules in force when it was posted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ledger.store.engine import reading
from ledger.store.tables.schema import REVISION
from ledger.store.upgrades import posted_under, read_upgrades
from tests.office import EMPLOYEE, RESIDENT

if TYPE_CHECKING:
    from tests.office import Office

#: Year 2026 had 12 links when 0006 came, and 40 when 0009 came; 2027 had not begun.
STOOD = {"0006": {2026: 12}, "0009": {2026: 40}}


@pytest.mark.parametrize(
    ("year", "position", "revision"),
    [
        (2026, 12, ""),
        (2026, 13, "0006"),
        (2026, 40, "0006"),
        (2026, 41, "0009"),
        (2027, 1, "0009"),
    ],
)
def test_a_link_is_posted_under_the_newest_revision_in_use(
    year: int, position: int, revision: str
) -> None:
    assert posted_under(STOOD, year, position) == revision


def test_a_new_book_knows_all_its_facts_to_come_later(office: Office) -> None:
    with reading(office.desk.engine) as conn:
        for book in (EMPLOYEE, RESIDENT):
            assert read_upgrades(conn, book) == {REVISION: {0: 0}}
            assert posted_under(read_upgrades(conn, book), 2026, 1) == REVISION
