"""Which documents an event cites, and what it uses of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ledger.basis.statutory import TEMPORARY_PAYMENT, TEMPORARY_RECEIPT
from ledger.events.losses.loss import stated_fen as loss_stated
from ledger.events.losses.write_off import WriteOff
from ledger.policy.facts import Citing, DocumentKey

if TYPE_CHECKING:
    from ledger.events.base import Event
    from ledger.events.words import Paper
    from ledger.policy.facts import Facts

#: Documents whose amount bounds what all events citing them may use together.
SHEET = "migration-sheet"


BOUNDING = (
    "bank-receipt",
    "payment-order",
    "court-document",
    "government-approval",
    SHEET,
)


#: Accounts whose openings are compared with the general ledger's total (总账).
CONTROLLED = (TEMPORARY_PAYMENT, TEMPORARY_RECEIPT)


class AmountChange(NamedTuple):
    """What a 差额 voucher adds to its original: to the bank movement, and in all, in fen."""

    bank_fen: int
    whole_fen: int


UNCHANGED = AmountChange(0, 0)


def citations(event: Event, change: AmountChange = UNCHANGED) -> list[tuple[DocumentKey, Citing]]:
    """List the amount-bearing documents that an event cites, and what it uses of each.

    A single receipt is used by the event's bank movement. Several receipts must each state
    an amount, and each is used by what it states. `change` is what a 差额 voucher has since
    added to the event, in fen.
    """
    found = []
    for paper in event.papers:
        use = use_of(event, paper, change) if paper.type in BOUNDING else None
        if use is None:
            continue
        citing = Citing(
            book=event.book,
            key=event.key,
            kind=event.KIND,
            hospital=event.hospital,
            year=event.year,
            used_fen=use.used_fen,
            stated_fen=use.stated_fen,
            explicit=is_explicit(event, paper),
        )
        found.append((use.document, citing))
    return found


class DocumentUse(NamedTuple):
    """A document that an event cites: what is used of it, and what it says itself, in fen."""

    document: DocumentKey
    used_fen: int
    stated_fen: int


def use_of(event: Event, paper: Paper, change: AmountChange) -> DocumentUse | None:
    """Return what an event uses of a paper; None where it uses nothing that the paper bounds."""
    if paper.type in ("bank-receipt", "payment-order"):
        return payment_use(event, paper, change)
    if paper.type == SHEET:
        return sheet_use(event, paper, change)
    return loss_use(event, paper, change) if isinstance(event, WriteOff) else None


def payment_use(event: Event, paper: Paper, change: AmountChange) -> DocumentUse | None:
    """Return what a bank movement uses of a receipt, or what a payment uses of an order."""
    bank = event.bank_use()
    if bank is None:
        return None
    within = bank.account
    if paper.type == "payment-order":
        if bank.side != "out":
            return None
        # Numbered anew each year; a batch shares one, and only a stated total bounds it.
        within = str(paper.date.year)
    moved = bank.amount_fen + change.bank_fen
    alone = sum(other.type == paper.type for other in event.papers) == 1
    return DocumentUse(
        document=DocumentKey(paper.type, within, bank.side, paper.number),
        used_fen=moved if alone else paper.amount_fen,
        stated_fen=paper.amount_fen or moved,
    )


def sheet_use(event: Event, paper: Paper, change: AmountChange) -> DocumentUse | None:
    """Return what an opening uses of the sheet that hands a control account over."""
    account = compared_account(event)
    if not account:
        return None
    return DocumentUse(
        document=DocumentKey(paper.type, account, "", paper.number),
        used_fen=event.amount_fen + change.whole_fen,
        stated_fen=paper.amount_fen,
    )


def loss_use(event: WriteOff, paper: Paper, change: AmountChange) -> DocumentUse:
    """Return what a 核销 uses of a court's document, or of an approval for its hospital."""
    whose = event.hospital if paper.type == "government-approval" else ""
    return DocumentUse(
        document=DocumentKey(paper.type, whose, "", paper.number),
        used_fen=event.amount_fen + change.whole_fen,
        stated_fen=loss_stated(event, paper),
    )


def cited_elsewhere(event: Event, key: DocumentKey, facts: Facts) -> list[Citing]:
    """List what other events of the book use of a document."""
    return [other for other in facts.documents.get(key, ()) if other.key != event.key]


def is_explicit(event: Event, paper: Paper) -> bool:
    """Return whether a paper says an amount of its own."""
    return bool(loss_stated(event, paper) if isinstance(event, WriteOff) else paper.amount_fen)


def compared_account(event: Event) -> str:
    """Name the control account whose opening an event is; "" where the 总账 is not asked."""
    account = str(getattr(event, "account", ""))
    return account if event.KIND == "opening-balance" and account in CONTROLLED else ""
