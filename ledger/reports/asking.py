"""How a report asks: one moment, book by book, and the month or day that is meant."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from ledger.basis.errors import unclear
from ledger.basis.period import last_day, period_of, year_of
from ledger.events.words import month_named
from ledger.store.engine import reading
from ledger.store.vouchers.balances import newest_month
from ledger.workflow.desk import books_asked

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    import sqlalchemy as sa

    from ledger.formats.report import Report
    from ledger.masters.book import Book
    from ledger.reports.kind import ReportAsked
    from ledger.workflow.desk import Desk

    #: Draws the reports of one book.
    BookDrawn = Callable[["Inquiry"], Sequence[Report]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Inquiry:
    """What is asked of one book, and the moment in which it is read.

    `day` leaves out what is booked after it; without one the month asked for counts, whole.
    """

    desk: Desk
    conn: sa.Connection
    book: Book
    asked: ReportAsked
    day: date | None

    @property
    def month(self) -> str:
        """Return the month asked for."""
        return month_asked(self.desk, self.conn, self.book, self.asked.period)

    @property
    def month_of_year(self) -> str:
        """Return the month up to which a year is asked for."""
        return until_asked(self.desk, self.conn, self.book, self.asked.period, self.asked.year)


def drawn_by_book(
    draw: BookDrawn, desk: Desk, asked: ReportAsked, day: date | None
) -> list[Report]:
    """Draw the reports of each book asked for, all in one moment."""
    reports: list[Report] = []
    with reading(desk.engine) as conn:
        for book in books_asked(conn, asked.book):
            inquiry = Inquiry(desk=desk, conn=conn, book=book, asked=asked, day=day)
            reports.extend(draw(inquiry))
    return reports


def by_book(draw: BookDrawn) -> Callable[[Desk, ReportAsked, date | None], list[Report]]:
    """Make a report of all books out of one of a book."""
    return partial(drawn_by_book, draw)


def month_asked(desk: Desk, conn: sa.Connection, book: Book, period: str) -> str:
    """Read the month asked for; else the newest that has vouchers, no later than today's."""
    if period:
        return month_named(period)
    return max(book.start, min(period_of(desk.today()), newest_month(conn, book.code)))


def until_asked(desk: Desk, conn: sa.Connection, book: Book, period: str, year: int) -> str:
    """Return the month up to which a year is asked for; a year by itself means all of it."""
    if year and not period:
        return f"{year}-12"
    month = month_asked(desk, conn, book, period)
    if year and year_of(month) != year:
        raise unclear(
            "PERIOD_UNCLEAR", f"月份 {month} 不在 {year} 年", "--year 和 --period 写一个就够"
        )
    return month


def day_meant(asked: ReportAsked, day: date | None) -> date | None:
    """Return the day asked for, or the last of the month asked for; None where neither is."""
    if day is None and asked.period:
        return last_day(month_named(asked.period))
    return day
