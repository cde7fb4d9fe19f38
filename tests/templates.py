"""Offices built once and copied: opened, funded and closed books, on both engines.

A template is built by the ordinary verbs, the first time that a worker needs it. What a test gets
is a copy of its database, of its folder and of where its clock, ids and counters had come to, so
that every byte is as if the test had built the office itself. Nobody is handed the template.

    @kept
    def paid(office: Office) -> Office:
        office.fund()
        office.post(office.pay(FIRST, "100.00"))
        return office

makes a fixture `paid` on each engine. The builder may use the office only: what it leaves in the
office's folder is copied, what it changes elsewhere is not.
"""

from __future__ import annotations

import copy
import itertools
import os
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import pytest
import sqlalchemy as sa

from ledger.store.engine import open_engine
from ledger.store.tables.migrate import upgrade
from tests.office import Office

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable

    #: What builds a template: it is handed an opened office, and hands it back.
    Builder = Callable[[Office], Office]

SQLITE_NAME = "prepay.db"


class Store(Protocol):
    """Where an engine's databases come from: a migrated one, and copies of any."""

    def blank(self, folder: Path) -> str:
        """Return the URL of a migrated database of one's own."""

    def copy(self, url: str, folder: Path) -> str:
        """Return the URL of a copy of a database that nobody is connected to."""

    def drop(self, url: str) -> None:
        """Remove a database that nobody needs any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SqliteStore:
    """Files: a migrated one, copied as files are."""

    migrated: Path

    def blank(self, folder: Path) -> str:
        """Copy the migrated file."""
        return self.copy(str(self.migrated), folder)

    def copy(self, url: str, folder: Path) -> str:
        """Copy a file; what was written last must not be left behind in its log."""
        assert not Path(f"{url}-wal").exists(), f"{url} is still open"
        path = folder / SQLITE_NAME
        assert not path.exists(), f"{path} is there: one office a test"
        shutil.copyfile(url, path)
        return str(path)

    def drop(self, url: str) -> None:
        """Leave the file to pytest, which keeps the folders of the last runs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostgresStore:
    """Databases of one scratch server: a migrated one, copied by the server."""

    admin: sa.Connection
    migrated: sa.URL
    #: How the server copies: of a scratch server, files, which is half the work of logging pages.
    strategy: str = ""
    numbers: itertools.count[int] = field(default_factory=lambda: itertools.count(1))
    left: list[str] = field(default_factory=list)

    def blank(self, folder: Path) -> str:
        """Copy the migrated database."""
        return self.copy(shown(self.migrated), folder)

    def copy(self, url: str, folder: Path) -> str:  # noqa: ARG002
        """Let the server copy a database."""
        name = f"{self.migrated.database}_{next(self.numbers)}"
        source = sa.make_url(url).database
        self.admin.execute(sa.text(f"CREATE DATABASE {name} TEMPLATE {source} {self.strategy}"))
        return shown(self.migrated.set(database=name))

    def empty(self) -> str:
        """Return the URL of a database without any table."""
        return self.copy(shown(self.migrated.set(database="template0")), Path())

    def drop(self, url: str) -> None:
        """Drop the database before this one: the server waits for connections just closed."""
        self.drop_all(self.left)
        self.left[:] = [url]

    def clear(self) -> None:
        """Drop whatever was made here: the server stays."""
        first, last = str(self.migrated.database), next(self.numbers)
        self.drop_all(shown(self.migrated.set(database=f"{first}_{n}")) for n in range(1, last))
        self.drop_all([shown(self.migrated)])

    def close(self) -> None:
        """Leave the server."""
        self.admin.close()
        self.admin.engine.dispose()

    def drop_all(self, urls: Iterable[str]) -> None:
        """Drop databases, also under a connection that a test left open."""
        for url in urls:
            name = sa.make_url(url).database
            self.admin.execute(sa.text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))


def shown(url: sa.URL) -> str:
    """Write a URL with its password."""
    return url.render_as_string(hide_password=False)


def migrated_file(folder: Path) -> Path:
    """Make a migrated SQLite file that can be copied."""
    path = folder / SQLITE_NAME
    engine = open_engine(str(path))
    upgrade(engine)
    engine.dispose()
    whole(path)
    return path


def whole(path: Path) -> None:
    """Bring what stands in an SQLite file's log into the file."""
    engine = open_engine(str(path))
    with engine.connect() as conn:
        conn.exec_driver_sql("COMMIT")
        conn.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        conn.exec_driver_sql("BEGIN")
    engine.dispose()


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """An office that was built and left: its database, its folder, and what stood in memory."""

    url: str
    office: Office


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeShelf:
    """The templates of one worker on one engine, each built when it is first asked for."""

    store: Store
    folders: Callable[[], Path]
    templates: dict[Any, Template] = field(default_factory=dict)

    def take(self, build: Builder | None, folder: Path) -> Office:
        """Return a copy of what `build` makes of an opened office; None: just opened."""
        if build not in self.templates:
            self.templates[build] = self.make(build)
        template = self.templates[build]
        for entry in sorted(template.office.folder.iterdir()):
            if entry.is_dir():
                shutil.copytree(entry, folder / entry.name)
            elif not entry.name.startswith(SQLITE_NAME):
                shutil.copyfile(entry, folder / entry.name)
        return moved(template.office, self.store.copy(template.url, folder), folder)

    def make(self, build: Builder | None) -> Template:
        """Build a template, on a copy of the opened office where it is more than that."""
        folder = self.folders()
        if build is None:
            url = self.store.blank(folder)
            office = Office.open(url, folder)
        else:
            office = build(self.take(None, folder))
            url = shown(office.desk.engine.url)
        office.desk.engine.dispose()
        if office.desk.engine.dialect.name == "sqlite":
            url = str(office.desk.engine.url.database)
            whole(Path(url))
        return Template(url=url, office=office)


def moved(office: Office, url: str, folder: Path) -> Office:
    """Copy an office's desk, clock, ids and counters to another database and folder."""
    desk = office.desk
    # The engine belongs to the other database, the chart never changes, the turn is over.
    shared: dict[int, Any] = {id(desk.engine): None, id(desk._turn): None}
    shared |= {id(chart): chart for chart in desk._charts.values()}
    moved_office = copy.deepcopy(office, shared)
    moved_office.desk.engine = engine_like(desk.engine, url)
    moved_office.folder = folder
    return moved_office


def engine_like(lender: sa.Engine, url: str) -> sa.Engine:
    """Open a database with what another engine has compiled: the same statements, a fifth sooner."""
    engine = open_engine(url)
    engine.dialect = engine.pool._dialect = lender.dialect
    engine._compiled_cache = lender._compiled_cache
    if engine.dialect.name == "sqlite":
        sa.event.listen(engine, "connect", hurry)
    return engine


def hurry(connection: sqlite3.Connection, _record: object) -> None:
    """Let SQLite write without waiting for the disk: a test asks for truth, not for durability."""
    connection.execute("PRAGMA synchronous=OFF")


def kept(build: Builder, name: str = "") -> Any:
    """Make a fixture of a builder: each test gets a copy of what it built, on each engine."""

    @pytest.fixture(name=name or build.__name__)
    def copied(copies: Callable[[Builder | None], Office]) -> Office:
        return copies(build)

    return copied


def open_store(server_url: str, *, scratch: bool = False) -> PostgresStore:
    """Make a migrated database on a server for this worker alone; a `scratch` server hurries."""
    engine = open_engine(server_url).execution_options(isolation_level="AUTOCOMMIT")
    admin = engine.connect()
    if scratch:
        # The tests ask for truth, not for durability of their own scratch server.
        for name in ("fsync", "full_page_writes", "synchronous_commit", "autovacuum"):
            admin.execute(sa.text(f"ALTER SYSTEM SET {name} = off"))
        admin.execute(sa.text("SELECT pg_reload_conf()"))
    migrated = sa.make_url(server_url).set(database=f"prepay_{os.getpid()}")
    admin.execute(sa.text(f"CREATE DATABASE {migrated.database}"))
    built = open_engine(shown(migrated))
    upgrade(built)
    built.dispose()
    strategy = "STRATEGY FILE_COPY" if scratch else ""
    return PostgresStore(admin=admin, migrated=migrated, strategy=strategy)
