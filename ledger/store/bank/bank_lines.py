"""Reads and writes statement lines (对账单)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from ledger.reconcile.follow import StatementKnown
from ledger.reconcile.lines import BankLine, identities
from ledger.store.masters import chunks
from ledger.store.tables import schema as s
from ledger.store.writer import insert

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


def read_lines(
    conn: sa.Connection, book: str, account: str, *, until: date | None = None
) -> list[BankLine]:
    """Read an account's lines in the run of balances, up to a day."""
    b = s.bank_line
    query = sa.select(b).where(b.c.book == book, b.c.account == account).order_by(b.c.place)
    if until is not None:
        query = query.where(b.c.date <= until.isoformat())
    return [line_of(row) for row in conn.execute(query)]


def line_of(row: sa.Row[Any]) -> BankLine:
    """Read one line."""
    return BankLine(
        id=row.id,
        number=row.number,
        place=row.place,
        date=date.fromisoformat(row.date),
        side=row.side,
        amount_fen=row.amount_fen,
        balance_fen=row.balance_fen,
        serial=row.serial,
        receipt=row.receipt,
        summary=row.summary,
        counterparty=row.counterparty,
        counterparty_account=row.counterparty_account,
        origin=row.origin,
    )


def read_known(
    conn: sa.Connection, book: str, account: str, read: Sequence[BankLine]
) -> StatementKnown:
    """Read what is imported of an account that a file's lines could repeat or must follow."""
    b = s.bank_line
    mine = sa.select(b).where(b.c.book == book, b.c.account == account)
    first = conn.execute(mine.order_by(b.c.place).limit(1)).first()
    last = conn.execute(mine.order_by(b.c.place.desc()).limit(1)).first()
    days = {line.date.isoformat() for line in read}
    alike = [
        *rows_with(conn, mine, b.c.identity, identities(tuple(read))),
        *rows_with(conn, mine, b.c.date, days),
    ]
    return StatementKnown(
        first=line_of(first) if first else None,
        last=line_of(last) if last else None,
        lines={row.identity: line_of(row) for row in alike},
    )


def rows_with(
    conn: sa.Connection, mine: sa.Select[Any], column: sa.Column[Any], values: Iterable[str]
) -> Iterator[sa.Row[Any]]:
    """Read an account's lines that have one of these values in a column."""
    for part in chunks(values):
        yield from conn.execute(mine.where(column.in_(part)).order_by(s.bank_line.c.place))


def last_number(conn: sa.Connection, book: str, account: str) -> int:
    """Return the highest number of an account's lines."""
    b = s.bank_line.c
    query = sa.select(sa.func.max(b.number)).where(b.book == book, b.account == account)
    return conn.execute(query).scalar() or 0


def add_lines(
    conn: sa.Connection, book: str, account: str, lines: Iterable[tuple[str, BankLine]]
) -> None:
    """Add lines, each by its identity."""
    insert(
        conn,
        s.bank_line,
        [
            {
                "book": book,
                "id": line.id,
                "account": account,
                "number": line.number,
                "place": line.place,
                "date": line.date.isoformat(),
                "side": line.side,
                "amount_fen": line.amount_fen,
                "balance_fen": line.balance_fen,
                "serial": line.serial,
                "receipt": line.receipt,
                "summary": line.summary,
                "counterparty": line.counterparty,
                "counterparty_account": line.counterparty_account,
                "identity": identity,
                "origin": line.origin,
            }
            for identity, line in lines
        ],
    )


def remove_lines(conn: sa.Connection, book: str, ids: Iterable[str]) -> None:
    """Take lines of a wrong file back; the log keeps what they were."""
    b = s.bank_line
    for part in chunks(ids):
        conn.execute(sa.delete(b).where(b.c.book == book, b.c.id.in_(part)))


def first_days(conn: sa.Connection, book: str) -> dict[str, date]:
    """Return the first day of an account's statements, by account; none where none is imported."""
    b = s.bank_line.c
    query = (
        sa.select(b.account, sa.func.min(b.date))
        .where(b.book == book)
        .group_by(b.account)
        .order_by(b.account)
    )
    return {account: date.fromisoformat(day) for account, day in conn.execute(query)}


def last_line_day(conn: sa.Connection, book: str, account: str, until: date) -> date | None:
    """Return the day of an account's last line up to a day; None where there is none."""
    b = s.bank_line.c
    query = sa.select(sa.func.max(b.date)).where(
        b.book == book, b.account == account, b.date <= until.isoformat()
    )
    day = conn.execute(query).scalar()
    return date.fromisoformat(day) if day else None
