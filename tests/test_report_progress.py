"""The sign of life on long work: only on a terminal, only after a while, gone at the end."""

from __future__ import annotations

import io
import threading
import time

import pytest

from ledger.formats.progress import working


class Screen(io.StringIO):
    """A stream that says it is a terminal, and tells when it is first written to."""

    def __init__(self) -> None:
        super().__init__()
        self.touched = threading.Event()

    def isatty(self) -> bool:
        """Say so."""
        return True

    def write(self, text: str) -> int:
        """Write, and tell."""
        self.touched.set()
        return super().write(text)


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Screen:
    """Give a screen, whatever the surroundings say about terminals."""
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    return Screen()


def test_long_work_on_a_terminal_says_what_it_does_and_wipes_itself_away(
    terminal: Screen,
) -> None:
    with working("记账", terminal, wait=0):
        assert terminal.touched.wait(5)
    text = terminal.getvalue()
    assert "正在记账，请稍候" in text
    assert text.endswith("\x1b[2K")
    assert text.count("\x1b[?25l") == text.count("\x1b[?25h") == 1


def test_short_work_says_nothing(terminal: Screen) -> None:
    with working("记账", terminal, wait=60):
        pass
    assert terminal.getvalue() == ""
    assert not any(isinstance(thread, threading.Timer) for thread in alive())


def alive() -> list[threading.Thread]:
    """List the threads that still run, once cancelled ones have had time to end."""
    for thread in threading.enumerate():
        if isinstance(thread, threading.Timer):
            thread.join(5)
    return threading.enumerate()


def test_a_pipe_sees_nothing_however_long_it_takes() -> None:
    pipe = io.StringIO()
    with working("记账", pipe, wait=0):
        time.sleep(0.05)
    assert pipe.getvalue() == ""


def test_a_refusal_passes_and_leaves_the_screen_clean(terminal: Screen) -> None:
    def refused_work() -> None:
        with working("记账", terminal, wait=0):
            assert terminal.touched.wait(5)
            raise ValueError("refused")

    with pytest.raises(ValueError, match="refused"):
        refused_work()
    assert terminal.getvalue().endswith("\x1b[2K")
