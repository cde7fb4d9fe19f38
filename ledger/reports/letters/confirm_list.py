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
    from ledger.formats.report import Report
    from ledger.workflow.desk import Desk


def registers(
    desk: Desk, book: str, *, cutoff: dt.date | None = None, hospital: str = "", only_open: bool
) -> list[Report]:
    """The register of letters: of all books or one, of a cut-off, of a hospital, the open ones."""
    with reading(desk.engine) as conn:
        reports = []
        for one in books_asked(conn, book):
            letters = [
                letter
                for letter in read_letters(conn, one.code, since=cutoff or dt.date.min)[0].values()
                if cutoff in (None, letter.date) and hospital in ("", letter.hospital)
            ]
            found = follow(desk, conn, one, letters)
            kept = [item for item in found if not only_open or item.state in OPEN]
            reports.append(confirm_list(one, kept, today=desk.today()))
    return reports
