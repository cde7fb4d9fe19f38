"""The office by its commands, as three people use it: begun by two, joined by a third."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from cli import main
from tests.login_office import HandClock, hand_in

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

CHIEF, ACCOUNTANT, CASHIER = "李科长", "周会计", "王出纳"
PASSWORDS = {
    CHIEF: "黄河边上七棵老槐树下",
    ACCOUNTANT: "院墙外头九只灰鸽子呀",
    CASHIER: "菜市口东边一棵歪脖枣树",
}
FRESH = "铁皮柜子顶上三盆吊兰"
AREA = ("--area", "620100", "--name", "兰州市", "--profile", "gansu", "--start", "2026-01")
PEOPLE = ("--person", f"{CHIEF}:审核,记账,会计主管,管理员", "--person", f"{ACCOUNTANT}：制单")


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> HandClock:
    """Give the clock of every command of a test."""
    clock = HandClock()
    hand_in(monkeypatch, clock)
    return clock


def prepay(folder: Path, *words: str, piped: str = "") -> Result:
    """Run a command, with what is piped into it."""
    plain = dict.fromkeys(("PREPAY_DATABASE", "PREPAY_OPERATOR", "PREPAY_PASSWORD"))
    env = {**plain, "PREPAY_LOGIN_FOLDER": str(folder / "login")}
    given = ["--database", str(folder / "prepay.db"), *words]
    return CliRunner().invoke(main, given, env=env, input=piped)


def by(folder: Path, name: str, *words: str, more: tuple[str, ...] = (), own: str = "") -> Result:
    """Let somebody run a command by a password on stdin; further lines are others'."""
    lines = "\n".join([own or PASSWORDS[name], *more]) + "\n"
    return prepay(folder, "--as", name, "--password-stdin", *words, piped=lines)


def done(result: Result) -> str:
    """Return what a command said that did what it should."""
    assert result.exit_code == 0, result.output
    return result.output


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Begin with two people, and let 出纳 join."""
    lines = f"{PASSWORDS[CHIEF]}\n{PASSWORDS[ACCOUNTANT]}\n"
    begun = done(prepay(tmp_path, "--password-stdin", "init", *AREA, *PEOPLE, piped=lines))
    assert "已启用密码和签名" in begun
    assert "恢复码" in begun
    added = by(
        tmp_path, CHIEF, "operator", "add", CASHIER, "--role", "出纳", more=(PASSWORDS[CASHIER],)
    )
    assert f"operator confirm {CASHIER}" in done(added)
    done(by(tmp_path, ACCOUNTANT, "operator", "confirm", CASHIER))
    return tmp_path


def people(folder: Path) -> dict[str, dict[str, object]]:
    """Read the list of operators as a program does."""
    told = json.loads(done(prepay(folder, "operator", "list", "--format", "json")))
    return {one["name"]: one for one in told["operators"]}


def test_two_people_begin_and_a_third_joins(folder: Path) -> None:
    assert people(folder)[CASHIER]["roles"] == ["cashier"]
    assert done(prepay(folder, "verify"))


def test_without_a_terminal_nobody_is_asked_and_it_says_so(tmp_path: Path) -> None:
    told = done(prepay(tmp_path, "init", *AREA))
    assert "没有启用密码和签名" in told
    assert (
        done(prepay(tmp_path, "operator", "add", CHIEF, "--role", "管理员")) == f"{CHIEF}：管理员\n"
    )


def test_on_a_terminal_init_offers_and_asks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Enter takes what is usual; each password is typed twice and not shown."""
    monkeypatch.setattr("ledger.commands.office.first_people.on_terminal", lambda: True)
    monkeypatch.setattr("ledger.commands.office.operators.on_terminal", lambda: True)
    typed = [PASSWORDS[name] for name in (CHIEF, CHIEF, ACCOUNTANT, ACCOUNTANT)]
    answers = "\n".join(["", CHIEF, "", ACCOUNTANT, "", *typed, ""])
    told = done(prepay(tmp_path, "init", *AREA, piped=answers))
    assert PASSWORDS[CHIEF] not in told
    assert people(tmp_path)[CHIEF]["roles"] == ["approver", "poster", "chief", "admin"]
    again = by(tmp_path, CHIEF, "init", *AREA)
    assert done(again).endswith("数据库已是最新，账套早已建立\n")
    assert "NOT_LOGGED_IN" in prepay(tmp_path, "--as", CHIEF, "init", *AREA).output


def test_two_people_do_not_begin_with_one_password(tmp_path: Path) -> None:
    lines = f"{FRESH}\n{FRESH}\n"
    refused = prepay(tmp_path, "--password-stdin", "init", *AREA, *PEOPLE, piped=lines)
    assert (refused.exit_code, "PASSWORD_SHARED" in refused.output) == (1, True)
    assert people(tmp_path) == {}


def test_who_has_no_open_key_does_nothing(folder: Path) -> None:
    refused = prepay(folder, "--as", CHIEF, "operator", "add", "新人庚", "--role", "查询")
    assert (refused.exit_code, "NOT_LOGGED_IN" in refused.output) == (1, True)
    refused = prepay(
        folder,
        "--as",
        ACCOUNTANT,
        "hospital",
        "account",
        "add",
        "H1",
        "6222",
        "--paper",
        "x:2026-01-01",
        "--from",
        "2026-01-01",
    )
    assert "NOT_LOGGED_IN" in refused.output


def test_a_lost_password_in_two_minutes(folder: Path) -> None:
    told = done(by(folder, CASHIER, "operator", "reset", ACCOUNTANT, more=(FRESH,)))
    assert "重置" in told
    assert "重置" in done(prepay(folder, "operator", "list"))
    assert by(folder, ACCOUNTANT, "operator", "list").exit_code == 1
    done(by(folder, ACCOUNTANT, "operator", "list", own=FRESH))
    assert by(folder, CHIEF, "operator", "reset", ACCOUNTANT, more=(FRESH,)).exit_code == 1


def test_the_code_from_the_safe_serves_once(folder: Path) -> None:
    made = done(by(folder, CHIEF, "operator", "recovery-code", "--format", "json"))
    code = json.loads(made[made.index("{") : made.rindex("}") + 1])["recovery_code"]
    done(by(folder, ACCOUNTANT, "operator", "confirm", "恢复码"))
    done(by(folder, CASHIER, "operator", "recover", CHIEF, more=(code, FRESH)))
    again = by(folder, CASHIER, "operator", "recover", CHIEF, more=(code, FRESH))
    assert "RECOVERY_WRONG" in again.output
    done(by(folder, CHIEF, "operator", "list", own=FRESH))


def test_what_waits_is_listed_and_withdrawn(folder: Path) -> None:
    done(by(folder, CHIEF, "operator", "leave", ACCOUNTANT, "--paper", "人社函〔2026〕7号"))
    assert "待确认" in done(prepay(folder, "operator", "list"))
    trial = done(by(folder, CASHIER, "operator", "confirm", ACCOUNTANT, "--dry-run"))
    assert "人社函〔2026〕7号" in trial
    done(by(folder, CHIEF, "operator", "withdraw", ACCOUNTANT))
    assert people(folder)[ACCOUNTANT]["roles"] == ["preparer"]
    assert "待确认" not in done(prepay(folder, "operator", "list"))


def test_an_office_that_is_there_switches_on(tmp_path: Path) -> None:
    done(prepay(tmp_path, "init", *AREA, "--no-passwords"))
    done(prepay(tmp_path, "operator", "add", CHIEF, "--role", "管理员", "--role", "会计主管"))
    done(prepay(tmp_path, "--as", CHIEF, "operator", "add", ACCOUNTANT, "--role", "制单"))
    lines = f"{PASSWORDS[CHIEF]}\n{PASSWORDS[ACCOUNTANT]}\n"
    words = ("--as", CHIEF, "--password-stdin", "operator", "switch-on", CHIEF, ACCOUNTANT)
    assert "已启用密码和签名" in done(prepay(tmp_path, *words, piped=lines))
    done(by(tmp_path, CHIEF, "operator", "list"))
    done(prepay(tmp_path, "verify"))
