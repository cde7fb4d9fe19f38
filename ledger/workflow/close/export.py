"""导出: each book and year as a Beancount ledger; what has not changed is not touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.heap import uncollected
from ledger.basis.period import opening_period, year_of
from ledger.formats.journals.beancount import digest_of, write
from ledger.formats.journals.beancount_checked import checked_path, published, write_checked
from ledger.formats.journals.beancount_confirmed import write_scans
from ledger.store.engine import reading, writing
from ledger.store.journals import Given, given_now, read_given, read_sealed
from ledger.store.masters import read_books
from ledger.store.proof.proof import read_chain_years
from ledger.store.signing.chain_sets import read_sets_in, read_signed_in
from ledger.store.standing.registers import read_register_entries
from ledger.store.vouchers.balances import balance_rows, carried_year, read_accounts
from ledger.store.vouchers.vouchers import Span, read_vouchers
from ledger.store.writer import write_journal_files
from ledger.voucher.shown import BalanceRow, YearLedger
from ledger.workflow.confirm.confirmed import world_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    import sqlalchemy as sa

    from ledger.masters.book import Book
    from ledger.voucher.shown import Voucher
    from ledger.workflow.desk import Desk


def year_ledger(
    desk: Desk, conn: sa.Connection, book: Book, year: int
) -> tuple[YearLedger, dict[str, BalanceRow]]:
    """Read one book's year whole, and SQL's own figures for it by leaf."""
    rows = balance_rows(conn, book, first=f"{year}-01", last=f"{year}-12")
    figures = {row.leaf.account.code: row for row in rows}
    span = Span(first=opening_period(year), last=f"{year}-12")
    vouchers = read_vouchers(conn, book.code, span, with_papers=False)
    world = world_of(desk, conn, book, year)
    used = {*figures, *accounts_moved(vouchers)}
    used |= {one.account for one in world.confirmed} | {one.account for one in world.scans}
    signed = read_signed_in(conn, book.code, year)
    ledger = YearLedger(
        book=book,
        chart=desk.chart(book.fund),
        year=year,
        leaves=read_accounts(conn, book.code, used),
        openings={} if year == year_of(book.start) else openings_carried(rows),
        vouchers=tuple(vouchers),
        registers=tuple(read_register_entries(conn, book.code, year=year)),
        confirmed=world.confirmed,
        scans=world.scans,
        signed=signed,
        sets=read_sets_in(conn, book.code, signed),
    )
    # A leaf whose movements took each other back shows nothing but stands in the journals.
    for code, leaf in ledger.leaves.items():
        figures.setdefault(code, BalanceRow(leaf=leaf, opening_fen=0, debit_fen=0, credit_fen=0))
    return ledger, figures


def openings_carried(rows: Iterable[BalanceRow]) -> dict[str, int]:
    """Return what a year begins with, by leaf; its first year begins with 期初 vouchers."""
    return {row.leaf.account.code: row.opening_fen for row in rows if row.opening_fen}


def accounts_moved(vouchers: Iterable[Voucher]) -> set[str]:
    """Name the leaves that vouchers move."""
    return {line.account for voucher in vouchers for line in voucher.lines}


def folder_of(root: Path, book: str, year: int) -> Path:
    """Name the folder of a book's year: `620100-employee/2026`."""
    return root / book.replace("/", "-") / str(year)


def export_year(desk: Desk, book: Book, year: int, root: Path) -> tuple[Path, ...]:
    """Export a year of a book; gives the files that were written.

    What has not been given out before is noted first, so that `verify` knows it on the disk.
    """
    with reading(desk.engine) as conn:
        ledger, _ = year_ledger(desk, conn, book, year)
        known, fresh = given_out(conn, ledger)
    if fresh:
        with writing(desk.engine, [book.code]) as conn:
            known = note_given(conn, ledger)
    return publish(ledger, root, known)


def note_given(conn: sa.Connection, ledger: YearLedger) -> frozenset[Given]:
    """Note which journal files of a year are given out now; gives all that ever were."""
    known, fresh = given_out(conn, ledger)
    write_journal_files(conn, ledger.book.code, sorted(fresh))
    return known | fresh


def given_out(conn: sa.Connection, ledger: YearLedger) -> tuple[frozenset[Given], frozenset[Given]]:
    """Return which journal files were given out before, and which are new with this export."""
    book = ledger.book
    known = read_given(conn, book.code)
    digests = {name: digest_of(text.encode()) for name, text in published(ledger).items()}
    return known, given_now(book, digests, read_sealed(conn, book.code)) - known


def publish(ledger: YearLedger, root: Path, given: Iterable[Given]) -> tuple[Path, ...]:
    """Bring a year's journals on disk up to date, and the file beside them that proves them.

    `given` is what has been given out, this export with it.
    """
    folder = folder_of(root, ledger.book.code, ledger.year)
    scans = write_scans(ledger, folder)
    final: dict[str, set[str]] = {}
    for one in given:
        year, _, name = one.name.partition("/")
        if one.period and year == folder.name:
            final.setdefault(name, set()).add(one.digest)
    return (*scans, *write(ledger, folder, final), *write_checked(ledger, folder))


@uncollected()
def export_all(desk: Desk, root: Path, book: str = "") -> list[Path]:
    """Export every year of every book, or of one; gives the files that were written."""
    touched: list[Path] = []
    with reading(desk.engine) as conn:
        books = [one for one in read_books(conn).values() if book in ("", one.code)]
        years = {one.code: years_of(conn, one) for one in books}
    for one in books:
        for year in years[one.code]:
            touched += export_year(desk, one, year, root)
    return touched


def years_of(conn: sa.Connection, book: Book) -> list[int]:
    """List the years a book has anything to show for: links, or balances carried in."""
    years = {year_of(book.start), *read_chain_years(conn, book.code)}
    return sorted(years | {carried_year(conn, book)})


def main_files(root: Path) -> list[Path]:
    """List the exported ledgers below a folder, each by the file that has its chain proved.

    A year that an earlier version exported has its main file only, until the next export.
    """
    mains = sorted(root.glob("*/*/main.beancount"))
    doors = {path: checked_path(path.parent) for path in mains}
    return [door if door.is_file() else path for path, door in doors.items()]
