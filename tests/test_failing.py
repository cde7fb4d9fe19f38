"""The machine fails: a full disk, a server that is gone, a lock held, an output that is closed.

Each is a Chinese sentence that says what has and what has not been done; never a bare traceback.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import sqlalchemy as sa
from click.testing import CliRunner

from cli import main
from ledger.store import engine as engines
from ledger.store.engine import open_engine, reading
from ledger.store.failures import UNFORESEEN, failure_of
from ledger.store.proof.proof import read_seals
from ledger.store.writer import add_drafts
from ledger.workflow.drafting import prepared as preparing
from tests.office import EMPLOYEE, FIRST, Office

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from click.testing import Result

ROOT = Path(__file__).parents[1]


def run(office: Office, *words: str, by: str = "主管丁") -> Result:
    """Run a command as its person does."""
    url = office.desk.engine.url.render_as_string(hide_password=False)
    done = CliRunner().invoke(main, ["--database", url, "--as", by, *words])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


def file_of(office: Office, *keys: str) -> Path:
    """Write a file of allocations, one for each key."""
    rows = "".join(
        f"财政拨入,{key},2026-01-03,620100,职工,100.00,"
        f"用款计划:计{key}:2026-01-02; 财政拨款通知:通{key}:2026-01-02; 银行回单:回{key}:2026-01-03\n"
        for key in keys
    )
    path = office.folder / "业务.csv"
    path.write_text("业务类型,业务编号,日期,统筹区,险种,金额,附件\n" + rows, "utf-8")
    return path


def counted(office: Office, table: str) -> int:
    """Count the rows of a table."""
    with reading(office.desk.engine) as conn:
        return int(conn.execute(sa.text(f"SELECT count(*) FROM {table}")).scalar_one())


@pytest.fixture
def on_file(sqlite_url: str, tmp_path: Path) -> Iterator[Office]:
    """Give an office on an SQLite file, whose journals lie beside it."""
    made = Office.open(sqlite_url, tmp_path)
    yield made
    made.desk.engine.dispose()


@pytest.fixture
def on_server(postgres_url: str, tmp_path: Path) -> Iterator[Office]:
    """Give an office on a PostgreSQL server."""
    made = Office.open(postgres_url, tmp_path)
    yield made
    made.desk.engine.dispose()


def test_a_full_disk_is_said_and_leaves_nothing(
    on_file: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite's own word for it; PostgreSQL's is in the table of states below."""
    office = on_file
    prepare = engines.prepare_sqlite

    def on_a_full_disk(connection: sqlite3.Connection, record: object) -> None:
        prepare(connection, record)
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages}")

    monkeypatch.setattr(engines, "prepare_sqlite", on_a_full_disk)
    before = counted(office, "draft"), counted(office, "oplog")
    done = run(office, "record", str(file_of(office, *map(str, range(300)))), by="制单乙")
    assert done.exit_code == 1
    assert "磁盘已满" in done.output
    assert "账簿没有任何改动" in done.output
    assert "Traceback" not in done.output
    assert (counted(office, "draft"), counted(office, "oplog")) == before


def test_a_server_that_goes_away_is_said(
    on_server: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The administrator restarts PostgreSQL while a file is recorded."""
    office = on_server
    url = office.desk.engine.url.render_as_string(hide_password=False)

    def add_when_gone(*words: Any) -> None:
        admin = open_engine(url).execution_options(isolation_level="AUTOCOMMIT")
        with admin.connect() as conn:
            conn.execute(
                sa.text(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                    "WHERE datname = current_database() AND pid <> pg_backend_pid()"
                )
            )
        admin.dispose()
        add_drafts(*words)

    monkeypatch.setattr(preparing, "add_drafts", add_when_gone)
    done = run(office, "record", str(file_of(office, "1")), by="制单乙")
    assert done.exit_code == 1, done.output
    assert "连接断了" in done.output
    assert "账簿没有任何改动" in done.output
    assert "Traceback" not in done.output
    office.desk.engine.dispose()
    assert counted(office, "draft") == 0


def test_a_lock_held_too_long_is_said(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "BUSY_SECONDS", 1)
    url = office.desk.engine.url.render_as_string(hide_password=False)
    other = open_engine(url)
    with other.begin() as holding:
        holding.execute(sa.text("UPDATE control SET turns = turns"))
        done = run(office, "record", str(file_of(office, "1")), by="制单乙")
    other.dispose()
    assert done.exit_code == 1, done.output
    assert "被另一个程序占用" in done.output
    assert "账簿没有任何改动" in done.output
    assert counted(office, "draft") == 0


def test_a_close_that_cannot_export_says_its_seal_and_that_it_is_done(on_file: Office) -> None:
    """The month is closed and saved; the journals cannot be written behind it."""
    office = on_file
    office.clock.set(office.desk.today().replace(month=2))
    office.sign(EMPLOYEE)
    (office.folder / "journals").write_text("不是文件夹", "utf-8")
    done = run(office, "--book", EMPLOYEE, "close", "month", "2026-01")
    assert done.exit_code == 4, done.output
    with reading(office.desk.engine) as conn:
        (seal,) = read_seals(conn, EMPLOYEE)
    assert f"月结 {EMPLOYEE} 2026-01（封存码 {seal['digest']}）" in done.output
    assert "已经办完并存好" in done.output
    assert "prepay export beancount" in done.output
    assert "Traceback" not in done.output


def test_a_close_that_cannot_speak_says_its_seal_elsewhere(
    on_file: Office, sqlite_url: str
) -> None:
    """Its output goes to a full disk (/dev/full is Linux's): the other stream says the seal."""
    on_file.sign(EMPLOYEE)
    on_file.desk.engine.dispose()
    words = ["--database", sqlite_url, "--as", "主管丁", "--book", EMPLOYEE, "close", "month"]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-X", "utf8", str(ROOT / "cli.py"), *words, "2026-01"],
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            env={name: word for name, word in os.environ.items() if "PREPAY" not in name},
            check=False,
        )
    engine = open_engine(sqlite_url)
    with reading(engine) as conn:
        (seal,) = read_seals(conn, EMPLOYEE)
    engine.dispose()
    assert seal["digest"] in done.stderr
    assert done.returncode == 4
    assert "Traceback" not in done.stderr


def test_what_nobody_foresaw_is_said_first_and_shown_in_full_below(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ledger.reports.closing import close_status

    def broken(*_words: object) -> None:
        raise RuntimeError("no such thing")

    monkeypatch.setattr(close_status, "close_statuses", broken)
    done = run(office, "close", "status")
    assert done.exit_code == 1
    assert done.output.index(UNFORESEEN[1]) < done.output.index("RuntimeError: no such thing")
    assert "账簿没有任何改动" in done.output


def test_an_interrupt_says_what_stands(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    from ledger.workflow.posting import post

    office.clock.set(office.desk.today().replace(month=2))
    run(office, "record", str(file_of(office, "1", "2")), by="制单乙")
    run(office, "approve", "--all", by="审核丙")
    once = post.post_book

    def then_interrupted(*words: object, **options: object) -> None:
        once(*words, **options)  # type: ignore[arg-type]
        raise KeyboardInterrupt

    monkeypatch.setattr(post, "post_book", then_interrupted)
    done = run(office, "post", "--all")
    assert done.exit_code == 4
    assert "操作被中断" in done.output
    assert f"记账 {EMPLOYEE}" in done.output
    assert counted(office, "voucher") == 2


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (OSError(28, "No space left on device"), "DISK_FULL"),
        (PermissionError(13, "Permission denied"), "FILE_READ_ONLY"),
        (BrokenPipeError(32, "Broken pipe"), "OUTPUT_CLOSED"),
        (MemoryError(), "MEMORY_SHORT"),
        (KeyboardInterrupt(), "INTERRUPTED"),
        (ValueError("x"), "PROGRAM_FAULT"),
    ],
)
def test_what_the_system_says_has_a_sentence(error: BaseException, code: str) -> None:
    assert failure_of(error).code == code


@pytest.mark.parametrize(
    ("state", "code"),
    [
        ("53100", "DISK_FULL"),
        ("55P03", "DATABASE_LOCKED"),
        ("57P01", "DATABASE_GONE"),
        ("08006", "DATABASE_GONE"),
        ("53300", "DATABASE_GONE"),
        ("25006", "FILE_READ_ONLY"),
        ("23505", "PROGRAM_FAULT"),
    ],
)
def test_what_postgresql_says_has_a_sentence(state: str, code: str) -> None:
    said = Exception("server's own words")
    said.sqlstate = state  # type: ignore[attr-defined]
    assert failure_of(sa.exc.DBAPIError("SELECT 1", {}, said)).code == code


def test_an_office_works_on_after_all_of_it(office: Office) -> None:
    """Nothing of the frame stays behind: the next command does its work."""
    office.clock.set(office.desk.today().replace(month=2))
    done = run(office, "record", str(file_of(office, "9")), by="制单乙")
    assert done.exit_code == 0, done.output
    assert FIRST not in done.output
