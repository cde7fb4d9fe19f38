"""Writes the second half of docs/house-map.md: every file of the program with what it says it does.

.venv/bin/python -m tests.house_map --write

The questions in the first half are written by hand; what follows MARK comes from the first line of
each module's docstring, so that it cannot say anything else than the code does.
"""

from __future__ import annotations

import ast
import sys
from typing import TYPE_CHECKING

from tests.house_reading import ROOMS, ROOT, parsed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

PAGE = ROOT / "docs" / "house-map.md"
MARK = "<!-- What follows is written by `python -m tests.house_map --write`. -->\n"
PLACES = (*(f"ledger/{room}" for room in ROOMS), "sample", "migrations")


def page(text: str) -> str:
    """Return the page with its second half written anew."""
    by_hand, mark, _ = text.partition(MARK)
    assert mark, "the page has lost its mark"
    return by_hand + mark + "".join(all_folders())


def all_folders() -> Iterator[str]:
    """Write a section for each folder with files, in the order of the house."""
    for place in PLACES:
        room = ROOT / place
        for folder in (room, *sorted(path for path in room.rglob("*") if path.is_dir())):
            if rows := list(file_rows(folder)):
                yield section(folder, rows)


def section(folder: Path, rows: Iterable[str]) -> str:
    """Write a folder: its name, what it says of itself, and its files."""
    about = first_line(folder / "__init__.py")
    head = f"\n### `{name_of(folder)}`\n\n" + (f"{about}\n\n" if about else "")
    return head + "| File | What it does |\n|---|---|\n" + "".join(rows)


def file_rows(folder: Path) -> Iterator[str]:
    """Write a row for each module of a folder, and for each file that is read as data."""
    for path in sorted(folder.iterdir()):
        if path.suffix == ".py" and path.name != "__init__.py":
            yield f"| `{path.name}` | {first_line(path)} |\n"
    beside = [f"`{path.name}`" for path in sorted(folder.iterdir()) if is_read(path)]
    if beside and folder.is_relative_to(ROOT / "ledger"):
        yield f"| {', '.join(beside)} | read as they are |\n"


def is_read(path: Path) -> bool:
    """Tell a file that the program reads and does not import."""
    return path.is_file() and path.suffix not in (".py", ".pyc")


def first_line(path: Path) -> str:
    """Return the first line of a module's docstring; "" where there is no such module."""
    tree = parsed().get(name_of(path))
    words = (ast.get_docstring(tree) if tree else "") or ""
    return words.partition("\n")[0].replace("|", "\\|")


def name_of(path: Path) -> str:
    """Return a path as it is written in the pages."""
    return path.relative_to(ROOT).as_posix()


def main() -> None:
    """Show the page, or write it with `--write`."""
    text = page(PAGE.read_text("utf-8"))
    if "--write" in sys.argv[1:]:
        PAGE.write_text(text, "utf-8", newline="\n")
    else:
        sys.stdout.write(text)


if __name__ == "__main__":
    main()
