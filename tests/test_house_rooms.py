"""Rooms import upwards and never in a circle; each library has one door; one file asks the clock."""

from __future__ import annotations

import ast
import sys
from typing import TYPE_CHECKING

import pytest

from tests.house_reading import ROOMS, imports, parsed

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Who may import a library; a file, a room, or `type checking` for annotations alone.
DOORS = {
    "argon2": ("ledger/basis/keys.py", "ledger/workflow/setup/passwords.py"),
    "cryptography": ("ledger/basis/keys.py", "ledger/audit/check_chain.py"),
    "sqlalchemy": ("ledger/store/", "migrations/", "annotations"),
    "alembic": ("ledger/store/", "migrations/"),
    "psycopg": ("ledger/store/",),
    "click": ("cli.py", "ledger/commands/"),
    "beancount": ("ledger/formats/", "ledger/audit/", "ledger/web/"),
    "beanquery": ("ledger/web/", "ledger/audit/"),
    "fava": ("ledger/web/", "ledger/audit/"),
    "regex": ("ledger/web/",),
    "waitress": ("ledger/web/serve.py",),
    "flask": ("ledger/web/", "ledger/audit/"),
    "jinja2": ("ledger/web/", "ledger/audit/"),
    "chinese_calendar": ("ledger/basis/workdays.py",),
    "markupsafe": ("ledger/web/",),
    "werkzeug": ("ledger/web/",),
    "yaml": ("ledger/masters/", "ledger/policy/", "sample/story.py"),
    "rich": ("ledger/formats/terminal.py", "ledger/formats/progress.py"),
    "python_calamine": ("ledger/intake/workbook/workbook_read.py",),
    "xlsxwriter": ("ledger/formats/", "ledger/intake/"),
    "typst": ("ledger/formats/print.py", "ledger/formats/print_fonts.py"),
    "stdnum": ("ledger/masters/",),
    "random": ("ledger/basis/identity.py",),
    "secrets": ("ledger/basis/identity.py",),
    "uuid": ("ledger/basis/identity.py",),
    "time": ("ledger/basis/clock.py",),
    "sample": ("sample/", "ledger/commands/setup.py"),
}
#: Modules and names that only some platforms have.
POSIX_MODULES = {"fcntl", "pwd", "grp", "resource", "termios", "tty", "pty", "syslog", "posix"}
POSIX_NAMES = {
    "os": {"fork", "forkpty", "getuid", "geteuid", "setuid", "chown", "mkfifo", "nice", "killpg"},
    "signal": {"SIGKILL", "SIGHUP", "SIGALRM", "SIGUSR1", "SIGUSR2", "alarm", "pause", "sigwait"},
}
CLOCK_CALLS = {
    *(f"{name}.{verb}" for name in ("datetime", "date", "dt") for verb in ("now", "today")),
    *(f"datetime.{name}.{verb}" for name in ("datetime", "date") for verb in ("now", "today")),
    *(f"dt.{name}.{verb}" for name in ("datetime", "date") for verb in ("now", "today")),
    "datetime.utcnow",
    "datetime.datetime.utcnow",
    "time.time",
    "time.time_ns",
    "time.localtime",
    "time.gmtime",
}


def strays(files: dict[str, ast.Module]) -> Iterator[str]:
    """Name the imports that lead from a room to one below it, or to the door."""
    for file, tree in files.items():
        room = file.split("/")[1] if file.startswith("ledger/") and "/" in file[7:] else ""
        # The sample does what people do, so it stands beside the verbs.
        room = "workflow" if file.startswith("sample/") else room
        for module, _ in imports(tree):
            if module.startswith("."):
                yield f"{file}: a relative import"
            parts = module.split(".")
            if parts[0] in ("cli", "tests", "benchmarks", "migrations"):
                yield f"{file} -> {module}"
            inside = parts[0] == "ledger" and len(parts) > 1
            if inside and room and ROOMS.index(parts[1]) > ROOMS.index(room):
                yield f"{file} -> {module}"
            if parts[0] == "ledger" and file.startswith("migrations/"):
                yield f"{file} -> {module}"


def intruders(files: dict[str, ast.Module]) -> Iterator[str]:
    """Name the imports of a library by somebody who is not its door."""
    for file, tree in files.items():
        for module, annotation in imports(tree):
            doors = DOORS.get(module.partition(".")[0], (file,))
            open_ = any(file.startswith(door) for door in doors)
            if not open_ and not (annotation and "annotations" in doors):
                yield f"{file} -> {module}"


def clock_readers(files: dict[str, ast.Module]) -> Iterator[str]:
    """Name the files that ask the machine what time it is."""
    for file, tree in files.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in CLOCK_CALLS:
                yield file


def platform_bound(files: dict[str, ast.Module]) -> Iterator[str]:
    """Name what only some platforms have."""
    for file, tree in files.items():
        for module, _ in imports(tree):
            if module.partition(".")[0] in POSIX_MODULES:
                yield f"{file}: {module}"
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                names = POSIX_NAMES.get(node.value.id, set())
                yield from (f"{file}: {node.value.id}.{name}" for name in names & {node.attr})


def test_a_room_imports_only_itself_and_rooms_above() -> None:
    assert list(strays(parsed())) == []
    rooms = {file.split("/")[1] for file in parsed() if file.count("/") >= 2 and file[0] == "l"}
    assert rooms <= set(ROOMS)


def drawing(files: dict[str, ast.Module]) -> Iterator[str]:
    """Name the verbs that know how a report is drawn."""
    for file, tree in files.items():
        for module, _ in imports(tree):
            if file.startswith("ledger/workflow/") and module == "ledger.formats.report":
                yield file


def test_a_verb_returns_a_value_and_draws_no_report() -> None:
    assert list(drawing(parsed())) == []


def test_every_library_has_one_door() -> None:
    assert list(intruders(parsed())) == []


def test_every_library_that_is_imported_is_known_to_the_house() -> None:
    """A new dependency needs a door before it comes in."""
    outside = {
        name
        for tree in parsed().values()
        for module, _ in imports(tree)
        if (name := module.partition(".")[0]) not in {*sys.stdlib_module_names, "ledger"}
    }
    assert outside <= set(DOORS)


def test_only_the_clock_knows_what_time_it_is() -> None:
    assert set(clock_readers(parsed())) == {"ledger/basis/clock.py"}


def test_nothing_in_the_ledger_is_bound_to_a_platform() -> None:
    assert list(platform_bound(parsed())) == []


@pytest.mark.parametrize(
    ("file", "code", "found"),
    [
        ("ledger/basis/money.py", "from ledger.masters import chart", strays),
        ("ledger/formats/files.py", "from ledger.workflow.posting.post import post", strays),
        ("ledger/workflow/posting/post.py", "import cli", strays),
        ("sample/verbs.py", "from ledger.reports.drawing import draw_up", strays),
        ("ledger/workflow/posting/post.py", "from sample.player import run_demo", intruders),
        ("ledger/workflow/posting/post.py", "from ledger.commands.door import say", strays),
        ("ledger/commands/door.py", "from cli import main", strays),
        ("ledger/store/rows.py", "from .schema import leg", strays),
        ("ledger/workflow/setup/owner.py", "from ledger.formats.report import Report", drawing),
        ("migrations/env.py", "from ledger.store import schema", strays),
        ("ledger/workflow/posting/post.py", "import sqlalchemy as sa", intruders),
        (
            "ledger/workflow/posting/post.py",
            "if TYPE_CHECKING:\n    import beancount.loader",
            intruders,
        ),
        ("ledger/events/base.py", "def f():\n    import click", intruders),
        ("ledger/workflow/posting/post.py", "import click", intruders),
        (
            "ledger/workflow/posting/post.py",
            "import datetime\ndatetime.date.today()",
            clock_readers,
        ),
        ("ledger/workflow/posting/post.py", "date.today()", clock_readers),
        ("ledger/store/engine.py", "import fcntl", platform_bound),
        ("ledger/store/engine.py", "os.fork()", platform_bound),
    ],
)
def test_each_search_finds_what_it_looks_for(file: str, code: str, found: object) -> None:
    assert list(found({file: ast.parse(code)}))  # type: ignore[operator]


def test_sqlalchemy_may_be_named_in_annotations() -> None:
    tree = ast.parse("if TYPE_CHECKING:\n    import sqlalchemy as sa")
    assert list(intruders({"ledger/workflow/posting/post.py": tree})) == []


def module_of(file: str) -> str:
    """Return the dotted name of a file."""
    return file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def led_to(files: dict[str, ast.Module]) -> dict[str, set[str]]:
    """Return the modules of ours that each one imports, for annotations too."""
    modules = {module_of(file) for file in files}
    graph: dict[str, set[str]] = {module: set() for module in modules}
    for file, tree in files.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module:
                named = {f"{node.module}.{alias.name}" for alias in node.names}
                graph[module_of(file)] |= (named | {node.module}) & modules - {module_of(file)}
    return graph


def circles(files: dict[str, ast.Module]) -> set[str]:
    """Name the modules from which imports lead back to themselves."""
    graph = led_to(files)
    inside = set()
    for module in graph:
        reached: set[str] = set()
        ahead = [module]
        while ahead:
            step = graph[ahead.pop()] - reached
            reached |= step
            ahead += step
        if module in reached:
            inside.add(module)
    return inside


def test_imports_lead_nowhere_in_a_circle() -> None:
    assert circles(parsed()) == set()


def test_a_circle_is_found() -> None:
    one = ast.parse("from ledger.basis.money import yuan")
    other = ast.parse("from ledger.basis import period")
    files = {"ledger/basis/period.py": one, "ledger/basis/money.py": other}
    assert circles(files) == {"ledger.basis.period", "ledger.basis.money"}
