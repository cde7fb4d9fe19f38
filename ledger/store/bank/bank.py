"""Reads and writes 余额调节表: prepared, approved, and what they have confirmed."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import sqlalchemy as sa

from ledger.basis.period import last_day
from ledger.masters.stand_in import called, steps_stood
from ledger.store.rows import canonical
from ledger.store.signing.people import read_stand_ins
from ledger.store.tables import schema as s

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping, Sequence

    from ledger.masters.stand_in import StandIn
    from ledger.store.writer import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One version of a month's 余额调节表 as stored; `approved_by` is empty until it is frozen."""

    book: str
    account: str
    period: str
    version: int
    exclusive: bool
    statement_fen: int
    book_fen: int
    other_fen: int
    adjusted_fen: int
    content: str
    digest: str
    prepared_by: str
    prepared_at: str
    approved_by: str
    approved_at: str
    stood: frozenset[str] = frozenset()

    def signer(self, step: str) -> str:
        """Name who took a step (`approved_by`), with 代 where it was by 代理."""
        return called(getattr(self, step), stood=step in self.stood)

    @property
    def number(self) -> str:
        """Number it as it is cited."""
        return sheet_number(self.account, self.period, self.version)


class ConfirmedBalance(NamedTuple):
    """What a bank or 财政 has confirmed: our books' balance of an account on a day.

    `number` is the 余额调节表 that says so.
    """

    account: str
    day: datetime.date
    amount_fen: int
    number: str


def sheet_number(account: str, period: str, version: int) -> str:
    """Number a 余额调节表: `调节表 1004-2026-03-1`."""
    return f"调节表 {account}-{period}-{version}"


def read_sheets(
    conn: sa.Connection, book: str, *, account: str = "", period: str = ""
) -> list[Sheet]:
    """Read 余额调节表 by account, month and version."""
    r, a = s.bank_reconciliation, s.bank_approval.c
    same = sa.and_(
        *(a[n] == r.c[n] for n in ("book", "account", "period", "version")),
    )
    query = sa.select(r, a.approved_by, a.approved_at).outerjoin(s.bank_approval, same)
    query = query.where(r.c.book == book)
    if account:
        query = query.where(r.c.account == account)
    if period:
        query = query.where(r.c.period == period)
    rows = conn.execute(query.order_by(r.c.account, r.c.period, r.c.version))
    stand_ins = read_stand_ins(conn)
    return [sheet_of(row, stand_ins) for row in rows]


def sheet_of(row: sa.Row[Any], stand_ins: Sequence[StandIn]) -> Sheet:
    """Read one."""
    steps = (
        ("prepared_by", "preparer", row.prepared_by, row.prepared_at),
        ("approved_by", "approver", row.approved_by or "", row.approved_at or ""),
    )
    return Sheet(
        book=row.book,
        account=row.account,
        period=row.period,
        version=row.version,
        exclusive=bool(row.exclusive),
        statement_fen=row.statement_fen,
        book_fen=row.book_fen,
        other_fen=row.other_fen,
        adjusted_fen=row.adjusted_fen,
        content=row.content,
        digest=row.digest,
        prepared_by=row.prepared_by,
        prepared_at=row.prepared_at,
        approved_by=row.approved_by or "",
        approved_at=row.approved_at or "",
        stood=steps_stood(stand_ins, steps),
    )


def add_sheet(conn: sa.Connection, row: Row) -> str:
    """Add a prepared 余额调节表; gives the fingerprint of all that its row says."""
    digest = sheet_digest(row)
    conn.execute(sa.insert(s.bank_reconciliation), {**row, "digest": digest})
    return digest


def sheet_digest(row: Mapping[str, Any]) -> str:
    """Return the fingerprint of a 余额调节表: every column of its row but this one."""
    names = [column.name for column in s.bank_reconciliation.columns if column.name != "digest"]
    return hashlib.sha256(canonical([row[name] for name in names]).encode()).hexdigest()


def add_approval(conn: sa.Connection, sheet: Sheet, *, by: str, at: str) -> None:
    """Freeze a 余额调节表 by a second person's approval."""
    conn.execute(
        sa.insert(s.bank_approval),
        {
            "book": sheet.book,
            "account": sheet.account,
            "period": sheet.period,
            "version": sheet.version,
            "prepared_by": sheet.prepared_by,
            "approved_by": by,
            "approved_at": at,
        },
    )


def frozen_through(conn: sa.Connection, book: str, account: str) -> str:
    """Return the newest month of an account whose 余额调节表 is approved; "" before the first."""
    a = s.bank_approval.c
    query = sa.select(sa.func.max(a.period)).where(a.book == book, a.account == account)
    return conn.execute(query).scalar() or ""


def read_confirmed_balances(conn: sa.Connection, book: str, year: int) -> list[ConfirmedBalance]:
    """Read what the approved 余额调节表 of a year confirm of the accounts that are ours alone.

    What is confirmed is our books' own balance at the month's end: the sheet has explained
    every fen between it and the statement. Of several versions the newest counts.
    """
    newest: dict[tuple[str, str], Sheet] = {}
    for sheet in read_sheets(conn, book):
        if sheet.approved_by and sheet.exclusive and sheet.period.startswith(f"{year:04d}-"):
            newest[sheet.account, sheet.period] = sheet
    return [
        ConfirmedBalance(account, last_day(period), sheet.book_fen, sheet.number)
        for (account, period), sheet in sorted(newest.items())
    ]
