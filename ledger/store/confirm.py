"""Reads 对账 with hospitals back: letters sent, answers, explanations, and the days of facts."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import sqlalchemy as sa

from ledger.basis.clock import EVER
from ledger.events.alternative_check import AlternativeCheck
from ledger.events.confirmation_sent import ConfirmationSent
from ledger.events.confirming import CONFIRMING
from ledger.store import schema as s
from ledger.store.assess import corrected_roots, read_evidence
from ledger.store.masters import chunks
from ledger.store.registers import read_withdrawals
from ledger.store.rows import event_of
from ledger.voucher.letters import Cutoffs, Letters, note_letter

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ledger.events.base import Event
    from ledger.policy.letters import Letter


def read_letters(
    conn: sa.Connection,
    book: str,
    *,
    since: dt.date = dt.date.min,
    until: dt.date = dt.date.max,
    known_at: str = EVER,
) -> tuple[Letters, Cutoffs]:
    """Read the letters that stand, cut off on a day or later: by key, and the keys by cut-off.

    Answers and explanations after `until`, and what was chained after the moment `known_at`, are
    left out.
    """
    letters: Letters = {}
    cutoffs: Cutoffs = {}
    for event in read_confirming(conn, book, since, known_at):
        if event.date <= until:
            note_letter(event, letters, cutoffs)
    return letters, cutoffs


def read_confirming(
    conn: sa.Connection, book: str, since: dt.date, known_at: str = EVER
) -> list[Event]:
    """Read 对账 events that stand, dated on a day or later, as they were chained.

    An answer is never older than the cut-off of its letter, so no letter lacks one.
    """
    e = s.event
    query = sa.select(e).where(
        e.c.book == book,
        e.c.kind.in_(CONFIRMING),
        e.c.date >= since.isoformat(),
        e.c.posted_at <= known_at,
    )
    rows = conn.execute(query.order_by(e.c.chain_year, e.c.position)).mappings().all()
    gone = read_withdrawals(conn, book, known_at) if rows else {}
    kept = [dict(row) for row in rows if row["key"] not in gone]
    papers = read_evidence(conn, book, (r["id"] for r in kept if r["kind"] != CONFIRMING[0]))
    return [event_of(row, papers.get(row["id"], ())) for row in kept]


def asked_otherwise(conn: sa.Connection, book: str, year: int) -> bool:
    """Tell whether anything ever stood in place of an answer about a year: 催函, 替代核对."""
    e = s.event.c
    checked = sa.and_(e.kind == AlternativeCheck.KIND, e.year == year)
    reminded = sa.and_(e.kind == CONFIRMING[3], e.date >= f"{year}-12-01")
    query = sa.select(e.id).where(e.book == book, sa.or_(checked, reminded)).limit(1)
    return conn.execute(query).first() is not None


def read_alternative_checks(
    conn: sa.Connection, book: str, year: int, known_at: str = EVER
) -> list[AlternativeCheck]:
    """Read the 替代核对 of a year that stand, as it was known at a moment, oldest first."""
    e = s.event
    query = sa.select(e).where(
        e.c.book == book,
        e.c.kind == AlternativeCheck.KIND,
        e.c.year == year,
        e.c.posted_at <= known_at,
    )
    rows = conn.execute(query.order_by(e.c.chain_year, e.c.position)).mappings().all()
    gone = read_withdrawals(conn, book, known_at) if rows else {}
    kept = [dict(row) for row in rows if row["key"] not in gone]
    papers = read_evidence(conn, book, (row["id"] for row in kept))
    events = [event_of(row, papers.get(row["id"], ())) for row in kept]
    return [event for event in events if isinstance(event, AlternativeCheck)]


def read_explaining(conn: sa.Connection, book: str) -> frozenset[str]:
    """Name the explanations (对账说明) ever approved."""
    e = s.event.c
    query = sa.select(e.key).where(e.book == book, e.kind == CONFIRMING[2]).order_by(e.key)
    return frozenset(conn.execute(query).scalars())


def read_named_letters(
    conn: sa.Connection, book: str, events: Sequence[Event]
) -> tuple[Letters, Cutoffs]:
    """Read the letters that the checks of a batch look at; nothing where it has no 对账 in it."""
    asked = [event for event in events if event.KIND in CONFIRMING]
    if not asked:
        return {}, {}
    days = {event.date for event in asked if CONFIRMING[0] == event.KIND}
    e = s.event.c
    for part in chunks({getattr(event, "letter", "") for event in asked} - {""}):
        query = sa.select(sa.func.min(e.date)).where(
            e.book == book, e.kind == CONFIRMING[0], e.key.in_(part)
        )
        found = conn.execute(query).scalar()
        days |= {dt.date.fromisoformat(found)} if found else set()
    return read_letters(conn, book, since=min(days)) if days else ({}, {})


def read_sent(
    conn: sa.Connection, book: str, letters: Iterable[Letter]
) -> dict[str, ConfirmationSent]:
    """Read letters whole, as they were sent, by key."""
    e = s.event
    found: dict[str, ConfirmationSent] = {}
    for part in chunks(letter.key for letter in letters):
        query = sa.select(e).where(e.c.book == book, e.c.kind == CONFIRMING[0], e.c.key.in_(part))
        for row in conn.execute(query.order_by(e.c.key)).mappings():
            event = event_of(dict(row), ())
            assert isinstance(event, ConfirmationSent)
            found[event.key] = event
    return found


def read_numbers(conn: sa.Connection, book: str, cutoff: dt.date) -> list[str]:
    """Read the numbers of a cut-off's letters: chained, withdrawn ones too, and drafts."""
    numbers = []
    for table in (s.event, s.draft):
        c = table.c
        query = sa.select(table).where(
            c.book == book, c.kind == CONFIRMING[0], c.date == cutoff.isoformat()
        )
        for row in conn.execute(query.order_by(c.id)).mappings():
            event = event_of(dict(row), ())
            assert isinstance(event, ConfirmationSent)
            numbers.append(event.number)
    return numbers


def correction_days(conn: sa.Connection, book: str) -> dict[str, dt.date]:
    """Give the day that a red, 差额 or later-year correction counts on, by its id.

    What it takes back or changes was said of the day of the voucher that it corrects.
    """
    roots = corrected_roots(conn, book)
    return {id_: dt.date.fromisoformat(day) for id_, (_, day) in roots.items()}
