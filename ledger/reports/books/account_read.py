"""What a 账页 of one leaf is drawn from, read for a run of months: 明细账 and 日记账 alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ledger.store.vouchers.balances import read_months_of
from ledger.store.vouchers.vouchers import Span, read_entries, read_to_date

if TYPE_CHECKING:
    from ledger.reports.asking import Inquiry
    from ledger.store.standing.brought import Brought
    from ledger.voucher.shown import AccountEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountRead:
    """A leaf's lines of a run of months, and what there was before the first of them.

    `opening_fen` is the debit-positive balance before it; `to_date` the year's 借方 and
    贷方发生额 up to then.
    """

    since: str
    until: str
    opening_fen: int
    to_date: tuple[int, int]
    entries: tuple[AccountEntry, ...]


def read_account(
    inquiry: Inquiry, code: str, *, since: str, until: str, brought: Brought
) -> AccountRead:
    """Read a leaf; `brought` is what a first year had moved before the books began."""
    conn, book, day = inquiry.conn, inquiry.book, inquiry.day
    months = read_months_of(conn, book, [code], before=since)
    debit, credit = read_to_date(conn, book.code, code, f"{since[:4]}-01", since)
    before = brought.get(code, (0, 0))
    entries = read_entries(conn, book.code, code, Span(first=since, last=until))
    return AccountRead(
        since=since,
        until=until,
        opening_fen=months.balance(code, until),
        to_date=(debit + before[0], credit + before[1]),
        entries=tuple(entry for entry in entries if day is None or entry.booked <= day),
    )
