"""凭证 for programs: the whole voucher as a tree of words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.money import yuan
from ledger.events.words import paper_tree

if TYPE_CHECKING:
    from ledger.voucher.shown import Line, Voucher


def voucher_tree(voucher: Voucher) -> dict[str, object]:
    """Write a voucher, whole, for programs."""
    return {
        "book": voucher.book,
        "voucher": voucher.label,
        "id": voucher.id,
        "key": voucher.key,
        "kind": voucher.kind,
        "movement": voucher.movement,
        "period": voucher.period,
        "number": voucher.number,
        "date": voucher.date,
        "booked": voucher.booked,
        "hospital": voucher.hospital or None,
        "year": voucher.year or None,
        "summary": voucher.summary,
        "lines": [entry_line_tree(line) for line in voucher.lines],
        "total": yuan(voucher.total_fen),
        "sheets": voucher.sheets,
        "papers": [paper_tree(paper) for paper in voucher.papers],
        "form": voucher.form or None,
        "corrects": voucher.corrects or None,
        "corrected_by": voucher.corrected_by or None,
        "irregular": voucher.irregular,
        "prepared_by": voucher.prepared_by,
        "approved_by": voucher.approved_by,
        "posted_by": voucher.posted_by,
        "posted_at": voucher.posted_at,
        "origin": voucher.origin,
        "position": voucher.position,
        "fact_digest": voucher.fact_digest,
        "link": voucher.link,
    }


def entry_line_tree(line: Line) -> dict[str, object]:
    """Write one 借 or 贷 line for programs."""
    return {
        "account": line.account,
        "name": line.name,
        "side": line.side,
        "amount": yuan(line.amount_fen),
    }
