"""What books know on a day, for whoever asks what is due: read in sets."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from ledger.basis.period import closing_period, next_period, period_of
from ledger.basis.statutory import DISBURSEMENT_ACCOUNT, FISCAL_ACCOUNT
from ledger.dues.values import BookState
from ledger.events.registers.agreement import Agreement
from ledger.events.registers.application import Application
from ledger.masters.chart import is_under
from ledger.policy.irregular import standing_of
from ledger.store.bank.bank_lines import first_days
from ledger.store.bank.confirm import asked_otherwise
from ledger.store.drafts import count_drafts
from ledger.store.facts import adopted_policy
from ledger.store.masters import read_bank_accounts, read_books, read_hospitals
from ledger.store.standing.approved import read_approved
from ledger.store.standing.assess import read_moved
from ledger.store.standing.dues import (
    read_bank_nets,
    read_closed,
    read_late_returns,
    read_written_off,
)
from ledger.store.standing.irregular import Until, read_irregular
from ledger.store.standing.opening_ties import read_untied
from ledger.store.standing.registers import read_registers
from ledger.store.vouchers.balances import balance_rows
from ledger.store.vouchers.movements import balances_on
from ledger.voucher.registers import recalls_standing
from ledger.workflow.bank.close import reconciliation_findings
from ledger.workflow.confirm.standing import unconfirmed
from ledger.workflow.hindered import hindered_on

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from datetime import date

    import sqlalchemy as sa

    from ledger.events.base import Event
    from ledger.events.registers.recall import Recall
    from ledger.masters.book import Book
    from ledger.masters.chart import FundChart
    from ledger.policy.profile import Policy
    from ledger.store.standing.assess import Moved
    from ledger.voucher.shown import BalanceRow
    from ledger.workflow.desk import Desk

#: What brings 暂收 and takes it out.
SUSPENDED = ("suspense", "suspense-out")
#: The 登记事项 that duties look at; those of the area count in every book of it.
OWN_KINDS = (
    "guarantee",
    "recall",
    "recall-lift",
    "payment-stop",
    "court-case",
    "bankruptcy-claim",
    "sanction",
    "fund-report",
)
RECALL_KINDS = ("recall", "recall-lift")
AREA_KINDS = ("application", "licence-report", "publication")


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """The books of an area, what is registered once for all, and the recalls that stand."""

    books: tuple[Book, ...]
    registers: Mapping[str, tuple[Event, ...]]
    recalls: tuple[Recall, ...]


def book_states(
    desk: Desk,
    conn: sa.Connection,
    books: Sequence[Book],
    on: date,
    *,
    history: bool = False,
    hospitals: Collection[str] | None = None,
) -> list[BookState]:
    """Read what books know on a day.

    With `history` also what moved the years, long settled, that a recall or a case names;
    `hospitals` narrows what moved to some.
    """
    every = list(read_books(conn).values())
    areas = sorted({book.area for book in books})
    shared = {area: area_known(conn, every, area, on) for area in areas}
    tellers = {teller_of(area, every, books) for area in areas}
    return [
        book_state(
            desk,
            conn,
            book,
            on,
            area=shared[book.area],
            first=book.code in tellers,
            history=history,
            hospitals=hospitals,
        )
        for book in books
    ]


def teller_of(area: str, every: Sequence[Book], asked: Sequence[Book]) -> str:
    """Name the book that tells what is its area's: the first, or of those asked the first."""
    first = next(book.code for book in every if book.area == area)
    own = {book.code for book in asked if book.area == area}
    return first if first in own else min(own)


def area_known(conn: sa.Connection, books: Sequence[Book], area: str, on: date) -> Area:
    """Read what counts in every book of an area, in whichever of them it is registered."""
    own = tuple(book for book in books if book.area == area)
    groups = [by_kind(area_registers(conn, book, on), on) for book in own]
    registers = {
        kind: tuple(chain.from_iterable(group.get(kind, ()) for group in groups))
        for kind in AREA_KINDS
    }
    registered = [group.get(kind, ()) for group in groups for kind in RECALL_KINDS]
    recalls = recalls_standing(tuple(chain.from_iterable(registered)), on)
    return Area(books=own, registers=registers, recalls=tuple(recalls))


def area_registers(conn: sa.Connection, book: Book, on: date) -> list[Event]:
    """Read what a book has registered for its area; of applications those of the day's year."""
    kinds = {*AREA_KINDS, *RECALL_KINDS} - {Application.KIND}
    applied = read_registers(conn, book.code, (Application.KIND,), year=on.year)
    return [*read_registers(conn, book.code, kinds), *applied]


def by_kind(events: Sequence[Event], on: date) -> dict[str, tuple[Event, ...]]:
    """Group events by kind; what happened after the day is not known yet."""
    found: dict[str, list[Event]] = {}
    for event in events:
        if event.date <= on:
            found.setdefault(event.KIND, []).append(event)
    return {kind: tuple(group) for kind, group in found.items()}


def book_state(
    desk: Desk,
    conn: sa.Connection,
    book: Book,
    on: date,
    *,
    area: Area,
    first: bool,
    history: bool,
    hospitals: Collection[str] | None,
) -> BookState:
    """Read what one book knows on a day."""
    roles = desk.chart(book.fund).roles
    base, paying = roles["prepayment"], roles["disbursement_account"]
    rows = balances_on(conn, book, on)
    own = by_kind(own_registers(conn, book, on, hospitals, history=history), on)
    halted = {event.hospital for event in own.get("payment-stop", ())}
    policy = adopted_policy(conn, book)
    years = {*years_open(rows, base, policy, on), *(years_named(own) if history else ())}
    bank = read_bank_accounts(conn, book.code).get(paying)
    strangers_fen = -balance_under(rows, desk.chart(book.fund).roles["unidentified_receipt"])
    approved = approved_on(conn, book, on)
    standing = standing_of(read_irregular(conn, book.code, Until(booked=on, cured=on)))
    return BookState(
        book=book,
        on=on,
        policy=policy,
        hospitals=read_hospitals(conn, on),
        moved=moves_of(conn, book, base, sorted(years), hospitals),
        registers={**own, **area.registers},
        approved=approved,
        bank=read_bank_nets(conn, book.code, paying, first=f"{on.year - 1}-01", until=on),
        bank_opening={year: opening_of(conn, book, year) for year in (on.year - 1, on.year)},
        bank_balance_fen=balance_under(rows, paying) if bank and bank.exclusive else None,
        unidentified_fen=max(strangers_fen - fiscal_held(conn, book, on), 0),
        closed=read_closed(conn, book.code, on),
        drafts=count_drafts(conn, book.code, on),
        irregular_count=standing.count,
        irregular_fen=standing.amount_fen,
        first_of_area=first,
        unconfirmed=unconfirmed_on(desk, conn, book, policy, on),
        unanswered=unanswered_on(desk, conn, book, on),
        untied=read_untied(conn, book.code),
        unreconciled=unreconciled_on(conn, book, on),
        late_returns_fen=read_late_returns(conn, book.code, paying, base=base, until=on),
        standing_recalls=area.recalls,
        hindered=hindered_on(conn, book, approved.get(on.year, ()), policy.on(on), on),
        owed_elsewhere=owed_elsewhere(desk, conn, area, book, halted, on),
        written_off=read_written_off(conn, charts_of(desk, area.books), halted, on),
    )


def charts_of(desk: Desk, books: Iterable[Book]) -> dict[str, FundChart]:
    """Return the charts of books, by code."""
    return {book.code: desk.chart(book.fund) for book in books}


def own_registers(
    conn: sa.Connection,
    book: Book,
    on: date,
    hospitals: Collection[str] | None,
    *,
    history: bool,
) -> list[Event]:
    """Read a book's own 登记事项; of agreements, one a hospital and year, those of the day's year.

    With `history` those of all years, of the hospitals named or of all.
    """
    year = 0 if history else on.year
    signed = read_registers(conn, book.code, (Agreement.KIND,), year=year, hospitals=hospitals)
    return [*read_registers(conn, book.code, OWN_KINDS), *signed]


def years_named(kinds: Mapping[str, Iterable[Event]]) -> set[int]:
    """Name the prepayment years that registered facts speak of."""
    return {event.year for group in kinds.values() for event in group if event.year}


def moves_of(
    conn: sa.Connection,
    book: Book,
    base: str,
    years: Iterable[int],
    hospitals: Collection[str] | None,
) -> dict[int, tuple[Moved, ...]]:
    """Read what moved prepayment years, of some hospitals or of all."""
    return {
        year: tuple(read_moved(conn, book.code, base=base, year=year, hospitals=hospitals))
        for year in years
    }


def approved_on(conn: sa.Connection, book: Book, on: date) -> dict[int, dict[str, int]]:
    """Read what was approved (核定) by a day for this year and the last, by year and hospital."""
    years = (on.year - 1, on.year)
    found: dict[int, dict[str, int]] = {}
    for (hospital, year), fen in read_approved(conn, book.code, years, until=str(on)).items():
        found.setdefault(year, {})[hospital] = fen
    return found


def fiscal_held(conn: sa.Connection, book: Book, on: date) -> int:
    """Read how much 暂收 came straight into the 财政专户, and so does not lie in the 支出户."""
    moved = read_bank_nets(conn, book.code, FISCAL_ACCOUNT, first=f"{on.year - 1}-01", until=on)
    return max(sum(fen for (_, kind), fen in moved.items() if kind in SUSPENDED), 0)


def owed_elsewhere(
    desk: Desk, conn: sa.Connection, area: Area, own: Book, hospitals: set[str], on: date
) -> dict[str, int]:
    """Add up what hospitals hold in an area's other books on a day, in fen."""
    owed: dict[str, int] = {}
    if not hospitals:
        return owed
    for book in area.books:
        if book.code == own.code:
            continue
        base = desk.chart(book.fund).roles["prepayment"]
        for row in balances_on(conn, book, on):
            account = row.leaf.account
            if account.hospital in hospitals and is_under(account.code, base):
                owed[account.hospital] = owed.get(account.hospital, 0) + row.closing_fen
    return owed


def unreconciled_on(conn: sa.Connection, book: Book, on: date) -> dict[str, tuple[str, ...]]:
    """Say which months, over and not closed, wait for a 余额调节表; none before a first import."""
    if not first_days(conn, book.code):
        return {}
    closed = read_closed(conn, book.code, on)
    month, waiting = book.start, {}
    while month < period_of(on):
        missing = reconciliation_findings(conn, book, month) if month not in closed else []
        if missing:
            waiting[month] = tuple(finding.message for finding in missing)
        month = next_period(month)
    return waiting


def unconfirmed_on(
    desk: Desk, conn: sa.Connection, book: Book, policy: Policy, on: date
) -> dict[int, tuple[str, ...]]:
    """Name the hospitals that have not agreed, of the years that wait to be cleared and closed."""
    rules = policy.on(on)
    closed = read_closed(conn, book.code, on)
    if not rules.flag("reconcile_with_hospitals"):
        return {}
    told = {}
    for year in (on.year - 1, on.year):
        open_ = f"{year}-12" >= book.start and closing_period(year) not in closed
        if open_ and on > rules.day("return_deadline", year):
            left = unconfirmed(desk, conn, book, year, on)
            told[year] = tuple(hospital.told for hospital in left)
    return told


def unanswered_on(
    desk: Desk, conn: sa.Connection, book: Book, on: date
) -> dict[int, tuple[str, ...]]:
    """Name the hospitals without whose answer last year was closed, while they are silent."""
    year = on.year - 1
    done = closing_period(year) in read_closed(conn, book.code, on)
    if not done or not asked_otherwise(conn, book.code, year):
        return {}
    left = unconfirmed(desk, conn, book, year, on)
    return {year: tuple(one.told for one in left if one.instead)}


def years_open(rows: Sequence[BalanceRow], base: str, policy: Policy, on: date) -> list[int]:
    """Name the prepayment years that may hold something: this one, and whatever is open.

    Last year counts until this year's money has been paid, for its sanctions; and as long as
    the notice asks that it be published. What was settled before is not looked at again.
    """
    rules = policy.on(on)
    leaves = [row for row in rows if is_under(row.leaf.account.code, base)]
    years = {row.leaf.account.year for row in leaves if row.opening_fen or row.closing_fen}
    if on <= rules.day("payment_deadline", on.year) or rules.flag("publication"):
        years.add(on.year - 1)
    return sorted((years | {on.year}) - {0})


def opening_of(conn: sa.Connection, book: Book, year: int) -> int:
    """Return what lay in 1004 when an accounting year began; a later start brings its 期初."""
    first = max(f"{year}-01", book.start)
    rows = balance_rows(conn, book, first=first, last=first)
    return sum(row.opening_fen for row in rows if row.leaf.account.code == DISBURSEMENT_ACCOUNT)


def balance_under(rows: Sequence[BalanceRow], code: str) -> int:
    """Add up the balances on the day of an account and what stands below it."""
    return sum(row.closing_fen for row in rows if is_under(row.leaf.account.code, code))
