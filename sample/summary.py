"""Ends the sample story with what a newcomer wants to know: what there is, and that it proves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.money import grouped
from ledger.basis.statutory import TEMPORARY_PAYMENT
from ledger.store.engine import reading
from ledger.store.masters import read_books
from ledger.store.vouchers.balances import balance_rows, last_seal
from ledger.workflow.close.verify import verify
from sample.stage import PASSWORD
from sample.story import sample_offices

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import sqlalchemy as sa

    from ledger.masters.book import Book
    from ledger.workflow.desk import Desk


def summarise(desk: Desk, folder: Path, say: Callable[[str], None]) -> None:
    """Tell each book, whether everything proves, and where to look next."""
    results = verify(desk, root=folder / "journals")
    say("")
    with reading(desk.engine) as conn:
        books = read_books(conn)
        for office in sample_offices():
            for code in office.books:
                say(book_told(conn, books[code]))
    wrong = sum(len(result.findings) for result in results)
    say(f"验证 {len(results)} 项：{'全部相符' if not wrong else f'{wrong} 处不符'}")
    say(f"示例人员的密码是“{PASSWORD}”加本人姓名；他们的密钥标明“示例”，不能用于真账")
    say(f"账簿在 {folder / 'prepay.db'}，Beancount 账本在 {folder / 'journals'}")
    say(f"接着看：prepay --database {folder / 'prepay.db'} report trial-balance --period 2025-12")


def book_told(conn: sa.Connection, book: Book) -> str:
    """Say in a line what a book paid ahead, what is still out, and how far it is closed."""
    seal = last_seal(conn, book.code)
    assert seal is not None, book.code
    period = seal.period.replace("-13", "-12")
    rows = balance_rows(conn, book, first=book.start, last=period, base=TEMPORARY_PAYMENT)
    paid = sum(row.debit_fen for row in rows)
    left = sum(row.closing_fen for row in rows)
    end = f"{book.start} 至 {period} 已逐月结账"
    if not paid:
        return f"{book.name}：没有预付，{end}"
    return f"{book.name}：1101 暂付款借方累计 {grouped(paid)} 元，余额 {grouped(left)} 元，{end}"
