"""Where a command runs: who is logged in at the operating system, and on which machine."""

from __future__ import annotations

import getpass
import os
import platform


def os_user() -> str:
    """Return who is logged in at the operating system; `?` where it does not say.

    The login of the terminal comes first: it stays the same behind `sudo` and `su`, and no
    variable changes it.
    """
    try:
        return os.getlogin()
    except OSError:
        pass
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "?"


def station_here() -> str:
    """Name the login and the machine, as the log keeps them."""
    return f"{os_user()}@{platform.node() or '?'}"
