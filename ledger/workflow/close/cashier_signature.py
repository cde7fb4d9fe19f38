"""出纳签章 and 结账: who signs a book's receipts and payments, where, and what is not signed yet.

Where a book has a 出纳, its month closes once she has signed what moved 1003 and 1004 (51(一)),
unless the office has chosen 纸上签章. A book without a 出纳 is signed on paper as well.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ledger.audit.closing_checks import Check
from ledger.basis.errors import Finding
from ledger.basis.period import last_day, year_of
from ledger.store.signing.people import read_people
from ledger.store.vouchers.signatures import unsigned_money
from ledger.voucher.shown import voucher_label
from ledger.workflow.policy.policy import policy_of
from ledger.workflow.posting.sign import CLAUSE

if TYPE_CHECKING:
    from datetime import date

    import sqlalchemy as sa

    from ledger.masters.book import Book
    from ledger.workflow.desk import Desk

#: How many vouchers a refusal names.
SHOWN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Signing:
    """How a book's receipts and payments of a month are signed by the cashier.

    `paper` says why they are signed on paper, and is empty where they are signed in the system:
    then `unsigned` are the labels of those that wait for one of the `cashiers`. `offered` tells
    whether the policy that the book adopted knows the choice.
    """

    book: str
    period: str
    cashiers: tuple[str, ...]
    paper: str
    unsigned: tuple[str, ...]
    offered: bool

    def words(self) -> str:
        """Say it in a few words."""
        if self.paper:
            return f"纸上签章：{self.paper}"
        return f"{len(self.unsigned)} 张收付款凭证未签" if self.unsigned else "齐全"


def signing_of(desk: Desk, conn: sa.Connection, book: Book, period: str) -> Signing:
    """Return how a month's receipts and payments are signed, by who is the cashier today."""
    cashiers = cashiers_of(conn, book, desk.today())
    paper, offered = "没有出纳", False
    if cashiers:
        rules = policy_of(desk, conn, book).on(last_day(period))
        # A text adopted before the question was asked does not know it: then it is the system.
        offered = rules.has("cashier_signature")
        chosen = offered and rules.text("cashier_signature") == "paper"
        paper = "已选定口径" if chosen else ""
    unsigned = () if paper else unsigned_money(conn, book.code, period)
    return Signing(
        book=book.code,
        period=period,
        cashiers=cashiers,
        paper=paper,
        unsigned=tuple(voucher_label(one.period, one.number) for one in unsigned),
        offered=offered,
    )


def cashiers_of(conn: sa.Connection, book: Book, day: date) -> tuple[str, ...]:
    """Name who is a cashier of a book today."""
    operators = read_people(conn, day).values()
    cashiers = [operator for operator in operators if operator.may("cashier")]
    return tuple(operator.name for operator in cashiers if operator.sees(book.code))


def signature_check(signing: Signing) -> Check:
    """Say on the closing sheet how the month was signed."""
    return Check(name="出纳签章", figure=signing.words(), findings=())


def signature_findings(signing: Signing) -> list[Finding]:
    """Refuse a month whose receipts and payments the cashier has not all signed."""
    if not signing.unsigned:
        return []
    shown = "、".join(signing.unsigned[:SHOWN]) + "…" * (len(signing.unsigned) > SHOWN)
    first = "" if signing.offered else "先采用新的政策方案（prepay policy adopt），再 "
    choice = f"cashier_signature paper --from-year {year_of(signing.period)} --reason 理由"
    return [
        Finding(
            code="UNSIGNED",
            message=f"{signing.book} {signing.period} 有 {len(signing.unsigned)} 张收付款凭证"
            f"出纳没有签章：{shown}",
            clause=CLAUSE,
            remedy=f"由出纳{'、'.join(signing.cashiers)}签章：prepay --as {signing.cashiers[0]}"
            f" --book {signing.book} sign --all；本单位签在纸质凭证上的，选定纸上签章："
            f"{first}prepay --book {signing.book} policy choose {choice}",
        )
    ]
