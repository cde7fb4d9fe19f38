"""The wheel holds all that the program needs: it is built, installed alone, and used."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import cli

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(cli.__file__).parent
#: What a wheel is built from.
FOLDERS = ("ledger", "migrations", "sample")
LONE = ("chart_of_accounts.yaml", "cli.py")
BUILT_WITH = ("pyproject.toml", "README.md", "LICENSE")
#: The pip of this environment knows no registry here: nothing but the checkout is asked for.
PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input")


def told_to(*words: str, folder: Path) -> str:
    """Run a command in a folder with nothing of this checkout around it; return what it said."""
    away = ("PREPAY", "PYTHONPATH")
    surroundings = {name: word for name, word in os.environ.items() if not name.startswith(away)}
    done = subprocess.run(
        words,
        cwd=folder,
        env=surroundings | {"PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr + done.stdout
    return done.stdout + done.stderr


def shipped() -> set[str]:
    """Name the files of the checkout that an installed program must have."""
    kept = (path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.is_file())
    names = {path.relative_to(ROOT).as_posix() for path in kept if "__pycache__" not in path.parts}
    return names | set(LONE)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from a copy of the checkout, so that nothing is left behind in it."""
    source, made = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    for folder in FOLDERS:
        skipped = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / folder, source / folder, ignore=skipped)
    for name in (*LONE, *BUILT_WITH):
        shutil.copy(ROOT / name, source / name)
    alone = ("--no-deps", "--no-index", "--no-build-isolation")
    told_to(*PIP, "wheel", *alone, "--wheel-dir", str(made), str(source), folder=made)
    (path,) = made.glob("prepay-*.whl")
    return path


@pytest.fixture(scope="module")
def prepay(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Install the wheel in an environment of its own, which borrows what it depends on."""
    home = tmp_path_factory.mktemp("installed")
    venv.create(home, with_pip=False, symlinks=os.name != "nt")
    scheme = {"base": str(home), "platbase": str(home)}
    paths = {
        kind: Path(sysconfig.get_path(kind, "venv", scheme)) for kind in ("purelib", "scripts")
    }
    python = paths["scripts"] / Path(sys.executable).name
    told_to(
        *(*PIP, "--python", str(python), "install", "--no-deps", "--no-index", str(wheel)),
        folder=home,
    )
    # A path that is lent this way has its packages found, and none of its own .pth files read:
    # the checkout, which this environment has through one, stays out of sight.
    lent = sysconfig.get_path("purelib") + "\n" + sysconfig.get_path("platlib") + "\n"
    (paths["purelib"] / "lent.pth").write_text(lent, encoding="utf-8")
    where = told_to(str(python), "-c", "import cli; print(cli.__file__)", folder=home).strip()
    assert Path(where).parent == paths["purelib"]
    yield paths["scripts"] / ("prepay.exe" if os.name == "nt" else "prepay")
    shutil.rmtree(home, ignore_errors=True)


def test_the_wheel_holds_every_file_of_the_program(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as opened:
        held = {name for name in opened.namelist() if ".dist-info/" not in name}
    assert held == shipped()


def test_an_installed_program_opens_books_without_the_checkout(
    prepay: Path, tmp_path: Path
) -> None:
    books = ("--area", "620100", "--name", "兰州市", "--profile", "gansu")
    said = told_to(str(prepay), "init", *books, "--start", "2026-01", folder=tmp_path)
    assert "已建账套 620100/employee" in said
    assert "620100/resident" in told_to(str(prepay), "verify", folder=tmp_path)


def test_an_installed_program_plays_the_sample(prepay: Path, tmp_path: Path) -> None:
    said = told_to(str(prepay), "demo", "示例", "--no-serve", folder=tmp_path)
    assert "全部相符" in said
    made, kept = journals_in(tmp_path / "示例" / "journals"), journals_in(ROOT / "journals")
    assert sorted(made) == sorted(kept)
    assert [name for name in made if made[name] != kept[name]] == []


def journals_in(folder: Path) -> dict[str, bytes]:
    """Read every file of the exported journals."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
