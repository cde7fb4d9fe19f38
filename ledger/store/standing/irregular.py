"""Reads the special cases (特殊情况) of a book, and whether and how each was put right."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ledger.basis.statutory import TEMPORARY_PAYMENT
from ledger.events.citing import UNCHANGED
from ledger.masters.chart import is_under
from ledger.policy.irregular import Cured, Irregular, standing_of
from ledger.store.masters import read_hospitals
from ledger.store.relations.changes import read_changes
from ledger.store.relations.corrections import read_corrections_of
from ledger.store.relations.events import EventPick, read_event_rows
from ledger.store.relations.lines import LinePick, read_lines
from ledger.store.relations.papers import read_posted_papers
from ledger.store.rows import event_of
from ledger.store.standing.approved import read_approved
from ledger.store.vouchers.balances import read_accounts
from ledger.store.vouchers.vouchers import breaches_of
from ledger.voucher.shown import voucher_label
from ledger.voucher.special_cases import cures_standing, day_ends, over_by_themselves

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    import sqlalchemy as sa

    from ledger.events.base import Event
    from ledger.masters.chart import Account
    from ledger.masters.hospital import Hospital
    from ledger.policy.irregular import CasesStanding
    from ledger.store.relations.events import EventRow
    from ledger.voucher.shown import Voucher
    from ledger.voucher.special_cases import DayEnds, Place

CURING = ("cure", "withdrawal")
#: The kind whose own amount is not its voucher's: a difference says nothing of it.
APART = "settlement-offset"


@dataclass(frozen=True, slots=True, kw_only=True)
class Until:
    """Up to which day cases count (by 记账日期), and by which day they may have been cured."""

    booked: dt.date = dt.date.max
    cured: dt.date = dt.date.max


def read_irregular(
    conn: sa.Connection, book: str, until: Until | None = None, *, ids: Iterable[str] = ()
) -> list[Irregular]:
    """Read a book's special cases in order of voucher, or those of `ids` alone.

    Few events are irregular: an index holds these only, so that a book without any costs one
    look, however long its history.
    """
    until = until or Until()
    rows = irregular_rows(conn, book, until.booked, tuple(ids))
    if not rows:
        return []
    cases = cases_booked(conn, book, rows)
    cures = cures_standing(read_cures(conn, book, until.cured))
    reds = read_reds(conn, book, [case.id for case in cases], until.cured)
    cases = [replace(case, cured=reds.get(case.id) or cures.get(case.key)) for case in cases]
    return with_ends(conn, book, cases, until.cured)


def cases_booked(conn: sa.Connection, book: str, rows: Sequence[EventRow]) -> list[Irregular]:
    """Read the cases of rows as they were booked, with what differences have added to them."""
    changes = read_changes(conn, book, (row["id"] for row in rows if row["kind"] != APART))
    named = read_hospitals(conn, dt.date.max, {row["hospital"] for row in rows})
    return [
        case_of(row, named.get(row["hospital"]), changes.get(row["id"], UNCHANGED).whole_fen)
        for row in rows
    ]


def count_standing(conn: sa.Connection, book: str, day: dt.date = dt.date.max) -> CasesStanding:
    """Count a book's special cases, booked by a day, that stand now."""
    return standing_of(read_irregular(conn, book, Until(booked=day)))


def with_cases(conn: sa.Connection, book: str, vouchers: Sequence[Voucher]) -> list[Voucher]:
    """Tell of vouchers which special case each is, and whether it has been put right."""
    ids = [voucher.id for voucher in vouchers if voucher.irregular]
    if not ids:
        return list(vouchers)
    cases = {case.id: case for case in read_irregular(conn, book, ids=ids)}
    return [replace(voucher, case=cases.get(voucher.id)) for voucher in vouchers]


def irregular_rows(
    conn: sa.Connection, book: str, booked: dt.date, ids: tuple[str, ...]
) -> list[EventRow]:
    """Read the irregular events that have vouchers, in order of voucher."""
    pick = EventPick(irregular=True, posted=True, booked_to=str(booked), ids=ids or None)
    rows = read_event_rows(conn, book, pick)
    return sorted(rows, key=lambda row: (row["period"], row["number"]))


def case_of(row: EventRow, hospital: Hospital | None, change_fen: int) -> Irregular:
    """Put one case together; what differences have changed counts in its amount."""
    content = json.loads(row["content"])
    return Irregular(
        book=row["book"],
        id=row["id"],
        key=row["key"],
        kind=row["kind"],
        voucher=voucher_label(row["period"], row["number"]),
        hospital=row["hospital"],
        holder=hospital.name if hospital else row["hospital"],
        year=row["year"],
        date=dt.date.fromisoformat(row["date"]),
        booked=dt.date.fromisoformat(row["booked"]),
        amount_fen=row["amount_fen"] + change_fen,
        reason=content.get("reason") or content.get("summary", ""),
        breaches=breaches_of(row["content"]),
        prepared_by=row["prepared_by"],
        approved_by=row["approved_by"],
        cured=None,
    )


def read_cures(conn: sa.Connection, book: str, by: dt.date) -> list[Event]:
    """Read what cured a book's cases, and what withdrew it, by a day, with the papers.

    A cure whose withdrawal came later than `by` still stood then.
    """
    rows = read_event_rows(conn, book, EventPick(kinds=CURING, booked_to=str(by)))
    papers = read_posted_papers(conn, book, (row["id"] for row in rows if row["kind"] == "cure"))
    return [event_of(row, papers.get(row["id"], ())) for row in rows]


def read_reds(conn: sa.Connection, book: str, ids: Sequence[str], by: dt.date) -> dict[str, Cured]:
    """Read which cases a red voucher has taken back by a day."""
    links = read_corrections_of(conn, book, ids)
    named = {link.voucher for link in links if link.form == "red"}
    rows = read_event_rows(conn, book, EventPick(ids=named, posted=True, booked_to=str(by)))
    return {
        row["corrects"]: Cured(
            how="red",
            date=dt.date.fromisoformat(row["booked"]),
            key=voucher_label(row["period"], row["number"]),
            reason=json.loads(row["content"]).get("reason", ""),
            papers=(),
        )
        for row in rows
    }


def with_ends(
    conn: sa.Connection, book: str, cases: Sequence[Irregular], by: dt.date
) -> list[Irregular]:
    """Mark the payments that have ended of themselves by a day."""
    places = {(case.hospital, case.year) for case in cases if case.may_end}
    if not places:
        return list(cases)
    years, hospitals = {year for _, year in places}, {hospital for hospital, _ in places}
    balances = read_day_ends(conn, book, places, by)
    approved = read_approved(conn, book, years, hospitals=hospitals, until=str(by))
    return over_by_themselves(cases, balances, approved)


def read_day_ends(
    conn: sa.Connection, book: str, places: Collection[Place], by: dt.date
) -> dict[Place, DayEnds]:
    """Read what each hospital's year held at the end of every day that moved it."""
    hospitals = {hospital for hospital, _ in places}
    leaves = read_accounts(conn, book, hospitals=hospitals)
    held = {code for code, leaf in leaves.items() if is_held_at(leaf.account, places)}
    moved: dict[Place, list[tuple[dt.date, int]]] = {}
    for line in read_lines(conn, book, LinePick(leaves=held, until=str(by))):
        place = (line.hospital, line.leaf_year)
        moved.setdefault(place, []).append((line.booked, line.net_fen))
    return {place: day_ends(days) for place, days in moved.items()}


def is_held_at(account: Account, places: Collection[Place]) -> bool:
    """Return whether a leaf holds the prepayment of one of these hospital years."""
    held = (account.hospital, account.year) in places
    return held and is_under(account.code, TEMPORARY_PAYMENT)
