"""Drafts as they are shown before 审核; nothing is written."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from ledger.basis.errors import unclear
from ledger.masters.stand_in import steps_stood
from ledger.store.drafts import read_drafts
from ledger.store.engine import reading
from ledger.store.masters import read_books, read_hospitals
from ledger.store.signing.people import read_stand_ins
from ledger.voucher.signing.seen import DraftSeen, code_read, seen_order
from ledger.workflow.drafting.approvable import asked_of
from ledger.workflow.drafting.prepared import frozen_as_shown

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    import sqlalchemy as sa

    from ledger.masters.stand_in import Step
    from ledger.voucher.draft import Draft
    from ledger.voucher.signing.freezing import Frozen
    from ledger.workflow.desk import Desk


def seen_all(desk: Desk, book: str = "") -> list[DraftSeen]:
    """Show the live drafts of a book, or of all books, in the order of the list."""
    with reading(desk.engine) as conn:
        codes = [book] if book else list(read_books(conn))
        return sorted(seen_in_books(desk, conn, codes), key=seen_order)


def seen_in_books(
    desk: Desk, conn: sa.Connection, codes: Iterable[str], ids: Collection[str] | None = None
) -> list[DraftSeen]:
    """Show the live drafts of books: all, or those asked for."""
    return list(chain.from_iterable(seen_in_book(desk, conn, code, ids) for code in codes))


def seen_in_book(
    desk: Desk, conn: sa.Connection, code: str, ids: Collection[str] | None
) -> list[DraftSeen]:
    """Show a book's live drafts: all, or those asked for."""
    drafts = read_drafts(conn, code, ids=None if ids is None else sorted(ids))
    if not drafts:
        return []
    frozen = frozen_as_shown(desk, conn, read_books(conn)[code], drafts)
    return seen_as(desk, conn, [(draft, frozen[draft.id]) for draft in drafts])


def seen_as(
    desk: Desk, conn: sa.Connection, pairs: Sequence[tuple[Draft, Frozen]]
) -> list[DraftSeen]:
    """Show drafts as they were frozen, with what their hospitals are called."""
    named = {dict(frozen.public)["hospital"] for _, frozen in pairs} - {""}
    hospitals = read_hospitals(conn, desk.today(), sorted(named))
    names = {code: hospital.name for code, hospital in hospitals.items()}
    stand_ins = read_stand_ins(conn)
    seen = [seen_under(draft, frozen, names) for draft, frozen in pairs]
    return [replace(one, stood=steps_stood(stand_ins, steps_of(one.draft))) for one in seen]


def steps_of(draft: Draft) -> tuple[Step, ...]:
    """List who prepared a draft and who approved it, in which role, and when."""
    return (
        ("prepared_by", "preparer", draft.prepared_by, draft.prepared_at),
        ("approved_by", asked_of(draft), draft.approved_by, draft.approved_at),
    )


def seen_under(draft: Draft, frozen: Frozen, names: Mapping[str, str]) -> DraftSeen:
    """Show a draft as it was frozen; a hospital that is in no list goes by its code."""
    code = dict(frozen.public)["hospital"]
    return DraftSeen(draft=draft, frozen=frozen, hospital=names.get(code, code))


def code_given(text: str) -> str:
    """Read the code that an option names; refuse what is none."""
    code = code_read(text)
    if not code:
        raise unclear(
            "SEEN_UNREADABLE",
            f"核对码“{text}”无法识别",
            "照抄 draft list 或 draft show 末尾的核对码，如 7K3M9-QXAB2",
        )
    return code
