"""`prepay login`, `--password-stdin` and PREPAY_PASSWORD: whose key a command opens.

程管 and 沈审 have keys; every command here is one of its own, at a machine and a time handed in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
import pytest
from click.testing import CliRunner

from cli import main
from ledger.commands.door import desk_at
from ledger.commands.login.own_key import passwords_from_stdin
from tests.login_office import STATION, HandClock, give_key, hand_in
from tests.office import LEAST_COST, PASSWORD

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

ADMIN, REVIEWER = "程管", "沈审"
OTHERS = "院墙外头九只灰鸽子"
FRESH = "菜市口东边一棵歪脖枣树"


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> HandClock:
    """Give the clock of every command of a test."""
    clock = HandClock()
    hand_in(monkeypatch, clock)
    return clock


@pytest.fixture
def folder(tmp_path: Path, clock: HandClock) -> Path:
    """Give a folder with a database in which two people have keys."""
    words = ["--area", "620100", "--name", "兰州市", "--profile", "gansu", "--start", "2026-01"]
    assert prepay(tmp_path, "init", *words).exit_code == 0
    assert prepay(tmp_path, "operator", "add", ADMIN, "--role", "管理员").exit_code == 0
    given = prepay(tmp_path, "--as", ADMIN, "operator", "add", REVIEWER, "--role", "审核")
    assert given.exit_code == 0, given.output
    desk = desk_at(str(tmp_path / "prepay.db"))
    desk.hash_cost, desk.clock = LEAST_COST, clock
    give_key(desk, ADMIN)
    give_key(desk, REVIEWER, OTHERS)
    desk.engine.dispose()
    return tmp_path


def prepay(folder: Path, *words: str, piped: str | bytes = "", **surroundings: str) -> Result:
    """Run a command, with what is piped into it."""
    plain = dict.fromkeys(("PREPAY_DATABASE", "PREPAY_OPERATOR", "PREPAY_PASSWORD"))
    given = ["--database", str(folder / "prepay.db"), *words]
    env = {**plain, "PREPAY_LOGIN_FOLDER": str(folder / "login"), **surroundings}
    return CliRunner().invoke(main, given, env=env, input=piped)


def logged_in(folder: Path, name: str = ADMIN, password: str = PASSWORD) -> Result:
    """Log in as a script does."""
    return prepay(folder, "--as", name, "--password-stdin", "login", piped=f"{password}\n")


def adding(*words: str) -> tuple[str, ...]:
    """Write a command that only an administrator may give."""
    return (*words, "operator", "add", "新人", "--role", "查询")


def test_after_a_log_in_a_command_needs_no_name(folder: Path) -> None:
    done = logged_in(folder)
    assert (done.exit_code, f"{ADMIN}已登录，到 09:15 为止" in done.output) == (0, True)
    assert "密钥指纹" in done.output
    assert prepay(folder, *adding()).exit_code == 0
    told = prepay(folder, "log", "--person", ADMIN, "--format", "json").stdout
    assert STATION in told
    assert f"{ADMIN}已退出" in prepay(folder, "logout").output
    again = prepay(folder, *adding())
    assert (again.exit_code, "OPERATOR_MISSING" in again.output) == (2, True)
    assert "没有人登录" in prepay(folder, "logout").output


def test_a_log_in_that_was_idle_for_too_long_is_none(folder: Path, clock: HandClock) -> None:
    logged_in(folder)
    clock.later(minutes=14)
    assert prepay(folder, *adding()).exit_code == 0
    clock.later(minutes=14)
    assert prepay(folder, *adding()).exit_code == 0, "each command begins it anew"
    clock.later(minutes=16)
    assert prepay(folder, *adding()).exit_code == 2
    assert "没有人登录" in prepay(folder, "logout").output


def test_whoever_is_logged_in_acts_for_nobody_else(folder: Path) -> None:
    logged_in(folder, REVIEWER, OTHERS)
    done = prepay(folder, *adding("--as", ADMIN))
    assert (done.exit_code, "LOGIN_OTHER" in done.output) == (1, True)
    by_variable = prepay(folder, *adding(), PREPAY_OPERATOR=ADMIN)
    assert "LOGIN_OTHER" in by_variable.output


def test_a_piped_password_opens_the_key_of_one_command(folder: Path) -> None:
    given = adding("--as", ADMIN, "--password-stdin")
    assert prepay(folder, *given, piped=f"{PASSWORD}\n").exit_code == 0
    wrong = prepay(folder, *given, piped=f"{OTHERS}\n")
    assert (wrong.exit_code, "LOGIN_FAILED" in wrong.output) == (1, True)
    lacking = prepay(folder, *given)
    assert (lacking.exit_code, "PASSWORD_UNSAID" in lacking.output) == (2, True)


def test_a_piped_password_without_a_name_is_of_who_is_logged_in(folder: Path) -> None:
    logged_in(folder)
    assert prepay(folder, *adding("--password-stdin"), piped=f"{PASSWORD}\n").exit_code == 0
    wrong = prepay(folder, *adding("--password-stdin"), piped=f"{OTHERS}\n")
    assert "LOGIN_FAILED" in wrong.output
    other = prepay(folder, *adding("--as", REVIEWER, "--password-stdin"), piped=f"{OTHERS}\n")
    assert "ROLE_MISSING" in other.output, "the reviewer's own key, for one command"


def test_a_script_changes_a_password_by_the_old_one_and_the_new_one(folder: Path) -> None:
    words = ("--as", ADMIN, "--password-stdin", "operator", "password", ADMIN)
    done = prepay(folder, *words, piped=f"{PASSWORD}\n{FRESH}\n")
    assert (done.exit_code, "密钥不变" in done.output) == (0, True), done.output
    assert "LOGIN_FAILED" in prepay(folder, *words, piped=f"{PASSWORD}\n{FRESH}\n").output
    assert logged_in(folder, password=FRESH).exit_code == 0
    by_login = prepay(folder, *words[2:], piped=f"{FRESH}\n{PASSWORD}\n")
    assert by_login.exit_code == 0, by_login.output
    short = prepay(folder, *words, piped=f"{PASSWORD}\n太短\n")
    assert (short.exit_code, "PASSWORD_LENGTH" in short.output) == (1, True)


def test_an_administrator_sets_the_password_of_who_has_no_key(folder: Path) -> None:
    prepay(folder, *adding("--as", ADMIN))
    words = ("--as", ADMIN, "--password-stdin", "operator", "password", "新人")
    done = prepay(folder, *words, piped=f"{PASSWORD}\n{FRESH}\n")
    assert (done.exit_code, "新人的密码已设置" in done.output) == (0, True), done.output
    wrong = prepay(folder, *words, piped=f"{OTHERS}\n{FRESH}\n")
    assert "LOGIN_FAILED" in wrong.output


def test_nobody_changes_anothers_password_by_their_own(folder: Path) -> None:
    logged_in(folder)
    words = ("operator", "password", REVIEWER)
    done = prepay(folder, *words, PREPAY_PASSWORD=FRESH)
    assert (done.exit_code, "RESET_TWO_PEOPLE" in done.output) == (1, True)


def test_the_variable_comes_last(folder: Path) -> None:
    """After --password-stdin and after the login; whoever has no key acts as before."""
    by_variable = prepay(folder, *adding("--as", ADMIN), PREPAY_PASSWORD=PASSWORD)
    assert by_variable.exit_code == 0
    wrong = prepay(folder, *adding("--as", ADMIN), PREPAY_PASSWORD=OTHERS)
    assert "LOGIN_FAILED" in wrong.output
    given = adding("--as", ADMIN, "--password-stdin")
    piped = prepay(folder, *given, piped=f"{PASSWORD}\n", PREPAY_PASSWORD=OTHERS)
    assert piped.exit_code == 0
    logged_in(folder)
    assert prepay(folder, *adding(), PREPAY_PASSWORD=OTHERS).exit_code == 0


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_chinese_console_may_pipe_as_it_likes(folder: Path, coding: str) -> None:
    given = adding("--as", ADMIN, "--password-stdin")
    done = prepay(folder, *given, piped=f"{PASSWORD}\r\n".encode(coding))
    assert done.exit_code == 0, done.output


def test_a_verb_of_two_people_reads_a_line_for_each() -> None:
    @click.command()
    def both() -> None:
        click.echo("、".join(passwords_from_stdin(2)))

    done = CliRunner().invoke(both, input=f"{PASSWORD}\n{OTHERS}\n余下的留给别人\n")
    assert done.output == f"{PASSWORD}、{OTHERS}\n"
    short = CliRunner().invoke(both, input=f"{PASSWORD}\n")
    assert "第 2 行是空的" in str(short.exception)


def test_without_a_terminal_nobody_is_asked(folder: Path) -> None:
    for words in (("login",), ("--as", ADMIN, "login")):
        assert prepay(folder, *words).exit_code == 2
    assert "PASSWORD_UNSAID" in prepay(folder, "--as", ADMIN, "login").output


def test_a_dry_run_changes_no_password(folder: Path) -> None:
    words = ("--as", ADMIN, "--password-stdin", "operator", "password", ADMIN, "--dry-run")
    assert prepay(folder, *words, piped=f"{PASSWORD}\n{FRESH}\n").exit_code == 0
    assert logged_in(folder).exit_code == 0
