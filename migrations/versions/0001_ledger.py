"""The ledger: masters, drafts, posted facts, projections."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

CODE = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
FEN = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Create every table."""
    op.create_table(
        "hospital",
        sa.Column("code", CODE, nullable=False),
        sa.PrimaryKeyConstraint("code", name="pk_hospital"),
        sqlite_strict=True,
    )
    op.create_table(
        "operator",
        sa.Column("name", CODE, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_operator"),
        sqlite_strict=True,
    )
    op.create_table(
        "oplog",
        sa.Column("book", CODE, nullable=False),
        sa.Column("id", CODE, nullable=False),
        sa.Column("at", CODE, nullable=False),
        sa.Column("operator", CODE, nullable=False),
        sa.Column("action", CODE, nullable=False),
        sa.Column("subject", CODE, nullable=False),
        sa.Column("content", CODE, nullable=False),
        sa.PrimaryKeyConstraint("book", "id", name="pk_oplog"),
        sqlite_strict=True,
    )
    op.create_index("ix_oplog_at", "oplog", ["book", "at"], unique=False)
    op.create_table(
        "pooling_area",
        sa.Column("area", CODE, nullable=False),
        sa.Column("name", CODE, nullable=False),
        sa.PrimaryKeyConstraint("area", name="pk_pooling_area"),
        sqlite_strict=True,
    )
    op.create_table(
        "book",
        sa.Column("book", CODE, nullable=False),
        sa.Column("area", CODE, nullable=False),
        sa.Column("fund", CODE, nullable=False),
        sa.Column("profile", CODE, nullable=False),
        sa.Column("start", CODE, nullable=False),
        sa.CheckConstraint("book = area || '/' || fund", name="ck_book_code"),
        sa.ForeignKeyConstraint(["area"], ["pooling_area.area"], name="fk_book_area"),
        sa.PrimaryKeyConstraint("book", name="pk_book"),
        sqlite_strict=True,
    )
    op.create_table(
        "hospital_version",
        sa.Column("code", CODE, nullable=False),
        sa.Column("version", FEN, nullable=False),
        sa.Column("name", CODE, nullable=False),
        sa.Column("ownership", CODE, nullable=False),
        sa.Column("level", CODE, nullable=False),
        sa.Column("inpatient", FEN, nullable=False),
        sa.Column("credit_code", CODE, nullable=False),
        sa.Column("bank_account", CODE, nullable=False),
        sa.Column("group_name", CODE, nullable=False),
        sa.Column("valid_from", CODE, nullable=False),
        sa.ForeignKeyConstraint(["code"], ["hospital.code"], name="fk_hospital_version_code"),
        sa.PrimaryKeyConstraint("code", "version", name="pk_hospital_version"),
        sqlite_strict=True,
    )
    op.create_table(
        "operator_roles",
        sa.Column("name", CODE, nullable=False),
        sa.Column("version", FEN, nullable=False),
        sa.Column("roles", CODE, nullable=False),
        sa.Column("since", CODE, nullable=False),
        sa.Column("given_by", CODE, nullable=False),
        sa.CheckConstraint(
            "NOT (roles LIKE '%cashier%' AND (roles LIKE '%approver%' OR roles LIKE '%poster%'))",
            name="ck_operator_roles_cashier",
        ),
        sa.ForeignKeyConstraint(["name"], ["operator.name"], name="fk_operator_roles_name"),
        sa.PrimaryKeyConstraint("name", "version", name="pk_operator_roles"),
        sqlite_strict=True,
    )
    op.create_table(
        "account",
        sa.Column("book", CODE, nullable=False),
        sa.Column("code", CODE, nullable=False),
        sa.Column("base", CODE, nullable=False),
        sa.Column("hospital", CODE, nullable=False),
        sa.Column("year", FEN, nullable=False),
        sa.Column("counterparty", CODE, nullable=False),
        sa.Column("holder", CODE, nullable=False),
        sa.Column("name", CODE, nullable=False),
        sa.ForeignKeyConstraint(["book"], ["book.book"], name="fk_account_book"),
        sa.PrimaryKeyConstraint("book", "code", name="pk_account"),
        sqlite_strict=True,
    )
    op.create_index("ix_account_hospital", "account", ["book", "hospital", "year"], unique=False)
    op.create_table(
        "bank_account",
        sa.Column("book", CODE, nullable=False),
        sa.Column("code", CODE, nullable=False),
        sa.Column("bank", CODE, nullable=False),
        sa.Column("number", CODE, nullable=False),
        sa.Column("exclusive", FEN, nullable=False),
        sa.CheckConstraint("exclusive IN (0, 1)", name="ck_bank_account_exclusive"),
        sa.ForeignKeyConstraint(["book"], ["book.book"], name="fk_bank_account_book"),
        sa.PrimaryKeyConstraint("book", "code", name="pk_bank_account"),
        sqlite_strict=True,
    )
    op.create_table(
        "control",
        sa.Column("book", CODE, nullable=False),
        sa.Column("turns", FEN, nullable=False),
        sa.ForeignKeyConstraint(["book"], ["book.book"], name="fk_control_book"),
        sa.PrimaryKeyConstraint("book", name="pk_control"),
        sqlite_strict=True,
    )
    op.create_table(
        "draft",
        sa.Column("book", CODE, nullable=False),
        sa.Column("id", CODE, nullable=False),
        sa.Column("unit", CODE, nullable=False),
        sa.Column("kind", CODE, nullable=False),
        sa.Column("key", CODE, nullable=False),
        sa.Column("content_digest", CODE, nullable=False),
        sa.Column("date", CODE, nullable=False),
        sa.Column("booked", CODE, nullable=False),
        sa.Column("hospital", CODE, nullable=False),
        sa.Column("year", FEN, nullable=False),
        sa.Column("amount_fen", FEN, nullable=False),
        sa.Column("corrects", CODE, nullable=False),
        sa.Column("irregular", FEN, nullable=False),
        sa.Column("content", CODE, nullable=False),
        sa.Column("origin", CODE, nullable=False),
        sa.Column("prepared_by", CODE, nullable=False),
        sa.Column("prepared_at", CODE, nullable=False),
        sa.Column("papers", CODE, nullable=False),
        sa.Column("approved_by", CODE, nullable=False),
        sa.Column("approved_at", CODE, nullable=False),
        sa.CheckConstraint("prepared_by <> approved_by", name="ck_draft_four_eyes"),
        sa.ForeignKeyConstraint(["book"], ["book.book"], name="fk_draft_book"),
        sa.ForeignKeyConstraint(["prepared_by"], ["operator.name"], name="fk_draft_prepared_by"),
        sa.PrimaryKeyConstraint("book", "id", name="pk_draft"),
        sa.UniqueConstraint("book", "key", name="uq_draft_book_key"),
        sqlite_strict=True,
    )
    op.create_table(
        "event",
        sa.Column("book", CODE, nullable=False),
        sa.Column("id", CODE, nullable=False),
        sa.Column("unit", CODE, nullable=False),
        sa.Column("kind", CODE, nullable=False),
        sa.Column("key", CODE, nullable=False),
        sa.Column("content_digest", CODE, nullable=False),
        sa.Column("date", CODE, nullable=False),
        sa.Column("booked", CODE, nullable=False),
        sa.Column("hospital", CODE, nullable=False),
        sa.Column("year", FEN, nullable=False),
        sa.Column("amount_fen", FEN, nullable=False),
        sa.Column("corrects", CODE, nullable=False),
        sa.Column("irregular", FEN, nullable=False),
        sa.Column("content", CODE, nullable=False),
        sa.Column("origin", CODE, nullable=False),
        sa.Column("prepared_by", CODE, nullable=False),
        sa.Column("prepared_at", CODE, nullable=False),
        sa.Column("approved_by", CODE, nullable=False),
        sa.Column("approved_at", CODE, nullable=False),
        sa.Column("posted_by", CODE, nullable=False),
        sa.Column("posted_at", CODE, nullable=False),
        sa.Column("chain_year", FEN, nullable=False),
        sa.Column("position", FEN, nullable=False),
        sa.Column("journal_digest", CODE, nullable=False),
        sa.Column("fact_digest", CODE, nullable=False),
        sa.Column("link", CODE, nullable=False),
        sa.CheckConstraint("position >= 1", name="ck_event_position"),
        sa.CheckConstraint("prepared_by <> approved_by", name="ck_event_four_eyes"),
        sa.ForeignKeyConstraint(["approved_by"], ["operator.name"], name="fk_event_approved_by"),
        sa.ForeignKeyConstraint(["book"], ["book.book"], name="fk_event_book"),
        sa.ForeignKeyConstraint(["posted_by"], ["operator.name"], name="fk_event_posted_by"),
        sa.ForeignKeyConstraint(["prepared_by"], ["operator.name"], name="fk_event_prepared_by"),
        sa.PrimaryKeyConstraint("book", "id", name="pk_event"),
        sa.UniqueConstraint(
            "book", "chain_year", "position", name="uq_event_book_chain_year_position"
        ),
        sa.UniqueConstraint("book", "key", name="uq_event_book_key"),
        sqlite_strict=True,
    )
    op.create_table(
        "period",
        sa.Column("book", CODE, nullable=False),
        sa.Column("period", CODE, nullable=False),
        sa.Column("last_number", FEN, nullable=False),
        sa.ForeignKeyConstraint(["book"], ["book.book"], name="fk_period_book"),
        sa.PrimaryKeyConstraint("book", "period", name="pk_period"),
        sqlite_strict=True,
    )
    op.create_table(
        "policy_value",
        sa.Column("book", CODE, nullable=False),
        sa.Column("name", CODE, nullable=False),
        sa.Column("version", FEN, nullable=False),
        sa.Column("value", CODE, nullable=False),
        sa.Column("clause", CODE, nullable=False),
        sa.Column("layer", CODE, nullable=False),
        sa.Column("since", CODE, nullable=False),
        sa.Column("reason", CODE, nullable=False),
        sa.Column("recorded_by", CODE, nullable=False),
        sa.Column("recorded_at", CODE, nullable=False),
        sa.ForeignKeyConstraint(["book"], ["book.book"], name="fk_policy_value_book"),
        sa.PrimaryKeyConstraint("book", "name", "version", name="pk_policy_value"),
        sqlite_strict=True,
    )
    op.create_table(
        "seal",
        sa.Column("book", CODE, nullable=False),
        sa.Column("period", CODE, nullable=False),
        sa.Column("vouchers", FEN, nullable=False),
        sa.Column("events", FEN, nullable=False),
        sa.Column("debit_fen", FEN, nullable=False),
        sa.Column("credit_fen", FEN, nullable=False),
        sa.Column("balances_digest", CODE, nullable=False),
        sa.Column("signatures_digest", CODE, nullable=False),
        sa.Column("position", FEN, nullable=False),
        sa.Column("head", CODE, nullable=False),
        sa.Column("previous", CODE, nullable=False),
        sa.Column("digest", CODE, nullable=False),
        sa.Column("closed_by", CODE, nullable=False),
        sa.Column("closed_at", CODE, nullable=False),
        sa.ForeignKeyConstraint(["book"], ["book.book"], name="fk_seal_book"),
        sa.ForeignKeyConstraint(["closed_by"], ["operator.name"], name="fk_seal_closed_by"),
        sa.PrimaryKeyConstraint("book", "period", name="pk_seal"),
        sqlite_strict=True,
    )
    op.create_table(
        "signature",
        sa.Column("book", CODE, nullable=False),
        sa.Column("event", CODE, nullable=False),
        sa.Column("role", CODE, nullable=False),
        sa.Column("name", CODE, nullable=False),
        sa.Column("signed_at", CODE, nullable=False),
        sa.CheckConstraint("role IN ('cashier', 'chief')", name="ck_signature_role"),
        sa.ForeignKeyConstraint(["book"], ["book.book"], name="fk_signature_book"),
        sa.ForeignKeyConstraint(["name"], ["operator.name"], name="fk_signature_name"),
        sa.PrimaryKeyConstraint("book", "event", "role", name="pk_signature"),
        sqlite_strict=True,
    )
    op.create_table(
        "evidence",
        sa.Column("book", CODE, nullable=False),
        sa.Column("event", CODE, nullable=False),
        sa.Column("line", FEN, nullable=False),
        sa.Column("type", CODE, nullable=False),
        sa.Column("number", CODE, nullable=False),
        sa.Column("date", CODE, nullable=False),
        sa.Column("title", CODE, nullable=False),
        sa.Column("amount_fen", FEN, nullable=False),
        sa.Column("sheets", FEN, nullable=False),
        sa.Column("kept_with", CODE, nullable=False),
        sa.Column("file", CODE, nullable=False),
        sa.ForeignKeyConstraint(
            ["book", "event"], ["event.book", "event.id"], name="fk_evidence_book_event"
        ),
        sa.PrimaryKeyConstraint("book", "event", "line", name="pk_evidence"),
        sqlite_strict=True,
    )
    op.create_index("ix_evidence_number", "evidence", ["book", "type", "number"], unique=False)
    op.create_table(
        "opening",
        sa.Column("book", CODE, nullable=False),
        sa.Column("account", CODE, nullable=False),
        sa.Column("year", FEN, nullable=False),
        sa.Column("balance_fen", FEN, nullable=False),
        sa.ForeignKeyConstraint(
            ["book", "account"], ["account.book", "account.code"], name="fk_opening_book_account"
        ),
        sa.PrimaryKeyConstraint("book", "account", "year", name="pk_opening"),
        sqlite_strict=True,
    )
    op.create_index("ix_opening_year", "opening", ["book", "year"], unique=False)
    op.create_table(
        "turnover",
        sa.Column("book", CODE, nullable=False),
        sa.Column("account", CODE, nullable=False),
        sa.Column("period", CODE, nullable=False),
        sa.Column("debit_fen", FEN, nullable=False),
        sa.Column("credit_fen", FEN, nullable=False),
        sa.ForeignKeyConstraint(
            ["book", "account"], ["account.book", "account.code"], name="fk_turnover_book_account"
        ),
        sa.PrimaryKeyConstraint("book", "account", "period", name="pk_turnover"),
        sqlite_strict=True,
    )
    op.create_index("ix_turnover_period", "turnover", ["book", "period"], unique=False)
    op.create_table(
        "voucher",
        sa.Column("book", CODE, nullable=False),
        sa.Column("id", CODE, nullable=False),
        sa.Column("period", CODE, nullable=False),
        sa.Column("number", FEN, nullable=False),
        sa.Column("movement", CODE, nullable=False),
        sa.Column("summary", CODE, nullable=False),
        sa.Column("legs", FEN, nullable=False),
        sa.Column("sheets", FEN, nullable=False),
        sa.CheckConstraint("legs >= 1", name="ck_voucher_legs"),
        sa.CheckConstraint("number >= 1", name="ck_voucher_number"),
        sa.ForeignKeyConstraint(
            ["book", "id"], ["event.book", "event.id"], name="fk_voucher_book_id"
        ),
        sa.PrimaryKeyConstraint("book", "id", name="pk_voucher"),
        sa.UniqueConstraint("book", "id", "legs", name="uq_voucher_book_id_legs"),
        sa.UniqueConstraint("book", "period", "number", name="uq_voucher_book_period_number"),
        sqlite_strict=True,
    )
    op.create_table(
        "correction",
        sa.Column("book", CODE, nullable=False),
        sa.Column("voucher", CODE, nullable=False),
        sa.Column("corrects", CODE, nullable=False),
        sa.Column("form", CODE, nullable=False),
        sa.CheckConstraint(
            "form IN ('red', 'blue', 'difference', 'amend')", name="ck_correction_form"
        ),
        sa.ForeignKeyConstraint(
            ["book", "corrects"], ["voucher.book", "voucher.id"], name="fk_correction_book_corrects"
        ),
        sa.ForeignKeyConstraint(
            ["book", "voucher"], ["voucher.book", "voucher.id"], name="fk_correction_book_voucher"
        ),
        sa.PrimaryKeyConstraint("book", "voucher", name="pk_correction"),
        sqlite_strict=True,
    )
    op.create_index("ix_correction_corrects", "correction", ["book", "corrects"], unique=False)
    op.create_index(
        "uq_correction_once",
        "correction",
        ["book", "corrects"],
        unique=True,
        sqlite_where=sa.text("form <> 'blue'"),
        postgresql_where=sa.text("form <> 'blue'"),
    )
    op.create_table(
        "leg",
        sa.Column("book", CODE, nullable=False),
        sa.Column("voucher", CODE, nullable=False),
        sa.Column("legs", FEN, nullable=False),
        sa.Column("line", FEN, nullable=False),
        sa.Column("debit", CODE, nullable=False),
        sa.Column("credit", CODE, nullable=False),
        sa.Column("amount_fen", FEN, nullable=False),
        sa.CheckConstraint("amount_fen <> 0", name="ck_leg_amount"),
        sa.CheckConstraint("debit <> credit", name="ck_leg_sides"),
        sa.CheckConstraint("line BETWEEN 1 AND legs", name="ck_leg_line"),
        sa.ForeignKeyConstraint(
            ["book", "credit"], ["account.book", "account.code"], name="fk_leg_book_credit"
        ),
        sa.ForeignKeyConstraint(
            ["book", "debit"], ["account.book", "account.code"], name="fk_leg_book_debit"
        ),
        sa.ForeignKeyConstraint(
            ["book", "voucher", "legs"],
            ["voucher.book", "voucher.id", "voucher.legs"],
            name="fk_leg_book_voucher_legs",
        ),
        sa.PrimaryKeyConstraint("book", "voucher", "line", name="pk_leg"),
        sqlite_strict=True,
    )
    op.create_index("ix_leg_credit", "leg", ["book", "credit"], unique=False)
    op.create_index("ix_leg_debit", "leg", ["book", "debit"], unique=False)
