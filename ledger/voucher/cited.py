"""What a batch's earlier rows change of the facts that its later rows see."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING

from ledger.events.amend import Amend
from ledger.events.checks import citations
from ledger.events.court_case import CourtCase
from ledger.events.difference import Difference, changed
from ledger.events.disbursement import Disbursement
from ledger.events.moves import held_by
from ledger.events.opening_balance import OpeningBalance
from ledger.events.payment_return import PaymentReturn
from ledger.events.permission_funds import FUNDING_PAPERS
from ledger.events.recovery import Recovery
from ledger.events.write_off import WriteOff
from ledger.policy.facts import Citing, DocumentKey, Funding, Payment, PostedVoucher
from ledger.policy.standing import Standing, standing_at
from ledger.voucher.letters import Cutoffs, Letters, note_letter
from ledger.voucher.registers import lost, note_register

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from ledger.events.base import Event
    from ledger.events.checks import Change
    from ledger.events.words import Paper
    from ledger.policy.standing import Gate, Registered


def funding_of(event: Event, papers: Iterable[Paper], entered: date) -> dict[str, Funding]:
    """Return the later of the 财政 documents that an allocation cites, by the event's key."""
    cited = [paper for paper in papers if paper.type in FUNDING_PAPERS]
    later = max(cited, key=lambda paper: paper.date, default=None)
    if later is None:
        return {}
    return {
        event.key: Funding(
            year=event.date.year,
            type=later.type,
            number=later.number,
            dated=later.date,
            entered=entered,
        )
    }


@dataclass(slots=True, kw_only=True)
class Cited:
    """The mappings behind Facts that each event changes for the ones after it."""

    payments: dict[str, Payment]
    documents: dict[DocumentKey, list[Citing]]
    vouchers: dict[str, PostedVoucher]
    standings: dict[tuple[str, int], Standing]
    gates: dict[int, Gate]
    registers: dict[str, Registered]
    letters: Letters = field(default_factory=dict)
    cutoffs: Cutoffs = field(default_factory=dict)
    court_cases: dict[tuple[str, str], str] = field(default_factory=dict)
    fundings: dict[str, Funding] = field(default_factory=dict)

    def copied(self) -> Cited:
        """Return a copy that what is noted from now on leaves alone."""
        documents = {key: list(citings) for key, citings in self.documents.items()}
        kept = {f.name: dict(getattr(self, f.name)) for f in fields(self)}
        return Cited(**{**kept, "documents": documents})

    def restore(self, before: Cited) -> None:
        """Go back to a copy, in the very mappings that Facts shows."""
        for f in fields(self):
            mapping = getattr(self, f.name)
            mapping.clear()
            mapping.update(getattr(before, f.name))

    def note(self, event: Event) -> None:
        """Let an event's documents, payment or correction count for what follows."""
        wrong = self.vouchers.get(event.corrects)
        if wrong is not None and event.INTERNAL:
            self._correct(event, wrong)
            return
        for key, citing in citations(event):
            self.documents.setdefault(key, []).append(citing)
        if event.KIND == "allocation":
            # What is entered together with the payment is entered in time.
            self.fundings |= funding_of(event, event.papers, event.date)
        if isinstance(event, CourtCase):
            self.court_cases[event.number, event.hospital] = event.key
        if event.LEGLESS:
            note_register(event, self.standings, self.gates, self.registers)
            note_letter(event, self.letters, self.cutoffs)
        elif isinstance(event, Disbursement):
            day = event.date.isoformat()
            self._pay(event.hospital, event.year, event.amount_fen, day, event.payee_account)
            self.payments[event.key] = Payment(
                key=event.key,
                date=event.date,
                hospital=event.hospital,
                year=event.year,
                amount_fen=event.amount_fen,
                account=event.from_account,
                returned_fen=0,
            )
        elif isinstance(event, OpeningBalance) and event.hospital and event.year:
            paid_fen = event.debit_to_date_fen or event.amount_fen
            self._pay(event.hospital, event.year, paid_fen, "")
        elif isinstance(event, PaymentReturn):
            self._return(event.disbursement, event.amount_fen, event.date.isoformat())
        elif isinstance(event, WriteOff | Recovery):
            self.standings[event.hospital, event.year] = lost(
                standing_at(self.standings, event.hospital, event.year), event
            )

    def _correct(self, event: Event, wrong: PostedVoucher) -> None:
        """Let a correction count: what it takes back, changes, or moves a year later."""
        self.vouchers[wrong.id] = replace(wrong, corrected_by="待记账的更正凭证")
        if event.KIND == "red" and wrong.form == "difference":
            self._undo_difference(wrong)
        elif event.KIND == "red":
            self._release(wrong)
        elif isinstance(event, Difference):
            self._change(wrong, event.change())
        elif isinstance(event, Amend) and wrong.kind == "disbursement":
            for (hospital, year), fen in held_by(event.moves).items():
                self._pay(hospital, year, fen, wrong.day)

    def _pay(
        self, hospital: str, year: int, fen: int, day: str, account: str | None = None
    ) -> None:
        """Let a payment, or with a negative amount its return, count in what was paid by a day."""
        standing = standing_at(self.standings, hospital, year)
        accounts = standing.accounts if account is None else standing.accounts | {account}
        # Written out: thousands of rows of a file pass here, and `replace` looks every field up.
        self.standings[hospital, year] = Standing(
            approved_fen=standing.approved_fen,
            paid=(*standing.paid, (day, fen)),
            signed=standing.signed,
            accounts=accounts,
            stops=standing.stops,
            refused=standing.refused,
            halts=standing.halts,
            written_off_fen=standing.written_off_fen,
            recovered_fen=standing.recovered_fen,
            bounced_fen=standing.bounced_fen,
            guarantees=standing.guarantees,
            approvals=standing.approvals,
        )

    def _return(self, key: str, fen: int, day: str) -> None:
        free_order(self.documents, key, fen)
        if key in self.payments:
            payment = self.payments[key]
            self._pay(payment.hospital, payment.year, -fen, day)
            place = (payment.hospital, payment.year)
            standing = self.standings[place]
            self.standings[place] = replace(standing, bounced_fen=standing.bounced_fen + fen)
            self.payments[key] = replace(payment, returned_fen=payment.returned_fen + fen)

    def _change(self, wrong: PostedVoucher, change: Change) -> None:
        """Let a difference count in what its original uses and paid."""
        for key, citings in self.documents.items():
            citings[:] = [changed(c, key, change) if c.key == wrong.key else c for c in citings]
        if wrong.key in self.payments:
            payment = self.payments[wrong.key]
            self._pay(payment.hospital, payment.year, change.bank_fen, wrong.day)
            amount = payment.amount_fen + change.bank_fen
            self.payments[wrong.key] = replace(payment, amount_fen=amount)

    def _undo_difference(self, wrong: PostedVoucher) -> None:
        """Let a difference to a payment, taken back, no longer count in what was paid."""
        if wrong.kind == "disbursement":
            paid = wrong.legs[0].debit
            fen = sum(leg.amount_fen for leg in wrong.legs)
            self._pay(paid.hospital, paid.year, -fen, wrong.day)

    def _release(self, wrong: PostedVoucher) -> None:
        """Free what a voucher taken back in red had used."""
        for citings in self.documents.values():
            citings[:] = [citing for citing in citings if citing.key != wrong.key]
        if wrong.kind == "write-off":
            loss = wrong.legs[0]
            place = (loss.credit.hospital, loss.credit.year)
            standing = standing_at(self.standings, *place)
            left = standing.written_off_fen - loss.amount_fen
            self.standings[place] = replace(standing, written_off_fen=left)
        payment = self.payments.pop(wrong.key, None)
        if payment is not None:
            self._pay(payment.hospital, payment.year, -payment.amount_fen, wrong.day)
        if wrong.settles:
            self._return(wrong.settles, -wrong.settles_fen, wrong.day)


def free_order(documents: dict[DocumentKey, list[Citing]], payment: str, fen: int) -> None:
    """Let what the bank sent back of a payment be paid on its order again."""
    for key, citings in documents.items():
        if key.type == "payment-order":
            citings[:] = [
                replace(one, used_fen=one.used_fen - fen) if one.key == payment else one
                for one in citings
            ]
