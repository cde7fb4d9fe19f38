"""结账与对账: which months need an approved 余额调节表, and how each account stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ledger.basis.errors import Finding
from ledger.basis.money import grouped
from ledger.basis.period import period_of
from ledger.basis.terms import BANKS
from ledger.reconcile.running import CLAUSE
from ledger.store.balances import balance_rows
from ledger.store.bank import read_sheets
from ledger.store.bank_lines import first_days
from ledger.workflow.bank.bank_desk import ACCOUNTS, bank_of, read_sides
from ledger.workflow.bank.draw import draw, entered_on, posted_behind

if TYPE_CHECKING:
    import sqlalchemy as sa

    from ledger.masters.book import Book
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
    found = []
    for account in ACCOUNTS:
        rows = balance_rows(conn, book, first=period, last=period, base=account)
        touched = any(row.closing_fen or row.debit_fen or row.credit_fen for row in rows)
        begun = account in days and period_of(days[account]) <= period
        if begun:
            known = {} if sides is None else sides
            if account not in known:
                known[account] = read_sides(conn, book.code, account)
            balance_fen = sum(row.closing_fen for row in rows)
            found.append(of_account(conn, book, known[account], period, balance_fen))
        elif touched:
            why = "还没有导入对账单" if account not in days else f"对账单从 {days[account]} 才开始"
            words = f"没有余额调节表：{why}"
            found.append(Reconciled(account=account, words=words, open=True, findings=()))
    return found


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
    if bank_of(conn, book.code, account).exclusive != sheet.exclusive:
        what = f"{name} 的余额调节表审核以后，账户改登记为{'共用' if sheet.exclusive else '专用'}"
        return refused(account, f"{sheet.number} 已过时", "RECONCILIATION_STALE", what, remedy)
    if posted_behind(sheet, draw(conn, book, period, entered_on(sheet), sides)):
        what = (
            f"{name} 的余额调节表审核时本账余额 {grouped(sheet.book_fen)}，"
            f"现在是 {grouped(balance_fen)}，未达账项也不同了：审核以后又记了账"
        )
        return refused(account, f"{sheet.number} 已过时", "RECONCILIATION_STALE", what, remedy)
    words = (
        f"{sheet.number}　调节后余额 {grouped(sheet.adjusted_fen)}　"
        f"编制 {sheet.prepared_by}　审核 {sheet.approved_by}"
    )
    return Reconciled(account=account, words=words, open=False, findings=())


def refused(account: str, words: str, code: str, what: str, remedy: str) -> Reconciled:
    """Say what stands in the way of a close."""
    finding = Finding(code=code, message=what, clause=CLAUSE, remedy=remedy)
    return Reconciled(account=account, words=words, open=False, findings=(finding,))


def reconciliation_findings(conn: sa.Connection, book: Book, period: str) -> list[Finding]:
    """List what stands in the way of a close."""
    return [f for one in reconciled_accounts(conn, book, period) for f in one.findings]
