"""Reads what the first year had moved before the books began, as the 期初 tell it.

A book opened in mid-year (总说明八) takes over 年初余额 and the 借方 and 贷方累计 of the months
before. They move nothing in it, and are counted wherever the year as a whole is shown.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import sqlalchemy as sa

from ledger.basis.money import parse_fen
from ledger.basis.period import opening_period, year_of
from ledger.basis.statutory import TEMPORARY_RECEIPT
from ledger.store import schema as s

if TYPE_CHECKING:
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
    e, v, g, c = s.event.c, s.voucher.c, s.leg.c, s.correction.c
    period = opening_period(year)
    taken_back = (
        sa.select(c.corrects)
        .join(s.voucher, sa.and_(v.book == c.book, v.id == c.voucher))
        .where(c.book == book.code, c.form == "red", v.period == period)
    )
    query = (
        sa.select(e.content, g.debit, g.credit)
        .join(s.voucher, sa.and_(v.book == e.book, v.id == e.id))
        .join(s.leg, sa.and_(g.book == v.book, g.voucher == v.id))
        .where(
            e.book == book.code,
            e.kind == "opening-balance",
            v.period == period,
            v.id.not_in(taken_back),
        )
    )
    found: Brought = {}
    for content, debit, credit in conn.execute(query):
        told = json.loads(content)
        on_debit, on_credit = (
            parse_fen(told[name]) if told.get(name) else 0
            for name in ("debit_to_date", "credit_to_date")
        )
        own, against = (credit, debit) if told["account"] == TEMPORARY_RECEIPT else (debit, credit)
        for account, sides in ((own, (on_debit, on_credit)), (against, (on_credit, on_debit))):
            before = found.get(account, (0, 0))
            found[account] = (before[0] + sides[0], before[1] + sides[1])
    return {account: sides for account, sides in found.items() if any(sides)}
