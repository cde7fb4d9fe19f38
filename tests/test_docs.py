"""What the documents say is there: links and their places, rooms, tables, files, commands."""

from __future__ import annotations

import ast
import re
import shlex
from pathlib import Path
from typing import NamedTuple

import click
import pytest

from cli import main
from ledger.store.tables.schema import metadata
from tests import house_map
from tests.house_reading import ROOMS, parsed

ROOT = Path(__file__).parents[1]
PAGES = ("README.md", *sorted(str(p.relative_to(ROOT)) for p in ROOT.glob("docs/**/*.md")))
FOR_ENGINEERS = tuple(page for page in PAGES if page.startswith("docs/house"))
LINK = re.compile(r"\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
#: Before its verb a command may have these; everything else stands after it.
GLOBAL = {"--database", "--book", "--as"}


class Shown(NamedTuple):
    """A command that a page shows: the page, and what follows `prepay`."""

    page: str
    words: str


def read(page: str) -> str:
    """Read a page."""
    return (ROOT / page).read_text(encoding="utf-8")


def anchors(text: str) -> set[str]:
    """Give the places that a page's headings make, as GitHub and Gitea name them."""
    kept = (re.sub(r"[^\w\- ]", "", title.lower()) for title in HEADING.findall(text))
    return {title.strip().replace(" ", "-") for title in kept}


def broken(page: str, text: str) -> list[str]:
    """List the links of a page that lead nowhere, places inside pages included."""
    lost = []
    for link in LINK.findall(text):
        if link.startswith("http"):
            continue
        name, _, place = link.partition("#")
        target = (ROOT / page).parent / name if name else ROOT / page
        there = target.is_file() or target.is_dir()
        if not there or (place and place not in anchors(target.read_text(encoding="utf-8"))):
            lost.append(link)
    return lost


def shown_commands(page: str) -> list[Shown]:
    """Find the commands of a page: whole lines after `$ `, and those between backticks."""
    text = read(page)
    lines = re.findall(r"^\$ prepay (.+)$", text, re.MULTILINE)
    inline = re.findall(r"(?<!`)`prepay ([^`\n]+)`(?!`)", text)
    return [Shown(page, words) for words in (*lines, *inline)]


def unknown(shown: Shown) -> list[str]:
    """List the words of a shown command that prepay would not understand."""
    words = shlex.split(shown.words)
    while words and words[0].startswith("--") and len(words) > 1:
        if words[0] not in GLOBAL:
            return words[:1]
        words = words[2:]
    command: click.Command = main
    while words and isinstance(command, click.Group):
        found = command.get_command(click.Context(command), words[0])
        if found is None:
            return words[:1]
        command = found
        words = words[1:]
    known = {name for param in command.params for name in param.opts} | GLOBAL
    return [word for word in words if word.startswith("--") and word not in known]


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_to_a_file_and_to_a_place_in_it(page: str) -> None:
    assert broken(page, read(page)) == []


def test_a_link_to_a_place_that_is_not_there_is_noticed() -> None:
    text = "[甲](docs/assess.md#三测算制单岗) [乙](docs/assess.md#没有) [丙](没有.md)"
    assert broken("README.md", text) == ["docs/assess.md#没有", "没有.md"]


@pytest.mark.parametrize("page", PAGES)
def test_every_command_shown_exists_with_its_options(page: str) -> None:
    assert [(s.words, bad) for s in shown_commands(page) if (bad := unknown(s))] == []


@pytest.mark.parametrize(
    ("words", "bad"),
    [
        ("--as 李敏 approve --all", []),
        ("approve --every", ["--every"]),
        ("assess invent --year 2026", ["invent"]),
        ("--who 李敏 approve", ["--who"]),
    ],
)
def test_a_command_that_is_not_there_is_noticed(words: str, bad: list[str]) -> None:
    assert unknown(Shown("-", words)) == bad


def test_every_table_and_index_says_what_it_serves() -> None:
    page = read("docs/schema.md")
    tables = set(metadata.tables)
    indexes = {str(index.name) for table in metadata.tables.values() for index in table.indexes}
    assert tables
    assert indexes
    assert [name for name in sorted(tables | indexes) if f"`{name}`" not in page] == []


def test_every_table_that_the_page_names_is_there() -> None:
    rows = re.findall(r"^\| (`[^|]+) \|", read("docs/schema.md"), re.MULTILINE)
    named = {name for row in rows for name in re.findall(r"`(\w+)`", row)}
    assert named == set(metadata.tables)


def test_every_room_is_shown_in_the_order_of_the_house() -> None:
    page = read("docs/house.md")
    shown = re.findall(r"^\*\*`ledger/(\w+)`\*\*", page, re.MULTILINE)
    built = [room for room in ROOMS if (ROOT / "ledger" / room).is_dir()]
    assert shown == built


@pytest.mark.parametrize("page", [*FOR_ENGINEERS, "docs/schema.md"])
def test_every_file_that_engineers_are_sent_to_is_there(page: str) -> None:
    named = re.findall(r"`((?:ledger|tests|docs|migrations)/[\w/.-]*)`", read(page))
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_the_map_names_every_file_and_says_what_each_says_of_itself() -> None:
    """Rewritten only on demand: python -m tests.house_map --write."""
    text = read("docs/house-map.md")
    assert text == house_map.page(text)
    modules = [file for file in parsed() if not file.endswith("__init__.py") and file != "cli.py"]
    assert [file for file in modules if f"| `{Path(file).name}` |" not in text] == []


def test_every_step_of_a_walk_is_where_the_page_says() -> None:
    rows = re.findall(
        r"^\| [^|]*\| `(ledger/\S+\.py)` \| (.+) \|$", read("docs/house-walks.md"), re.MULTILINE
    )
    assert len(rows) > 40
    lost = []
    for file, names in rows:
        inner = ast.walk(parsed()[file])
        defined = {node.name for node in inner if isinstance(node, ast.FunctionDef)}
        lost += [f"{file}: {name}" for name in re.findall(r"`(\w+)`", names) if name not in defined]
    assert lost == []
