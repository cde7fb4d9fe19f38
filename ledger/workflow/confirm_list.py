"""对账登记簿 and 年结前的对账: letters followed, and hospitals that nobody has asked yet."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ledger.basis.errors import Finding
from ledger.basis.money import grouped
from ledger.basis.period import year_of
from ledger.events.confirming import CLAUSE
from ledger.store.confirm import read_letters
from ledger.store.engine import reading
from ledger.store.masters import read_hospitals
from ledger.views.confirm_list import OPEN, STATES, Followed, confirm_list
from ledger.workflow.confirm_figures import read_figures
from ledger.workflow.inquire import books_asked

if TYPE_CHECKING:
    from collections.abc import Iterable

    import sqlalchemy as sa

    from ledger.masters.book import Book
    from ledger.policy.letters import Letter
    from ledger.views.letter_figures import Figures
    from ledger.views.reports import Report
    from ledger.workflow.desk import Desk

#: A letter of the year's end is cut off in December: what is said of a later day is about other
#: balances, and the letter of 31 December can be sent at any time.
DECEMBER = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Unconfirmed:
    """A hospital of which a year's close knows no answer and no reason: what it owes, and why."""

    hospital: str
    name: str
    balance_fen: int
    why: str

    @property
    def told(self) -> str:
        """Tell it in a few words."""
        return f"{self.name}（{self.hospital}）余额 {grouped(self.balance_fen)}，{self.why}"


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


def follow(
    desk: Desk,
    conn: sa.Connection,
    book: Book,
    letters: Iterable[Letter],
    day: dt.date | None = None,
) -> list[Followed]:
    """Put beside each letter what the books say of its cut-off now; `day` is when it is asked."""
    ordered = sorted(letters, key=lambda letter: (letter.date, letter.hospital))
    if not ordered:
        return []
    today = day or desk.today()
    listed = read_hospitals(conn, today, {letter.hospital for letter in ordered})
    now = {
        day: balances_by_hospital(read_figures(desk, conn, book, day))
        for day in sorted({letter.date for letter in ordered})
    }
    return [
        Followed(
            letter=letter,
            name=listed[letter.hospital].name if letter.hospital in listed else letter.hospital,
            now=now[letter.date].get(letter.hospital, {}),
            today=today,
        )
        for letter in ordered
    ]


def balances_by_hospital(found: Figures) -> dict[str, dict[int, int]]:
    """Give each hospital's balance by prepayment year."""
    balances: dict[str, dict[int, int]] = {}
    for row in found.rows:
        account = row.leaf.account
        balances.setdefault(account.hospital, {})[account.year] = row.balance_fen
    return balances


def unconfirmed(
    desk: Desk, conn: sa.Connection, book: Book, year: int, day: dt.date | None = None
) -> list[Unconfirmed]:
    """List the hospitals of a year that have neither agreed nor a reason on record.

    Who has a balance or a movement in the year is asked by a letter cut off in its December; of
    several, the newest counts. What was sent, answered or explained after `day` is not known on
    it; without one all counts.
    """
    end = dt.date(year, DECEMBER, 31)
    until = day or dt.date.max
    found = read_figures(desk, conn, book, end)
    owed = {
        hospital: sum(years.values()) for hospital, years in balances_by_hospital(found).items()
    }
    names = {row.leaf.account.hospital: row.leaf.holder for row in found.rows}
    letters, _ = read_letters(conn, book.code, since=dt.date(year, DECEMBER, 1), until=until)
    due = [one for one in letters.values() if one.date <= end and one.sent_on <= until]
    # In order of cut-off: the last word of a hospital is what it says of the latest day.
    states = {item.letter.hospital: item.state for item in follow(desk, conn, book, due, day)}
    return [
        Unconfirmed(
            hospital=hospital,
            name=names[hospital],
            balance_fen=owed[hospital],
            why=STATES.get(states.get(hospital, ""), "未发对账函"),
        )
        for hospital in sorted(owed)
        if states.get(hospital, OPEN[0]) in OPEN
    ]


def unconfirmed_finding(book: Book, year: int, left: list[Unconfirmed]) -> Finding:
    """Word why a year does not close yet."""
    shown = "；".join(one.told for one in left[:5]) + (" …" if len(left) > 5 else "")
    return Finding(
        code="UNCONFIRMED",
        message=f"{book.code} {year} 年有 {len(left)} 家医院没有对账结果：{shown}",
        clause=CLAUSE,
        remedy=f"发函并登记回函：prepay confirm letters --date {year}-12-31 --send，"
        "prepay confirm answer；不符或未回函的，用 prepay confirm explain 说明；"
        "确须先年结的，由会计主管写明 --reason",
    )


def standing_letters(desk: Desk, conn: sa.Connection, book: Book, period: str) -> str:
    """Tell how the letters cut off up to a month stand; "" where none is open."""
    # What is older is in the sheets of the months before.
    since = dt.date(year_of(period) - 1, 1, 1)
    letters, _ = read_letters(conn, book.code, since=since)
    due = [one for one in letters.values() if f"{one.date:%Y-%m}" <= period]
    counts: dict[str, int] = {}
    for item in follow(desk, conn, book, due):
        if item.state in OPEN:
            counts[STATES[item.state]] = counts.get(STATES[item.state], 0) + 1
    return "，".join(f"{name} {count} 份" for name, count in counts.items())
