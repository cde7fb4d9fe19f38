"""核定 as it was shown before 审核: its code, and what has changed since it was shown."""

from __future__ import annotations

import json
from itertools import chain
from typing import TYPE_CHECKING

from ledger.basis.errors import Finding, Refused
from ledger.basis.money import grouped, parse_fen
from ledger.store.drafts import read_drafts
from ledger.store.writer import read_log
from ledger.voucher.signing.seen import seen_code, seen_order
from ledger.workflow.assess.drafts import KINDS
from ledger.workflow.drafting.seen import seen_in_book

if TYPE_CHECKING:
    from collections.abc import Sequence

    import sqlalchemy as sa

    from ledger.masters.book import Book
    from ledger.voucher.signing.seen import DraftSeen
    from ledger.workflow.desk import Desk
    from ledger.workflow.drafting.looked import Looked


def run_code(desk: Desk, conn: sa.Connection, books: Sequence[Book], year: int) -> str:
    """Return the code of a year's 核定 that waits; "" where none does."""
    shown = chain.from_iterable(seen_of_book(desk, conn, book.code, year) for book in books)
    return seen_code(sorted(shown, key=seen_order))


def seen_of_book(desk: Desk, conn: sa.Connection, book: str, year: int) -> list[DraftSeen]:
    """Show one book's drafts of a year's 核定."""
    ids = {draft.id for draft in read_drafts(conn, book, kinds=KINDS, year=year)}
    return seen_in_book(desk, conn, book, ids)


def refuse_other_run(
    desk: Desk, conn: sa.Connection, books: Sequence[Book], year: int, looked: Looked
) -> None:
    """Refuse to approve another 核定 than was shown under a code."""
    if looked.code in ("", run_code(desk, conn, books, year)):
        return
    told = [run_again(conn, book, year) for book in books]
    said = "；".join(filter(None, told)) or f"核对码 {looked.code} 与现在的核定不符"
    raise Refused(
        [
            Finding(
                code="SEEN_CHANGED",
                message=f"{year} 年度核定与列示时不同：{said}",
                remedy=f"重新查看：prepay assess show --year {year}，核对无误后用新的核对码审核",
            )
        ]
    )


def run_again(conn: sa.Connection, book: Book, year: int) -> str:
    """Say how the last two runs of a book's year differ; "" where there was one only."""
    lines = [line for line in read_log(conn, book=book.code) if line["action"] == "assess-run"]
    runs = [json.loads(line["content"]) for line in lines if line["subject"] == str(year)]
    if len(runs) < 2:
        return ""
    old, new = (grouped(parse_fen(run["approved"])) for run in runs[-2:])
    return f"{book.name}第 {runs[-1]['version']} 版重新测算，核定金额 {old} → {new}"
