"""How 对账 events change what stands of letters to hospitals, one after another."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ledger.basis.money import parse_fen
from ledger.events.confirmation_answer import ConfirmationAnswer
from ledger.events.confirmation_explained import ConfirmationExplained
from ledger.events.confirmation_reminder import ConfirmationReminder
from ledger.events.confirmation_sent import ConfirmationSent
from ledger.events.confirming import by_year
from ledger.events.withdrawal import Withdrawal
from ledger.policy.letters import Letter

if TYPE_CHECKING:
    from datetime import date

    from ledger.events.base import Event
    from ledger.policy.letters import ByYear

Letters = dict[str, Letter]
Cutoffs = dict[tuple[str, "date"], str]


def note_letter(event: Event, letters: Letters, cutoffs: Cutoffs) -> None:
    """Let one event count; whatever is no 对账 event changes nothing."""
    if isinstance(event, ConfirmationSent):
        letters[event.key] = letter_of(event)
        cutoffs[event.hospital, event.date] = event.key
    elif isinstance(event, Withdrawal):
        withdraw(event.event, letters, cutoffs)
    elif isinstance(event, ConfirmationAnswer | ConfirmationExplained | ConfirmationReminder):
        letter = letters.get(event.letter)
        if letter is not None:
            letters[event.letter] = followed_by(letter, event)


def followed_by(
    letter: Letter, event: ConfirmationAnswer | ConfirmationExplained | ConfirmationReminder
) -> Letter:
    """Return a letter as it stands after an answer, an explanation or a reminder."""
    if isinstance(event, ConfirmationAnswer):
        return answered_by(letter, event)
    if isinstance(event, ConfirmationReminder):
        return replace(letter, reminders=(*letter.reminders, (event.key, event.date)))
    if event.explains != letter.answered_by:
        # Nor what explained an answer that is withdrawn, or a silence that ended.
        return letter
    return replace(
        letter,
        explained=event.reason,
        explained_by=event.key,
        explained_books=by_year(event.books),
        note_file=next((paper.file for paper in event.papers if paper.file), ""),
    )


def answered_by(letter: Letter, event: ConfirmationAnswer) -> Letter:
    """Return a letter with its answer."""
    reply = next((paper for paper in event.papers if paper.type == "confirmation-reply"), None)
    return replace(
        letter,
        answer=event.answer,
        said=letter.closings if event.answer == "agree" else event.stated(letter),
        reason=event.reason,
        reply=reply.number if reply else "",
        file=reply.file if reply else "",
        answered_by=event.key,
        answered_on=event.date,
        # What explained a silence explains no difference.
        explained="",
        explained_by="",
        explained_books=(),
        note_file="",
    )


def withdraw(key: str, letters: Letters, cutoffs: Cutoffs) -> None:
    """Let a letter, an answer or an explanation no longer count."""
    gone = letters.pop(key, None)
    if gone is not None:
        cutoffs.pop((gone.hospital, gone.date), None)
        return
    for letter in list(letters.values()):
        if letter.answered_by == key:
            letters[letter.key] = replace(
                letter,
                answer="",
                said=(),
                reason="",
                reply="",
                file="",
                answered_by="",
                answered_on=None,
                # What explained the answer goes with it.
                explained="",
                explained_by="",
                explained_books=(),
                note_file="",
            )
        elif any(key == reminder for reminder, _ in letter.reminders):
            reminders = tuple(pair for pair in letter.reminders if pair[0] != key)
            letters[letter.key] = replace(letter, reminders=reminders)
        elif letter.explained_by == key:
            letters[letter.key] = replace(
                letter, explained="", explained_by="", explained_books=(), note_file=""
            )


def letter_of(event: ConfirmationSent) -> Letter:
    """Return the letter that an event sent."""
    return Letter(
        key=event.key,
        number=event.number,
        hospital=event.hospital,
        date=event.date,
        sent_on=event.sent_on,
        reply_by=event.reply_by,
        closings=closings_of(event.sums),
    )


def closings_of(sums: tuple[str, ...]) -> ByYear:
    """Read the balances by year from a letter's figures."""
    return tuple(sorted((year, found["balance"]) for year, found in sums_of(sums).items()))


def sums_of(sums: tuple[str, ...]) -> dict[int, dict[str, int]]:
    """Read a letter's figures, `2026|disbursement=1200000.00|balance=…`, by year and class."""
    found = {}
    for text in sums:
        year, *parts = text.split("|")
        pairs = (part.partition("=") for part in parts)
        found[int(year)] = {code: parse_fen(amount) for code, _, amount in pairs}
    return found
