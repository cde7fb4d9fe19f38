"""Reads the raw rows that proofs recompute from; nothing here trusts a projection."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from ledger.events.kinds import LEGLESS
from ledger.store.relations.events import EventPick, read_event_rows
from ledger.store.relations.planned import joined_on, own_book
from ledger.store.tables import schema as s

if TYPE_CHECKING:
    from collections.abc import Iterator

Row = dict[str, Any]


@contextmanager
def legible() -> Iterator[None]:
    """Raise ValueError where stored text is no text: SQLite hands back whatever was written."""
    try:
        yield
    except sa.exc.OperationalError as error:
        if "decode" not in str(error.orig):
            raise
        raise ValueError(str(error.orig)) from error


def read_chain_years(conn: sa.Connection, book: str) -> list[int]:
    """List the years that a book has links in."""
    found: list[int] = []
    # From year to year by the index: a DISTINCT would walk every link.
    while (
        year := conn.execute(YEAR_AFTER, {"book": book, "year": max(found, default=-1)}).scalar()
    ) is not None:
        found.append(year)
    return found


def year_after() -> sa.Select[Any]:
    """Build the statement for the next year that has links."""
    e = s.event.c
    query = sa.select(e.chain_year).where(e.book == sa.bindparam("book"))
    return query.where(e.chain_year > sa.bindparam("year")).order_by(e.chain_year).limit(1)


YEAR_AFTER = year_after()


def read_links(conn: sa.Connection, book: str, year: int) -> Iterator[Row]:
    """Read a year's events in order of position, each with its voucher and correction, if any."""
    e, v, c = s.event, s.voucher.c, s.correction.c
    query = (
        sa.select(
            e,
            v.id.label("voucher"),
            v.period,
            v.number,
            v.movement,
            v.summary,
            v.legs,
            v.sheets,
            c.form,
            c.corrects.label("corrected"),
        )
        .outerjoin(s.voucher, sa.and_(v.book == e.c.book, v.id == e.c.id))
        .outerjoin(s.correction, sa.and_(c.book == v.book, c.voucher == v.id))
        .where(e.c.book == book, e.c.chain_year == year)
        .order_by(e.c.position)
    )
    for row in conn.execute(query).mappings():
        yield dict(row)


def read_year_legs(conn: sa.Connection, book: str, year: int) -> dict[str, list[Row]]:
    """Read the legs of a year's events, by voucher id, in order of line."""
    g, e = s.leg, s.event.c
    query = (
        sa.select(g)
        .join(s.event, sa.and_(e.book == g.c.book, e.id == g.c.voucher))
        .where(g.c.book == book, e.chain_year == year)
        .order_by(g.c.voucher, g.c.line)
    )
    return grouped_by(conn, query, "voucher")


def read_year_papers(conn: sa.Connection, book: str, year: int) -> dict[str, list[Row]]:
    """Read the papers of a year's events, by event id, in order of line."""
    p, e = s.evidence, s.event.c
    query = (
        sa.select(p)
        .join(s.event, sa.and_(e.book == p.c.book, e.id == p.c.event))
        .where(p.c.book == book, e.chain_year == year)
        .order_by(p.c.event, p.c.line)
    )
    return grouped_by(conn, query, "event")


def grouped_by(conn: sa.Connection, query: sa.Select[Any], column: str) -> dict[str, list[Row]]:
    """Run a query and group its rows by a column."""
    groups: dict[str, list[Row]] = {}
    for row in conn.execute(query).mappings():
        groups.setdefault(row[column], []).append(dict(row))
    return groups


def read_labels(conn: sa.Connection, book: str) -> dict[str, tuple[str, int]]:
    """Read period and number of every voucher, by id."""
    v = s.voucher.c
    query = sa.select(v.id, v.period, v.number).where(v.book == book)
    return {row.id: (row.period, row.number) for row in conn.execute(query)}


def recomputed_turnover(
    conn: sa.Connection, book: str, *, first: str = "", last: str = "9999-99"
) -> dict[tuple[str, str], tuple[int, int]]:
    """Add the legs themselves up into 发生额 by leaf and period."""
    v, g = s.voucher.c, s.leg.c
    sums: dict[tuple[str, str], list[int]] = {}
    sides: tuple[tuple[int, sa.ColumnElement[str]], ...] = ((0, g.debit), (1, g.credit))
    for side, column in sides:
        query = (
            sa.select(column, v.period, sa.func.sum(g.amount_fen))
            .select_from(s.voucher)
            .join(s.leg, joined_on(s.leg, g.voucher, s.voucher, v.id))
            .where(v.book == own_book(), v.period >= first, v.period <= last)
            .group_by(column, v.period)
        )
        for account, period, fen in conn.execute(query, {"book": book}):
            sums.setdefault((account, period), [0, 0])[side] += int(fen)
    return {key: (debit, credit) for key, (debit, credit) in sums.items()}


def stored_turnover(
    conn: sa.Connection, book: str, *, first: str = "", last: str = "9999-99"
) -> dict[tuple[str, str], tuple[int, int]]:
    """Read the turnover that is kept, by leaf and period."""
    t = s.turnover.c
    query = sa.select(s.turnover).where(t.book == book, t.period >= first, t.period <= last)
    return {
        (row.account, row.period): (row.debit_fen, row.credit_fen) for row in conn.execute(query)
    }


def stored_openings(conn: sa.Connection, book: str) -> dict[int, dict[str, int]]:
    """Read the openings that are kept, by year and leaf."""
    o = s.opening.c
    found: dict[int, dict[str, int]] = {}
    query = sa.select(o.account, o.year, o.balance_fen).where(o.book == book)
    for account, year, fen in conn.execute(query.order_by(o.year, o.account)):
        found.setdefault(year, {})[account] = fen
    return found


def number_facts(
    conn: sa.Connection, book: str, *, first: str = "", last: str = "9999-99"
) -> list[tuple[str, int, int, int, int]]:
    """Read, by period: vouchers counted, lowest and highest number, and the counter's last.

    Of the periods `first` … `last`.
    """
    v, p = s.voucher.c, s.period.c
    counted = sa.select(s.period).where(p.book == book, p.period >= first, p.period <= last)
    counters = {row.period: row.last_number for row in conn.execute(counted)}
    query = (
        sa.select(v.period, sa.func.count(), sa.func.min(v.number), sa.func.max(v.number))
        .where(v.book == book, v.period >= first, v.period <= last)
        .group_by(v.period)
        .order_by(v.period)
    )
    found = {row[0]: (row[1], row[2], row[3]) for row in conn.execute(query)}
    return [
        (period, *found.get(period, (0, 0, 0)), counters.get(period, 0))
        for period in sorted({*found, *counters})
    ]


def period_totals(conn: sa.Connection, book: str, period: str) -> tuple[int, int, int]:
    """Count a period's vouchers and events, and add up its legs (debit total = credit total).

    Events are those behind the vouchers and the 登记事项 booked in the period's days.
    """
    v, g = s.voucher.c, s.leg.c
    own = sa.and_(v.book == own_book(), v.period == period)
    counted = sa.select(sa.func.count()).select_from(s.voucher).where(own)
    added = sa.select(sa.func.coalesce(sa.func.sum(g.amount_fen), 0)).select_from(s.voucher)
    added = added.join(s.leg, joined_on(s.leg, g.voucher, s.voucher, v.id)).where(own)
    vouchers = conn.execute(counted, {"book": book}).scalar_one()
    total = conn.execute(added, {"book": book}).scalar_one()
    # Each voucher is one event; the foreign key says so.
    return vouchers, vouchers + count_registers(conn, book, period), int(total)


def count_registers(conn: sa.Connection, book: str, period: str) -> int:
    """Count the 登记事项 booked in a month."""
    pick = EventPick(kinds=LEGLESS, booked_from=f"{period}-", booked_to=f"{period}-99")
    return len(read_event_rows(conn, book, pick))


def chain_position(conn: sa.Connection, book: str, year: int) -> tuple[int, str]:
    """Read the last position and link of a book's year; (0, "") before the first."""
    e = s.event.c
    row = conn.execute(
        sa.select(e.position, e.link)
        .where(e.book == book, e.chain_year == year)
        .order_by(e.position.desc())
        .limit(1)
    ).first()
    return (row.position, row.link) if row else (0, "")


def control_sums(conn: sa.Connection, book: str, last: str, first: str = "") -> dict[str, int]:
    """Add every leg up to a month into its first-level account: the control totals (总账).

    From `first` on, a month before which nothing counts, where the year's close has proved what
    came before.
    """
    a, v, g = s.account.c, s.voucher.c, s.leg.c
    sums: dict[str, int] = {}
    sides: tuple[tuple[int, sa.ColumnElement[str]], ...] = ((1, g.debit), (-1, g.credit))
    for sign, column in sides:
        query = (
            sa.select(a.base, sa.func.sum(g.amount_fen))
            .select_from(s.voucher)
            .join(s.leg, joined_on(s.leg, g.voucher, s.voucher, v.id))
            .join(s.account, joined_on(s.account, a.code, s.leg, column))
            .where(v.book == own_book(), v.period >= first, v.period <= last)
            .group_by(a.base)
        )
        for base, fen in conn.execute(query, {"book": book}):
            sums[base[:4]] = sums.get(base[:4], 0) + sign * int(fen)
    return sums


def carried_sums(conn: sa.Connection, book: str, year: int) -> dict[str, int]:
    """Add the openings that the year's close wrote into their first-level accounts."""
    o, a = s.opening.c, s.account.c
    query = (
        sa.select(a.base, sa.func.sum(o.balance_fen))
        .select_from(s.opening)
        .join(s.account, joined_on(s.account, a.code, s.opening, o.account))
        .where(o.book == own_book(), o.year == year)
        .group_by(a.base)
    )
    sums: dict[str, int] = {}
    for base, fen in conn.execute(query, {"book": book}):
        sums[base[:4]] = sums.get(base[:4], 0) + int(fen)
    return sums


def read_seals(conn: sa.Connection, book: str) -> list[Row]:
    """Read a book's seals in order."""
    query = sa.select(s.seal).where(s.seal.c.book == book).order_by(s.seal.c.period)
    return [dict(row) for row in conn.execute(query).mappings()]


def closes_logged(conn: sa.Connection, book: str) -> list[tuple[str, str]]:
    """Read from the operation log what was closed: month or year, and the content noted then."""
    o = s.oplog.c
    closes = ("close-month", "close-year")
    query = sa.select(o.subject, o.content).where(o.book == book, o.action.in_(closes))
    return [(row.subject, row.content) for row in conn.execute(query.order_by(o.id))]


def books_named(conn: sa.Connection) -> set[str]:
    """Name every book that any row belongs to, whatever the list of books says."""
    named: set[str] = set()
    for table in s.metadata.sorted_tables:
        if "book" in table.c and table is not s.book:
            named.update(conn.execute(sa.select(table.c.book).distinct()).scalars())
    return named


def upgrades_logged(conn: sa.Connection, book: str) -> list[Row]:
    """Read the lines of the log that say where a book stood: at its opening, and at upgrades."""
    o = s.oplog
    query = sa.select(o).where(o.c.book == book, o.c.action.in_(("init", "upgrade")))
    return [dict(row) for row in conn.execute(query.order_by(o.c.id)).mappings()]


def hospital_accounts_kept(conn: sa.Connection) -> tuple[Row, ...]:
    """Read every version of the hospitals' bank accounts."""
    a = s.hospital_account
    query = sa.select(a).order_by(a.c.code, a.c.version)
    return tuple(dict(row) for row in conn.execute(query).mappings())


def hospital_accounts_logged(conn: sa.Connection) -> tuple[Row, ...]:
    """Read the lines of the log that registered bank accounts of hospitals, whichever book's."""
    o = s.oplog
    query = sa.select(o).where(o.c.action == "hospital-account").order_by(o.c.book, o.c.id)
    return tuple(dict(row) for row in conn.execute(query).mappings())


def orphans(conn: sa.Connection, book: str) -> list[tuple[str, int]]:
    """Count rows that hang from nothing: legs, papers and corrections without their event."""
    found = []
    e = s.event.c
    hanging: tuple[tuple[sa.Table, sa.Column[Any]], ...] = (
        (s.leg, s.leg.c.voucher),
        (s.evidence, s.evidence.c.event),
        (s.voucher, s.voucher.c.id),
        (s.correction, s.correction.c.voucher),
    )
    for table, column in hanging:
        query = (
            sa.select(sa.func.count())
            .select_from(table)
            .outerjoin(s.event, sa.and_(e.book == table.c.book, e.id == column))
            .where(table.c.book == book, e.id.is_(None))
        )
        found.append((table.name, conn.execute(query).scalar_one()))
    return found


def triggers(conn: sa.Connection) -> set[str]:
    """Read the names of the triggers that stand."""
    if conn.dialect.name == "sqlite":
        query = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    else:
        query = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'O'"
    return set(conn.execute(sa.text(query)).scalars())


def expected_triggers(dialect: str) -> set[str]:
    """Name the triggers that the hardening revision creates; none on other engines."""
    endings = {
        "sqlite": ("no_update", "no_delete", "no_replace"),
        "postgresql": ("append_only", "no_truncate"),
    }
    return {f"{table}_{end}" for table in s.INSERT_ONLY for end in endings.get(dialect, ())}
