"""A rule has a first day: where each book stood at an upgrade, and what each close exported."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

CODE = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
FEN = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
#: What only grows, as in 0002: each table's primary key.
KEYS: dict[str, tuple[tuple[str, ...], ...]] = {
    "upgrade": (("book", "revision", "chain_year"),),
    "journal_file": (("book", "name", "period", "digest"),),
}


def code(name: str) -> sa.Column[str]:
    """Declare a text column that is never null."""
    return sa.Column(name, CODE, nullable=False)


def number(name: str) -> sa.Column[int]:
    """Declare a whole-number column that is never null."""
    return sa.Column(name, FEN, nullable=False)


def upgrade() -> None:
    """Create both tables and the triggers that keep what is in them."""
    op.create_table(
        "upgrade",
        code("book"),
        code("revision"),
        code("release"),
        number("chain_year"),
        number("position"),
        code("head"),
        sa.PrimaryKeyConstraint("book", "revision", "chain_year", name="pk_upgrade"),
        sa.ForeignKeyConstraint(["book"], ["book.book"], name="fk_upgrade_book"),
        sqlite_strict=True,
    )
    op.create_table(
        "journal_file",
        code("book"),
        code("name"),
        code("period"),
        code("digest"),
        sa.PrimaryKeyConstraint("book", "name", "period", "digest", name="pk_journal_file"),
        sa.ForeignKeyConstraint(["book"], ["book.book"], name="fk_journal_file_book"),
        sqlite_strict=True,
    )
    for table, keys in KEYS.items():
        harden(table, keys[0])


def harden(table: str, key: tuple[str, ...]) -> None:
    """Refuse UPDATE, DELETE and a second INSERT of the same key, as 0002 does."""
    dialect = op.get_bind().dialect.name
    if dialect == "sqlite":
        for verb in ("update", "delete"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{verb} BEFORE {verb.upper()} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, 'append-only: {verb} on {table}'); END"
            )
        same = " AND ".join(f"{column} = NEW.{column}" for column in key)
        op.execute(
            f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} "
            f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {same}) "
            f"BEGIN SELECT RAISE(ABORT, 'append-only: replace on {table}'); END"
        )
    elif dialect == "postgresql":
        op.execute(
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION prepay_append_only()"
        )
        op.execute(
            f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION prepay_append_only()"
        )
