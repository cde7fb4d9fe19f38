"""再判 a book's facts and closes: what record, post and close asked is asked once more."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from ledger.audit.judged_checks import FIRST_JUDGED, check_bank_days, check_opening_totals
from ledger.basis.period import closing_period, year_of
from ledger.events.booked.suspense_out import SuspenseOut
from ledger.store.facts import read_facts
from ledger.store.proof.judged import read_judged
from ledger.store.relations.documents import read_documents
from ledger.workflow.close.close_year import answers_asked
from ledger.workflow.confirm.standing import unconfirmed, unconfirmed_findings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import sqlalchemy as sa

    from ledger.audit.invariants import Row, Stored
    from ledger.basis.errors import Finding
    from ledger.masters.book import Book
    from ledger.workflow.confirm.standing import Unconfirmed
    from ledger.workflow.desk import Desk


def judged_again(desk: Desk, conn: sa.Connection, book: Book, stored: Stored) -> Iterator[Finding]:
    """Judge 期初移交表, 暂收 told apart and closed years by the functions that let them in."""
    chart = desk.chart(book.fund)
    openings = read_judged(conn, book.code, chart, "opening-balance")
    documents = read_documents(conn, book.code, openings, chart)
    yield from check_opening_totals(stored, openings, documents)
    outs = read_judged(conn, book.code, chart, SuspenseOut.KIND)
    told = [event for event in outs if isinstance(event, SuspenseOut)]
    if told:
        facts, _ = read_facts(conn, book, chart, told, desk.today())
        yield from check_bank_days(stored, told, facts)
    for seal in stored.seals:
        if seal["period"] == closing_period(year_of(seal["period"])):
            yield from closed_over_silence(desk, conn, book, stored, seal)


def closed_over_silence(
    desk: Desk, conn: sa.Connection, book: Book, stored: Stored, seal: Row
) -> Iterator[Finding]:
    """Say without whose answers a year was closed, and nothing stood for them.

    What had been posted by the close is what counts; who has answered since is let be.
    """
    year, closed_at = year_of(seal["period"]), seal["closed_at"]
    if not answers_asked(conn, book, year):
        return
    left = unconfirmed(desk, conn, book, year, known_at=closed_at)
    reason = reason_given(stored, year)
    if not any(unconfirmed_findings(book, year, left, reason)):
        return
    left = still_silent(left, unconfirmed(desk, conn, book, year))
    older = stored.revision_at(closed_at) < FIRST_JUDGED
    for finding in unconfirmed_findings(book, year, left, reason):
        yield replace(
            finding, message=f"{finding.message}；已在 {closed_at[:10]} 年结", older=older
        )


def still_silent(then: Sequence[Unconfirmed], now: Sequence[Unconfirmed]) -> list[Unconfirmed]:
    """Keep of the hospitals that a year was closed without those for which nothing stands now."""
    silent = {hospital.hospital for hospital in now if not hospital.instead}
    return [hospital for hospital in then if hospital.hospital in silent]


def reason_given(stored: Stored, year: int) -> str:
    """Return the reason for which a year was closed while hospitals differ; "" for none."""
    contents = [json.loads(content) for closed, content in stored.closes if closed == str(year)]
    return next((str(content.get("reason", "")) for content in reversed(contents)), "")
