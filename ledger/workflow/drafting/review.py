"""审核、驳回、修改: what happens to a draft before it is posted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from ledger.basis.errors import Finding, Refused, refuse
from ledger.basis.heap import uncollected
from ledger.basis.period import period_of
from ledger.events.base import event_words
from ledger.events.dated import other_month
from ledger.intake.intake import ReadRow, read_rows
from ledger.intake.raw_row import RawRow
from ledger.masters.duties import REVIEWER, is_second
from ledger.store.drafts import draft_row, read_draft_heads, read_drafts
from ledger.store.engine import reading
from ledger.store.masters import read_books
from ledger.store.signing.frozen import drafts_kept
from ledger.store.writer import approve_drafts, remove_drafts
from ledger.voucher.signing.seen import seen_order, shown_order
from ledger.workflow.desk import Desk, acting_on, explained_clocks, note, refusals_logged
from ledger.workflow.drafting.approvable import (
    beside_units,
    chief_findings,
    own_finding,
    stood_for,
    without_approvers,
    without_assessed,
)
from ledger.workflow.drafting.approved import sign_approved
from ledger.workflow.drafting.checked_rows import new_draft
from ledger.workflow.drafting.looked import (
    LOOKED_ELSEWHERE,
    Looked,
    refuse_changed,
    shown_only,
)
from ledger.workflow.drafting.prepared import prepare_drafts
from ledger.workflow.drafting.seen import seen_in_books
from ledger.workflow.drafting.trial import try_batch
from ledger.workflow.posting.register import approve_registers
from ledger.workflow.posting.signed_posting import sending_back

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    import sqlalchemy as sa

    from ledger.masters.operator import Operator
    from ledger.voucher.draft import Draft, DraftHead
    from ledger.voucher.signing.seen import DraftSeen


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """Which drafts of a book a verb dealt with, and how many it left to another person.

    `registered` counts the 登记事项 among them, which took effect at once.
    """

    book: str
    drafts: tuple[Draft, ...]
    left: int
    registered: int = 0


def drafts_of(desk: Desk, book: str = "") -> list[Draft]:
    """List the live drafts, in the order they were prepared."""
    with reading(desk.engine) as conn:
        books = [book] if book else list(read_books(conn))
        return [draft for code in books for draft in read_drafts(conn, code)]


def moves_told(drafts: Sequence[Draft]) -> list[str]:
    """Say which drafts are booked in another month than their fact's, by the two months."""
    moved: dict[tuple[str, str], list[Draft]] = {}
    for draft in filter(is_moved, drafts):
        moved.setdefault((period_of(draft.event.date), period_of(draft.booked)), []).append(draft)
    return [
        f"业务在 {at}、记入 {into} 的 {len(found)} 笔：{keys(found)}"
        for (at, into), found in sorted(moved.items())
    ]


def is_moved(draft: Draft) -> bool:
    """Tell a draft with legs that is booked in another month than its fact's."""
    if draft.event.LEGLESS or draft.event.KIND == "opening-balance":
        return False
    return other_month(draft.event.date, draft.booked)


def pick(desk: Desk, words: Sequence[str], book: str) -> dict[str, list[DraftHead]]:
    """Find the names of drafts by id or business key, by book; all of a book where none is named.

    A whole unit comes together, of other books too (a 核定 is one of both funds).
    """
    with reading(desk.engine) as conn:
        by_book = {code: read_draft_heads(conn, code) for code in read_books(conn)}
    asked = {code: by_book.get(code, []) for code in ([book] if book else by_book)}
    if not words:
        return there_are(asked)
    units = units_named(words, list(chain.from_iterable(asked.values())))
    return there_are({code: of_units(drafts, units) for code, drafts in by_book.items()})


def there_are(by_book: Mapping[str, list[DraftHead]]) -> dict[str, list[DraftHead]]:
    """Leave out the books that have no drafts."""
    return {code: drafts for code, drafts in by_book.items() if drafts}


def units_named(words: Sequence[str], drafts: Sequence[DraftHead]) -> set[str]:
    """Find the units of drafts that are named; refuse names that stand for none."""
    units = {draft.key: draft.unit for draft in drafts}
    units |= {draft.id: draft.unit for draft in drafts}
    refuse_unknown([word for word in words if word not in units])
    return {units[word] for word in words}


def refuse_unknown(unknown: Sequence[str]) -> None:
    """Refuse names that stand for no draft."""
    if unknown:
        raise refuse(
            "DRAFT_UNKNOWN",
            f"没有待处理的草稿：{'、'.join(unknown)}",
            "用 prepay draft list 查看草稿的编号（可写业务编号或草稿号）",
        )


def of_units(drafts: Iterable[DraftHead], units: Collection[str]) -> list[DraftHead]:
    """Keep the drafts of some units."""
    return [draft for draft in drafts if draft.unit in units]


def due_seen(desk: Desk, words: Sequence[str], *, book: str = "") -> tuple[list[DraftSeen], int]:
    """Show what a person would approve, and count what is left to another; nothing is written."""
    with refusals_logged(desk, "approve", " ".join(words) or "--all"):
        by_book = pick(desk, words, book)
        with acting_on(desk, (), role=REVIEWER, what="审核", dry_run=True) as (conn, person):
            reviewed = review(conn, person, by_book, named=bool(words))
            shown = seen_in_books(desk, conn, by_book, due_ids(reviewed))
    return sorted(shown, key=seen_order), sum(item.left for item in reviewed)


@uncollected()
def approve(
    desk: Desk,
    words: Sequence[str],
    *,
    book: str = "",
    dry_run: bool = False,
    looked: Looked = LOOKED_ELSEWHERE,
) -> list[Reviewed]:
    """审核 drafts by id or key; with no words all that another person prepared.

    A 登记事项 takes effect at once; what has legs waits for 记账. A 核定 is approved as a whole,
    by `prepay assess approve`, and never here. `looked` says what was seen of them before: where
    that was something else, all is refused (SEEN_CHANGED).
    """
    with refusals_logged(desk, "approve", " ".join(words) or "--all"):
        by_book = shown_only(pick(desk, words, book), looked)
        with (
            sending_back(desk, dry_run=dry_run),
            acting_on(desk, by_book, role=REVIEWER, what="审核", dry_run=dry_run) as work,
        ):
            conn, operator = work
            reviewed = review(conn, operator, by_book, named=bool(words))
            refuse_changed(desk, conn, by_book, due_ids(reviewed), looked, named=bool(words))
            taken = chain.from_iterable(item.drafts for item in reviewed)
            desk.excuse(explained_clocks(draft.event for draft in taken))
            for item in reviewed:
                desk.standing_in = stood_for(operator, item.drafts)
                take_effect(desk, conn, item, looked)
    return reviewed


def due_ids(reviewed: Iterable[Reviewed]) -> set[str]:
    """Name the drafts that a person may approve, by their ids."""
    return {draft.id for item in reviewed for draft in item.drafts}


def review(
    conn: sa.Connection,
    operator: Operator,
    by_book: Mapping[str, Sequence[DraftHead]],
    *,
    named: bool,
) -> list[Reviewed]:
    """Pick what a person may approve, book by book; raises Refused with all that is refused."""
    reviewed, findings = [], []
    for code, heads in sorted(by_book.items()):
        found = still_there(conn, code, heads, named=named)
        item, refused = due_to(operator, code, found, named=named)
        reviewed.append(item)
        findings += refused
    if findings:
        raise Refused(findings)
    return reviewed


def due_to(
    operator: Operator, book: str, drafts: Sequence[Draft], *, named: bool
) -> tuple[Reviewed, list[Finding]]:
    """Return which drafts of a book a person may approve, and what is refused.

    What was not named and is another's to approve is left out; what was named is refused.
    """
    waiting = [draft for draft in drafts if not draft.approved_by]
    waiting, findings = without_assessed(waiting, named=named)
    waiting, others = without_approvers(operator, waiting, named=named)
    findings += others
    own = [draft for draft in waiting if not is_second(operator.name, draft.prepared_by)]
    if named:
        findings += map(own_finding, own)
    else:
        waiting = beside_units(waiting, {draft.unit for draft in own})
    findings += chief_findings(operator, waiting)
    count = len(registers_among(waiting))
    return Reviewed(book=book, drafts=tuple(waiting), left=len(own), registered=count), findings


def registers_among(drafts: Iterable[Draft]) -> list[Draft]:
    """Pick the 登记事项, which take effect when they are approved."""
    return [draft for draft in drafts if draft.event.LEGLESS]


def take_effect(desk: Desk, conn: sa.Connection, item: Reviewed, looked: Looked) -> None:
    """Write what was approved of one book: 登记事项 as facts, the rest as approved drafts."""
    registers = registers_among(item.drafts)
    ids = [draft.id for draft in item.drafts if not draft.event.LEGLESS]
    book = read_books(conn)[item.book]
    shown = sorted(item.drafts, key=shown_order)
    made = sign_approved(desk, conn, book, shown, looked.pairs(len(shown)))
    at = made.at if made else desk.now()
    approve_drafts(conn, item.book, ids, by=desk.operator, at=at)
    approve_registers(desk, conn, book, registers, made)
    told: dict[str, str | int] = {"drafts": len(item.drafts)}
    told |= {"registers": len(registers)} if registers else {}
    told |= looked.told(len(item.drafts), at)
    note(desk, conn, item.book, "approve", keys(item.drafts), told)


def reject(
    desk: Desk, words: Sequence[str], reason: str, *, book: str = "", dry_run: bool = False
) -> list[Reviewed]:
    """驳回 drafts; they leave the list, and the log keeps their whole content and the reason."""
    with refusals_logged(desk, "reject", " ".join(words)):
        if not reason.strip():
            raise refuse("REASON_MISSING", "驳回须写明原因", "用 --reason 写明原因")
        by_book = pick(desk, words, book)
        with acting_on(desk, by_book, role="approver", what="驳回", dry_run=dry_run) as (conn, _):
            # What is taken back was perhaps told by a clock that ran ahead.
            desk.excuse({head.key for head in chain.from_iterable(by_book.values())})
            return [
                reject_in_book(desk, conn, code, still_there(conn, code, heads), reason)
                for code, heads in sorted(by_book.items())
            ]


def reject_in_book(
    desk: Desk, conn: sa.Connection, book: str, drafts: Sequence[Draft], reason: str
) -> Reviewed:
    """Remove drafts of one book; the log keeps each of them whole."""
    for draft, kept in zip(drafts, drafts_kept(conn, book, drafts), strict=True):
        note(desk, conn, book, "reject", draft.event.key, {"reason": reason, "draft": kept})
    remove_drafts(conn, book, [draft.id for draft in drafts])
    return Reviewed(book=book, drafts=tuple(drafts), left=0)


def revise(
    desk: Desk, word: str, changes: Mapping[str, str], *, book: str = "", dry_run: bool = False
) -> Draft:
    """修改 a draft's words; an approval that it had falls away. Logged before and after."""
    with refusals_logged(desk, "revise", word):
        ((code, drafts),) = pick(desk, [word], book).items()
        with acting_on(desk, [code], role="preparer", what="修改草稿", dry_run=dry_run) as work:
            conn, _ = work
            desk.excuse({draft.key for draft in drafts})
            found = still_there(conn, code, drafts)
            before = next(draft for draft in found if word in (draft.id, draft.event.key))
            refuse_unit(before, found)
            row = row_revised(before, code, changes)
            (kept,) = drafts_kept(conn, code, [before])
            remove_drafts(conn, code, [before.id])
            tried = try_batch(desk, conn, read_books(conn)[code], [[row]])
            if tried.findings:
                raise Refused(tried.findings)
            candidate = tried.candidates[0][0]
            anew = new_draft(desk, candidate, before.id, before.unit)
            after = replace(anew, origin=before.origin)
            prepare_drafts(desk, conn, [(after, candidate)], tried.names)
            content = {"before": kept, "after": draft_row(after)}
            note(desk, conn, code, "revise", before.event.key, content)
    return after


def refuse_unit(draft: Draft, unit: Sequence[Draft]) -> None:
    """Refuse to change one draft of several that stand and fall together."""
    if len(unit) > 1 or draft.event.corrects:
        raise refuse(
            "UNIT_REVISED",
            f"{draft.event.key} 属于一组更正，不能单独修改",
            "驳回整组（prepay reject）后重新更正",
        )


def row_revised(draft: Draft, book: str, changes: Mapping[str, str]) -> ReadRow:
    """Read a draft with some of its words changed."""
    event = draft.event
    area, _, fund = book.partition("/")
    stays = {"kind": event.KIND, "key": event.key, "area": area, "fund": fund, "corrects": ""}
    refuse_other_identity(event.key, stays, changes)
    words = {**event_words(event), **changes, **stays}
    rows, findings = read_rows([RawRow(number=1, words=words)])
    if findings:
        raise Refused(findings)
    return rows[0]


def refuse_other_identity(key: str, stays: Mapping[str, str], changes: Mapping[str, str]) -> None:
    """Refuse to make a draft another event: its kind, key and book were checked when recorded."""
    moved = [name for name in changes if name in stays and changes[name] != stays[name]]
    if moved:
        raise refuse(
            "REVISED_IDENTITY",
            f"{key} 的业务类型、业务编号、统筹区和险种不能修改（{'、'.join(moved)}）",
            "驳回这笔草稿（prepay reject），另行录入",
        )


def still_there(
    conn: sa.Connection, book: str, drafts: Sequence[DraftHead], *, named: bool = True
) -> list[Draft]:
    """Read drafts again inside the transaction; raises Refused where a `named` one is gone."""
    found = read_drafts(conn, book, ids=[draft.id for draft in drafts])
    if named and len(found) != len(drafts):
        raise refuse("DRAFT_GONE", "有草稿刚被别人处理过", "用 prepay draft list 重新查看")
    return found


def keys(drafts: Sequence[Draft]) -> str:
    """Name drafts in the log: the first and last key and the count."""
    if not drafts:
        return ""
    first, last = drafts[0].event.key, drafts[-1].event.key
    return first if len(drafts) == 1 else f"{first} … {last}（{len(drafts)} 笔）"
