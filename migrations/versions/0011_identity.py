"""Who did it: keys and their seals, what was signed, frozen drafts, and the facts of the office."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

CODE = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
FEN = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
#: What only grows, as in 0002: each table's primary key.
KEYS: dict[str, tuple[tuple[str, ...], ...]] = {
    "person_key": (("name", "version"),),
    "key_seal": (("name", "version", "sealing"),),
    "signing": (("book", "id"),),
    "signed_fact": (("book", "event"),),
    "office_fact": (("book", "position"),),
}


def code(name: str) -> sa.Column[str]:
    """Declare a text column that is never null."""
    return sa.Column(name, CODE, nullable=False)


def number(name: str) -> sa.Column[int]:
    """Declare a whole-number column that is never null."""
    return sa.Column(name, FEN, nullable=False)


def upgrade() -> None:
    """Create the tables, the office's control row, and the triggers that keep what is in them."""
    keys()
    signed()
    office()
    for table, columns in KEYS.items():
        harden(table, columns[0])


def keys() -> None:
    """Create the tables of keys."""
    op.create_table(
        "person_key",
        code("name"),
        number("version"),
        code("algorithm"),
        code("public"),
        code("made_at"),
        sa.PrimaryKeyConstraint("name", "version", name="pk_person_key"),
        sa.ForeignKeyConstraint(["name"], ["operator.name"], name="fk_person_key_name"),
        sqlite_strict=True,
    )
    op.create_table(
        "key_seal",
        code("name"),
        number("version"),
        number("sealing"),
        code("cost"),
        code("salt"),
        code("box"),
        code("sealed_at"),
        sa.PrimaryKeyConstraint("name", "version", "sealing", name="pk_key_seal"),
        sa.ForeignKeyConstraint(["name"], ["operator.name"], name="fk_key_seal_name"),
        sa.ForeignKeyConstraint(
            ["name", "version"], ["person_key.name", "person_key.version"], name="fk_key_seal_key"
        ),
        sqlite_strict=True,
    )


def signed() -> None:
    """Create the tables of what was signed, and of drafts as they were prepared."""
    op.create_table(
        "signing",
        code("book"),
        code("id"),
        code("act"),
        code("signer"),
        number("key"),
        code("at"),
        code("content"),
        code("digest"),
        code("signature"),
        sa.PrimaryKeyConstraint("book", "id", name="pk_signing"),
        sa.ForeignKeyConstraint(["signer"], ["operator.name"], name="fk_signing_signer"),
        sqlite_strict=True,
    )
    op.create_index("ix_signing_signer", "signing", ["book", "signer", "key"])
    op.create_table(
        "signed_fact",
        code("book"),
        code("event"),
        code("public_digest"),
        code("private_digest"),
        code("prepared"),
        code("approved"),
        code("posted"),
        sa.PrimaryKeyConstraint("book", "event", name="pk_signed_fact"),
        sa.ForeignKeyConstraint(
            ["book", "event"], ["event.book", "event.id"], name="fk_signed_fact_book_event"
        ),
        sqlite_strict=True,
    )
    op.create_table(
        "frozen_draft",
        code("book"),
        code("draft"),
        code("shown"),
        code("public_digest"),
        code("private_digest"),
        code("prepared"),
        code("approved"),
        sa.PrimaryKeyConstraint("book", "draft", name="pk_frozen_draft"),
        sqlite_strict=True,
    )


def office() -> None:
    """Create the tables of the office, which is a book of its own: `-`."""
    op.create_table(
        "office_fact",
        code("book"),
        number("position"),
        code("kind"),
        code("subject"),
        code("content"),
        code("proposed"),
        code("confirmed"),
        code("recorded_at"),
        code("fact_digest"),
        code("link"),
        sa.PrimaryKeyConstraint("book", "position", name="pk_office_fact"),
        sa.CheckConstraint("book = '-'", name="ck_office_fact_office"),
        sa.CheckConstraint("position >= 1", name="ck_office_fact_position"),
        sqlite_strict=True,
    )
    control = op.create_table(
        "office_control",
        code("book"),
        number("turns"),
        sa.PrimaryKeyConstraint("book", name="pk_office_control"),
        sa.CheckConstraint("book = '-'", name="ck_office_control_office"),
        sqlite_strict=True,
    )
    op.bulk_insert(control, [{"book": "-", "turns": 0}])
    op.create_table(
        "office_proposal",
        code("book"),
        code("id"),
        code("kind"),
        code("subject"),
        code("content"),
        code("proposer"),
        code("proposed"),
        code("proposed_at"),
        sa.PrimaryKeyConstraint("book", "id", name="pk_office_proposal"),
        sa.ForeignKeyConstraint(
            ["proposer"], ["operator.name"], name="fk_office_proposal_proposer"
        ),
        sa.CheckConstraint("book = '-'", name="ck_office_proposal_office"),
        sqlite_strict=True,
    )


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
