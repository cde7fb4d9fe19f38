"""What was paid to a hospital's year, bounced, came back or was lost: one fold, fact by fact.

Facts are counted as they stand after their corrections. The store folds what is posted with it,
a batch goes on with its earlier rows and the pending drafts.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ledger.basis.statutory import TEMPORARY_PAYMENT
from ledger.events.booked.disbursement import Disbursement
from ledger.events.booked.opening_balance import OpeningBalance
from ledger.events.corrections.correcting import counted_day
from ledger.policy.standing import (
    PAID,
    RECOVERED,
    REPAID,
    WRITTEN_OFF,
    MoneyFact,
    Standing,
    standing_at,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from ledger.events.base import Event

Standings = dict[tuple[str, int], Standing]
#: Kinds that count in what stands for a hospital's year.
COUNTED = (*PAID, *REPAID, *WRITTEN_OFF, *RECOVERED)
#: The breach by which an irregular payment went beyond the approved amount.
BEYOND = "LIMIT_EXCEEDED"


def count_fact(event: Event, standings: Standings, breached: Collection[str] = ()) -> None:
    """Let a fact count in its hospital's year; whatever moves no money of one changes nothing.

    `breached` are the codes of the rules that it went against. A fact that is said anew after a
    correction takes its former place.
    """
    if event.KIND not in COUNTED or not (event.hospital and event.year):
        return
    fen = counted_fen(event)
    if not fen:
        return
    standing = standing_at(standings, event.hospital, event.year)
    beyond = isinstance(event, Disbursement) and BEYOND in breached
    fact = MoneyFact(
        key=event.key,
        kind=event.KIND,
        day=counted_day(event.KIND, event.date.isoformat()),
        fen=fen,
        account=event.payee_account if isinstance(event, Disbursement) else "",
        limit=standing.approved_fen if beyond else None,
    )
    place_fact(fact, standing, event, standings)


def leave_out(event: Event, standings: Standings) -> None:
    """Let a fact count no longer; its place stays, for what a correction may say anew."""
    standing = standings.get((event.hospital, event.year))
    for fact in standing.money if standing is not None else ():
        if standing is not None and fact.key == event.key:
            place_fact(fact._replace(fen=0), standing, event, standings)


def place_fact(fact: MoneyFact, standing: Standing, event: Event, standings: Standings) -> None:
    """Put a fact where it stood before, or after all others."""
    money = standing.money
    before = next((place for place, one in enumerate(money) if one.key == fact.key), None)
    if before is None:
        placed = (*money, fact)
    else:
        limit = money[before].limit if fact.limit is None else fact.limit
        placed = (*money[:before], fact._replace(limit=limit), *money[before + 1 :])
    standings[event.hospital, event.year] = replace(standing, money=placed)


def lost_by_hospital(events: Iterable[Event]) -> dict[str, int]:
    """Add up what facts of a book, as they stand, say is written off and has not come back."""
    standings: Standings = {}
    for event in events:
        count_fact(event, standings)
    left: dict[str, int] = {}
    for (hospital, _), standing in standings.items():
        left[hospital] = left.get(hospital, 0) + standing.lost_fen
    return left


def counted_fen(event: Event) -> int:
    """Return what a fact moved; 0 for the 期初 of anything but a hospital's prepayment.

    A 期初 in mid-year brings what was paid to date: its 借方累计, as far as a correction of the
    balance has left it.
    """
    if not isinstance(event, OpeningBalance):
        return event.amount_fen
    if event.account != TEMPORARY_PAYMENT:
        return 0
    if event.debit_to_date_fen:
        return event.amount_fen - event.year_opening_fen + event.credit_to_date_fen
    return event.amount_fen
