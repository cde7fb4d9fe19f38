"""The tables of 对账: statement lines, what they were matched with, and each 余额调节表.

A statement line is working state, since a wrong file may be taken back; whatever a person or
the program said of lines (matches, verdicts, 调节表 and their approval) is only added to.
"""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    ForeignKeyConstraint,
    Index,
    PrimaryKeyConstraint,
    Table,
    UniqueConstraint,
)

from ledger.store.tables.columns import code, metadata, number

#: `number` is what people call a line by; `place` its place in the run of balances.
bank_line = Table(
    "bank_line",
    metadata,
    code("book", key="book.book"),
    code("id"),
    code("account"),
    number("number"),
    number("place"),
    code("date"),
    code("side"),
    number("amount_fen"),
    number("balance_fen"),
    code("serial"),
    code("receipt"),
    code("summary"),
    code("counterparty"),
    code("counterparty_account"),
    code("identity"),
    code("origin"),
    PrimaryKeyConstraint("book", "id"),
    UniqueConstraint("book", "account", "identity"),
    UniqueConstraint("book", "account", "number"),
    UniqueConstraint("book", "account", "place"),
    CheckConstraint("side IN ('in', 'out')", name="side"),
    CheckConstraint("amount_fen <> 0", name="amount"),
    Index("ix_bank_line_date", "book", "account", "date"),
    sqlite_strict=True,
)
#: A group of lines and vouchers that are one fact, or lines that are not the fund's (`outside`).
#: `digest` covers the row and its members.
bank_match = Table(
    "bank_match",
    metadata,
    code("book", key="book.book"),
    code("id"),
    number("number"),
    code("account"),
    code("kind"),
    code("rule"),
    code("why"),
    number("sure"),
    code("matched_by", key="operator.name"),
    code("matched_at"),
    code("digest"),
    PrimaryKeyConstraint("book", "id"),
    UniqueConstraint("book", "number"),
    UniqueConstraint("book", "id", "matched_by"),
    CheckConstraint("kind IN ('match', 'outside')", name="kind"),
    CheckConstraint("sure IN (0, 1)", name="sure"),
    CheckConstraint("kind = 'match' OR sure = 0", name="outside"),
    Index("ix_bank_match_account", "book", "account"),
    sqlite_strict=True,
)
bank_match_line = Table(
    "bank_match_line",
    metadata,
    code("book"),
    code("matching"),
    code("line"),
    number("amount_fen"),
    PrimaryKeyConstraint("book", "matching", "line"),
    ForeignKeyConstraint(["book", "matching"], ["bank_match.book", "bank_match.id"]),
    Index("ix_bank_match_line", "book", "line"),
    sqlite_strict=True,
)
bank_match_voucher = Table(
    "bank_match_voucher",
    metadata,
    code("book"),
    code("matching"),
    code("voucher"),
    number("amount_fen"),
    PrimaryKeyConstraint("book", "matching", "voucher"),
    ForeignKeyConstraint(["book", "matching"], ["bank_match.book", "bank_match.id"]),
    ForeignKeyConstraint(["book", "voucher"], ["voucher.book", "voucher.id"]),
    Index("ix_bank_match_voucher", "book", "voucher"),
    sqlite_strict=True,
)
#: What was said of a match afterwards; each word once. The last but `lapsed` is a person's.
bank_verdict = Table(
    "bank_verdict",
    metadata,
    code("book"),
    code("matching"),
    code("verdict"),
    code("reason"),
    code("matched_by"),
    code("given_by", key="operator.name"),
    code("given_at"),
    code("digest"),
    PrimaryKeyConstraint("book", "matching", "verdict"),
    ForeignKeyConstraint(
        ["book", "matching", "matched_by"],
        ["bank_match.book", "bank_match.id", "bank_match.matched_by"],
    ),
    CheckConstraint("verdict IN ('confirmed', 'approved', 'undone', 'lapsed')", name="verdict"),
    CheckConstraint("verdict <> 'approved' OR given_by <> matched_by", name="four_eyes"),
    sqlite_strict=True,
)
#: 余额调节表 as it was prepared: `content` is the whole sheet, `digest` its fingerprint.
bank_reconciliation = Table(
    "bank_reconciliation",
    metadata,
    code("book", key="book.book"),
    code("account"),
    code("period"),
    number("version"),
    number("exclusive"),
    number("statement_fen"),
    number("book_fen"),
    number("other_fen"),
    number("adjusted_fen"),
    code("content"),
    code("digest"),
    code("prepared_by", key="operator.name"),
    code("prepared_at"),
    PrimaryKeyConstraint("book", "account", "period", "version"),
    UniqueConstraint("book", "account", "period", "version", "prepared_by"),
    CheckConstraint("exclusive IN (0, 1)", name="exclusive"),
    sqlite_strict=True,
)
bank_approval = Table(
    "bank_approval",
    metadata,
    code("book"),
    code("account"),
    code("period"),
    number("version"),
    code("prepared_by"),
    code("approved_by", key="operator.name"),
    code("approved_at"),
    PrimaryKeyConstraint("book", "account", "period", "version"),
    ForeignKeyConstraint(
        ["book", "account", "period", "version", "prepared_by"],
        [
            "bank_reconciliation.book",
            "bank_reconciliation.account",
            "bank_reconciliation.period",
            "bank_reconciliation.version",
            "bank_reconciliation.prepared_by",
        ],
    ),
    CheckConstraint("prepared_by <> approved_by", name="four_eyes"),
    sqlite_strict=True,
)
