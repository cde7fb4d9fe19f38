"""Functions and files stay small, and decide no more than they did."""

from __future__ import annotations

import ast
import collections

from tests.house_reading import ROOT, parsed

LINES_OF_FUNCTION = 50
LINES_OF_FILE = 400
FILES_OF_FOLDER = 20
#: A ratchet: what is longer, with its length; the numbers only ever go down.
#: The checker is one file on purpose: a stranger takes it, reads it, and runs it.
LONG: dict[str, int] = {"ledger/audit/check_chain.py": 959}
#: The same of the tests.
LONG_TESTS = {"tests/office.py": 503}
BRANCHES = (ast.If, ast.IfExp, ast.For, ast.While, ast.ExceptHandler, ast.comprehension)
#: A function of this many decisions has too many ways through; of more than the fewer, enough.
DECISIONS_MOST, DECISIONS_MANY = 10, 5
#: A ratchet by room: how many functions have too many decisions, and how many have enough. The
#: numbers only ever go down; the goal is none, and a tenth of all functions.
DECIDED: dict[str, tuple[int, int]] = {
    "assessment": (0, 15),
    "audit": (0, 17),
    "basis": (0, 1),
    "commands": (0, 3),
    "dues": (0, 11),
    "events": (0, 30),
    "formats": (0, 13),
    "intake": (0, 16),
    "masters": (0, 6),
    "migrations": (0, 1),
    "policy": (0, 15),
    "projections": (0, 2),
    "reconcile": (0, 16),
    "reports": (0, 49),
    "store": (0, 28),
    "voucher": (0, 15),
    "web": (0, 17),
    "workflow": (0, 61),
}


def decisions(function: ast.FunctionDef) -> int:
    """Count what a function decides: branches, loops, catches, `and` and `or`, and match cases."""
    count = 0
    for node in ast.walk(function):
        count += isinstance(node, (*BRANCHES, ast.match_case))
        count += len(node.ifs) if isinstance(node, ast.comprehension) else 0
        count += len(node.values) - 1 if isinstance(node, ast.BoolOp) else 0
    return count


def decided(files: dict[str, ast.Module]) -> dict[str, tuple[int, int]]:
    """Count by room the functions that decide too much, and those that decide enough."""
    rooms: dict[str, tuple[int, int]] = {}
    for file, tree in files.items():
        room = file.split("/")[1] if file.startswith("ledger/") else file.split("/")[0]
        counts = [decisions(node) for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
        most, many = rooms.get(room, (0, 0))
        most += sum(count >= DECISIONS_MOST for count in counts)
        rooms[room] = most, many + sum(count > DECISIONS_MANY for count in counts)
    return rooms


def test_functions_decide_no_more_than_they_did() -> None:
    now = decided(parsed())
    more = {
        room: f"{counts}, at most {DECIDED.get(room, (0, 0))}"
        for room, counts in now.items()
        if any(n > most for n, most in zip(counts, DECIDED.get(room, (0, 0)), strict=True))
    }
    assert more == {}, "\n".join(deciding(parsed(), set(more)))


def deciding(files: dict[str, ast.Module], rooms: set[str]) -> list[str]:
    """Name the functions of rooms that decide enough, for whoever has just written one more."""
    return [
        f"{file}: {node.name} ({decisions(node)})"
        for file, tree in files.items()
        for node in ast.walk(tree)
        if rooms & set(file.split("/")[:2])
        and isinstance(node, ast.FunctionDef)
        and decisions(node) > DECISIONS_MANY
    ]


def test_decisions_are_counted() -> None:
    code = (
        "def f(a):\n  if a and a.b or a.c:\n    return [x for x in a if x]\n  return 1 if a else 2"
    )
    assert decided({"ledger/basis/money.py": ast.parse(code)}) == {"basis": (0, 1)}


def test_functions_and_files_stay_small_enough_to_read() -> None:
    long: dict[str, int] = {}
    for file, tree in parsed().items():
        if not file.startswith(("ledger/", "sample/")):
            continue
        lines = len((ROOT / file).read_text("utf-8").splitlines())
        if lines > LONG.get(file, LINES_OF_FILE):
            long[file] = lines
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                assert node.end_lineno is not None
                name, length = f"{file} {node.name}", node.end_lineno - node.lineno + 1
                if length > LONG.get(name, LINES_OF_FUNCTION):
                    long[name] = length
    assert long == {}


def test_files_of_tests_stay_small_enough_to_find_one_s_way() -> None:
    lengths = {
        path.relative_to(ROOT).as_posix(): len(path.read_text("utf-8").splitlines())
        for path in sorted((ROOT / "tests").rglob("*.py"))
    }
    assert {file: lines for file, lines in lengths.items() if lines > LINES_OF_FILE} == LONG_TESTS


def test_no_folder_holds_more_files_than_one_takes_in_at_a_glance() -> None:
    files = collections.Counter(
        file.rpartition("/")[0]
        for file in parsed()
        if file.startswith("ledger/") and not file.endswith("__init__.py")
    )
    assert {folder: count for folder, count in files.items() if count > FILES_OF_FOLDER} == {}
