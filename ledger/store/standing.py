"""Reads what stands for the hospital years that events name: approved, paid, agreed, stopped."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from ledger.basis.money import parse_fen
from ledger.basis.statutory import TEMPORARY_PAYMENT
from ledger.basis.terms import FUNDS
from ledger.events.checks import UNCHANGED
from ledger.events.correcting import DATED_BACK, counted_day
from ledger.events.moves import held_by
from ledger.events.withdrawal import Withdrawal
from ledger.masters.hospital import account_paid
from ledger.policy.standing import Gate, Registered, Standing, standing_at
from ledger.store import schema as s
from ledger.store.approvals import chained, read_approvals, read_approvals_of
from ledger.store.changes import not_taken_back, read_changes, read_fact_days
from ledger.store.masters import chunks, read_hospitals
from ledger.store.rows import BREACHES, event_of
from ledger.voucher.registers import GROUNDS, note_register, standing_registers

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from ledger.events.base import Event
    from ledger.events.checks import AmountChange
    from ledger.policy.facts import PostedVoucher

#: Registered facts of a hospital's year that a posting looks at, in its own book.
LOOKED_AT = ("fund-gate", "assessment", "agreement", "prior-write-off")
#: What stops payments to a hospital, in every book of the area and for every year (甘肃·六).
STOPPING = ("recall", "recall-lift", "suspension", "payment-stop", "guarantee", "withdrawal")
#: What counts in what was paid.
PAID = ("disbursement", "payment-return", "opening-balance")
#: What a 核销后收回 is measured by.
LOST = ("write-off", "recovery")
#: The columns that counting looks at.
COUNTED = (
    *("id", "kind", "hospital", "year", "date", "amount_fen", "irregular", "content"),
    *("chain_year", "position"),
)
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
    e = s.event.c
    # A gate names no hospital, a withdrawal neither hospital nor year: one query reads all.
    grounds = withdrawn_grounds(conn, book, events)
    wanted = sa.or_(
        sa.and_(e.book.in_(books_of_area(book)), e.key.in_(grounds), e.kind.in_(GROUNDS)),
        sa.and_(e.book == book, e.kind.in_(LOOKED_AT), e.year.in_(years)),
        sa.and_(e.book.in_(books_of_area(book)), e.kind.in_(STOPPING)),
    )
    registered = read_events(conn, {*hospitals, ""}, wanted)
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


def withdrawn_grounds(conn: sa.Connection, book: str, events: Iterable[Event]) -> list[str]:
    """Name what was withdrawn in the area, or is being withdrawn, of what a 核定 may rest on."""
    keys = {event.event for event in events if isinstance(event, Withdrawal)}
    for one in books_of_area(book):
        keys |= read_withdrawn(conn, one)
    e = s.event.c
    found: list[str] = []
    for part in chunks(keys):
        query = sa.select(e.key).where(
            e.book.in_(books_of_area(book)), e.key.in_(part), e.kind.in_(GROUNDS)
        )
        found += conn.execute(query.order_by(e.key)).scalars()
    return found


def not_withdrawn(events: Sequence[Event]) -> list[Event]:
    """Leave out what a withdrawal among the events has withdrawn, in its own book."""
    gone = {(event.book, event.event) for event in events if isinstance(event, Withdrawal)}
    return [event for event in events if (event.book, event.key) not in gone]


def read_area_wide(
    conn: sa.Connection, book: str, hospitals: Iterable[str]
) -> dict[tuple[str, int], Standing]:
    """Read what holds of hospitals in every book of an area: stops, halts and guarantees."""
    e = s.event.c
    wanted = sa.and_(e.book.in_(books_of_area(book)), e.kind.in_(STOPPING))
    standings: dict[tuple[str, int], Standing] = {}
    for event in not_withdrawn(read_events(conn, {*hospitals, ""}, wanted)):
        note_register(event, standings, {}, {})
    return standings


def read_registers(
    conn: sa.Connection,
    book: str,
    hospitals: Iterable[str],
    years: Sequence[int],
    kinds: Sequence[str],
) -> list[Event]:
    """Read registered facts of hospitals and years, in the order they were chained."""
    e = s.event.c
    return read_events(
        conn, hospitals, sa.and_(e.book == book, e.year.in_(years), e.kind.in_(kinds))
    )


def read_events(
    conn: sa.Connection, hospitals: Iterable[str], wanted: sa.ColumnElement[bool]
) -> list[Event]:
    """Read events of hospitals without their papers, book by book as they were chained."""
    e = s.event
    rows: list[dict[str, Any]] = []
    for part in chunks(hospitals):
        query = sa.select(e).where(wanted, e.c.hospital.in_(part))
        rows += [dict(row) for row in conn.execute(query).mappings()]
    rows.sort(key=lambda row: (row["book"], row["chain_year"], row["position"]))
    return [event_of(row, ()) for row in rows]


def books_of_area(book: str) -> list[str]:
    """Name the books of a book's area: one for each fund."""
    area = book.partition("/")[0]
    return [f"{area}/{fund}" for fund in FUNDS]


def read_withdrawn(conn: sa.Connection, book: str) -> set[str]:
    """Read the keys of registered facts that were withdrawn."""
    e = s.event.c
    query = sa.select(e.content).where(
        e.book == book, e.hospital == "", e.year == 0, e.kind == "withdrawal"
    )
    return {json.loads(content)["event"] for content in conn.execute(query).scalars()}


def read_paid(
    conn: sa.Connection,
    book: str,
    hospitals: Iterable[str],
    years: Sequence[int],
    standings: dict[tuple[str, int], Standing],
) -> None:
    """Count 拨付 less 退汇, and the 期初, into what was paid; note the accounts paid."""
    e = s.event
    rows: list[Any] = []
    for part in chunks(hospitals):
        query = sa.select(*(e.c[name] for name in COUNTED)).where(
            e.c.book == book,
            e.c.hospital.in_(part),
            e.c.year.in_(years),
            e.c.kind.in_(PAID),
            not_taken_back(e),
        )
        rows += conn.execute(query).all()
    changes = read_changes(conn, book, (row.id for row in rows))
    contents = {row.id: json.loads(row.content) for row in rows}
    unnamed = {
        row.hospital
        for row in rows
        if row.kind == "disbursement" and not contents[row.id].get("payee_account")
    }
    listed = read_hospitals(conn, date.max, unnamed) if unnamed else {}
    beyond: dict[tuple[str, int], int] = {}
    approvals = read_approvals(conn, book, (row for row in rows if exceeding(row, contents)))
    for row in sorted(rows, key=chained):
        place = (row.hospital, row.year)
        content = contents[row.id]
        fen = counted(row, content, changes.get(row.id, UNCHANGED))
        standing = standing_at(standings, *place)
        accounts, paid = standing.accounts, standing.paid_fen + fen
        bounced = standing.bounced_fen - (fen if row.kind == "payment-return" else 0)
        if row.kind == "disbursement":
            account = content.get("payee_account", "")
            if not account and row.hospital in listed:
                account = account_paid(listed[row.hospital].accounts, date.fromisoformat(row.date))
            accounts |= {account}
        if exceeding(row, contents):
            then = [fen for at, fen in approvals.get(place, ()) if at < chained(row)]
            over = paid - (then[-1] if then else paid)
            beyond[place] = beyond.get(place, 0) + max(min(fen, over), 0)
        day = counted_day(row.kind, row.date)
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
    e, v, g = s.event.c, s.voucher.c, s.leg.c
    # What leaves 1101 was written off, what enters a bank account came back; an amend reverses.
    lost = sa.case(
        (g.credit.startswith(f"{TEMPORARY_PAYMENT}."), g.amount_fen),
        (g.debit.startswith(f"{TEMPORARY_PAYMENT}."), -g.amount_fen),
        (g.debit.startswith("100"), g.amount_fen),
        else_=-g.amount_fen,
    )
    rows: list[Any] = []
    root = sa.case((e.kind.in_(DATED_BACK), e.id), else_="").label("root_of")
    for part in chunks(hospitals):
        query = (
            sa.select(e.hospital, e.year, v.movement, e.date, root, sa.func.sum(lost).label("fen"))
            .join(s.voucher, sa.and_(v.book == e.book, v.id == e.id))
            .join(s.leg, sa.and_(g.book == v.book, g.voucher == v.id))
            .where(
                e.book == book,
                e.kind.in_((*LOST, *DATED_BACK)),
                e.year.in_(years),
                e.hospital.in_(part),
                v.movement.in_(LOST),
            )
            .group_by(e.hospital, e.year, v.movement, e.date, sa.text("root_of"))
            .order_by(e.hospital, e.year, v.movement, e.date, sa.text("root_of"))
        )
        rows += conn.execute(query).all()
    days = read_fact_days(conn, book, (row.root_of for row in rows if row.root_of))
    for row in rows:
        standing = standing_at(standings, row.hospital, row.year)
        moved = (days[row.root_of] if row.root_of else row.date, int(row.fen))
        if row.movement == "recovery":
            standing = replace(standing, recovered=(*standing.recovered, moved))
        else:
            standing = replace(standing, written_off=(*standing.written_off, moved))
        standings[row.hospital, row.year] = standing


def read_amended(
    conn: sa.Connection, book: str, standings: dict[tuple[str, int], Standing]
) -> None:
    """Count what a payment of a prior year, put right a year later, paid more or less."""
    e, v = s.event.c, s.voucher.c
    query = (
        sa.select(e.id, e.content)
        .join(s.voucher, sa.and_(v.book == e.book, v.id == e.id))
        .where(e.book == book, e.kind == "amend", v.movement == "disbursement")
        .where(not_taken_back(s.event))
    )
    rows = conn.execute(query.order_by(e.id)).all()
    days = read_fact_days(conn, book, (row.id for row in rows))
    for row in rows:
        for place, fen in held_by(json.loads(row.content)["moves"]).items():
            if place in standings:
                paid = (*standings[place].paid, (days[row.id], fen))
                standings[place] = replace(standings[place], paid=paid)


def exceeding(row: Any, contents: Mapping[str, Mapping[str, Any]]) -> bool:
    """Tell a payment that the bank made beyond the approved amount."""
    breaches = contents[row.id].get(BREACHES, ()) if row.irregular else ()
    return row.kind == "disbursement" and any(breach[0] == BEYOND for breach in breaches)


def counted(row: Any, content: Mapping[str, str], change: AmountChange) -> int:
    """Give what a posted event adds to what was paid to a hospital for a year.

    A 期初 of 1101 in mid-year brings what was paid to date: its 借方累计, else the balance.
    """
    if row.kind == "opening-balance":
        if content["account"] != TEMPORARY_PAYMENT:
            return 0
        given = content.get("debit_to_date")
        return (parse_fen(given) if given else int(row.amount_fen)) + change.whole_fen
    fen = int(row.amount_fen) + change.bank_fen
    return fen if row.kind == "disbursement" else -fen


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
    e = s.event
    left = dict(beyond)
    for part in chunks(hospital for hospital, _ in beyond):
        query = sa.select(e.c.hospital, e.c.year, e.c.date, e.c.amount_fen).where(
            e.c.book == book,
            e.c.hospital.in_(part),
            e.c.year.in_(sorted({year for _, year in beyond})),
            e.c.kind == "repayment",
            not_taken_back(e),
        )
        for row in conn.execute(query.order_by(e.c.date, e.c.id)):
            place = (row.hospital, row.year)
            if freed := min(left.get(place, 0), row.amount_fen):
                left[place] -= freed
                moved = (*standings[place].paid, (row.date, -freed))
                standings[place] = replace(standings[place], paid=moved)


def read_named(
    conn: sa.Connection, book: str, events: Iterable[Event], registers: dict[str, Registered]
) -> None:
    """Read the events that others name by their keys."""
    keys = {key for event in events for word in NAMING_KEYS if (key := getattr(event, word, ""))}
    if not keys:
        return
    withdrawn = read_withdrawn(conn, book)
    lifted = read_lifted(conn, book, withdrawn)
    e = s.event
    for part in chunks(keys):
        for row in conn.execute(sa.select(e).where(e.c.book == book, e.c.key.in_(part))):
            registers[row.key] = Registered(
                key=row.key,
                kind=row.kind,
                hospital=row.hospital,
                year=row.year,
                date=date.fromisoformat(row.date),
                withdrawn=row.key in withdrawn,
                irregular=bool(row.irregular),
                lifted=row.key in lifted,
                approved_by=row.approved_by,
            )


def read_lifted(conn: sa.Connection, book: str, withdrawn: set[str]) -> set[str]:
    """Read the keys of recalls that were lifted; a lifting that was withdrawn lifts nothing."""
    e = s.event.c
    query = sa.select(e.key, e.content).where(e.book == book, e.kind == "recall-lift")
    return {
        json.loads(row.content)["recall"] for row in conn.execute(query) if row.key not in withdrawn
    }
