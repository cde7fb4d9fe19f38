"""Reads on which day vouchers count that count on another day than their own.

A red voucher, a difference or a later year's correction counts on the day of the fact that it
corrects, however many corrections lie between; a 退汇 on the day of the payment that it names:
the hospital never had the money. Only what is asked for is looked at, a step for all at once.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from ledger.events.booked.disbursement import Disbursement
from ledger.events.booked.payment_return import PaymentReturn
from ledger.events.corrections.correcting import DATED_BACK, counted_day
from ledger.store.relations.events import EventPick, read_event_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import sqlalchemy as sa

    from ledger.store.relations.events import EventRow


def read_roots(conn: sa.Connection, book: str, ids: Iterable[str]) -> dict[str, EventRow]:
    """Read the first voucher of the fact that each voucher counts within; itself for any other."""
    roots: dict[str, EventRow] = {}
    waiting = {id_: id_ for id_ in ids if id_}
    while waiting:
        rows = read_event_rows(conn, book, EventPick(ids=set(waiting.values())))
        found = {row["id"]: row for row in rows}
        reached = {id_: found[at] for id_, at in waiting.items() if at in found}
        roots |= reached
        waiting = named_further(reached)
    return roots


def named_further(reached: Mapping[str, EventRow]) -> dict[str, str]:
    """Return what the corrections among rows correct, by the ids from which they were reached."""
    return {id_: row["corrects"] for id_, row in reached.items() if row["kind"] in DATED_BACK}


def read_fact_days(conn: sa.Connection, book: str, ids: Iterable[str]) -> dict[str, str]:
    """Read the day on which vouchers count (`events/corrections/correcting.fact_day`), by id."""
    roots = read_roots(conn, book, ids)
    return {id_: counted_day(root["kind"], str(root["date"])) for id_, root in roots.items()}


def read_root_days(
    conn: sa.Connection, book: str, ids: Iterable[str]
) -> dict[str, tuple[str, str]]:
    """Read the fact that each correction counts within, and its own day, by the correcting id."""
    roots = read_roots(conn, book, ids)
    return {
        id_: (root["id"], str(root["date"])) for id_, root in roots.items() if root["id"] != id_
    }


def read_held_days(conn: sa.Connection, book: str, ids: Iterable[str]) -> dict[str, str]:
    """Read the day on which vouchers count for what a hospital held, by id."""
    roots = read_roots(conn, book, ids)
    named = {
        root["id"]: json.loads(root["content"])["disbursement"]
        for root in roots.values()
        if root["kind"] == PaymentReturn.KIND
    }
    pick = EventPick(kinds=(Disbursement.KIND,), keys=set(named.values()))
    paid: dict[str, str] = {row["key"]: row["date"] for row in read_event_rows(conn, book, pick)}
    return {
        id_: paid.get(named.get(root["id"], ""), str(root["date"])) for id_, root in roots.items()
    }
