"""What a batch's earlier rows change of the facts that its later rows see."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from ledger.events.booked.disbursement import Disbursement
from ledger.events.booked.payment_return import PaymentReturn
from ledger.events.citing import citations
from ledger.events.corrections.amend import Amend
from ledger.events.corrections.difference import Difference
from ledger.events.corrections.paper_correction import PaperCorrection
from ledger.events.corrections.withdrawal import Withdrawal
from ledger.events.moves import moved_legs
from ledger.events.permissions.permission_funds import FUNDING_PAPERS
from ledger.events.registers.recall_lift import RecallLift
from ledger.policy.facts import Citing, DocumentKey, Funding, Payment, PostedVoucher
from ledger.policy.standing import NOTHING, Standing
from ledger.voucher.counting import count_fact, leave_out
from ledger.voucher.history import History, Member
from ledger.voucher.letters import Cutoffs, Letters, letters_of, note_letter
from ledger.voucher.registers import (
    cases_of,
    mark_registers,
    note_register,
    registered_as,
    standing_registers,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from ledger.events.base import Event
    from ledger.events.words import Paper
    from ledger.masters.chart import FundChart
    from ledger.policy.standing import Gate, Registered

#: What a voucher is corrected by while its correction is not posted yet.
PENDING = "待记账的更正凭证"


#: The mappings that a batch changes.
MAPPINGS = (
    *("payments", "documents", "vouchers", "histories", "standings", "gates", "registers"),
    *("letters", "cutoffs", "court_cases", "fundings"),
)


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

    chart: FundChart
    payments: dict[str, Payment]
    documents: dict[DocumentKey, list[Citing]]
    vouchers: dict[str, PostedVoucher]
    histories: dict[str, History]
    standings: dict[tuple[str, int], Standing]
    gates: dict[int, Gate]
    registers: dict[str, Registered]
    #: What was registered, in the order of the chain, withdrawn or not; 对账 and court cases too,
    #: where somebody asks for them.
    registered: list[Event] = field(default_factory=list)
    letters: Letters = field(default_factory=dict)
    cutoffs: Cutoffs = field(default_factory=dict)
    court_cases: dict[tuple[str, str], str] = field(default_factory=dict)
    fundings: dict[str, Funding] = field(default_factory=dict)

    def copied(self) -> Cited:
        """Return a copy that what is noted from now on leaves alone."""
        documents = {key: list(citings) for key, citings in self.documents.items()}
        kept: dict[str, Any] = {name: dict(getattr(self, name)) for name in MAPPINGS}
        same = replace(self, registered=list(self.registered), **kept)
        same.documents = documents
        return same

    def restore(self, before: Cited) -> None:
        """Go back to a copy, in the very mappings that Facts shows."""
        for name in MAPPINGS:
            refill(getattr(self, name), getattr(before, name))
        self.registered[:] = before.registered

    def note(self, event: Event, breached: Collection[str] = ()) -> None:
        """Let an event's documents, payment or correction count for what follows.

        `breached` are the codes of the rules that an irregular one went against.
        """
        wrong = self.vouchers.get(event.corrected)
        if wrong is not None and isinstance(event, PaperCorrection):
            self._file_anew(event, wrong)
        elif wrong is not None and event.INTERNAL:
            self._correct(event, wrong)
        elif event.LEGLESS:
            self._register(event)
        else:
            self.put_in(event, breached)

    def put_in(self, event: Event, breached: Collection[str] = ()) -> None:
        """Let what an event paid, gave back, lost and cited count."""
        self.cite(event)
        if event.KIND == "allocation":
            # What is entered together with the payment is entered in time.
            self.fundings |= funding_of(event, event.papers, event.date)
        if isinstance(event, Disbursement):
            self.payments[event.key] = payment_of(event, 0)
        if isinstance(event, PaymentReturn):
            self._return(event.disbursement, event.amount_fen)
        count_fact(event, self.standings, breached)

    def cite(self, event: Event) -> None:
        """Let the documents that an event cites be used by it, whichever book it stands in."""
        for key, citing in citations(event):
            self.documents.setdefault(key, []).append(citing)

    def take_out(self, event: Event) -> None:
        """Leave an event out of all that counts: the facts are as if it had not been."""
        for key, _ in citations(event):
            citings = self.documents.get(key, [])
            own = (event.book, event.key)
            citings[:] = [citing for citing in citings if (citing.book, citing.key) != own]
        self.payments.pop(event.key, None)
        self.fundings.pop(event.key, None)
        if isinstance(event, PaymentReturn):
            self._return(event.disbursement, -event.amount_fen)
        leave_out(event, self.standings)

    @contextmanager
    def without(self, events: Sequence[Event]) -> Iterator[None]:
        """Let the books be without some facts for a moment; then all is as it was."""
        places = {(event.hospital, event.year) for event in events}
        standings = {place: self.standings[place] for place in places & self.standings.keys()}
        payments, fundings = dict(self.payments), dict(self.fundings)
        documents = {
            key: list(self.documents[key])
            for event in events
            for key, _ in citations(event)
            if key in self.documents
        }
        for event in events:
            self.take_out(event)
        try:
            yield
        finally:
            self.standings |= standings
            self.payments |= payments
            self.fundings |= fundings
            self.documents |= documents

    def _register(self, event: Event) -> None:
        """Let a registered fact count, or what a withdrawal names count no longer."""
        self.registered.append(event)
        self.registers[event.key] = registered_as(event)
        if isinstance(event, Withdrawal | RecallLift):
            mark_registers(self.registers, self.registered, event.book)
        if isinstance(event, Withdrawal):
            self._fold_again(event)
            return
        note_register(event, self.standings, self.gates)
        note_letter(event, self.letters, self.cutoffs)
        self.court_cases |= cases_of([event])

    def _fold_again(self, event: Withdrawal) -> None:
        """Let what is registered stand without what a withdrawal has just withdrawn."""
        kept = list(standing_registers(self.registered))
        folded: dict[tuple[str, int], Standing] = {}
        gates: dict[int, Gate] = {}
        for standing_event in kept:
            note_register(standing_event, folded, gates)
        for place, before in self.standings.items():
            self.standings[place] = replace(
                folded.get(place, NOTHING),
                money=tuple(fact for fact in before.money if fact.key != event.event),
                approvals=before.approvals,
            )
        letters, cutoffs = letters_of(kept)
        refill(self.gates, gates)
        refill(self.letters, letters)
        refill(self.cutoffs, cutoffs)
        refill(self.court_cases, cases_of(kept))

    def _correct(self, event: Event, wrong: PostedVoucher) -> None:
        """Let a correction count: the fact stands anew, without what was taken back."""
        before = self.histories[wrong.root]
        if event.KIND == "red":
            after = before.without(wrong.id)
            self.vouchers[wrong.id] = replace(wrong, corrected_by=PENDING)
        else:
            assert isinstance(event, Difference | Amend)
            member = Member(
                id=event.key,
                form=event.KIND,
                period="",
                legs=moved_legs(event.moves, self.chart),
                said_fen=event.amount_fen,
            )
            after = before.beside(member)
        self.restate(wrong.root, before, after)

    def _file_anew(self, event: PaperCorrection, wrong: PostedVoucher) -> None:
        """Let a fact stand on other papers: the wrong receipt is free, the right one is used."""
        before = self.histories[wrong.root]
        after = replace(before, event=replace(before.event, papers=event.papers))
        self.restate(wrong.root, before, after)
        self.vouchers[wrong.id] = replace(self.vouchers[wrong.id], papers_by=event.key)

    def restate(self, root: str, before: History, after: History) -> None:
        """Let a fact count as it stands after a correction; what the bank gave back stays so."""
        given_back = self._given_back(before)
        for event in before.state(self.chart):
            self.take_out(event)
        for event in after.state(self.chart):
            self.put_in(event)
            if event.key in given_back:
                self._keep_returned(event.key, given_back[event.key])
        self.histories[root] = after
        beside = tuple(member.id for member in after.members[1:])
        for id_ in {root, *(member.id for member in before.members)} & self.vouchers.keys():
            self.vouchers[id_] = replace(self.vouchers[id_], beside=beside)

    def _given_back(self, history: History) -> dict[str, int]:
        """Return what the bank gave back of each payment of a fact."""
        keys = [event.key for event in history.state(self.chart)]
        return {key: self.payments[key].returned_fen for key in keys if key in self.payments}

    def _keep_returned(self, key: str, fen: int) -> None:
        """Let what the bank gave back of a payment stay so, if it is one still."""
        if key in self.payments:
            self.payments[key] = replace(self.payments[key], returned_fen=fen)
            free_order(self.documents, key, fen)

    def _return(self, key: str, fen: int) -> None:
        """Let what the bank sent back be paid on its order again."""
        free_order(self.documents, key, fen)
        if key in self.payments:
            payment = self.payments[key]
            self.payments[key] = replace(payment, returned_fen=payment.returned_fen + fen)


def refill(shown: dict[Any, Any], anew: Mapping[Any, Any]) -> None:
    """Fill the very mapping that Facts shows with what it should hold now."""
    shown.clear()
    shown.update(anew)


def payment_of(event: Disbursement, returned_fen: int) -> Payment:
    """Say a disbursement as what a 退汇 names."""
    return Payment(
        key=event.key,
        date=event.date,
        hospital=event.hospital,
        year=event.year,
        amount_fen=event.amount_fen,
        account=event.from_account,
        returned_fen=returned_fen,
    )


def free_order(documents: dict[DocumentKey, list[Citing]], payment: str, fen: int) -> None:
    """Let what the bank sent back of a payment be paid on its order again."""
    for key, citings in documents.items():
        if key.type == "payment-order":
            citings[:] = [
                replace(one, used_fen=one.used_fen - fen) if one.key == payment else one
                for one in citings
            ]
