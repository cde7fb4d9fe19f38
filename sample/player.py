"""Plays the sample's story through the ordinary verbs: nothing here posts by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.clock import ScriptedClock
from ledger.basis.errors import refuse
from ledger.basis.identity import Identity
from ledger.store.engine import open_engine
from ledger.workflow.close.export import export_all, main_files
from ledger.workflow.desk import Desk
from sample.stage import SAMPLE_COST, Stage
from sample.story import sample_story
from sample.summary import summarise
from sample.verbs import play

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SEED = 620100
#: 兰州, which the story tells in full, is what a newcomer sees first.
SHOWN_FIRST = "620100"


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
    story = sample_story()
    clock = ScriptedClock(story[0].day)
    desk = Desk(
        engine=open_engine(str(database)),
        clock=clock,
        identity=Identity(clock, seed=SEED),
        hash_cost=SAMPLE_COST,
    )
    stage = Stage(desk=desk, root=folder / "journals")
    for step in story:
        clock.set(step.day, step.hour)
        say(f"{step.day} {step.office.name}：{step.note}")
        play(stage, step)
    export_all(desk, stage.root)
    summarise(desk, folder, say)
    return sorted(main_files(stage.root), key=lambda path: SHOWN_FIRST not in path.parent.name)
