"""Reads what stands for the hospital years that events name: approved, paid, agreed, stopped."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from ledger.basis.terms import FUNDS
from ledger.events.corrections.amend import Amend
from ledger.events.corrections.withdrawal import Withdrawal
from ledger.events.moves import held_by
from ledger.policy.standing import PAID, REPAID, Gate, Registered, Standing
from ledger.store.relations.events import EventPick, read_event_rows, read_withdrawals
from ledger.store.relations.fact_days import read_roots
from ledger.store.rows import breached_codes, event_of
from ledger.store.standing.approvals import read_approvals_of
from ledger.store.vouchers.histories import as_they_stand
from ledger.voucher.counting import BEYOND, count_fact
from ledger.voucher.registers import (
    AREA_WIDE_KINDS,
    GROUNDS,
    mark_registers,
    note_register,
    registered_as,
    standing_registers,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    import sqlalchemy as sa

    from ledger.events.base import Event
    from ledger.masters.chart import FundChart
    from ledger.masters.leg import Leg
    from ledger.policy.facts import PostedVoucher
    from ledger.store.relations.events import EventRow

#: Book, year and position of a fact in the chain.
ChainPlace = tuple[str, int, int]
#: Registered facts of a hospital's year that a posting looks at, in its own book.
LOOKED_AT = ("fund-gate", "assessment", "agreement", "prior-write-off")
#: What stops payments to a hospital, in every book of the area and for every year (甘肃·六).
STOPPING = (*AREA_WIDE_KINDS, Withdrawal.KIND)
#: What a 核销后收回 is measured by.
LOST = ("write-off", "recovery")
#: Words by which an event names another by its key.
NAMING_KEYS = ("event", "recall")


class Chained(NamedTuple):
    """A fact with its place in the chain, and the codes of the rules that it went against."""

    at: ChainPlace
    event: Event
    breached: Collection[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stood:
    """What was read: standings by hospital and year, gates by year, named events by key.

    `registered` is what stands was folded from, withdrawn or not, in the order of the chain.
    """

    standings: dict[tuple[str, int], Standing]
    gates: dict[int, Gate]
    registers: dict[str, Registered]
    registered: list[Event]


def read_standing(
    conn: sa.Connection,
    book: str,
    chart: FundChart,
    events: Sequence[Event],
    vouchers: Collection[PostedVoucher],
) -> Stood:
    """Read what stands for every hospital year that events or corrected vouchers touch.

    Registered facts, and facts of money as they stand, are folded in the order of the chain, by
    the very functions by which a batch goes on with its own (`voucher/cited.Cited.note`).
    """
    places = places_touched(events, vouchers)
    found = Stood(standings={}, gates={}, registers={}, registered=[])
    read_named(conn, book, events, found.registers)
    places |= {(named.hospital, named.year) for named in found.registers.values()} - {("", 0)}
    if not places and not found.registers:
        return found
    hospitals, years = {hospital for hospital, _ in places}, {year for _, year in places}
    registered = registered_of(conn, book, events, hospitals, years)
    found.registered.extend(step.event for step in registered)
    mark_registers(found.registers, found.registered, book)
    asked = set(product(hospitals, years))
    money = read_money(conn, book, chart, kinds_asked(events, vouchers), asked, events)
    fold_steps([*steps_standing(registered), *money], found)
    read_approvals_of(conn, book, places, found.standings)
    return found


def places_touched(
    events: Collection[Event], vouchers: Iterable[PostedVoucher]
) -> set[tuple[str, int]]:
    """Return the hospital years that events name or move, and those that vouchers have moved."""
    places = {(event.hospital, event.year) for event in events if event.hospital and event.year}
    for event in events:
        places |= set(held_by(getattr(event, "moves", ())))
    for voucher in vouchers:
        places |= places_of_legs(voucher.legs)
    return places


def places_of_legs(legs: Iterable[Leg]) -> set[tuple[str, int]]:
    """Return the hospital years that legs move."""
    accounts = [account for leg in legs for account in (leg.debit, leg.credit)]
    return {(account.hospital, account.year) for account in accounts if account.hospital}


def registered_of(
    conn: sa.Connection,
    book: str,
    events: Iterable[Event],
    hospitals: Collection[str],
    years: Collection[int],
) -> list[Chained]:
    """Read what is registered of hospital years, withdrawn or not, in the order of the chain."""
    # A gate names no hospital, a withdrawal neither hospital nor year.
    named = {*hospitals, ""}
    grounds = replace(withdrawn_grounds(conn, book, events), hospitals=named)
    return chained_together(
        read_event_rows(conn, books_of_area(book), grounds),
        read_event_rows(conn, book, EventPick(kinds=LOOKED_AT, years=years, hospitals=named)),
        stopping_rows(conn, book, named),
    )


def steps_standing(registered: Sequence[Chained]) -> list[Chained]:
    """Keep of what was registered what still counts."""
    kept = standing_registers([step.event for step in registered])
    standing = {(event.book, event.key) for event in kept}
    return [step for step in registered if (step.event.book, step.event.key) in standing]


def fold_steps(steps: Iterable[Chained], found: Stood) -> None:
    """Let facts count one after another, as they were chained."""
    for step in sorted(steps, key=lambda step: step.at):
        if step.event.LEGLESS:
            note_register(step.event, found.standings, found.gates)
        else:
            count_fact(step.event, found.standings, step.breached)


def kinds_asked(events: Sequence[Event], vouchers: Collection[PostedVoucher]) -> list[str]:
    """Name the kinds of facts that count in what a batch is judged by."""
    lost = any(event.KIND in LOST for event in events) or any(v.kind in LOST for v in vouchers)
    return [*PAID, *(LOST if lost else ())]


def read_money(
    conn: sa.Connection,
    book: str,
    chart: FundChart,
    kinds: Collection[str],
    places: Collection[tuple[str, int]],
    events: Iterable[Event],
) -> list[Chained]:
    """Read the facts that moved money of hospital years, as they stand after their corrections."""
    if not places:
        return []
    hospitals, years = {hospital for hospital, _ in places}, {year for _, year in places}
    pick = EventPick(kinds=kinds, hospitals=hospitals, years=years, standing=True)
    rows = [*money_rows(conn, book, pick, events), *amended_rows(conn, book, kinds, places)]
    steps = steps_stated(conn, book, chart, rows)
    return [step for step in steps if (step.event.hospital, step.event.year) in places]


def money_rows(
    conn: sa.Connection, book: str, pick: EventPick, events: Iterable[Event]
) -> list[EventRow]:
    """Read facts that moved money; what came back only where the bank has paid beyond."""
    rows = read_event_rows(conn, book, pick)
    irregular = any(event.irregular for event in events)
    if irregular or any(BEYOND in codes_breached(row) for row in rows):
        rows += read_event_rows(conn, book, replace(pick, kinds=list(REPAID)))
    return rows


def steps_stated(
    conn: sa.Connection, book: str, chart: FundChart, rows: Iterable[EventRow]
) -> list[Chained]:
    """Read what facts say now, each once and with its place in the chain."""
    known = {row["id"]: row for row in rows}
    stated = as_they_stand(conn, book, tuple(known.values()), chart, with_papers=False)
    return [
        Chained(chain_place(row), event, codes_breached(row))
        for row, now in stated
        for event in now
    ]


def codes_breached(row: EventRow) -> Collection[str]:
    """Return the codes of the rules that an event went against; () for a regular one."""
    return breached_codes(row) if row["irregular"] else ()


def amended_rows(
    conn: sa.Connection, book: str, kinds: Collection[str], places: Collection[tuple[str, int]]
) -> list[EventRow]:
    """Read the facts of kinds that a later year's correction has made those of hospital years."""
    rows = read_event_rows(conn, book, EventPick(kinds=(Amend.KIND,), standing=True, posted=True))
    moves = {
        row["id"]: json.loads(row["content"])["moves"] for row in rows if row["movement"] in kinds
    }
    ids = [id_ for id_, moved in moves.items() if not held_by(moved).keys().isdisjoint(places)]
    return list(read_roots(conn, book, ids).values())


def withdrawn_grounds(conn: sa.Connection, book: str, events: Iterable[Event]) -> EventPick:
    """Ask for what was withdrawn in the area, or is now, of what a 核定 may rest on."""
    keys = {event.event for event in events if isinstance(event, Withdrawal)}
    for one in books_of_area(book):
        keys |= read_withdrawals(conn, one).keys()
    return EventPick(kinds=GROUNDS, keys=keys)


def stopping_rows(conn: sa.Connection, book: str, hospitals: Collection[str]) -> list[EventRow]:
    """Read what stops, or frees, payments to hospitals in any book of the area."""
    pick = EventPick(kinds=STOPPING, hospitals=hospitals)
    return read_event_rows(conn, books_of_area(book), pick)


def chained_together(*groups: Iterable[EventRow]) -> list[Chained]:
    """Make one list of registered facts of several, book by book as they were chained."""
    rows = {chain_place(row): row for group in groups for row in group}
    return [Chained(at, event_of(rows[at], ()), ()) for at in sorted(rows)]


def chain_place(row: EventRow) -> ChainPlace:
    """Return where an event stands in its book's chain."""
    return row["book"], row["chain_year"], row["position"]


def read_area_wide(
    conn: sa.Connection, book: str, hospitals: Iterable[str]
) -> dict[tuple[str, int], Standing]:
    """Read what holds of hospitals in every book of an area: stops, halts and guarantees."""
    standings: dict[tuple[str, int], Standing] = {}
    steps = chained_together(stopping_rows(conn, book, {*hospitals, ""}))
    for event in standing_registers([step.event for step in steps]):
        note_register(event, standings, {})
    return standings


def books_of_area(book: str) -> list[str]:
    """Name the books of a book's area: one for each fund."""
    area = book.partition("/")[0]
    return [f"{area}/{fund}" for fund in FUNDS]


def read_named(
    conn: sa.Connection, book: str, events: Iterable[Event], registers: dict[str, Registered]
) -> None:
    """Read the events that others name by their keys."""
    keys = {key for event in events for word in NAMING_KEYS if (key := getattr(event, word, ""))}
    for row in read_event_rows(conn, book, EventPick(keys=keys)) if keys else ():
        registers[row["key"]] = registered_as(event_of(row, ()), row["approved_by"])
