"""The kinds of columns that every table is made of, and the metadata that the tables are in."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, MetaData, Text

# Codes, dates and digests sort by their bytes on every engine: PostgreSQL must not fold them.
CODE = Text().with_variant(Text(collation="C"), "postgresql")
#: 64 bits everywhere; SQLite's STRICT tables (which refuse 1.5 there) know only INTEGER.
FEN = BigInteger().with_variant(Integer(), "sqlite")

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    }
)


def code(name: str, *, key: str | None = None) -> Column[str]:
    """Declare a text column that is never null; `key` refers to a reference table."""
    if key is None:
        return Column(name, CODE, nullable=False)
    return Column(name, CODE, ForeignKey(key), nullable=False)


def number(name: str) -> Column[int]:
    """Declare a whole-number column that is never null."""
    return Column(name, FEN, nullable=False)
