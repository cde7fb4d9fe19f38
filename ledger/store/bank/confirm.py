"""Reads 对账 with hospitals back: letters sent, answers, explanations, and the days of facts."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from ledger.basis.clock import EVER
from ledger.events.confirmations.alternative_check import AlternativeCheck
from ledger.events.confirmations.confirmation_sent import ConfirmationSent
from ledger.events.confirmations.confirming import CONFIRMING
from ledger.store.drafts import read_drafts
from ledger.store.relations.events import EventPick, read_event_rows, read_events, read_kept_rows
from ledger.store.relations.papers import papered, read_evidence
from ledger.store.rows import event_of
from ledger.voucher.letters import Cutoffs, Letters, letters_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import sqlalchemy as sa

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
    events = read_confirming(conn, book, since, known_at)
    return letters_of(event for event in events if event.date <= until)


def read_confirming(
    conn: sa.Connection, book: str, since: dt.date, known_at: str = EVER
) -> list[Event]:
    """Read 对账 events that stand, dated on a day or later, as they were chained.

    An answer is never older than the cut-off of its letter, so no letter lacks one.
    """
    # No fact is booked before its day.
    day = since.isoformat()
    pick = EventPick(kinds=CONFIRMING, dated_from=day, booked_from=day, known_at=known_at)
    rows = read_kept_rows(conn, book, pick)
    papers = read_evidence(conn, book, (r["id"] for r in rows if r["kind"] != CONFIRMING[0]))
    return [event_of(row, papers.get(row["id"], ())) for row in rows]


def asked_otherwise(conn: sa.Connection, book: str, year: int) -> bool:
    """Tell whether anything ever stood in place of an answer about a year: 催函, 替代核对."""
    checked = EventPick(kinds=(AlternativeCheck.KIND,), years=(year,))
    day = f"{year}-12-01"
    reminded = EventPick(kinds=(CONFIRMING[3],), dated_from=day, booked_from=day)
    return any(read_event_rows(conn, book, pick) for pick in (checked, reminded))


def read_alternative_checks(
    conn: sa.Connection, book: str, year: int, known_at: str = EVER
) -> list[AlternativeCheck]:
    """Read the 替代核对 of a year that stand, as it was known at a moment, oldest first."""
    pick = EventPick(kinds=(AlternativeCheck.KIND,), years=(year,), known_at=known_at)
    events = papered(conn, read_kept_rows(conn, book, pick))
    return [event for event in events if isinstance(event, AlternativeCheck)]


def read_explaining(conn: sa.Connection, book: str) -> frozenset[str]:
    """Name the explanations (对账说明) ever approved."""
    rows = read_event_rows(conn, book, EventPick(kinds=(CONFIRMING[2],)))
    return frozenset(row["key"] for row in rows)


def read_asked_letters(conn: sa.Connection, book: str, events: Sequence[Event]) -> list[Event]:
    """Read the 对账 that the checks of a batch look at; nothing where it has none in it."""
    asked = [event for event in events if event.KIND in CONFIRMING]
    days = cutoffs_asked(conn, book, asked) if asked else set()
    return read_confirming(conn, book, min(days)) if days else []


def cutoffs_asked(conn: sa.Connection, book: str, asked: Sequence[Event]) -> set[dt.date]:
    """Read the cut-offs of the letters that events send, or speak of."""
    days = {event.date for event in asked if CONFIRMING[0] == event.KIND}
    named = {getattr(event, "letter", "") for event in asked} - {""}
    sent = read_event_rows(conn, book, EventPick(kinds=(CONFIRMING[0],), keys=named))
    return days | {dt.date.fromisoformat(row["date"]) for row in sent}


def read_sent(
    conn: sa.Connection, book: str, letters: Iterable[Letter]
) -> dict[str, ConfirmationSent]:
    """Read letters whole, as they were sent, by key."""
    pick = EventPick(kinds=(CONFIRMING[0],), keys={letter.key for letter in letters})
    events = read_events(conn, book, pick)
    sent = [event for event in events if isinstance(event, ConfirmationSent)]
    return {event.key: event for event in sorted(sent, key=lambda event: event.key)}


def read_numbers(conn: sa.Connection, book: str, cutoff: dt.date) -> list[str]:
    """Read the numbers of a cut-off's letters: chained, withdrawn ones too, and drafts."""
    day = cutoff.isoformat()
    pick = EventPick(kinds=(CONFIRMING[0],), dated_from=day, dated_to=day, booked_from=day)
    rows = sorted(read_event_rows(conn, book, pick), key=lambda row: row["id"])
    drafts = [draft.event for draft in read_drafts(conn, book, kinds=CONFIRMING[:1])]
    waiting = (event for event in drafts if event.date == cutoff)
    events = (*(event_of(row, ()) for row in rows), *waiting)
    return [event.number for event in events if isinstance(event, ConfirmationSent)]
