"""The stored ledger: one schema for SQLite and PostgreSQL, keys led by the book.

docs/schema.md says which table serves what; tests/test_schema_rules.py proves the rules that
let it grow to a country. `migrations/` creates it; this metadata is what queries are built
from, and a test holds the two equal.
"""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKeyConstraint,
    Index,
    PrimaryKeyConstraint,
    Table,
    UniqueConstraint,
    text,
)

from ledger.store.tables import (
    columns,
    schema_bank,
    schema_identity,
    schema_operators,
    schema_policy,
    schema_projections,
    schema_rules,
)
from ledger.store.tables.columns import code, number
from ledger.store.tables.schema_hospitals import hospital_account as hospital_accounts

metadata = columns.metadata
policy_value = schema_policy.policy_value
policy_layer = schema_policy.policy_layer
policy_proposal = schema_policy.policy_proposal
fund_figure = schema_policy.fund_figure
hospital_payment = schema_policy.hospital_payment
bank_line = schema_bank.bank_line
bank_match = schema_bank.bank_match
bank_match_line = schema_bank.bank_match_line
bank_match_voucher = schema_bank.bank_match_voucher
bank_verdict = schema_bank.bank_verdict
bank_reconciliation = schema_bank.bank_reconciliation
bank_approval = schema_bank.bank_approval
operator = schema_operators.operator
operator_roles = schema_operators.operator_roles
credential = schema_operators.credential
operator_scope = schema_operators.operator_scope
turnover = schema_projections.turnover
opening = schema_projections.opening
upgrade = schema_rules.upgrade
journal_file = schema_rules.journal_file
hospital_account = hospital_accounts

#: The newest migration; a database at another revision is refused.
REVISION = "0011"

# Masters shared by all books: small reference tables, targets of foreign keys only.
pooling_area = Table(
    "pooling_area",
    metadata,
    code("area"),
    code("name"),
    PrimaryKeyConstraint("area"),
    sqlite_strict=True,
)
book = Table(
    "book",
    metadata,
    code("book"),
    code("area", key="pooling_area.area"),
    code("fund"),
    code("profile"),
    code("start"),
    PrimaryKeyConstraint("book"),
    CheckConstraint("book = area || '/' || fund", name="code"),
    sqlite_strict=True,
)
hospital = Table(
    "hospital", metadata, code("code"), PrimaryKeyConstraint("code"), sqlite_strict=True
)
hospital_version = Table(
    "hospital_version",
    metadata,
    code("code", key="hospital.code"),
    number("version"),
    code("name"),
    code("ownership"),
    code("level"),
    number("inpatient"),
    code("credit_code"),
    code("bank_account"),
    code("group_name"),
    code("valid_from"),
    code("agency"),
    PrimaryKeyConstraint("code", "version"),
    sqlite_strict=True,
)
# Each of the rest lives with its book.
control = Table(
    "control",
    metadata,
    code("book", key="book.book"),
    number("turns"),
    PrimaryKeyConstraint("book"),
    sqlite_strict=True,
)
bank_account = Table(
    "bank_account",
    metadata,
    code("book", key="book.book"),
    code("code"),
    code("bank"),
    code("number"),
    number("exclusive"),
    PrimaryKeyConstraint("book", "code"),
    CheckConstraint("exclusive IN (0, 1)", name="exclusive"),
    sqlite_strict=True,
)
account = Table(
    "account",
    metadata,
    code("book", key="book.book"),
    code("code"),
    code("base"),
    code("hospital"),
    number("year"),
    code("counterparty"),
    code("holder"),
    code("name"),
    PrimaryKeyConstraint("book", "code"),
    Index("ix_account_hospital", "book", "hospital", "year"),
    sqlite_strict=True,
)


def event_columns() -> list[Column[str] | Column[int]]:
    """Declare what a draft and a posted event have in common."""
    return [
        code("book", key="book.book"),
        code("id"),
        code("unit"),
        code("kind"),
        code("key"),
        code("content_digest"),
        code("date"),
        code("booked"),
        code("hospital"),
        number("year"),
        number("amount_fen"),
        code("corrects"),
        number("irregular"),
        code("content"),
        code("origin"),
        code("prepared_by", key="operator.name"),
        code("prepared_at"),
    ]


event = Table(
    "event",
    metadata,
    *event_columns(),
    code("approved_by", key="operator.name"),
    code("approved_at"),
    code("posted_by", key="operator.name"),
    code("posted_at"),
    number("chain_year"),
    number("position"),
    code("journal_digest"),
    code("fact_digest"),
    code("link"),
    PrimaryKeyConstraint("book", "id"),
    UniqueConstraint("book", "key"),
    UniqueConstraint("book", "chain_year", "position"),
    # What stands for a hospital's year: its 核定, agreement, payments, recalls.
    Index("ix_event_kind", "book", "kind", "year", "hospital"),
    # A month's 登记事项, and what a later day registered about a letter.
    Index("ix_event_booked", "book", "kind", "booked"),
    # 特殊情况 only: every overview asks for them, and they are few.
    Index(
        "ix_event_irregular",
        "book",
        "booked",
        sqlite_where=text("irregular = 1"),
        postgresql_where=text("irregular = 1"),
    ),
    CheckConstraint("prepared_by <> approved_by", name="four_eyes"),
    CheckConstraint("position >= 1", name="position"),
    sqlite_strict=True,
)
evidence = Table(
    "evidence",
    metadata,
    code("book"),
    code("event"),
    number("line"),
    code("type"),
    code("number"),
    code("date"),
    code("title"),
    number("amount_fen"),
    number("sheets"),
    code("kept_with"),
    code("file"),
    PrimaryKeyConstraint("book", "event", "line"),
    ForeignKeyConstraint(["book", "event"], ["event.book", "event.id"]),
    Index("ix_evidence_number", "book", "type", "number"),
    sqlite_strict=True,
)
voucher = Table(
    "voucher",
    metadata,
    code("book"),
    code("id"),
    code("period"),
    number("number"),
    code("movement"),
    code("summary"),
    number("legs"),
    number("sheets"),
    PrimaryKeyConstraint("book", "id"),
    UniqueConstraint("book", "period", "number"),
    UniqueConstraint("book", "id", "legs"),
    ForeignKeyConstraint(["book", "id"], ["event.book", "event.id"]),
    CheckConstraint("number >= 1", name="number"),
    CheckConstraint("legs >= 1", name="legs"),
    sqlite_strict=True,
)
leg = Table(
    "leg",
    metadata,
    code("book"),
    code("voucher"),
    number("legs"),
    number("line"),
    code("debit"),
    code("credit"),
    number("amount_fen"),
    PrimaryKeyConstraint("book", "voucher", "line"),
    ForeignKeyConstraint(
        ["book", "voucher", "legs"], ["voucher.book", "voucher.id", "voucher.legs"]
    ),
    ForeignKeyConstraint(["book", "debit"], ["account.book", "account.code"]),
    ForeignKeyConstraint(["book", "credit"], ["account.book", "account.code"]),
    CheckConstraint("line BETWEEN 1 AND legs", name="line"),
    CheckConstraint("amount_fen <> 0", name="amount"),
    CheckConstraint("debit <> credit", name="sides"),
    Index("ix_leg_debit", "book", "debit"),
    Index("ix_leg_credit", "book", "credit"),
    sqlite_strict=True,
)
correction = Table(
    "correction",
    metadata,
    code("book"),
    code("voucher"),
    code("corrects"),
    code("form"),
    PrimaryKeyConstraint("book", "voucher"),
    ForeignKeyConstraint(["book", "voucher"], ["voucher.book", "voucher.id"]),
    ForeignKeyConstraint(["book", "corrects"], ["voucher.book", "voucher.id"]),
    CheckConstraint("form IN ('red', 'blue', 'difference', 'amend')", name="form"),
    Index("ix_correction_corrects", "book", "corrects"),
    # A voucher is taken back in red once; what follows on a fact is kept apart by its key.
    Index(
        "uq_correction_red",
        "book",
        "corrects",
        unique=True,
        sqlite_where=text("form = 'red'"),
        postgresql_where=text("form = 'red'"),
    ),
    sqlite_strict=True,
)
seal = Table(
    "seal",
    metadata,
    code("book", key="book.book"),
    code("period"),
    number("vouchers"),
    number("events"),
    number("debit_fen"),
    number("credit_fen"),
    code("balances_digest"),
    code("signatures_digest"),
    number("position"),
    code("head"),
    code("previous"),
    code("digest"),
    code("closed_by", key="operator.name"),
    code("closed_at"),
    PrimaryKeyConstraint("book", "period"),
    sqlite_strict=True,
)
#: 51(一): the cashier's and the chief's signature under a voucher, until its month closes.
signature = Table(
    "signature",
    metadata,
    code("book", key="book.book"),
    code("event"),
    code("role"),
    code("name", key="operator.name"),
    code("signed_at"),
    PrimaryKeyConstraint("book", "event", "role"),
    CheckConstraint("role IN ('cashier', 'chief')", name="role"),
    sqlite_strict=True,
)
oplog = Table(
    "oplog",
    metadata,
    code("book"),
    code("id"),
    code("at"),
    code("operator"),
    code("action"),
    code("subject"),
    code("content"),
    PrimaryKeyConstraint("book", "id"),
    Index("ix_oplog_at", "book", "at"),
    sqlite_strict=True,
)

# Working state.
draft = Table(
    "draft",
    metadata,
    *event_columns(),
    code("papers"),
    code("approved_by"),
    code("approved_at"),
    PrimaryKeyConstraint("book", "id"),
    UniqueConstraint("book", "key"),
    CheckConstraint("prepared_by <> approved_by", name="four_eyes"),
    sqlite_strict=True,
)
period = Table(
    "period",
    metadata,
    code("book", key="book.book"),
    code("period"),
    number("last_number"),
    PrimaryKeyConstraint("book", "period"),
    sqlite_strict=True,
)

#: No statement updates or deletes these, and the hardening revision refuses it to others.
INSERT_ONLY = (
    "account",
    "bank_approval",
    "bank_match",
    "bank_match_line",
    "bank_match_voucher",
    "bank_reconciliation",
    "bank_verdict",
    "correction",
    "credential",
    "event",
    "evidence",
    "hospital_account",
    "hospital_version",
    "journal_file",
    "leg",
    "operator_roles",
    "operator_scope",
    "oplog",
    "policy_layer",
    "policy_proposal",
    "policy_value",
    "seal",
    "signature",
    "upgrade",
    "voucher",
    *schema_identity.INSERT_ONLY,
)
#: Masters shared by all books: reference tables on a distributed engine.
REFERENCE = (
    *("book", "hospital", "hospital_version", "operator", "operator_roles", "pooling_area"),
    *("credential", "operator_scope", "hospital_account"),
    *schema_identity.REFERENCE,
)
