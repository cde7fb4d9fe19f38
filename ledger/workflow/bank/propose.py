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
from ledger.intake.template import fill_columns
from ledger.intake.workbook_rows import rows_bytes
from ledger.reconcile.hints import Open, unequal_pairs
from ledger.reconcile.owners import comes_back, directory_of, is_fee, owners_of
from ledger.store.balances import balance_rows
from ledger.store.engine import reading
from ledger.store.masters import read_hospitals
from ledger.workflow.bank.bank_desk import ACCOUNTS, BothSides, bank_of, read_sides
from ledger.workflow.desk import Desk, book_of

if TYPE_CHECKING:
    from collections.abc import Mapping
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


def propose_rows(desk: Desk, book: str, *, account: str = "") -> Proposed:
    """Draw up rows for the receipts that nothing in our books answers."""
    rows: list[Row] = []
    left = 0
    with reading(desk.engine) as conn:
        one = book_of(conn, book)
        directory = directory_of(read_hospitals(conn, desk.today()).values(), desk.today())
        owed = outstanding(conn, one, desk)
        for code in [account] if account else ACCOUNTS:
            exclusive = bank_of(conn, book, code).exclusive
            sides = read_sides(conn, book, code)
            waiting = {id_ for m in sides.marks if m.state == "proposed" for id_ in m.lines}
            # What our books have by another amount is a mistake to find, not money to book again.
            still = Open(lines=sides.open_lines(), units=sides.open_units(), proposed={})
            waiting |= unequal_pairs(still, directory).keys()
            for line in sides.open_lines():
                if line.net_fen <= 0 or line.amount_fen < 0 or is_fee(line):
                    continue
                row = None
                if line.id not in waiting:
                    row = row_of(one, code, line, directory, owed, sides, exclusive=exclusive)
                rows += [row] if row else []
                left += not row
    return Proposed(rows=tuple(rows), left=left)


def outstanding(conn: sa.Connection, book: Book, desk: Desk) -> dict[str, dict[int, int]]:
    """Read what each hospital owes, by prepayment year, the oldest first."""
    month = desk.today().isoformat()[:7]
    owed: dict[str, dict[int, int]] = {}
    for row in balance_rows(conn, book, first=month, last=month, base=TEMPORARY_PAYMENT):
        leaf = row.leaf.account
        if row.closing_fen > 0 and leaf.hospital and leaf.year:
            owed.setdefault(leaf.hospital, {})[leaf.year] = row.closing_fen
    return {code: dict(sorted(years.items())) for code, years in owed.items()}


def row_of(
    book: Book,
    account: str,
    line: BankLine,
    directory: Directory,
    owed: dict[str, dict[int, int]],
    sides: BothSides,
    *,
    exclusive: bool,
) -> Row | None:
    """Draw up the row of one receipt; None where nobody can tell what it is."""
    number = line.serial or line.receipt or f"{account}-{line.date:%Y%m%d}-{line.number}"
    number = number.replace(":", "-").replace(";", "-")
    common = {
        "key": f"bank-{account}-{number}",
        "date": line.date.isoformat(),
        "area": book.area,
        "fund": book.fund,
        "amount": yuan(line.amount_fen),
        "to": account,
        "papers": f"bank-receipt:{number}:{line.date.isoformat()}:{yuan(line.amount_fen)}",
    }
    owners = list(owners_of(line, directory))
    hospital = owners[0] if len(owners) == 1 else ""
    if hospital and comes_back(line):
        paid = payment_of(line, hospital, sides)
        if paid is not None:
            own = {"hospital": hospital, "year": str(paid[1]), "disbursement": paid[0]}
            return {"kind": "payment-return", **common, **own}
    years = owed.get(hospital, {})
    year = next((year for year, fen in years.items() if fen >= line.amount_fen), 0)
    if year:
        years[year] -= line.amount_fen
        own = {"hospital": hospital, "year": str(year)}
        return {
            "kind": "repayment",
            **common,
            **own,
            "payer_account": line.counterparty_account,
        }
    party = hospital or line.counterparty or line.counterparty_account
    if party and (exclusive or hospital):
        return {"kind": "suspense", **common, "counterparty": party}
    return None


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
    if path.exists():
        raise unclear("FILE_EXISTS", f"文件 {path.name} 已经存在", "换一个文件名，以免盖掉填好的表")
    if not proposed.rows:
        raise refuse(
            "NOTHING_FOUND", "没有能直接起草的收款", "其余的用 prepay bank list --open 查看"
        )
    if ending == ".jsonl":
        content = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in proposed.rows)
        data = content.encode()
    else:
        known = fill_columns()
        names = [n for n in (*COLUMNS, *MORE) if any(row.get(n) for row in proposed.rows)]
        rows = [{n: TERMS.get(n, {}).get(w, w) for n, w in row.items()} for row in proposed.rows]
        data = rows_bytes("待入账", [known[name] for name in names], rows)
    try:
        path.write_bytes(data)
    except OSError as error:
        raise unclear(
            "FILE_UNWRITABLE", f"写不了 {path}：{error.strerror}", "换一个文件夹"
        ) from None
