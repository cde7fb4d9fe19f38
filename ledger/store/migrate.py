"""Brings a database to the newest revision with Alembic, in one transaction."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config

from ledger.store.schema import metadata

if TYPE_CHECKING:
    import sqlalchemy as sa

MIGRATIONS = Path(__file__).parents[2] / "migrations"


def upgrade(engine: sa.Engine) -> None:
    """Create or upgrade the tables; a failure leaves the database as it was."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["metadata"] = metadata
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
