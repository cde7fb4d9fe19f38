"""A sign of life on the screen for what takes more than two seconds; the door to rich.progress.

It talks on stderr, only where that is a terminal, and wipes itself away: what is piped,
scripted or tested sees nothing of it.
"""

from __future__ import annotations

import os
import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from rich.progress import Progress

PATIENCE_SECONDS = 2.0


@contextmanager
def working(what: str, out: TextIO | None = None, wait: float = PATIENCE_SECONDS) -> Iterator[None]:
    """Show what is being done, and for how long, while the body runs.

    Nothing is shown before `wait` seconds have passed.
    """
    stream = out or sys.stderr
    if not stream.isatty() or os.environ.get("TERM") == "dumb":
        yield
        return
    sign = Sign(what, stream)
    timer = threading.Timer(wait, sign.show)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        sign.wipe()


class Sign:
    """A spinner with words and elapsed time, which is shown at most once."""

    def __init__(self, what: str, stream: TextIO) -> None:
        self._what = what
        self._stream = stream
        self._lock = threading.Lock()
        self._done = False
        self._shown: Progress | None = None

    def show(self) -> None:
        """Begin to show, unless the work is done already."""
        from rich.console import Console
        from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        with self._lock:
            if self._done:
                return
            self._shown = Progress(
                SpinnerColumn("line"),
                TextColumn("正在{task.description}，请稍候", markup=False),
                TimeElapsedColumn(),
                console=Console(file=self._stream, highlight=False, markup=False, emoji=False),
                transient=True,
                redirect_stdout=False,
                redirect_stderr=False,
            )
            self._shown.add_task(self._what, total=None)
            self._shown.start()

    def wipe(self) -> None:
        """Take it off the screen; whoever comes late no longer shows."""
        with self._lock:
            self._done = True
            if self._shown is not None:
                self._shown.stop()
