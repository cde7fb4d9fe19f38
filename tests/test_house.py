"""The house stands as drawn: rooms import upwards, each library has one door, files stay small.

Everything here reads the source, without running it, except what `--help` loads.
"""

from __future__ import annotations

import ast
import functools
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest

import cli
from ledger.basis.statutory import (
    DISBURSEMENT_ACCOUNT,
    FISCAL_ACCOUNT,
    GENERAL_SURPLUS,
    OTHER_EXPENSE,
    TEMPORARY_PAYMENT,
    TEMPORARY_RECEIPT,
)
from ledger.basis.terms import EVENT_KINDS, REGISTER_KINDS
from ledger.events.base import Event
from ledger.events.kinds import ALL, KINDS, LEGLESS
from ledger.masters.chart_file import load_chart

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
#: Who may import a library; a file, a room, or `type checking` for annotations alone.
DOORS = {
    "argon2": ("ledger/workflow/setup/passwords.py",),
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
    "python_calamine": ("ledger/intake/workbook_read.py",),
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
LINES_OF_FUNCTION = 50
LINES_OF_FILE = 400
#: A ratchet: what is longer, with its length; the numbers only ever go down.
LONG: dict[str, int] = {}


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
        ("sample/verbs.py", "from ledger.reports.registry import draw_up", strays),
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


def public_classes(files: dict[str, ast.Module]) -> dict[str, list[str]]:
    """Return where each public class stands, by its name."""
    places: dict[str, list[str]] = {}
    for file, tree in files.items():
        for node in tree.body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                places.setdefault(node.name, []).append(file)
    return places


def test_a_class_has_a_name_of_its_own_so_that_grep_finds_it() -> None:
    places = public_classes(parsed())
    assert {name: files for name, files in places.items() if len(files) > 1} == {}


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


BRANCHES = (ast.If, ast.IfExp, ast.For, ast.While, ast.ExceptHandler, ast.comprehension)
#: A function of this many decisions has too many ways through; of more than the fewer, enough.
DECISIONS_MOST, DECISIONS_MANY = 10, 5
#: A ratchet by room: how many functions have too many decisions, and how many have enough. The
#: numbers only ever go down; the goal is none, and a tenth of all functions.
DECIDED: dict[str, tuple[int, int]] = {
    "assessment": (0, 18),
    "audit": (15, 51),
    "basis": (0, 1),
    "commands": (0, 3),
    "dues": (2, 24),
    "events": (1, 56),
    "formats": (3, 21),
    "intake": (0, 27),
    "masters": (0, 12),
    "migrations": (0, 1),
    "policy": (0, 16),
    "projections": (1, 6),
    "reconcile": (18, 38),
    "reports": (23, 95),
    "store": (12, 58),
    "voucher": (3, 24),
    "web": (8, 33),
    "workflow": (3, 88),
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
    assert more == {}


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


ACCOUNT_CODE = re.compile(r"(100[1-4]|1101|2001|300[12]|4\d{3}|5\d{3})(\.\d{2})*\.?", re.ASCII)
#: Where a code may stand: the law's own are named there.
CODES_NAMED = ("ledger/basis/statutory.py",)


def account_codes(files: dict[str, ast.Module]) -> Iterator[str]:
    """Name the account codes that stand in code as such; in a sentence they are read by people."""
    for file, tree in files.items():
        if file.startswith(CODES_NAMED):
            continue
        for node in ast.walk(tree):
            word = node.value if isinstance(node, ast.Constant) else None
            if isinstance(word, str) and ACCOUNT_CODE.fullmatch(word):
                yield f"{file}: {word}"


def test_accounts_are_asked_by_role_or_name_and_not_by_code() -> None:
    assert list(account_codes(parsed())) == []
    assert list(account_codes({"ledger/events/interest.py": ast.parse("pay('1004')")}))


def test_the_charts_keep_the_roles_under_the_codes_of_the_law() -> None:
    for chart in load_chart().values():
        bases = {role: code.partition(".")[0] for role, code in chart.roles.items()}
        assert bases["fiscal_account"] == FISCAL_ACCOUNT
        assert bases["disbursement_account"] == DISBURSEMENT_ACCOUNT
        assert bases["prepayment"] == bases["lower_agency"] == TEMPORARY_PAYMENT
        assert bases["unidentified_receipt"] == bases["upper_agency"] == TEMPORARY_RECEIPT
        assert bases["net_assets"] == GENERAL_SURPLUS
        assert bases["other_expense"] == OTHER_EXPENSE


def test_the_table_of_kinds_is_complete() -> None:
    """Adding a kind is adding a file and a line in the table; neither is forgotten."""
    written = {
        node.name
        for file, tree in parsed().items()
        if file.startswith("ledger/events/")
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and any(is_kind(base) for base in node.bases)
    }
    leaves = {kind.__name__ for kind in ALL}
    parents = {parent.__name__ for kind in ALL for parent in kind.__mro__[1:]}
    assert written - parents == leaves
    assert [kind.KIND for kind in ALL] == list(KINDS)
    assert set(KINDS) == set(EVENT_KINDS)
    assert all(KINDS[kind.KIND] is kind for kind in ALL)
    assert {kind.KIND for kind in ALL if kind.LEGLESS} == set(REGISTER_KINDS) == LEGLESS


def is_kind(base: ast.expr) -> bool:
    """Tell whether a base class, as written, is Event or a kind of it."""
    names = {"Event", *(cls.__name__ for kind in ALL for cls in kind.__mro__ if cls is not object)}
    return ast.unparse(base) in names


def test_every_kind_answers_for_itself() -> None:
    """Findings, legs and 摘要 are each kind's own, or of a kind between it and Event."""
    for kind in ALL:
        for method in ("findings", "legs", "default_summary"):
            assert getattr(kind, method) is not getattr(Event, method), (kind.KIND, method)


# What the door loads and says.

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
