"""拨付核对, payment by payment: what event, papers and voucher say, and what does not tie out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ledger.basis.money import grouped

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from ledger.events.words import Paper


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
    faults += order_faults(payment)
    faults += receipt_faults(payment)
    faults += amount_faults("支付指令", payment.orders)
    faults += amount_faults("回单", payment.receipts)
    return faults


def order_faults(payment: TiePayment) -> Iterator[str]:
    """Say which payment orders are missing or late."""
    if not payment.orders:
        yield "没有支付指令" + ("（特殊情况）" if payment.irregular else "")
    for order in payment.orders:
        number, day = order.paper.number, order.paper.date
        if day > payment.date:
            yield f"支付指令 {number} 日期 {day} 晚于付款日 {payment.date}"


def receipt_faults(payment: TiePayment) -> Iterator[str]:
    """Say which receipts are missing or of another day."""
    if not payment.receipts:
        yield "没有银行回单"
    for receipt in payment.receipts:
        number, day = receipt.paper.number, receipt.paper.date
        if day != payment.date:
            yield f"回单 {number} 日期 {day} ≠ 付款日 {payment.date}"


def amount_faults(name: str, papers: Sequence[CitedPaper]) -> Iterator[str]:
    """Say which papers do not state what those that cite them use together."""
    for cited in papers:
        if cited.used_fen != cited.stated_fen:
            stated, used = grouped(cited.stated_fen), grouped(cited.used_fen)
            yield f"{name} {cited.paper.number} 金额 {stated}，{cited.citing} 笔业务共用 {used}"


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
