"""How 对账 events change what stands of letters to hospitals, one after another."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ledger.basis.money import parse_fen
from ledger.events.confirmations.confirmation_answer import ConfirmationAnswer
from ledger.events.confirmations.confirmation_explained import ConfirmationExplained
from ledger.events.confirmations.confirmation_reminder import ConfirmationReminder
from ledger.events.confirmations.confirmation_sent import ConfirmationSent
from ledger.events.confirmations.confirming import by_year
from ledger.policy.letters import Letter

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from ledger.events.base import Event
    from ledger.policy.letters import ByYear

Letters = dict[str, Letter]
Cutoffs = dict[tuple[str, "date"], str]


def letters_of(events: Iterable[Event]) -> tuple[Letters, Cutoffs]:
    """Fold 对账 events that stand, in the order of the chain; what was withdrawn is not among them.

    The letters come by key, and their keys by hospital and cut-off.
    """
    letters: Letters = {}
    cutoffs: Cutoffs = {}
    for event in events:
        note_letter(event, letters, cutoffs)
    return letters, cutoffs


def note_letter(event: Event, letters: Letters, cutoffs: Cutoffs) -> None:
    """Let one event count; whatever is no 对账 event changes nothing."""
    if isinstance(event, ConfirmationSent):
        letters[event.key] = letter_of(event)
        cutoffs[event.hospital, event.date] = event.key
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
