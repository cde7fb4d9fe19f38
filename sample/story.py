"""Reads the sample's offices: who works there, and who does what with which file, in order.

An office is a folder. `office.yaml` says whose it is, and `story.yaml` in each step on which day
and hour who runs which verb of `prepay`, with which words, and in one Chinese sentence what
happens and why. Lists and files of events lie beside them, as a user would write them; the
second file of one name lies in `later/`. Everybody and everything in them is invented;
documents carry 示 in their numbers, because nobody ever issued them.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from ledger.masters.book import book_code

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

HOME = Path(__file__).parent
#: In this order offices act within an hour, and are summed up at the end.
OFFICES = ("lanzhou-2025", "hainan-2025", "zhangye-2026", "minle-2026")


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleOffice:
    """An office of the sample: its folder, its pooling area, and its people by role.

    `cashier` is "" where nobody signs in the program.
    """

    folder: Path
    area: str
    name: str
    preparer: str
    approver: str
    chief: str
    cashier: str = ""

    @property
    def books(self) -> tuple[str, str]:
        """Name the two books of the area."""
        return book_code(self.area, "employee"), book_code(self.area, "resident")


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryStep:
    """One thing that somebody of an office does; `words` are what the verb asks for.

    `who` is "" while nobody has a role yet.
    """

    office: SampleOffice
    day: date
    hour: int
    who: str
    verb: str
    note: str
    words: Mapping[str, Any]


def sample_offices() -> tuple[SampleOffice, ...]:
    """Read who works in every office."""
    return tuple(sample_office(name) for name in OFFICES)


def sample_office(name: str) -> SampleOffice:
    """Read who works in the office in a folder."""
    told = yaml.safe_load((HOME / name / "office.yaml").read_text("utf-8"))
    return SampleOffice(folder=HOME / name, **told)


def sample_story() -> tuple[StoryStep, ...]:
    """Tell every office's steps by day and hour; within an hour in the order of the offices."""
    told = [step for office in sample_offices() for step in office_story(office)]
    return tuple(sorted(told, key=lambda step: (step.day, step.hour)))


def office_story(office: SampleOffice) -> Iterator[StoryStep]:
    """Read the steps of an office."""
    for told in yaml.safe_load((office.folder / "story.yaml").read_text("utf-8")):
        own = {name: told.pop(name) for name in ("day", "hour", "who", "verb", "note")}
        yield StoryStep(office=office, words=told, **own)
