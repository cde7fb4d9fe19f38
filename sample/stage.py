"""Where the sample is played: one desk, the files of its offices, and who reviews what.

Everybody has a key, drawn from the sample's seed and opened by one password that is printed: it
protects nothing, and what is signed with it is marked 示例.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ledger.basis.errors import Refused
from ledger.basis.keys import HashCost
from ledger.intake.files import RawFile, read_file
from ledger.intake.intake import event_headings
from ledger.store.engine import reading
from ledger.workflow.drafting.review import approve
from ledger.workflow.posting.post import post_drafts
from ledger.workflow.setup.keys import open_signer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from ledger.workflow.desk import Desk
    from ledger.workflow.signer import Signer
    from sample.story import StoryStep


#: With a name behind it everybody's password in the sample: printed, it protects nothing.
PASSWORD = "示例账套人人可看请勿照搬"  # noqa: S105
#: What guessing it costs: as good as nothing, for there is nothing to guess.
SAMPLE_COST = HashCost(passes=1, memory_kib=8, lanes=1)


def password_of(name: str) -> str:
    """Return somebody's password in the sample; no two people have the same."""
    return f"{PASSWORD}{name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """Where the story is played: one desk, the folder of the journals, and the keys that are open.

    `keys` has everybody's key by name, as soon as it was opened once.
    """

    desk: Desk
    root: Path
    keys: dict[str, Signer] = field(default_factory=dict)


def let_act(stage: Stage, name: str) -> None:
    """Let somebody act with their key open, each at a login that nobody takes for a real one."""
    stage.desk.operator = name
    stage.desk.station = f"示例{name}@示例电脑"
    stage.desk.signer = stage.keys.get(name)


def open_key_of(stage: Stage, name: str) -> None:
    """Let somebody log in by the password of the sample."""
    with reading(stage.desk.engine) as conn:
        signer = open_signer(stage.desk, conn, name, password_of(name))
    assert signer is not None, name
    stage.keys[name] = signer


def events_of(step: StoryStep, file: str) -> RawFile:
    """Read a file of events of the step's office."""
    return read_file(step.office.folder / file, event_headings())


def approve_and_post(stage: Stage, books: Iterable[str], approver: str, poster: str) -> None:
    """Approve and post whatever waits in some books."""
    for book in sorted(books):
        let_act(stage, approver)
        approve(stage.desk, (), book=book)
        let_act(stage, poster)
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
