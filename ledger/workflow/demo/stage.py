"""Where the sample story is played: one desk, and who sits at it when."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ledger.basis.errors import Refused
from ledger.intake.files import RawFile
from ledger.intake.raw_row import RawRow
from ledger.workflow.demo.steps import TEAMS
from ledger.workflow.drafting.record import record
from ledger.workflow.drafting.review import approve
from ledger.workflow.posting.post import post_drafts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from ledger.workflow.demo.steps import Step
    from ledger.workflow.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """Where the story is played: one desk, and the folder that the journals go to."""

    desk: Desk
    root: Path


def seated(stage: Stage, step: Step) -> Desk:
    """Give the desk with the area's preparer at it."""
    stage.desk.operator = TEAMS[step.area].preparer
    return stage.desk


def led(stage: Stage, step: Step) -> Desk:
    """Give the desk with the area's chief (会计主管) at it."""
    stage.desk.operator = TEAMS[step.area].chief
    return stage.desk


def record_and_post(stage: Stage, step: Step, rows: Sequence[Mapping[str, object]]) -> None:
    """Record rows, and approve and post them; a 特殊情况 is approved by the chief."""
    record(seated(stage, step), rows_file(f"{step.day}.jsonl", rows))
    people = TEAMS[step.area]
    special = any(row.get("irregular") == "yes" for row in rows)
    books = {f"{row['area']}/{row['fund']}" for row in rows}
    approve_and_post(stage, books, people.chief if special else people.approver, people.chief)


def approve_and_post(stage: Stage, books: Iterable[str], approver: str, poster: str) -> None:
    """Approve and post whatever waits in some books."""
    for book in sorted(books):
        stage.desk.operator = approver
        approve(stage.desk, (), book=book)
        stage.desk.operator = poster
        post_drafts(stage.desk, (), book=book)


def with_refusal(codes: Sequence[str], verb: Callable[[], object]) -> None:
    """Do something that is refused with exactly these codes; none, and it must succeed."""
    found: tuple[str, ...] = ()
    try:
        verb()
    except Refused as refusal:
        found = tuple(finding.code for finding in refusal.findings)
        if found != tuple(codes):
            raise
    assert found == tuple(codes), codes


def rows_file(name: str, rows: Sequence[Mapping[str, object]]) -> RawFile:
    """Take rows as if they had been read from a file."""
    return RawFile(
        name=name,
        folder=Path(),
        rows=tuple(RawRow(number=number, words=row) for number, row in enumerate(rows, 1)),
        findings=(),
    )
