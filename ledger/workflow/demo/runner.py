"""Runs the sample story through the ordinary verbs: nothing here posts by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.clock import ScriptedClock
from ledger.basis.errors import refuse
from ledger.basis.identity import Identity
from ledger.store.engine import open_engine
from ledger.workflow.close.export import export_all, main_files
from ledger.workflow.demo.stage import Stage
from ledger.workflow.demo.steps import AREA, AREAS
from ledger.workflow.demo.story import demo_story
from ledger.workflow.demo.summary import summarise
from ledger.workflow.demo.verbs import carry_out
from ledger.workflow.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SEED = 620100


def run_demo(folder: Path, say: Callable[[str], None]) -> list[Path]:
    """Build the sample books in a folder and export them; gives the ledgers to look at.

    Raises Refused where the folder already holds a database.
    """
    database = folder / "prepay.db"
    if database.exists():
        raise refuse(
            "DEMO_EXISTS", f"{database} 已经存在，示例不覆盖已有的账", "换一个文件夹，或先删去它"
        )
    folder.mkdir(parents=True, exist_ok=True)
    story = demo_story()
    clock = ScriptedClock(story[0].day)
    desk = Desk(engine=open_engine(str(database)), clock=clock, identity=Identity(clock, seed=SEED))
    for step in story:
        clock.set(step.day, step.hour)
        say(f"{step.day} {AREAS[step.area]}：{step.note}")
        carry_out(Stage(desk=desk, root=folder / "journals"), step)
    export_all(desk, folder / "journals")
    summarise(desk, folder, say)
    # 兰州, which the story tells in full, is what a newcomer sees first.
    return sorted(main_files(folder / "journals"), key=lambda path: AREA not in path.parent.name)
