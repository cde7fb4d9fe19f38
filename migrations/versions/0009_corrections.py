"""A fact is corrected as often as people err: only one red voucher takes a voucher back."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Let differences and blue vouchers follow one another; keep 红字 to one a voucher.

    On SQLite an index is dropped and made without touching the table, so its triggers stay; the
    one that 0002 made against REPLACE is made anew with the new rule.
    """
    op.drop_index("uq_correction_once", table_name="correction")
    op.create_index(
        "uq_correction_red",
        "correction",
        ["book", "corrects"],
        unique=True,
        sqlite_where=sa.text("form = 'red'"),
        postgresql_where=sa.text("form = 'red'"),
    )
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TRIGGER correction_no_replace")
        op.execute(
            "CREATE TRIGGER correction_no_replace BEFORE INSERT ON correction WHEN "
            "EXISTS (SELECT 1 FROM correction WHERE book = NEW.book AND voucher = NEW.voucher) OR "
            "EXISTS (SELECT 1 FROM correction WHERE book = NEW.book AND corrects = NEW.corrects "
            "AND form = 'red' AND NEW.form = 'red') "
            "BEGIN SELECT RAISE(ABORT, 'append-only: replace on correction'); END"
        )
