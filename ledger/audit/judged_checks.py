"""再判: facts asked again what 制单 and 记账 asked of them, by the same functions.

What is judged are facts as they stand. A rule has a first day: what was posted before it is told
as 按旧规则.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ledger.audit.chain_checks import label_of
from ledger.events.booked.bank_day import bank_day_findings, told_apart
from ledger.events.citing import SHEET
from ledger.voucher.opening_sheets import unequal_sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ledger.audit.invariants import Row, Stored
    from ledger.basis.errors import Finding
    from ledger.events.base import Event
    from ledger.events.booked.suspense_out import SuspenseOut
    from ledger.policy.facts import Citing, DocumentKey, Facts

#: The newest revision there was when the last of these rules came: what was posted under an
#: earlier one may not have been asked.
FIRST_JUDGED = "0009"


def check_opening_totals(
    stored: Stored, openings: Sequence[Event], documents: Mapping[DocumentKey, Sequence[Citing]]
) -> Iterator[Finding]:
    """The rows of each 期初移交表 add up to the total that it states."""
    by_key = {event.key: event for event in openings}
    for key, citings in sorted(documents.items()):
        cited = [by_key[one.key] for one in citings if one.key in by_key]
        if key.type == SHEET and cited:
            yield from unequal_total(stored, cited[-1], key, citings)


def unequal_total(
    stored: Stored, event: Event, sheet: DocumentKey, citings: Sequence[Citing]
) -> Iterator[Finding]:
    """Name a 期初移交表 whose rows do not add up to its total."""
    for finding in unequal_sheet(event, sheet, citings):
        row = newest_of_sheet(stored, sheet)
        yield stored.judged(row, FIRST_JUDGED, told_of(stored, row, finding))


def newest_of_sheet(stored: Stored, sheet: DocumentKey) -> Row:
    """Return the newest link that cites a sheet, or corrects one that does."""
    cites = {id_ for id_, papers in stored.papers.items() if is_cited(sheet, papers)}
    concerned = [row for row in stored.rows() if row["id"] in cites or row["corrected"] in cites]
    return max(concerned, key=lambda row: (row["chain_year"], row["position"]))


def is_cited(document: DocumentKey, papers: Sequence[Row]) -> bool:
    """Return whether a document is among papers."""
    named = (document.type, document.number)
    return any((paper["type"], paper["number"]) == named for paper in papers)


def check_bank_days(stored: Stored, told: Sequence[SuspenseOut], facts: Facts) -> Iterator[Finding]:
    """What was held is told apart as a return on the day on which the bank had it."""
    rows = {row["key"]: row for row in stored.rows()}
    for event in told:
        row = rows[event.key]
        if told_apart(event):
            for finding in bank_day_then_and_now(event, facts, rows):
                yield stored.judged(row, FIRST_JUDGED, told_of(stored, row, finding))


def bank_day_then_and_now(
    event: SuspenseOut, facts: Facts, rows: Mapping[str, Row]
) -> Iterable[Finding]:
    """Return what was wrong by the receipts that were held when it was posted, and still is.

    Of several alike the one that is meant may have become clear later: what is right by now is
    not held against it.
    """
    if not any(bank_day_findings(event, facts)):
        return ()
    posted = rows[event.key]["posted_at"]
    then = tuple(one for one in facts.held if rows[one.key]["posted_at"] <= posted)
    return bank_day_findings(event, replace(facts, held=then))


def told_of(stored: Stored, row: Row, finding: Finding) -> Finding:
    """Word what a rule finds of a fact that is posted."""
    return replace(finding, message=f"{label_of(stored, row)}：{finding.message}", fact=row["key"])
