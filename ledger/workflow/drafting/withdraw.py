"""撤回: the preparer takes drafts back before they are posted, each with its whole unit."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from ledger.basis.errors import Finding, Refused
from ledger.store.signing.frozen import drafts_kept
from ledger.store.writer import remove_drafts
from ledger.workflow.desk import acting_on, note, refusals_logged
from ledger.workflow.drafting.review import pick, still_there

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import sqlalchemy as sa

    from ledger.voucher.draft import Draft
    from ledger.workflow.desk import Desk


def withdraw(
    desk: Desk, words: Sequence[str], *, book: str = "", dry_run: bool = False
) -> list[Draft]:
    """撤回 drafts by id or key; an approval falls with them, and the log keeps each whole.

    Raises Refused (DRAFT_OTHERS) where another person has prepared one of them.
    """
    with refusals_logged(desk, "withdraw", " ".join(words)):
        by_book = pick(desk, words, book)
        with acting_on(desk, by_book, role="preparer", what="撤回", dry_run=dry_run) as (conn, _):
            # What is taken back was perhaps told by a clock that ran ahead.
            desk.excuse({head.key for head in chain.from_iterable(by_book.values())})
            found = {
                code: still_there(conn, code, heads) for code, heads in sorted(by_book.items())
            }
            drafts = list(chain.from_iterable(found.values()))
            refuse_others(desk.operator, drafts)
            for code, mine in found.items():
                take_back(desk, conn, code, mine)
    return drafts


def refuse_others(name: str, drafts: Iterable[Draft]) -> None:
    """Refuse to take back what another person has prepared."""
    findings = [others_finding(draft) for draft in drafts if draft.prepared_by != name]
    if findings:
        raise Refused(findings)


def others_finding(draft: Draft) -> Finding:
    """Word that only its preparer takes a draft back."""
    return Finding(
        code="DRAFT_OTHERS",
        message=f"{draft.event.key} 由 {draft.prepared_by} 制单，只能由其本人撤回",
        remedy=f"由 {draft.prepared_by} 撤回；有问题的，由审核人驳回"
        f"（prepay reject {draft.event.key} --reason 原因）",
        key=draft.event.key,
    )


def take_back(desk: Desk, conn: sa.Connection, book: str, drafts: Sequence[Draft]) -> None:
    """Remove drafts of one book; the log keeps each of them whole."""
    for draft, kept in zip(drafts, drafts_kept(conn, book, drafts), strict=True):
        note(desk, conn, book, "withdraw", draft.event.key, {"draft": kept})
    remove_drafts(conn, book, [draft.id for draft in drafts])
