"""The tables that say since when a rule holds, and what a close gave out of the house."""

from __future__ import annotations

from sqlalchemy import PrimaryKeyConstraint, Table

from ledger.store.tables.columns import code, metadata, number

#: Where a book stood when a revision came into use: the last position of each chain year.
upgrade = Table(
    "upgrade",
    metadata,
    code("book", key="book.book"),
    code("revision"),
    code("release"),
    number("chain_year"),
    number("position"),
    code("head"),
    PrimaryKeyConstraint("book", "revision", "chain_year"),
    sqlite_strict=True,
)
#: The digest of each journal file as the program gave it out: `name` is below the book's folder
#: (`2026/03.beancount`); `period` the close after which the file stays as it is, "" before that
#: and for what goes on changing.
journal_file = Table(
    "journal_file",
    metadata,
    code("book", key="book.book"),
    code("name"),
    code("period"),
    code("digest"),
    PrimaryKeyConstraint("book", "name", "period", "digest"),
    sqlite_strict=True,
)
