"""验证 a book's drafts: each is still what was frozen of it, and approved by who signed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.audit.signing.draft_checks import check_approval, check_draft
from ledger.store.drafts import read_drafts
from ledger.workflow.drafting.prepared import frozen_today

if TYPE_CHECKING:
    from collections.abc import Iterator

    import sqlalchemy as sa

    from ledger.audit.invariants import Stored
    from ledger.basis.errors import Finding
    from ledger.masters.book import Book
    from ledger.workflow.desk import Desk


def drafts_as_frozen(
    desk: Desk, conn: sa.Connection, book: Book, stored: Stored
) -> Iterator[Finding]:
    """Compare live drafts with what was frozen of them; older ones are let be."""
    drafts = read_drafts(conn, book.code)
    before = stored.signing.frozen
    now = frozen_today(desk, conn, book)
    for draft in drafts:
        if draft.id in before:
            yield from check_draft(draft, before[draft.id], now[draft.id])
    if stored.signing.office.signing:
        for draft in drafts:
            yield from check_approval(draft, before.get(draft.id), stored.signing.sets)
