"""Bank, 财政 and our books: statement lines, matches, and the monthly 余额调节表."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

CODE = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
FEN = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
#: What only grows, as in 0002: each table's primary key, then its other keys.
KEYS: dict[str, tuple[tuple[str, ...], ...]] = {
    "bank_match": (("book", "id"), ("book", "number"), ("book", "id", "matched_by")),
    "bank_match_line": (("book", "matching", "line"),),
    "bank_match_voucher": (("book", "matching", "voucher"),),
    "bank_verdict": (("book", "matching", "verdict"),),
    "bank_reconciliation": (
        ("book", "account", "period", "version"),
        ("book", "account", "period", "version", "prepared_by"),
    ),
    "bank_approval": (("book", "account", "period", "version"),),
}


def code(name: str) -> sa.Column[str]:
    """Declare a text column that is never null."""
    return sa.Column(name, CODE, nullable=False)


def number(name: str) -> sa.Column[int]:
    """Declare a whole-number column that is never null."""
    return sa.Column(name, FEN, nullable=False)


def key(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    """Declare a primary key."""
    return sa.PrimaryKeyConstraint(*columns, name=f"pk_{table}")


def unique(table: str, *columns: str) -> sa.UniqueConstraint:
    """Declare a unique key."""
    return sa.UniqueConstraint(*columns, name=f"uq_{table}_{'_'.join(columns)}")


def refers(table: str, columns: list[str], target: str, far: list[str]) -> sa.ForeignKeyConstraint:
    """Declare a foreign key."""
    return sa.ForeignKeyConstraint(
        columns, [f"{target}.{name}" for name in far], name=f"fk_{table}_{'_'.join(columns)}"
    )


def check(table: str, name: str, rule: str) -> sa.CheckConstraint:
    """Declare a check."""
    return sa.CheckConstraint(rule, name=f"ck_{table}_{name}")


def upgrade() -> None:
    """Create the tables, their indexes, and the triggers of those that only grow."""
    create_lines()
    create_matches()
    create_reconciliations()
    op.create_index("ix_bank_line_date", "bank_line", ["book", "account", "date"])
    op.create_index("ix_bank_match_account", "bank_match", ["book", "account"])
    op.create_index("ix_bank_match_line", "bank_match_line", ["book", "line"])
    op.create_index("ix_bank_match_voucher", "bank_match_voucher", ["book", "voucher"])
    for table, keys in KEYS.items():
        harden(table, keys)


def create_lines() -> None:
    """Create the table of statement lines."""
    t = "bank_line"
    op.create_table(
        t,
        code("book"),
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
        key(t, "book", "id"),
        unique(t, "book", "account", "identity"),
        unique(t, "book", "account", "number"),
        unique(t, "book", "account", "place"),
        refers(t, ["book"], "book", ["book"]),
        check(t, "side", "side IN ('in', 'out')"),
        check(t, "amount", "amount_fen <> 0"),
        sqlite_strict=True,
    )


def create_matches() -> None:
    """Create what is said of lines: matches, their members, and later verdicts."""
    t = "bank_match"
    op.create_table(
        t,
        code("book"),
        code("id"),
        number("number"),
        code("account"),
        code("kind"),
        code("rule"),
        code("why"),
        number("sure"),
        code("matched_by"),
        code("matched_at"),
        code("digest"),
        key(t, "book", "id"),
        unique(t, "book", "number"),
        unique(t, "book", "id", "matched_by"),
        refers(t, ["book"], "book", ["book"]),
        refers(t, ["matched_by"], "operator", ["name"]),
        check(t, "kind", "kind IN ('match', 'outside')"),
        check(t, "sure", "sure IN (0, 1)"),
        check(t, "outside", "kind = 'match' OR sure = 0"),
        sqlite_strict=True,
    )
    for member in ("line", "voucher"):
        t = f"bank_match_{member}"
        more = [refers(t, ["book", "voucher"], "voucher", ["book", "id"])]
        op.create_table(
            t,
            code("book"),
            code("matching"),
            code(member),
            number("amount_fen"),
            key(t, "book", "matching", member),
            refers(t, ["book", "matching"], "bank_match", ["book", "id"]),
            *(more if member == "voucher" else []),
            sqlite_strict=True,
        )
    t = "bank_verdict"
    op.create_table(
        t,
        code("book"),
        code("matching"),
        code("verdict"),
        code("reason"),
        code("matched_by"),
        code("given_by"),
        code("given_at"),
        code("digest"),
        key(t, "book", "matching", "verdict"),
        refers(t, ["book", "matching", "matched_by"], "bank_match", ["book", "id", "matched_by"]),
        refers(t, ["given_by"], "operator", ["name"]),
        check(t, "verdict", "verdict IN ('confirmed', 'approved', 'undone', 'lapsed')"),
        check(t, "four_eyes", "verdict <> 'approved' OR given_by <> matched_by"),
        sqlite_strict=True,
    )


def create_reconciliations() -> None:
    """Create the 余额调节表 and their approvals."""
    t = "bank_reconciliation"
    op.create_table(
        t,
        code("book"),
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
        code("prepared_by"),
        code("prepared_at"),
        key(t, "book", "account", "period", "version"),
        unique(t, "book", "account", "period", "version", "prepared_by"),
        refers(t, ["book"], "book", ["book"]),
        refers(t, ["prepared_by"], "operator", ["name"]),
        check(t, "exclusive", "exclusive IN (0, 1)"),
        sqlite_strict=True,
    )
    t = "bank_approval"
    whole = ["book", "account", "period", "version", "prepared_by"]
    op.create_table(
        t,
        code("book"),
        code("account"),
        code("period"),
        number("version"),
        code("prepared_by"),
        code("approved_by"),
        code("approved_at"),
        key(t, "book", "account", "period", "version"),
        refers(t, whole, "bank_reconciliation", whole),
        refers(t, ["approved_by"], "operator", ["name"]),
        check(t, "four_eyes", "prepared_by <> approved_by"),
        sqlite_strict=True,
    )


def harden(table: str, keys: tuple[tuple[str, ...], ...]) -> None:
    """Refuse UPDATE, DELETE and a second INSERT of the same key, as 0002 does."""
    dialect = op.get_bind().dialect.name
    if dialect == "sqlite":
        for verb in ("update", "delete"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{verb} BEFORE {verb.upper()} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, 'append-only: {verb} on {table}'); END"
            )
        same = [" AND ".join(f"{column} = NEW.{column}" for column in key) for key in keys]
        clashes = " OR ".join(f"EXISTS (SELECT 1 FROM {table} WHERE {rule})" for rule in same)
        op.execute(
            f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} WHEN {clashes} "
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
