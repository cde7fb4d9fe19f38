"""试算: what units of events would do on top of what is posted and pending; nothing is written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from ledger.events.checks import warnings
from ledger.events.losses.write_off import WriteOff
from ledger.store.days import read_leaves, read_owing
from ledger.store.drafts import read_drafts
from ledger.store.standing.standing import books_of_area
from ledger.store.vouchers.resting import read_facts_and_rest, read_far
from ledger.voucher.judging import Judged, draw, one_by_one, together
from ledger.voucher.leaves import guarded
from ledger.voucher.opening_sheets import touched_sheets, unequal_sheet
from ledger.voucher.resting import Rest, watch
from ledger.voucher.running import Candidate, accounts_moved, candidate_of
from ledger.workflow.policy.policy import policy_in_use

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    import sqlalchemy as sa

    from ledger.basis.errors import Finding
    from ledger.events.base import Event
    from ledger.intake.intake import ReadRow
    from ledger.masters.book import Book
    from ledger.policy.facts import DocumentKey, Facts
    from ledger.policy.profile import Policy
    from ledger.voucher.cited import Cited
    from ledger.voucher.draft import Draft
    from ledger.voucher.resting import Dependent
    from ledger.workflow.desk import Desk

#: Drafts that are proposals of the program: nothing counts on them before they are approved.
PROPOSED = ("fund-gate", "assessment")

Pair = tuple[Candidate, "ReadRow"]
#: What a candidate is made of: the row of a file, or a draft.
Source = TypeVar("Source")


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
    beside: Sequence[Event] = (),
) -> Tried:
    """Try units of events on top of what is posted and pending.

    `doubtful` names what unreadable rows would have moved: of that nothing is said. `beside` is
    what the same file writes off in the area's other books: one paper measures both.
    """
    facts, judged = judge_batch(
        desk,
        conn,
        book,
        [[row.event for row in unit] for unit in units],
        policy=policy_in_use(desk, conn, book),
        pending=read_drafts(conn, book.code),
        elsewhere=[*pending_losses(conn, book), *beside],
        doubtful=doubtful,
    )
    rows = list(chain.from_iterable(units))
    pairs = passed_with(judged, units)
    return Tried(
        candidates=pairs,
        findings=found_in_rows(rows, judged.told()),
        warnings=list(chain.from_iterable(warned_of(row, facts) for row in rows)),
        names=names_of(pairs, facts),
    )


def passed_with(
    judged: Judged, units: Sequence[Sequence[Source]]
) -> list[tuple[Candidate, Source]]:
    """Pair what has passed with what it was made of, unit by unit as they were given."""
    pairs: list[tuple[Candidate, Source]] = []
    for place, candidates in sorted(judged.passed.items()):
        pairs += zip(candidates, units[place], strict=True)
    return pairs


def found_in_rows(rows: Iterable[ReadRow], findings: Iterable[Finding]) -> list[Finding]:
    """Say of findings in which row they are, where they are of a row that has a number."""
    numbers = {row.event.key: row.number for row in rows}
    return [replace(finding, row=numbers.get(finding.key) or None) for finding in findings]


def warned_of(row: ReadRow, facts: Facts) -> list[Finding]:
    """Say what is worth a second look in a row."""
    return [replace(warning, row=row.number or None) for warning in warnings(row.event, facts)]


def pending_losses(conn: sa.Connection, book: Book) -> list[Event]:
    """Read the write-offs that wait in the area's other books, as drafts that count."""
    return [
        draft.event
        for other in books_of_area(book.code)
        if other != book.code
        for draft in read_drafts(conn, other, kinds=(WriteOff.KIND,))
    ]


def judge_batch(
    desk: Desk,
    conn: sa.Connection,
    book: Book,
    units: Sequence[Sequence[Event]],
    *,
    policy: Policy | None,
    pending: Sequence[Draft] = (),
    elsewhere: Iterable[Event] = (),
    doubtful: Collection[str] = (),
) -> tuple[Facts, Judged]:
    """Judge units of events on top of what is posted: 制单, 登记 and 记账 ask alike.

    `policy` is what the act obeys, None for what the book adopted. `pending` are the drafts that
    count as posted, and `elsewhere` what is written off in the area's other books: both only
    while a draft is prepared. The facts come back as the units have left them.
    """
    events = list(chain.from_iterable(units))
    drafted = [draft.event for draft in pending]
    facts, cited, dependents = read_facts_and_rest(
        conn, book, desk.chart(book.fund), [*drafted, *events], desk.today(), policy
    )
    for event in elsewhere:
        cited.cite(event)
    candidates = note_waiting(pending, facts, cited)
    judged = judge_units(
        conn, facts, cited, units, waiting=candidates, dependents=dependents, doubtful=doubtful
    )
    return facts, judged


def note_waiting(waiting: Iterable[Draft], facts: Facts, cited: Cited) -> list[Candidate]:
    """Let drafts that wait count as posted, one on the other; return what they would post."""
    candidates = []
    for draft in waiting:
        candidates.append(candidate_of(draft.event, facts))
        if draft.event.KIND not in PROPOSED:
            cited.note(draft.event, draft.breaches)
    return candidates


def judge_units(
    conn: sa.Connection,
    facts: Facts,
    cited: Cited,
    units: Sequence[Sequence[Event]],
    *,
    waiting: Sequence[Candidate] = (),
    doubtful: Collection[str] = (),
    dependents: Sequence[Dependent] = (),
) -> Judged:
    """Judge units on facts that were read, and on drafts that wait.

    What hospitals owe in other years is read only where something is to be refused.
    """
    events = list(chain.from_iterable(units))
    watched = watch(events, dependents, facts, cited)
    far = read_far(conn, events, facts, cited)
    rest = Rest(watched=watched, facts=facts, cited=cited, far=far)
    before = cited.copied()
    sheets = touched_sheets(units, facts)
    drawn = draw(units, facts, cited)
    candidates = list(chain.from_iterable(unit.candidates for unit in drawn))
    sides = guarded(candidates, facts)
    since = min((candidate.day for candidate in candidates), default="")
    leaves = read_leaves(conn, facts.book, sides, since=since)
    leaves.hold(waiting)
    judged = together(drawn, leaves, rest)
    if judged is not None:
        hold_against_sheets(judged, units, sheets, facts)
        return judged
    cited.restore(before)
    hospitals = {event.hospital for event in events} - {""}
    owing = read_owing(conn, facts.book, hospitals, facts.chart.roles["prepayment"])
    return one_by_one(drawn, facts, cited, leaves, doubtful=doubtful, owing=owing, rest=rest)


def hold_against_sheets(
    judged: Judged,
    units: Sequence[Sequence[Event]],
    sheets: Mapping[DocumentKey, int],
    facts: Facts,
) -> None:
    """Hold the 期初 that have passed against the sheets that they cite, by sheet and unit."""
    for key, place in sheets.items():
        found = tuple(unequal_sheet(units[place][0], key, facts.documents.get(key, ())))
        if found:
            judged.findings[place] = (*judged.findings.get(place, ()), *found)


def names_of(pairs: Iterable[tuple[Candidate, object]], facts: Facts) -> dict[str, str]:
    """Name every leaf that candidates move, by code."""
    accounts = accounts_moved(candidate for candidate, _ in pairs)
    return {code: facts.account_name(account) for code, account in accounts.items()}
