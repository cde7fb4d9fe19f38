"""The bank statement of the sample books: what the bank saw, drawn from what the books say.

The bank knows the days of the money, not those of the vouchers, and what nobody has booked yet.
"""

from __future__ import annotations

import csv
import io
from datetime import timedelta
from typing import TYPE_CHECKING

from ledger.basis.money import yuan
from ledger.basis.period import first_day, last_day, period_of
from ledger.store.engine import reading
from ledger.store.masters import read_bank_accounts, read_hospitals
from ledger.workflow.bank.bank_desk import read_sides
from ledger.workflow.bank.draw import book_balance
from ledger.workflow.desk import book_of

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from ledger.workflow.demo.steps import StatementImported
    from ledger.workflow.desk import Desk

HEADINGS = ("交易日期", "摘要", "对方户名", "借方发生额", "贷方发生额", "余额", "流水号")
TREASURY = "兰州市社会保险基金财政专户"


def write_statement(desk: Desk, step: StatementImported, folder: Path) -> Path:
    """Write a month's statement of an account as its bank would hand it over."""
    with reading(desk.engine) as conn:
        book = book_of(conn, step.book)
        sides = read_sides(conn, step.book, step.account)
        names = {
            code: hospital.name
            for code, hospital in read_hospitals(conn, last_day(step.period)).items()
        }
        bank = read_bank_accounts(conn, step.book)[step.account].bank
        # A bank goes on from its own last line; the first statement begins as the books stood.
        before = period_of(first_day(step.period) - timedelta(days=1))
        known = sides.lines[-1].balance_fen if sides.lines else None
        balance = book_balance(conn, book, step.account, before) if known is None else known
    lines: list[tuple[date, str, str, int]] = []
    for unit in sides.units:
        shown = unit.shown
        if unit.net_fen and period_of(shown.date) == step.period:
            other = bank if shown.kind == "interest" else TREASURY
            payee = names.get(shown.hospital, other)
            lines.append((shown.date, shown.summary, payee, unit.net_fen))
    lines += [(day, memo, names[hospital], fen) for day, memo, hospital, fen in step.unbooked]
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(HEADINGS)
    for number, (day, memo, name, fen) in enumerate(sorted(lines, key=lambda line: line[0]), 1):
        balance += fen
        sides_of = ("", yuan(fen)) if fen > 0 else (yuan(-fen), "")
        serial = f"{day:%Y%m%d}{number:06d}"
        table.writerow((day, memo, name, *sides_of, yuan(balance), serial))
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{step.book.replace('/', '-')}-{step.account}-{step.period}.csv"
    path.write_text(out.getvalue(), encoding="gb18030", newline="")
    return path
