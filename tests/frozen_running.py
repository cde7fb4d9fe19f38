"""Runs the program's own command line in this process, at a moment and in a folder that are set."""

from __future__ import annotations

import contextlib
import io
import os
from datetime import datetime
from typing import TYPE_CHECKING
from unittest.mock import patch

from cli import main
from ledger.basis.clock import CHINA_STANDARD_TIME, SystemClock
from tests.print_reading import FONTS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

#: Some days after the sample's last step: the present of every frozen output.
MOMENT = datetime(2026, 5, 11, 9, 30, tzinfo=CHINA_STANDARD_TIME)
#: The line that parts what a command tells the person from what it gives.
TOLD = "--- stderr, exit "


class Stream(io.TextIOWrapper):
    """A stream that keeps what is written to it, and may pass for a terminal."""

    def __init__(self, *, terminal: bool = False) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8", newline="\n", write_through=True)
        self._terminal = terminal

    def isatty(self) -> bool:
        """Tell what it passes for."""
        return self._terminal

    def written(self) -> bytes:
        """Return the bytes so far."""
        self.flush()
        held = self.buffer
        assert isinstance(held, io.BytesIO)
        return held.getvalue()


@contextlib.contextmanager
def frozen_moment(folder: Path) -> Iterator[None]:
    """Stand in a folder at the frozen moment, with none of the machine's own settings."""
    plain = {name: word for name, word in os.environ.items() if not name.startswith("PREPAY_")}
    with (
        contextlib.chdir(folder),
        patch.dict(os.environ, {**plain, "PREPAY_FONTS": str(FONTS)}, clear=True),
        patch.object(SystemClock, "now", lambda _clock: MOMENT),
    ):
        yield


def run_command(*words: str, columns: int = 0) -> bytes:
    """Run a command on `prepay.db` of this folder; return what it gave and what it told.

    `columns` makes the output a terminal of that width; else it is a pipe.
    """
    out, err = Stream(terminal=bool(columns)), Stream()
    exit_code: object = 0
    with (
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
        patch("sys.stdin", io.StringIO()),
        patch.dict(os.environ, {"COLUMNS": str(columns or 100), "LINES": "50", "TERM": "xterm"}),
    ):
        try:
            main.main(["--database", "prepay.db", *words], prog_name="prepay")
        except SystemExit as left:
            exit_code = left.code
    given, told = out.written(), err.written()
    if told or exit_code:
        given += f"{TOLD}{exit_code or 0}\n".encode() + told
    return given
