"""The newest acts of a book: what a clock is held against, once the control row is taken."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from ledger.basis.clock import CHINA_STANDARD_TIME, Act
from ledger.events.registers.acknowledgement import CLOCK_AHEAD, Acknowledgement
from ledger.store.tables import schema as s

if TYPE_CHECKING:
    from collections.abc import Iterable

EXPLAINED = "explained"


def statement() -> sa.CompoundSelect[Any]:
    """Build the one query: the last links of two chain years, the last seal, the newest drafts.

    A seal goes by the key of the link on which it stands.
    """
    e, d, sealing = s.event.c, s.draft.c, s.seal.c
    book: sa.BindParameter[str] = sa.bindparam("book")
    newest = sa.select(sa.func.max(e.chain_year)).where(e.book == book).scalar_subquery()
    stood = s.event.alias("stood")
    sealed = (
        sa.select(sa.literal("结账"), stood.c.key, sealing.closed_by, sealing.closed_at)
        .join(
            stood,
            sa.and_(
                stood.c.book == sealing.book,
                stood.c.position == sealing.position,
                stood.c.chain_year == sa.cast(sa.func.substr(sealing.period, 1, 4), sa.BigInteger),
            ),
        )
        .where(sealing.book == book)
        .order_by(sealing.period.desc())
        .limit(1)
    )
    parts = [sealed]
    for years_back in (0, 1):
        linked = sa.select(sa.literal("记账"), e.key, e.posted_by, e.posted_at)
        linked = linked.where(e.book == book, e.chain_year == newest - years_back)
        parts.append(linked.order_by(e.position.desc()).limit(1))
    for word, by, at in (
        ("制单", d.prepared_by, d.prepared_at),
        ("审核", d.approved_by, d.approved_at),
    ):
        drafted = sa.select(sa.literal(word), d.key, by, at).where(d.book == book, at != "")
        parts.append(drafted.order_by(at.desc()).limit(1))
    explained = sa.select(sa.literal(EXPLAINED), e.content, e.posted_by, e.posted_at)
    parts.append(explained.where(e.book == book, e.kind == Acknowledgement.KIND))
    return sa.union_all(*(sa.select(part.subquery()) for part in parts))


NEWEST = statement()


def read_acts(conn: sa.Connection, books: Iterable[str]) -> tuple[Act, ...]:
    """Read the newest acts of books, without those whose clock is explained (时钟超前)."""
    found: list[Act] = []
    for book in books:
        rows = conn.execute(NEWEST, {"book": book}).all()
        known = clocks_explained(rows)
        found += [
            Act(book=book, what=what, key=key, by=by, at=datetime.fromisoformat(at))
            for what, key, by, at in rows
            if what != EXPLAINED and key not in known
        ]
    return tuple(found)


def clocks_explained(rows: Iterable[sa.Row[*tuple[Any, ...]]]) -> set[str]:
    """Return the keys of the acts whose clock a 验证事项说明 explains."""
    told = [json.loads(content) for what, content, _, _ in rows if what == EXPLAINED]
    return {words["event"] for words in told if words["finding"] == CLOCK_AHEAD}


def queued_books(conn: sa.Connection) -> tuple[str, ...]:
    """Name the books whose control rows this transaction has taken; none in a read."""
    books: tuple[str, ...] = conn.get_execution_options().get("books", ())
    return books


def server_moment(conn: sa.Connection) -> datetime | None:
    """Read the server's clock, in China standard time; None where there is no server."""
    if conn.dialect.name != "postgresql":
        return None
    moment: datetime = conn.execute(sa.select(sa.func.clock_timestamp())).scalar_one()
    return moment.astimezone(CHINA_STANDARD_TIME)
