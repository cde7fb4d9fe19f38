"""The yardstick of P1: what a good script does that knows its drafts and checks nothing.

It reads the approved disbursements of a book, parses their words, numbers and hashes them
(docs/chain-format.md, spelled anew here) and makes the very rows that `post` writes. It has
no rules, no other kinds, no corrections; `drivers` reads and writes through the bare driver.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Row = tuple[Any, ...]
#: The columns of a draft as they are read; `event` begins with the first seventeen.
DRAFT = (
    "book", "id", "unit", "kind", "key", "content_digest", "date", "booked", "hospital", "year",
    "amount_fen", "corrects", "irregular", "content", "origin", "prepared_by", "prepared_at",
    "approved_by", "approved_at", "papers",
)  # fmt: skip
#: What stands in the chart.
PREPAYMENT, PREPAYMENT_NAME = "1101.01", "暂付款-医保预付金"


@dataclass(slots=True)
class Written:
    """The rows to write, by table."""

    event: list[Row] = field(default_factory=list)
    evidence: list[Row] = field(default_factory=list)
    voucher: list[Row] = field(default_factory=list)
    leg: list[Row] = field(default_factory=list)
    account: list[Row] = field(default_factory=list)
    period: list[Row] = field(default_factory=list)
    turnover: list[Row] = field(default_factory=list)


@dataclass(slots=True)
class Standing:
    """What the book holds: leaf names, hospital names, last numbers, last link of the year."""

    book: str
    names: dict[str, str]
    hospitals: Mapping[str, str]
    numbers: dict[str, int]
    chain: tuple[int, str]


def digest(fields: Sequence[str]) -> str:
    """Hash netstrings."""
    parts = []
    for text in fields:
        raw = text.encode()
        parts.append(b"%d:%b," % (len(raw), raw))
    return hashlib.sha256(b"".join(parts)).hexdigest()


def rows_of(drafts: Sequence[Row], standing: Standing, *, by: str, at: str) -> Written:
    """Make every row of a posting, in order of 记账日期 and draft."""
    written = Written()
    sums: dict[tuple[str, str], list[int]] = {}
    for draft in sorted(drafts, key=lambda row: (row[7], row[1])):
        period = draft[7][:7]
        content = json.loads(draft[13])
        papers = [paper_row(n, p) for n, p in enumerate(json.loads(draft[19]), 1)]
        debit, credit = leaf(standing, written, draft), content["from"]
        fen = draft[10]
        one(standing, written, draft, papers, (debit, credit), by=by, at=at)
        for place, code in enumerate((debit, credit)):
            sums.setdefault((code, period), [0, 0])[place] += fen
    book = standing.book
    written.period = [(book, period, last) for period, last in sorted(standing.numbers.items())]
    written.turnover = [(book, *key, *sides) for key, sides in sorted(sums.items())]
    written.account.sort()
    return written


def leaf(standing: Standing, written: Written, draft: Row) -> str:
    """Return the hospital's leaf; one that is new makes a row."""
    code = f"{PREPAYMENT}.{draft[8]}.{draft[9]}"
    if code not in standing.names:
        holder = standing.hospitals[draft[8]]
        name = f"{PREPAYMENT_NAME}-{holder}-{draft[9]}年"
        standing.names[code] = name
        account = (standing.book, code, PREPAYMENT, draft[8], draft[9], "", holder, name)
        written.account.append(account)
    return code


def paper_row(line: int, paper: Mapping[str, str]) -> Row:
    """Read one paper."""
    whole, _, rest = paper.get("amount", "0.00").partition(".")
    return (
        line,
        paper["type"],
        paper["number"],
        paper["date"],
        paper.get("title", ""),
        int(whole) * 100 + int(rest),
        int(paper["sheets"]),
        paper.get("kept_with", ""),
        paper.get("file", ""),
    )


def one(
    standing: Standing,
    written: Written,
    draft: Row,
    papers: list[Row],
    accounts: tuple[str, str],
    *,
    by: str,
    at: str,
) -> None:
    """Number, hash and chain one disbursement."""
    book, id_, booked, fen = draft[0], draft[1], draft[7], str(draft[10])
    debit, credit = accounts
    period, year = booked[:7], int(booked[:4])
    number = standing.numbers.get(period, 0) + 1
    position, previous = standing.chain[0] + 1, standing.chain[1]
    hospital = standing.hospitals[draft[8]]
    summary = json.loads(draft[13]).get("summary") or f"拨付{hospital}{draft[9]}年度医保预付金"
    sheets = sum(paper[6] for paper in papers if not paper[7])
    head = (
        book, f"{period} 记-{number:04d}", booked, draft[6], draft[3], draft[3], draft[8],
        str(draft[9]), summary, "", "",
    )  # fmt: skip
    lines = (debit, standing.names[debit], "debit", fen, credit, standing.names[credit])
    shown = digest(("prepay/1", "journal", *head, "2", *lines, "credit", fen))
    fact = (*draft[:19], by, at, year, position)
    words = [str(word) for word in (*fact, id_, 1, sheets)]
    listed = [str(word) for paper in papers for word in paper]
    count = str(len(papers))
    rest = digest(
        ["prepay/1", "fact", str(len(words)), *words, count, *listed, "1", debit, credit, fen]
    )
    link = hashlib.sha256(bytes.fromhex(previous + shown + rest)).hexdigest()
    standing.numbers[period], standing.chain = number, (position, link)
    written.event.append((*fact, shown, rest, link))
    written.evidence.extend((book, id_, *paper) for paper in papers)
    written.voucher.append((book, id_, period, number, draft[3], summary, 1, sheets))
    written.leg.append((book, id_, 1, 1, debit, credit, draft[10]))
