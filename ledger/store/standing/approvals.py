"""Reads what was approved of hospital years (核定), one after another, and on which days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from ledger.events.registers.assessment import Assessment
from ledger.policy.standing import Approval
from ledger.store.relations.events import EventPick, read_event_rows
from ledger.store.relations.papers import read_posted_papers

if TYPE_CHECKING:
    from collections.abc import Iterable

    import sqlalchemy as sa

    from ledger.events.words import Paper
    from ledger.policy.standing import Standing
    from ledger.store.relations.events import EventRow


def read_approvals_of(
    conn: sa.Connection,
    book: str,
    places: Iterable[tuple[str, int]],
    standings: dict[tuple[str, int], Standing],
) -> None:
    """Read when each 核定 of these places was worked out, agreed with 财政 and approved."""
    wanted = set(places)
    rows = read_event_rows(conn, book, assessed(wanted))
    papers = read_posted_papers(conn, book, (row["id"] for row in rows))
    for row in rows:
        place = (row["hospital"], row["year"])
        if place in standings:
            approval = approval_of(row, papers.get(row["id"], ()))
            approvals = (*standings[place].approvals, approval)
            standings[place] = replace(standings[place], approvals=approvals)


def approval_of(row: EventRow, papers: Iterable[Paper]) -> Approval:
    """Say when a 核定 was worked out, agreed and approved."""
    decided = [paper for paper in papers if paper.type == "assessment-decision"]
    # Of several documents the last decides: before it nothing was agreed in full.
    last = max(decided, key=lambda paper: paper.date, default=None)
    return Approval(
        assessed=date.fromisoformat(row["date"]),
        agreed=last.date if last else None,
        document=last.number if last else "",
        approved=date.fromisoformat(row["approved_at"][:10]),
        amount_fen=row["amount_fen"],
    )


def assessed(places: Iterable[tuple[str, int]]) -> EventPick:
    """Ask for the 核定 of hospitals and years."""
    found = set(places)
    hospitals = {hospital for hospital, _ in found}
    return EventPick(
        kinds=(Assessment.KIND,), hospitals=hospitals, years={year for _, year in found}
    )
