"""Brings a database to the newest revision with Alembic, in one transaction."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config

if TYPE_CHECKING:
    import sqlalchemy as sa

MIGRATIONS = Path(__file__).parents[3] / "migrations"


def upgrade(engine: sa.Engine) -> None:
    """Create or upgrade the tables; a failure leaves the database as it was."""
    with engine.begin() as connection:
        upgrade_within(connection)


def upgrade_within(connection: sa.Connection) -> None:
    """Create or upgrade the tables in a transaction that the caller ends."""
    config = Config()
    # The option is a template; a folder may have a percent sign in its name.
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
