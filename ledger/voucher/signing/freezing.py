"""Frozen drafts: what a draft was when it was prepared, and what of it would be otherwise now.

A draft freezes what the journal will show of it (account names as they would be at posting,
摘要, 记账日期, lines), and the digest of the rest. What is posted is what was frozen, else the
draft goes back to 审核 (财会〔2024〕12号·二十一(二)).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ledger.basis.errors import Finding
from ledger.basis.money import grouped
from ledger.voucher.draft import fact_columns
from ledger.voucher.posting import form_of, no_voucher, paper_rows
from ledger.voucher.shown import lines_of
from ledger.voucher.signing.signed import lines_read, parts_of, private_pairs, public_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from ledger.basis.encoding import Pair
    from ledger.voucher.draft import Draft
    from ledger.voucher.running import Candidate
    from ledger.voucher.signing.signed import FactParts

CLAUSE_REVIEWED = "财会〔2024〕12号·二十一(二)"
SIDES = {"debit": "借", "credit": "贷"}
#: What is told of a change in each pair that stands once.
WORDS = {
    "booked": "记账日期",
    "date": "业务日期",
    "hospital": "医疗机构",
    "year": "年度",
    "summary": "摘要",
    "movement": "业务类别",
    "form": "更正形式",
    "corrects": "所更正的凭证",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Frozen:
    """A draft as it was frozen: what is shown of it, its two digests, who signed it so far.

    `public` is what the journal will show but for the number. `prepared` and `approved` name
    the sets that it was signed in; empty as long as nobody has.
    """

    book: str
    draft: str
    public: tuple[Pair, ...]
    parts: FactParts
    prepared: str = ""
    approved: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """What freezing needs to know beside: leaves' whole names, and labels of vouchers corrected."""

    names: Mapping[str, str]
    labels: Mapping[str, str]


def freeze(draft: Draft, candidate: Candidate, naming: Naming) -> Frozen:
    """Freeze a draft as it would be posted."""
    event = candidate.event
    if event.LEGLESS:
        return freeze_register(draft, candidate.booked)
    row = {**fact_columns(draft), "booked": candidate.booked.isoformat()}
    shown = {"movement": candidate.movement, "summary": candidate.summary}
    label = naming.labels.get(event.corrects, "")
    lines = lines_of(candidate.legs, naming.names)
    public = public_pairs(row, shown, form_of(event.KIND, event.corrects), label, lines)
    private = private_pairs(row, paper_rows(event.papers), candidate.legs)
    return Frozen(
        book=event.book, draft=draft.id, public=tuple(public), parts=parts_of(public, private)
    )


def freeze_register(draft: Draft, booked: date) -> Frozen:
    """Freeze a draft of a 登记事项 as it would take effect."""
    event = draft.event
    row = {**fact_columns(draft), "booked": booked.isoformat()}
    public = public_pairs(row, no_voucher(event.KIND), "", "", ())
    private = private_pairs(row, paper_rows(event.papers), ())
    return Frozen(
        book=event.book, draft=draft.id, public=tuple(public), parts=parts_of(public, private)
    )


def changed_finding(draft: Draft, before: Frozen, now: Frozen) -> Finding:
    """Word what would be posted otherwise than it was prepared and approved."""
    what = "；".join(differences_told(before, now))
    return Finding(
        code="CHANGED_SINCE",
        message=f"{draft.event.key} 与审核时所见不同，已退回审核：{what}",
        clause=CLAUSE_REVIEWED,
        remedy="重新审核（prepay approve）；内容不对的，由制单人修改（prepay draft revise）",
        key=draft.event.key,
    )


def differences_told(before: Frozen, now: Frozen) -> tuple[str, ...]:
    """Say what differs between a draft as it was frozen and as it is now; nothing for alike."""
    if before.parts == now.parts:
        return ()
    told = tuple(changes_told(before.public, now.public))
    return told or ("内容、附件或分录与制单时所存的不同",)


def changes_told(before: Sequence[Pair], now: Sequence[Pair]) -> Iterator[str]:
    """Say what differs between two public parts, from what to what."""
    was, is_ = dict(before), dict(now)
    for name, word in WORDS.items():
        if was.get(name, "") != is_.get(name, ""):
            yield f"{word}由“{was.get(name, '')}”变为“{is_.get(name, '')}”"
    lines, fresh = lines_told(before), lines_told(now)
    if lines != fresh:
        yield f"分录由“{'，'.join(lines)}”变为“{'，'.join(fresh)}”"


def lines_told(public: Sequence[Pair]) -> list[str]:
    """Write the lines of a public part as an accountant says them."""
    return [
        f"{SIDES[line.side]} {line.account} {line.name} {grouped(line.amount_fen)}"
        for line in lines_read(public)
    ]
