"""Reads 对账 as it is stored, for whoever proves it again: lines, marks, sheets, and the log."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from ledger.basis.statutory import DISBURSEMENT_ACCOUNT, FISCAL_ACCOUNT
from ledger.store.bank.bank import sheet_digest
from ledger.store.bank.bank_lines import read_lines
from ledger.store.bank.bank_marks import mark_digest, read_marks, verdict_digest
from ledger.store.tables import schema as s

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ledger.reconcile.lines import BankLine
    from ledger.reconcile.marks import Mark

Row = dict[str, Any]
#: What an approval says, in the order of the table and of the log.
APPROVAL = ("account", "period", "version", "prepared_by", "approved_by", "approved_at")
#: What the verbs call the verdict that each says of every match it names.
SAYING = {"bank-confirm": "confirmed", "bank-unmatch": "undone", "bank-approve": "approved"}


@dataclass(frozen=True, slots=True, kw_only=True)
class BankRows:
    """A book's 对账: lines by account in their run, marks, 余额调节表 and their approvals.

    `lines_of` and `vouchers_of` have, by mark, what each member came to; `false` names the
    marks whose fingerprint does not fit; `logged` are the approvals and `said` the verdicts
    (number of the mark, word) that the log tells of.
    """

    lines: Mapping[str, tuple[BankLine, ...]]
    marks: tuple[Mark, ...]
    sheets: tuple[Row, ...]
    approvals: tuple[Row, ...]
    lines_of: Mapping[str, Mapping[str, int]]
    vouchers_of: Mapping[str, Mapping[str, int]]
    false: frozenset[str]
    logged: frozenset[tuple[str, ...]]
    said: frozenset[tuple[int, str]]


def read_bank_rows(conn: sa.Connection, book: str) -> BankRows:
    """Read a book's 对账."""
    lines_of = members(conn, book, s.bank_match_line, "line")
    vouchers_of = members(conn, book, s.bank_match_voucher, "voucher")
    approvals, said = told(conn, book)
    sheets = rows(conn, book, s.bank_reconciliation)
    return BankRows(
        lines={
            account: tuple(read_lines(conn, book, account))
            for account in (FISCAL_ACCOUNT, DISBURSEMENT_ACCOUNT)
        },
        marks=tuple(read_marks(conn, book)),
        sheets=tuple(row | {"true": sheet_digest(row) == row["digest"]} for row in sheets),
        approvals=tuple(rows(conn, book, s.bank_approval)),
        lines_of=lines_of,
        vouchers_of=vouchers_of,
        false=false_marks(conn, book, lines_of, vouchers_of),
        logged=approvals,
        said=said,
    )


def rows(conn: sa.Connection, book: str, table: sa.Table) -> list[Row]:
    """Read a book's rows of a table in order of their key."""
    query = sa.select(table).where(table.c.book == book).order_by(*table.primary_key)
    return [dict(row) for row in conn.execute(query).mappings()]


def members(
    conn: sa.Connection, book: str, table: sa.Table, name: str
) -> dict[str, dict[str, int]]:
    """Read what the members of marks came to, by mark."""
    c = table.c
    found: dict[str, dict[str, int]] = {}
    query = sa.select(c.matching, c[name], c.amount_fen).where(c.book == book)
    for matching, member, fen in conn.execute(query.order_by(c.matching, c[name])).all():
        found.setdefault(matching, {})[member] = fen
    return found


def false_marks(
    conn: sa.Connection,
    book: str,
    lines_of: Mapping[str, Mapping[str, int]],
    vouchers_of: Mapping[str, Mapping[str, int]],
) -> frozenset[str]:
    """Name the marks that are not what they were when they were made or spoken of."""
    false = set()
    known = set()
    for row in rows(conn, book, s.bank_match):
        known.add(row["id"])
        own = [*lines_of.get(row["id"], {}).items(), *vouchers_of.get(row["id"], {}).items()]
        if mark_digest(row, [[member, fen] for member, fen in own]) != row["digest"]:
            false.add(row["id"])
    for row in rows(conn, book, s.bank_verdict):
        if verdict_digest(row) != row["digest"]:
            false.add(row["matching"])
        known_mark = row["matching"] in known
        false |= set() if known_mark else {row["matching"]}
    return frozenset(false | (set(lines_of) - known) | (set(vouchers_of) - known))


def told(
    conn: sa.Connection, book: str
) -> tuple[frozenset[tuple[str, ...]], frozenset[tuple[int, str]]]:
    """Read what the log tells of approvals, and of what was said of marks."""
    o = s.oplog.c
    query = sa.select(o.action, o.content).where(
        o.book == book, o.action.in_(("bank-reconcile", *SAYING))
    )
    approvals: set[tuple[str, ...]] = set()
    said: set[tuple[int, str]] = set()
    for action, content in conn.execute(query.order_by(o.id)):
        tree = json.loads(content)
        if action == "bank-reconcile":
            approvals.add(tuple(str(tree[name]) for name in (*APPROVAL, "digest")))
        else:
            said |= {(number, SAYING[action]) for number in tree["matches"]}
    return frozenset(approvals), frozenset(said)
