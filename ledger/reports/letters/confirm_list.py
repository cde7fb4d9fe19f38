"""对账登记簿 and 年结前的对账: letters followed, and hospitals that nobody has asked yet."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from ledger.reports.letters.letter_register import confirm_list
from ledger.store.bank.confirm import read_letters
from ledger.store.engine import reading
from ledger.workflow.confirm.standing import OPEN, follow
from ledger.workflow.desk import books_asked

if TYPE_CHECKING:
    import sqlalchemy as sa

    from ledger.formats.report import Report
    from ledger.masters.book import Book
    from ledger.policy.letters import Letter
    from ledger.workflow.desk import Desk


def registers(
    desk: Desk, book: str, *, cutoff: dt.date | None = None, hospital: str = "", only_open: bool
) -> list[Report]:
    """The register of letters: of all books or one, of a cut-off, of a hospital, the open ones."""
    with reading(desk.engine) as conn:
        reports = []
        for one in books_asked(conn, book):
            found = follow(desk, conn, one, letters_asked(conn, one, cutoff, hospital))
            if only_open:
                found = [item for item in found if item.state in OPEN]
            reports.append(confirm_list(one, found, today=desk.today()))
    return reports


def letters_asked(
    conn: sa.Connection, book: Book, cutoff: dt.date | None, hospital: str
) -> list[Letter]:
    """Read the letters of a book, of one cut-off or all, to one hospital or all."""
    letters, _ = read_letters(conn, book.code, since=cutoff or dt.date.min)
    of_day = [letter for letter in letters.values() if cutoff in (None, letter.date)]
    return [letter for letter in of_day if hospital in ("", letter.hospital)]
