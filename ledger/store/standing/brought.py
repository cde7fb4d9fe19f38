"""Reads what the first year had moved before the books began, as the 期初 tell it.

A book opened in mid-year (总说明八) takes over 年初余额 and the 借方 and 贷方累计 of the months
before. They move nothing in it, and are counted wherever the year as a whole is shown.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from ledger.basis.money import parse_fen
from ledger.basis.period import opening_period, year_of
from ledger.basis.statutory import TEMPORARY_RECEIPT
from ledger.events.booked.opening_balance import OpeningBalance
from ledger.store.relations.events import EventPick, read_event_rows
from ledger.store.relations.lines import LinePick, read_lines

if TYPE_CHECKING:
    import sqlalchemy as sa

    from ledger.masters.book import Book

#: By leaf: 借方累计 and 贷方累计 of the months before the books began.
Brought = dict[str, tuple[int, int]]


def read_brought(conn: sa.Connection, book: Book, year: int) -> Brought:
    """Read a year's 借方 and 贷方累计 from before the books began; none but of a first, mid year.

    The account that every 期初 stands against takes the other side, so that both sides of the
    months before agree as well. A 期初 that a 红字 among the 期初 took back does not count.
    """
    if year != year_of(book.start) or book.start.endswith("-01"):
        return {}
    period = opening_period(year)
    lines = read_lines(conn, book.code, LinePick(first=period, last=period))
    gone = {line.corrects for line in lines if line.form == "red"}
    opened = [one for one in lines if one.kind == OpeningBalance.KIND and one.id not in gone]
    sides = {(line.id, line.side): line.account for line in opened}
    ids = {line.id for line in opened}
    found: Brought = {}
    for row in read_event_rows(conn, book.code, EventPick(ids=ids)):
        told = json.loads(row["content"])
        debit, credit = sides[row["id"], "debit"], sides[row["id"], "credit"]
        on_debit, on_credit = (
            parse_fen(told[name]) if told.get(name) else 0
            for name in ("debit_to_date", "credit_to_date")
        )
        own, against = (credit, debit) if told["account"] == TEMPORARY_RECEIPT else (debit, credit)
        for account, pair in ((own, (on_debit, on_credit)), (against, (on_credit, on_debit))):
            before = found.get(account, (0, 0))
            found[account] = (before[0] + pair[0], before[1] + pair[1])
    return {account: pair for account, pair in found.items() if any(pair)}
