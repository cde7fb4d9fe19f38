"""手工录入: one event by hand, shown as the voucher that it will be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.terms import EVENT_KINDS
from ledger.events import spelled
from ledger.views.draft_sheet import draft_sheet
from ledger.workflow.files import RawFile, RawRow
from ledger.workflow.record import RecordResult, record

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from ledger.events.base import Word
    from ledger.views.reports import Report
    from ledger.workflow.desk import Desk
    from ledger.workflow.late_booking import LateRows


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
    ask: Callable[[LateRows], date] | None = None,
) -> tuple[RecordResult, Report]:
    """Record one event by hand; gives the result and the voucher as it will be.

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
    file = RawFile(name="手工录入", folder=desk.folder(), rows=(row,), findings=())
    result = record(desk, file, dry_run=dry_run, ask=ask)
    return result, draft_sheet(result.candidates, result.names)
