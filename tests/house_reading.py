"""The program's source, parsed once, and what its files import; nothing is run."""

from __future__ import annotations

import ast
import functools
from pathlib import Path
from typing import TYPE_CHECKING

import cli

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(cli.__file__).parent
ROOMS = (
    "basis",
    "masters",
    "policy",
    "events",
    "assessment",
    "voucher",
    "reconcile",
    "store",
    "projections",
    "dues",
    "formats",
    "intake",
    "audit",
    "workflow",
    "reports",
    "web",
    "commands",
)


@functools.cache
def parsed() -> dict[str, ast.Module]:
    """Parse every file of the program, once: the ledger, its sample and migrations, and the door."""
    files = [
        *(ROOT / "ledger").rglob("*.py"),
        *(ROOT / "sample").rglob("*.py"),
        *(ROOT / "migrations").rglob("*.py"),
        ROOT / "cli.py",
    ]
    return {
        path.relative_to(ROOT).as_posix(): ast.parse(path.read_text("utf-8"))
        for path in sorted(files)
    }


def imports(tree: ast.Module) -> Iterator[tuple[str, bool]]:
    """Name every module that a file imports, and whether for annotations only."""
    annotations = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING")
        for statement in node.body
        for inner in ast.walk(statement)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, id(node) in annotations) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield ("." * node.level) + (node.module or ""), id(node) in annotations
