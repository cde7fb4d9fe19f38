"""The real thing to look at: `prepay view` in a process of its own, over a database."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).parents[2]
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/\S*")


@dataclass(slots=True)
class Server:
    """A `prepay view` that is running, and every address that it has told."""

    database: Path
    told: list[str] = field(default_factory=list)
    _process: subprocess.Popen[str] | None = field(default=None)
    _heard: threading.Event = field(default_factory=threading.Event)
    _listener: threading.Thread = field(default_factory=threading.Thread)

    def __enter__(self) -> Server:  # noqa: PYI034  # A dataclass with slots keeps its own name.
        """Start, and wait until the address is told."""
        surroundings = {name: word for name, word in os.environ.items() if "PREPAY" not in name}
        self._process = subprocess.Popen(
            [
                *(sys.executable, "-X", "utf8", str(ROOT / "cli.py")),
                *("--database", str(self.database), "view", "--port", "0"),
            ],
            stderr=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            encoding="utf-8",
            env=surroundings,
        )
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()
        assert self._heard.wait(60), "prepay view tells no address"
        return self

    def __exit__(self, *_error: object) -> None:
        """Stop."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(20)
            self._listener.join(20)
            assert self._process.stderr is not None
            self._process.stderr.close()

    def _listen(self) -> None:
        assert self._process is not None
        assert self._process.stderr is not None
        for line in self._process.stderr:
            if found := ADDRESS.search(line):
                self.told.append(found[0])
                self._heard.set()

    @property
    def base(self) -> str:
        """Give the address without the way in."""
        return "/".join(self.told[0].split("/")[:3])

    def page(self, ledger: str, path: str, words: Mapping[str, str] | None = None) -> str:
        """Write the address of a page of a ledger."""
        said = "&".join(f"{name}={quote(word)}" for name, word in (words or {}).items())
        return f"{self.base}/{quote(ledger)}/{quote(path, safe='/:')}{'?' if said else ''}{said}"


def journals(folder: Path) -> dict[str, bytes]:
    """Read every byte of the journals beside a database."""
    found = sorted((folder / "journals").rglob("*.beancount"))
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}
