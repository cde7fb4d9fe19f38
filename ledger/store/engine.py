"""Engines and transactions: one writing transaction per workflow verb, opened here only."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy import event as hooks

from ledger.basis.errors import refuse, unclear
from ledger.store.tables.schema import REVISION, control

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

BUSY_SECONDS = 60


def open_engine(url: str) -> sa.Engine:
    """Open a database by URL; a bare file name is an SQLite file.

    `postgresql://` is read as psycopg's (SQLAlchemy changed its default driver in 2.1).
    """
    if "://" not in url:
        url = f"sqlite:///{url}"
    url = url.replace("postgresql://", "postgresql+psycopg://", 1)
    options: dict[str, Any] = {}
    if url.startswith("postgresql"):
        options["connect_args"] = {"options": f"-c lock_timeout={BUSY_SECONDS * 1000}"}
    try:
        engine = sa.create_engine(url, **options)
    except (sa.exc.ArgumentError, sa.exc.NoSuchModuleError, ModuleNotFoundError) as error:
        raise unclear(
            "DATABASE_URL",
            f"数据库地址“{url}”不能使用：{error}",
            "写文件名，或 postgresql://用户@主机/库（需装 prepay[postgres]）",
        ) from error
    if engine.dialect.name == "sqlite":
        hooks.listen(engine, "connect", prepare_sqlite)
        hooks.listen(engine, "begin", begin_sqlite)
    return engine


def prepare_sqlite(connection: Any, _record: object) -> None:
    """Make each SQLite connection durable and strict, and let us begin transactions ourselves.

    Without `isolation_level = None` the driver begins late and commits before DDL: two
    writers would collide in mid-transaction, and a failed migration would leave tables.
    `recursive_triggers` lets the append-only triggers see INSERT OR REPLACE.
    """
    connection.isolation_level = None
    for pragma in (
        f"busy_timeout = {BUSY_SECONDS * 1000}",
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        "recursive_triggers = ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def begin_sqlite(connection: sa.Connection) -> None:
    """Begin: a writer takes the write lock at once, a reader only a snapshot."""
    reading = connection.get_execution_options().get("reading", False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


@contextmanager
def reading(engine: sa.Engine) -> Iterator[sa.Connection]:
    """Open a read of one consistent moment; nothing can be written in it."""
    with engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            options: dict[str, Any] = {"isolation_level": "REPEATABLE READ"}
        else:
            options = {"reading": True}
        quiet = connection.execution_options(**options)
        with quiet.begin():
            yield quiet


@dataclass(slots=True)
class Acts:
    """What a run has done: what is written but not yet saved, saved, or perhaps saved.

    Nothing but the sentence that is said when the machine fails is made of it.
    """

    open: list[str] = field(default_factory=list)
    unsure: list[str] = field(default_factory=list)
    saved: list[str] = field(default_factory=list)


def watch(engine: sa.Engine) -> Acts:
    """Keep, from now on, what is saved through an engine."""
    acts = Acts()
    engine.update_execution_options(acts=acts)
    return acts


def acts_of(engine: sa.Engine) -> Acts:
    """Return what is kept of an engine's run; where nobody watches, it is forgotten."""
    acts: Acts | None = engine.get_execution_options().get("acts")
    return acts or Acts()


@contextmanager
def writing(
    engine: sa.Engine, books: Iterable[str], *, dry_run: bool = False
) -> Iterator[sa.Connection]:
    """Open the one writing transaction of a verb: it queues at its books' control rows.

    The rows are taken in name order, so that two files over the same books never wait for
    each other; nothing in them changes, so that a replay leaves the books as they were. `dry_run`
    rolls back what would have been written.
    """
    acts = acts_of(engine)
    try:
        with engine.connect() as connection, connection.begin() as transaction:
            queued = tuple(sorted(books))
            for code in queued:
                taken = sa.update(control).where(control.c.book == code)
                connection.execute(taken.values(turns=control.c.turns))
            connection.execution_options(books=queued)
            yield connection
            if dry_run:
                transaction.rollback()
            else:
                # Whether it is saved is unsure until the commit has come back.
                acts.unsure, acts.open = acts.open, []
    finally:
        acts.open = []
    acts.saved += acts.unsure
    acts.unsure = []


@contextmanager
def on_trial(engine: sa.Engine, *, dry_run: bool) -> Iterator[None]:
    """Leave no file behind where a trial (`dry_run`) had to make an SQLite database."""
    made = dry_run and engine.dialect.name == "sqlite" and is_missing(engine)
    try:
        yield
    finally:
        if made:
            engine.dispose()
            for ending in ("", "-wal", "-shm"):
                Path(f"{engine.url.database}{ending}").unlink(missing_ok=True)


def check_reachable(engine: sa.Engine, *, fresh: bool = False) -> None:
    """Refuse a database that cannot be opened; with `fresh`, one may also be made."""
    missing = engine.dialect.name == "sqlite" and is_missing(engine)
    if missing and not fresh:
        raise refuse(
            "DATABASE_MISSING",
            f"没有找到账簿数据库 {engine.url.database}",
            "先建账：prepay init --area 620100 --name 兰州市 --profile gansu；"
            "或用 --database 指明数据库",
        )
    # Opening would leave an empty file behind; only the folder can be looked at.
    wrong = folder_missing(engine) if missing else unreachable(engine)
    if wrong:
        name = engine.url.render_as_string(hide_password=True).removeprefix("sqlite:///")
        raise refuse(
            "DATABASE_UNREACHABLE",
            f"打不开账簿数据库 {name}：{wrong}",
            "核对 --database；是服务器的，先确认它已启动、账号可以登录",
        )


def folder_missing(engine: sa.Engine) -> str:
    """Say in a line that an SQLite file's folder is not there; nothing where it is."""
    found = Path(engine.url.database or "").absolute().parent
    return "" if found.is_dir() else f"没有文件夹 {found}"


def unreachable(engine: sa.Engine) -> str:
    """Say in a line why the database cannot be opened; nothing where it can."""
    try:
        engine.connect().close()
    except sa.exc.DBAPIError as error:
        return str(error.orig).strip().partition("\n")[0]
    return ""


def revision_of(engine: sa.Engine) -> str | None:
    """Return the revision that a database stands at; None where it is empty."""
    with reading(engine) as connection:
        if not sa.inspect(connection).has_table("alembic_version"):
            return None
        query = sa.text("SELECT version_num FROM alembic_version")
        found: str | None = connection.execute(query).scalar()
        return found


def is_current(engine: sa.Engine) -> bool:
    """Tell whether a database is there and stands at this program's revision."""
    missing = engine.dialect.name == "sqlite" and is_missing(engine)
    return not missing and revision_of(engine) == REVISION


def check_revision(engine: sa.Engine) -> None:
    """Refuse a database that stands at another revision."""
    found = revision_of(engine)
    if found != REVISION:
        raise refuse(
            "DATABASE_REVISION",
            f"数据库版本是 {found or '空'}，程序需要 {REVISION}",
            "先备份数据库，再运行 prepay init 升级",
        )


def is_missing(engine: sa.Engine) -> bool:
    """Tell whether an SQLite file does not exist yet."""
    name = engine.url.database or ""
    return name not in ("", ":memory:") and not Path(name).exists()
