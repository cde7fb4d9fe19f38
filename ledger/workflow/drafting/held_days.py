"""认定暂收款而没有写日期: the books know the day on which the bank had the money, and propose it.

Only what is entered by hand is asked about: a row of a file says its own day.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ledger.basis.errors import Finding
from ledger.events.booked.bank_day import (
    CLAUSE_FACT,
    DAY_FIELD,
    came_on,
    days_of,
    meant_among,
    told_apart,
)
from ledger.events.booked.suspense_out import SuspenseOut
from ledger.intake.intake import read_rows
from ledger.store.drafts import read_drafts
from ledger.store.engine import reading
from ledger.store.masters import read_books
from ledger.store.standing.held import read_held

if TYPE_CHECKING:
    from datetime import date

    from ledger.intake.raw_row import RawRow
    from ledger.policy.facts import Held
    from ledger.workflow.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class UndatedTelling:
    """An identification of held money without a day, and the receipts that it may mean."""

    event: SuspenseOut
    meant: tuple[Held, ...]
    today: date

    @property
    def days(self) -> list[date]:
        """List the days on which the bank had what is meant."""
        return sorted({receipt.date for receipt in self.meant})

    def told(self) -> str:
        """Say which receipts are meant, with both days."""
        return f"{came_on(self.event, self.meant)}；今天是 {self.today}"


def undated_telling(desk: Desk, row: RawRow) -> UndatedTelling | None:
    """Read a row that tells held money apart and names no day; None for any other.

    None too where the books do not know the bank's day: nothing is held, or it is of the 期初.
    """
    today = desk.today()
    event = telling_on(row, today)
    if event is None:
        return None
    meant = tuple(meant_among(held_with_drafts(desk, event), event, {event.key}))
    if not meant or any(receipt.opening for receipt in meant):
        return None
    return UndatedTelling(event=event, meant=meant, today=today)


def telling_on(row: RawRow, day: date) -> SuspenseOut | None:
    """Read a row as the telling apart of held money that it would be on a day."""
    if row.words.get("kind") != SuspenseOut.KIND or row.words.get("date"):
        return None
    read, _ = read_rows([replace(row, words={**row.words, "date": day.isoformat()})])
    event = read[0].event if read else None
    return event if isinstance(event, SuspenseOut) and told_apart(event) else None


def held_with_drafts(desk: Desk, event: SuspenseOut) -> tuple[Held, ...]:
    """Read what is held of a counterparty; pending drafts count as posted."""
    with reading(desk.engine) as conn:
        books = read_books(conn)
        if event.book not in books:
            return ()
        drafts = read_drafts(conn, event.book)
        pending = [draft.event for draft in drafts]
        chart = desk.chart(books[event.book].fund)
        return read_held(conn, event.book, chart, [*pending, event])


def day_unknown(telling: UndatedTelling) -> Finding:
    """Word that several days may be meant, and none was named."""
    return Finding(
        code="WORD_MISSING",
        message=f"缺少日期（date）：{telling.told()}",
        remedy=f"日期填银行到账日 {days_of(telling.meant)}，或用 --paper 写明是哪一份回单",
        clause=CLAUSE_FACT,
        field=DAY_FIELD,
        key=telling.event.key,
        unreadable=True,
    )


def day_taken(telling: UndatedTelling, day: date) -> Finding:
    """Word that the bank's day was taken, since no other was named."""
    return Finding(
        code="BANK_DAY",
        message=f"没有写日期，按银行到账日 {day}：{telling.told()}",
        remedy="不是这一天的，用 --date 写明",
        clause=CLAUSE_FACT,
        field=DAY_FIELD,
        key=telling.event.key,
    )
