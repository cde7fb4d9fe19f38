"""P8: what a person waits for before `prepay` has anything to say."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.measure import Figure, Goal, in_turns, milliseconds, seconds
from benchmarks.stage import Stage, open_office, settle

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parent.parent


def measure(stage: Stage, *, rounds: int) -> list[Figure]:
    """Measure P8: help beside `import click`, a short reading beside `import sqlalchemy`."""
    url, office = open_office(stage, hospitals=3)
    settle(office.desk)
    door = [sys.executable, str(ROOT / "cli.py")]
    figures = [
        figure(rounds, "prepay --help", [*door, "--help"], "click", 2.0),
        figure(rounds, "prepay close --help", [*door, "close", "--help"], "click", 2.0),
        figure(
            rounds,
            "prepay close status",
            [*door, "--database", url, "close", "status"],
            "sqlalchemy",
            1.5,
        ),
        figure(rounds, "prepay due", [*door, "--database", url, "due"], "sqlalchemy", 1.5),
    ]
    stage.drop(url)
    return figures


def figure(rounds: int, work: str, command: list[str], library: str, bound: float) -> Figure:
    """Compare one command with the import of one library."""
    ours, bare = in_turns(
        rounds, started(command), started([sys.executable, "-c", f"import {library}"])
    )
    return Figure(
        id="P8",
        work=work,
        ours=milliseconds(ours.median),
        yardstick=f"import {library} {milliseconds(bare.median)}",
        ratio=ours.median / bare.median,
        goal=Goal(bound=bound, least=False),
    )


def started(command: list[str]) -> Callable[[], float]:
    """Make a contestant that starts a program and waits for its end."""

    def run() -> None:
        subprocess.run(command, check=True, capture_output=True, cwd=ROOT)  # noqa: S603

    return lambda: seconds(run)
