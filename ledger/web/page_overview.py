"""对账总览 for the web view: the books beside the bank, 财政 and the hospitals, read live."""

from __future__ import annotations

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
    from collections.abc import Sequence

    import sqlalchemy as sa

    from ledger.formats.report import Report
    from ledger.masters.book import Book
    from ledger.policy.letters import Letter
    from ledger.reconcile.adjustment import BankReconciliation
    from ledger.web.pages import Wanted
    from ledger.workflow.bank.bank_desk import BothSides
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
        tied: list[Tied] = []
        details: list[Report] = []
        for account in ACCOUNTS:
            one, listed = account_tied(conn, book, account, month, day, read, over=over)
            tied += [one] if one else []
            details += [listed] if listed else []
        hospitals, waiting = hospitals_tied(desk, conn, book, day)
        if waiting:
            details.append(confirm_list(book, waiting, today=desk.today()))
        done = [one for one in months if one <= month and last_day(one) < desk.today()]
        sheets = sheet_states(conn, book, done, read)
        made = noted(desk, conn, book, day, overview(book, day, [*tied, hospitals]))
    reports = (made, *details, sheet_list(book, sheets))
    return PageDrawn(reports=reports, fields=(chosen,))


def months_of(book: Book, year: int, today: date) -> list[str]:
    """Name the months of a year that have begun since the book did."""
    months = [f"{year}-{month:02d}" for month in range(1, 13)]
    return [month for month in months if book.start <= month <= period_of(today)]


def account_tied(
    conn: sa.Connection,
    book: Book,
    account: str,
    month: str,
    day: date,
    read: dict[str, BothSides],
    *,
    over: bool,
) -> tuple[Tied | None, Report | None]:
    """Put the books beside an account's statements, and list what is open between them.

    None where neither side has anything.
    """
    until = last_line_day(conn, book.code, account, last_day(month))
    if until is None:
        fen = book_balance(conn, book, account, month)
        told = "还没有导入对账单：prepay bank import"
        return (silent(BANKS[account], day, fen, told) if fen else None), None
    period = period_of(until)
    sheets = read_sheets(conn, book.code, account=account, period=period)
    sides = read[account] = read_sides(conn, book.code, account)
    exclusive = bank_of(conn, book.code, account).exclusive
    entered = entered_on(sheets[-1]) if sheets and not exclusive else Entered()
    figures = draw(conn, book, period, entered, sides).figures
    items = figures.items
    # Of what was open then: what has not come to pass since.
    lines = unsettled_lines(sides)
    units = {unit.id for unit in sides.open_units()}
    theirs = [item.date for item in items if item.id in lines]
    ours = [item.date for item in items if item.id in units]
    states = reconciled_accounts(conn, book, month, read) if over else []
    missing = [one for one in states if one.account == account and one.findings]
    unexplained = figures.difference_fen
    lacking = "" if exclusive or entered.paper else "总账其他业务净额还没有填写"
    lacking = joined((lacking, f"对账单只到 {until}" if period < month else ""))
    tied = Tied(
        party=BANKS[account],
        on=min(last_day(period), day),
        book_fen=figures.general_fen,
        other_fen=figures.statement_fen,
        explained_fen=figures.statement_fen - figures.general_fen - unexplained,
        unexplained_fen=unexplained,
        oldest=min([*theirs, *ours], default=None),
        wrong=bool(unexplained or theirs or missing),
        told=joined((*words_of(figures, theirs, ours, lacking), *(one.words for one in missing)))
        or "相符",
    )
    return tied, open_items(book, account, tied.on, day, items, lines) if items else None


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
    settled = {
        id_
        for mark in sides.marks
        if mark.in_force and mark.number not in changed and mark.rule != ERROR
        for id_ in mark.lines
    }
    return {line.id for line in sides.lines} - settled


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
    """Put the books beside what hospitals answered, each to its newest letter; give the open ones.

    A hospital that was not asked, or has not answered, counts as waiting for what the books say.
    """
    since = date(day.year, 1, 1)
    sent, _ = read_letters(conn, book.code, since=since)
    newest: dict[str, Letter] = {}
    for one in sorted(sent.values(), key=lambda one: one.date):
        if one.date <= day:
            newest[one.hospital] = one
    cutoff = max((one.date for one in newest.values()), default=None)
    owed = balances_by_hospital(read_figures(desk, conn, book, cutoff or day))
    book_fen = sum(sum(years.values()) for years in owed.values())
    if cutoff is None:
        told = "本年还没有发对账函：prepay confirm letters --send" if book_fen else "无余额"
        return silent(HOSPITALS, day, book_fen, told), ()
    found = follow(desk, conn, book, newest.values())
    answered = [one for one in found if one.letter.answer]
    differing = [one for one in answered if one.state in OPEN]
    unexplained = sum(one.gap_fen for one in differing)
    other = sum(one.letter.said_fen for one in answered)
    unasked = set(owed) - {one.letter.hospital for one in found}
    counts = [(STATES[state], sum(one.state == state for one in found)) for state in STATES]
    said = [f"{name} {count} 家" for name, count in counts if count]
    said += [f"没有发函 {len(unasked)} 家"] if unasked else []
    waiting = [one for one in found if one.state in OPEN]
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
        told="，".join(said),
    ), waiting


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
