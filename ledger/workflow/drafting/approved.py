"""审核: what was shown is approved, and signed as one ordered list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.errors import Finding, Refused
from ledger.store.signing.frozen import note_approved
from ledger.store.signing.sets import is_signing_on
from ledger.voucher.signing.freezing import CLAUSE_REVIEWED
from ledger.voucher.signing.signed import APPROVE, member_pairs
from ledger.workflow.drafting.prepared import freeze_old
from ledger.workflow.signing import refuse_givers, sign_set

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import sqlalchemy as sa

    from ledger.basis.encoding import Pair
    from ledger.masters.book import Book
    from ledger.voucher.draft import Draft
    from ledger.voucher.signing.freezing import Frozen
    from ledger.voucher.signing.signed import SignedSet
    from ledger.workflow.desk import Desk


def sign_approved(
    desk: Desk,
    conn: sa.Connection,
    book: Book,
    drafts: Sequence[Draft],
    more: Sequence[Pair] = (),
) -> SignedSet | None:
    """Sign drafts of one book, in the order given; None where the office does not sign.

    `more` is what else the approver says, such as how many were not looked at one by one.
    Raises Refused where a preparer's signature is missing.
    """
    if not drafts:
        return None
    frozen = freeze_old(desk, conn, book, drafts)
    if not is_signing_on(conn):
        return None
    refuse_unprepared(drafts, frozen)
    prepared = [(draft.event.key, [frozen[draft.id].prepared]) for draft in drafts]
    refuse_givers(desk, conn, book.code, prepared)
    members = member_pairs(frozen[draft.id].parts.signed for draft in drafts)
    made = sign_set(desk, conn, book.code, APPROVE, (*members, *more))
    note_approved(conn, book.code, [draft.id for draft in drafts], made.id)
    return made


def refuse_unprepared(drafts: Sequence[Draft], frozen: Mapping[str, Frozen]) -> None:
    """Refuse drafts that their preparer has not signed as they are now."""
    findings = [unprepared(draft) for draft in drafts if not frozen[draft.id].prepared]
    if findings:
        raise Refused(findings)


def unprepared(draft: Draft) -> Finding:
    """Word that a preparer has not signed what a draft says now."""
    return Finding(
        code="PREPARER_UNSIGNED",
        message=f"{draft.event.key} 现在的内容，制单人 {draft.prepared_by} 还没有签名，不能审核",
        clause=CLAUSE_REVIEWED,
        remedy=f"由制单人核对后签名：prepay draft revise {draft.event.key}；"
        "更正的，驳回后重新更正；核定的，重新测算",
        key=draft.event.key,
    )
