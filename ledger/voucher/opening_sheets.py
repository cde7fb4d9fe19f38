"""期初 against the general ledger: the rows of one 期初移交表 add up to the total that it states.

A sheet may hold rows of several accounts: what counts is sheet × control account, in one book.
Its amount (附件金额) is the balance of 1101, or of our 2001, in the 总账; the newest one counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.money import grouped
from ledger.events.booked.opening_balance import ACCOUNTS
from ledger.events.citing import SHEET, citations

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ledger.basis.errors import Finding
    from ledger.events.base import Event
    from ledger.policy.facts import Citing, DocumentKey, Facts

CLAUSE = "《会计基础工作规范》第六十二条(二)"


def touched_sheets(units: Sequence[Sequence[Event]], facts: Facts) -> dict[DocumentKey, int]:
    """Name the sheets that units cite or correct, each with the place of the first such unit."""
    held = sheets_by_event(facts)
    found: dict[DocumentKey, int] = {}
    for place, unit in enumerate(units):
        for event in unit:
            for key in sheets_touched(event, held, facts):
                found.setdefault(key, place)
    return found


def sheets_by_event(facts: Facts) -> dict[str, DocumentKey]:
    """Return the sheet that each opening in the books cites, by the opening's key."""
    sheets = [(key, citings) for key, citings in facts.documents.items() if key.type == SHEET]
    return {citing.key: key for key, citings in sheets for citing in citings}


def sheets_touched(
    event: Event, held: Mapping[str, DocumentKey], facts: Facts
) -> Iterator[DocumentKey]:
    """Name the sheets that an event cites, and that of the opening which it corrects."""
    for key, _ in citations(event):
        if key.type == SHEET:
            yield key
    wrong = facts.vouchers.get(event.corrected)
    if wrong is not None and wrong.key in held:
        yield held[wrong.key]


def stated_and_used(citings: Sequence[Citing]) -> tuple[int | None, int]:
    """Return what a sheet states, None where it states nothing, and what its rows come to."""
    stated = [citing.stated_fen for citing in citings if citing.explicit]
    return (stated[-1] if stated else None), sum(citing.used_fen for citing in citings)


def unequal_sheet(event: Event, key: DocumentKey, citings: Sequence[Citing]) -> Iterator[Finding]:
    """Refuse a sheet whose rows are not what the general ledger has."""
    stated, used = stated_and_used(citings)
    if stated is None or stated == used:
        return
    name = f"{key.within} {ACCOUNTS[key.within]}"
    yield event.refusal(
        "OPENING_TOTAL",
        f"期初移交表 {key.number}：总账 {name}余额 {grouped(stated)}，"
        f"{len(citings)} 笔明细合计 {grouped(used)}，相差 {grouped(abs(stated - used))}",
        "核对各家的期初；一张移交表的各行放在同一个文件里录入、一起记账；"
        "移交表的金额（附件的 amount）填该科目总账余额，不是本行金额",
        clause=CLAUSE,
        field="papers 附件",
    )
