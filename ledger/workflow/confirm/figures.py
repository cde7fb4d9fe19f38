"""对账数字: a book's 医保预付金 as of a cut-off, read in sets, with what is on its way."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from ledger.basis.clock import EVER
from ledger.events.corrections.correcting import DATED_BACK
from ledger.masters.chart import is_under
from ledger.projections.letter_figures import CutoffFigures, Transit, drafted, figures_of
from ledger.store.drafts import read_drafts
from ledger.store.masters import read_hospitals
from ledger.store.relations.fact_days import read_root_days
from ledger.store.standing.brought import read_brought
from ledger.store.vouchers.balances import balance_rows, read_accounts_moved
from ledger.store.vouchers.movements import Scope, read_scope

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import sqlalchemy as sa

    from ledger.masters.book import Book
    from ledger.voucher.shown import BalanceRow
    from ledger.workflow.desk import Desk


def read_figures(
    desk: Desk, conn: sa.Connection, book: Book, cutoff: dt.date, known_at: str = EVER
) -> CutoffFigures:
    """Read what every hospital owes as of a cut-off, by the day of the fact.

    What was posted after the moment `known_at` is left out; a closed year's months are all that
    can have come since.
    """
    base = desk.chart(book.fund).roles["prepayment"]
    first = max(f"{cutoff.year}-01", book.start)
    openings = balance_rows(conn, book, first=first, last=first, base=base)
    scope = Scope(account=base)
    moved = read_scope(conn, book.code, scope, first=first, known_at=known_at)
    brought = read_brought(conn, book, cutoff.year)
    leaves = read_accounts_moved(conn, book.code, moved, opened_codes(openings, brought, base))
    corrections = {line.id for line in moved if line.form in DATED_BACK}
    days = {
        id_: dt.date.fromisoformat(day)
        for id_, (_, day) in read_root_days(conn, book.code, corrections).items()
    }
    return figures_of(openings, moved, leaves, days, cutoff, brought)


def opened_codes(openings: Iterable[BalanceRow], brought: Iterable[str], base: str) -> set[str]:
    """Name the leaves below a code that a year begins with, or that had moved before the books."""
    return {row.leaf.account.code for row in openings} | {
        code for code in brought if is_under(code, base)
    }


def read_transits(
    desk: Desk, conn: sa.Connection, book: Book, cutoff: dt.date, found: CutoffFigures
) -> dict[str, tuple[Transit, ...]]:
    """Read what is on its way at a cut-off, by hospital: posted later, drafted, or held as 暂收."""
    by_hospital: dict[str, list[Transit]] = {}
    drafts = drafted(read_drafts(conn, book.code), cutoff)
    held = held_transits(desk, conn, book, cutoff)
    for item in (*found.transits, *drafts, *held):
        by_hospital.setdefault(item.hospital, []).append(item)
    return {
        hospital: tuple(sorted(items, key=lambda item: (item.year, item.day, item.movement)))
        for hospital, items in by_hospital.items()
    }


def held_transits(desk: Desk, conn: sa.Connection, book: Book, cutoff: dt.date) -> list[Transit]:
    """Read what is held as 暂收 at a cut-off, of hospitals as far as it is named after one."""
    base = desk.chart(book.fund).roles["unidentified_receipt"]
    movements = read_scope(conn, book.code, Scope(account=base))
    names = {hospital.name: code for code, hospital in read_hospitals(conn, cutoff).items()}
    leaves = read_accounts_moved(conn, book.code, movements)
    held: dict[str, int] = {}
    for movement in movements:
        counterparty = leaves[movement.account].account.counterparty
        hospital = names.get(counterparty, counterparty)
        if movement.date <= cutoff:
            held[hospital] = held.get(hospital, 0) - movement.net_fen
    return [
        Transit(
            hospital=hospital,
            year=0,
            movement="suspense",
            day=cutoff,
            amount_fen=fen,
            why="unidentified",
        )
        for hospital, fen in sorted(held.items())
        if fen > 0
    ]


def sums_by_hospital(found: CutoffFigures) -> Mapping[str, dict[int, dict[str, int]]]:
    """Return each hospital's figures by prepayment year and class, with its balance."""
    sums: dict[str, dict[int, dict[str, int]]] = {}
    for row in found.rows:
        account = row.leaf.account
        figures = {**row.sums, "balance": row.balance_fen}
        sums.setdefault(account.hospital, {})[account.year] = figures
    return sums
