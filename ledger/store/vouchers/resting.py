"""Reads what may rest on facts that are about to change, as it stands, with its vouchers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

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
    from collections.abc import Iterable, Iterator, Sequence

    import sqlalchemy as sa

    from ledger.events.base import Event
    from ledger.masters.book import Book
    from ledger.masters.chart import FundChart
    from ledger.policy.facts import Facts
    from ledger.policy.profile import Policy
    from ledger.store.relations.events import EventRow
    from ledger.voucher.cited import Cited
    from ledger.voucher.resting import Ground


class Question(NamedTuple):
    """Facts of which kinds and years may rest on a ground; of hospitals `named`, or of all."""

    kinds: tuple[str, ...]
    years: tuple[int, ...]
    named: bool


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
    said = facts_said(dependents)
    # A fact that is said anew stands for what the books will be asked of it.
    said += [event for history in cited.histories.values() for event in history.state(chart)]
    facts, cited = read_facts(conn, book, chart, [*events, *said], today, facts.policy)
    return facts, cited, dependents


def read_far(
    conn: sa.Connection, events: Sequence[Event], facts: Facts, cited: Cited
) -> tuple[Far, ...]:
    """Read what may rest, in the area's other books, on what these events change in their own."""
    grounds = [one for one in grounds_of(events, facts, cited) if one.kind in AREA_KINDS]
    if not grounds:
        return ()
    charts = load_chart()
    found: list[Far] = []
    for book in books_beside(conn, facts.book):
        dependents = read_dependents(conn, book.code, grounds, charts[book.fund])
        if dependents:
            said = facts_said(dependents)
            seen, noted = read_facts(conn, book, charts[book.fund], said, facts.today)
            watched = watch((), dependents, seen, noted)
            found.append(Far(watched=watched, facts=seen, cited=noted))
    return tuple(found)


def books_beside(conn: sa.Connection, own: Book) -> list[Book]:
    """Read the other books of a book's area."""
    books = read_books(conn)
    codes = [code for code in books_of_area(own.code) if code != own.code]
    return [books[code] for code in codes if code in books]


def facts_said(dependents: Iterable[Dependent]) -> list[Event]:
    """Return what facts say now, one after another."""
    return [event for item in dependents for event in item.events]


def read_dependents(
    conn: sa.Connection, book: str, grounds: Iterable[Ground], chart: FundChart
) -> list[Dependent]:
    """Read the posted facts that may rest on grounds, in the order of the chain."""
    rows: dict[str, EventRow] = {}
    for pick in picks_of(grounds):
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


def picks_of(grounds: Iterable[Ground]) -> list[EventPick]:
    """Ask for what may rest on grounds, those of the same kinds and years together."""
    together: dict[Question, set[str]] = {}
    for ground in grounds:
        for question in questions_of(ground):
            together.setdefault(question, set()).update(ground.hospitals if question.named else ())
    return [
        EventPick(
            kinds=question.kinds,
            hospitals=sorted(hospitals) or None,
            years=question.years or None,
            standing=True,
            posted=True,
        )
        for question, hospitals in together.items()
    ]


def questions_of(ground: Ground) -> Iterator[Question]:
    """Return what is asked of a ground; kinds that name no hospital are asked for everywhere."""
    kinds = RESTING[ground.kind]
    unnamed = tuple(kind for kind in kinds if kind in UNNAMED)
    named = tuple(kind for kind in kinds if kind not in UNNAMED)
    if named:
        years = tuple(sorted(ground.years))
        yield Question(kinds=named, years=years, named=bool(ground.hospitals))
    if unnamed:
        yield Question(kinds=unnamed, years=(), named=False)
