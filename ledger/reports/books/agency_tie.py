"""上下级核对: what an upper agency passed down against what the lower one holds from it (§12.2).

The upper book's 1101 拨付下级经办机构 and the lower book's 2001 上级经办机构拨入 are the same
money, seen from both sides, in the same fund.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.money import grouped, yuan
from ledger.basis.period import last_day, period_of
from ledger.basis.terms import FUNDS
from ledger.formats.report import UNIT, WORDS, Column, Report, Row, money, named_row
from ledger.reports.asking import month_asked
from ledger.reports.kind import ReportKind
from ledger.store.engine import reading
from ledger.store.masters import read_areas, read_books
from ledger.store.vouchers.balances import balance_rows
from ledger.store.vouchers.movements import balances_on
from ledger.workflow.desk import book_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    import sqlalchemy as sa

    from ledger.masters.book import Book
    from ledger.reports.kind import ReportAsked
    from ledger.voucher.shown import BalanceRow
    from ledger.workflow.desk import Desk

COLUMNS = MappingProxyType(
    {
        "fund": Column(heading="险种"),
        "upper": Column(heading="上级", wraps=WORDS),
        "lower": Column(heading="下级", wraps=WORDS),
        "passed_down": money("上级账：拨付下级（1101.03）"),
        "received": money("下级账：上级拨入（2001.02）"),
        "difference": money("差额"),
        "result": Column(heading="结果"),
    }
)
RESULTS = {"unequal": "不符", "one-sided": "另一方不在本库", "equal": "相符"}
#: Fund, upper area, lower area.
PairKey = tuple[str, str, str]
NOTE = "上级账的借方余额应等于下级账的贷方余额；款项在途、两边记账日期不同的，到账后应相符。"


@dataclass(frozen=True, slots=True, kw_only=True)
class TiePair:
    """Two agencies of one fund, and what each book says; None where the book is not here."""

    fund: str
    upper_area: str
    upper_name: str
    lower_area: str
    lower_name: str
    upper_fen: int | None
    lower_fen: int | None

    @property
    def difference_fen(self) -> int | None:
        """Return what the upper book has more; None where only one side is known."""
        if self.upper_fen is None or self.lower_fen is None:
            return None
        return self.upper_fen - self.lower_fen

    @property
    def result(self) -> str:
        """Say whether the two sides agree."""
        if self.difference_fen is None:
            return "one-sided"
        return "unequal" if self.difference_fen else "equal"


def agency_ties(desk: Desk, asked: ReportAsked, day: date | None) -> list[Report]:
    """上下级核对 of a month end or a day; with a book, the pairs in which it is a side.

    Of a book that `sees` leaves out nothing is told, as of one that is kept elsewhere.
    """
    with reading(desk.engine) as conn:
        books = read_seen(conn, asked)
        own = [book_of(conn, asked.book)] if asked.book else list(books.values())
        on = day or last_day(max(month_asked(desk, conn, one, asked.period) for one in own))
        uppers: dict[PairKey, int] = {}
        lowers: dict[PairKey, int] = {}
        for one in books.values():
            read_sides(desk, conn, one, on, uppers, lowers)
        areas = read_areas(conn)
    keys = sorted({*uppers, *lowers})
    if asked.book:
        keys = [key for key in keys if asked.book in book_codes(key)]
    pairs = [tie_pair(key, areas, books, (uppers, lowers)) for key in keys]
    return [agency_tie(on, pairs)]


REPORT = ReportKind(
    name="agency-tie",
    title="上下级核对",
    draw=agency_ties,
    listed=8,
    help_at=(4, 2),
    menu=14,
)


def read_seen(conn: sa.Connection, asked: ReportAsked) -> dict[str, Book]:
    """Read the books that the asker may look at, by code."""
    books = read_books(conn)
    return {code: books[code] for code in books if not asked.sees or code in asked.sees}


def book_codes(key: PairKey) -> tuple[str, str]:
    """Return the codes of the upper and of the lower book."""
    fund, upper, lower = key
    return f"{upper}/{fund}", f"{lower}/{fund}"


def tie_pair(
    key: PairKey,
    areas: Mapping[str, str],
    books: Mapping[str, Book],
    sides: tuple[Mapping[PairKey, int], Mapping[PairKey, int]],
) -> TiePair:
    """Put what both books say of a pair side by side."""
    fund, upper, lower = key
    upper_book, lower_book = book_codes(key)
    uppers, lowers = sides
    return TiePair(
        fund=fund,
        upper_area=upper,
        upper_name=areas.get(upper, ""),
        lower_area=lower,
        lower_name=areas.get(lower, ""),
        upper_fen=uppers.get(key, 0) if upper_book in books else None,
        lower_fen=lowers.get(key, 0) if lower_book in books else None,
    )


def read_sides(
    desk: Desk,
    conn: sa.Connection,
    book: Book,
    day: date,
    uppers: dict[PairKey, int],
    lowers: dict[PairKey, int],
) -> None:
    """Add up what a book says as the upper side (all prepayment years) and as the lower."""
    roles = desk.chart(book.fund).roles
    for row in rows_on(conn, book, day):
        account = row.leaf.account
        other = account.counterparty
        if account.base == roles["lower_agency"]:
            key = (book.fund, book.area, other)
            uppers[key] = uppers.get(key, 0) + row.closing_fen
        elif account.base == roles["upper_agency"]:
            key = (book.fund, other, book.area)
            lowers[key] = lowers.get(key, 0) - row.closing_fen


def rows_on(conn: sa.Connection, book: Book, day: date) -> Sequence[BalanceRow]:
    """Read a book's balances on a day; at a month end from 发生额."""
    period = period_of(day)
    if day == last_day(period):
        return balance_rows(conn, book, first=period, last=period)
    return balances_on(conn, book, day)


def agency_tie(day: date, pairs: Sequence[TiePair]) -> Report:
    """Draw up the 上下级核对 of a day; what does not agree stands first."""
    order = list(RESULTS)
    ordered = sorted(
        pairs, key=lambda p: (order.index(p.result), p.fund, p.upper_area, p.lower_area)
    )
    unequal = [pair for pair in ordered if pair.result == "unequal"]
    return Report(
        title=REPORT.title,
        subtitle=(f"截至 {day}", UNIT),
        columns=tuple(COLUMNS.values()),
        rows=tuple(pair_row(pair) for pair in ordered),
        alerts=tuple(alert(pair) for pair in unequal),
        notes=(NOTE,),
        tree={
            "as_of": day,
            "agreed": not unequal,
            "pairs": [pair_tree(pair) for pair in ordered],
        },
    )


def alert(pair: TiePair) -> str:
    """Say what does not agree."""
    return (
        f"上下级不符：{FUNDS[pair.fund]}医保 {pair.upper_name} 拨付 {pair.lower_name}，"
        f"上级账 {grouped(pair.upper_fen or 0)}，下级账 {grouped(pair.lower_fen or 0)}，"
        f"差 {grouped(abs(pair.difference_fen or 0))}"
    )


def pair_row(pair: TiePair) -> Row:
    """Draw one pair."""
    return named_row(
        COLUMNS,
        {
            "fund": FUNDS[pair.fund],
            "upper": f"{pair.upper_area} {pair.upper_name}".strip(),
            "lower": f"{pair.lower_area} {pair.lower_name}".strip(),
            "passed_down": pair.upper_fen,
            "received": pair.lower_fen,
            "difference": pair.difference_fen,
            "result": RESULTS[pair.result],
        },
        mark="alert" if pair.result == "unequal" else "",
    )


def pair_tree(pair: TiePair) -> dict[str, object]:
    """Write one pair for programs; a side that is not here is null."""
    figures = {
        "upper_balance": pair.upper_fen,
        "lower_balance": pair.lower_fen,
        "difference": pair.difference_fen,
    }
    return {
        "fund": pair.fund,
        "upper_area": pair.upper_area,
        "lower_area": pair.lower_area,
        **{name: None if fen is None else yuan(fen) for name, fen in figures.items()},
        "result": pair.result,
    }
