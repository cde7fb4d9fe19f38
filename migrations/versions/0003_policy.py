"""Policy and 核定: adopted layers, imported figures, and what stands for a hospital's year."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

CODE = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
FEN = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
#: What only grows, as in 0002: each table's primary key.
KEYS: dict[str, tuple[tuple[str, ...], ...]] = {"policy_layer": (("book", "layer", "version"),)}


def code(name: str) -> sa.Column[str]:
    """Declare a text column that is never null."""
    return sa.Column(name, CODE, nullable=False)


def number(name: str) -> sa.Column[int]:
    """Declare a whole-number column that is never null."""
    return sa.Column(name, FEN, nullable=False)


def upgrade() -> None:
    """Create the tables, the index, and the triggers of the table that only grows."""
    op.create_table(
        "policy_layer",
        code("book"),
        code("layer"),
        number("version"),
        number("place"),
        code("digest"),
        code("content"),
        code("reason"),
        code("recorded_by"),
        code("recorded_at"),
        code("adopted_by"),
        code("adopted_at"),
        sa.PrimaryKeyConstraint("book", "layer", "version", name="pk_policy_layer"),
        sa.ForeignKeyConstraint(["book"], ["book.book"], name="fk_policy_layer_book"),
        sqlite_strict=True,
    )
    op.create_table(
        "fund_figure",
        code("book"),
        number("year"),
        number("balance_fen"),
        number("income_fen"),
        number("expenditure_fen"),
        number("forecast_income_fen"),
        number("forecast_expenditure_fen"),
        code("origin"),
        sa.PrimaryKeyConstraint("book", "year", name="pk_fund_figure"),
        sa.ForeignKeyConstraint(["book"], ["book.book"], name="fk_fund_figure_book"),
        sqlite_strict=True,
    )
    op.create_table(
        "hospital_payment",
        code("book"),
        code("hospital"),
        code("month"),
        code("service"),
        code("payer"),
        number("amount_fen"),
        code("origin"),
        sa.PrimaryKeyConstraint(
            "book", "hospital", "month", "service", "payer", name="pk_hospital_payment"
        ),
        sa.ForeignKeyConstraint(["book"], ["book.book"], name="fk_hospital_payment_book"),
        sqlite_strict=True,
    )
    op.create_index("ix_event_kind", "event", ["book", "kind", "year", "hospital"])
    op.create_index(
        "ix_event_irregular",
        "event",
        ["book", "booked"],
        sqlite_where=sa.text("irregular = 1"),
        postgresql_where=sa.text("irregular = 1"),
    )
    add_agency()
    for table, keys in KEYS.items():
        harden(table, keys[0])


def add_agency() -> None:
    """Give hospital versions their 属地经办机构, without leaving a server default behind.

    SQLite cannot drop a default: the table is built anew there, and its triggers with it.
    """
    if op.get_bind().dialect.name != "sqlite":
        op.add_column("hospital_version", sa.Column("agency", CODE, server_default=""))
        op.alter_column("hospital_version", "agency", nullable=False, server_default=None)
        return
    names = ["code", "version", "name", "ownership", "level", "inpatient", "credit_code"]
    names += ["bank_account", "group_name", "valid_from"]
    listed = ", ".join(names)
    op.execute(f"CREATE TEMP TABLE held AS SELECT {listed} FROM hospital_version")
    op.drop_table("hospital_version")
    columns = [number(n) if n in ("version", "inpatient") else code(n) for n in names]
    op.create_table(
        "hospital_version",
        *columns,
        code("agency"),
        sa.PrimaryKeyConstraint("code", "version", name="pk_hospital_version"),
        sa.ForeignKeyConstraint(["code"], ["hospital.code"], name="fk_hospital_version_code"),
        sqlite_strict=True,
    )
    op.execute(f"INSERT INTO hospital_version ({listed}, agency) SELECT {listed}, '' FROM held")
    op.execute("DROP TABLE held")
    harden("hospital_version", ("code", "version"))


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
