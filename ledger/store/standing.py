"""Reads what stands for the hospital years that events name: approved, paid, agreed, stopped."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from ledger.basis.money import parse_fen
from ledger.basis.statutory import TEMPORARY_PAYMENT
from ledger.basis.terms import FUNDS
from ledger.events.citing import UNCHANGED
from ledger.events.correcting import DATED_BACK, counted_day
from ledger.events.moves import held_by
from ledger.events.recall_lift import RecallLift
from ledger.events.withdrawal import Withdrawal
from ledger.masters.chart import is_under
from ledger.masters.hospital import account_paid
from ledger.policy.standing import Gate, Registered, Standing, standing_at
from ledger.store.approvals import chained, read_approvals, read_approvals_of
from ledger.store.changes import read_changes
from ledger.store.events import EventPick, read_event_rows, read_withdrawals
from ledger.store.fact_days import read_fact_days
from ledger.store.lines import LinePick, read_sums
from ledger.store.masters import read_hospitals
from ledger.store.rows import BREACHES, event_of
from ledger.voucher.registers import GROUNDS, note_register, standing_registers

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterable, Mapping, Sequence

    import sqlalchemy as sa

    from ledger.events.base import Event
    from ledger.events.citing import AmountChange
    from ledger.policy.facts import PostedVoucher
    from ledger.store.events import EventRow

#: Registered facts of a hospital's year that a posting looks at, in its own book.
LOOKED_AT = ("fund-gate", "assessment", "agreement", "prior-write-off")
#: What stops payments to a hospital, in every book of the area and for every year (甘肃·六).
STOPPING = ("recall", "recall-lift", "suspension", "payment-stop", "guarantee", "withdrawal")
#: What counts in what was paid.
PAID = ("disbursement", "payment-return", "opening-balance")
#: What a 核销后收回 is measured by.
LOST = ("write-off", "recovery")
LOSING = (*LOST, *DATED_BACK)
#: A leg: who lost by it, its debit and its credit.
MOVED = ("owner", "account", "against")
#: The breach by which an irregular payment went beyond the approved amount.
BEYOND = "LIMIT_EXCEEDED"
#: Words by which an event names another by its key.
NAMING_KEYS = ("event", "recall")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stood:
    """What was read: standings by hospital and year, gates by year, named events by key."""

    standings: dict[tuple[str, int], Standing]
    gates: dict[int, Gate]
    registers: dict[str, Registered]
    registered: list[Event]


def read_standing(
    conn: sa.Connection, book: str, events: Sequence[Event], vouchers: Collection[PostedVoucher]
) -> Stood:
    """Read what stands for every hospital year that events or corrected vouchers touch."""
    places = {(event.hospital, event.year) for event in events if event.hospital and event.year}
    for event in events:
        places |= set(held_by(getattr(event, "moves", ())))
    for voucher in vouchers:
        accounts = [account for leg in voucher.legs for account in (leg.debit, leg.credit)]
        places |= {(account.hospital, account.year) for account in accounts if account.hospital}
    found = Stood(standings={}, gates={}, registers={}, registered=[])
    read_named(conn, book, events, found.registers)
    places |= {(named.hospital, named.year) for named in found.registers.values()} - {("", 0)}
    if not places:
        return found
    years = sorted({year for _, year in places})
    hospitals = {hospital for hospital, _ in places}
    # A gate names no hospital, a withdrawal neither hospital nor year.
    named = {*hospitals, ""}
    grounds = replace(withdrawn_grounds(conn, book, events), hospitals=named)
    registered = chained_together(
        read_event_rows(conn, books_of_area(book), grounds),
        read_event_rows(conn, book, EventPick(kinds=LOOKED_AT, years=years, hospitals=named)),
        stopping_rows(conn, book, named),
    )
    found.registered.extend(registered)
    for event in standing_registers(registered):
        note_register(event, found.standings, found.gates, {})
    read_approvals_of(conn, book, places, found.standings)
    read_paid(conn, book, hospitals, years, found.standings)
    if any(event.KIND in LOST for event in events) or any(v.kind in LOST for v in vouchers):
        read_lost(conn, book, hospitals, years, found.standings)
    # Only what is later than a prepayment year can put one of its payments right.
    if any(event.date.year > years[0] for event in events):
        read_amended(conn, book, found.standings)
    return found


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


def chained_together(*groups: Iterable[EventRow]) -> list[Event]:
    """Make one list of events of several, book by book as they were chained."""
    rows = {(row["book"], row["chain_year"], row["position"]): row for g in groups for row in g}
    return [event_of(rows[place], ()) for place in sorted(rows)]


def not_withdrawn(events: Sequence[Event]) -> list[Event]:
    """Leave out what a withdrawal among the events has withdrawn, in its own book."""
    gone = {(event.book, event.event) for event in events if isinstance(event, Withdrawal)}
    return [event for event in events if (event.book, event.key) not in gone]


def read_area_wide(
    conn: sa.Connection, book: str, hospitals: Iterable[str]
) -> dict[tuple[str, int], Standing]:
    """Read what holds of hospitals in every book of an area: stops, halts and guarantees."""
    standings: dict[tuple[str, int], Standing] = {}
    for event in not_withdrawn(chained_together(stopping_rows(conn, book, {*hospitals, ""}))):
        note_register(event, standings, {}, {})
    return standings


def books_of_area(book: str) -> list[str]:
    """Name the books of a book's area: one for each fund."""
    area = book.partition("/")[0]
    return [f"{area}/{fund}" for fund in FUNDS]


def read_paid(
    conn: sa.Connection,
    book: str,
    hospitals: Iterable[str],
    years: Sequence[int],
    standings: dict[tuple[str, int], Standing],
) -> None:
    """Count 拨付 less 退汇, and the 期初, into what was paid; note the accounts paid."""
    pick = EventPick(kinds=PAID, hospitals=set(hospitals), years=years, standing=True)
    rows = read_event_rows(conn, book, pick)
    changes = read_changes(conn, book, (row["id"] for row in rows))
    contents = {row["id"]: json.loads(row["content"]) for row in rows}
    unnamed = {
        row["hospital"]
        for row in rows
        if row["kind"] == "disbursement" and not contents[row["id"]].get("payee_account")
    }
    listed = read_hospitals(conn, date.max, unnamed) if unnamed else {}
    beyond: dict[tuple[str, int], int] = {}
    approvals = read_approvals(conn, book, (row for row in rows if exceeding(row, contents)))
    for row in rows:
        place = (row["hospital"], row["year"])
        content = contents[row["id"]]
        fen = counted(row, content, changes.get(row["id"], UNCHANGED))
        standing = standing_at(standings, *place)
        accounts, paid = standing.accounts, standing.paid_fen + fen
        bounced = standing.bounced_fen - (fen if row["kind"] == "payment-return" else 0)
        if row["kind"] == "disbursement":
            account = content.get("payee_account", "")
            if not account and row["hospital"] in listed:
                account = account_paid(
                    listed[row["hospital"]].accounts, date.fromisoformat(row["date"])
                )
            accounts |= {account}
        if exceeding(row, contents):
            then = [fen for at, fen in approvals.get(place, ()) if at < chained(row)]
            over = paid - (then[-1] if then else paid)
            beyond[place] = beyond.get(place, 0) + max(min(fen, over), 0)
        day = counted_day(row["kind"], row["date"])
        moved = (*standing.paid, (day, fen))
        standings[place] = replace(standing, paid=moved, accounts=accounts, bounced_fen=bounced)
    read_given_back(conn, book, beyond, standings)


def read_lost(
    conn: sa.Connection,
    book: str,
    hospitals: Iterable[str],
    years: Sequence[int],
    standings: dict[tuple[str, int], Standing],
) -> None:
    """Count what was written off, and what came back since; red takes back, 差额 changes."""
    pick = LinePick(kinds=LOSING, movements=LOST, hospitals=set(hospitals), years=years)
    sums = read_sums(conn, book, pick, ("year", "movement", "day", "apart", *MOVED))
    days = read_fact_days(conn, book, (apart for _, _, _, apart, *_ in sums))
    moves: dict[tuple[str, int, str, str, str], int] = {}
    for (year, movement, day, apart, owner, account, against), (legs, _) in sums.items():
        # What leaves 1101 was written off, what enters a bank account came back.
        lent = [is_under(code, TEMPORARY_PAYMENT) for code in (account, against)]
        fen = legs if lent[1] or (not lent[0] and account.startswith("100")) else -legs
        place = (owner, year, movement, day, apart)
        moves[place] = moves.get(place, 0) + fen
    for (owner, year, movement, day, apart), fen in sorted(moves.items()):
        standing = standing_at(standings, owner, year)
        moved = (days.get(apart, day), fen)
        if movement == "recovery":
            standing = replace(standing, recovered=(*standing.recovered, moved))
        else:
            standing = replace(standing, written_off=(*standing.written_off, moved))
        standings[owner, year] = standing


def read_amended(
    conn: sa.Connection, book: str, standings: dict[tuple[str, int], Standing]
) -> None:
    """Count what a payment of a prior year, put right a year later, paid more or less."""
    found = read_event_rows(conn, book, EventPick(kinds=("amend",), standing=True, posted=True))
    rows = [row for row in found if row["movement"] == "disbursement"]
    days = read_fact_days(conn, book, (row["id"] for row in rows))
    for row in sorted(rows, key=lambda row: row["id"]):
        for place, fen in held_by(json.loads(row["content"])["moves"]).items():
            if place in standings:
                paid = (*standings[place].paid, (days[row["id"]], fen))
                standings[place] = replace(standings[place], paid=paid)


def exceeding(row: EventRow, contents: Mapping[str, Mapping[str, Any]]) -> bool:
    """Tell a payment that the bank made beyond the approved amount."""
    breaches = contents[row["id"]].get(BREACHES, ()) if row["irregular"] else ()
    return row["kind"] == "disbursement" and any(breach[0] == BEYOND for breach in breaches)


def counted(row: EventRow, content: Mapping[str, str], change: AmountChange) -> int:
    """Give what a posted event adds to what was paid to a hospital for a year.

    A 期初 of 1101 in mid-year brings what was paid to date: its 借方累计, else the balance.
    """
    if row["kind"] == "opening-balance":
        if content["account"] != TEMPORARY_PAYMENT:
            return 0
        given = content.get("debit_to_date")
        return (parse_fen(given) if given else int(row["amount_fen"])) + change.whole_fen
    fen = int(row["amount_fen"]) + change.bank_fen
    return fen if row["kind"] == "disbursement" else -fen


def read_given_back(
    conn: sa.Connection,
    book: str,
    beyond: Mapping[tuple[str, int], int],
    standings: dict[tuple[str, int], Standing],
) -> None:
    """Take what was paid `beyond` the approved amount, and has come back, out of what was paid.

    The bank paid twice and the hospital returned the second. What was within the amount approved
    then, or went against another rule only, has used the quota like any payment.
    """
    places = set(beyond)
    pick = EventPick(
        kinds=("repayment",),
        hospitals={hospital for hospital, _ in places},
        years={year for _, year in places},
        standing=True,
    )
    left = dict(beyond)
    rows = read_event_rows(conn, book, pick)
    for row in sorted(rows, key=lambda row: (row["date"], row["id"])):
        place = (row["hospital"], row["year"])
        if freed := min(left.get(place, 0), row["amount_fen"]):
            left[place] -= freed
            moved = (*standings[place].paid, (row["date"], -freed))
            standings[place] = replace(standings[place], paid=moved)


def read_named(
    conn: sa.Connection, book: str, events: Iterable[Event], registers: dict[str, Registered]
) -> None:
    """Read the events that others name by their keys."""
    keys = {key for event in events for word in NAMING_KEYS if (key := getattr(event, word, ""))}
    if not keys:
        return
    withdrawn = read_withdrawals(conn, book)
    lifted = read_lifted(conn, book, withdrawn)
    for row in read_event_rows(conn, book, EventPick(keys=keys)):
        registers[row["key"]] = Registered(
            key=row["key"],
            kind=row["kind"],
            hospital=row["hospital"],
            year=row["year"],
            date=date.fromisoformat(row["date"]),
            withdrawn=row["key"] in withdrawn,
            irregular=bool(row["irregular"]),
            lifted=row["key"] in lifted,
            approved_by=row["approved_by"],
        )


def read_lifted(conn: sa.Connection, book: str, withdrawn: Container[str]) -> set[str]:
    """Read the keys of recalls that were lifted; a lifting that was withdrawn lifts nothing."""
    rows = read_event_rows(conn, book, EventPick(kinds=(RecallLift.KIND,)))
    kept = [row for row in rows if row["key"] not in withdrawn]
    return {json.loads(row["content"])["recall"] for row in kept}
