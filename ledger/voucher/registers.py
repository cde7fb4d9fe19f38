"""How registered facts (登记事项) change what stands for a hospital's year, one after another.

The store folds what is registered with it, a batch what earlier rows and pending drafts say.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from ledger.basis.terms import RECALL_TRIGGERS
from ledger.events.corrections.withdrawal import Withdrawal
from ledger.events.losses.court_case import CourtCase
from ledger.events.losses.prior_write_off import PriorWriteOff
from ledger.events.registers.agreement import Agreement
from ledger.events.registers.assessment import Assessment
from ledger.events.registers.fund_gate import FundGate
from ledger.events.registers.guarantee import Guarantee
from ledger.events.registers.payment_stop import PaymentStop
from ledger.events.registers.recall import Recall
from ledger.events.registers.recall_lift import RecallLift
from ledger.events.registers.suspension import Suspension
from ledger.policy.standing import Gate, Registered, Stop, Term, standing_at
from ledger.voucher.counting import count_fact

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from ledger.events.base import Event
    from ledger.policy.standing import Standing
    from ledger.voucher.counting import Standings

#: What counts in every book of the area and for every year: it speaks of the institution.
AreaWide = Recall | RecallLift | Suspension | PaymentStop | Guarantee
AREA_WIDE = (Recall, RecallLift, Suspension, PaymentStop, Guarantee)
AREA_WIDE_KINDS = tuple(kind.KIND for kind in AREA_WIDE)
#: The 收回情形 that a suspension is a case of (甘肃·六(一); 海南·七(一)1: 被中止或解除医保协议).
SUSPENDED = "agreement-ended"


#: What a 核定 is worked out from: once withdrawn, the 核定 stands no more until the next.
GROUNDS = ("application", "adjustment")


def cases_of(registered: Iterable[Event]) -> dict[tuple[str, str], str]:
    """Return the court cases by number and hospital, each with the key of its fact."""
    return {(e.number, e.hospital): e.key for e in registered if isinstance(e, CourtCase)}


def standing_registers(registered: Sequence[Event]) -> Iterator[Event]:
    """Return registered facts in the order of the chain, without what counts no longer.

    What was withdrawn goes, and with an application or adjustment the 核定 that took it in.
    """
    withdrawn = {
        (e.book, e.event): n for n, e in enumerate(registered) if isinstance(e, Withdrawal)
    }
    lost = lost_grounds(registered, withdrawn)
    for place, event in enumerate(registered):
        stands = (event.book, event.key) not in withdrawn
        if stands and not any(ground.carries(event, place) for ground in lost):
            yield event


def lost_grounds(
    registered: Iterable[Event], withdrawn: Mapping[tuple[str, str], int]
) -> list[LostGround]:
    """Return what was withdrawn of the grounds of 核定; `withdrawn` has the places where."""
    grounds = [(since, e) for since, e in enumerate(registered) if e.KIND in GROUNDS]
    return [
        LostGround(since, withdrawn[e.book, e.key], e)
        for since, e in grounds
        if (e.book, e.key) in withdrawn
    ]


class LostGround(NamedTuple):
    """What a 核定 was worked out from and was withdrawn: since which place, and until which."""

    since: int
    until: int
    event: Event

    def carries(self, event: Event, place: int) -> bool:
        """Return whether a fact is a 核定 that took it in, and so counts no longer."""
        if event.KIND != "assessment" or not self.since < place < self.until:
            return False
        return event.year == self.event.year and self.event.hospital in ("", event.hospital)


def registered_as(event: Event, approved_by: str = "") -> Registered:
    """Say a registered fact, or a posted one, as what a later word names."""
    return Registered(
        key=event.key,
        kind=event.KIND,
        hospital=event.hospital,
        year=event.year,
        date=event.date,
        withdrawn=False,
        irregular=event.irregular,
        approved_by=approved_by,
    )


def mark_registers(
    registers: dict[str, Registered], registered: Iterable[Event], book: str
) -> None:
    """Say of what is named in a book whether it was withdrawn, and whether a recall was lifted.

    A lifting that was withdrawn lifts nothing.
    """
    own = [event for event in registered if event.book == book]
    gone = {event.event for event in own if isinstance(event, Withdrawal)}
    lifted = {e.recall for e in own if isinstance(e, RecallLift) and e.key not in gone}
    for key, found in registers.items():
        registers[key] = replace(found, withdrawn=key in gone, lifted=key in lifted)


def note_register(event: Event, standings: Standings, gates: dict[int, Gate]) -> None:
    """Let one registered fact count."""
    place = (event.hospital, event.year)
    standing = standing_at(standings, *place)
    if isinstance(event, FundGate):
        gates[event.year] = Gate(verdict=event.verdict, months=event.months)
    elif isinstance(event, Assessment):
        refused = tuple(told(step) for step in event.refused)
        standings[place] = replace(standing, approved_fen=event.amount_fen, refused=refused)
    elif isinstance(event, Agreement):
        standings[place] = replace(standing, signed=(*standing.signed, event.date))
    elif isinstance(event, PriorWriteOff):
        count_fact(event, standings)
    elif isinstance(event, AREA_WIDE):
        note_stop(event, standings)


def recalls_standing(registered: Sequence[Event], day: date) -> list[Recall]:
    """Return the recalls among registered facts that hold on a day: no lifting has ended them."""
    holding = {(stop.book, stop.key) for stop in stops_set(registered) if stop.holds(day)}
    return [
        event
        for event in registered
        if isinstance(event, Recall) and (event.book, event.key) in holding
    ]


def stops_set(registered: Iterable[Event]) -> list[Stop]:
    """Return the stops that recalls and their liftings leave, each with its end."""
    standings: Standings = {}
    for event in registered:
        if isinstance(event, Recall | RecallLift):
            note_stop(event, standings)
    return [stop for standing in standings.values() for stop in standing.stops]


def note_stop(event: AreaWide, standings: Standings) -> None:
    """Let payments to a hospital stop or go on, in every year of it: year 0 keeps it.

    甘肃·六 and 海南·七(一) stop payments to the institution; no trigger belongs to one year only.
    """
    place = (event.hospital, 0)
    standings[place] = STOPPING[type(event)](event, standing_at(standings, *place))


def with_guarantee(event: Guarantee, standing: Standing) -> Standing:
    """Let a guarantee hold for its term."""
    term = Term(since=event.date, until=event.until)
    return replace(standing, guarantees=(*standing.guarantees, term))


def with_recall(event: Recall, standing: Standing) -> Standing:
    """Stop payments for the reason of a recall."""
    stop = stop_of(event, RECALL_TRIGGERS[event.trigger], trigger=event.trigger)
    return replace(standing, stops=(*standing.stops, stop))


def with_suspension(event: Suspension, standing: Standing) -> Standing:
    """Stop payments for the time of a suspension."""
    why = event.summary or "医保协议中止"
    stop = stop_of(event, why, until=event.until, trigger=SUSPENDED)
    return replace(standing, stops=(*standing.stops, stop))


def with_lift(event: RecallLift, standing: Standing) -> Standing:
    """End the stop of the recall that is lifted."""
    named = (event.book, event.recall)
    ended = {stop for stop in standing.stops if (stop.book, stop.key) == named}
    return replace(standing, stops=ended_on(standing.stops, ended, event.date))


def with_halt(event: PaymentStop, standing: Standing) -> Standing:
    """Halt payments for treatment, or let them go on."""
    halts = standing.halts
    if event.switch == "on":
        halt = stop_of(event, event.summary or "停止拨付结算费用")
        return replace(standing, halts=(*halts, halt))
    # What another fund's book has stopped goes on again only there.
    ended = {halt for halt in halts if halt.book == event.book and halt.holds(event.date)}
    return replace(standing, halts=ended_on(halts, ended, event.date))


#: What each fact that speaks of the institution does to the stops of its payments.
STOPPING: Mapping[type[Event], Callable[[Any, Standing], Standing]] = MappingProxyType(
    {
        Recall: with_recall,
        RecallLift: with_lift,
        Suspension: with_suspension,
        PaymentStop: with_halt,
        Guarantee: with_guarantee,
    }
)


def stop_of(event: Event, why: str, *, until: date | None = None, trigger: str = "") -> Stop:
    """Return the stop that an event sets."""
    return Stop(
        book=event.book,
        key=event.key,
        kind=event.KIND,
        since=event.date,
        until=until,
        why=why,
        trigger=trigger,
    )


def ended_on(stops: Iterable[Stop], ended: Container[Stop], day: date) -> tuple[Stop, ...]:
    """End some of the stops on a day: from that day on, payments may go on."""
    last = day - timedelta(days=1)
    return tuple(replace(stop, until=last) if stop in ended else stop for stop in stops)


def told(step: str) -> str:
    """Tell a step of a 核定 (`name|figure|clause|remark`) in one breath."""
    name, _, rest = step.partition("|")
    figure, _, rest = rest.partition("|")
    clause, _, remark = rest.partition("|")
    # An amount is what the step leaves of the 核定, not what was found wrong.
    figure = f"，核定为 {figure}" if figure[:1].isdigit() else figure
    return f"{name}{figure}（{'，'.join(part for part in (clause, remark) if part)}）"
