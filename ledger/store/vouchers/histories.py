"""Reads facts as they stand: a voucher, the corrections beside it, and what took which back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from ledger.events.citing import citations
from ledger.events.corrections.correcting import counted_day
from ledger.policy.facts import PostedVoucher
from ledger.store.relations.corrections import read_corrections_of, read_family_links
from ledger.store.relations.events import EventPick, read_event_rows
from ledger.store.relations.papers import papered, read_evidence, read_new_papers
from ledger.store.rows import event_of
from ledger.store.vouchers.vouchers import Span, read_legs
from ledger.voucher.history import BESIDE, History, Member
from ledger.voucher.posting import form_of
from ledger.voucher.shown import voucher_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import sqlalchemy as sa

    from ledger.events.base import Event
    from ledger.events.words import Paper
    from ledger.masters.chart import FundChart
    from ledger.masters.leg import Leg
    from ledger.policy.facts import DocumentKey
    from ledger.store.relations.corrections import Link
    from ledger.store.relations.events import EventRow

#: Corrections that count within another voucher; a blue one says a fact anew.
WITHIN = ("red", *BESIDE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Histories:
    """Vouchers by id, and the facts that they belong to, by the id of the first voucher."""

    vouchers: dict[str, PostedVoucher]
    facts: dict[str, History]


NO_HISTORIES = Histories(vouchers={}, facts={})


class Family(NamedTuple):
    """The rows of whole facts, by id, with the first voucher of each one's fact.

    `reds` are the red vouchers, by what they take back.
    """

    rows: dict[str, dict[str, Any]]
    roots: dict[str, str]
    reds: dict[str, str]

    def is_red(self, id_: str) -> bool:
        """Return whether a voucher is a red one, or was taken back by one."""
        return id_ in self.reds or self.rows[id_]["form"] == "red"


def read_family(conn: sa.Connection, book: str, ids: Iterable[str], until: str = "") -> Family:
    """Read the rows of the whole facts that vouchers belong to, as they were booked by a day."""
    asked = set(ids)
    links = read_family_links(conn, book, asked, WITHIN)
    wanted = {*asked, *links, *(link.corrects for link in links.values())}
    rows = read_rows_of(conn, book, wanted, until)
    roots = {id_: root_of_link(id_, links) for id_ in rows}
    reds = {row["corrects"]: id_ for id_, row in rows.items() if row["form"] == "red"}
    return Family(rows, roots, reds)


def read_histories(conn: sa.Connection, book: str, ids: Iterable[str]) -> Histories:
    """Read vouchers with the whole facts that they belong to, in a handful of queries."""
    rows, roots, reds = family = read_family(conn, book, ids)
    if not rows:
        return NO_HISTORIES
    legs, _ = read_legs(conn, book, Span(ids=tuple(sorted(rows))))
    facts = gather(family, legs, read_evidence(conn, book, rows))
    redone = read_redone(conn, book, reds)
    moved = read_new_papers(conn, book, set(roots.values()))
    vouchers = {
        id_: posted_voucher(
            row,
            rows[roots[id_]],
            facts[roots[id_]],
            corrected_by=label_of(rows.get(reds.get(id_, ""))),
            redone_by=redone.get(id_, ()),
            papers_by=moved[roots[id_]].key if roots[id_] in moved else "",
            legs=legs[id_],
        )
        for id_, row in rows.items()
    }
    return Histories(vouchers=vouchers, facts=facts)


def posted_voucher(
    row: Mapping[str, Any],
    root: Mapping[str, Any],
    fact: History,
    *,
    corrected_by: str,
    redone_by: tuple[str, ...],
    papers_by: str,
    legs: Sequence[Leg],
) -> PostedVoucher:
    """Put one voucher together, with the fact that it belongs to and that fact's first row."""
    return PostedVoucher(
        id=row["id"],
        key=row["key"],
        kind=row["movement"],
        period=row["period"],
        number=row["number"],
        date=date.fromisoformat(row["date"]),
        day=counted_day(root["kind"], str(root["date"])),
        booked=date.fromisoformat(row["booked"]),
        summary=row["summary"],
        form=row["form"] or "",
        corrected_by=corrected_by,
        redone_by=redone_by,
        root=root["id"],
        beside=tuple(member.id for member in fact.members[1:]),
        papers_by=papers_by,
        orders=orders_of(fact.event),
        legs=tuple(legs),
    )


def orders_of(event: Event) -> dict[DocumentKey, int]:
    """Say what an event, as it was posted, used of each payment order behind it, in fen."""
    return {key: one.used_fen for key, one in citations(event) if key.type == "payment-order"}


def read_stated_on(
    conn: sa.Connection, book: str, ids: Iterable[str], chart: FundChart, day: date
) -> list[Event]:
    """Read what facts said at the end of a day, of what was booked by then; without papers."""
    family = read_family(conn, book, ids, day.isoformat())
    if not family.rows:
        return []
    legs, _ = read_legs(conn, book, Span(ids=tuple(sorted(family.rows))))
    facts = gather(family, legs, {})
    return [event for history in facts.values() for event in history.state(chart)]


def gather(
    family: Family, legs: Mapping[str, Sequence[Leg]], papers: Mapping[str, tuple[Paper, ...]]
) -> dict[str, History]:
    """Put facts together from their vouchers; what was taken back in red stands no longer."""
    rows, roots = family.rows, family.roots
    facts: dict[str, History] = {}
    for id_ in in_chain_order(rows):
        row, root = rows[id_], roots[id_]
        if root == id_:
            facts[root] = History(event=event_of(row, papers.get(id_, ())), members=())
        elif root not in facts or not facts[root].members:
            # The first voucher is gone, or was not booked by the day asked for.
            continue
        if not family.is_red(id_):
            facts[root] = facts[root].beside(member_of(row, legs[id_]))
    return facts


def in_chain_order(rows: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """Return the ids of rows as they were chained."""
    return sorted(rows, key=lambda id_: (rows[id_]["chain_year"], rows[id_]["position"]))


def member_of(row: Mapping[str, Any], legs: Iterable[Leg]) -> Member:
    """Put one member of a fact together."""
    return Member(
        id=row["id"],
        form=row["form"] or "",
        period=row["period"],
        legs=tuple(legs),
        said_fen=row["amount_fen"],
    )


def label_of(row: Mapping[str, Any] | None) -> str:
    """Name a voucher; "" for none."""
    return voucher_label(row["period"], row["number"]) if row is not None else ""


def root_of_link(id_: str, links: Mapping[str, Link]) -> str:
    """Find the first voucher of the fact that a voucher belongs to."""
    while id_ in links:
        id_ = links[id_].corrects
    return id_


def read_rows_of(
    conn: sa.Connection, book: str, ids: Iterable[str], until: str = ""
) -> dict[str, dict[str, Any]]:
    """Read events with their vouchers and the form of correction, by id; those booked by a day."""
    rows = read_event_rows(conn, book, EventPick(ids=set(ids), posted=True, booked_to=until))
    return {row["id"]: row | {"form": form_of(row["kind"], row["corrects"])} for row in rows}


def read_redone(conn: sa.Connection, book: str, ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Read the labels of the blue vouchers that say anew what was taken back, by its id."""
    links = read_corrections_of(conn, book, ids)
    blue = {link.voucher: link.corrects for link in links if link.form == "blue"}
    rows = read_event_rows(conn, book, EventPick(ids=blue.keys(), posted=True))
    found: dict[str, tuple[str, ...]] = {}
    for row in sorted(rows, key=lambda row: (row["period"], row["number"])):
        label = voucher_label(row["period"], row["number"])
        found[blue[row["id"]]] = (*found.get(blue[row["id"]], ()), label)
    return found


def read_states(
    conn: sa.Connection, book: str, ids: Iterable[str], chart: FundChart
) -> dict[str, list[Event]]:
    """Read facts as they stand now, by the id of the first voucher; what is gone is empty.

    Only those that something stands beside are given: the others are what they were.
    """
    links = read_corrections_of(conn, book, ids)
    beside = {link.corrects for link in links if link.form in BESIDE}
    facts = read_histories(conn, book, beside).facts
    return {root: history.state(chart) for root, history in facts.items() if root in beside}


def as_they_stand(
    conn: sa.Connection,
    book: str,
    rows: Sequence[EventRow],
    chart: FundChart,
    *,
    with_papers: bool = True,
) -> list[tuple[EventRow, list[Event]]]:
    """Read what each fact of a book says now, beside its row; what is gone is empty.

    `with_papers` gives what nothing corrects the papers that stand.
    """
    states = read_states(conn, book, (row["id"] for row in rows), chart)
    events = papered(conn, rows) if with_papers else [event_of(row, ()) for row in rows]
    posted = zip(rows, events, strict=True)
    return [(row, states.get(row["id"], [as_posted])) for row, as_posted in posted]
