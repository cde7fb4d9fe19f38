"""链文件: a book's year for a stranger, one JSON record a line (docs/chain-format.md).

The journal's part of every voucher in full, of the rest only its digest: papers and bank
accounts do not leave the house, people only where the office signs. An office without keys
writes `prepay-chain/1`. `ledger/audit/check_chain.py` reads both back.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ledger.voucher.sealing import SEAL_COLUMNS
from ledger.voucher.shown import voucher_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ledger.basis.encoding import Pair
    from ledger.masters.office import OfficeFact
    from ledger.voucher.signing.signed import SignedSet

CHAIN_FILE_FORMAT = "prepay-chain/1"
#: The same with the office's chain, the sets that people signed, and links of prepay/2.
CHAIN_FILE_SIGNED = "prepay-chain/2"

LegRow = tuple[str, str, int]


def record_line(record: Mapping[str, object]) -> str:
    """Write a record in its only spelling: no blanks, and only what JSON must escape escaped."""
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n"


def book_record(book: str, year: int, *, signed: bool) -> dict[str, object]:
    """Head the file: which book and year it is of, and whether the office has a chain."""
    form = CHAIN_FILE_SIGNED if signed else CHAIN_FILE_FORMAT
    return {"record": "book", "format": form, "book": book, "year": year}


def office_record(fact: OfficeFact) -> dict[str, object]:
    """Write one fact of the office; `proposed` and `confirmed` name its two sets."""
    return {
        "record": "office",
        "position": fact.position,
        "kind": fact.kind,
        "subject": fact.subject,
        "pairs": pair_records(fact.pairs),
        "proposed": fact.proposed,
        "confirmed": fact.confirmed,
        "recorded_at": fact.recorded_at,
        "fact": fact.fact_digest,
        "link": fact.link,
    }


def set_record(made: SignedSet) -> dict[str, object]:
    """Write one set: what was signed, and the signature. Who signed what for what is in it."""
    return {
        "record": "set",
        "id": made.id,
        "pairs": pair_records(made.pairs),
        "signature": made.signature,
    }


def pair_records(pairs: Iterable[Pair]) -> list[list[str]]:
    """Write name–value pairs; an empty value is left out, as in their digest."""
    return [[name, value] for name, value in pairs if value]


def opening_record(account: str, name: str, fen: int) -> dict[str, object]:
    """Write one leaf's 年初余额 carried in, in debit-positive fen."""
    return {"record": "opening", "account": account, "name": name, "fen": fen}


def link_record(head: Any, legs: Sequence[LegRow], names: Mapping[str, str]) -> dict[str, object]:
    """Write one link: what its journal digest covers, the digests and the link, as stored.

    A 登记事项 has no label, no 摘要 and no lines, and counts as its own kind.
    """
    return {
        "record": "link" if head.posted is None else "signed",
        **shown_words(head),
        "lines": line_records(legs, names),
        **signed_words(head),
        "journal": head.journal_digest,
        "fact": head.fact_digest,
        "link": head.link,
    }


def shown_words(head: Any) -> dict[str, object]:
    """Write what the journal shows of a link, but for its lines."""
    corrects = ""
    if head.wrong_period is not None:
        corrects = voucher_label(head.wrong_period, head.wrong_number)
    return {
        "position": head.position,
        "label": voucher_label(head.period, head.number) if head.period is not None else "",
        "booked": head.booked,
        "date": head.date,
        "kind": head.kind,
        "movement": head.movement if head.period is not None else head.kind,
        "hospital": head.hospital,
        "year": head.year,
        "summary": head.summary or "",
        "form": head.form or "",
        "corrects": corrects,
    }


def signed_words(head: Any) -> dict[str, object]:
    """Write what people signed of a link: the rest's digest, and the sets that it is in."""
    if head.posted is None:
        return {}
    return {
        "private": head.private_digest,
        "prepared": head.prepared,
        "approved": head.approved,
        "posted": head.posted,
    }


def line_records(legs: Sequence[LegRow], names: Mapping[str, str]) -> list[dict[str, object]]:
    """Merge legs into 借 and 贷 lines, as `lines_of` does over values.

    A stored leg that makes no sense is written as it stands: the checker is to see it.
    """
    sides: dict[str, dict[str, int]] = {"debit": {}, "credit": {}}
    for debit, credit, fen in legs:
        for side, code in (("debit", debit), ("credit", credit)):
            sides[side][code] = sides[side].get(code, 0) + fen
    return [
        {"account": code, "name": names.get(code, ""), "side": side, "fen": fen}
        for side, sums in sides.items()
        for code, fen in sums.items()
    ]


def seal_record(seal: Mapping[str, object]) -> dict[str, object]:
    """Write one seal as stored."""
    columns = (*SEAL_COLUMNS, "digest")
    return {"record": "seal", **{column: seal[column] for column in columns}}
