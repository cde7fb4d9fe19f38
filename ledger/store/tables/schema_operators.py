"""The tables of people: their roles, their passwords as hashes, the books they may look at."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, PrimaryKeyConstraint, Table

from ledger.store.tables.columns import code, metadata, number

operator = Table(
    "operator", metadata, code("name"), PrimaryKeyConstraint("name"), sqlite_strict=True
)
operator_roles = Table(
    "operator_roles",
    metadata,
    code("name", key="operator.name"),
    number("version"),
    code("roles"),
    code("since"),
    code("given_by"),
    PrimaryKeyConstraint("name", "version"),
    CheckConstraint(
        "NOT (roles LIKE '%cashier%' AND (roles LIKE '%approver%' OR roles LIKE '%poster%'))",
        name="cashier",
    ),
    sqlite_strict=True,
)
#: Each change of a password is a version; the newest counts. Never the password itself.
credential = Table(
    "credential",
    metadata,
    code("name", key="operator.name"),
    number("version"),
    code("hash"),
    code("set_by"),
    code("set_at"),
    PrimaryKeyConstraint("name", "version"),
    sqlite_strict=True,
)
#: The books that go with a version of a person's roles, by comma; without a row, all books.
operator_scope = Table(
    "operator_scope",
    metadata,
    code("name", key="operator.name"),
    number("version"),
    code("books"),
    PrimaryKeyConstraint("name", "version"),
    CheckConstraint("books <> ''", name="books"),
    sqlite_strict=True,
)
