"""对方确认的余额 of a year: the one place where what others confirmed comes together."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ledger.basis.statutory import DISBURSEMENT_ACCOUNT, FISCAL_ACCOUNT
from ledger.store.bank.bank import read_confirmed_balances
from ledger.store.bank.confirm import read_letters
from ledger.store.masters import read_hospitals
from ledger.voucher.confirmed import Confirmed, Scan
from ledger.workflow.confirm.figures import read_figures
from ledger.workflow.confirm.standing import balances_by_hospital

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import sqlalchemy as sa

    from ledger.masters.book import Book
    from ledger.policy.letters import Letter
    from ledger.projections.letter_figures import CutoffFigures
    from ledger.workflow.desk import Desk


#: Who confirms which account.
BANK_NAMES = {DISBURSEMENT_ACCOUNT: "开户银行", FISCAL_ACCOUNT: "财政部门"}


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What others confirmed of a book's year, and the scans of their papers that are kept."""

    confirmed: tuple[Confirmed, ...]
    scans: tuple[Scan, ...]


def world_of(desk: Desk, conn: sa.Connection, book: Book, year: int) -> World:
    """Gather what hospitals, the bank and 财政 confirmed, and the scans of their papers."""
    banks = banks_confirmed(conn, book, year)
    letters = letters_of_year(conn, book, year)
    if not letters:
        return World(confirmed=banks, scans=())
    listed = read_hospitals(conn, dt.date(year, 12, 31), {letter.hospital for letter in letters})
    names = {code: hospital.name for code, hospital in listed.items()}
    return World(
        confirmed=(*hospitals_confirmed(desk, conn, book, letters, names), *banks),
        scans=tuple(scan for letter in letters for scan in scans_of(desk, book, letter, names)),
    )


def letters_of_year(conn: sa.Connection, book: Book, year: int) -> list[Letter]:
    """Read the letters whose cut-off lies in a year, in order of day and hospital."""
    letters, _ = read_letters(conn, book.code, since=dt.date(year, 1, 1))
    own = [letter for letter in letters.values() if letter.date.year == year]
    return sorted(own, key=lambda letter: (letter.date, letter.hospital))


def banks_confirmed(conn: sa.Connection, book: Book, year: int) -> tuple[Confirmed, ...]:
    """Return what approved 余额调节表 confirm of the accounts that are the ledger's alone."""
    return tuple(
        Confirmed(
            account=one.account,
            day=one.day,
            amount_fen=one.amount_fen,
            paper=f"余额调节表 {one.number}",
            by=BANK_NAMES[one.account],
        )
        for one in read_confirmed_balances(conn, book.code, year)
    )


def hospitals_confirmed(
    desk: Desk, conn: sa.Connection, book: Book, letters: list[Letter], names: dict[str, str]
) -> tuple[Confirmed, ...]:
    """Return what hospitals answered, by leaf: as sent where they agreed, else as they state it."""
    answered = [letter for letter in letters if letter.answer]
    figures: dict[dt.date, CutoffFigures] = {}
    now: dict[dt.date, dict[str, dict[int, int]]] = {}
    for day in sorted({letter.date for letter in answered}):
        figures[day] = read_figures(desk, conn, book, day)
        now[day] = balances_by_hospital(figures[day])
    confirmed: list[Confirmed] = []
    for letter in answered:
        by = names.get(letter.hospital, letter.hospital)
        books = now[letter.date].get(letter.hospital, {})
        confirmed += answer_confirmed(desk, book, letter, figures[letter.date], books, by)
    return tuple(confirmed)


def answer_confirmed(
    desk: Desk,
    book: Book,
    letter: Letter,
    figures: CutoffFigures,
    books: Mapping[int, int],
    by: str,
) -> Iterator[Confirmed]:
    """Return what one answer confirms, by leaf; `books` is what the books say of it now."""
    explained = letter.explained if letter.is_explained(books) else ""
    for year, fen in letter.said:
        code = leaf_of(desk, book, letter, year)
        yield Confirmed(
            account=code,
            day=letter.date,
            amount_fen=fen,
            paper=f"对账回函 {letter.reply}",
            by=by,
            letter=letter.number,
            late_fen=figures.late.get(code, 0),
            explained=explained,
        )


def leaf_of(desk: Desk, book: Book, letter: Letter, year: int) -> str:
    """Return the leaf that a letter's prepayment year stands on."""
    return desk.chart(book.fund).leaf("prepayment", hospital=letter.hospital, year=year).code


def scans_of(desk: Desk, book: Book, letter: Letter, names: dict[str, str]) -> list[Scan]:
    """Return the scans of a letter's reply and explanation that are kept beside the database."""
    folder = desk.folder() / "papers"
    account = leaf_of(desk, book, letter, letter.closings[-1][0])
    name = names.get(letter.hospital, letter.hospital)
    kept = (
        (letter.file, f"对账回函-{letter.reply}-{name}"),
        (letter.note_file, f"对账说明-{letter.number}-{name}"),
    )
    return [
        Scan(account=account, day=letter.date, name=title, source=folder / digest)
        for digest, title in kept
        if digest and (folder / digest).is_file()
    ]
