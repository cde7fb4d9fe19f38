"""Runs migrations on a connection given by the program, or by hand: `alembic upgrade head`.

By hand the database is `prepay.db` in the working folder, or `-x database=URL`.

DDL rolls back on both engines: the program's engine begins SQLite transactions itself, and
a connection opened here is set up the same way.
"""

from __future__ import annotations

from alembic import context
from sqlalchemy import create_engine, event

config = context.config


def run(connection: object) -> None:
    """Run the migrations in the transaction of the connection."""
    context.configure(
        connection=connection,  # type: ignore[arg-type]
        target_metadata=config.attributes.get("metadata"),
        transactional_ddl=True,
    )
    context.run_migrations()


given = config.attributes.get("connection")
if given is not None:
    run(given)
else:
    asked = context.get_x_argument(as_dictionary=True).get("database")
    engine = create_engine(asked or "sqlite:///prepay.db")
    if engine.dialect.name == "sqlite":

        @event.listens_for(engine, "connect")
        def prepare(connection: object, _record: object) -> None:
            """Leave the beginning of transactions to us."""
            connection.isolation_level = None  # type: ignore[attr-defined]

        @event.listens_for(engine, "begin")
        def begin(connection: object) -> None:
            """Take the write lock at once."""
            connection.exec_driver_sql("BEGIN IMMEDIATE")  # type: ignore[attr-defined]

    with engine.begin() as own:
        run(own)
