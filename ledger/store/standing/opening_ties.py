"""Reads whether the openings of 1101 and 2001 were compared with the general ledger (总账)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from ledger.basis.statutory import TEMPORARY_PAYMENT
from ledger.events.booked.opening_balance import OpeningBalance
from ledger.events.booked.opening_check import OpeningCheck
from ledger.events.citing import CONTROLLED, SHEET
from ledger.events.corrections.correcting import DATED_BACK
from ledger.store.relations.events import EventPick, read_event_rows, read_kept_rows
from ledger.store.relations.lines import LinePick, net_of, read_sums
from ledger.store.relations.papers import read_posted_papers

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import sqlalchemy as sa

    from ledger.events.base import Event
    from ledger.events.words import Paper


def read_opening_totals(conn: sa.Connection, book: str) -> dict[str, int]:
    """Add up the 期初 of each control account, on its own side, later corrections included."""
    kind = OpeningBalance.KIND
    pick = LinePick(kinds=(kind, *DATED_BACK), movements=(kind,))
    found = dict.fromkeys(CONTROLLED, 0)
    for (code,), sides in read_sums(conn, book, pick, ("account",)).items():
        head, _, below = code.partition(".")
        if head in found and below:
            found[head] += net_of(sides) if head == TEMPORARY_PAYMENT else -net_of(sides)
    return found


def read_asked_totals(conn: sa.Connection, book: str, events: Sequence[Event]) -> Mapping[str, int]:
    """Add the 期初 up where one of these events compares them; nothing otherwise."""
    asked = any(isinstance(event, OpeningCheck) for event in events)
    return read_opening_totals(conn, book) if asked else {}


def read_untied(conn: sa.Connection, book: str) -> Mapping[str, int]:
    """Return the openings that nobody has compared with the general ledger, by control account."""
    waiting = said_otherwise(read_opening_totals(conn, book), {})
    for read_totals in (read_compared, read_stated_totals):
        if waiting:
            waiting = said_otherwise(waiting, read_totals(conn, book))
    return waiting


def said_otherwise(totals: Mapping[str, int], said: Mapping[str, int]) -> dict[str, int]:
    """Keep the totals that are not what is said; where nothing is said, zero is."""
    return {code: fen for code, fen in totals.items() if fen != said.get(code, 0)}


def read_compared(conn: sa.Connection, book: str) -> dict[str, int]:
    """Read what 期初核对 say, by account; of several the newest counts."""
    kept = read_kept_rows(conn, book, EventPick(kinds=(OpeningCheck.KIND,)))
    return {
        code: row["amount_fen"]
        for row in kept
        for code in CONTROLLED
        if f'"{code}"' in row["content"]
    }


def read_stated_totals(conn: sa.Connection, book: str) -> dict[str, int]:
    """Add up the totals that sheets state of openings, by account."""
    rows = read_event_rows(conn, book, EventPick(kinds=(OpeningBalance.KIND,), standing=True))
    papers = read_posted_papers(conn, book, (row["id"] for row in rows))
    held: dict[str, list[Paper]] = {}
    for row in rows:
        account = json.loads(row["content"])["account"]
        held.setdefault(account, []).extend(papers.get(row["id"], ()))
    return {account: total_stated(cited) for account, cited in held.items()}


def total_stated(papers: Iterable[Paper]) -> int:
    """Add up the totals that sheets state, in fen; 0 where some row states none.

    Of one sheet the newest amount counts, as it does when its rows are recorded.
    """
    stated = [(paper.number, paper.amount_fen) for paper in papers if paper.type == SHEET]
    return sum(dict(stated).values()) if all(fen for _, fen in stated) else 0
