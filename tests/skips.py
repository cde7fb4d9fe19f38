"""A test that is skipped is said aloud at the end of the run, and in CI it fails the run."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Sequence


def in_ci() -> bool:
    """Tell whether this is a run of CI, where nothing may be left out."""
    return os.environ.get("CI") == "true"


def skipped(config: pytest.Config) -> Sequence[pytest.TestReport | pytest.CollectReport]:
    """Return what was skipped, as far as this process heard of it; a worker hears of nothing."""
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    return reporter.stats.get("skipped", []) if reporter else []


def skips_told(config: pytest.Config) -> list[str]:
    """Say which tests were skipped, and why."""
    return [
        f"跳过了 {report.nodeid}：{reason_of(report)}{'（CI 中不许跳过）' if in_ci() else ''}"
        for report in skipped(config)
    ]


def reason_of(report: pytest.TestReport | pytest.CollectReport) -> str:
    """Return the reason that stands in a report of a skip."""
    told = report.longrepr
    return told[2].removeprefix("Skipped: ") if isinstance(told, tuple) else str(told)


def fail_on_skips(session: pytest.Session) -> None:
    """Let a run of CI in which a test was skipped end as one in which a test failed."""
    if in_ci() and skipped(session.config) and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
