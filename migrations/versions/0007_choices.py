"""A policy choice takes two people: what was proposed, until another person confirms it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

CODE = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
FEN = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
#: What only grows, as in 0002: each table's primary key.
KEYS: dict[str, tuple[tuple[str, ...], ...]] = {
    "policy_proposal": (("book", "name", "version", "place"),),
}


def code(name: str) -> sa.Column[str]:
    """Declare a text column that is never null."""
    return sa.Column(name, CODE, nullable=False)


def number(name: str) -> sa.Column[int]:
    """Declare a whole-number column that is never null."""
    return sa.Column(name, FEN, nullable=False)


def upgrade() -> None:
    """Create the table and the triggers that keep what is in it."""
    op.create_table(
        "policy_proposal",
        code("book"),
        code("name"),
        number("version"),
        number("place"),
        code("value"),
        number("from_year"),
        code("reason"),
        code("paper"),
        code("recorded_by"),
        code("recorded_at"),
        sa.PrimaryKeyConstraint("book", "name", "version", "place", name="pk_policy_proposal"),
        sa.ForeignKeyConstraint(["book"], ["book.book"], name="fk_policy_proposal_book"),
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
