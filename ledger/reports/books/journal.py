"""序时账: every line of every voucher, in order of period and number."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.period import is_opening, opening_period, year_of
from ledger.basis.terms import voucher_number
from ledger.formats.report import (
    CODES,
    UNIT,
    WORDS,
    Column,
    Report,
    Row,
    book_line,
    money,
    money_tree,
    named_row,
    span_name,
)
from ledger.reports.asking import by_book
from ledger.reports.kind import ReportKind
from ledger.store.standing.irregular import with_cases
from ledger.store.vouchers.vouchers import Span, read_vouchers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ledger.masters.book import Book
    from ledger.reports.asking import Inquiry
    from ledger.voucher.shown import Line, Voucher

COLUMNS = MappingProxyType(
    {
        "period": Column(heading="期间", shown="file"),
        "booked": Column(heading="日期", blank=None),
        "date": Column(heading="业务日期", shown="file", blank=None),
        "voucher": Column(heading="凭证号"),
        "summary": Column(heading="摘要", wraps=WORDS),
        "account": Column(heading="科目编码", wraps=CODES, spare=True),
        "account_name": Column(heading="科目名称", wraps=WORDS),
        "debit": money("借方"),
        "credit": money("贷方"),
    }
)


def journals(inquiry: Inquiry) -> list[Report]:
    """序时账 of a span of months, up to a day where one is named; of a year where no month is."""
    book, asked, day = inquiry.book, inquiry.asked, inquiry.day
    until = inquiry.month
    begin = until if asked.period else opening_period(year_of(until))
    span = Span(first=asked.first or begin, last=until)
    vouchers = with_cases(inquiry.conn, book.code, read_vouchers(inquiry.conn, book.code, span))
    kept = [voucher for voucher in vouchers if day is None or voucher.booked <= day]
    return [journal(book, kept)]


REPORT = ReportKind(
    name="journal",
    title="序时账",
    draw=by_book(journals),
    words={"first": ""},
    listed=3,
    help_at=(2, 2),
    menu=4,
)


def journal(book: Book, vouchers: Sequence[Voucher]) -> Report:
    """Draw up the 序时账; 期初 vouchers are added up apart, since they are no 发生额."""
    ordered = sorted(vouchers, key=lambda voucher: (voucher.period, voucher.number))
    moved = moved_among(ordered)
    lines = [(voucher, line) for voucher in ordered for line in voucher.lines]
    rows = [line_row(voucher, line) for voucher, line in lines]
    span = span_name(ordered[0].period, ordered[-1].period) if ordered else "无凭证"
    return Report(
        title=REPORT.title,
        subtitle=(book_line(book), f"期间：{span}", UNIT),
        columns=tuple(COLUMNS.values()),
        rows=(*rows, *total_rows(ordered)),
        notes=(f"共 {len(ordered)} 张凭证。",),
        tree={
            "book": book.code,
            "vouchers": len(ordered),
            "lines": [line_tree(voucher, line) for voucher, line in lines],
            **money_tree(debit=side_sum(moved, "debit"), credit=side_sum(moved, "credit")),
        },
    )


def moved_among(vouchers: Sequence[Voucher]) -> list[Voucher]:
    """Leave 期初 vouchers out."""
    return [voucher for voucher in vouchers if not is_opening(voucher.period)]


def total_rows(vouchers: Sequence[Voucher]) -> list[Row]:
    """Add up what moved, and 期初 before it where there is any."""
    openings = [voucher for voucher in vouchers if is_opening(voucher.period)]
    total = total_row("发生额合计", moved_among(vouchers))
    return [total_row("期初合计", openings), total] if openings else [total]


def side_sum(vouchers: Sequence[Voucher], side: str) -> int:
    """Add up one side of vouchers."""
    return sum(
        line.amount_fen for voucher in vouchers for line in voucher.lines if line.side == side
    )


def line_row(voucher: Voucher, line: Line) -> Row:
    """Lay one line over the columns; date and number stand on every line, for Excel's filters."""
    return named_row(
        COLUMNS,
        {
            "period": voucher.period,
            "booked": voucher.booked,
            "date": voucher.date,
            "voucher": voucher_number(voucher.period, voucher.number),
            "summary": voucher.summary,
            "account": line.account,
            "account_name": line.name,
            line.side: line.amount_fen,
        },
        mark="alert" if voucher.stands else "",
    )


def total_row(name: str, vouchers: Sequence[Voucher]) -> Row:
    """Add both sides up."""
    sums = {side: side_sum(vouchers, side) for side in ("debit", "credit")}
    return named_row(COLUMNS, {"summary": name, **sums}, mark="total")


def line_tree(voucher: Voucher, line: Line) -> dict[str, object]:
    """Write one line for programs."""
    sides = {"debit": 0, "credit": 0, line.side: line.amount_fen}
    return {
        "voucher": voucher.label,
        "date": voucher.date,
        "booked": voucher.booked,
        "summary": voucher.summary,
        "kind": voucher.kind,
        "account": line.account,
        "name": line.name,
        **money_tree(**sides),
    }
