"""What the README says is so: its walk is run as printed, its commands and files exist."""

from __future__ import annotations

import contextlib
import os
import re
import shlex
import subprocess
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path
from typing import NamedTuple

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(\w+) ?(\S*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ELIDED = "…"


class Block(NamedTuple):
    """A fenced block: its language, the file it is to be saved as, and its lines."""

    language: str
    name: str
    text: str


class Step(NamedTuple):
    """A command of the walk, and the lines that the README shows for it."""

    command: str
    shown: list[str]


def blocks(text: str = README) -> list[Block]:
    """List the fenced blocks in order."""
    return [Block(*match.groups()) for match in BLOCK.finditer(text)]


def steps(text: str) -> list[Step]:
    """Read a console block: a command after `$ `, then what it shows."""
    found: list[Step] = []
    for line in text.splitlines():
        if line.startswith("$ "):
            found.append(Step(line[2:], []))
        else:
            found[-1].shown.append(line.rstrip())
    return found


def run(command: str, folder: Path) -> tuple[int, list[str]]:
    """Run a command of the walk with this environment's prepay; the talk comes first."""
    words = shlex.split(command)
    assert words[0] == "prepay", command
    surroundings = {name: word for name, word in os.environ.items() if "PREPAY" not in name}
    done = subprocess.run(
        [sys.executable, "-X", "utf8", str(ROOT / "cli.py"), *words[1:]],
        cwd=folder,
        env=surroundings,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    return done.returncode, (done.stderr + done.stdout).splitlines()


def matches(shown: str, line: str) -> bool:
    """Tell whether a line is the one shown; `…` at the end of one stands for the rest."""
    if shown != ELIDED and shown.endswith(ELIDED):
        return line.startswith(shown.removesuffix(ELIDED))
    return shown == line.rstrip()


def missing(shown: list[str], lines: list[str]) -> list[str]:
    """List the shown lines that do not come, in this order, in what was printed."""
    left = iter(lines)
    return [
        each
        for each in shown
        if each not in ("", ELIDED) and not any(matches(each, line) for line in left)
    ]


def test_the_walk_runs_as_printed(tmp_path: Path) -> None:
    ran = []
    for block in blocks():
        if block.language == "csv":
            assert f"`{block.name}`" in README
            (tmp_path / block.name).write_text(block.text, encoding="gb18030")
        elif block.language == "console":
            for step in steps(block.text):
                code, lines = run(step.command, tmp_path)
                refused = any(line.startswith("被拒绝") for line in step.shown)
                assert code == (1 if refused else 0), (step.command, lines)
                assert missing(step.shown, lines) == [], (step.command, lines)
                ran.append(step.command)
    text = "\n".join(ran)
    for verb in (
        *("init", "operator add", "hospital import", "account add", "record", "draft list"),
        *("approve", "post", "voucher show", "correct", "close month", "report trial-balance"),
        *("verify", "export beancount"),
        *("assess import", "assess run", "policy choose", "assess approve"),
    ):
        assert re.search(rf"^prepay .*{verb}", text, re.MULTILINE), verb
    assert (tmp_path / "journals" / "620100-employee" / "2026" / "03.beancount").is_file()


def test_a_shown_line_that_does_not_come_is_noticed() -> None:
    assert missing(["甲", ELIDED, "丙 …"], ["甲", "乙", "丙 1"]) == []
    assert missing(["乙", "甲"], ["甲", "乙"]) == ["甲"]
    assert missing(["丁"], ["甲"]) == ["丁"]


def test_two_commands_do_everything_and_the_checks_run_the_second() -> None:
    shell = [block.text.strip() for block in blocks() if block.language == "sh"]
    setting_up = [text for text in shell if text.startswith("python3 -m venv")]
    assert len(setting_up) == 2
    assert setting_up[0].endswith("&& .venv/bin/prepay demo")
    assert all("pip install -c constraints.txt -e" in text for text in setting_up)
    for tool in ("ruff check .", "ruff format --check .", "mypy", "pytest"):
        assert f"&& .venv/bin/{tool}" in setting_up[1]
    shown = subprocess.run(
        ["bash", str(ROOT / ".ci" / "run"), "--show"], capture_output=True, check=True
    )
    assert shown.stdout.decode().strip() == setting_up[1]
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


def test_pictures_are_small() -> None:
    pictures = list(ROOT.glob("docs/images/*.png"))
    assert pictures
    assert [picture.name for picture in pictures if picture.stat().st_size > 300_000] == []


def pins() -> dict[str, str]:
    """Read constraints.txt: nothing but `name==version` and comments."""
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pinned = [line for line in lines if line and not line.startswith("#")]
    assert [line for line in pinned if not re.fullmatch(r"[\w.-]+==[\w.]+", line)] == []
    pairs = (line.partition("==") for line in pinned)
    return {canonicalize_name(name): version for name, _, version in pairs}


def asked_for() -> list[str]:
    """Read what pyproject.toml asks for: runtime, both extras, and the build backend."""
    tree = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = tree["project"]["optional-dependencies"].values()
    groups = [tree["build-system"]["requires"], tree["project"]["dependencies"], *extras]
    return [text for group in groups for text in group]


def wants(wanted: Requirement, extras: tuple[str, ...]) -> bool:
    """Tell whether a requirement holds on Linux or on Windows."""
    return wanted.marker is None or any(
        wanted.marker.evaluate(
            {"sys_platform": platform, "platform_system": system, "extra": extra}
        )
        for platform, system in (("linux", "Linux"), ("win32", "Windows"))
        for extra in ("", *extras)
    )


def needed(texts: list[str], extras: tuple[str, ...], seen: set[str]) -> set[str]:
    """Follow requirements to the end; what is not installed here is not followed further."""
    for wanted in filter(lambda each: wants(each, extras), map(Requirement, texts)):
        key = canonicalize_name(wanted.name)
        if key not in seen or wanted.extras:
            seen.add(key)
            with contextlib.suppress(PackageNotFoundError):
                needed(requires(wanted.name) or [], tuple(wanted.extras), seen)
    return seen


def test_every_package_is_pinned() -> None:
    found = needed(asked_for(), (), set())
    assert {"setuptools", "beancount", "psycopg-binary", "colorama", "pytest"} <= found
    assert found - set(pins()) == set()
