"""A draft as it is shown before 审核: what it would do today, on what is posted or waits.

Nothing is written; what is approved is what was frozen, which the page shows (`DraftSeen`).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import filterfalse
from typing import TYPE_CHECKING

from ledger.basis.errors import Refused
from ledger.events.checks import warnings
from ledger.events.corrections.withdrawal import Withdrawal
from ledger.store.engine import reading
from ledger.store.masters import read_books
from ledger.store.signing.sets import is_signing_on
from ledger.store.standing.registers import find_register, read_register_events
from ledger.store.vouchers.balances import read_months_of
from ledger.store.vouchers.vouchers import Span, breaches_of, read_vouchers
from ledger.voucher.signing.freezing import differences_told, freeze
from ledger.voucher.signing.seen import awaiting, seen_code
from ledger.workflow.drafting.approved import unprepared
from ledger.workflow.drafting.prepared import naming_for
from ledger.workflow.drafting.review import pick
from ledger.workflow.drafting.seen import seen_in_book
from ledger.workflow.drafting.trial import PROPOSED, judge_batch, names_of, passed_with
from ledger.workflow.policy.policy import policy_in_use

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    import sqlalchemy as sa

    from ledger.basis.errors import Finding
    from ledger.events.base import Event
    from ledger.masters.book import Book
    from ledger.policy.facts import Facts
    from ledger.policy.irregular import Breach
    from ledger.voucher.draft import Draft, DraftHead
    from ledger.voucher.running import Candidate
    from ledger.voucher.shown import Line, Voucher
    from ledger.voucher.signing.freezing import Naming
    from ledger.voucher.signing.seen import DraftSeen
    from ledger.workflow.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftPage:
    """A draft with all that a person looks at before 审核.

    `balances` are those of its leaves after it, debit-positive; `corrected` is the voucher that
    it corrects; `refused` and `warned` are what the checks find today, `changed` what would be
    posted otherwise than it was prepared; `scanned` are the digests of papers' files that are
    kept, `breaches` the rules that a special case goes against; `withdrawn` is the 登记事项 that
    no longer counts after it.
    """

    seen: DraftSeen
    book: Book
    balances: Mapping[str, int]
    corrected: Voucher | None
    refused: tuple[Finding, ...]
    warned: tuple[Finding, ...]
    changed: tuple[str, ...]
    scanned: frozenset[str]
    breaches: tuple[Breach, ...]
    withdrawn: Event | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The pages of drafts that were asked for, and the code of those that wait for 审核."""

    pages: tuple[DraftPage, ...]
    waiting: int
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """A book's drafts in order: those `before` the first that is shown, and from there the rest."""

    before: tuple[DraftSeen, ...]
    judged: tuple[DraftSeen, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """What the checks find of one book's drafts today, by draft or by business key."""

    refused: Mapping[str, tuple[Finding, ...]]
    warned: Mapping[str, tuple[Finding, ...]]
    changed: Mapping[str, tuple[str, ...]]

    def refused_of(self, seen: DraftSeen) -> tuple[Finding, ...]:
        """Return what is refused of a draft."""
        return self.refused.get(seen.draft.event.key, ())


def show_drafts(desk: Desk, words: Sequence[str], book: str = "") -> Shown:
    """Show drafts by id or business key, each with its whole unit; of a 核定 what is named.

    Raises Refused (DRAFT_UNKNOWN) where nothing that waits is called so.
    """
    by_book = pick(desk, words, book)
    pages: list[DraftPage] = []
    with reading(desk.engine) as conn:
        books = read_books(conn)
        for code, heads in sorted(by_book.items()):
            shown = seen_in_book(desk, conn, code, ids_shown(heads, words))
            pages += pages_in_book(desk, conn, books[code], shown)
    waiting = list(filterfalse(is_proposed, awaiting(page.seen for page in pages)))
    return Shown(pages=tuple(pages), waiting=len(waiting), code=seen_code(waiting))


def ids_shown(heads: Iterable[DraftHead], words: Sequence[str]) -> set[str]:
    """Pick which drafts of units that were named are shown: all, of a 核定 those named."""
    return {head.id for head in heads if head.kind not in PROPOSED or is_named(head, words)}


def is_named(head: DraftHead, words: Sequence[str]) -> bool:
    """Tell a draft that is named itself, not by another of its unit."""
    return head.id in words or head.key in words


def is_proposed(seen: DraftSeen) -> bool:
    """Tell a draft of a 核定, which is approved as a whole and elsewhere."""
    return seen.draft.event.KIND in PROPOSED


def pages_in_book(
    desk: Desk, conn: sa.Connection, book: Book, shown: Sequence[DraftSeen]
) -> list[DraftPage]:
    """Draw up the pages of one book's drafts, in the order in which they were prepared."""
    if not shown:
        return []
    queue = queue_of(desk, conn, book, shown)
    today = found_today(desk, conn, book, queue)
    unsigned = unsigned_among(conn, shown)
    balances = balances_after(conn, book, queue)
    vouchers = read_corrected(conn, book, shown)
    return [
        DraftPage(
            seen=seen,
            book=book,
            balances=balances[seen.draft.id],
            corrected=vouchers.get(seen.draft.event.corrects),
            refused=(
                *unsigned.get(seen.draft.id, ()),
                *today.refused.get(seen.draft.event.key, ()),
            ),
            warned=today.warned.get(seen.draft.event.key, ()),
            changed=today.changed.get(seen.draft.id, ()),
            scanned=files_kept(desk, seen.draft),
            breaches=breaches_of(seen.draft.content),
            withdrawn=read_withdrawn(conn, book, seen.draft.event),
        )
        for seen in sorted(shown, key=prepared_order)
    ]


def unsigned_among(
    conn: sa.Connection, shown: Iterable[DraftSeen]
) -> dict[str, tuple[Finding, ...]]:
    """Say which drafts lack their preparer's signature, by id, where the office signs."""
    if not is_signing_on(conn):
        return {}
    lacking = (seen.draft for seen in shown if not seen.frozen.prepared)
    return {draft.id: (unprepared(draft),) for draft in lacking}


def queue_of(desk: Desk, conn: sa.Connection, book: Book, shown: Sequence[DraftSeen]) -> Queue:
    """Put a book's drafts in the order in which they were prepared, up to the last that is shown.

    What is proposed only (核定) counts for nothing before it is approved.
    """
    counted = counted_with(desk, conn, book, {seen.draft.id for seen in shown})
    places = list(map(prepared_order, counted))
    start = places.index(min(map(prepared_order, shown)))
    end = places.index(max(map(prepared_order, shown))) + 1
    return Queue(before=tuple(counted[:start]), judged=tuple(counted[start:end]))


def counted_with(
    desk: Desk, conn: sa.Connection, book: Book, asked: Collection[str]
) -> list[DraftSeen]:
    """Read a book's drafts in the order in which they were prepared, those proposed left out."""
    every = sorted(seen_in_book(desk, conn, book.code, None), key=prepared_order)
    return [seen for seen in every if seen.draft.id in asked or not is_proposed(seen)]


def prepared_order(seen: DraftSeen) -> tuple[str, str]:
    """Order drafts as they were prepared; one that was revised stands where it was revised."""
    return seen.draft.prepared_at, seen.draft.id


def read_corrected(
    conn: sa.Connection, book: Book, shown: Iterable[DraftSeen]
) -> dict[str, Voucher]:
    """Read the vouchers that drafts correct, by id."""
    ids = sorted({seen.draft.event.corrects for seen in shown} - {""})
    found = read_vouchers(conn, book.code, Span(ids=tuple(ids))) if ids else ()
    return {voucher.id: voucher for voucher in found}


def read_withdrawn(conn: sa.Connection, book: Book, event: Event) -> Event | None:
    """Read the 登记事项 that a draft withdraws; None where it withdraws none."""
    if not isinstance(event, Withdrawal):
        return None
    entry = find_register(conn, book.code, event.event)
    return read_register_events(conn, book.code, [entry.id])[entry.id] if entry else None


def files_kept(desk: Desk, draft: Draft) -> frozenset[str]:
    """Return the digests of a draft's papers of which the file lies beside the database."""
    folder = desk.folder() / "papers"
    digests = (paper.file for paper in draft.event.papers if paper.file)
    return frozenset(digest for digest in digests if (folder / digest).exists())


def balances_after(conn: sa.Connection, book: Book, queue: Queue) -> dict[str, dict[str, int]]:
    """Return the balances of each draft's leaves after it, by draft, one on the other."""
    codes = {line.account for seen in queue.judged for line in seen.lines}
    running = read_months_of(conn, book, sorted(codes))
    now = {code: running.whole(code) for code in codes}
    after: dict[str, dict[str, int]] = {}
    for seen in (*queue.before, *queue.judged):
        after[seen.draft.id] = moved_on(now, seen.lines)
    return after


def moved_on(now: dict[str, int], lines: Sequence[Line]) -> dict[str, int]:
    """Add lines to balances; return those of the leaves that they move."""
    for line in lines:
        now[line.account] = now.get(line.account, 0) + signed_fen(line)
    return {line.account: now[line.account] for line in lines}


def signed_fen(line: Line) -> int:
    """Return what a line adds to a debit-positive balance."""
    return line.amount_fen if line.side == "debit" else -line.amount_fen


def found_today(desk: Desk, conn: sa.Connection, book: Book, queue: Queue) -> Today:
    """Check drafts as they would be today, on what is posted and waits before them."""
    try:
        return judged_today(desk, conn, book, queue)
    except Refused as error:
        keys = (seen.draft.event.key for seen in queue.judged)
        return Today(refused=dict.fromkeys(keys, error.findings), warned={}, changed={})


def judged_today(desk: Desk, conn: sa.Connection, book: Book, queue: Queue) -> Today:
    """Judge drafts unit by unit; raises Refused where the book's policy has to be adopted first."""
    units = units_of(queue.judged)
    facts, judged = judge_batch(
        desk,
        conn,
        book,
        [[draft.event for draft in unit] for unit in units],
        policy=policy_in_use(desk, conn, book),
        pending=[seen.draft for seen in queue.before],
    )
    pairs = passed_with(judged, units)
    candidates = [candidate for candidate, _ in pairs]
    naming = naming_for(conn, book.code, candidates, names_of(pairs, facts))
    return Today(
        refused=by_key(judged.told()),
        warned=warned_today(queue.judged, facts),
        changed=changed_today(queue.judged, pairs, naming),
    )


def units_of(shown: Iterable[DraftSeen]) -> list[list[Draft]]:
    """Put drafts together that stand and fall together."""
    units: dict[str, list[Draft]] = {}
    for seen in shown:
        units.setdefault(seen.draft.unit, []).append(seen.draft)
    return list(units.values())


def warned_today(shown: Iterable[DraftSeen], facts: Facts) -> dict[str, tuple[Finding, ...]]:
    """Say what is worth a second look, by business key."""
    events = (seen.draft.event for seen in shown)
    return {event.key: tuple(warnings(event, facts)) for event in events}


def changed_today(
    shown: Iterable[DraftSeen], pairs: Iterable[tuple[Candidate, Draft]], naming: Naming
) -> dict[str, tuple[str, ...]]:
    """Say what would be posted otherwise than it was frozen, by draft."""
    frozen = {seen.draft.id: seen.frozen for seen in shown}
    return {
        draft.id: differences_told(frozen[draft.id], freeze(draft, candidate, naming))
        for candidate, draft in pairs
    }


def by_key(findings: Iterable[Finding]) -> dict[str, tuple[Finding, ...]]:
    """Put findings together by the business key that they are of."""
    found: dict[str, tuple[Finding, ...]] = {}
    for finding in findings:
        found[finding.key] = (*found.get(finding.key, ()), finding)
    return found
