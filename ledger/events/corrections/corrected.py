"""更正后的业务: what an event comes to once the vouchers that correct it are counted in.

A difference or a prior year's blue voucher moves accounts; what the voucher and its corrections
leave on them together says whose the money is, and how much.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ledger.basis.terms import BANKS
from ledger.events.booked.disbursement import Disbursement
from ledger.events.booked.payment_return import PaymentReturn
from ledger.events.booked.repayment import Repayment
from ledger.events.booked.settlement_offset import SettlementOffset
from ledger.events.booked.succession import Succession
from ledger.events.losses.recovery import Recovery
from ledger.events.losses.write_off import WriteOff
from ledger.events.words import BenefitLine
from ledger.masters.leg import pair_legs

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ledger.events.base import Event
    from ledger.masters.chart import Account, FundChart
    from ledger.masters.leg import Leg

#: What clears or makes a hospital's prepayment, and the side of 1101 that it works on.
SIDES: Mapping[type[Event], int] = {
    Disbursement: 1,
    PaymentReturn: -1,
    Repayment: -1,
    SettlementOffset: -1,
    WriteOff: -1,
}


def corrected(event: Event, legs: Iterable[Leg], chart: FundChart, said_fen: int) -> list[Event]:
    """Say an event anew by what its legs and those of its corrections leave; [] for nothing.

    One that now belongs to several hospitals is said once for each. `said_fen` is the right
    amount as the last correction says it, for what moves no prepayment.
    """
    left = netted(legs)
    if not left:
        return []
    prepayment = chart.roles["prepayment"]
    debts = {account: fen for account, fen in left.items() if account.base == prepayment}
    if isinstance(event, Succession):
        return apart(passed_on(event, debts))
    if isinstance(event, Recovery):
        return recovered_again(event, left)
    if type(event) not in SIDES:
        return [replace(event, amount_fen=said_fen)]
    return cleared_again(event, left, debts, chart)


def bank_left(left: Mapping[Account, int]) -> dict[str, int]:
    """Return what is left in the accounts at a bank, by code."""
    return {account.code: fen for account, fen in left.items() if account.code in BANKS}


def recovered_again(event: Recovery, left: Mapping[Account, int]) -> list[Event]:
    """Say a 核销后收回 anew by what is left at the bank."""
    banks = bank_left(left)
    fen = sum(banks.values())
    return [replace(event, amount_fen=fen, **bank_of(event, banks))] if fen > 0 else []


def cleared_again(
    event: Event, left: Mapping[Account, int], debts: Mapping[Account, int], chart: FundChart
) -> list[Event]:
    """Say anew, once for each hospital's year, what clears or makes a prepayment."""
    banks, sign = bank_left(left), SIDES[type(event)]
    found = [
        replace(event, amount_fen=sign * fen, **place_of(event, leaf), **bank_of(event, banks))
        for leaf, fen in debts.items()
        if sign * fen > 0
    ]
    other = chart.roles["other_account"]
    elsewhere = sum(fen for account, fen in left.items() if account.base == other)
    paid = -sum(banks.values()) - elsewhere
    benefits = benefits_left(left, chart)
    alone = len(found) == 1
    return apart([settled(again, paid, benefits, alone=alone) for again in found])


def benefits_left(left: Mapping[Account, int], chart: FundChart) -> dict[str, int]:
    """Return what is left as 待遇支出, by benefit."""
    benefits = {}
    for role in chart.roles:
        if role.startswith("benefit_") and chart.leaf(role) in left:
            benefits[role.removeprefix("benefit_")] = left[chart.leaf(role)]
    return benefits


def netted(legs: Iterable[Leg]) -> dict[Account, int]:
    """Net what legs leave on each account, debit-positive; in the order of the codes."""
    sums: dict[Account, int] = {}
    for leg in legs:
        sums[leg.debit] = sums.get(leg.debit, 0) + leg.amount_fen
        sums[leg.credit] = sums.get(leg.credit, 0) - leg.amount_fen
    return {a: sums[a] for a in sorted(sums, key=lambda account: account.code) if sums[a]}


def passed_on(event: Succession, debts: Mapping[Account, int]) -> list[Event]:
    """Say who took over from whom; () where the two sides do not meet."""
    taken = [(leaf, fen) for leaf, fen in debts.items() if fen > 0]
    given = [(leaf, -fen) for leaf, fen in debts.items() if fen < 0]
    return [
        replace(
            event,
            hospital=leg.credit.hospital,
            year=leg.credit.year,
            successor=leg.debit.hospital,
            amount_fen=leg.amount_fen,
        )
        for leg in pair_legs(taken, given)
    ]


def place_of(event: Event, leaf: Account) -> dict[str, Any]:
    """Return the hospital and year of a leaf; another's bank account is not this hospital's."""
    place: dict[str, Any] = {"hospital": leaf.hospital, "year": leaf.year}
    if leaf.hospital != event.hospital:
        own = ("payee_account", "payer_account")
        place |= {name: "" for name in own if hasattr(event, name)}
    return place


def bank_of(event: Event, banks: Mapping[str, int]) -> dict[str, Any]:
    """Return the bank account that the money moved on, where only one is left."""
    names = [name for name in ("from_account", "to_account") if hasattr(event, name)]
    return dict.fromkeys(names, next(iter(banks))) if len(banks) == 1 else {}


def settled(event: Event, paid: int, benefits: Mapping[str, int], *, alone: bool) -> Event:
    """Say a settlement anew: what was offset and what was paid, by benefit where it is known.

    A year later expense is no longer moved, and what stands on it may not be the settlement.
    """
    if not isinstance(event, SettlementOffset):
        return event
    if not alone:
        return replace(event, settlement_fen=0, benefit="", lines=())
    gross = event.amount_fen + paid
    if sum(benefits.values()) == gross and (event.lines or len(benefits) == 1):
        return by_benefit(event, benefits)
    before = event.settlement()
    kept = before[0].benefit if len(before) == 1 else ""
    return replace(event, settlement_fen=gross, benefit=kept, lines=())


def by_benefit(event: SettlementOffset, benefits: Mapping[str, int]) -> SettlementOffset:
    """Say a settlement by its benefits, the way in which it was written."""
    if not event.lines:
        ((benefit, gross),) = benefits.items()
        return replace(event, settlement_fen=gross, benefit=benefit)
    lines = tuple(BenefitLine(benefit=name, gross_fen=fen) for name, fen in benefits.items())
    return replace(event, lines=in_order(lines, event.settlement()))


def in_order(
    lines: tuple[BenefitLine, ...], before: tuple[BenefitLine, ...]
) -> tuple[BenefitLine, ...]:
    """Put a settlement's lines in the order in which they were written."""
    place = {line.benefit: n for n, line in enumerate(before)}
    return tuple(sorted(lines, key=lambda line: place.get(line.benefit, len(place))))


def apart(events: list[Event]) -> list[Event]:
    """Give each of several a number of its own: the first keeps the event's."""
    return [
        replace(event, key=f"{event.key}-{event.hospital}") if n else event
        for n, event in enumerate(events)
    ]
