"""The tables that say since when a rule holds, and what a close gave out of the house."""

from __future__ import annotations

from sqlalchemy import PrimaryKeyConstraint, Table

from ledger.store.columns import code, metadata, number

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
#: The digest of each journal file as a close wrote it.
journal_file = Table(
    "journal_file",
    metadata,
    code("book", key="book.book"),
    code("period"),
    code("name"),
    code("digest"),
    PrimaryKeyConstraint("book", "period", "name"),
    sqlite_strict=True,
)
