"""登记: approved 登记事项 take effect at once, chained without a voucher."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from ledger.basis.errors import Refused
from ledger.basis.period import year_of
from ledger.store.writer import read_counters, remove_drafts, write_registrations
from ledger.voucher.draft import booking_order
from ledger.voucher.posting import Approved, register
from ledger.voucher.signing.freezing import Naming
from ledger.workflow.drafting.trial import judge_batch
from ledger.workflow.posting.signed_posting import sign_posted, signed_for_posting

if TYPE_CHECKING:
    from collections.abc import Sequence

    import sqlalchemy as sa

    from ledger.basis.errors import Finding
    from ledger.masters.book import Book
    from ledger.voucher.draft import Draft
    from ledger.voucher.posting import Registration
    from ledger.voucher.running import Candidate
    from ledger.voucher.signing.signed import SignedSet
    from ledger.workflow.desk import Desk

NO_NAMES = Naming(names={}, labels={})


def approve_registers(
    desk: Desk,
    conn: sa.Connection,
    book: Book,
    drafts: Sequence[Draft],
    approval: SignedSet | None = None,
) -> list[Registration]:
    """审核 one book's drafts of 登记事项: test them again and write them, in order of date and row.

    The caller holds the book's transaction and has checked who may approve; `approval` is what
    was signed, where the office signs. Raises Refused with every finding.
    """
    if not drafts:
        return []
    ordered = sorted(drafts, key=booking_order)
    candidates = judged_again(desk, conn, book, ordered)
    at = approval.at if approval is not None else desk.now()
    return write_approved(desk, conn, book.code, approved_by(desk, ordered, candidates, at), at)


def write_approved(
    desk: Desk, conn: sa.Connection, book: str, approved: Sequence[Approved], at: str
) -> list[Registration]:
    """Chain, write and sign 登记事项 that were approved; their drafts are gone then."""
    pairs = [(item.candidate, item.draft) for item in approved]
    signed = signed_for_posting(conn, book, pairs, NO_NAMES)
    years = {year_of(item.candidate.period) for item in approved}
    counters = read_counters(conn, book, (), years)
    before = dict(counters.chains)
    facts = [replace(item, signed=signed.get(item.draft.id)) for item in approved]
    registered = register(facts, counters)
    write_registrations(conn, book, registered)
    sign_posted(desk, conn, book, before, registered, signed, at)
    remove_drafts(conn, book, [item.draft.id for item in approved])
    return registered


def judged_again(
    desk: Desk, conn: sa.Connection, book: Book, drafts: Sequence[Draft]
) -> list[Candidate]:
    """Judge drafts of 登记事项 on what stands now; raises Refused with every finding."""
    events = [draft.event for draft in drafts]
    assert all(event.LEGLESS for event in events), "what has legs is posted, not registered"
    facts, judged = judge_batch(desk, conn, book, [[event] for event in events], policy=None)
    findings: list[Finding] = []
    for place, event in enumerate(events):
        findings += judged.findings.get(place, ())
        findings += event.approver_findings(facts, desk.operator)
    if findings:
        raise Refused(findings)
    return list(chain.from_iterable(judged.passed[place] for place in range(len(events))))


def approved_by(
    desk: Desk, drafts: Sequence[Draft], candidates: Sequence[Candidate], at: str
) -> list[Approved]:
    """Put whoever acts as the approver under drafts that have passed."""
    approved = []
    for draft, candidate in zip(drafts, candidates, strict=True):
        assert draft.prepared_by != desk.operator, "nobody approves their own draft"
        signed = replace(draft, approved_by=desk.operator, approved_at=at)
        approved.append(
            Approved(candidate=candidate, draft=signed, posted_by=desk.operator, posted_at=at)
        )
    return approved
