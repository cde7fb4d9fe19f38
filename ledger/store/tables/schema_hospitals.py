"""The tables of hospitals beside their list: a reference table, as the list is."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, PrimaryKeyConstraint, Table

from ledger.store.tables.columns import code, metadata, number

#: A hospital's bank accounts beside the one in the list; the newest version of a number counts.
hospital_account = Table(
    "hospital_account",
    metadata,
    code("code", key="hospital.code"),
    number("version"),
    code("number"),
    code("kind"),
    code("valid_from"),
    code("until"),
    code("paper"),
    code("recorded_by"),
    code("recorded_at"),
    PrimaryKeyConstraint("code", "version"),
    CheckConstraint("kind IN ('own', 'pooled')", name="kind"),
    sqlite_strict=True,
)
