"""链文件: a book's year for a stranger, one JSON record a line (docs/chain-format.md).

The journal's part of every voucher in full, of the rest only its digest: people, papers and
bank accounts do not leave the house. `ledger/audit/check_chain.py` reads it back.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ledger.voucher.sealing import SEAL_COLUMNS
from ledger.voucher.shown import voucher_label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

CHAIN_FILE_FORMAT = "prepay-chain/1"

LegRow = tuple[str, str, int]


def record_line(record: Mapping[str, object]) -> str:
    """Write a record in its only spelling: no blanks, and only what JSON must escape escaped."""
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n"


def book_record(book: str, year: int) -> dict[str, object]:
    """Head the file: which book and year it is of."""
    return {"record": "book", "format": CHAIN_FILE_FORMAT, "book": book, "year": year}


def opening_record(account: str, name: str, fen: int) -> dict[str, object]:
    """Write one leaf's 年初余额 carried in, in debit-positive fen."""
    return {"record": "opening", "account": account, "name": name, "fen": fen}


def link_record(head: Any, legs: Sequence[LegRow], names: Mapping[str, str]) -> dict[str, object]:
    """Write one link: what its journal digest covers, the digests and the link, as stored.

    A 登记事项 has no label, no 摘要 and no lines, and counts as its own kind.
    """
    corrects = ""
    if head.wrong_period is not None:
        corrects = voucher_label(head.wrong_period, head.wrong_number)
    return {
        "record": "link",
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
        "lines": line_records(legs, names),
        "journal": head.journal_digest,
        "fact": head.fact_digest,
        "link": head.link,
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
