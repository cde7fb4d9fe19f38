"""登记: approved 登记事项 take effect at once, chained without a voucher."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ledger.basis.errors import Refused
from ledger.basis.period import year_of
from ledger.store.rows import draft_papers, event_of
from ledger.store.writer import read_counters, remove_drafts, write_registrations
from ledger.voucher.posting import Approved, register
from ledger.workflow.drafting.trial import judge_batch

if TYPE_CHECKING:
    from collections.abc import Sequence

    import sqlalchemy as sa

    from ledger.masters.book import Book
    from ledger.voucher.posting import Registration
    from ledger.voucher.running import Candidate
    from ledger.workflow.desk import Desk

Draft = dict[str, Any]


def approve_registers(
    desk: Desk, conn: sa.Connection, book: Book, drafts: Sequence[Draft]
) -> list[Registration]:
    """审核 one book's drafts of 登记事项: test them again and write them, in order of date and row.

    The caller holds the book's transaction and has checked who may approve. Raises Refused
    with every finding.
    """
    if not drafts:
        return []
    ordered = sorted(drafts, key=lambda draft: (draft["booked"], draft["id"]))
    events = [event_of(draft, draft_papers(draft)) for draft in ordered]
    assert all(event.LEGLESS for event in events), "what has legs is posted, not registered"
    facts, judged = judge_batch(desk, conn, book, [[event] for event in events], policy=None)
    findings = [
        finding
        for place, event in enumerate(events)
        for finding in (
            *judged.findings.get(place, ()),
            *event.approver_findings(facts, desk.operator),
        )
    ]
    if findings:
        raise Refused(findings)
    at = desk.now()
    approved = [
        approved_register(judged.passed[place][0], draft, desk.operator, at)
        for place, draft in enumerate(ordered)
    ]
    return write_registered(conn, book, approved)


def approved_register(candidate: Candidate, draft: Draft, name: str, at: str) -> Approved:
    """Write who approved a 登记事项, and when; that is when it takes effect."""
    event = candidate.event
    assert event.LEGLESS, f"{event.KIND} has legs and is posted, not registered"
    assert draft["prepared_by"] != name, "nobody approves their own draft"
    signed = {**draft, "approved_by": name, "approved_at": at}
    return Approved(candidate=candidate, draft=signed, posted_by=name, posted_at=at)


def write_registered(
    conn: sa.Connection, book: Book, approved: Sequence[Approved]
) -> list[Registration]:
    """Write 登记事项 as links of the chain, and take their drafts away."""
    years = {year_of(item.candidate.period) for item in approved}
    registered = register(approved, read_counters(conn, book.code, (), years))
    write_registrations(conn, book.code, registered)
    remove_drafts(conn, book.code, [str(item.draft["id"]) for item in approved])
    return registered
