"""Turns candidates into the very rows that are written: numbers, chain, lines, papers.

A 登记事项 becomes a link without a voucher. Pure: what the books hold (last numbers, last link,
leaves) is passed in, what is to be written comes out. `verify` builds the same digests from
the rows that it reads back.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ledger.basis.period import year_of
from ledger.events.words import sheets_kept
from ledger.voucher.chain import fact_digest, journal_digest, link_of
from ledger.voucher.draft import fact_columns
from ledger.voucher.shown import lines_of, voucher_label
from ledger.voucher.signing.signed import PAPER_COLUMNS, fact_digest_signed, journal_digest_signed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ledger.events.words import Paper
    from ledger.masters.leg import Leg
    from ledger.voucher.draft import Draft
    from ledger.voucher.running import Candidate
    from ledger.voucher.shown import Line
    from ledger.voucher.signing.signed import FactParts

Row = dict[str, str | int]

#: The event's columns that the fact digest covers, in this order.
FACT_COLUMNS = (
    "book",
    "id",
    "unit",
    "kind",
    "key",
    "content_digest",
    "date",
    "booked",
    "hospital",
    "year",
    "amount_fen",
    "corrects",
    "irregular",
    "content",
    "origin",
    "prepared_by",
    "prepared_at",
    "approved_by",
    "approved_at",
    "posted_by",
    "posted_at",
    "chain_year",
    "position",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """One voucher with its event, as rows: what is written, and what the chain covers."""

    event: Row
    voucher: Row
    correction: Row | None
    papers: tuple[Row, ...]
    legs: tuple[Leg, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration:
    """One 登记事项 as rows: an event and its papers, and no voucher."""

    event: Row
    papers: tuple[Row, ...]
    voucher: None = None


@dataclass(slots=True, kw_only=True)
class Counters:
    """Where a book stands: last number by period, last position and link by chain year."""

    numbers: dict[str, int]
    chains: dict[int, tuple[int, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """What people signed of a fact: its parts, the sets it is in, and their marks.

    Both sets are empty for what the program prepares itself (期末结转).
    """

    parts: FactParts
    prepared: str
    approved: str
    marks: tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Approved:
    """A candidate with its draft, as prepared and approved, and who posts it when.

    `signed` is what people signed of it; None where the office does not sign (prepay/1).
    """

    candidate: Candidate
    draft: Draft
    posted_by: str
    posted_at: str
    signed: Signed | None = None


def post(
    approved: Sequence[Approved],
    counters: Counters,
    names: Mapping[str, str],
    labels: Mapping[str, str],
) -> list[Posting]:
    """Number and chain vouchers in the order given; `counters` moves on.

    `names` gives every leaf's whole name by code, `labels` the labels of vouchers corrected.
    """
    return [post_one(item, counters, names, labels) for item in approved]


def post_one(
    item: Approved, counters: Counters, names: Mapping[str, str], labels: Mapping[str, str]
) -> Posting:
    """Number and chain one voucher."""
    candidate, event = item.candidate, item.candidate.event
    period = candidate.period
    number = counters.numbers.get(period, 0) + 1
    papers = paper_rows(event.papers)
    voucher: Row = {
        "book": event.book,
        "id": item.draft.id,
        "period": period,
        "number": number,
        "movement": candidate.movement,
        "summary": candidate.summary,
        "legs": len(candidate.legs),
        "sheets": sheets_kept((paper.sheets, paper.kept_with) for paper in event.papers),
    }
    form = form_of(event.KIND, event.corrects)
    fact = fact_row(item, counters)
    if item.signed is None:
        lines = lines_of(candidate.legs, names)
        shown = digest_of_journal(fact, voucher, form, labels.get(event.corrects, ""), lines)
        rest = digest_of_fact(fact, voucher, papers, candidate.legs)
    else:
        shown, rest = signed_digests(item.signed, fact, voucher_label(period, number))
    chain_on(fact, counters, shown, rest)
    counters.numbers[period] = number
    correction: Row | None = None
    if form:
        correction = {
            "book": event.book,
            "voucher": voucher["id"],
            "corrects": event.corrects,
            "form": form,
        }
    return Posting(
        event=fact, voucher=voucher, correction=correction, papers=papers, legs=candidate.legs
    )


def register(approved: Sequence[Approved], counters: Counters) -> list[Registration]:
    """Chain 登记事项 in the order given; `counters` moves on, its numbers stay as they are."""
    registered = []
    for item in approved:
        papers = paper_rows(item.candidate.event.papers)
        fact = fact_row(item, counters)
        voucher = no_voucher(item.candidate.event.KIND)
        if item.signed is None:
            shown = digest_of_journal(fact, voucher, "", "", ())
            rest = digest_of_fact(fact, voucher, papers, ())
        else:
            shown, rest = signed_digests(item.signed, fact, "")
        chain_on(fact, counters, shown, rest)
        registered.append(Registration(event=fact, papers=papers))
    return registered


def signed_digests(signed: Signed, fact: Row, label: str) -> tuple[str, str]:
    """Digest a fact that people signed, for its link (prepay/2)."""
    prepared, approved = signed.marks
    rest = fact_digest_signed(
        signed.parts.private,
        prepared,
        approved,
        chain_year=int(fact["chain_year"]),
        position=int(fact["position"]),
    )
    return journal_digest_signed(label, signed.parts.public), rest


def no_voucher(kind: str) -> Row:
    """Return what a 登记事项 has in place of a voucher: nothing, and its own kind as movement."""
    return {
        "id": "",
        "period": "",
        "number": 0,
        "movement": kind,
        "summary": "",
        "legs": 0,
        "sheets": 0,
    }


def fact_row(item: Approved, counters: Counters) -> Row:
    """Write an event as the next link of its year, still without digests."""
    year = year_of(item.candidate.period)
    return {
        **fact_columns(item.draft),
        "booked": item.candidate.booked.isoformat(),
        "posted_by": item.posted_by,
        "posted_at": item.posted_at,
        "chain_year": year,
        "position": counters.chains[year][0] + 1,
    }


def chain_on(fact: Row, counters: Counters, shown: str, rest: str) -> None:
    """Tie a fact to the link before it, by its two digests."""
    year = int(fact["chain_year"])
    position, previous = counters.chains[year]
    link = link_of(previous, shown, rest)
    fact |= {"journal_digest": shown, "fact_digest": rest, "link": link}
    counters.chains[year] = (position + 1, link)


def form_of(kind: str, corrects: str) -> str:
    """Name the form of a correcting voucher: red, difference, amend, blue; else empty."""
    if kind in ("red", "difference", "amend"):
        return kind
    return "blue" if corrects else ""


def paper_rows(papers: Sequence[Paper]) -> tuple[Row, ...]:
    """Write papers as rows of evidence, without their book and event."""
    return tuple(paper_row(line, paper) for line, paper in enumerate(papers, 1))


def paper_row(line: int, paper: Paper) -> Row:
    """Write one paper as a row of evidence, without its book and event."""
    return {
        "line": line,
        "type": paper.type,
        "number": paper.number,
        "date": paper.date.isoformat(),
        "title": paper.title,
        "amount_fen": paper.amount_fen,
        "sheets": paper.sheets,
        "kept_with": paper.kept_with,
        "file": paper.file,
    }


def digest_of_journal(
    event: Mapping[str, str | int],
    voucher: Mapping[str, str | int],
    form: str,
    corrects: str,
    lines: Sequence[Line],
) -> str:
    """Digest what the journal shows of a voucher; `corrects` is the corrected one's label.

    What is no voucher (`no_voucher`) has no label.
    """
    period = str(voucher["period"])
    head = (
        str(event["book"]),
        voucher_label(period, int(voucher["number"])) if period else "",
        str(event["booked"]),
        str(event["date"]),
        str(event["kind"]),
        str(voucher["movement"]),
        str(event["hospital"]),
        str(event["year"]),
        str(voucher["summary"]),
        form,
        corrects,
    )
    return journal_digest(head, lines)


def digest_of_fact(
    event: Mapping[str, str | int],
    voucher: Mapping[str, str | int],
    papers: Sequence[Mapping[str, str | int]],
    legs: Sequence[Leg],
) -> str:
    """Digest the rest of a fact: who, when, from which file, papers, legs."""
    words = [str(event[column]) for column in FACT_COLUMNS]
    words += (str(voucher["id"]), str(voucher["legs"]), str(voucher["sheets"]))
    rows = [[str(paper[column]) for column in PAPER_COLUMNS] for paper in papers]
    return fact_digest(words, rows, legs)
