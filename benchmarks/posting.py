"""P1 and P3: many vouchers in one posting, and one durable voucher at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from benchmarks.drivers import post_bare
from benchmarks.measure import Figure, Goal, in_turns, per_second, seconds
from benchmarks.stage import Stage, approved, still_desk
from ledger.store.engine import open_engine
from ledger.store.tables.schema import metadata
from ledger.workflow.posting.post import post_drafts
from tests.office import EMPLOYEE

if TYPE_CHECKING:
    from collections.abc import Callable

GOAL = Goal(bound=0.5, least=True)


def measure(stage: Stage, *, count: int, hospitals: int, rounds: int) -> tuple[list[Figure], float]:
    """Measure P1: ours and the bare driver post copies of the same drafts.

    Gives the line of the table and our seconds per voucher. The rows that the two wrote are
    compared once, table by table.
    """
    source = approved(stage, count, hospitals=hospitals)
    ours, bare = in_turns(
        rounds, *(on_copy(stage, source, way) for way in (post_ours, post_yardstick))
    )
    compare(stage, source)
    stage.drop(source)
    ratio = bare.median / ours.median
    figure = Figure(
        id="P1",
        work=f"记账 {count:,} 笔，{stage.engine}",
        ours=per_second(count, ours.median),
        yardstick=f"裸驱动脚本 {per_second(count, bare.median)}",
        ratio=ratio,
        goal=GOAL,
        note="两边写下的行逐表相同",
    )
    return [figure], ours.median / count


def on_copy(
    stage: Stage, source: str, way: Callable[[str], Callable[[], object]]
) -> Callable[[], float]:
    """Make a contestant that works on its own copy of a database each time."""

    def contestant() -> float:
        url = stage.copy(source)
        taken = seconds(way(url))
        stage.drop(url)
        return taken

    return contestant


def post_ours(url: str) -> Callable[[], object]:
    """Post through the engine."""

    def work() -> None:
        desk = still_desk(url)
        post_drafts(desk, ())
        desk.engine.dispose()

    return work


def post_yardstick(url: str) -> Callable[[], object]:
    """Post through the bare driver."""
    return lambda: post_bare(url, EMPLOYEE)


def compare(stage: Stage, source: str) -> None:
    """Prove that both ways leave the same rows in every table."""
    left, right = stage.copy(source), stage.copy(source)
    post_ours(left)()
    post_yardstick(right)()
    for table, rows in contents(left).items():
        other = contents(right)[table]
        assert rows == other, f"{table}: {set(rows) ^ set(other)}"
    stage.drop(left)
    stage.drop(right)


def contents(url: str) -> dict[str, list[tuple[object, ...]]]:
    """Read every table whole."""
    engine = open_engine(url)
    with engine.connect() as conn:
        found = {
            table.name: sorted(tuple(row) for row in conn.execute(sa.select(table)))
            for table in metadata.sorted_tables
        }
    engine.dispose()
    return found
