"""Turns candidates into the very rows that are written: numbers, chain, lines, papers.

Pure: what the books hold (last numbers, last link, leaves) is passed in, what is to be
written comes out. `verify` builds the same digests from the rows that it reads back.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ledger.basis.period import year_of
from ledger.voucher.chain import fact_digest, journal_digest, link_of
from ledger.voucher.shown import lines_of, voucher_label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ledger.events.words import Paper
    from ledger.masters.leg import Leg
    from ledger.voucher.running import Candidate
    from ledger.voucher.shown import Line

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
PAPER_COLUMNS = (
    "line",
    "type",
    "number",
    "date",
    "title",
    "amount_fen",
    "sheets",
    "kept_with",
    "file",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """One voucher with its event, as rows: what is written, and what the chain covers."""

    event: Row
    voucher: Row
    correction: Row | None
    papers: tuple[Row, ...]
    legs: tuple[Leg, ...]


@dataclass(slots=True, kw_only=True)
class Counters:
    """Where a book stands: last number by period, last position and link by chain year."""

    numbers: dict[str, int]
    chains: dict[int, tuple[int, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Approved:
    """A candidate with its draft's row (as prepared and approved) and who posts it when."""

    candidate: Candidate
    draft: Mapping[str, str | int]
    posted_by: str
    posted_at: str


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
    year = year_of(period)
    number = counters.numbers.get(period, 0) + 1
    position, previous = counters.chains[year]
    papers = tuple(paper_row(line, paper) for line, paper in enumerate(event.papers, 1))
    voucher: Row = {
        "book": event.book,
        "id": item.draft["id"],
        "period": period,
        "number": number,
        "movement": candidate.movement,
        "summary": candidate.summary,
        "legs": len(candidate.legs),
        "sheets": sum(paper.sheets for paper in event.papers if not paper.kept_with),
    }
    form = form_of(event.KIND, event.corrects)
    fact: Row = {
        **item.draft,
        "booked": candidate.booked.isoformat(),
        "posted_by": item.posted_by,
        "posted_at": item.posted_at,
        "chain_year": year,
        "position": position + 1,
    }
    lines = lines_of(candidate.legs, names)
    shown = digest_of_journal(fact, voucher, form, labels.get(event.corrects, ""), lines)
    rest = digest_of_fact(fact, voucher, papers, candidate.legs)
    link = link_of(previous, shown, rest)
    fact |= {"journal_digest": shown, "fact_digest": rest, "link": link}
    counters.numbers[period] = number
    counters.chains[year] = (position + 1, link)
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


def form_of(kind: str, corrects: str) -> str:
    """Name the form of a correcting voucher: red, difference, amend, blue; else empty."""
    if kind in ("red", "difference", "amend"):
        return kind
    return "blue" if corrects else ""


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
    """Digest what the journal shows of a voucher; `corrects` is the corrected one's label."""
    head = (
        str(event["book"]),
        voucher_label(str(voucher["period"]), int(voucher["number"])),
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
