"""Reads what may rest on facts that are about to change, as it stands, with its vouchers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.masters.chart_file import load_chart
from ledger.store.facts import read_facts
from ledger.store.masters import read_books
from ledger.store.relations.events import EventPick, read_event_rows
from ledger.store.standing.standing import books_of_area
from ledger.store.vouchers.histories import as_they_stand
from ledger.voucher.resting import AREA_KINDS, RESTING, UNNAMED, Dependent, Far, grounds_of, watch
from ledger.voucher.shown import voucher_label

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Sequence

    import sqlalchemy as sa

    from ledger.events.base import Event
    from ledger.masters.book import Book
    from ledger.masters.chart import FundChart
    from ledger.policy.facts import Facts
    from ledger.policy.profile import Policy
    from ledger.store.relations.events import EventRow
    from ledger.voucher.cited import Cited
    from ledger.voucher.resting import Ground


def read_facts_and_rest(
    conn: sa.Connection,
    book: Book,
    chart: FundChart,
    events: Sequence[Event],
    today: datetime.date,
    policy: Policy | None = None,
) -> tuple[Facts, Cited, list[Dependent]]:
    """Read what the checks of events need, and what rests on the facts that they change.

    Most batches change no fact, and cost nothing more.
    """
    facts, cited = read_facts(conn, book, chart, events, today, policy)
    grounds = grounds_of(events, facts, cited)
    if not grounds and not cited.histories:
        return facts, cited, []
    dependents = read_dependents(conn, book.code, grounds, chart)
    said = [event for item in dependents for event in item.events]
    # A fact that is said anew stands for what the books will be asked of it.
    said += [event for history in cited.histories.values() for event in history.state(chart)]
    facts, cited = read_facts(conn, book, chart, [*events, *said], today, facts.policy)
    return facts, cited, dependents


def read_far(
    conn: sa.Connection, events: Sequence[Event], facts: Facts, cited: Cited
) -> tuple[Far, ...]:
    """Read what may rest, in the area's other books, on what these events change in their own."""
    grounds = [one for one in grounds_of(events, facts, cited) if one.kind in AREA_KINDS]
    books = read_books(conn) if grounds else {}
    charts = load_chart() if grounds else {}
    found: list[Far] = []
    for code in books_of_area(facts.book.code):
        if code == facts.book.code or code not in books:
            continue
        chart = charts[books[code].fund]
        dependents = read_dependents(conn, code, grounds, chart)
        said = [event for item in dependents for event in item.events]
        if said:
            seen, noted = read_facts(conn, books[code], chart, said, facts.today)
            watched = watch((), dependents, seen, noted)
            found.append(Far(watched=watched, facts=seen, cited=noted))
    return tuple(found)


def read_dependents(
    conn: sa.Connection, book: str, grounds: Iterable[Ground], chart: FundChart
) -> list[Dependent]:
    """Read the posted facts that may rest on grounds, in the order of the chain."""
    rows: dict[str, EventRow] = {}
    for kinds, hospitals, years in asked(grounds):
        pick = EventPick(
            kinds=kinds,
            hospitals=hospitals or None,
            years=years or None,
            standing=True,
            posted=True,
        )
        rows |= {row["id"]: row for row in read_event_rows(conn, book, pick)}
    ordered = sorted(rows.values(), key=lambda row: (row["chain_year"], row["position"]))
    return [
        Dependent(
            root=row["id"],
            label=voucher_label(row["period"], row["number"]),
            events=tuple(now),
        )
        for row, now in as_they_stand(conn, book, ordered, chart)
        if now
    ]


def asked(
    grounds: Iterable[Ground],
) -> list[tuple[tuple[str, ...], Sequence[str], Sequence[int]]]:
    """Put what is asked of grounds together: kinds, hospitals and years, () for all."""
    together: dict[tuple[tuple[str, ...], tuple[int, ...], bool], set[str]] = {}
    for ground in grounds:
        kinds = RESTING[ground.kind]
        named = tuple(kind for kind in kinds if kind not in UNNAMED)
        unnamed = tuple(kind for kind in kinds if kind in UNNAMED)
        years = tuple(sorted(ground.years))
        if named:
            key = (named, years, bool(ground.hospitals))
            together.setdefault(key, set()).update(ground.hospitals)
        if unnamed:
            together.setdefault((unnamed, (), False), set())
    return [(kinds, sorted(hospitals), years) for (kinds, years, _), hospitals in together.items()]
