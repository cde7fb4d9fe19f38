"""P2: a file of disbursements, from the rows as read to posted vouchers and journals."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import sqlalchemy as sa

from benchmarks.measure import Figure, Goal, Timed, seconds
from benchmarks.stage import Stage, disbursements, open_office, settle, still_desk
from ledger.intake.files import read_file
from ledger.intake.intake import event_headings
from ledger.workflow.close.export import export_all
from ledger.workflow.drafting.record import record
from ledger.workflow.drafting.review import approve
from ledger.workflow.posting.post import post_drafts
from tests.office import EMPLOYEE

if TYPE_CHECKING:
    from pathlib import Path

GOAL = Goal(bound=3.0, least=False)


def measure(
    stage: Stage, *, count: int, hospitals: int, rounds: int, posting: float
) -> list[Figure]:
    """Measure P2: cost per event beside `posting`, the seconds that P1 takes per voucher.

    Statements are counted at a tenth of the size, too: a query per row would show.
    """
    source, office = open_office(stage, hospitals=hospitals)
    settle(office.desk)
    runs = [run(stage, source, count, hospitals) for _ in range(rounds)]
    _, few = run(stage, source, count // 10, hospitals)
    stage.drop(source)
    parts = {part: Timed(rounds=tuple(r[0][part] for r in runs)).median for part in runs[0][0]}
    total = Timed(rounds=tuple(sum(r[0].values()) for r in runs)).median
    shares = "，".join(f"{part} {taken:.2f} 秒" for part, taken in parts.items())
    return [
        Figure(
            id="P2",
            work=f"{count:,} 笔的文件：制单、审核、记账、导出，{stage.engine}",
            ours=f"每笔 {total / count * 1e6:,.0f} µs（{shares}）",
            yardstick=f"P1 每笔 {posting * 1e6:,.0f} µs",
            ratio=total / count / posting,
            goal=GOAL,
            note=f"SQL 语句 {runs[0][1]} 条；{count // 10:,} 笔时 {few} 条",
        )
    ]


def run(stage: Stage, source: str, count: int, hospitals: int) -> tuple[dict[str, float], int]:
    """Carry a file through once; gives seconds by part, and statements sent."""
    url = stage.copy(source)
    desk = still_desk(url)
    said = [0]

    def hear(*_: object) -> None:
        said[0] += 1

    sa.event.listen(desk.engine, "before_cursor_execute", hear)
    file = stage.folder / "disbursements.jsonl"
    rows = disbursements(count, hospitals=hospitals)
    file.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    journals: Path = stage.folder / "journals"
    taken = {}
    desk.operator = "制单乙"
    taken["制单"] = seconds(lambda: record(desk, read_file(file, event_headings())))
    desk.operator = "审核丙"
    taken["审核"] = seconds(lambda: approve(desk, ()))
    desk.operator = "主管丁"
    taken["记账"] = seconds(lambda: post_drafts(desk, ()))
    taken["导出"] = seconds(lambda: export_all(desk, journals, EMPLOYEE))
    desk.engine.dispose()
    stage.drop(url)
    for path in sorted(journals.rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    return taken, said[0]
