"""Migrations: what they build is what the metadata says, and a failure leaves nothing behind."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from ledger.store.engine import open_engine, reading
from ledger.store.proof.proof import expected_triggers, triggers
from ledger.store.tables import migrate, schema
from tests.conftest import CHOSEN

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(migrate.__file__).parents[3]
#: What PostgreSQL says of constraints, indexes and columns.
POSTGRES_FACTS = (
    """
    SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
    FROM pg_constraint WHERE conrelid <> 0 AND contype <> 'n'
    """,
    "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'",
    """
    SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' '
        || COALESCE(collation_name, '') || ' ' || COALESCE(column_default, '')
    FROM information_schema.columns WHERE table_schema = 'public'
    """,
)


@pytest.fixture(params=CHOSEN)
def blank(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[sa.Engine]:
    """Give an engine on an empty database, once on each engine."""
    if request.param == "sqlite":
        engine = open_engine(str(tmp_path / "blank.db"))
    else:
        engine = request.getfixturevalue("postgres_blank")
    yield engine
    engine.dispose()


@pytest.fixture
def scripts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a copy of the migrations that a test may spoil; `upgrade` runs the copy."""
    copy = tmp_path / "migrations"
    shutil.copytree(migrate.MIGRATIONS, copy, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(migrate, "MIGRATIONS", copy)
    return copy


def add_revision(scripts: Path, body: str) -> None:
    """Add a revision after the newest."""
    text = (
        "import sqlalchemy as sa\nfrom alembic import op\n"
        f'revision = "9999"\ndown_revision = "{schema.REVISION}"\n\n\n'
        "def upgrade() -> None:\n" + "".join(f"    {line}\n" for line in body.splitlines())
    )
    (scripts / "versions" / "9999_next.py").write_text(text, encoding="utf-8")


def tables(engine: sa.Engine) -> set[str]:
    """List the tables of a database."""
    return set(sa.inspect(engine).get_table_names())


def described(engine: sa.Engine) -> list[str]:
    """Describe everything that a database was told to hold, whatever told it."""
    with engine.connect() as conn:
        if engine.dialect.name == "sqlite":
            query = "SELECT sql FROM sqlite_master WHERE type IN ('table', 'index')"
            said = [text for text in conn.execute(sa.text(query)).scalars() if text]
            return sorted(line for text in said for line in pieces(text))
        found: list[str] = []
        for query in POSTGRES_FACTS:
            found += conn.execute(sa.text(query)).scalars()
        return sorted(found)


def pieces(sql: str) -> Iterator[str]:
    """Cut a CREATE statement into its columns and constraints, which may stand in any order."""
    head, _, rest = sql.replace('"', "").partition("(")
    for line in re.split(r",\s*\n|\n", rest):
        if text := " ".join(line.split()).rstrip(","):
            yield f"{' '.join(head.split())}: {text}"


def test_the_newest_migration_is_the_revision_that_the_program_asks_for() -> None:
    assert ScriptDirectory(str(migrate.MIGRATIONS)).get_heads() == [schema.REVISION]


def test_migrations_build_what_the_metadata_says(url: str) -> None:
    engine = open_engine(url)
    with reading(engine) as conn:
        context = MigrationContext.configure(conn, opts={"compare_type": True})
        assert compare_metadata(context, schema.metadata) == []
    engine.dispose()


def test_migrations_and_metadata_agree_to_the_last_constraint(blank: sa.Engine) -> None:
    """Alembic's comparison sees no CHECK, no collation and no STRICT; this one does."""
    migrate.upgrade(blank)
    migrated = [line for line in described(blank) if "alembic_version" not in line]
    with blank.begin() as conn:
        schema.metadata.drop_all(conn)
        conn.execute(sa.text("DROP TABLE alembic_version"))
        schema.metadata.create_all(conn)
    assert migrated == described(blank)
    assert any("ck_event_four_eyes" in line for line in migrated)


def test_the_triggers_stand_after_an_upgrade_and_upgrading_twice_changes_nothing(
    blank: sa.Engine,
) -> None:
    migrate.upgrade(blank)
    before = described(blank)
    migrate.upgrade(blank)
    assert described(blank) == before
    with reading(blank) as conn:
        expected = expected_triggers(blank.dialect.name)
        assert len(expected) == len(schema.INSERT_ONLY) * (
            3 if conn.dialect.name == "sqlite" else 2
        )
        assert triggers(conn) == expected


def test_the_hardened_tables_are_those_that_are_only_added_to() -> None:
    keys = {
        table: columns
        for path in sorted((migrate.MIGRATIONS / "versions").glob("*.py"))
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.AnnAssign) and node.value is not None
        for table, columns in ast.literal_eval(node.value).items()
    }
    assert set(keys) == set(schema.INSERT_ONLY)
    for name, columns in keys.items():
        table = schema.metadata.tables[name]
        assert columns[0] == tuple(column.name for column in table.primary_key.columns)
        unique = {
            tuple(column.name for column in constraint.columns)
            for constraint in table.constraints
            if isinstance(constraint, sa.UniqueConstraint)
        }
        # (book, id, legs) can clash only where (book, id) does.
        assert unique - {("book", "id", "legs")} == set(columns[1:])


def test_a_first_migration_that_fails_in_the_middle_leaves_no_table(
    blank: sa.Engine, scripts: Path
) -> None:
    first = scripts / "versions" / "0001_ledger.py"
    text = first.read_text("utf-8")
    place = text.index('    op.create_table(\n        "voucher"')
    first.write_text(text[:place] + '    raise RuntimeError("no")\n' + text[place:], "utf-8")
    with pytest.raises(RuntimeError, match="no"):
        migrate.upgrade(blank)
    assert tables(blank) == set()

    first.write_text(text, "utf-8")
    migrate.upgrade(blank)
    assert tables(blank) == {*schema.metadata.tables, "alembic_version"}


def test_a_later_migration_that_fails_leaves_the_database_at_its_revision(
    url: str, scripts: Path
) -> None:
    engine = open_engine(url)
    before = described(engine)
    add_revision(
        scripts,
        'op.create_table("late", sa.Column("id", sa.Text()))\n'
        "op.execute(\"UPDATE alembic_version SET version_num = 'x'\")\n"
        'op.execute("CREATE TABLE late (id TEXT)")',
    )
    with pytest.raises(sa.exc.DBAPIError):
        migrate.upgrade(engine)
    assert described(engine) == before
    with reading(engine) as conn:
        stands = conn.execute(sa.text("SELECT version_num FROM alembic_version")).scalar()
        assert stands == schema.REVISION
        assert triggers(conn) == expected_triggers(engine.dialect.name)
    engine.dispose()


def test_a_batch_migration_that_forgets_the_triggers_is_noticed(
    sqlite_url: str, scripts: Path
) -> None:
    """Alembic's batch mode rebuilds an SQLite table and drops its triggers without a word."""
    add_revision(
        scripts,
        'with op.batch_alter_table("oplog", recreate="always") as batch:\n'
        '    batch.add_column(sa.Column("place", sa.Text(), nullable=False, server_default=""))',
    )
    engine = open_engine(sqlite_url)
    migrate.upgrade(engine)
    with reading(engine) as conn:
        lacking = expected_triggers("sqlite") - triggers(conn)
    assert lacking == {"oplog_no_update", "oplog_no_delete", "oplog_no_replace"}
    engine.dispose()


def test_migrations_import_nothing_of_the_ledger() -> None:
    """An old migration must run as it was written, whatever the code has become since."""
    for path in sorted(migrate.MIGRATIONS.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert {name.partition(".")[0] for name in names} <= {
                "__future__",
                "alembic",
                "sqlalchemy",
            }, path.name


def test_alembic_runs_by_hand_from_pyproject(tmp_path: Path, blank: sa.Engine) -> None:
    """`[tool.alembic]` is enough, and what it builds is what the program builds."""
    path = tmp_path / "by-hand.db"
    words = ["-c", str(ROOT / "pyproject.toml"), "-x", f"database=sqlite:///{path}"]
    done = subprocess.run(
        [sys.executable, "-m", "alembic", *words, "upgrade", "head"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    engine = open_engine(str(path))
    assert tables(engine) == {*schema.metadata.tables, "alembic_version"}
    with reading(engine) as conn:
        assert triggers(conn) == expected_triggers("sqlite")
    if blank.dialect.name == "sqlite":
        migrate.upgrade(blank)
        assert described(engine) == described(blank)
    engine.dispose()
