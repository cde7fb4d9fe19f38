"""The quick loop is what tests/quick.py says: named modules, and no server."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.quick import QUICK, QUICK_MODULES, is_further_case, is_quick, left_out

TESTS = Path(__file__).parent


def test_every_module_of_the_quick_loop_is_there() -> None:
    assert {name for name in QUICK_MODULES if not (TESTS / name).exists()} == set()


@pytest.mark.parametrize(
    ("module", "fixtures", "params", "quick"),
    [
        ("test_year.py", ("office",), ("sqlite",), True),
        ("test_year.py", ("office",), ("postgresql",), False),
        ("test_year.py", ("postgres_url",), (), False),
        ("test_terms.py", (), (), True),
        ("test_demo_golden.py", (), (), False),
    ],
)
def test_it_needs_no_server(
    module: str, fixtures: tuple[str, ...], params: tuple[str, ...], *, quick: bool
) -> None:
    assert is_quick(module, fixtures, params) == quick


def test_a_test_on_a_server_is_not_marked(engine_name: str, request: pytest.FixtureRequest) -> None:
    marked = any(mark.name == QUICK for mark in request.node.iter_markers())
    assert marked == (engine_name == "sqlite")


@pytest.mark.parametrize(
    ("name", "further"),
    [
        ("test_case[G-36_7]", True),
        ("test_case[G-36_0]", False),
        ("test_case[A-29+G-26]", False),
        ("test_a_row_that_promises_something_else_is_told[a_1]", False),
    ],
)
def test_of_the_worked_cases_it_has_the_first_of_each_clause(name: str, *, further: bool) -> None:
    assert is_further_case(name) == further


def test_what_is_left_out_is_said() -> None:
    assert "PostgreSQL" in left_out()
