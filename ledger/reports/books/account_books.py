"""账簿: the 明细账 of one leaf and the 日记账 of a bank account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.projections.account_steps import account_steps
from ledger.reports.books.account_page import account_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ledger.formats.report import Report
    from ledger.masters.book import Book
    from ledger.masters.chart import Leaf
    from ledger.voucher.shown import AccountEntry, Voucher


def subledger(
    book: Book,
    leaf: Leaf,
    *,
    period_from: str,
    period_to: str,
    opening_fen: int,
    to_date: tuple[int, int],
    entries: Sequence[AccountEntry],
) -> Report:
    """Draw up the 明细账 of one leaf.

    `opening_fen` is the debit-positive balance before the first month; `to_date` the year's
    借方 and 贷方发生额 before it.
    """
    steps = tuple(
        account_steps(
            period_from=period_from,
            period_to=period_to,
            opening_fen=opening_fen,
            to_date=to_date,
            entries=entries,
            daily=False,
        )
    )
    return account_page(book, leaf, steps, title="明细账", counterparts=None)


def cash_journal(
    book: Book,
    leaf: Leaf,
    *,
    period_from: str,
    period_to: str,
    opening_fen: int,
    to_date: tuple[int, int],
    entries: Sequence[AccountEntry],
    counterparts: Mapping[tuple[str, int], str],
) -> Report:
    """Draw up the 日记账 of 1004 or 1003: entry by entry, with the balance of every day.

    `counterparts` gives the 对方科目 by period and number (see `counterparts_of`).
    """
    steps = tuple(
        account_steps(
            period_from=period_from,
            period_to=period_to,
            opening_fen=opening_fen,
            to_date=to_date,
            entries=entries,
            daily=True,
        )
    )
    return account_page(book, leaf, steps, title=f"{leaf.name}日记账", counterparts=counterparts)


def counterparts_of(vouchers: Iterable[Voucher], account: str) -> dict[tuple[str, int], str]:
    """Name what stands against an account on each voucher: the first 对方科目, and how many."""
    found = {}
    for voucher in vouchers:
        own = {line.side for line in voucher.lines if line.account == account}
        names = [line.name for line in voucher.lines if line.side not in own]
        if own and names:
            more = f" 等{len(names)}个科目" if len(names) > 1 else ""
            found[voucher.period, voucher.number] = names[0] + more
    return found
