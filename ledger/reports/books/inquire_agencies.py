"""查询: 上下级核对 over the books of one database, and the list of hospitals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.period import last_day, period_of
from ledger.basis.terms import OWNERSHIPS, YES_NO
from ledger.formats.report import WORDS, Column, Report, Row
from ledger.masters.hospital import HEADINGS
from ledger.reports.books.agency_tie import TiePair
from ledger.reports.books.agency_tie import agency_tie as drawn
from ledger.reports.inquire import month_asked
from ledger.store.balances import balance_rows
from ledger.store.engine import reading
from ledger.store.masters import read_areas, read_books, read_hospitals
from ledger.store.movements import balances_on
from ledger.workflow.desk import book_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    import sqlalchemy as sa

    from ledger.masters.book import Book
    from ledger.masters.hospital import Hospital
    from ledger.workflow.desk import Desk

#: Fund, upper area, lower area.
PairKey = tuple[str, str, str]


def agency_tie(
    desk: Desk, book: str, period: str, day: date | None, sees: Sequence[str] = ()
) -> Report:
    """上下级核对 of a month end or a day; with a book, the pairs in which it is a side.

    Of a book that `sees` leaves out nothing is told, as of one that is kept elsewhere.
    """
    with reading(desk.engine) as conn:
        known = read_books(conn)
        books = {code: one for code, one in known.items() if not sees or code in sees}
        asked = [book_of(conn, book)] if book else list(books.values())
        on = day or last_day(max(month_asked(desk, conn, one, period) for one in asked))
        uppers: dict[PairKey, int] = {}
        lowers: dict[PairKey, int] = {}
        for one in books.values():
            read_sides(desk, conn, one, on, uppers, lowers)
        areas = read_areas(conn)
    pairs = []
    for fund, upper, lower in sorted({*uppers, *lowers}):
        codes = (f"{upper}/{fund}", f"{lower}/{fund}")
        if book and book not in codes:
            continue
        key = (fund, upper, lower)
        pairs.append(
            TiePair(
                fund=fund,
                upper_area=upper,
                upper_name=areas.get(upper, ""),
                lower_area=lower,
                lower_name=areas.get(lower, ""),
                upper_fen=uppers.get(key, 0) if codes[0] in books else None,
                lower_fen=lowers.get(key, 0) if codes[1] in books else None,
            )
        )
    return drawn(on, pairs)


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
    period = period_of(day)
    rows = (
        balance_rows(conn, book, first=period, last=period)
        if day == last_day(period)
        else balances_on(conn, book, day)
    )
    for row in rows:
        account = row.leaf.account
        other = account.counterparty
        if account.base == roles["lower_agency"]:
            key = (book.fund, book.area, other)
            uppers[key] = uppers.get(key, 0) + row.closing_fen
        elif account.base == roles["upper_agency"]:
            key = (book.fund, other, book.area)
            lowers[key] = lowers.get(key, 0) - row.closing_fen


def hospital_list(desk: Desk, agency: str = "") -> Report:
    """医疗机构名单 in force today, of all or of one 属地经办机构."""
    with reading(desk.engine) as conn:
        found = read_hospitals(conn, desk.today())
    shown = [h for _, h in sorted(found.items()) if agency in ("", h.agency)]
    return Report(
        title="医疗机构名单",
        subtitle=(f"共 {len(shown)} 家", f"截至 {desk.today()}"),
        columns=tuple(
            Column(
                heading=heading,
                wraps=WORDS if name in ("name", "agency", "group") else 0,
                spare=name in ("credit_code", "group", "valid_from"),
            )
            for name, heading in HEADINGS.items()
        ),
        rows=tuple(Row(cells=tuple(hospital_words(h, chinese=True).values())) for h in shown),
        tree={"hospitals": [hospital_words(h, chinese=False) for h in shown]},
    )


def hospital_words(hospital: Hospital, *, chinese: bool) -> dict[str, str]:
    """Write a hospital as the words of its list, which can be imported again."""
    words = {name: str(getattr(hospital, name)) for name in HEADINGS}
    inpatient = "yes" if hospital.inpatient else "no"
    words["inpatient"] = YES_NO[inpatient] if chinese else inpatient
    if chinese:
        words["ownership"] = OWNERSHIPS[hospital.ownership]
    return words
