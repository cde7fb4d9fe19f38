"""登记: approved 登记事项 take effect at once, chained without a voucher."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ledger.basis.errors import Finding, Refused
from ledger.basis.period import year_of
from ledger.store.resting import read_facts_and_rest, read_far
from ledger.store.rows import draft_papers, event_of
from ledger.store.writer import read_counters, remove_drafts, write_registrations
from ledger.voucher.posting import Approved, register
from ledger.voucher.resting import Rest, watch
from ledger.voucher.running import work_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    import sqlalchemy as sa

    from ledger.masters.book import Book
    from ledger.voucher.posting import Registration
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
    facts, cited, dependents = read_facts_and_rest(
        conn, book, desk.chart(book.fund), events, desk.today()
    )
    watched = watch(events, dependents, facts, cited)
    far = read_far(conn, events, facts, cited)
    rest = Rest(watched=watched, facts=facts, cited=cited, far=far)
    at = desk.now()
    findings: list[Finding] = []
    approved: list[Approved] = []
    for draft, event in zip(ordered, events, strict=True):
        candidate, found = work_out(event, facts)
        findings.extend([*found, *event.approver_findings(facts, desk.operator)])
        if candidate is None:
            continue
        assert event.LEGLESS, f"{event.KIND} has legs and is posted, not registered"
        assert draft["prepared_by"] != desk.operator, "nobody approves their own draft"
        cited.note(event)
        signed = {**draft, "approved_by": desk.operator, "approved_at": at}
        approved.append(
            Approved(candidate=candidate, draft=signed, posted_by=desk.operator, posted_at=at)
        )
    if not findings:
        findings.extend(rest.told(events))
    if findings:
        raise Refused(findings)
    years = {year_of(item.candidate.period) for item in approved}
    registered = register(approved, read_counters(conn, book.code, (), years))
    write_registrations(conn, book.code, registered)
    remove_drafts(conn, book.code, [draft["id"] for draft in ordered])
    return registered
