"""核定是否过时: drafts of a run beside what the books would come to now.

Between the run and its approval a list may be imported anew, an application withdrawn, a
recall registered. What is approved must be what stands on the day of the approval.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.assessment.run import holder_of
from ledger.assessment.values import step_of
from ledger.basis.errors import Finding, Refused
from ledger.basis.money import grouped
from ledger.basis.terms import GATE_VERDICTS
from ledger.events.registers.assessment import Assessment
from ledger.events.registers.fund_gate import FundGate
from ledger.workflow.assess.drafts import events_in_book, run_of
from ledger.workflow.assess.facts import read_known
from ledger.workflow.assess.run import work_out

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import sqlalchemy as sa

    from ledger.events.base import Event
    from ledger.masters.book import Book
    from ledger.policy.profile import Policy
    from ledger.voucher.draft import Draft
    from ledger.workflow.desk import Desk

#: How many changes a refusal names before it only counts them.
NAMED_MAX = 6


def stale_findings(
    desk: Desk,
    conn: sa.Connection,
    books: Sequence[Book],
    policies: Mapping[str, Policy],
    drafts: Mapping[str, Sequence[Draft]],
    year: int,
) -> list[Finding]:
    """Work a year out again from what stands now, and refuse drafts that say something else.

    What 财政 agreed is taken from the drafts. What hinders a calculation today is told, too.
    """
    before = {book.code: [draft.event for draft in drafts.get(book.code, ())] for book in books}
    known = read_known(desk, conn, books, year, desk.today())
    try:
        sheet = work_out(conn, books, policies, known, agreed_in_drafts(books, before))
    except Refused as refusal:
        return list(refusal.findings)
    run = run_of(desk, conn, books, policies, known, sheet, ())
    findings = []
    for book in books:
        changes = changes_between(before[book.code], events_in_book(run, book))
        if changes:
            clause = policies[book.code].on(known.day).clause("assessment_required")
            findings.append(figures_changed(book, year, changes, clause))
    return findings


def agreed_in_drafts(
    books: Sequence[Book], before: Mapping[str, Sequence[Event]]
) -> dict[tuple[str, str], int]:
    """Return what 财政 agreed by the drafts, by hospital and fund."""
    lines = [(book.fund, line) for book in books for line in before[book.code]]
    return {
        (line.hospital, fund): line.agreed_fen
        for fund, line in lines
        if isinstance(line, Assessment) and line.computed_fen
    }


def figures_changed(book: Book, year: int, changes: Sequence[str], clause: str) -> Finding:
    """Word that a 核定 would come out otherwise today."""
    rest = f"；等 {len(changes)} 处" if changes[NAMED_MAX:] else ""
    return Finding(
        code="FIGURES_CHANGED",
        message=f"{book.name}{year}年度核定的依据在测算之后有变动（测算时 → 现在）："
        f"{'；'.join(changes[:NAMED_MAX])}{rest}",
        remedy=f"重新测算，核对后再审核：prepay assess run --year {year}",
        clause=clause,
    )


def changes_between(before: Sequence[Event], now: Sequence[Event]) -> list[str]:
    """Say what differs between two workings-out of a book: the gate, then hospital by hospital."""
    changes = []
    old, new = ({one.hospital: one for one in events} for events in (before, now))
    for hospital in sorted(old.keys() | new.keys()):
        told = outcome(old.get(hospital)), outcome(new.get(hospital))
        if told[0] != told[1]:
            name = name_of(new.get(hospital) or old[hospital])
            changes.append(f"{name} {told[0]} → {told[1]}")
    return changes


def outcome(event: Event | None) -> str:
    """Say what was worked out: a gate's verdict and months, an amount, or what refuses it."""
    if isinstance(event, FundGate):
        months = f"（{event.months} 个月）" if event.months else ""
        return f"{GATE_VERDICTS[event.verdict]}{months}"
    if not isinstance(event, Assessment):
        return "未列入"
    names = "、".join(dict.fromkeys(step_of(text).name for text in event.refused))
    refused = f"不予预付（{names}）" if names else ""
    return f"{grouped(event.computed_fen)}{refused}" if event.computed_fen else refused or "0.00"


def name_of(event: Event) -> str:
    """Name the hospital of a line, or the gate."""
    return holder_of(event) if isinstance(event, Assessment) else "基金预付条件"
