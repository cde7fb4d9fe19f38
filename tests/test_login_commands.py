"""`prepay operator password` and `--book`, and `prepay view` where it must not start."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from cli import main
from tests.office import EMPLOYEE, PASSWORD

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result


@pytest.fixture
def database(tmp_path: Path) -> str:
    path = str(tmp_path / "prepay.db")
    words = ["--area", "620100", "--name", "兰州市", "--profile", "gansu", "--start", "2026-01"]
    assert prepay(path, "init", *words).exit_code == 0
    assert prepay(path, "operator", "add", "程管", "--role", "管理员").exit_code == 0
    return path


def prepay(database: str, *words: str, password: str = "") -> Result:
    surroundings = {"PREPAY_PASSWORD": password, "PREPAY_OPERATOR": "程管"}
    return CliRunner().invoke(main, ["--database", database, *words], env=surroundings)


def test_a_script_sets_a_password_and_changes_it(database: str) -> None:
    first = prepay(database, "operator", "password", "程管", password=PASSWORD)
    assert (first.exit_code, "密码已设置" in first.output) == (0, True)
    again = prepay(database, "operator", "password", "程管", password=PASSWORD + "二")
    assert "密码已更换" in again.output
    told = prepay(database, "log", "--format", "csv").output
    assert "设置密码" in told
    assert PASSWORD not in told + first.output + again.output


def test_without_a_terminal_and_a_word_nothing_is_set(database: str) -> None:
    done = prepay(database, "operator", "password", "程管")
    assert done.exit_code == 2
    assert "PREPAY_PASSWORD" in done.output


def test_a_short_password_is_refused(database: str) -> None:
    done = prepay(database, "operator", "password", "程管", password="太短")  # noqa: S106
    assert done.exit_code == 1
    assert "PASSWORD_LENGTH" in done.output
    assert "太短" not in prepay(database, "log", "--format", "csv").output


def test_a_viewer_is_given_books(database: str) -> None:
    words = ["operator", "add", "孙审", "--role", "查询", "--book", EMPLOYEE]
    assert f"只看、只签 {EMPLOYEE}" in prepay(database, *words).output
    assert prepay(database, *words[:-1], "620100/nobody").exit_code == 1


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["--host", "0.0.0.0"], 1, "HOST_OPEN"),  # noqa: S104
        (["--behind-proxy"], 2, "--allow-host"),
        (["--allow-host", "prepay.example.cn"], 2, "--behind-proxy"),
        (["--behind-proxy", "--allow-host", "a b"], 1, "HOST_NAME"),
        (["--behind-proxy", "--allow-host", "prepay.example.cn"], 1, "PASSWORD_MISSING"),
    ],
)
def test_the_view_does_not_start_where_it_would_not_be_safe(
    database: str, words: list[str], code: int, told: str
) -> None:
    done = prepay(database, "view", *words)
    assert (done.exit_code, told in done.output) == (code, True)
