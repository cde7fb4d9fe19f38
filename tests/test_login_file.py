"""登录文件: a login at the command line lasts fifteen idle minutes, for its owner's eyes alone.

审核丙 comes in at nine in the morning at a machine on the third floor.
"""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ledger.basis.errors import Refused
from ledger.reports.closing.oplog import oplog
from ledger.store.engine import reading
from ledger.store.signing.keys import read_person_key
from ledger.workflow.setup import login_file
from ledger.workflow.setup.keys import change_password
from ledger.workflow.setup.login_file import end_login, login_folder, write_private
from ledger.workflow.setup.opening import (
    EXPIRED,
    NOBODY,
    log_in,
    log_out,
    own_login,
    still_logged_in,
)
from tests.login_office import STATION, HandClock, give_key
from tests.office import PASSWORD, codes
from tests.templates import kept

if TYPE_CHECKING:
    from ledger.workflow.desk import Desk
    from tests.office import Office

WHO = "审核丙"
FRESH = "院墙外头九只灰鸽子"
ALONE = "C:\\登录\\login.json PC\\shen:(F)\n\n已成功处理 1 个文件"
SHARED = "C:\\登录\\login.json PC\\shen:(F)\n                    BUILTIN\\Users:(RX)\n"


@kept
def keyed_people(office: Office) -> Office:
    """Keep an office in which 审核丙 has a key."""
    give_key(office.desk, WHO)
    return office


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def desk(keyed_people: Office, clock: HandClock) -> Desk:
    """Give a desk at a machine, with a clock that stands."""
    return replace(keyed_people.desk, clock=clock, station=STATION, operator="")


def test_whoever_logs_in_has_the_key_open_for_the_next_command(desk: Desk, tmp_path: Path) -> None:
    logged, loud = log_in(desk, tmp_path, WHO, PASSWORD)
    assert (f"{logged.until:%H:%M}", loud) == ("09:15", "")
    assert still_logged_in(desk, tmp_path) == logged.signer
    assert log_out(desk, tmp_path) == WHO
    assert still_logged_in(desk, tmp_path) is None
    tree = oplog(desk, "-", person=WHO, since="", until="", words="").tree["log"]
    assert isinstance(tree, list)
    told = [(line["action"], line["content"]) for line in tree]
    assert told == [("login", {"station": STATION}), ("logout", {"station": STATION})]


def test_fifteen_idle_minutes_end_it_and_each_use_begins_them_anew(
    desk: Desk, clock: HandClock, tmp_path: Path
) -> None:
    log_in(desk, tmp_path, WHO, PASSWORD)
    for _ in range(3):
        clock.later(minutes=15)
        assert still_logged_in(desk, tmp_path) is not None
    clock.later(minutes=15, seconds=1)
    assert still_logged_in(desk, tmp_path) is None
    assert not own_login(desk, tmp_path).exists(), "the key does not lie about"


def test_a_clock_turned_back_ends_it_too(desk: Desk, clock: HandClock, tmp_path: Path) -> None:
    log_in(desk, tmp_path, WHO, PASSWORD)
    clock.later(hours=-1)
    assert still_logged_in(desk, tmp_path) is None


def test_a_changed_password_ends_it(desk: Desk, tmp_path: Path) -> None:
    logged, _ = log_in(desk, tmp_path, WHO, PASSWORD)
    change_password(desk, logged.signer, FRESH)
    assert still_logged_in(desk, tmp_path) is None


def test_each_database_has_a_login_of_its_own(desk: Desk, tmp_path: Path) -> None:
    log_in(desk, tmp_path, WHO, PASSWORD)
    own = own_login(desk, tmp_path)
    assert own == login_file.login_path(
        tmp_path,
        str(Path(str(desk.engine.url.database)).resolve())
        if desk.engine.dialect.name == "sqlite"
        else f"{desk.engine.url.host}:{desk.engine.url.port}/{desk.engine.url.database}",
    )
    assert "prepay" not in own.name


def test_to_log_out_twice_or_late_is_said(desk: Desk, clock: HandClock, tmp_path: Path) -> None:
    assert log_out(desk, tmp_path) == NOBODY
    write_private(own_login(desk, tmp_path), "不是我们写的")
    assert log_out(desk, tmp_path) == EXPIRED
    log_in(desk, tmp_path, WHO, PASSWORD)
    clock.later(hours=1)
    assert log_out(desk, tmp_path) == EXPIRED
    assert log_out(desk, tmp_path) == NOBODY


@pytest.mark.skipif(os.name == "nt", reason="Windows 上由 icacls 管，见下面的例子")
def test_the_file_is_its_owners_alone(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "state"
    log_in(desk, folder, WHO, PASSWORD)
    path = own_login(desk, folder)
    assert f"{folder.stat().st_mode & 0o777:o} {path.stat().st_mode & 0o777:o}" == "700 600"
    assert {file.name for file in folder.iterdir()} == {path.name, path.with_suffix(".tries").name}
    assert PASSWORD not in "".join(file.read_text("utf-8") for file in folder.iterdir())
    path.chmod(0o640)
    with pytest.raises(Refused) as refused:
        still_logged_in(desk, folder)
    assert codes(refused.value.findings) == ["LOGIN_FILE_OPEN"]
    assert log_out(desk, folder) == EXPIRED


@pytest.mark.parametrize("fault", ["read_text", "unlink"])
def test_a_file_that_the_machine_withholds_is_refused_with_what_to_do(
    desk: Desk, clock: HandClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    log_in(desk, tmp_path, WHO, PASSWORD)
    clock.later(hours=1)

    def withheld(*_: object, **__: object) -> str:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, fault, withheld)
    with pytest.raises(Refused) as refused:
        still_logged_in(desk, tmp_path)
    (finding,) = refused.value.findings
    assert finding.code == "LOGIN_FILE_CLOSED"
    assert "PREPAY_LOGIN_FOLDER" in finding.remedy


def test_where_no_file_can_be_written_nobody_is_logged_in(desk: Desk, tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("不是文件夹", "utf-8")
    with pytest.raises(Refused) as refused:
        log_in(desk, taken, WHO, PASSWORD)
    assert codes(refused.value.findings) == ["LOGIN_FILE_CLOSED"]


def test_words_that_are_not_ours_are_nobodys_login(desk: Desk, tmp_path: Path) -> None:
    for text in ("", "[]", "{}", '{"box": "00", "secret": "zz"}'):
        write_private(own_login(desk, tmp_path), text)
        assert still_logged_in(desk, tmp_path) is None


@pytest.mark.parametrize(
    ("shown", "loud"), [(ALONE, ""), (SHARED, "没能"), ("", "没能"), (None, "没能")]
)
def test_on_windows_icacls_is_asked_and_what_it_cannot_do_is_said_aloud(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shown: str | None, loud: str
) -> None:
    """The command itself is handed in here: what it does on a real Windows is not run."""
    asked: list[list[str]] = []

    def icacls(command: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        asked.append([word for word in command if not word.endswith(tuple("0123456789_"))])
        if shown is None:
            raise FileNotFoundError(2, "icacls")
        return subprocess.CompletedProcess(command, 0, stdout=shown.encode())

    monkeypatch.setattr(login_file, "ON_WINDOWS", True)
    monkeypatch.setattr(login_file, "os_user", lambda: "shen")
    monkeypatch.setattr(subprocess, "run", icacls)
    _, told = log_in(desk, tmp_path, WHO, PASSWORD)
    assert told[:2] == loud
    assert asked[0][-3:] == ["/inheritance:r", "/grant:r", "shen:F"]
    assert not told or str(own_login(desk, tmp_path)) in told


def test_the_folder_is_where_the_platform_keeps_such_things() -> None:
    home = Path.home()
    assert login_folder({"PREPAY_LOGIN_FOLDER": "/x"}) == Path("/x")
    assert login_folder({}, "linux") == home / ".local" / "state" / "prepay"
    assert login_folder({"XDG_STATE_HOME": "/s"}, "linux") == Path("/s/prepay")
    assert login_folder({}, "darwin") == home / "Library" / "Application Support" / "prepay"
    assert login_folder({"LOCALAPPDATA": "C:/L"}, "win32") == Path("C:/L/prepay")


def test_nobody_becomes_another_by_writing_into_the_own_file(desk: Desk, tmp_path: Path) -> None:
    """制单乙 writes 审核丙's name, public key and salt, which stand in the database, beside the key."""
    give_key(desk, "制单乙", FRESH)
    log_in(desk, tmp_path, "制单乙", FRESH)
    path = own_login(desk, tmp_path)
    with reading(desk.engine) as conn:
        victim = read_person_key(conn, WHO)
    assert victim is not None
    words = json.loads(path.read_text("utf-8"))
    words |= {"name": WHO, "public": victim.public, "salt": victim.sealed.salt}
    write_private(path, json.dumps(words))
    assert still_logged_in(desk, tmp_path) is None
    assert not path.exists()


def test_to_end_what_is_not_there_is_no_fault(tmp_path: Path) -> None:
    assert end_login(tmp_path / "login.json") is False
