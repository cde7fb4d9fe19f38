"""The yardstick still measures the same work: what the bare driver writes is what the engine writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from benchmarks.posting import compare
from benchmarks.stage import Stage, approved
from tests.conftest import CHOSEN

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("engine", CHOSEN)
def test_the_bare_driver_writes_the_very_rows_of_the_engine(
    engine: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    server = ""
    if engine == "postgresql":
        server = (
            sa.make_url(request.getfixturevalue("postgres_url"))
            .set(database="postgres")
            .render_as_string(hide_password=False)
        )
    stage = Stage(engine=engine, folder=tmp_path, server=server)
    source = approved(stage, 30, hospitals=3)
    compare(stage, source)
    stage.drop(source)
