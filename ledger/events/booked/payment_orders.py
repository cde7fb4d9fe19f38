"""支付指令: what is paid on an order stays within what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.money import grouped
from ledger.basis.terms import PAPER_TYPES
from ledger.events.citing import cited_elsewhere

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ledger.basis.errors import Finding
    from ledger.events.base import Event
    from ledger.policy.facts import Citing, DocumentKey, Facts

CLAUSE_PAID_AS_ORDERED = "财会〔2017〕28号·1101三(四)"


def order_findings(
    event: Event, cited: Sequence[tuple[DocumentKey, Citing]], facts: Facts
) -> Iterator[Finding]:
    """Refuse payment orders stated unequally, used up, or shared without a total."""
    orders = [(key, citing) for key, citing in cited if key.type == "payment-order"]
    yield from orders_unequal(event, [citing for _, citing in orders])
    for key, citing in orders:
        code, message = order_fault(event, key, citing, facts)
        if code:
            yield event.forbidden(
                code,
                message,
                "核对支付指令的编号和金额；一张供几笔拨付使用的，写明它的总金额（附件的金额，"
                "如 payment-order:编号:日期:总金额）",
                clause=CLAUSE_PAID_AS_ORDERED,
                field="papers 附件",
            )


def orders_unequal(event: Event, orders: Sequence[Citing]) -> Iterator[Finding]:
    """Refuse several payment orders behind one payment that do not each say what they order."""
    use = event.bank_use()
    if use is None or len(orders) < 2:
        return
    total = sum(citing.used_fen for citing in orders)
    if total != use.amount_fen or not all(citing.explicit for citing in orders):
        yield event.forbidden(
            "ORDERS_UNEQUAL",
            f"{len(orders)} 张支付指令写明的金额合计 {grouped(total)}，应等于付款金额"
            f" {grouped(use.amount_fen)}",
            "每张支付指令写明金额（附件的金额），合计等于本笔金额",
            clause=CLAUSE_PAID_AS_ORDERED,
            field="papers 附件",
        )


def order_fault(event: Event, key: DocumentKey, citing: Citing, facts: Facts) -> tuple[str, str]:
    """Say what is wrong with one payment on one order, as code and message; "" for nothing.

    The amount that any of the payments states bounds them all; what the bank sent back frees it.
    An order behind one payment is for what it pays. One behind several has to say its total: with
    none stated nothing would bound them.
    """
    earlier = cited_elsewhere(event, key, facts)
    name = f"{PAPER_TYPES[key.type]} {key.number}"
    stated = totals_stated((*earlier, citing))
    used = sum(other.used_fen for other in earlier)
    if stated:
        return stated_fault(name, stated, used, citing.used_fen)
    if not used or stays_on_order(event, key, citing, facts):
        return "", ""
    paid = "、".join(other.key for other in earlier if other.used_fen)
    return "ORDER_TOTAL_MISSING", (
        f"{name} 已付 {grouped(used)}（{paid}），本笔 {grouped(citing.used_fen)}，"
        "几笔共用一张指令，却没有一笔写明它的总金额"
    )


def totals_stated(citings: Iterable[Citing]) -> list[int]:
    """Return the totals that payments state of their order, in fen."""
    return sorted({one.stated_fen for one in citings if one.explicit})


def stated_fault(name: str, stated: Sequence[int], used: int, own: int) -> tuple[str, str]:
    """Say what is wrong with a payment on an order that says its total; "" for nothing."""
    if len(stated) > 1:
        figures = "、".join(grouped(fen) for fen in stated)
        return "DOCUMENT_UNEQUAL", f"{name} 写过不同的金额：{figures}"
    over = used + own - stated[0]
    if over <= 0:
        return "", ""
    return "ORDER_EXCEEDED", (
        f"{name} 金额 {grouped(stated[0])}，已付 {grouped(used)}，"
        f"本笔 {grouped(own)}，超出 {grouped(over)}"
    )


def stays_on_order(event: Event, key: DocumentKey, citing: Citing, facts: Facts) -> bool:
    """Tell a blue voucher that leaves a payment on its order, for no more than it was.

    Books of before the rule have orders that state nothing; their payments are still put right.
    """
    wrong = facts.vouchers.get(event.corrects)
    return wrong is not None and citing.used_fen <= wrong.orders.get(key, 0)
