"""查询: 附注 of 医保预付金, proved against the 科目余额表; nothing here writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.period import last_day, year_of
from ledger.masters.chart import is_under
from ledger.projections.settlement import settlement_rows
from ledger.reports.books.inquire_books import until_asked
from ledger.reports.clearing.disclosure import Disclosed, disclosure, year_rows
from ledger.reports.owed import balance_of, control_of, noted
from ledger.store.balances import balance_rows, read_accounts
from ledger.store.brought import read_brought
from ledger.store.engine import reading
from ledger.store.facts import read_facts
from ledger.store.irregular import Until, read_irregular
from ledger.store.movements import Scope, read_movements
from ledger.workflow.desk import books_asked

if TYPE_CHECKING:
    from datetime import date

    import sqlalchemy as sa

    from ledger.formats.report import Report
    from ledger.masters.book import Book
    from ledger.policy.profile import Policy
    from ledger.policy.values import Choice
    from ledger.projections.settlement import SettlementRow
    from ledger.workflow.desk import Desk


def disclosures(
    desk: Desk, book: str, period: str, year: int, day: date | None = None
) -> list[Report]:
    """附注 of a year up to a month or a day."""
    with reading(desk.engine) as conn:
        reports = []
        for one in books_asked(conn, book):
            last = until_asked(desk, conn, one, period, year)
            on = day or last_day(last)
            rows = moved_rows(desk, conn, one, last, on)
            facts, _ = read_facts(conn, one, desk.chart(one.fund), [], desk.today())
            rules = facts.policy.on(on)
            years = {row.leaf.account.year for row in rows}
            deadlines = {held: rules.day("return_deadline", held) for held in years}
            found = Disclosed(
                on=on,
                control_fen=balance_of(conn, one, control_of(desk, one), on),
                cases=tuple(read_irregular(conn, one.code, Until(booked=on, cured=on))),
                presumed=presumed(facts.policy, on.year),
            )
            # A month that is not over yet makes nothing overdue before its day has come.
            shown = year_rows(rows, deadlines, min(on, desk.today()))
            reports.append(noted(desk, conn, one, on, disclosure(one, shown, found)))
    return reports


def moved_rows(
    desk: Desk, conn: sa.Connection, book: Book, last: str, on: date
) -> list[SettlementRow]:
    """Class the year's movements of 医保预付金 by leaf."""
    base = control_of(desk, book)
    first = f"{year_of(last)}-01"
    openings = balance_rows(conn, book, first=first, last=last, base=base)
    moved = read_movements(conn, book.code, Scope(account=base), first=first, last=last, until=on)
    leaves = read_accounts(conn, book.code)
    own = {code: leaf for code, leaf in leaves.items() if is_under(code, base)}
    return settlement_rows(openings, moved, own, {}, read_brought(conn, book, year_of(last)))


def presumed(policy: Policy, year: int) -> tuple[Choice, ...]:
    """List the choices that hold in a year by presumption alone, in order of their number."""
    waiting = [
        choice for choice in policy.choices().values() if policy.state(choice, year) == "presumed"
    ]
    return tuple(sorted(waiting, key=lambda choice: (len(choice.item), choice.item, choice.name)))
