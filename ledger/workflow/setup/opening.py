"""登录 and 退出 at the command line: a password opens the key, counted as on the web."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ledger.basis.errors import Refused, refuse
from ledger.store.engine import reading
from ledger.store.masters import read_operators
from ledger.store.signing.sets import resets_unsigned
from ledger.workflow.setup.keys import key_in_force, opened, raise_cost
from ledger.workflow.setup.lockout import Source
from ledger.workflow.setup.login import UNKNOWN, device_mark, is_known, lock_of, locked, told
from ledger.workflow.setup.login_file import (
    IDLE,
    LoggedIn,
    end_login,
    login_path,
    read_login,
    write_login,
)
from ledger.workflow.setup.passwords import FORGOTTEN
from ledger.workflow.setup.tries_file import read_tries

if TYPE_CHECKING:
    from pathlib import Path

    from ledger.workflow.desk import Desk
    from ledger.workflow.signer import Signer

#: What `log_out` returns in place of a name.
NOBODY, EXPIRED = "", "-"


def database_name(desk: Desk) -> str:
    """Name the database, so that each has a login of its own; never a password in it."""
    url = desk.engine.url
    if desk.engine.dialect.name == "sqlite":
        return str((desk.folder() / str(url.database)).resolve())
    return f"{url.host}:{url.port}/{url.database}"


def own_login(desk: Desk, folder: Path) -> Path:
    """Return the login file of the desk's database."""
    return login_path(folder, database_name(desk))


def log_in(desk: Desk, folder: Path, name: str, password: str) -> tuple[LoggedIn, str]:
    """登录: open a person's key and keep it open in the login file.

    Returns the login, and what could not be guarded. Raises Refused as `prove` does, and where
    the file cannot be written.
    """
    signer = prove(desk, folder, name, password)
    logged = LoggedIn(signer=signer, salt=salt_now(desk, signer), until=desk.clock.now() + IDLE)
    loud = write_login(own_login(desk, folder), logged, desk.identity.drawn)
    told(desk, "login", name, {})
    return logged, loud


def prove(desk: Desk, folder: Path, name: str, password: str) -> Signer:
    """Open a person's key by a password, slower after several failures.

    Raises Refused: LOGIN_FAILED for every name alike, LOGIN_LOCKED.
    """
    with reading(desk.engine) as conn:
        known = name in read_operators(conn)
        key = key_in_force(conn, name)
        lock = lock_of(conn, name)
    kept = read_tries(own_login(desk, folder).with_suffix(".tries"), desk.clock)
    mark = kept.marks.get(name, "")
    device = mark if is_known(mark, lock) else ""
    # A name that nobody has may be a password typed in the wrong field: it is kept nowhere.
    source = Source(name=name if known else UNKNOWN, address=desk.station, device=device)
    if seconds := kept.lockout.wait(source):
        raise refuse(
            "LOGIN_LOCKED",
            locked(seconds).message,
            f"等一等再试；{FORGOTTEN}",
        )
    signer = opened(key, password, desk.hash_cost)
    if signer is None:
        seconds = kept.lockout.failed(source)
        kept.keep()
        raise unproved(desk, source, seconds)
    kept.lockout.succeeded(source)
    raise_cost(desk, signer, password)
    kept.marks[name] = mark_now(desk, name, device)
    kept.keep()
    return signer


def mark_now(desk: Desk, name: str, device: str) -> str:
    """Return the mark by which a person is known here from now on."""
    with reading(desk.engine) as conn:
        lock = lock_of(conn, name)
    return device if is_known(device, lock) else device_mark(lock)


def unproved(desk: Desk, source: Source, seconds: int) -> Refused:
    """Log a failure, and word it the same for every name."""
    content = {
        "action": "login",
        "codes": ["LOGIN_LOCKED" if seconds else "LOGIN_FAILED"],
        "message": f"姓名或密码不对，来自 {source.address}",
    }
    told(desk, "refused", source.name, content, by="-")
    wait = f"，此后 {seconds} 秒内不再受理" if seconds else ""
    return refuse(
        "LOGIN_FAILED",
        f"姓名或密码不对，或者还没有登记密钥{wait}",
        f"核对姓名和密码；有没有密码：prepay operator list；{FORGOTTEN}",
    )


def log_out(desk: Desk, folder: Path) -> str:
    """退出: remove the login file; returns who was logged in, NOBODY or EXPIRED."""
    path = own_login(desk, folder)
    was = path.exists()
    try:
        logged = read_login(path, desk.clock.now())
    except Refused:
        logged = None
    end_login(path)
    if logged is None:
        return EXPIRED if was else NOBODY
    told(desk, "logout", logged.signer.name, {})
    return logged.signer.name


def still_logged_in(desk: Desk, folder: Path) -> Signer | None:
    """Return the key that a login keeps open, and renew it; None where there is none any more.

    A login ends with its key and its password: whoever changed either logs in anew.
    """
    path = own_login(desk, folder)
    now = desk.clock.now()
    logged = read_login(path, now)
    if logged is None:
        return None
    if salt_now(desk, logged.signer) != logged.salt:
        end_login(path)
        return None
    write_login(path, replace(logged, until=now + IDLE), desk.identity.drawn)
    return logged.signer


def salt_now(desk: Desk, signer: Signer) -> str:
    """Name the present sealing of the key that counts; nothing where it is another key."""
    with reading(desk.engine) as conn:
        key = key_in_force(conn, signer.name)
    return key.sealed.salt if key is not None and key.public == signer.public else ""


def reset_warning(desk: Desk, name: str) -> str:
    """Warn a person whose key others made, until they have signed with it."""
    with reading(desk.engine) as conn:
        given = resets_unsigned(conn).get(name)
    if given is None:
        return ""
    givers = "、".join(given.givers) or "别人"
    return f"注意：你的密钥是由{givers}重置的（重置）；不是你要求的，立即告诉会计主管"
