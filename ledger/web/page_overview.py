"""对账总览 for the web view: the books beside the bank, 财政 and the hospitals, read live."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ledger.basis.money import grouped
from ledger.basis.period import last_day, period_of
from ledger.basis.terms import BANKS
from ledger.formats.report import joined, period_name
from ledger.reconcile.adjustment import ERROR
from ledger.reports.bank.overview import Tied, open_items, overview, sheet_list
from ledger.reports.letters.letter_register import confirm_list
from ledger.reports.owed import noted
from ledger.store.bank.bank import read_sheets
from ledger.store.bank.bank_lines import first_days, last_line_day
from ledger.store.bank.confirm import read_letters
from ledger.store.engine import reading
from ledger.web.pages import PageDrawn, choice
from ledger.workflow.bank.bank_desk import ACCOUNTS, bank_of, read_sides
from ledger.workflow.bank.close import reconciled_accounts
from ledger.workflow.bank.draw import Entered, book_balance, draw, entered_on
from ledger.workflow.confirm.figures import read_figures
from ledger.workflow.confirm.standing import OPEN, STATES, balances_by_hospital, follow
from ledger.workflow.desk import book_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    import sqlalchemy as sa

    from ledger.formats.report import Report
    from ledger.masters.book import Book
    from ledger.policy.letters import Letter
    from ledger.reconcile.adjustment import BankReconciliation, PendingItem
    from ledger.web.pages import Wanted
    from ledger.workflow.bank.bank_desk import BothSides
    from ledger.workflow.bank.close import Reconciled
    from ledger.workflow.confirm.standing import LetterFollowed
    from ledger.workflow.desk import Desk

HOSPITALS = "医疗机构"


def overview_page(desk: Desk, wanted: Wanted) -> PageDrawn:
    """Show how the books agree with everybody at the end of a month of the year that is open."""
    with reading(desk.engine) as conn:
        book = book_of(conn, wanted.book)
        months = months_of(book, wanted.year, desk.today())
        options = [(month, period_name(month)) for month in reversed(months)]
        chosen = choice("month", "截至", wanted.words.get("month", ""), options)
        month = chosen.value or f"{wanted.year}-12"
        day = min(last_day(month), desk.today())
        over = last_day(month) < desk.today()
        read: dict[str, BothSides] = {}
        tied, listed = accounts_tied(conn, book, month, day, read, over=over)
        hospitals, waiting = hospitals_tied(desk, conn, book, day)
        letters = [confirm_list(book, waiting, today=desk.today())] if waiting else []
        sheets = sheet_states(conn, book, months_over(months, month, desk.today()), read)
        made = noted(desk, conn, book, day, overview(book, day, [*tied, hospitals]))
    reports = (made, *listed, *letters, sheet_list(book, sheets))
    return PageDrawn(reports=reports, fields=(chosen,))


def months_of(book: Book, year: int, today: date) -> list[str]:
    """Name the months of a year that have begun since the book did."""
    months = [f"{year}-{month:02d}" for month in range(1, 13)]
    return [month for month in months if book.start <= month <= period_of(today)]


def months_over(months: Sequence[str], last: str, today: date) -> list[str]:
    """Name the months up to one of them that are over."""
    return [month for month in months if month <= last and last_day(month) < today]


def accounts_tied(
    conn: sa.Connection,
    book: Book,
    month: str,
    day: date,
    read: dict[str, BothSides],
    *,
    over: bool,
) -> tuple[list[Tied], list[Report]]:
    """Put the books beside the statements of each account, and list what is open between them.

    Of an account of which neither side has anything, nothing is told. What is read of both sides
    is kept in `read`.
    """
    tied: list[Tied] = []
    listed: list[Report] = []
    for account in ACCOUNTS:
        until = last_line_day(conn, book.code, account, last_day(month))
        if until is None:
            tied += without_statement(conn, book, account, month, day)
            continue
        read[account] = read_sides(conn, book.code, account)
        found = compare_statement(conn, book, read[account], until)
        missing = missing_sheets(conn, book, account, month, read) if over else []
        tied.append(account_tied(found, month, day, missing))
        listed += account_items(book, found, tied[-1].on, day)
    return tied, listed


def without_statement(
    conn: sa.Connection, book: Book, account: str, month: str, day: date
) -> list[Tied]:
    """Say of an account with money that no statement was imported."""
    fen = book_balance(conn, book, account, month)
    told = "还没有导入对账单：prepay bank import"
    return [silent(BANKS[account], day, fen, told)] if fen else []


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementCompared:
    """An account beside its statement: up to which day, the figures, and what is open since.

    `lines` are the statement's that nothing settles. `theirs` are the days of what the statement
    has alone and `ours` of what we have alone: of what was open then, what has not come to pass.
    `lacking` says which figure of ours nobody has filled in.
    """

    account: str
    until: date
    figures: BankReconciliation
    lines: Collection[str]
    theirs: tuple[date, ...]
    ours: tuple[date, ...]
    lacking: str


def compare_statement(
    conn: sa.Connection, book: Book, sides: BothSides, until: date
) -> StatementCompared:
    """Draw an account's 余额调节表 of the month that its statement reaches."""
    period = period_of(until)
    sheets = read_sheets(conn, book.code, account=sides.account, period=period)
    exclusive = bank_of(conn, book.code, sides.account).exclusive
    entered = entered_on(sheets[-1]) if sheets and not exclusive else Entered()
    figures = draw(conn, book, period, entered, sides).figures
    lines = unsettled_lines(sides)
    units = {unit.id for unit in sides.open_units()}
    return StatementCompared(
        account=sides.account,
        until=until,
        figures=figures,
        lines=lines,
        theirs=days_among(figures.items, lines),
        ours=days_among(figures.items, units),
        lacking="" if exclusive or entered.paper else "总账其他业务净额还没有填写",
    )


def days_among(items: Iterable[PendingItem], ids: Collection[str]) -> tuple[date, ...]:
    """Return the days of the items that have one of these ids."""
    return tuple(item.date for item in items if item.id in ids)


def missing_sheets(
    conn: sa.Connection, book: Book, account: str, month: str, read: dict[str, BothSides]
) -> list[Reconciled]:
    """Return how an account stands with its 余额调节表 of a month, if that is missing."""
    states = reconciled_accounts(conn, book, month, read)
    return [one for one in states if one.account == account and one.findings]


def account_tied(
    found: StatementCompared, month: str, day: date, missing: Sequence[Reconciled]
) -> Tied:
    """Say how the books agree with an account's statement."""
    figures, unexplained = found.figures, found.figures.difference_fen
    period = period_of(found.until)
    short = f"对账单只到 {found.until}" if period < month else ""
    said = words_of(figures, found.theirs, found.ours, joined((found.lacking, short)))
    return Tied(
        party=BANKS[found.account],
        on=min(last_day(period), day),
        book_fen=figures.general_fen,
        other_fen=figures.statement_fen,
        explained_fen=figures.statement_fen - figures.general_fen - unexplained,
        unexplained_fen=unexplained,
        oldest=min([*found.theirs, *found.ours], default=None),
        wrong=bool(unexplained or found.theirs or missing),
        told=joined((*said, *(one.words for one in missing))) or "相符",
    )


def account_items(book: Book, found: StatementCompared, on: date, day: date) -> list[Report]:
    """List the 未达账项 of an account; nothing where there are none."""
    items = found.figures.items
    return [open_items(book, found.account, on, day, items, found.lines)] if items else []


def words_of(
    figures: BankReconciliation, theirs: Sequence[date], ours: Sequence[date], lacking: str
) -> tuple[str, ...]:
    """Say how an account stands: what was open, what still is, and what nobody can explain."""
    items, left = figures.items, len(theirs) + len(ours)
    still = f"，至今未了 {left} 笔" if left else "，以后都已了结"
    return (
        f"未达账项 {len(items)} 笔{still}" if items else "",
        f"对方有、本账没有的 {len(theirs)} 笔" if theirs else "",
        f"未查明 {grouped(figures.difference_fen)}" if figures.difference_fen else "",
        f"总账其他业务净额 {grouped(figures.other_fen)} 已计入账面" if figures.other_fen else "",
        lacking,
    )


def unsettled_lines(sides: BothSides) -> set[str]:
    """Name the statement's lines that nothing settles.

    They are open, set apart without a second person yet, the bank's own mistakes until these are
    put right, or in a match that a correction has broken.
    """
    changed = sides.changed()
    marks = [mark for mark in sides.marks if mark.in_force and mark.rule != ERROR]
    settled = [mark.lines for mark in marks if mark.number not in changed]
    return {line.id for line in sides.lines}.difference(*settled)


def silent(party: str, day: date, book_fen: int, told: str) -> Tied:
    """Say of somebody that nothing has come from them yet."""
    return Tied(
        party=party,
        on=day,
        book_fen=book_fen,
        other_fen=None,
        explained_fen=0,
        unexplained_fen=0,
        oldest=None,
        wrong=False,
        told=told,
    )


def hospitals_tied(
    desk: Desk, conn: sa.Connection, book: Book, day: date
) -> tuple[Tied, Sequence[LetterFollowed]]:
    """Put the books beside what hospitals answered, each to its newest letter; and the open ones.

    A hospital that was not asked, or has not answered, counts as waiting for what the books say.
    """
    newest = newest_letters(conn, book, day)
    cutoff = max((letter.date for letter in newest), default=None)
    owed = balances_by_hospital(read_figures(desk, conn, book, cutoff or day))
    if cutoff is None:
        return nobody_asked(day, fen_of(owed)), ()
    found = follow(desk, conn, book, newest)
    waiting = [one for one in found if one.state in OPEN]
    return answers_tied(cutoff, owed, found, waiting), waiting


def newest_letters(conn: sa.Connection, book: Book, day: date) -> list[Letter]:
    """Read the newest letter of a year to each hospital, up to a day."""
    sent, _ = read_letters(conn, book.code, since=date(day.year, 1, 1))
    until = [letter for letter in sent.values() if letter.date <= day]
    until.sort(key=lambda letter: letter.date)
    return list({letter.hospital: letter for letter in until}.values())


def fen_of(owed: Mapping[str, Mapping[int, int]]) -> int:
    """Add up what hospitals owe, of all prepayment years."""
    return sum(sum(years.values()) for years in owed.values())


def nobody_asked(day: date, book_fen: int) -> Tied:
    """Say that no letter was sent this year."""
    told = "本年还没有发对账函：prepay confirm letters --send" if book_fen else "无余额"
    return silent(HOSPITALS, day, book_fen, told)


def answers_tied(
    cutoff: date,
    owed: Mapping[str, Mapping[int, int]],
    found: Sequence[LetterFollowed],
    waiting: Sequence[LetterFollowed],
) -> Tied:
    """Say how the books agree with what the hospitals answered."""
    book_fen, (other, unexplained) = fen_of(owed), answered_sums(found)
    days = [one.letter.answered_on or one.letter.sent_on for one in waiting]
    return Tied(
        party=HOSPITALS,
        on=cutoff,
        book_fen=book_fen,
        other_fen=other,
        explained_fen=other - book_fen - unexplained,
        unexplained_fen=unexplained,
        oldest=min(days, default=None),
        wrong=any(one.state != "waiting" for one in waiting),
        told=counts_told(found, owed),
    )


def answered_sums(found: Sequence[LetterFollowed]) -> tuple[int, int]:
    """Add up what hospitals answered, and by how much those answers differ that are open."""
    answered = [one for one in found if one.letter.answer]
    said = sum(one.letter.said_fen for one in answered)
    return said, sum(one.gap_fen for one in answered if one.state in OPEN)


def counts_told(found: Sequence[LetterFollowed], owed: Collection[str]) -> str:
    """Say how many letters stand how, and to how many hospitals none was sent."""
    counted = Counter(one.state for one in found)
    said = [f"{STATES[state]} {counted[state]} 家" for state in STATES if counted[state]]
    unasked = set(owed) - {one.letter.hospital for one in found}
    if unasked:
        said.append(f"没有发函 {len(unasked)} 家")
    return "，".join(said)


def sheet_states(
    conn: sa.Connection, book: Book, months: Sequence[str], read: dict[str, BothSides]
) -> list[tuple[str, str, str, bool]]:
    """Say how each account stands with its 余额调节表 of each month, the newest first."""
    if not first_days(conn, book.code):
        return []
    return [
        (month, one.account, one.words, bool(one.findings))
        for month in reversed(months)
        for one in reconciled_accounts(conn, book, month, read)
        if not one.open
    ]
