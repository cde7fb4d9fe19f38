"""What `view` and `demo` share: the entrance, the pages, and where the server listens."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ledger.commands.door import say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ledger.web.serve import Where
    from ledger.web.serve_login import Entrance
    from ledger.workflow.desk import Desk


def entrance_of(desk: Desk, where: Where) -> Entrance:
    """Put the entrance together: whoever logs in is proved and logged by the workflow's verbs.

    Raises Refused (PASSWORD_MISSING) where others than this machine are served without any.
    """
    from ledger.web.serve_login import Entrance, Keeper
    from ledger.web.serve_session import Sessions
    from ledger.workflow.setup import login
    from ledger.workflow.setup.lockout import Lockout

    if where.names:
        login.need_passwords(desk)
    lockout = Lockout(clock=desk.clock)
    keeper = Keeper(
        sign_in=partial(login.sign_in, desk, lockout),
        sign_in_here=partial(login.sign_in_here, desk, lockout),
        sign_out=partial(login.sign_out, desk, lockout),
        passwords=partial(login.passwords_on, desk),
    )
    sessions = Sessions(clock=desk.clock, still=partial(login.still_admitted, desk))
    return Entrance(keeper=keeper, sessions=sessions, announce=say, secure=bool(where.names))


def open_view(desk: Desk, files: Sequence[Path], where: Where) -> None:
    """Serve exported journals and our pages over a database until interrupted."""
    from ledger.web.readers import pages_of
    from ledger.web.serve import serve
    from ledger.web.serve_wrapper import shelves_of

    entrance = entrance_of(desk, where)
    serve(shelves_of(files), pages_of(desk), entrance, where, announce(entrance))


def announce(entrance: Entrance) -> partial[None]:
    """Say on the terminal where to look, and by which way in."""

    def told(address: str, *, passwords: bool) -> None:
        if passwords:
            say(f"请在浏览器打开 {address} ，用姓名和密码登录；按 Ctrl+C 结束")
        else:
            say(f"请在浏览器打开（链接只能用一次）：\n{address}\n按 Ctrl+C 结束")

    return partial(told, passwords=entrance.keeper.passwords())
