"""结账与对账: which months need an approved 余额调节表, and how each account stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ledger.basis.errors import Finding
from ledger.basis.money import grouped
from ledger.basis.period import period_of
from ledger.basis.terms import BANKS
from ledger.reconcile.running import CLAUSE
from ledger.store.bank.bank import read_sheets
from ledger.store.bank.bank_lines import first_days
from ledger.store.vouchers.balances import balance_rows
from ledger.workflow.bank.bank_desk import ACCOUNTS, bank_of, read_sides
from ledger.workflow.bank.draw import draw, entered_on, posted_behind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    import sqlalchemy as sa

    from ledger.masters.book import Book
    from ledger.store.bank.bank import Sheet
    from ledger.voucher.shown import BalanceRow
    from ledger.workflow.bank.bank_desk import BothSides


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciled:
    """How an account stands with its 余额调节表 of a month: in words, and what is in the way.

    `open` is true where nobody has imported a statement yet, so that nothing is asked.
    """

    account: str
    words: str
    open: bool
    findings: tuple[Finding, ...]


def reconciled_accounts(
    conn: sa.Connection, book: Book, period: str, sides: dict[str, BothSides] | None = None
) -> list[Reconciled]:
    """Return how each bank account stands at a month's end.

    `sides` keeps what was read of each account, for whoever asks month after month.

    An account is asked for from the month of its first statement line on: the first import is
    what switches it on. Before that it is only said aloud, where the books have anything on it.
    """
    days = first_days(conn, book.code)
    known = {} if sides is None else sides
    found = []
    for account in ACCOUNTS:
        rows = balance_rows(conn, book, first=period, last=period, base=account)
        first = days.get(account)
        if first is not None and period_of(first) <= period:
            both = sides_of(conn, book.code, account, known)
            found.append(of_account(conn, book, both, period, closing_of(rows)))
        elif any(map(is_touched, rows)):
            found.append(not_begun(account, first))
    return found


def sides_of(
    conn: sa.Connection, book: str, account: str, known: dict[str, BothSides]
) -> BothSides:
    """Read both sides of an account, or take what was read of it before."""
    if account not in known:
        known[account] = read_sides(conn, book, account)
    return known[account]


def closing_of(rows: Iterable[BalanceRow]) -> int:
    """Add up what leaves close with."""
    return sum(row.closing_fen for row in rows)


def is_touched(row: BalanceRow) -> bool:
    """Tell a leaf that the books have anything on."""
    return bool(row.closing_fen or row.debit_fen or row.credit_fen)


def not_begun(account: str, first: date | None) -> Reconciled:
    """Say that an account has no statement of a month yet; `first` is the first line's day."""
    why = f"对账单从 {first} 才开始" if first is not None else "还没有导入对账单"
    words = f"没有余额调节表：{why}"
    return Reconciled(account=account, words=words, open=True, findings=())


def of_account(
    conn: sa.Connection, book: Book, sides: BothSides, period: str, balance_fen: int
) -> Reconciled:
    """Return how one account with statements stands."""
    account = sides.account
    sheets = read_sheets(conn, book.code, account=account, period=period)
    approved = [sheet for sheet in sheets if sheet.approved_by]
    name = f"{book.code} {account} {BANKS[account]} {period}"
    remedy = f"prepay bank adjust --period {period} --submit，再由另一人 prepay bank approve"
    if not approved:
        words = f"{sheets[-1].number} 待审核" if sheets else "没有余额调节表"
        what = f"{name} 的余额调节表还没有审核" if sheets else f"{name} 还没有余额调节表"
        return refused(account, words, "RECONCILIATION_MISSING", what, remedy)
    sheet = approved[-1]
    if outdated := outdated_by(conn, book, sides, sheet, balance_fen):
        what = f"{name} 的余额调节表审核{outdated}"
        return refused(account, f"{sheet.number} 已过时", "RECONCILIATION_STALE", what, remedy)
    words = (
        f"{sheet.number}　调节后余额 {grouped(sheet.adjusted_fen)}　"
        f"编制 {sheet.prepared_by}　审核 {sheet.approved_by}"
    )
    return Reconciled(account=account, words=words, open=False, findings=())


def outdated_by(
    conn: sa.Connection, book: Book, sides: BothSides, sheet: Sheet, balance_fen: int
) -> str:
    """Say what has changed since a sheet was approved; "" where nothing has."""
    if bank_of(conn, book.code, sides.account).exclusive != sheet.exclusive:
        return f"以后，账户改登记为{'共用' if sheet.exclusive else '专用'}"
    if posted_behind(sheet, draw(conn, book, sheet.period, entered_on(sheet), sides)):
        return (
            f"时本账余额 {grouped(sheet.book_fen)}，"
            f"现在是 {grouped(balance_fen)}，未达账项也不同了：审核以后又记了账"
        )
    return ""


def refused(account: str, words: str, code: str, what: str, remedy: str) -> Reconciled:
    """Say what stands in the way of a close."""
    finding = Finding(code=code, message=what, clause=CLAUSE, remedy=remedy)
    return Reconciled(account=account, words=words, open=False, findings=(finding,))


def reconciliation_findings(conn: sa.Connection, book: Book, period: str) -> list[Finding]:
    """List what stands in the way of a close."""
    return [f for one in reconciled_accounts(conn, book, period) for f in one.findings]
