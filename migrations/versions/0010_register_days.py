"""A month's 登记事项 are found by their 记账日期, however many lie before them."""

from __future__ import annotations

from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Index events by kind and 记账日期; on SQLite the table and its triggers are not touched."""
    op.create_index("ix_event_booked", "event", ["book", "kind", "booked"])
