"""凭证列表: the vouchers of a book, one line each."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.terms import EVENT_KINDS
from ledger.formats.report import UNIT, WORDS, Column, Report, book_line, joined, money, named_row
from ledger.policy.irregular import standing_of
from ledger.reports.registers.irregular import alerted
from ledger.reports.vouchers.voucher_sheet import COLOURS, CURED, IRREGULAR, person
from ledger.reports.vouchers.voucher_tree import voucher_tree
from ledger.store.engine import reading
from ledger.store.standing.irregular import with_cases
from ledger.store.vouchers.vouchers import Span, read_vouchers
from ledger.workflow.desk import books_asked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ledger.masters.book import Book
    from ledger.voucher.shown import Voucher
    from ledger.workflow.desk import Desk

COLUMNS = MappingProxyType(
    {
        "period": Column(heading="期间", shown="file"),
        "voucher": Column(heading="凭证号"),
        "booked": Column(heading="记账日期"),
        "date": Column(heading="业务日期", shown="file"),
        "kind": Column(heading="业务"),
        "summary": Column(heading="摘要", wraps=WORDS),
        "amount": money("金额"),
        "sheets": Column(heading="附件", align="right"),
        "prepared_by": Column(heading="制单", spare=True),
        "approved_by": Column(heading="审核", spare=True),
        "posted_by": Column(heading="记账", spare=True),
        "marks": Column(heading="标记"),
    }
)


def vouchers_listed(desk: Desk, book: str, first: str, last: str) -> list[Report]:
    """The vouchers of a span of months, a line each."""
    reports = []
    with reading(desk.engine) as conn:
        for own in books_asked(conn, book):
            span = Span(first=first or last, last=last or "9999-12")
            vouchers = with_cases(conn, own.code, read_vouchers(conn, own.code, span))
            cases = [voucher.case for voucher in vouchers if voucher.case]
            reports.append(alerted(voucher_list(vouchers, own), standing_of(cases)))
    return reports


def voucher_marks(voucher: Voucher) -> str:
    """Mark what is not plain: 特殊情况, 红字, 蓝字, 已更正."""
    colour = COLOURS.get(voucher.form, "")
    irregular = (IRREGULAR if voucher.stands else CURED) if voucher.irregular else ""
    return joined((irregular, colour, "已更正" if voucher.corrected_by else ""), " ")


def voucher_list(vouchers: Sequence[Voucher], book: Book) -> Report:
    """Draw up the list of vouchers, in order of period and number."""
    ordered = sorted(vouchers, key=lambda voucher: (voucher.period, voucher.number))
    rows = tuple(
        named_row(
            COLUMNS,
            {
                "period": voucher.period,
                "voucher": voucher.label,
                "booked": voucher.booked,
                "date": voucher.date,
                "kind": EVENT_KINDS.get(voucher.kind, voucher.kind),
                "summary": voucher.summary,
                "amount": voucher.total_fen,
                "sheets": voucher.sheets,
                "prepared_by": person(voucher.signer("prepared_by")),
                "approved_by": person(voucher.signer("approved_by")),
                "posted_by": person(voucher.signer("posted_by")),
                "marks": voucher_marks(voucher),
            },
            mark="alert" if voucher.stands else "",
        )
        for voucher in ordered
    )
    return Report(
        title="凭证列表",
        subtitle=(book_line(book), UNIT),
        columns=tuple(COLUMNS.values()),
        rows=rows,
        notes=(f"共 {len(ordered)} 张凭证。",),
        tree={"book": book.code, "vouchers": [voucher_tree(voucher) for voucher in ordered]},
    )
