"""查询: vouchers as they read on paper; nothing here writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.errors import refuse
from ledger.store.engine import reading
from ledger.store.irregular import with_cases
from ledger.store.vouchers import Span, find_by_key, find_vouchers, read_vouchers
from ledger.views.voucher_sheet import voucher_sheet
from ledger.workflow.correct import parse_label
from ledger.workflow.desk import book_of

if TYPE_CHECKING:
    from ledger.views.reports import Report
    from ledger.workflow.desk import Desk


def vouchers_shown(desk: Desk, book: str, words: tuple[str, ...]) -> list[Report]:
    """Vouchers as they read on paper, by label or business key."""
    with reading(desk.engine) as conn:
        one = book_of(conn, book)
        ids = []
        for word in words:
            label = parse_label(word)
            id_ = find_vouchers(conn, book, [label])[0] if label else find_by_key(conn, book, word)
            if not id_:
                raise refuse(
                    "VOUCHER_UNKNOWN",
                    f"{book} 没有凭证“{word}”",
                    "写成“2026-03 记-0007”，或写业务编号；用 prepay voucher list 查看",
                )
            ids.append(id_)
        found = with_cases(conn, book, read_vouchers(conn, book, Span(ids=tuple(ids))))
        vouchers = {voucher.id: voucher for voucher in found}
        return [voucher_sheet(vouchers[id_], one) for id_ in ids]
