"""登录文件: who is logged in at this machine's commands, for one database; read by its owner only.

It holds the key, encrypted under a random secret in it, and ends after some idle minutes. It
keeps nobody out who can read it: that it is its owner's alone is what guards it.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ledger.basis.errors import refuse
from ledger.basis.keys import under_secret, with_secret
from ledger.basis.station import os_user
from ledger.workflow.signer import Signer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ledger.basis.errors import Refused

#: A login ends when it has not been used for so long.
IDLE = timedelta(minutes=15)
FOLDER_OWNER_ONLY = 0o700
ON_WINDOWS = sys.platform == "win32"
FOLDER = "PREPAY_LOGIN_FOLDER"


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedIn:
    """Somebody who is logged in: the open key, which sealing opened it, and until when."""

    signer: Signer
    salt: str
    until: datetime


def login_folder(surroundings: Mapping[str, str], platform: str = sys.platform) -> Path:
    """Return the folder of the login files, where the platform keeps such things."""
    if named := surroundings.get(FOLDER):
        return Path(named)
    home = Path.home()
    if platform == "win32":
        return Path(surroundings.get("LOCALAPPDATA") or home / "AppData" / "Local") / "prepay"
    if platform == "darwin":
        return home / "Library" / "Application Support" / "prepay"
    return Path(surroundings.get("XDG_STATE_HOME") or home / ".local" / "state") / "prepay"


def login_path(folder: Path, database: str) -> Path:
    """Return the login file of a database; each database has its own."""
    return folder / f"login-{hashlib.sha256(database.encode()).hexdigest()[:32]}.json"


def write_login(path: Path, logged: LoggedIn, drawn: Callable[[int], bytes]) -> str:
    """Write a login file for its owner's eyes; returns what could not be guarded, or nothing."""
    secret = drawn(32)
    words = {
        "name": logged.signer.name,
        "version": logged.signer.version,
        "salt": logged.salt,
        "until": logged.until.isoformat(),
        "secret": secret.hex(),
        "box": under_secret(logged.signer.key, secret, drawn),
    }
    try:
        return write_private(path, json.dumps(words, ensure_ascii=False))
    except OSError as error:
        raise file_refused(path, error, "写不了") from error


def file_refused(path: Path, error: OSError, what: str) -> Refused:
    """Word that the machine lets nobody read, write or remove a login file."""
    return refuse(
        "LOGIN_FILE_CLOSED",
        f"登录文件 {path} {what}：{error.strerror or error}",
        f"看看这个文件和文件夹归谁、能不能写；也可以用环境变量 {FOLDER} 换一个文件夹，"
        "或不登录，每次用 --password-stdin",
    )


def write_private(path: Path, text: str) -> str:
    """Put a text into a file that only its owner may read, whole or not at all.

    Returns what could not be guarded, to be said aloud; empty where its owner's it is.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=FOLDER_OWNER_ONLY)
    number, name = tempfile.mkstemp(dir=path.parent, prefix=f"{path.stem}-")
    fresh = Path(name)
    try:
        with os.fdopen(number, "w", encoding="utf-8") as file:
            loud = guarded_on_windows(fresh) if ON_WINDOWS else ""
            file.write(text)
        fresh.replace(path)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
    return loud.replace(name, str(path))


def guarded_on_windows(path: Path) -> str:
    """Leave a file to its owner alone by icacls, and look; returns what is to be said aloud."""
    owner = os_user()
    loud = f"没能把登录文件 {path} 设为只有本人可读；请自己检查它的权限，或每次用 --password-stdin"
    try:
        icacls(path, "/inheritance:r", "/grant:r", f"{owner}:F")
        shown = icacls(path)
    except (OSError, subprocess.CalledProcessError):
        return loud
    entries = [line for line in shown.splitlines() if ":(" in line]
    alone = len(entries) == 1 and owner.casefold() in entries[0].casefold()
    return "" if alone else loud


def icacls(path: Path, *words: str) -> str:
    """Run Windows' own command for who may read a file, and return what it says."""
    command = ["icacls", str(path), *words]
    done = subprocess.run(command, check=True, capture_output=True)  # noqa: S603
    return done.stdout.decode(errors="replace")


def read_login(path: Path, now: datetime) -> LoggedIn | None:
    """Read who is logged in; None where nobody is, or no longer. A file that is over is removed.

    Raises Refused where others may read it (LOGIN_FILE_OPEN), or we may not (LOGIN_FILE_CLOSED).
    """
    words = words_of(path)
    if words is None:
        return None
    logged = login_read(words)
    if logged is None or not now <= logged.until <= now + IDLE:
        end_login(path)
        return None
    return logged


def words_of(path: Path) -> object:
    """Read what a login file says; None where there is none."""
    try:
        mode, text = path.stat().st_mode, path.read_text("utf-8")
    except FileNotFoundError:
        return None
    except OSError as error:
        raise file_refused(path, error, "读不了") from error
    if not ON_WINDOWS and mode & 0o077:
        raise refuse(
            "LOGIN_FILE_OPEN",
            f"登录文件 {path} 别人也能读，里面的密钥不能再用",
            "先退出：prepay logout，再登录；怀疑有人看过的，更换密码并由两人更换密钥",
        )
    try:
        return json.loads(text)
    except ValueError:
        return {}


def login_read(words: Any) -> LoggedIn | None:
    """Read a login from its words; None where they are not ours.

    The public half is that of the key inside: whoever writes another's beside their own key is
    nobody.
    """
    try:
        key = with_secret(words["box"], bytes.fromhex(words["secret"]))
        signer = Signer(
            name=words["name"], version=int(words["version"]), public=key.public(), key=key
        )
        until = datetime.fromisoformat(words["until"])
        return LoggedIn(signer=signer, salt=words["salt"], until=until)
    except (KeyError, TypeError, ValueError):
        return None


def end_login(path: Path) -> bool:
    """Remove a login file; False where there is none."""
    try:
        path.unlink()
    except FileNotFoundError:
        return False
    except OSError as error:
        raise file_refused(path, error, "删不掉") from error
    return True
