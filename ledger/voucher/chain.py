"""链: every approved fact is a link; docs/chain-format.md states every byte.

link = SHA-256(previous ‖ journal digest ‖ fact digest). The journal digest covers what a
journal shows, the fact digest the rest. Fields are netstrings (`length:bytes,` in UTF-8), so
no two lists of fields have the same bytes.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from ledger.basis.encoding import digest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ledger.masters.leg import Leg
    from ledger.voucher.shown import Line

FORMAT = "prepay/1"


def genesis(book: str, year: int) -> str:
    """Return what stands before the first link of a book's year."""
    return digest((FORMAT, "genesis", book, str(year)))


def link_of(previous: str, journal_digest: str, fact_digest: str) -> str:
    """Tie a fact to the one before it."""
    return hashlib.sha256(
        bytes.fromhex(previous) + bytes.fromhex(journal_digest) + bytes.fromhex(fact_digest)
    ).hexdigest()


def journal_digest(head: Sequence[str], lines: Sequence[Line]) -> str:
    """Digest what a journal shows: the head's words, then code, name, side and fen of each line.

    `head` is book, period, number, booked date, date of fact, kind, movement, hospital, year,
    summary, form and the voucher corrected.
    """
    fields = [FORMAT, "journal", *head, str(len(lines))]
    for line in lines:
        fields += (line.account, line.name, line.side, str(line.amount_fen))
    return digest(fields)


def fact_digest(words: Sequence[str], papers: Sequence[Sequence[str]], legs: Sequence[Leg]) -> str:
    """Digest the rest: the event's words, its papers and its legs."""
    fields = [FORMAT, "fact", str(len(words)), *words, str(len(papers))]
    for paper in papers:
        fields += paper
    fields.append(str(len(legs)))
    for leg in legs:
        fields += (leg.debit.code, leg.credit.code, str(leg.amount_fen))
    return digest(fields)
