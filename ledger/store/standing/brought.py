"""Reads what the first year had moved before the books began, as the 期初 tell it.

A book opened in mid-year (总说明八) takes over 年初余额 and the 借方 and 贷方累计 of the months
before. They move nothing in it, and are counted wherever the year as a whole is shown.
"""

from __future__ import annotations

import json
from itertools import chain
from typing import TYPE_CHECKING

from ledger.basis.money import parse_fen
from ledger.basis.period import opening_period, year_of
from ledger.basis.statutory import TEMPORARY_RECEIPT
from ledger.events.booked.opening_balance import OpeningBalance
from ledger.store.relations.events import EventPick, read_event_rows
from ledger.store.relations.lines import LinePick, read_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    import sqlalchemy as sa

    from ledger.masters.book import Book
    from ledger.store.relations.events import EventRow
    from ledger.store.relations.lines import BookLine

#: By leaf: 借方累计 and 贷方累计 of the months before the books began.
Brought = dict[str, tuple[int, int]]


def read_brought(conn: sa.Connection, book: Book, year: int) -> Brought:
    """Read a year's 借方 and 贷方累计 from before the books began; none but of a first, mid year.

    The account that every 期初 stands against takes the other side, so that both sides of the
    months before agree as well. A 期初 that a 红字 among the 期初 took back does not count.
    """
    if year != year_of(book.start) or book.start.endswith("-01"):
        return {}
    opened = read_opened(conn, book.code, opening_period(year))
    sides = {(line.id, line.side): line.account for line in opened}
    rows = read_event_rows(conn, book.code, EventPick(ids={line.id for line in opened}))
    found: Brought = {}
    for account, debit_fen, credit_fen in chain.from_iterable(
        brought_by(row, debit=sides[row["id"], "debit"], credit=sides[row["id"], "credit"])
        for row in rows
    ):
        before = found.get(account, (0, 0))
        found[account] = (before[0] + debit_fen, before[1] + credit_fen)
    return {account: pair for account, pair in found.items() if any(pair)}


def read_opened(conn: sa.Connection, book: str, period: str) -> list[BookLine]:
    """Read the lines of the 期初 that stand in a period."""
    lines = read_lines(conn, book, LinePick(first=period, last=period))
    gone = {line.corrects for line in lines if line.form == "red"}
    return [line for line in lines if line.kind == OpeningBalance.KIND and line.id not in gone]


def brought_by(row: EventRow, *, debit: str, credit: str) -> Iterator[tuple[str, int, int]]:
    """Return what a 期初 tells of the months before: its own leaf, and the one against it."""
    told = json.loads(row["content"])
    debit_fen = parse_fen(told.get("debit_to_date") or "0")
    credit_fen = parse_fen(told.get("credit_to_date") or "0")
    own, against = (credit, debit) if told["account"] == TEMPORARY_RECEIPT else (debit, credit)
    yield own, debit_fen, credit_fen
    yield against, credit_fen, debit_fen
