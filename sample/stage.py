"""Where the sample is played: one desk, the files of its offices, and who reviews what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ledger.basis.errors import Refused
from ledger.intake.files import RawFile, read_file
from ledger.intake.intake import event_headings
from ledger.workflow.drafting.review import approve
from ledger.workflow.posting.post import post_drafts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from ledger.workflow.desk import Desk
    from sample.story import StoryStep


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """Where the story is played: one desk, and the folder that the journals go to."""

    desk: Desk
    root: Path


def let_act(desk: Desk, name: str) -> None:
    """Let somebody act, each at a login of their own, which nobody takes for a real one."""
    desk.operator = name
    desk.station = f"示例{name}@示例电脑"


def events_of(step: StoryStep, file: str) -> RawFile:
    """Read a file of events of the step's office."""
    return read_file(step.office.folder / file, event_headings())


def approve_and_post(stage: Stage, books: Iterable[str], approver: str, poster: str) -> None:
    """Approve and post whatever waits in some books."""
    for book in sorted(books):
        let_act(stage.desk, approver)
        approve(stage.desk, (), book=book)
        let_act(stage.desk, poster)
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
