"""总账, read: leaves added up into the accounts asked for, month by month."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ledger.basis.period import year_of
from ledger.masters.chart import is_under
from ledger.store.standing.brought import read_brought
from ledger.store.vouchers.balances import balance_rows, read_accounts
from ledger.store.vouchers.movements import balances_on, read_months

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ledger.masters.book import Book
    from ledger.masters.chart import Leaf
    from ledger.reports.asking import Inquiry
    from ledger.store.standing.brought import Brought
    from ledger.workflow.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthSums:
    """A month's 借方 and 贷方发生额, in fen."""

    period: str
    debit_fen: int
    credit_fen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerAccount:
    """An account of the 总账: what it brought into the year, and the months that moved it.

    `brought` is the 借方 and 贷方累计 of a first year's months before the books began;
    `opening_fen` stands behind them.
    """

    code: str
    name: str
    opening_fen: int
    brought: tuple[int, int]
    months: tuple[MonthSums, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeavesRead:
    """The leaves of a year: balances before its first month, months' 借方 and 贷方, brought in."""

    openings: Mapping[str, int]
    months: Mapping[str, Mapping[str, tuple[int, int]]]
    brought: Brought

    @property
    def codes(self) -> list[str]:
        """Return the leaves that have something to show."""
        opened = {code for code, fen in self.openings.items() if fen}
        return sorted({*opened, *self.months, *self.brought})


def ledger_accounts(inquiry: Inquiry, first: str, last: str) -> list[LedgerAccount]:
    """Add leaves up into the accounts of the 总账."""
    read = read_leaves(inquiry, first, last)
    leaves = read_accounts(inquiry.conn, inquiry.book.code, read.codes)
    accounts = []
    for head in heads_of(read.codes, inquiry.asked.account):
        below = [code for code in read.codes if is_under(code, head)]
        if below:
            name = account_name(inquiry.desk, inquiry.book, head, leaves[below[0]])
            accounts.append(added_account(head, name, below, read))
    return accounts


def heads_of(codes: Sequence[str], asked: str) -> list[str]:
    """Return the account asked for, else the first-level accounts that leaves stand below."""
    return [asked] if asked else sorted({code.partition(".")[0] for code in codes})


def read_leaves(inquiry: Inquiry, first: str, last: str) -> LeavesRead:
    """Read the leaves of a year up to a month, or to the day asked for."""
    conn, book = inquiry.conn, inquiry.book
    months = read_months(conn, book, year=year_of(last), last=last)
    if inquiry.day is not None:
        for row in balances_on(conn, book, inquiry.day):
            months.setdefault(row.leaf.account.code, {})[last] = (row.debit_fen, row.credit_fen)
    rows = balance_rows(conn, book, first=first, last=first)
    return LeavesRead(
        openings={row.leaf.account.code: row.opening_fen for row in rows},
        months=months,
        brought=read_brought(conn, book, year_of(last)),
    )


def added_account(head: str, name: str, below: Sequence[str], read: LeavesRead) -> LedgerAccount:
    """Add the leaves below an account up."""
    return LedgerAccount(
        code=head,
        name=name,
        opening_fen=sum(read.openings.get(code, 0) for code in below),
        brought=added_up(read.brought[code] for code in below if code in read.brought),
        months=added_months([read.months.get(code, {}) for code in below]),
    )


def added_months(leaves: Iterable[Mapping[str, tuple[int, int]]]) -> tuple[MonthSums, ...]:
    """Add the months of leaves up, in order."""
    debits: Counter[str] = Counter()
    credits_: Counter[str] = Counter()
    for months in leaves:
        for period, (debit, credit) in months.items():
            debits[period] += debit
            credits_[period] += credit
    return tuple(
        MonthSums(period=period, debit_fen=debits[period], credit_fen=credits_[period])
        for period in sorted(debits)
    )


def added_up(sides: Iterable[tuple[int, int]]) -> tuple[int, int]:
    """Add 借方 and 贷方 up."""
    pairs = tuple(sides)
    return sum(debit for debit, _ in pairs), sum(credit for _, credit in pairs)


def account_name(desk: Desk, book: Book, code: str, leaf: Leaf) -> str:
    """Name an account of any level; `leaf` is one at or below it."""
    chart = desk.chart(book.fund)
    if code in chart.accounts:
        return chart.accounts[code].full_name
    if code == leaf.account.code:
        return leaf.name
    return chart.full_name(leaf.account.base, holder=leaf.holder)
