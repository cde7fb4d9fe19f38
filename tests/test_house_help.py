"""What the door loads and says: nothing heavy for --help, and every word in Chinese."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import click
import pytest

import cli
from tests.house_reading import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

HEAVY = (
    "argon2",
    "sqlalchemy",
    "alembic",
    "beancount",
    "beanquery",
    "fava",
    "flask",
    "yaml",
    "rich",
    "python_calamine",
    "xlsxwriter",
    "typst",
)


def commands(group: click.Group, path: str = "prepay") -> Iterator[tuple[str, click.Command]]:
    """Walk every command."""
    for name, command in sorted(group.commands.items()):
        yield f"{path} {name}", command
        if isinstance(command, click.Group):
            yield from commands(command, f"{path} {name}")


@pytest.mark.parametrize(
    "words",
    [["--help"], ["close", "--help"], ["close", "month", "--help"], ["post", "-h"], ["--version"]],
    ids=" ".join,
)
def test_help_loads_nothing_heavy(words: list[str]) -> None:
    code = (
        "import sys, cli\n"
        f"try:\n    cli.main({words!r}, prog_name='prepay')\nexcept SystemExit as end:\n"
        "    assert not end.code\n"
        f"print('LOADED', [name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "LOADED []"


def is_chinese(text: str) -> bool:
    """Tell whether a text has Chinese in it."""
    return any("\u4e00" <= mark <= "\u9fff" for mark in text)


def test_every_command_and_option_explains_itself_in_chinese() -> None:
    mute = []
    for path, command in [("prepay", cli.main), *commands(cli.main)]:
        if not is_chinese(command.help or ""):
            mute.append(path)
        options = [option for option in command.params if isinstance(option, click.Option)]
        mute += [
            f"{path} {option.opts[0]}"
            for option in options
            if option.name not in ("version", "help") and not is_chinese(option.help or "")
        ]
    assert mute == []
