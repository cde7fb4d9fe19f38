"""手工录入: one event by hand, by the way of a file with one row."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ledger.basis.errors import Refused
from ledger.basis.terms import EVENT_KINDS
from ledger.events.kinds import spelled
from ledger.intake.files import RawFile
from ledger.intake.raw_row import RawRow
from ledger.workflow.desk import refusals_logged
from ledger.workflow.drafting.held_days import day_taken, day_unknown, undated_telling
from ledger.workflow.drafting.record import RecordResult, record

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from ledger.basis.errors import Finding
    from ledger.events.base import Word
    from ledger.workflow.desk import Desk
    from ledger.workflow.drafting.held_days import UndatedTelling
    from ledger.workflow.drafting.late_booking import LateRows

BY_HAND = "手工录入"


@dataclass(frozen=True, slots=True, kw_only=True)
class TypingPerson:
    """Somebody at a terminal: asked when late rows are booked, and when the bank had held money."""

    booking_day: Callable[[LateRows], date]
    bank_day: Callable[[UndatedTelling], date]


def entry_words(kind: str) -> list[Word]:
    """List the words that a kind is entered with, as options; papers have one of their own."""
    words = spelled(kind).values()
    return [word for word in words if word.name not in ("papers", "corrects")]


def enter(
    desk: Desk,
    kind: str,
    words: Mapping[str, str],
    *,
    papers: Sequence[str],
    book: str,
    key: str = "",
    dry_run: bool = False,
    person: TypingPerson | None = None,
) -> RecordResult:
    """Record one event by hand.

    Without a `key` one is drawn. Raises Refused with every finding.
    """
    area, _, fund = book.partition("/")
    given: dict[str, object] = {name: word for name, word in words.items() if word}
    given |= {
        "kind": kind,
        "key": key or f"{EVENT_KINDS[kind]}-{desk.today():%Y%m%d}-{desk.identity.new()[-8:]}",
        "area": area,
        "fund": fund,
    }
    if papers:
        given["papers"] = ";".join(papers)
    row = RawRow(number=1, words=given)
    with refusals_logged(desk, "record", BY_HAND):
        row, said = with_bank_day(desk, row, person)
    file = RawFile(name=BY_HAND, folder=desk.folder(), rows=(row,), findings=())
    ask = person.booking_day if person is not None else None
    result = record(desk, file, dry_run=dry_run, ask=ask)
    return replace(result, warnings=(*said, *result.warnings))


def with_bank_day(
    desk: Desk, row: RawRow, person: TypingPerson | None
) -> tuple[RawRow, tuple[Finding, ...]]:
    """Write the bank's day into a row that tells held money apart without one, and say so.

    Somebody is asked, where somebody sits; else the only day is taken. Raises Refused where
    several may be meant.
    """
    telling = undated_telling(desk, row)
    if telling is None:
        return row, ()
    said: tuple[Finding, ...] = ()
    if person is not None:
        day = person.bank_day(telling)
    elif len(telling.days) == 1:
        day = telling.days[0]
        said = (day_taken(telling, day),)
    else:
        raise Refused([day_unknown(telling)])
    return replace(row, words={**row.words, "date": day.isoformat()}), said
