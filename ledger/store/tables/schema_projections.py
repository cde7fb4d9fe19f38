"""The tables of projections: both can be dropped and rebuilt from the legs."""

from __future__ import annotations

from sqlalchemy import ForeignKeyConstraint, Index, PrimaryKeyConstraint, Table

from ledger.store.tables.columns import code, metadata, number

turnover = Table(
    "turnover",
    metadata,
    code("book"),
    code("account"),
    code("period"),
    number("debit_fen"),
    number("credit_fen"),
    PrimaryKeyConstraint("book", "account", "period"),
    ForeignKeyConstraint(["book", "account"], ["account.book", "account.code"]),
    Index("ix_turnover_period", "book", "period"),
    sqlite_strict=True,
)
opening = Table(
    "opening",
    metadata,
    code("book"),
    code("account"),
    number("year"),
    number("balance_fen"),
    PrimaryKeyConstraint("book", "account", "year"),
    ForeignKeyConstraint(["book", "account"], ["account.book", "account.code"]),
    Index("ix_opening_year", "book", "year"),
    sqlite_strict=True,
)
