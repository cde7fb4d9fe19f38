"""A skipped test is said aloud; in CI it fails the run, on workers and without."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
HOOKS = """
from tests.skips import fail_on_skips, skips_told

def pytest_sessionfinish(session):
    fail_on_skips(session)

def pytest_terminal_summary(terminalreporter, config):
    for line in skips_told(config):
        terminalreporter.write_line(line)
"""
SKIPPING = """
import pytest

@pytest.mark.skip(reason="no engine")
def test_left_out(): pass
"""


def run(folder: Path, code: str, workers: str, ci: str) -> tuple[int, str]:
    """Run one module under the hooks of this suite; gives the exit code and what was said."""
    (folder / "conftest.py").write_text(HOOKS, "utf-8")
    (folder / "test_one.py").write_text(code + "\ndef test_run(): pass\n", "utf-8")
    words = [sys.executable, "-m", "pytest", "-n", workers, "-c", os.devnull, "--rootdir", "."]
    done = subprocess.run(
        [*words, "-p", "no:cacheprovider", "test_one.py"],
        cwd=folder,
        env={**os.environ, "CI": ci, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout


@pytest.mark.parametrize("workers", ["0", "1"])
def test_a_skip_fails_a_run_of_ci_and_is_told_in_any(tmp_path: Path, workers: str) -> None:
    code, told = run(tmp_path, SKIPPING, workers, "true")
    assert code == pytest.ExitCode.TESTS_FAILED
    assert "跳过了 test_one.py::test_left_out：no engine（CI 中不许跳过）" in told

    code, told = run(tmp_path, SKIPPING, workers, "")
    assert code == pytest.ExitCode.OK
    assert "跳过了 test_one.py::test_left_out：no engine" in told


def test_a_module_that_skips_itself_fails_a_run_of_ci_too(tmp_path: Path) -> None:
    itself = "import pytest\npytest.skip('no server', allow_module_level=True)\n"
    (tmp_path / "test_other.py").write_text("", "utf-8")
    code, told = run(tmp_path, itself, "0", "true")
    assert code != pytest.ExitCode.OK
    assert "test_one.py：no server" in told


def test_a_run_of_ci_that_skips_nothing_is_well(tmp_path: Path) -> None:
    assert run(tmp_path, "", "0", "true")[0] == pytest.ExitCode.OK
