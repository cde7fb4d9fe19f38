"""制单前的检查: rows of one book become drafts, or findings; nothing is written."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ledger.basis.errors import Finding
from ledger.events.base import event_words
from ledger.store.drafts import draft_of
from ledger.store.facts import Known, read_keys
from ledger.store.rows import content_digest
from ledger.workflow.drafting.trial import try_batch

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    import sqlalchemy as sa

    from ledger.events.base import Event
    from ledger.intake.intake import ReadRow
    from ledger.masters.book import Book
    from ledger.voucher.draft import Draft
    from ledger.voucher.running import Candidate
    from ledger.workflow.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """One row that became a draft, or that was known already (`replayed`)."""

    row: int
    book: str
    key: str
    draft: str
    replayed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """One book's rows, checked: results, drafts by row number, findings and warnings."""

    results: list[Recorded]
    drafts: list[tuple[int, Draft]]
    findings: list[Finding]
    warnings: list[Finding]
    candidates: list[Candidate]
    names: dict[str, str]


def empty_batch() -> Batch:
    """Return a batch of which nothing is known yet."""
    return Batch(results=[], drafts=[], findings=[], warnings=[], candidates=[], names={})


def check_rows(
    desk: Desk,
    conn: sa.Connection,
    book: Book,
    rows: Sequence[ReadRow],
    doubtful: Collection[str],
    others: Sequence[Event] = (),
) -> Batch:
    """Check one book's rows in order; earlier rows and pending drafts count as posted.

    `others` is what earlier books of the file write off in the area.
    """
    sifted = sifted_by_key(desk, conn, book, rows)
    tried = try_batch(desk, conn, book, [[row] for row in sifted.fresh], doubtful, others)
    drafts = []
    for candidate, row in tried.candidates:
        id_ = sifted.ids[candidate.event.key]
        drafts.append((row.number, new_draft(desk, candidate, id_, id_)))
    return Batch(
        results=sifted.results,
        drafts=drafts,
        findings=[*sifted.findings, *tried.findings],
        warnings=tried.warnings,
        candidates=[candidate for candidate, _ in tried.candidates],
        names=tried.names,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Sifted:
    """Rows by their keys: what each is known as, the fresh ones with their ids, and clashes."""

    results: list[Recorded]
    fresh: list[ReadRow]
    ids: dict[str, str]
    findings: list[Finding]


def sifted_by_key(desk: Desk, conn: sa.Connection, book: Book, rows: Sequence[ReadRow]) -> Sifted:
    """Sift rows by what the book, or an earlier row, has under their keys already."""
    known = read_keys(conn, book.code, (row.event.key for row in rows))
    sifted = Sifted(results=[], fresh=[], ids={}, findings=[])
    for row in rows:
        key, digest = row.event.key, content_digest(words_digested(row.event))
        before = known.get(key)
        if before is None:
            known[key] = Known(digest=digest, id=desk.identity.new(), booked="")
            sifted.ids[key] = known[key].id
            sifted.fresh.append(row)
        elif digest != before.digest and not agreed_before(row.event, before):
            sifted.findings.append(key_conflict(row))
            continue
        sifted.results.append(
            Recorded(
                row=row.number,
                book=book.code,
                key=key,
                draft=known[key].id,
                replayed=before is not None,
            )
        )
    return sifted


def words_digested(event: Event) -> dict[str, object]:
    """Return the words by which the same event is told from another one under its key."""
    return {"kind": event.KIND, **event_words(event)}


def agreed_before(event: Event, before: Known) -> bool:
    """Tell a row known but for the 记账日期, which it leaves open and somebody agreed on."""
    if event.booked is not None or not before.booked:
        return False
    agreed = replace(event, booked=datetime.date.fromisoformat(before.booked))
    return before.digest == content_digest(words_digested(agreed))


def new_draft(desk: Desk, candidate: Candidate, id_: str, unit: str) -> Draft:
    """Make a draft of a candidate, prepared now by who is acting."""
    return draft_of(
        candidate.event,
        id_=id_,
        unit=unit,
        booked=candidate.booked,
        origin="",
        by=desk.operator,
        at=desk.now(),
        breaches=candidate.breaches,
    )


def key_conflict(row: ReadRow) -> Finding:
    """Word that a key is taken by something else."""
    return Finding(
        code="KEY_REUSED",
        message=f"业务编号 {row.event.key} 已用于另一笔内容不同的业务",
        clause="财会〔2024〕12号·二十一(二)",
        remedy="确为新业务的，换一个编号；要改已制单的草稿，用 prepay draft revise；"
        "要改已记账的凭证，用 prepay correct",
        row=row.number,
        field="key 业务编号",
        key=row.event.key,
    )
