"""对账函: letters drawn for review and recorded as sent; what was sent is drawn as it was."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ledger.basis.errors import Refused, refuse, unclear
from ledger.basis.money import parse_fen
from ledger.basis.period import first_day
from ledger.basis.terms import FUNDS
from ledger.events.confirmations.confirmation_sent import ConfirmationSent
from ledger.events.confirmations.confirming import CLAUSE, CONFIRMING
from ledger.intake.confirm_words import free_key
from ledger.intake.intake import ReadRow
from ledger.projections.letter_figures import Transit
from ledger.projections.letter_shown import LetterShown, sums_text, transit_text
from ledger.store.bank.confirm import read_letters, read_numbers, read_sent
from ledger.store.drafts import read_drafts
from ledger.store.engine import reading
from ledger.store.masters import read_hospitals
from ledger.store.relations.events import read_withdrawals
from ledger.voucher.letters import sums_of
from ledger.workflow.confirm.figures import read_figures, read_transits, sums_by_hospital
from ledger.workflow.desk import Desk, acting_on, books_asked, note, refusals_logged
from ledger.workflow.drafting.checked_rows import check_rows
from ledger.workflow.drafting.prepared import prepare_registers

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    import sqlalchemy as sa

    from ledger.basis.errors import Finding
    from ledger.masters.book import Book

#: Days that a hospital is given where nobody says otherwise.
REPLY_DAYS = 15
#: Where the draft of a letter comes from.
ORIGIN = "prepay confirm letters"


@dataclass(frozen=True, slots=True, kw_only=True)
class LettersAsked:
    """Which letters are asked for: the cut-off, one book or all, hospitals or all, the deadline."""

    cutoff: dt.date
    book: str = ""
    hospitals: tuple[str, ...] = ()
    reply_by: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """What was sent: the letters, and how many of these had been sent before."""

    letters: tuple[LetterShown, ...]
    before: int


def letters(desk: Desk, asked: LettersAsked) -> Sent:
    """Draw the letters of a cut-off for review: sent ones as they were sent, the rest as it is."""
    with reading(desk.engine) as conn:
        shown, before = [], 0
        for book in books_of(conn, asked):
            sent = sent_of(conn, book, asked.cutoff)
            before += len(sent)
            shown += drawn(desk, conn, book, asked, sent)
    found = [one for one in shown if not asked.hospitals or one.hospital in asked.hospitals]
    refuse_missing(asked, found)
    return Sent(letters=tuple(found), before=before)


def send(desk: Desk, asked: LettersAsked, *, dry_run: bool = False) -> Sent:
    """Record the letters of a cut-off as sent: a draft each, to be approved by another person.

    A hospital that has its letter of this cut-off is left alone.
    """
    subject = str(asked.cutoff)
    with refusals_logged(desk, "confirm-send", subject):
        with reading(desk.engine) as conn:
            books = books_of(conn, asked)
        codes = [book.code for book in books]
        what = "发出对账函"
        with acting_on(desk, codes, role="preparer", what=what, dry_run=dry_run) as (conn, _):
            made: list[LetterShown] = []
            findings: list[Finding] = []
            before = 0
            for book in books:
                sent = sent_of(conn, book, asked.cutoff)
                before += len(sent)
                todo = unsent(drawn(desk, conn, book, asked, {}), sent, asked)
                events = sent_events(desk, conn, book, todo, asked)
                findings += draft_letters(desk, conn, book, events)
                if events:
                    note(desk, conn, book.code, "confirm-send", subject, {"letters": len(events)})
                pairs = zip(events, todo, strict=True)
                made += [shown_of(book, event, letter.name) for event, letter in pairs]
            if findings:
                raise Refused(findings)
            if not made and not before:
                refuse_missing(asked, made)
    return Sent(letters=tuple(made), before=before)


def unsent(
    letters_drawn: Sequence[LetterShown], sent: Container[str], asked: LettersAsked
) -> list[LetterShown]:
    """Pick the letters that are asked for and were not sent yet."""
    waiting = [letter for letter in letters_drawn if letter.hospital not in sent]
    if not asked.hospitals:
        return waiting
    return [letter for letter in waiting if letter.hospital in asked.hospitals]


def draft_letters(
    desk: Desk, conn: sa.Connection, book: Book, events: Sequence[ConfirmationSent]
) -> tuple[Finding, ...]:
    """Write the drafts of letters, and say what stands against any."""
    rows = [ReadRow(number=0, event=event) for event in events]
    batch = check_rows(desk, conn, book, rows, ())
    drafts = [replace(draft, origin=ORIGIN) for _, draft in batch.drafts]
    prepare_registers(desk, conn, drafts)
    return tuple(batch.findings)


def books_of(conn: sa.Connection, asked: LettersAsked) -> list[Book]:
    """List the book that is named, or all that had begun by the cut-off."""
    books = books_asked(conn, asked.book)
    return [book for book in books if asked.book or asked.cutoff >= first_day(book.start)]


def drawn(
    desk: Desk,
    conn: sa.Connection,
    book: Book,
    asked: LettersAsked,
    sent: dict[str, ConfirmationSent],
) -> list[LetterShown]:
    """Draw a book's letters: one per hospital with a balance or a movement in the year."""
    check_cutoff(desk, book, asked.cutoff)
    found = read_figures(desk, conn, book, asked.cutoff)
    transits = read_transits(desk, conn, book, asked.cutoff, found)
    sums = sums_by_hospital(found)
    names = {row.leaf.account.hospital: row.leaf.holder for row in found.rows}
    listed = read_hospitals(conn, asked.cutoff, {*sums, *sent})
    names |= {code: hospital.name for code, hospital in listed.items()}
    shown = []
    for code in sorted({*sums, *sent}):
        if code in sent:
            shown.append(shown_of(book, sent[code], names.get(code, code)))
            continue
        shown.append(
            LetterShown(
                book=book,
                hospital=code,
                name=names[code],
                number="",
                date=asked.cutoff,
                reply_by=asked.reply_by,
                sums=sums[code],
                transits=transits.get(code, ()),
            )
        )
    return shown


def check_cutoff(desk: Desk, book: Book, cutoff: dt.date) -> None:
    """Refuse a cut-off of which the books say nothing (yet)."""
    if cutoff > desk.today():
        raise unclear(
            "CUTOFF_FUTURE", f"截止日 {cutoff} 还没有到（今天 {desk.today()}）", "截止日过后再发函"
        )
    if cutoff < first_day(book.start):
        raise unclear(
            "CUTOFF_EARLY",
            f"{book.code} 从 {book.start} 起建账，截止日 {cutoff} 在此之前",
            f"截止日写 {first_day(book.start)} 或以后",
        )


def sent_of(conn: sa.Connection, book: Book, cutoff: dt.date) -> dict[str, ConfirmationSent]:
    """Read the letters of a cut-off by hospital: approved ones, and those that wait as drafts."""
    standing, _ = read_letters(conn, book.code, since=cutoff)
    mine = [letter for letter in standing.values() if letter.date == cutoff]
    events = [*read_sent(conn, book.code, mine).values(), *sent_drafts(conn, book, cutoff)]
    return {event.hospital: event for event in events}


def sent_drafts(conn: sa.Connection, book: Book, cutoff: dt.date) -> Iterator[ConfirmationSent]:
    """Read the letters of a cut-off that wait as drafts."""
    for draft in read_drafts(conn, book.code, kinds=CONFIRMING[:1]):
        assert isinstance(draft.event, ConfirmationSent)
        if draft.event.date == cutoff:
            yield draft.event


def sent_events(
    desk: Desk,
    conn: sa.Connection,
    book: Book,
    todo: Sequence[LetterShown],
    asked: LettersAsked,
) -> list[ConfirmationSent]:
    """Make the events of letters, numbered on from the highest number in use."""
    today = desk.today()
    used = read_numbers(conn, book.code, asked.cutoff)
    last = max((int(number.rpartition("-")[2]) for number in used), default=0)
    reply_by = asked.reply_by or today + dt.timedelta(days=REPLY_DAYS)
    stamp = f"{asked.cutoff:%Y%m%d}"
    gone = set(read_withdrawals(conn, book.code))
    keys = [free_key(f"对账函-{stamp}-{one.hospital}", gone) for one in todo]
    return [
        ConfirmationSent(
            book=book.code,
            key=key,
            date=asked.cutoff,
            hospital=one.hospital,
            number=f"对账{stamp}-{FUNDS[book.fund]}-{number:03d}",
            sent_on=today,
            reply_by=reply_by,
            sums=tuple(sums_text(year, one.sums[year]) for year in sorted(one.sums)),
            transits=tuple(transit_text(item) for item in one.transits),
        )
        for number, (one, key) in enumerate(zip(todo, keys, strict=True), last + 1)
    ]


def shown_of(book: Book, event: ConfirmationSent, name: str) -> LetterShown:
    """Draw a letter as it was sent."""
    return LetterShown(
        book=book,
        hospital=event.hospital,
        name=name,
        number=event.number,
        date=event.date,
        reply_by=event.reply_by,
        sums=sums_of(event.sums),
        transits=tuple(transit_of(event.hospital, text) for text in event.transits),
    )


def transit_of(hospital: str, text: str) -> Transit:
    """Read back what stood apart on a letter."""
    year, movement, day, amount, why = text.split("|")
    return Transit(
        hospital=hospital,
        year=int(year),
        movement=movement,
        day=dt.date.fromisoformat(day),
        amount_fen=parse_fen(amount),
        why=why,
    )


def refuse_missing(asked: LettersAsked, found: Sequence[LetterShown]) -> None:
    """Refuse where nobody is written to, and a hospital asked for that owes and moved nothing."""
    held = {one.hospital for one in found}
    missing = [code for code in asked.hospitals if code not in held]
    if missing or not found:
        who = "、".join(missing) or "没有一家医院"
        raise refuse(
            "NOTHING_TO_CONFIRM",
            f"截至 {asked.cutoff}，{who}当年没有医保预付金的余额和发生额",
            "核对截止日、--hospital 和 --book",
            clause=CLAUSE,
        )
