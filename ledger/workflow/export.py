"""导出: each book and year as a Beancount ledger; what has not changed is not touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.period import opening_period, year_of
from ledger.store.balances import balance_rows, carried_year, read_accounts
from ledger.store.engine import reading
from ledger.store.masters import read_books
from ledger.store.proof import read_chain_years
from ledger.store.vouchers import Span, read_vouchers
from ledger.views.beancount import write
from ledger.voucher.shown import YearLedger

if TYPE_CHECKING:
    from pathlib import Path

    import sqlalchemy as sa

    from ledger.masters.book import Book
    from ledger.voucher.shown import BalanceRow
    from ledger.workflow.desk import Desk


def year_ledger(
    desk: Desk, conn: sa.Connection, book: Book, year: int
) -> tuple[YearLedger, dict[str, BalanceRow]]:
    """Read one book's year whole, and SQL's own figures for it by leaf."""
    rows = balance_rows(conn, book, first=f"{year}-01", last=f"{year}-12")
    vouchers = read_vouchers(conn, book.code, Span(first=opening_period(year), last=f"{year}-12"))
    first_year = year == year_of(book.start)
    openings = {} if first_year else {row.leaf.account.code: row.opening_fen for row in rows}
    used = {row.leaf.account.code for row in rows}
    used |= {line.account for voucher in vouchers for line in voucher.lines}
    ledger = YearLedger(
        book=book,
        chart=desk.chart(book.fund),
        year=year,
        leaves=read_accounts(conn, book.code, used),
        openings={code: fen for code, fen in openings.items() if fen},
        vouchers=tuple(vouchers),
    )
    return ledger, {row.leaf.account.code: row for row in rows}


def folder_of(root: Path, book: str, year: int) -> Path:
    """Name the folder of a book's year: `620100-employee/2026`."""
    return root / book.replace("/", "-") / str(year)


def export_book(
    desk: Desk, conn: sa.Connection, book: Book, root: Path, years: list[int]
) -> list[Path]:
    """Export years of a book; gives the files that were written."""
    touched: list[Path] = []
    for year in years:
        ledger, _ = year_ledger(desk, conn, book, year)
        folder = folder_of(root, book.code, year)
        folder.mkdir(parents=True, exist_ok=True)
        touched.extend(write(ledger, folder))
    return touched


def export_all(desk: Desk, root: Path, book: str = "") -> list[Path]:
    """Export every year of every book, or of one; gives the files that were written."""
    touched: list[Path] = []
    with reading(desk.engine) as conn:
        for code, one in read_books(conn).items():
            if not book or code == book:
                years = years_of(conn, one)
                touched += export_book(desk, conn, one, root, years)
    return touched


def years_of(conn: sa.Connection, book: Book) -> list[int]:
    """List the years a book has anything to show for: vouchers, or balances carried in."""
    years = {year_of(book.start), *read_chain_years(conn, book.code)}
    return sorted(years | {carried_year(conn, book)})


def main_files(root: Path) -> list[Path]:
    """List the exported ledgers below a folder."""
    return sorted(root.glob("*/*/main.beancount"))
