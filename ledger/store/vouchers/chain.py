"""Reads a book's year as links, one after another: heads with their legs, never all at once."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from ledger.events.kinds import LEGLESS
from ledger.store.tables import schema as s
from ledger.store.tables import schema_identity as si

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Rows fetched at a time; a year of any size then needs the same memory.
BATCH = 5000
#: What people signed of a link: the rest's digest, and the sets that it is in.
SIGNED_COLUMNS = ("private_digest", "prepared", "approved", "posted")


def read_chain(
    conn: sa.Connection, book: str, year: int
) -> Iterator[tuple[sa.Row[Any], list[tuple[str, str, int]]]]:
    """Read a year's links in order of position: the head, and each leg as debit, credit, fen.

    One statement: head and legs are of one moment. A 登记事项 has no voucher and no legs. An
    event with legs that has lost its voucher has nothing to show and is left out, so that its
    place in the chain is empty. What people signed of a link stands beside it, if they did.
    """
    e, v, g, c, wrong = s.event.c, s.voucher.c, s.leg.c, s.correction.c, s.voucher.alias().c
    f = si.signed_fact.c
    query = (
        sa.select(
            e.position,
            v.period,
            v.number,
            e.booked,
            e.date,
            e.kind,
            v.movement,
            e.hospital,
            e.year,
            v.summary,
            c.form,
            wrong.period.label("wrong_period"),
            wrong.number.label("wrong_number"),
            e.journal_digest,
            e.fact_digest,
            e.link,
            *(f[name] for name in SIGNED_COLUMNS),
            g.debit,
            g.credit,
            g.amount_fen,
        )
        .select_from(s.event)
        .outerjoin(s.voucher, sa.and_(v.book == e.book, v.id == e.id))
        .outerjoin(s.leg, sa.and_(g.book == v.book, g.voucher == v.id))
        .outerjoin(si.signed_fact, sa.and_(f.book == e.book, f.event == e.id))
        .outerjoin(s.correction, sa.and_(c.book == v.book, c.voucher == v.id))
        .outerjoin(wrong.id.table, sa.and_(wrong.book == e.book, wrong.id == e.corrects))
        .where(e.book == book, e.chain_year == year)
        .where(sa.or_(v.id.is_not(None), e.kind.in_(sorted(LEGLESS))))
        .order_by(e.position, g.line)
    )
    rows: sa.CursorResult[Any] = conn.execute(query, execution_options={"yield_per": BATCH})
    for _, group in groupby(rows, key=attrgetter("position")):
        found = list(group)
        legs = [(row.debit, row.credit, row.amount_fen) for row in found if row.debit is not None]
        yield found[0], legs
