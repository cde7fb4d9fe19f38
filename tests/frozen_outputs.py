"""What a person is given of the sample's books, all of it: made, written to a folder, compared.

    python -m tests.frozen_outputs write FOLDER        every output as a file of its own
    python -m tests.frozen_outputs compare BEFORE AFTER    what differs, with a diff of each

A refactoring must not change one byte of them. `write` a folder from the commit before
(`git worktree add`), `write` another from yours, `compare`. `tests/test_frozen_outputs.py`
holds the digests in `frozen_outputs.json` against what the code makes now.
"""

from __future__ import annotations

import difflib
import hashlib
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from sample.player import run_demo
from tests.frozen_commands import frozen_commands
from tests.frozen_files import frozen_prints, frozen_refusals, frozen_templates, workbook_text
from tests.frozen_pages import frozen_pages
from tests.frozen_running import frozen_moment

if TYPE_CHECKING:
    from collections.abc import Iterator

DIFF_LINES_MAX = 60
USAGE = "python -m tests.frozen_outputs write FOLDER | compare BEFORE AFTER"


def frozen_outputs(sample: Path) -> Iterator[tuple[str, bytes]]:
    """Give the name and bytes of every output over the sample that lies in a folder.

    Whatever is refused is refused on a copy, as a refusal goes into the log.
    """
    with tempfile.TemporaryDirectory() as spare:
        copy = Path(spare) / "示例"
        shutil.copytree(sample, copy)
        with frozen_moment(copy):
            yield from frozen_texts()
            yield from frozen_pages(Path(spare) / "view")
            yield from frozen_templates()
            yield from frozen_prints()
            yield from frozen_refusals()


def frozen_texts() -> Iterator[tuple[str, bytes]]:
    """Give what every frozen command answers; of workbooks their parts."""
    for command in frozen_commands():
        for form in command.forms:
            made = command.made(form)
            if made.startswith(b"PK"):
                yield f"{command.name(form)}.txt", workbook_text(made)
            else:
                yield command.name(form), made


def write_outputs(sample: Path, folder: Path) -> dict[str, str]:
    """Write every output into a folder, a file each; return the SHA-256 of each by its name."""
    digests: dict[str, str] = {}
    for name, made in frozen_outputs(sample):
        assert name not in digests, f"two outputs are called {name}"
        digests[name] = hashlib.sha256(made).hexdigest()
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(made)
    return digests


def made_sample(folder: Path) -> Path:
    """Make the sample's books in a folder, as `prepay demo` does; return where they lie."""
    with frozen_moment(folder):
        run_demo(Path("示例"), lambda _line: None)
    return folder / "示例"


def differing(before: Path, after: Path) -> dict[str, str]:
    """Return a diff for every output that two folders do not share, by its name."""
    names = {
        path.relative_to(folder).as_posix()
        for folder in (before, after)
        for path in folder.rglob("*")
        if path.is_file()
    }
    told = {}
    for name in sorted(names):
        old, new = before / name, after / name
        if not (old.exists() and new.exists()):
            told[name] = "gone" if old.exists() else "new"
        elif (was := old.read_bytes()) != (now := new.read_bytes()):
            told[name] = diff_of(was, now)
    return told


def diff_of(was: bytes, now: bytes) -> str:
    """Return the first lines of how two texts differ."""
    if was.startswith(b"%PDF"):
        return f"a print of {len(was)} bytes became one of {len(now)}"
    old, new = (content.decode("utf-8", "replace").splitlines() for content in (was, now))
    lines = list(difflib.unified_diff(old, new, "before", "after", lineterm="", n=1))
    rest = len(lines) - DIFF_LINES_MAX
    return "\n".join(lines[:DIFF_LINES_MAX] + ([f"… {rest} more lines"] if rest > 0 else []))


def main(words: list[str]) -> int:
    """Do as the command line says; 1 where folders differ."""
    match words:
        case ["write", target]:
            with tempfile.TemporaryDirectory() as made:
                digests = write_outputs(made_sample(Path(made)), Path(target))
            sys.stdout.write(f"{len(digests)} outputs in {target}\n")
            return 0
        case ["compare", before, after]:
            told = differing(Path(before), Path(after))
            for name, diff in told.items():
                sys.stdout.write(f"##### {name}\n{diff}\n")
            sys.stdout.write(f"{len(told)} outputs differ\n")
            return int(bool(told))
        case _:
            sys.stderr.write(f"{USAGE}\n")
            return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
