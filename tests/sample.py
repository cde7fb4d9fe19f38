"""The sample's books, made once a run: whoever comes first makes them, everybody gets a copy."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sample.player import run_demo
from tests.templates import SQLITE_NAME, whole

if TYPE_CHECKING:
    import pytest

FOLDER, NOTES = "示例", "said.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """The sample's books where nobody changes them, what their making said, and its ledgers."""

    folder: Path
    said: tuple[str, ...]
    mains: tuple[str, ...]

    def copy(self, folder: Path) -> Path:
        """Copy the books into a new folder; returns it."""
        return Path(shutil.copytree(self.folder, folder))


def shared_sample(factory: pytest.TempPathFactory) -> Sample:
    """Make the sample, or wait for the worker who is making it."""
    root = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        root = root.parent
    place = root / "sample"
    with (root / "sample.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (place / NOTES).exists():
            shutil.rmtree(place, ignore_errors=True)
            make(place)
    notes = json.loads((place / NOTES).read_text("utf-8"))
    return Sample(folder=place / FOLDER, said=tuple(notes["said"]), mains=tuple(notes["mains"]))


def make(place: Path) -> None:
    """Run the sample's story; the notes are written last, when all is there."""
    said: list[str] = []
    mains = run_demo(place / FOLDER, said.append)
    whole(place / FOLDER / SQLITE_NAME)
    (place / FOLDER / f"{SQLITE_NAME}-shm").unlink(missing_ok=True)
    names = [path.relative_to(place / FOLDER).as_posix() for path in mains]
    (place / NOTES).write_text(json.dumps({"said": said, "mains": names}), "utf-8")
