"""How a command opens the key of who acts: --password-stdin, the login, PREPAY_PASSWORD last."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import click

    from ledger.workflow.desk import Desk
    from ledger.workflow.signer import Signer

PASSWORD = "PREPAY_PASSWORD"  # noqa: S105  # The name of a variable.
#: Commands that open or end a login themselves.
LOGGING = ("login", "logout")


def open_own_key(ctx: click.Context, desk: Desk) -> None:
    """Open the key of who acts, where a password or a login opens one.

    Whoever has no key acts as before: a password for the web view alone opens nothing here.
    """
    if ctx.find_root().invoked_subcommand in LOGGING:
        return
    kept = login_kept(desk)
    if password_piped(ctx):
        desk.operator = desk.operator or (kept.name if kept is not None else "")
        open_by_line(ctx, desk)
    elif kept is not None:
        take_key(desk, kept)
    else:
        open_by_variable(ctx, desk)


def login_kept(desk: Desk) -> Signer | None:
    """Return the key that a login keeps open."""
    from ledger.workflow.setup.login_file import login_folder
    from ledger.workflow.setup.opening import still_logged_in

    return still_logged_in(desk, login_folder(os.environ))


def take_key(desk: Desk, signer: Signer) -> None:
    """Let who is logged in act; raises Refused (LOGIN_OTHER) where --as names somebody else."""
    from ledger.basis.errors import refuse

    if desk.operator and desk.operator != signer.name:
        raise refuse(
            "LOGIN_OTHER",
            f"登录的是{signer.name}，不能由{desk.operator}办理",
            f"去掉 --as（或 PREPAY_OPERATOR），由{signer.name}办理；或先 prepay logout，"
            f"再由{desk.operator}登录",
        )
    desk.operator, desk.signer = signer.name, signer


def open_by_line(ctx: click.Context, desk: Desk) -> None:
    """Open the key of who acts by the first line of stdin; the lines after it stay unread."""
    if desk.operator and not sets_password(ctx):
        (password,) = passwords_from_stdin(1)
        take_key(desk, proved_by(desk, desk.operator, password))


def open_by_variable(ctx: click.Context, desk: Desk) -> None:
    """Open the key of who is named by PREPAY_PASSWORD, where both are there."""
    password = os.environ.get(PASSWORD, "")
    if password and not sets_password(ctx) and has_key(desk, desk.operator):
        take_key(desk, proved_by(desk, desk.operator, password))


def proved_by(desk: Desk, name: str, password: str) -> Signer:
    """Open somebody's key by a password, counted where it is wrong; raises Refused."""
    from ledger.workflow.setup.login_file import login_folder
    from ledger.workflow.setup.opening import prove

    return prove(desk, login_folder(os.environ), name, password)


def has_key(desk: Desk, name: str) -> bool:
    """Tell whether somebody has a key."""
    from ledger.store.engine import reading
    from ledger.workflow.setup.keys import key_in_force

    with reading(desk.engine) as conn:
        return bool(name) and key_in_force(conn, name) is not None


def sets_password(ctx: click.Context) -> bool:
    """Tell the other commands that read every password themselves."""
    return ctx.info_name in ("password", "switch-on")


def password_piped(ctx: click.Context) -> bool:
    """Tell whether passwords come on stdin."""
    return bool(ctx.find_root().params.get("password_stdin"))


def passwords_from_stdin(count: int) -> list[str]:
    """Read so many passwords from the next lines of stdin, in order.

    The first line is that of who acts; a verb that needs two people reads on from there. Raises
    Refused (PASSWORD_UNSAID) where a line is empty or missing.
    """
    from ledger.basis.errors import unclear

    lines = [next_line() for _ in range(count)]
    if "" in lines:
        raise unclear(
            "PASSWORD_UNSAID",
            f"标准输入里少一行密码（这一步要 {count} 行，第 {lines.index('') + 1} 行是空的）",
            "每个密码一行：第一行是办理人的，后面依次是其他人的或新的",
        )
    return lines


def next_line() -> str:
    """Read a line of stdin, as UTF-8 or as a Chinese Windows pipes it."""
    raw = sys.stdin.buffer.readline().rstrip(b"\r\n")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("gb18030", errors="replace")
