"""Reads 登记事项 back: events that were chained without a voucher."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ledger.events.kinds import KINDS, LEGLESS
from ledger.events.registers.acknowledgement import Acknowledgement
from ledger.masters.duties import role_to_approve
from ledger.masters.stand_in import steps_stood
from ledger.store.relations.events import YEARS, EventPick, read_event_rows, read_kept_rows
from ledger.store.relations.papers import papered, read_posted_papers
from ledger.store.rows import event_of
from ledger.store.signing.people import read_stand_ins
from ledger.voucher.shown import RegisterEntry

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    import sqlalchemy as sa

    from ledger.events.base import Event
    from ledger.masters.stand_in import StandIn, Step
    from ledger.store.relations.events import EventRow


def read_register_entries(
    conn: sa.Connection,
    book: str,
    *,
    year: int = 0,
    first: str = "",
    last: str = "",
    hospital: str = "",
) -> list[RegisterEntry]:
    """Read 登记事项 in order of the chain: of a year, of the months `first` … `last`, or all.

    `hospital` keeps those that name it.
    """
    # A month is a prefix of its days: what begins with it stands before the next sign.
    pick = EventPick(
        kinds=LEGLESS,
        # An index finds a hospital within its kind and year: all of them are asked for.
        years=YEARS if hospital else None,
        hospitals=(hospital,) if hospital else None,
        booked_from=f"{year}-01" if year else first,
        booked_to=f"{year}-99" if year else last and f"{last}-99",
    )
    stand_ins = read_stand_ins(conn)
    return [entry_of(row, stand_ins) for row in read_event_rows(conn, book, pick)]


def find_register(conn: sa.Connection, book: str, key: str) -> RegisterEntry | None:
    """Find the 登记事项 of a business key; None where there is none."""
    rows = read_event_rows(conn, book, EventPick(keys=(key,), kinds=LEGLESS))
    return entry_of(rows[0], read_stand_ins(conn)) if rows else None


def read_register_events(conn: sa.Connection, book: str, ids: Iterable[str]) -> dict[str, Event]:
    """Read what 登记事项 say, with their papers, by id."""
    rows = read_event_rows(conn, book, EventPick(ids=tuple(ids)))
    papers = read_posted_papers(conn, book, (row["id"] for row in rows))
    return {row["id"]: event_of(row, papers.get(row["id"], ())) for row in rows}


def read_registers(
    conn: sa.Connection,
    books: str | Iterable[str],
    kinds: Collection[str],
    *,
    year: int = 0,
    hospitals: Collection[str] | None = None,
) -> list[Event]:
    """Read 登记事项 of these kinds that stand, with their papers, as they were chained.

    `year` narrows to a prepayment year, `hospitals` to some.
    """
    # An index finds a hospital within its kind and year: all of them are asked for.
    every = None if hospitals is None else YEARS
    pick = EventPick(kinds=kinds, years=(year,) if year else every, hospitals=hospitals)
    return papered(conn, read_kept_rows(conn, books, pick))


def standing_acknowledgements(conn: sa.Connection, book: str) -> list[Acknowledgement]:
    """Read the 验证事项说明 that stand in a book, in the order in which they were chained."""
    pick = EventPick(kinds=(Acknowledgement.KIND,))
    events = [event_of(row, ()) for row in read_kept_rows(conn, book, pick)]
    return [event for event in events if isinstance(event, Acknowledgement)]


def entry_of(row: EventRow, stand_ins: Sequence[StandIn]) -> RegisterEntry:
    """Put one 登记事项 together."""
    return RegisterEntry(
        book=row["book"],
        id=row["id"],
        key=row["key"],
        kind=row["kind"],
        date=date.fromisoformat(row["date"]),
        booked=date.fromisoformat(row["booked"]),
        hospital=row["hospital"],
        year=row["year"],
        prepared_by=row["prepared_by"],
        prepared_at=row["prepared_at"],
        approved_by=row["approved_by"],
        approved_at=row["approved_at"],
        origin=row["origin"],
        chain_year=row["chain_year"],
        position=row["position"],
        fact_digest=row["fact_digest"],
        link=row["link"],
        stood=steps_stood(stand_ins, steps_of(row)),
    )


def steps_of(row: EventRow) -> tuple[Step, ...]:
    """List who took which step of a 登记事项, in which role, and when."""
    asked = role_to_approve(
        chief=KINDS[row["kind"]].CHIEF,
        irregular=bool(row["irregular"]),
        prepared_by=row["prepared_by"],
    )
    return (
        ("prepared_by", "preparer", row["prepared_by"], row["prepared_at"]),
        ("approved_by", asked, row["approved_by"], row["approved_at"]),
    )
