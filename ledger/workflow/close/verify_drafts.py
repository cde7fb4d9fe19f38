"""验证 a book's drafts: each is still what was frozen of it, and approved by who signed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.audit.signing.draft_checks import check_approval, check_draft
from ledger.store.drafts import read_drafts
from ledger.workflow.drafting.prepared import frozen_today

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import sqlalchemy as sa

    from ledger.audit.invariants import Stored
    from ledger.basis.errors import Finding
    from ledger.masters.book import Book
    from ledger.voucher.draft import Draft
    from ledger.voucher.signing.freezing import Frozen
    from ledger.workflow.desk import Desk


def drafts_as_frozen(
    desk: Desk, conn: sa.Connection, book: Book, stored: Stored
) -> Iterator[Finding]:
    """Compare live drafts with what was frozen of them; older ones are let be."""
    drafts = read_drafts(conn, book.code)
    before = stored.signing.frozen
    if any(draft.id in before for draft in drafts):
        yield from rows_as_frozen(drafts, before, frozen_today(desk, conn, book))
    if stored.signing.office.signing:
        for draft in drafts:
            yield from check_approval(draft, before.get(draft.id), stored.signing.sets)


def rows_as_frozen(
    drafts: Sequence[Draft], before: Mapping[str, Frozen], now: Mapping[str, Frozen]
) -> Iterator[Finding]:
    """Compare drafts with what was frozen of them, and with what would be today."""
    for draft in drafts:
        if draft.id in before:
            yield from check_draft(draft, before[draft.id], now[draft.id])
