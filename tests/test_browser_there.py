"""Where the browser is asked for, it is there: a run must not leave its tests out by accident."""

from __future__ import annotations

import os

from tests.browser.driver import missing


def test_a_run_that_asks_for_the_browser_has_one() -> None:
    asked = os.environ.get("PREPAY_TEST_BROWSER") == "required"
    assert not (asked and missing())
