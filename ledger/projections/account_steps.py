"""账页 as a fold: an account's entries in order, with the balance after each and the totals due.

《会计基础工作规范》60: the balance and its direction 借/贷/平, in a 日记账 every day; 63: after
each month 本月合计 and 本年累计, on a new year's first line 上年结转.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from ledger.basis.period import first_day, is_opening, last_day, next_period, year_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from ledger.masters.book import Book
    from ledger.voucher.shown import AccountEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """发生额 by side, in fen."""

    debit_fen: int
    credit_fen: int

    def plus(self, entries: Iterable[AccountEntry]) -> Sums:
        """Add entries on their own sides; red makes a side smaller."""
        debit, credit = self.debit_fen, self.credit_fen
        for entry in entries:
            if entry.side == "debit":
                debit += entry.amount_fen
            else:
                credit += entry.amount_fen
        return Sums(debit_fen=debit, credit_fen=credit)


@dataclass(frozen=True, slots=True)
class AccountStep:
    """One line of an account's page.

    `kind` is `carried` (the balance brought in), `entry`, `day` (本日合计), `month` (本月合计)
    or `year` (本年累计); `entries` holds the one entry of an `entry`, and is empty otherwise.
    """

    kind: str
    period: str
    day: dt.date
    sums: Sums
    balance_fen: int
    entries: tuple[AccountEntry, ...] = ()


NOTHING = Sums(debit_fen=0, credit_fen=0)


def carried_name(book: Book, period: str) -> str:
    """Name the first line of a page: 上年结转 in a January after the book's first year."""
    turned = period.endswith("-01") and year_of(period) > year_of(book.start)
    return "上年结转" if turned else "期初余额"


def account_steps(
    *,
    period_from: str,
    period_to: str,
    opening_fen: int,
    to_date: tuple[int, int],
    entries: Sequence[AccountEntry],
    daily: bool,
) -> Iterator[AccountStep]:
    """Go through an account's months; totals follow a month with entries, and the last one.

    Entries stand in order of 记账日期 and number. 期初 vouchers are left out: the opening
    holds them.
    """
    assert period_from <= period_to, "months run forward"
    months = by_month(entries, period_from, period_to)
    balance = opening_fen
    year = Sums(debit_fen=to_date[0], credit_fen=to_date[1])
    period = period_from
    yield AccountStep("carried", period, first_day(period), NOTHING, balance)
    while period <= period_to:
        if period.endswith("-01") and period != period_from:
            year = NOTHING
            yield AccountStep("carried", period, first_day(period), NOTHING, balance)
        here = months.get(period, [])
        yield from entry_steps(here, balance, daily=daily)
        month, year = NOTHING.plus(here), year.plus(here)
        balance += month.debit_fen - month.credit_fen
        if here or period == period_to:
            yield AccountStep("month", period, last_day(period), month, balance)
            yield AccountStep("year", period, last_day(period), year, balance)
        period = next_period(period)


def by_month(
    entries: Iterable[AccountEntry], first: str, last: str
) -> dict[str, list[AccountEntry]]:
    """Gather an account's entries by month, in their order there; 期初 is left out."""
    months: dict[str, list[AccountEntry]] = {}
    for entry in sorted(entries, key=lambda entry: (entry.period, entry.booked, entry.number)):
        if not is_opening(entry.period):
            assert first <= entry.period <= last, f"{entry.period} was not asked for"
            months.setdefault(entry.period, []).append(entry)
    return months


def entry_steps(
    entries: Sequence[AccountEntry], balance: int, *, daily: bool
) -> Iterator[AccountStep]:
    """Go through one month's entries, closing each day where a 日记账 is kept."""
    for day, group in groupby(entries, key=lambda entry: entry.booked):
        today = tuple(group)
        for entry in today:
            sums = NOTHING.plus([entry])
            balance += sums.debit_fen - sums.credit_fen
            yield AccountStep("entry", entry.period, day, sums, balance, (entry,))
        if daily:
            yield AccountStep("day", today[0].period, day, NOTHING.plus(today), balance)
