"""Stories of facts, lawful or not: what moves money, what is registered, letters, corrections."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from ledger.basis.errors import Finding
from ledger.events.booked.disbursement import Disbursement
from ledger.events.booked.opening_balance import OpeningBalance
from ledger.events.booked.payment_return import PaymentReturn
from ledger.events.booked.repayment import Repayment
from ledger.events.confirmations.confirmation_answer import ConfirmationAnswer
from ledger.events.confirmations.confirmation_explained import ConfirmationExplained
from ledger.events.confirmations.confirmation_reminder import ConfirmationReminder
from ledger.events.confirmations.confirmation_sent import ConfirmationSent
from ledger.events.corrections.amend import Amend
from ledger.events.corrections.difference import Difference
from ledger.events.corrections.red import Red
from ledger.events.corrections.withdrawal import Withdrawal
from ledger.events.losses.court_case import CourtCase
from ledger.events.losses.prior_write_off import PriorWriteOff
from ledger.events.losses.write_off import WriteOff
from ledger.events.moves import write_moves
from ledger.events.registers.agreement import Agreement
from ledger.events.registers.application import Application
from ledger.events.registers.assessment import Assessment
from ledger.events.registers.fund_gate import FundGate
from ledger.events.registers.guarantee import Guarantee
from ledger.events.registers.payment_stop import PaymentStop
from ledger.events.registers.recall import Recall
from ledger.events.registers.recall_lift import RecallLift
from ledger.events.registers.suspension import Suspension
from ledger.events.words import Paper
from ledger.masters.leg import Leg
from tests.office import EMPLOYEE, FIRST, SECOND

if TYPE_CHECKING:
    from ledger.events.base import Event
    from ledger.masters.chart import Account, FundChart

DAY = date(2026, 2, 1)
#: What a payment went against that the bank made beyond the approved amount.
BEYOND = Finding(code="LIMIT_EXCEEDED", message="超出核定", remedy="", clause="甘肃·三")
ORDERS = st.sampled_from(("单1", "单2"))
STOPS = (Recall, Suspension, PaymentStop, Guarantee)
COMMITTED: tuple[type[Event], ...] = (
    Agreement,
    Assessment,
    FundGate,
    Application,
    CourtCase,
    PriorWriteOff,
    *STOPS,
)


@dataclass(slots=True)
class Story:
    """A sequence of facts as it is made up: what is told so far, and what may be put right."""

    chart: FundChart
    facts: list[Event] = field(default_factory=list)
    #: Those that are posted before the sequence may be cut: a correction names their vouchers.
    posted: int = 0
    #: What a fact still comes to, by its key; what was taken back in red is gone.
    left: dict[str, int] = field(default_factory=dict)
    withdrawn: set[str] = field(default_factory=set)

    def common(self, draw: st.DrawFn, **words: Any) -> dict[str, Any]:
        """Draw the words of any fact of a hospital's year."""
        n = len(self.facts) + 1
        hospital = draw(st.sampled_from((FIRST, SECOND)))
        day = DAY + timedelta(days=draw(st.integers(0, 3)))
        return {"book": EMPLOYEE, "key": f"事-{n}", "date": day, "hospital": hospital, **words}

    def named(self, kinds: type[Event] | tuple[type[Event], ...]) -> list[Event]:
        """List the facts of some kinds."""
        return [event for event in self.facts if isinstance(event, kinds)]


def moving(draw: st.DrawFn, story: Story) -> Event:
    """Draw a fact that moves money."""
    fen = draw(st.integers(1, 5)) * 100
    words = story.common(draw, year=2026, amount_fen=fen)
    kinds = ["disbursement"] * 3 + ["beyond", "repayment", "write-off", "opening-balance", "return"]
    kind = draw(st.sampled_from(kinds))
    if kind in ("disbursement", "beyond"):
        account = draw(st.sampled_from(("", "6333")))
        irregular = kind == "beyond"
        order = Paper(type="payment-order", number=draw(ORDERS), date=words["date"])
        words |= {"from_account": "1004", "payee_account": account, "papers": (order,)}
        return Disbursement(**words, irregular=irregular)
    if kind == "repayment":
        return Repayment(**words, to_account="1004")
    if kind == "write-off":
        return WriteOff(**words)
    if kind == "opening-balance":
        # A start in mid-year: what was paid and came back before, as it must add up.
        back = draw(st.sampled_from((0, 100)))
        return OpeningBalance(
            **words,
            account="1101",
            debit_to_date_fen=fen + back if back else 0,
            credit_to_date_fen=back,
        )
    paid = [event for event in story.named(Disbursement) if event.key in story.left]
    if not paid:
        return Repayment(**words, to_account="1004")
    payment = draw(st.sampled_from(paid))
    words |= {"hospital": payment.hospital}
    return PaymentReturn(**words, to_account="1004", disbursement=payment.key)


def registering(draw: st.DrawFn, story: Story) -> Event:
    """Draw a registered fact."""
    kind = draw(st.sampled_from(COMMITTED))
    words = story.common(draw)
    fen = draw(st.integers(0, 6)) * 100
    year: dict[str, Any] = {"year": 2026}
    own: dict[type[Event], dict[str, Any]] = {
        FundGate: {**year, "hospital": "", "verdict": "open", "months": str(fen)},
        Assessment: {**year, "amount_fen": fen},
        CourtCase: {**year, "court": "某院", "number": f"案{fen // 300}", "amount_fen": 100},
        PriorWriteOff: {**year, "amount_fen": 100},
        Recall: {
            **year,
            "trigger": draw(st.sampled_from(("agreement-ended", "other"))),
            "notified_on": words["date"],
        },
        PaymentStop: {"switch": draw(st.sampled_from(("on", "off")))},
        Agreement: year,
        Application: year,
    }
    return kind(**{**words, **own.get(kind, {})})


def confirming(draw: st.DrawFn, story: Story) -> Event:
    """Draw a letter to a hospital, or what came of one."""
    sent = story.named(ConfirmationSent)
    words = story.common(draw)
    kind = draw(st.sampled_from(("sent", "answer", "reminder", "explained")))
    if kind == "sent" or not sent:
        days = {"sent_on": words["date"], "reply_by": words["date"]}
        sums = ("2026|disbursement=1.00|balance=1.00",)
        return ConfirmationSent(**words, number=words["key"], sums=sums, **days)
    letter = draw(st.sampled_from(sent))
    day = words["date"] + timedelta(days=10)
    words |= {"hospital": letter.hospital, "letter": letter.key, "date": day}
    if kind == "answer":
        answer = draw(st.sampled_from(("agree", "differ")))
        return ConfirmationAnswer(**words, answer=answer, reason="")
    if kind == "reminder":
        return ConfirmationReminder(**words)
    answers = [one.key for one in story.named(ConfirmationAnswer)]
    explains = draw(st.sampled_from(("", *answers)))
    return ConfirmationExplained(**words, reason="在途", explains=explains)


def undoing(draw: st.DrawFn, story: Story) -> Event:
    """Draw what takes a registered fact back: a withdrawal, or the lifting of a recall."""
    standing = [
        event
        for event in story.facts
        if event.LEGLESS and not isinstance(event, Withdrawal) and event.key not in story.withdrawn
    ]
    if not standing:
        return registering(draw, story)
    named = draw(st.sampled_from(standing))
    words = story.common(draw)
    if isinstance(named, Recall) and draw(st.booleans()):
        return RecallLift(
            **{**words, "hospital": named.hospital}, recall=named.key, reason="已办结"
        )
    story.withdrawn.add(named.key)
    return Withdrawal(**{**words, "hospital": ""}, event=named.key, reason="有误")


def correcting(draw: st.DrawFn, story: Story) -> Event:
    """Draw a correction of a posted fact: red, a difference, or a later year's voucher."""
    kinds = (Disbursement, PaymentReturn, Repayment, WriteOff, OpeningBalance)
    wrong = [
        event
        for event in story.facts[: story.posted]
        if isinstance(event, kinds) and story.left.get(event.key)
    ]
    if not wrong:
        return moving(draw, story)
    event = draw(st.sampled_from(wrong))
    words = {**story.common(draw), "hospital": event.hospital, "year": 2026}
    words |= {"corrects": id_of(story.facts.index(event)), "reason": "有误"}
    form = draw(st.sampled_from(("red", "difference", "amend")))
    if form == "red":
        del story.left[event.key]
        return Red(**words, amount_fen=event.amount_fen)
    before = story.left[event.key]
    prepayment = story.chart.leaf("prepayment", hospital=event.hospital, year=2026)
    other = SECOND if event.hospital == FIRST else FIRST
    elsewhere = story.chart.leaf("prepayment", hospital=other, year=2026)
    inward = isinstance(event, (Disbursement, OpeningBalance))
    if form == "amend" and may_be_elsewhere(story, event):
        # The whole of it was another hospital's. It is put right once: then its leaf is empty.
        del story.left[event.key]
        debit, credit = (elsewhere, prepayment) if inward else (prepayment, elsewhere)
        moves = write_moves([Leg(debit=debit, credit=credit, amount_fen=before)])
        words |= {"date": date(2027, 1, 4), "booked": date(2027, 1, 4)}
        return Amend(**words, moves=moves, amount_fen=before)
    after = draw(st.integers(1, 6)) * 100
    after = after if after != before else before + 100
    story.left[event.key] = after
    pair = (prepayment, against(story, event)) if inward else (against(story, event), prepayment)
    moves = write_moves([Leg(debit=pair[0], credit=pair[1], amount_fen=after - before)])
    return Difference(**words, moves=moves, amount_fen=after)


def may_be_elsewhere(story: Story, event: Event) -> bool:
    """Tell whether a fact may turn out to be another hospital's: nothing else rests on its own."""
    named = {back.disbursement for back in story.named(PaymentReturn)}  # type: ignore[attr-defined]
    unfit = isinstance(event, (OpeningBalance, PaymentReturn))
    return not (event.irregular or unfit or event.key in named)


def against(story: Story, event: Event) -> Account:
    """Return the leaf on the other side of a fact of 1101."""
    if isinstance(event, OpeningBalance):
        return story.chart.leaf("net_assets")
    if isinstance(event, WriteOff):
        return story.chart.leaf("other_expense")
    return story.chart.plain("1004")


@st.composite
def stories(draw: st.DrawFn, chart: FundChart) -> tuple[list[Event], int, int]:
    """Draw facts, how many are posted whatever happens, and where the rest is cut."""
    story = Story(chart=chart)
    for _ in range(draw(st.integers(1, 7))):
        event = draw(st.sampled_from((moving, moving, registering, confirming)))(draw, story)
        story.facts.append(event)
        if not event.LEGLESS:
            story.left[event.key] = event.amount_fen
    story.posted = len(story.facts)
    for _ in range(draw(st.integers(1, 5))):
        way = draw(st.sampled_from((moving, registering, confirming, undoing, correcting)))
        event = way(draw, story)
        story.facts.append(event)
        if not (event.LEGLESS or event.INTERNAL):
            story.left[event.key] = event.amount_fen
    cut = draw(st.integers(story.posted, len(story.facts) - 1))
    return story.facts, story.posted, cut


def id_of(number: int) -> str:
    """Name the draft of a fact by its place in the story."""
    return f"00000000-0000-4000-8000-{number:012}"
