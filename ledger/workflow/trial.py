"""试算: what units of events would do on top of what is posted and pending; nothing is written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ledger.events.checks import warnings
from ledger.store.balances import read_leaves
from ledger.store.facts import read_drafts
from ledger.store.resting import read_facts_and_rest
from ledger.store.rows import draft_papers, event_of
from ledger.voucher.resting import resting_findings, told_of, watch, with_leaning
from ledger.voucher.running import Candidate, candidate_of, settle_unit, work_out
from ledger.workflow.policy import policy_in_use

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    import sqlalchemy as sa

    from ledger.basis.errors import Finding
    from ledger.masters.book import Book
    from ledger.policy.facts import Facts
    from ledger.voucher.cited import Cited
    from ledger.workflow.desk import Desk
    from ledger.workflow.intake import ReadRow

#: Leaves that any row may move, and the words by which a row names a hospital.
SHARED_LEAVES = ("1003", "1004", "2001.01", "2001.02", "1101.03")
NAMING = ("hospital", "successor")
#: Drafts that are proposals of the program: nothing counts on them before they are approved.
PROPOSED = ("fund-gate", "assessment")

Pair = tuple[Candidate, "ReadRow"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """Units of events, tried: what each would post, every finding and warning, leaf names."""

    candidates: list[Pair]
    findings: list[Finding]
    warnings: list[Finding]
    names: dict[str, str]


def try_batch(
    desk: Desk,
    conn: sa.Connection,
    book: Book,
    units: Sequence[Sequence[ReadRow]],
    doubtful: Collection[str] = (),
) -> Tried:
    """Try units of events on top of what is posted and pending.

    Balances that a refused row would have moved (`doubtful`, and those refused here) are not
    judged: what follows from a mistake is no mistake of its own.
    """
    policy = policy_in_use(desk, conn, book)
    pending = [event_of(row, draft_papers(row)) for row in read_drafts(conn, book.code)]
    events = [row.event for unit in units for row in unit]
    chart = desk.chart(book.fund)
    facts, cited, dependents = read_facts_and_rest(
        conn, book, chart, [*pending, *events], desk.today(), policy
    )
    waiting = []
    for event in pending:
        waiting.append(candidate_of(event, facts))
        if event.KIND not in PROPOSED:
            cited.note(event)
    findings: list[Finding] = []
    warned: list[Finding] = []
    unsure = set(doubtful)
    watched = watch(events, dependents, facts, cited)
    worked = [work_unit(unit, facts, cited, findings, warned, unsure) for unit in units]
    if not findings:
        findings.extend(resting_findings(watched, events, facts, cited))
        unsure |= told_of(findings, events)
    leaves = read_leaves(conn, book, codes_of([*waiting, *(c for u in worked for c, _ in u)]))
    for candidate in waiting:
        leaves.add(candidate.legs, candidate.period)
    for tried in worked:
        unit_candidates = [candidate for candidate, _ in tried]
        found = settle_unit(unit_candidates, facts, leaves, unsure)
        found = with_leaning(found, unit_candidates, dependents, facts)
        numbers = {row.event.key: row.number for _, row in tried}
        findings.extend(replace(f, row=numbers.get(f.key) or None) for f in found)
    pairs = [pair for tried in worked for pair in tried]
    return Tried(candidates=pairs, findings=findings, warnings=warned, names=names_of(pairs, facts))


def work_unit(
    unit: Sequence[ReadRow],
    facts: Facts,
    cited: Cited,
    findings: list[Finding],
    warned: list[Finding],
    unsure: set[str],
) -> list[Pair]:
    """Check the events of one unit; what is found goes into the lists given."""
    tried: list[Pair] = []
    for row in unit:
        candidate, found = work_out(row.event, facts)
        findings.extend(replace(finding, row=row.number or None) for finding in found)
        warned.extend(replace(w, row=row.number or None) for w in warnings(row.event, facts))
        if candidate is not None:
            tried.append((candidate, row))
            cited.note(row.event)
        else:
            named = {getattr(row.event, name, "") for name in NAMING} - {""}
            unsure |= {*SHARED_LEAVES, *named}
    return tried


def names_of(pairs: Iterable[Pair], facts: Facts) -> dict[str, str]:
    """Name every leaf that candidates move, by code."""
    accounts = {
        account.code: account
        for candidate, _ in pairs
        for leg in candidate.legs
        for account in (leg.debit, leg.credit)
    }
    return {code: facts.account_name(account) for code, account in accounts.items()}


def codes_of(candidates: Iterable[Candidate]) -> set[str]:
    """Collect the leaf codes that candidates move."""
    return {
        code
        for candidate in candidates
        for leg in candidate.legs
        for code in (leg.debit.code, leg.credit.code)
    }
