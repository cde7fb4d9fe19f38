"""The yardstick's hands: sqlite3 with executemany, psycopg with COPY; one transaction each."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING, Any

import psycopg
import sqlalchemy as sa

from benchmarks.bare import DRAFT, Standing, Written, rows_of
from benchmarks.stage import StillClock
from ledger.basis.clock import stamp
from ledger.basis.identity import Identity
from ledger.voucher.chain import genesis

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

BY = "主管丁"
TABLES = ("account", "event", "evidence", "voucher", "leg")
WIDTHS = {"account": 8, "event": 26, "evidence": 11, "voucher": 8, "leg": 7}
UPSERTS = (
    """
    INSERT INTO period VALUES ({m}, {m}, {m}) ON CONFLICT (book, period)
    DO UPDATE SET last_number = excluded.last_number
    """,
    """
    INSERT INTO turnover VALUES ({m}, {m}, {m}, {m}, {m}) ON CONFLICT (book, account, period)
    DO UPDATE SET debit_fen = turnover.debit_fen + excluded.debit_fen,
                  credit_fen = turnover.credit_fen + excluded.credit_fen
    """,
)


def post_bare(url: str, book: str) -> None:
    """Post every approved draft of a book through the bare driver."""
    if "://" in url:
        made = sa.make_url(url).set(drivername="postgresql")
        with psycopg.connect(made.render_as_string(hide_password=False)) as conn:
            cursor = conn.cursor()
            post_with(cursor, "%s", book, lambda table, rows: copy(cursor, table, rows))
        return
    lite = sqlite3.connect(url, isolation_level=None)
    for pragma in ("synchronous = FULL", "foreign_keys = ON", "recursive_triggers = ON"):
        lite.execute(f"PRAGMA {pragma}")
    lite.execute("BEGIN IMMEDIATE")
    post_with(lite.cursor(), "?", book, lambda table, rows: many(lite, table, rows))
    lite.execute("COMMIT")
    lite.close()


def post_with(
    cursor: Any, m: str, book: str, insert: Callable[[str, Sequence[tuple[Any, ...]]], None]
) -> None:
    """Do all of it: the book's turn, read, make rows, write, remove the drafts, log."""
    cursor.execute(f"UPDATE control SET turns = turns WHERE book = {m}", (book,))
    standing = read_standing(cursor, m, book)
    cursor.execute(
        f"SELECT {', '.join(DRAFT)} FROM draft WHERE book = {m} AND approved_by <> ''", (book,)
    )
    drafts = cursor.fetchall()
    clock = StillClock()
    at = stamp(clock.now())
    written: Written = rows_of(drafts, standing, by=BY, at=at)
    for table in TABLES:
        insert(table, getattr(written, table))
    cursor.executemany(UPSERTS[0].format(m=m), written.period)
    cursor.executemany(UPSERTS[1].format(m=m), written.turnover)
    approved = f"book = {m} AND approved_by <> ''"
    frozen = f"book = {m} AND draft IN (SELECT id FROM draft WHERE {approved})"
    cursor.execute(f"DELETE FROM frozen_draft WHERE {frozen}", (book, book))
    cursor.execute(f"DELETE FROM draft WHERE {approved}", (book,))
    # The log names drafts in the order they were prepared.
    keys = [draft[4] for draft in sorted(drafts, key=lambda draft: draft[1])]
    cursor.execute(
        f"INSERT INTO oplog VALUES ({', '.join([m] * 7)})",
        (
            book,
            Identity(clock, seed=7).new(),
            at,
            BY,
            "post",
            keys[0] if len(keys) == 1 else f"{keys[0]} … {keys[-1]}（{len(keys)} 笔）",
            json.dumps({"vouchers": len(keys)}, separators=(",", ":")),
        ),
    )


def read_standing(cursor: Any, m: str, book: str) -> Standing:
    """Read what numbers, names and chain go on from."""

    def pairs(query: str, *words: object) -> dict[Any, Any]:
        cursor.execute(query, words)
        return dict(cursor.fetchall())

    year = 2026
    cursor.execute(
        "SELECT position, link FROM event"
        f" WHERE book = {m} AND chain_year = {m} ORDER BY position DESC LIMIT 1",
        (book, year),
    )
    chain = cursor.fetchone() or (0, genesis(book, year))
    return Standing(
        book=book,
        names=pairs(f"SELECT code, name FROM account WHERE book = {m}", book),
        hospitals=pairs("SELECT code, name FROM hospital_version ORDER BY code, version"),
        numbers=pairs(
            f"SELECT period, last_number FROM period WHERE book = {m} AND period LIKE {m}",
            book,
            f"{year}-%",
        ),
        chain=chain,
    )


def many(conn: sqlite3.Connection, table: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """Insert through executemany."""
    marks = ", ".join("?" * WIDTHS[table])
    conn.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)


def copy(cursor: psycopg.Cursor[Any], table: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """Insert through COPY."""
    with cursor.copy(f"COPY {table} FROM STDIN") as stream:
        for row in rows:
            stream.write_row(row)
