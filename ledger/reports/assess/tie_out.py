"""核对表 tie-out: 核定 ↔ 用款计划 ↔ 支付指令 ↔ 银行回单 ↔ 凭证, payment by payment (R-105).

What auditors check first. A difference stands first and red; what is told beside it (退汇后再付)
is no difference.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

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
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from ledger.events.words import Paper
    from ledger.masters.book import Book


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedPaper:
    """A paper as a payment cites it: its stated amount, and what all that cite it use together."""

    paper: Paper
    stated_fen: int
    used_fen: int
    citing: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TiePayment:
    """One payment that stands: what the event, its papers and its voucher each say.

    `bank_fen` is the event's amount with 差额 counted in, `voucher_fen` what its vouchers put on
    the hospital's leaf, `returned_fen` what the bank gave back.
    """

    key: str
    date: dt.date
    bank_fen: int
    orders: tuple[CitedPaper, ...]
    receipts: tuple[CitedPaper, ...]
    voucher: str
    booked: dt.date
    voucher_fen: int
    returned_fen: int
    irregular: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TieRow:
    """A hospital's year: what was approved (None where nothing was), planned and paid."""

    hospital: str
    name: str
    approved_fen: int | None
    approved_by: str
    payments: tuple[TiePayment, ...]

    @property
    def paid_fen(self) -> int:
        """Return what was paid, less what the bank gave back."""
        return sum(payment.bank_fen - payment.returned_fen for payment in self.payments)

    @property
    def faults(self) -> tuple[str, ...]:
        """Say what does not tie out for the hospital as a whole."""
        paid, approved = self.paid_fen, self.approved_fen
        if approved is None:
            return (f"没有核定，已拨付 {grouped(paid)}",) if self.payments else ()
        if paid > approved:
            return (f"已拨付 {grouped(paid)} 超过核定 {grouped(paid - approved)}",)
        if paid < approved:
            return (f"核定未拨付 {grouped(approved - paid)}",)
        return ()

    @property
    def differs(self) -> bool:
        """Return whether anything of the hospital does not tie out."""
        return bool(self.faults) or any(payment_faults(one) for one in self.payments)


def payment_faults(payment: TiePayment) -> list[str]:
    """Say what does not tie out in one payment."""
    faults = []
    if payment.voucher_fen != payment.bank_fen:
        faults.append(f"凭证 {grouped(payment.voucher_fen)} ≠ 实付 {grouped(payment.bank_fen)}")
    if not payment.orders:
        faults.append("没有支付指令" + ("（特殊情况）" if payment.irregular else ""))
    faults += [
        f"支付指令 {order.paper.number} 日期 {order.paper.date} 晚于付款日 {payment.date}"
        for order in payment.orders
        if order.paper.date > payment.date
    ]
    if not payment.receipts:
        faults.append("没有银行回单")
    for receipt in payment.receipts:
        if receipt.paper.date != payment.date:
            number, day = receipt.paper.number, receipt.paper.date
            faults.append(f"回单 {number} 日期 {day} ≠ 付款日 {payment.date}")
    faults += [
        f"{name} {cited.paper.number} 金额 {grouped(cited.stated_fen)}，"
        f"{cited.citing} 笔业务共用 {grouped(cited.used_fen)}"
        for name, papers in (("支付指令", payment.orders), ("回单", payment.receipts))
        for cited in papers
        if cited.used_fen != cited.stated_fen
    ]
    return faults


def remarks_of(payments: Sequence[TiePayment], at: int) -> list[str]:
    """Return what is worth knowing of a payment, though it ties out."""
    payment = payments[at]
    told = []
    if payment.returned_fen:
        told.append(f"退汇 {grouped(payment.returned_fen)}")
    elif any(earlier.returned_fen for earlier in payments[:at]):
        told.append("退汇后再付")
    told += [
        f"回单 {receipt.paper.number} 由 {receipt.citing} 笔业务共用"
        for receipt in payment.receipts
        if receipt.citing > 1
    ]
    return told


COLUMNS = (
    Column(heading="医疗机构编码", wraps=CODES, spare=True),
    Column(heading="医疗机构", wraps=WORDS),
    money("核定金额"),
    money("用款计划"),
    Column(heading="支付指令", wraps=10),
    Column(heading="指令日期"),
    money("指令金额"),
    Column(heading="银行回单", wraps=10),
    Column(heading="回单日期"),
    money("回单金额"),
    Column(heading="凭证"),
    Column(heading="记账日期", spare=True),
    money("凭证金额"),
    money("退汇"),
    Column(heading="差异", wraps=20),
    Column(heading="备注", wraps=WORDS, spare=True),
)


def tie_out(
    book: Book, rows: Sequence[TieRow], *, year: int, until: dt.date | None, plan: tuple[int, str]
) -> Report:
    """Draw up the table; `plan` is what 财政 allocated in the year, and on which 用款计划."""
    ordered = sorted(rows, key=lambda row: (not row.differs, row.hospital))
    approved = sum(row.approved_fen or 0 for row in rows)
    paid = sum(row.paid_fen for row in rows)
    drawn = [line for row in ordered for line in hospital_rows(row)]
    total: list[Cell] = [None] * len(COLUMNS)
    total[1], total[2], total[3] = "合计", approved, approved
    total[12] = sum(payment.voucher_fen for row in rows for payment in row.payments)
    total[13] = sum(payment.returned_fen for row in rows for payment in row.payments) or None
    differing = sum(row.differs for row in rows)
    as_of = f"截至 {until}；" if until else ""
    return Report(
        title=f"{year}年度拨付核对表",
        subtitle=(
            book_line(book),
            f"{as_of}共 {len(rows)} 家，{differing} 家有差异；{UNIT}",
        ),
        columns=COLUMNS,
        rows=(*drawn, Row(cells=tuple(total), mark="total")),
        alerts=tuple(alert_of(row) for row in ordered if row.differs),
        notes=(
            f"核定合计 {grouped(approved)}，已拨付（扣除退汇）{grouped(paid)}；"
            f"{year}年财政拨入合计 {grouped(plan[0])}"
            + (f"（{plan[1]}）" if plan[1] else "")
            + "。",
            "用款计划按核定金额逐家申请；已红字注销的拨付不列，差额更正计入原凭证。",
        ),
        tree={
            "book": book.code,
            "year": year,
            "rows": [tree_of(row) for row in ordered],
            "differing": differing,
            "total": money_tree(approved=approved, paid=paid, allocated=plan[0]),
        },
    )


def alert_of(row: TieRow) -> str:
    """Say at the head of the table what does not tie out for a hospital."""
    faults = [*row.faults, *(fault for one in row.payments for fault in payment_faults(one))]
    return f"{row.name}：{'；'.join(faults)}"


def hospital_rows(row: TieRow) -> list[Row]:
    """Draw a hospital: a line for each payment, or one where nothing was paid."""
    head = (row.hospital, row.name, row.approved_fen, row.approved_fen)
    if not row.payments:
        blank = ("", None, None, "", None, None, "", None, None, None)
        told = "；".join(row.faults)
        return [Row(cells=(*head, *blank, told, ""), mark="alert" if row.faults else "")]
    lines = []
    for at, payment in enumerate(row.payments):
        faults = [*(row.faults if at == 0 else ()), *payment_faults(payment)]
        start = head if at == 0 else (row.hospital, row.name, None, None)
        told = "；".join(remarks_of(row.payments, at))
        lines.append(
            Row(
                cells=(*start, *payment_cells(payment), "；".join(faults), told),
                mark="alert" if faults else "",
            )
        )
    return lines


def payment_cells(payment: TiePayment) -> tuple[Cell, ...]:
    """Lay one payment over the columns from 支付指令 to 退汇."""
    orders, receipts = payment.orders, payment.receipts
    return (
        "、".join(order.paper.number for order in orders),
        orders[0].paper.date if orders else None,
        sum(order.stated_fen for order in orders) or None,
        "、".join(receipt.paper.number for receipt in receipts),
        receipts[0].paper.date if receipts else None,
        sum(receipt.stated_fen for receipt in receipts) or None,
        payment.voucher,
        payment.booked,
        payment.voucher_fen,
        payment.returned_fen or None,
    )


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
