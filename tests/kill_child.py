"""Runs a verb on copies of a database and kills itself with SIGKILL at chosen points.

Started by `test_kill.py` as a process of its own. It imports everything once and forks for
each point, so that a point costs milliseconds. Points: the n-th statement sent to the
database, `commit-n` (just before the n-th commit) and `committed-n` (just after it).
"""

from __future__ import annotations

import itertools
import json
import os
import shutil
import signal
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa

from ledger.basis.clock import ScriptedClock
from ledger.basis.identity import Identity
from ledger.store.engine import open_engine
from ledger.workflow.close.close_month import close_month
from ledger.workflow.desk import Desk
from ledger.workflow.posting.post import post_drafts

if TYPE_CHECKING:
    from collections.abc import Callable

BOOK = "620100/employee"


def desk_on(path: Path) -> Desk:
    """Open a desk whose clock and ids are the same every time."""
    clock = ScriptedClock(date(2026, 6, 1))
    return Desk(
        engine=open_engine(str(path)),
        clock=clock,
        identity=Identity(clock, seed=9),
        operator="主管丁",
    )


def post_all(path: Path) -> Desk:
    """记账 what is approved."""
    desk = desk_on(path)
    post_drafts(desk, (), book=BOOK)
    return desk


def close_march(path: Path) -> Desk:
    """月结 2026-03, with its journals beside the database."""
    desk = desk_on(path)
    close_month(desk, "2026-03", book=BOOK, root=path.parent / "journals")
    return desk


VERBS: dict[str, Callable[[Path], Desk]] = {"post": post_all, "close": close_march}


def watch(reached: Callable[[str], None]) -> None:
    """Call `reached` with every point that any engine passes."""
    statements, commits = itertools.count(1), itertools.count(1)
    commits_done = itertools.count(1)

    def hear(*_args: object) -> None:
        reached(str(next(statements)))

    def commit(_connection: object) -> None:
        reached(f"commit-{next(commits)}")

    sa.event.listen(sa.Engine, "before_cursor_execute", hear)
    sa.event.listen(sa.Engine, "commit", commit)
    dialect = sa.dialects.registry.load("sqlite")
    honest = dialect.do_commit

    def committed(self: object, connection: object) -> None:
        honest(self, connection)
        reached(f"committed-{next(commits_done)}")

    dialect.do_commit = committed


def points_of(verb: str, path: Path) -> list[str]:
    """Run a verb to its end and list the points that it passes."""
    passed: list[str] = []
    watch(passed.append)
    VERBS[verb](path).engine.dispose()
    return passed


def die_at(verb: str, path: Path, point: str) -> None:
    """Run a verb and kill this process at a point."""

    def reached(here: str) -> None:
        if here == point:
            os.kill(os.getpid(), signal.SIGKILL)

    watch(reached)
    VERBS[verb](path)


def main(verb: str, start: str, folder: str, wanted: str) -> None:
    """Kill the verb at every wanted point, each on its own copy; write how each child ended.

    `wanted` is `count`, to list the points of an undisturbed run, or points set by commas.
    """
    ends: dict[str, int] = {}
    passed: list[str] = []
    for point in wanted.split(","):
        place = Path(folder) / f"{verb}-{point}"
        place.mkdir()
        copy = place / "prepay.db"
        shutil.copyfile(start, copy)
        if point == "count":
            passed = points_of(verb, copy)
            continue
        child = os.fork()
        if child == 0:
            die_at(verb, copy, point)
            os._exit(0)
        ends[point] = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    sys.stdout.write(json.dumps({"passed": passed, "ends": ends}))


if __name__ == "__main__":
    main(*sys.argv[1:])
