"""A server and a browser for each module; without Chromium nothing here is collected.

tests/conftest.py says so at the end of the run. `.ci/run` brings Chromium and then asks for
these tests by PREPAY_TEST_BROWSER.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.driver import Browser, missing
from tests.browser.server import Server

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.sample import Sample

collect_ignore_glob = ["test_*.py"] if missing() else []


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Give a Chromium with an empty profile."""
    with Browser(tmp_path_factory.mktemp("browser")) as opened:
        yield opened


@pytest.fixture(scope="module")
def demo(sample: Sample, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a copy of the sample books for this module alone."""
    return sample.copy(tmp_path_factory.mktemp("demo") / "demo")


@pytest.fixture(scope="module")
def server(demo: Path) -> Iterator[Server]:
    """Serve the sample books."""
    with Server(demo / "prepay.db") as running:
        yield running
