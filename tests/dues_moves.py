"""Moves of a debt as values, and what a book knew on a day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ledger.dues.values import BookState
from ledger.masters.book import Book
from ledger.policy.layers import load_layers
from ledger.policy.profile import Policy
from ledger.store.standing.assess import Moved

if TYPE_CHECKING:
    from collections.abc import Sequence

BOOK = Book(
    code="620100/employee",
    area="620100",
    fund="employee",
    area_name="兰州市",
    profile="gansu",
    start="2026-01",
)
END = date(2026, 12, 31)


def moved(
    day: str, hospital: str, fen: int, movement: str = "disbursement", owner: str = ""
) -> Moved:
    """Write one movement."""
    return Moved(
        hospital=hospital, movement=movement, owner=owner or hospital, day=day, net_fen=fen
    )


def taken(day: str, owner: str, heir: str, fen: int) -> Sequence[Moved]:
    """Write both sides of a 承接."""
    return (
        moved(day, owner, -fen, "succession", owner),
        moved(day, heir, fen, "succession", owner),
    )


def state(
    bank: dict[tuple[int, str], int],
    *,
    on: date = END,
    opening: dict[int, int] | None = None,
    balance: int | None = None,
    unidentified: int = 0,
) -> BookState:
    """Write what a book knows of its 支出户."""
    return BookState(
        book=BOOK,
        on=on,
        policy=Policy(layers=load_layers("gansu"), chosen={}),
        hospitals={},
        moved={},
        registers={},
        approved={},
        bank=bank,
        bank_opening=opening or {},
        bank_balance_fen=balance,
        unidentified_fen=unidentified,
        closed=frozenset(),
        drafts=0,
        irregular_count=0,
        irregular_fen=0,
        first_of_area=True,
        unconfirmed={},
        unanswered={},
        untied={},
        unreconciled={},
    )
