"""Hardening: the database itself refuses to change or remove what the ledger only adds to.

The engine is right without these triggers; they stop other hands. SQLite needs a trigger on
INSERT as well: INSERT OR REPLACE rewrites a row past the others unless `recursive_triggers`
is on. A batch migration of a table here must create its triggers anew.
"""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"

#: Each table's primary key, and after it the other keys that a REPLACE could run into.
KEYS: dict[str, tuple[tuple[str, ...], ...]] = {
    "account": (("book", "code"),),
    "correction": (("book", "voucher"),),
    "event": (("book", "id"), ("book", "key"), ("book", "chain_year", "position")),
    "evidence": (("book", "event", "line"),),
    "hospital_version": (("code", "version"),),
    "leg": (("book", "voucher", "line"),),
    "operator_roles": (("name", "version"),),
    "oplog": (("book", "id"),),
    "policy_value": (("book", "name", "version"),),
    "seal": (("book", "period"),),
    "signature": (("book", "event", "role"),),
    "voucher": (("book", "id"), ("book", "period", "number")),
}


def upgrade() -> None:
    """Create the triggers that fit the engine; another engine goes without."""
    dialect = op.get_bind().dialect.name
    if dialect == "sqlite":
        for table, keys in KEYS.items():
            harden_sqlite(table, keys)
    elif dialect == "postgresql":
        op.execute(
            """
            CREATE FUNCTION prepay_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                RAISE EXCEPTION 'append-only: % on %', TG_OP, TG_TABLE_NAME
                    USING ERRCODE = 'integrity_constraint_violation';
            END $$
            """
        )
        for table in KEYS:
            op.execute(
                f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} "
                "FOR EACH ROW EXECUTE FUNCTION prepay_append_only()"
            )
            op.execute(
                f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} "
                "FOR EACH STATEMENT EXECUTE FUNCTION prepay_append_only()"
            )


def harden_sqlite(table: str, keys: tuple[tuple[str, ...], ...]) -> None:
    """Refuse UPDATE, DELETE and a second INSERT of the same key."""
    for verb in ("update", "delete"):
        op.execute(
            f"CREATE TRIGGER {table}_no_{verb} BEFORE {verb.upper()} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, 'append-only: {verb} on {table}'); END"
        )
    same = [" AND ".join(f"{column} = NEW.{column}" for column in key) for key in keys]
    if table == "correction":
        same.append(
            "book = NEW.book AND corrects = NEW.corrects AND form <> 'blue' AND NEW.form <> 'blue'"
        )
    clashes = " OR ".join(f"EXISTS (SELECT 1 FROM {table} WHERE {rule})" for rule in same)
    op.execute(
        f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} WHEN {clashes} "
        f"BEGIN SELECT RAISE(ABORT, 'append-only: replace on {table}'); END"
    )
