"""What a person reads shows on a GBK console, and a line of help stands whole on a screen."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest

import cli
from ledger.formats.wide_text import cells

if TYPE_CHECKING:
    from collections.abc import Iterator

LEDGER = Path(cli.__file__).parent / "ledger"
#: Marks for programs, which no console prints: the mark of UTF-8, and what a lost sign becomes.
FOR_PROGRAMS = ("\ufeff", "\N{REPLACEMENT CHARACTER}")
SCREEN = 80
DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


def texts(tree: ast.Module) -> Iterator[ast.Constant]:
    """Give the texts of a file, docstrings left out; of a command the docstring is its help."""
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, DOCUMENTED) and node.body and isinstance(node.body[0], ast.Expr)
        if not getattr(node, "decorator_list", ())
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in docstrings:
            yield node


def lost(text: str) -> list[str]:
    """Name the signs of a text that GBK lacks."""
    return [f"U+{ord(sign):04X}" for sign in text if not sign.encode("gbk", "ignore")]


@pytest.mark.parametrize(
    "path", sorted(LEDGER.rglob("*.py")), ids=lambda path: path.relative_to(LEDGER).as_posix()
)
def test_every_text_of_the_program_can_be_shown_on_a_gbk_console(path: Path) -> None:
    found = [
        (node.lineno, lost(node.value))
        for node in texts(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node.value, str) and node.value not in FOR_PROGRAMS and lost(node.value)
    ]
    assert found == []


def every_command(
    group: click.Group, path: tuple[str, ...] = ()
) -> Iterator[tuple[str, click.Command]]:
    """Give every command below a group, with the words that lead to it."""
    for name, command in sorted(group.commands.items()):
        yield " ".join((*path, name)), command
        if isinstance(command, click.Group):
            yield from every_command(command, (*path, name))


@pytest.mark.parametrize(
    ("words", "command"),
    [pytest.param(words, command, id=words) for words, command in every_command(cli.main)],
)
def test_the_first_sentence_of_a_help_fits_a_line_and_is_not_cut_off(
    words: str, command: click.Command
) -> None:
    shown = command.get_short_help_str(SCREEN)
    assert shown, words
    assert not shown.endswith("...")
    assert cells(shown) <= SCREEN
