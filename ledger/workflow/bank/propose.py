"""待入账: what the bank has received and our books have not, as rows that `record` reads.

Money from a known hospital's account is proposed as its 返还, what comes back of a payment as
退汇, and a stranger's as 暂收. A person looks at every row before it is recorded.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.errors import refuse, unclear
from ledger.basis.money import yuan
from ledger.basis.statutory import TEMPORARY_PAYMENT
from ledger.basis.terms import BANKS, EVENT_KINDS, FUNDS
from ledger.intake.new_file import check_new_file, write_new_file
from ledger.intake.template import fill_columns
from ledger.intake.workbook.workbook_rows import rows_bytes
from ledger.reconcile.hints import Open, unequal_pairs
from ledger.reconcile.owners import comes_back, directory_of, is_fee, owners_of
from ledger.store.engine import reading
from ledger.store.masters import read_hospitals
from ledger.store.vouchers.balances import balance_rows
from ledger.workflow.bank.bank_desk import (
    BothSides,
    accounts_meant,
    bank_of,
    proposals_among,
    read_sides,
)
from ledger.workflow.desk import Desk, book_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    import sqlalchemy as sa

    from ledger.masters.book import Book
    from ledger.reconcile.lines import BankLine
    from ledger.reconcile.owners import Directory

RETURN_DAYS = 31
COLUMNS = ("kind", "key", "date", "area", "fund", "hospital", "year", "amount", "to")
MORE = ("payer_account", "disbursement", "counterparty", "summary", "papers")
Row = dict[str, str]
#: Which words a workbook has in Chinese.
TERMS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {"kind": EVENT_KINDS, "fund": FUNDS, "to": BANKS}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """Rows ready to record, and how many receipts are left to people."""

    rows: tuple[Row, ...]
    left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipts:
    """What the receipts of an account are judged by: both sides, who owns which account, debts.

    `owed` is used up as rows are drawn up, the oldest year first.
    """

    book: Book
    account: str
    exclusive: bool
    sides: BothSides
    directory: Directory
    owed: dict[str, dict[int, int]]


def propose_rows(desk: Desk, book: str, *, account: str = "") -> Proposed:
    """Draw up rows for the receipts that nothing in our books answers."""
    tried: list[Row | None] = []
    with reading(desk.engine) as conn:
        one = book_of(conn, book)
        directory = directory_of(read_hospitals(conn, desk.today()).values(), desk.today())
        owed = outstanding(conn, one, desk)
        for code in accounts_meant(account):
            receipts = Receipts(
                book=one,
                account=code,
                exclusive=bank_of(conn, book, code).exclusive,
                sides=read_sides(conn, book, code),
                directory=directory,
                owed=owed,
            )
            tried += receipt_rows(receipts)
    rows = tuple(row for row in tried if row is not None)
    return Proposed(rows=rows, left=len(tried) - len(rows))


def receipt_rows(receipts: Receipts) -> list[Row | None]:
    """Draw up a row for each open receipt of an account; None for one that is left to people."""
    sides = receipts.sides
    waiting = {id_ for mark in proposals_among(sides.marks) for id_ in mark.lines}
    # What our books have by another amount is a mistake to find, not money to book again.
    still = Open(lines=sides.open_lines(), units=sides.open_units(), proposed={})
    waiting |= unequal_pairs(still, receipts.directory).keys()
    lines = filter(is_receipt, sides.open_lines())
    return [None if line.id in waiting else row_of(line, receipts) for line in lines]


def is_receipt(line: BankLine) -> bool:
    """Tell money that came in, and is not the bank's own business."""
    return line.net_fen > 0 and line.amount_fen >= 0 and not is_fee(line)


def outstanding(conn: sa.Connection, book: Book, desk: Desk) -> dict[str, dict[int, int]]:
    """Read what each hospital owes, by prepayment year, the oldest first."""
    month = desk.today().isoformat()[:7]
    owed: dict[str, dict[int, int]] = {}
    for row in balance_rows(conn, book, first=month, last=month, base=TEMPORARY_PAYMENT):
        leaf = row.leaf.account
        if row.closing_fen > 0 and leaf.hospital and leaf.year:
            owed.setdefault(leaf.hospital, {})[leaf.year] = row.closing_fen
    return {code: dict(sorted(years.items())) for code, years in owed.items()}


def row_of(line: BankLine, receipts: Receipts) -> Row | None:
    """Draw up the row of one receipt; None where nobody can tell what it is."""
    owners = list(owners_of(line, receipts.directory))
    hospital = owners[0] if len(owners) == 1 else ""
    told = (
        as_payment_return(line, hospital, receipts.sides)
        or as_repayment(line, receipts.owed.get(hospital, {}), hospital)
        or as_suspense(line, hospital, exclusive=receipts.exclusive)
    )
    if told is None:
        return None
    kind, own = told
    return {"kind": kind, **common_words(line, receipts), **own}


def common_words(line: BankLine, receipts: Receipts) -> Row:
    """Write what the row of any receipt says."""
    account, day, amount = receipts.account, line.date.isoformat(), yuan(line.amount_fen)
    number = line.serial or line.receipt or f"{account}-{line.date:%Y%m%d}-{line.number}"
    number = number.replace(":", "-").replace(";", "-")
    return {
        "key": f"bank-{account}-{number}",
        "date": day,
        "area": receipts.book.area,
        "fund": receipts.book.fund,
        "amount": amount,
        "to": account,
        "papers": f"bank-receipt:{number}:{day}:{amount}",
    }


def as_payment_return(line: BankLine, hospital: str, sides: BothSides) -> tuple[str, Row] | None:
    """Take a receipt for 退汇, where it gives a payment back."""
    paid = payment_of(line, hospital, sides) if hospital and comes_back(line) else None
    if paid is None:
        return None
    key, year = paid
    return "payment-return", {"hospital": hospital, "year": str(year), "disbursement": key}


def as_repayment(line: BankLine, years: dict[int, int], hospital: str) -> tuple[str, Row] | None:
    """Take a receipt for 返还 of the oldest year that owes as much; `years` then owes it less."""
    year = next((year for year, fen in years.items() if fen >= line.amount_fen), 0)
    if not year:
        return None
    years[year] -= line.amount_fen
    own = {"hospital": hospital, "year": str(year), "payer_account": line.counterparty_account}
    return "repayment", own


def as_suspense(line: BankLine, hospital: str, *, exclusive: bool) -> tuple[str, Row] | None:
    """Take a receipt for 暂收, where it is the ledger's: of a hospital, or on its own account."""
    party = hospital or line.counterparty or line.counterparty_account
    return ("suspense", {"counterparty": party}) if party and (exclusive or hospital) else None


def payment_of(line: BankLine, hospital: str, sides: BothSides) -> tuple[str, int] | None:
    """Find the payment that a receipt gives back: same hospital, same amount, not long before."""
    for unit in reversed(sides.units):
        near = 0 <= (line.date - unit.shown.date).days <= RETURN_DAYS
        same = unit.shown.hospital == hospital and unit.net_fen == -line.net_fen
        if near and same and unit.shown.kind == "disbursement":
            return unit.shown.key, unit.shown.year
    return None


def write_rows(proposed: Proposed, path: Path) -> None:
    """Write rows to a new file that `record` reads, .xlsx or .jsonl."""
    ending = path.suffix.lower()
    if ending not in (".xlsx", ".jsonl"):
        raise unclear("FILE_KIND", f"不认识的文件类型 {path.name}", "写成 .xlsx 或 .jsonl")
    check_new_file(path)
    if not proposed.rows:
        raise refuse(
            "NOTHING_FOUND", "没有能直接起草的收款", "其余的用 prepay bank list --open 查看"
        )
    data = json_lines(proposed.rows) if ending == ".jsonl" else proposal_sheet(proposed.rows)
    write_new_file(path, data)


def json_lines(rows: Sequence[Row]) -> bytes:
    """Write rows as JSON Lines."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def proposal_sheet(rows: Sequence[Row]) -> bytes:
    """Write rows as a workbook, its words in Chinese, with the columns that any row fills."""
    columns = fill_columns()
    filled = {name for row in rows for name, word in row.items() if word}
    names = [name for name in (*COLUMNS, *MORE) if name in filled]
    return rows_bytes(
        "待入账", [columns[name] for name in names], [words_in_chinese(row) for row in rows]
    )


def words_in_chinese(row: Row) -> Row:
    """Write a row's words of closed vocabularies in Chinese."""
    return {name: TERMS.get(name, {}).get(word, word) for name, word in row.items()}
