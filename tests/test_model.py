"""Truth by model: the engine and a small model of it do the same commands and must agree.

In CI the same few hundred steps each time. The long run, ten thousand steps and more on each
engine, with new chances every time, is one command (docs/model.md):

    HYPOTHESIS_PROFILE=long pytest -n 2 -rP tests/test_sound.py tests/test_model.py
"""

from __future__ import annotations

import itertools
import os
import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from ledger.basis.clock import ScriptedClock
from ledger.store.engine import open_engine
from ledger.workflow.drafting.review import reject
from tests.conftest import CHOSEN
from tests.model_bench import BOOKS, START
from tests.model_machine import Machine
from tests.model_permission import APPROVED, YEARS
from tests.model_rows import FIRST, SECOND
from tests.office import NAMES, Office

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Opened = tuple[str, ScriptedClock, Callable[[], None]]

QUIET = settings(
    database=None, deadline=None, print_blob=True, suppress_health_check=list(HealthCheck)
)
PROFILES = {
    "ci": settings(QUIET, derandomize=True, max_examples=6, stateful_step_count=30),
    "long": settings(QUIET, max_examples=340, stateful_step_count=30),
}


@pytest.fixture(params=CHOSEN)
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], Opened]:
    """Give what opens a fresh office on an engine: a copy of one that was prepared once."""
    if request.param == "sqlite":
        return sqlite_copies(request.getfixturevalue("sqlite_url"), tmp_path)
    return postgres_copies(request.getfixturevalue("postgres_url"), tmp_path)


def sqlite_copies(url: str, folder: Path) -> Callable[[], Opened]:
    """Copy a prepared file."""
    prepare(url, folder)
    numbers = itertools.count()

    def copy() -> Opened:
        path = folder / f"{next(numbers)}.db"
        shutil.copyfile(url, path)
        return str(path), clock(), path.unlink

    return copy


def postgres_copies(url: str, folder: Path) -> Callable[[], Opened]:
    """Copy a prepared database, from template to new name."""
    prepare(url, folder)
    template = sa.make_url(url)
    server = template.set(database="postgres").render_as_string(hide_password=False)
    admin = open_engine(server).execution_options(isolation_level="AUTOCOMMIT")
    numbers = itertools.count()

    def run(statement: str) -> None:
        with admin.connect() as conn:
            conn.execute(sa.text(statement))
        admin.dispose()

    def copy() -> Opened:
        name = f"{template.database}_{next(numbers)}"
        run(f"CREATE DATABASE {name} TEMPLATE {template.database}")
        made = template.set(database=name).render_as_string(hide_password=False)
        return made, clock(), lambda: run(f"DROP DATABASE {name} WITH (FORCE)")

    return copy


def prepare(url: str, folder: Path) -> None:
    """Open an office with people, hospitals, bank accounts and 核定, and leave it."""
    office = Office.open(url, folder, start=START)
    assert {FIRST, SECOND} == set(APPROVED) <= set(NAMES)
    for year, fund, (hospital, amount) in itertools.product(
        YEARS, BOOKS.values(), APPROVED.items()
    ):
        office.permit(hospital, year, fund=fund, amount=amount)
    office.desk.engine.dispose()


def clock() -> ScriptedClock:
    """Give a clock that stands after the office was prepared."""
    return ScriptedClock(date(2026, 10, 8))


def test_the_engine_does_what_the_model_says(opened: Callable[[], Opened]) -> None:
    profile = PROFILES[os.environ.get("HYPOTHESIS_PROFILE", "ci")]
    machine = type("OfficeMachine", (Machine,), {"opened": staticmethod(opened)})
    run_state_machine_as_test(machine, settings=profile)


def test_what_a_rejected_draft_leaves_short_does_not_bar_what_brings_money(office: Office) -> None:
    """Chance seldom comes here: an allocation is rejected under a payment that waits."""
    office.record(office.row("allocation", key="one", date="2026-03-01", amount="9.00"))
    office.record(office.pay(FIRST, "9.00"))
    office.desk.operator = "审核丙"
    reject(office.desk, ["one"], "拨入是两笔")

    first, second = (
        office.row("allocation", date="2026-03-01", amount=amount) for amount in ("5.00", "4.00")
    )
    office.record(first, second)
    assert len(office.post()[0].vouchers) == 3
    assert office.faults() == []
