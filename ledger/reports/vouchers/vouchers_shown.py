"""查询: vouchers as they read on paper; nothing here writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.reports.vouchers.voucher_sheet import voucher_sheet
from ledger.store.engine import reading
from ledger.store.standing.irregular import with_cases
from ledger.store.vouchers.vouchers import Span, read_vouchers
from ledger.workflow.desk import book_of
from ledger.workflow.naming import find_named, joined_labels, voucher_unknown

if TYPE_CHECKING:
    from ledger.formats.report import Report
    from ledger.workflow.desk import Desk


def vouchers_shown(desk: Desk, book: str, words: tuple[str, ...]) -> list[Report]:
    """Vouchers as they read on paper, by label or business key."""
    with reading(desk.engine) as conn:
        one = book_of(conn, book)
        ids = []
        for word in joined_labels(words):
            id_ = find_named(conn, book, word)
            if not id_:
                raise voucher_unknown(book, word)
            ids.append(id_)
        found = with_cases(conn, book, read_vouchers(conn, book, Span(ids=tuple(ids))))
        vouchers = {voucher.id: voucher for voucher in found}
        return [voucher_sheet(vouchers[id_], one) for id_ in ids]
