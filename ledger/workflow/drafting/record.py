"""制单: files of events become drafts, whole files or nothing."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from ledger.basis.errors import Finding, refuse_by_row
from ledger.basis.heap import uncollected
from ledger.intake.files import RawFile, unreadable
from ledger.intake.intake import ReadRow, read_rows
from ledger.intake.raw_row import RawRow
from ledger.intake.returned import unsaid
from ledger.store.engine import reading
from ledger.store.masters import read_books
from ledger.voucher.judging import NAMING, SHARED_LEAVES
from ledger.workflow.desk import Desk, acting_on, explained_clocks, note, refusals_logged
from ledger.workflow.drafting.checked_rows import Batch, Recorded, check_rows, empty_batch
from ledger.workflow.drafting.late_booking import booked_as_agreed
from ledger.workflow.drafting.prepared import prepare_drafts

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
    from pathlib import Path

    import sqlalchemy as sa

    from ledger.events.base import Event
    from ledger.events.words import Paper
    from ledger.masters.book import Book
    from ledger.voucher.draft import Draft
    from ledger.voucher.running import Candidate
    from ledger.workflow.drafting.late_booking import LateRows


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordResult:
    """What a file became, and what is worth a second look in it; `names` by leaf code."""

    rows: tuple[Recorded, ...]
    warnings: tuple[Finding, ...]
    candidates: tuple[Candidate, ...]
    names: Mapping[str, str]


@uncollected()
def record(
    desk: Desk,
    file: RawFile,
    *,
    dry_run: bool = False,
    ask: Callable[[LateRows], datetime.date] | None = None,
) -> RecordResult:
    """Record a file of events as drafts; raises Refused with every bad row.

    `ask` is where somebody sits who can say on which day late rows are booked.
    """
    rows, papers, findings = take_in(desk, file, ask)
    with refusals_logged(desk, "record", file.name):
        books = sorted({row.event.book for row in rows})
        doubtful = unread_moves(file, rows)
        with reading(desk.engine) as conn:
            known = read_books(conn)
        opened = known.keys() & set(books)
        with acting_on(desk, opened, role="preparer", what="制单", dry_run=dry_run) as (conn, _):
            desk.excuse(explained_clocks(row.event for row in rows))
            batches = [check_book_rows(desk, conn, known, code, rows, doubtful) for code in books]
            refuse_faults(file, findings, batches)
            drafts = drafts_from(file.name, batches)
            candidates = chain.from_iterable(batch.candidates for batch in batches)
            prepare_drafts(desk, conn, list(zip(drafts, candidates, strict=True)), named(batches))
            note_drafts(desk, conn, file.name, books, drafts)
    if not dry_run:
        keep_papers(desk, papers)
    return result_of(rows, batches)


def record_row(
    desk: Desk, name: str, words: Mapping[str, object], *, dry_run: bool = False
) -> RecordResult:
    """Record one event that stands in no file; `name` is told as where it comes from."""
    row = RawRow(number=1, words=words)
    file = RawFile(name=name, folder=desk.folder(), rows=(row,), findings=())
    return record(desk, file, dry_run=dry_run)


def refuse_faults(file: RawFile, findings: Sequence[Finding], batches: Sequence[Batch]) -> None:
    """Refuse a file for every bad row of it, in order of rows."""
    found = [*findings, *chain.from_iterable(batch.findings for batch in batches)]
    refuse_by_row([*file.findings, *unsaid(found, file.findings)])


def check_book_rows(
    desk: Desk,
    conn: sa.Connection,
    known: Mapping[str, Book],
    code: str,
    rows: Sequence[ReadRow],
    doubtful: Collection[str],
) -> Batch:
    """Check a file's rows of one book; all are refused where the book was never opened."""
    mine = [row for row in rows if row.event.book == code]
    if code in known:
        return check_rows(desk, conn, known[code], mine, doubtful, losses_before(rows, code))
    batch = empty_batch()
    batch.findings.extend(unknown_book(row, known) for row in mine)
    return batch


def drafts_from(file: str, batches: Sequence[Batch]) -> list[Draft]:
    """Return the drafts of all books, each with the row of the file that it comes from."""
    numbered = [pair for batch in batches for pair in batch.drafts]
    return [replace(draft, origin=f"{file}#{number}") for number, draft in numbered]


def result_of(rows: Sequence[ReadRow], batches: Sequence[Batch]) -> RecordResult:
    """Put together what a file became, of all its books."""
    results = chain.from_iterable(batch.results for batch in batches)
    warned = list(chain.from_iterable(batch.warnings for batch in batches))
    return RecordResult(
        rows=tuple(sorted(results, key=lambda result: result.row)),
        warnings=tuple(beside(warned, rows)),
        candidates=tuple(chain.from_iterable(batch.candidates for batch in batches)),
        names=named(batches),
    )


def named(batches: Iterable[Batch]) -> dict[str, str]:
    """Put the names of leaves of all books together."""
    names: dict[str, str] = {}
    for batch in batches:
        names |= batch.names
    return names


def take_in(
    desk: Desk, file: RawFile, ask: Callable[[LateRows], datetime.date] | None
) -> tuple[list[ReadRow], dict[str, bytes], list[Finding]]:
    """Read the rows of a file with what was agreed on for late ones, and their papers' contents."""
    rows, findings = read_rows(file.rows)
    if ask is not None:
        rows = booked_as_agreed(desk, rows, ask)
    rows, papers = attach_files(rows, file.folder, findings)
    return rows, papers, findings


def note_drafts(
    desk: Desk,
    conn: sa.Connection,
    file: str,
    books: Iterable[str],
    drafts: Sequence[Draft],
) -> None:
    """Log how many drafts a file became, by book."""
    for code in books:
        count = sum(draft.event.book == code for draft in drafts)
        note(desk, conn, code, "record", file, {"drafts": count})


def beside(warned: Sequence[Finding], rows: Sequence[ReadRow]) -> list[Finding]:
    """Leave out the warning of a debt in another book that the same file calls back there."""
    both = recalled_in_both([row.event for row in rows if row.event.KIND == "recall"])
    return [
        finding
        for finding in warned
        if finding.code != "RECALL_OTHER_FUND" or finding.key not in both
    ]


def recalled_in_both(recalls: Sequence[Event]) -> set[str]:
    """Name the recalls of hospitals that a file recalls from in more books than one."""
    books: dict[str, set[str]] = {}
    for recall in recalls:
        books.setdefault(recall.hospital, set()).add(recall.book)
    return {recall.key for recall in recalls if len(books[recall.hospital]) > 1}


def unread_moves(file: RawFile, rows: Sequence[ReadRow]) -> set[str]:
    """Name what unreadable rows would have moved: banks, 暂收款, their hospitals."""
    read = {row.number for row in rows}
    lost = [row.words for row in file.rows if row.number not in read]
    if not lost:
        return set()
    return {*SHARED_LEAVES, *chain.from_iterable(map(hospitals_in, lost))} - {""}


def hospitals_in(words: Mapping[str, object]) -> set[str]:
    """Read what stands where a row names hospitals, "" where nothing does."""
    return {str(words.get(name) or "").strip() for name in NAMING}


def losses_before(rows: Iterable[ReadRow], code: str) -> list[Event]:
    """List what a file writes off in the books of an area that are judged before this one."""
    losses = [row.event for row in rows if row.event.KIND == "write-off"]
    return [event for event in losses if event.book < code and same_area(event.book, code)]


def same_area(one: str, other: str) -> bool:
    """Return whether two books are of one pooling area."""
    return one.partition("/")[0] == other.partition("/")[0]


def unknown_book(row: ReadRow, known: Iterable[str]) -> Finding:
    """Word that a row names a book that was never opened."""
    return Finding(
        code="BOOK_UNKNOWN",
        message=f"没有账套 {row.event.book}；现有：{'、'.join(known) or '无'}",
        remedy="核对统筹区和险种；新账套用 prepay init 建立",
        row=row.number,
        field="area 统筹区",
        key=row.event.key,
    )


def attach_files(
    rows: list[ReadRow], folder: Path, findings: list[Finding]
) -> tuple[list[ReadRow], dict[str, bytes]]:
    """Replace the names of papers' files by their digests; give the contents to keep."""
    contents: dict[str, bytes] = {}
    attached = []
    for row in rows:
        if any(paper.file for paper in row.event.papers):
            papers = attached_papers(row, folder, contents, findings)
            row = replace(row, event=replace(row.event, papers=papers))  # noqa: PLW2901
        attached.append(row)
    return attached, contents


def attached_papers(
    row: ReadRow, folder: Path, contents: dict[str, bytes], findings: list[Finding]
) -> tuple[Paper, ...]:
    """Return a row's papers with the digests of their files; a file not there is a finding."""
    papers = []
    for paper in row.event.papers:
        digest = paper.file
        if paper.file:
            path = folder / paper.file
            if not path.is_file():
                what = f"没有找到附件文件 {paper.file}"
                findings.append(unreadable(row.number, what, "核对文件名", "papers"))
                continue
            content = path.read_bytes()
            digest = hashlib.sha256(content).hexdigest()
            contents[digest] = content
        papers.append(replace(paper, file=digest))
    return tuple(papers)


def keep_papers(desk: Desk, contents: dict[str, bytes]) -> None:
    """Copy papers to `papers/<sha256>` beside the database; a file that is there stays."""
    if not contents:
        return
    folder = desk.folder() / "papers"
    folder.mkdir(exist_ok=True)
    for digest, content in contents.items():
        target = folder / digest
        if not target.exists():
            temporary = folder / f"{digest}.part"
            temporary.write_bytes(content)
            temporary.replace(target)
