"""A hospital has several bank accounts: its own, and those of 集中核算, each by a paper."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

CODE = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
FEN = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
#: What only grows, as in 0002: each table's primary key.
KEYS: dict[str, tuple[tuple[str, ...], ...]] = {"hospital_account": (("code", "version"),)}


def code(name: str) -> sa.Column[str]:
    """Declare a text column that is never null."""
    return sa.Column(name, CODE, nullable=False)


def upgrade() -> None:
    """Create the table and the triggers that keep what is in it."""
    op.create_table(
        "hospital_account",
        code("code"),
        sa.Column("version", FEN, nullable=False),
        code("number"),
        code("kind"),
        code("valid_from"),
        code("until"),
        code("paper"),
        code("recorded_by"),
        code("recorded_at"),
        sa.PrimaryKeyConstraint("code", "version", name="pk_hospital_account"),
        sa.ForeignKeyConstraint(["code"], ["hospital.code"], name="fk_hospital_account_code"),
        sa.CheckConstraint("kind IN ('own', 'pooled')", name="ck_hospital_account_kind"),
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
