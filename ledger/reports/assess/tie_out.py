"""核对表 tie-out: 核定 ↔ 用款计划 ↔ 支付指令 ↔ 银行回单 ↔ 凭证, payment by payment (R-105).

What auditors check first. A difference stands first and red; what is told beside it (退汇后再付)
is no difference.
"""

from __future__ import annotations

import datetime as dt
from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.errors import refuse
from ledger.basis.money import grouped, yuan
from ledger.formats.report import (
    CODES,
    UNIT,
    WORDS,
    Cell,
    Column,
    Report,
    Row,
    book_line,
    money,
    money_tree,
    named_row,
)
from ledger.reports.asking import day_meant, drawn_by_book
from ledger.reports.assess.tie_parts import payment_faults, remarks_of
from ledger.reports.assess.tie_read import planned, tie_rows
from ledger.reports.kind import ReportKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ledger.masters.book import Book
    from ledger.reports.asking import Inquiry
    from ledger.reports.assess.tie_parts import CitedPaper, TiePayment, TieRow
    from ledger.reports.kind import ReportAsked
    from ledger.workflow.desk import Desk

COLUMNS: Mapping[str, Column] = MappingProxyType(
    {
        "code": Column(heading="医疗机构编码", wraps=CODES, spare=True),
        "name": Column(heading="医疗机构", wraps=WORDS),
        "approved": money("核定金额"),
        "planned": money("用款计划"),
        "orders": Column(heading="支付指令", wraps=10),
        "ordered_on": Column(heading="指令日期", blank=None),
        "ordered": money("指令金额"),
        "receipts": Column(heading="银行回单", wraps=10),
        "received_on": Column(heading="回单日期", blank=None),
        "received": money("回单金额"),
        "voucher": Column(heading="凭证"),
        "booked": Column(heading="记账日期", spare=True, blank=None),
        "vouchered": money("凭证金额"),
        "returned": money("退汇"),
        "faults": Column(heading="差异", wraps=20),
        "remarks": Column(heading="备注", wraps=WORDS, spare=True),
    }
)


def tie_outs(desk: Desk, asked: ReportAsked, day: dt.date | None) -> list[Report]:
    """拨付核对表 of a prepayment year: the one named, that of the month or day, else this one."""
    reports = drawn_by_book(tie_outs_of, desk, asked, day)
    if not reports:
        raise refuse(
            "NOTHING_FOUND",
            f"{asked.hospital} {year_meant(desk, asked, day)} 年度没有核定和拨付",
            "核对 --hospital、--year 和 --book",
        )
    return reports


REPORT = ReportKind(
    name="tie-out",
    title="拨付核对表",
    draw=tie_outs,
    words={"hospital": "", "year": ""},
    help="拨付核对（核定、计划、指令、回单、凭证）",
    listed=15,
    help_at=(9, 1),
    menu=10,
)


def year_meant(desk: Desk, asked: ReportAsked, day: dt.date | None) -> int:
    """Return the prepayment year: the one named, that of the month or day, else this one."""
    return asked.year or (day_meant(asked, day) or desk.today()).year


def tie_outs_of(inquiry: Inquiry) -> list[Report]:
    """拨付核对表 of one book; none where it has nothing of the hospital asked for."""
    desk, conn, book, hospital = inquiry.desk, inquiry.conn, inquiry.book, inquiry.asked.hospital
    until = day_meant(inquiry.asked, inquiry.day)
    year = year_meant(desk, inquiry.asked, inquiry.day)
    end = until or dt.date.max
    rows = tie_rows(desk, conn, book, year, end)
    kept = [row for row in rows if hospital in ("", row.hospital)]
    if hospital and not kept:
        return []
    plan = planned(conn, book, year, end)
    return [tie_out(book, kept, year=year, until=until, plan=plan)]


def tie_out(
    book: Book, rows: Sequence[TieRow], *, year: int, until: dt.date | None, plan: tuple[int, str]
) -> Report:
    """Draw up the table; `plan` is what 财政 allocated in the year, and on which 用款计划."""
    ordered = sorted(rows, key=lambda row: (not row.differs, row.hospital))
    differing = [row for row in ordered if row.differs]
    approved, paid = approved_and_paid(rows)
    as_of = f"截至 {until}；" if until else ""
    drawn = [line for row in ordered for line in hospital_rows(row)]
    return Report(
        title=f"{year}年度{REPORT.title}",
        subtitle=(
            book_line(book),
            f"{as_of}共 {len(rows)} 家，{len(differing)} 家有差异；{UNIT}",
        ),
        columns=tuple(COLUMNS.values()),
        rows=(*drawn, total_row(rows, approved)),
        alerts=tuple(alert_of(row) for row in differing),
        notes=(
            (
                f"核定合计 {grouped(approved)}，已拨付（扣除退汇）{grouped(paid)}；"
                f"{allocated_words(year, plan)}。"
            ),
            "用款计划按核定金额逐家申请；已红字注销的拨付不列，差额更正计入原凭证。",
        ),
        tree={
            "book": book.code,
            "year": year,
            "rows": [tree_of(row) for row in ordered],
            "differing": len(differing),
            "total": money_tree(approved=approved, paid=paid, allocated=plan[0]),
        },
    )


def approved_and_paid(rows: Sequence[TieRow]) -> tuple[int, int]:
    """Add up what was approved, and what was paid."""
    return sum(row.approved_fen or 0 for row in rows), sum(row.paid_fen for row in rows)


def allocated_words(year: int, plan: tuple[int, str]) -> str:
    """Say what 财政 allocated, and on which 用款计划 where they are known."""
    fen, numbers = plan
    told = f"{year}年财政拨入合计 {grouped(fen)}"
    return f"{told}（{numbers}）" if numbers else told


def total_row(rows: Sequence[TieRow], approved: int) -> Row:
    """Add up what was approved, booked and returned."""
    payments = [payment for row in rows for payment in row.payments]
    cells: dict[str, Cell] = dict.fromkeys(COLUMNS)
    cells |= {
        "name": "合计",
        "approved": approved,
        "planned": approved,
        "vouchered": sum(payment.voucher_fen for payment in payments),
        "returned": sum(payment.returned_fen for payment in payments) or None,
    }
    return named_row(COLUMNS, cells, mark="total")


def alert_of(row: TieRow) -> str:
    """Say at the head of the table what does not tie out for a hospital."""
    faults = [*row.faults, *(fault for one in row.payments for fault in payment_faults(one))]
    return f"{row.name}：{'；'.join(faults)}"


def hospital_rows(row: TieRow) -> list[Row]:
    """Draw a hospital: a line for each payment, or one where nothing was paid."""
    if not row.payments:
        return [payment_row(row, row.faults, {})]
    lines = []
    for at, payment in enumerate(row.payments):
        faults = [*(row.faults if at == 0 else ()), *payment_faults(payment)]
        told = "；".join(remarks_of(row.payments, at))
        cells = {**payment_cells(payment), "remarks": told}
        lines.append(payment_row(row, faults, cells, first=at == 0))
    return lines


def payment_row(
    row: TieRow, faults: Sequence[str], cells: Mapping[str, Cell], *, first: bool = True
) -> Row:
    """Draw one line; what was approved stands on a hospital's first."""
    approved = row.approved_fen if first else None
    return named_row(
        COLUMNS,
        {
            "code": row.hospital,
            "name": row.name,
            "approved": approved,
            "planned": approved,
            "faults": "；".join(faults),
            **cells,
        },
        mark="alert" if faults else "",
    )


def payment_cells(payment: TiePayment) -> dict[str, Cell]:
    """Lay one payment over the columns from 支付指令 to 退汇."""
    return {
        **paper_cells(payment.orders, ("orders", "ordered_on", "ordered")),
        **paper_cells(payment.receipts, ("receipts", "received_on", "received")),
        "voucher": payment.voucher,
        "booked": payment.booked,
        "vouchered": payment.voucher_fen,
        "returned": payment.returned_fen or None,
    }


def paper_cells(papers: Sequence[CitedPaper], names: tuple[str, str, str]) -> dict[str, Cell]:
    """Lay papers of one sort over their columns: numbers, the first's day, what they state."""
    numbers, day, stated = names
    return {
        numbers: "、".join(cited.paper.number for cited in papers),
        day: papers[0].paper.date if papers else None,
        stated: sum(cited.stated_fen for cited in papers) or None,
    }


def tree_of(row: TieRow) -> dict[str, object]:
    """Write a hospital for programs."""
    return {
        "hospital": row.hospital,
        "name": row.name,
        "approved": None if row.approved_fen is None else yuan(row.approved_fen),
        "approved_by": row.approved_by or None,
        "paid": yuan(row.paid_fen),
        "differences": list(row.faults),
        "payments": [
            {
                "key": payment.key,
                "date": payment.date,
                "amount": yuan(payment.bank_fen),
                "orders": [paper_tree(order) for order in payment.orders],
                "receipts": [paper_tree(receipt) for receipt in payment.receipts],
                "voucher": payment.voucher,
                "booked": payment.booked,
                "voucher_amount": yuan(payment.voucher_fen),
                "returned": yuan(payment.returned_fen),
                "irregular": payment.irregular,
                "differences": payment_faults(payment),
                "remarks": remarks_of(row.payments, at),
            }
            for at, payment in enumerate(row.payments)
        ],
    }


def paper_tree(cited: CitedPaper) -> dict[str, object]:
    """Write a paper for programs."""
    return {
        "number": cited.paper.number,
        "date": cited.paper.date,
        "amount": yuan(cited.stated_fen),
        "used": yuan(cited.used_fen),
        "events": cited.citing,
    }
