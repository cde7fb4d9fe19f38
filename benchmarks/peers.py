"""Other ledgers at the same work, each in a virtual environment of its own made on demand.

None of them numbers, chains, keeps papers or knows who approved: they do less. What cannot
be installed or run says so in the table.
"""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa

from benchmarks.measure import Figure, Goal, per_second

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from benchmarks.stage import Stage

HERE = Path(__file__).resolve().parent
CACHE = HERE / ".cache"


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """A peer: what to install, which script to run, on which engine, how many vouchers."""

    name: str
    packages: tuple[str, ...]
    bare: tuple[str, ...] = ()
    script: str
    engine: str
    count: int
    goal: Goal | None


PEERS = (
    Peer(
        name="django-hordak 批量",
        packages=("django-hordak", "psycopg[binary]"),
        script="hordak_bulk.py",
        engine="postgresql",
        count=3000,
        goal=Goal(bound=4, least=True),
    ),
    # Its list of requirements holds drivers that need a compiler; none is used here.
    Peer(
        name="python-accounting 逐笔",
        packages=("sqlalchemy", "toml", "strenum", "python-dateutil"),
        bare=("python-accounting",),
        script="python_accounting_post.py",
        engine="sqlite",
        count=300,
        goal=Goal(bound=100, least=True),
    ),
    Peer(
        name="Beancount 写文本并装入",
        packages=("beancount",),
        script="beancount_text.py",
        engine="sqlite",
        count=3000,
        goal=None,
    ),
)


def measure_peers(found: list[Stage], paces: Mapping[str, float]) -> Iterator[Figure]:
    """Measure every peer beside our own pace on the same engine in the same run."""
    for peer in PEERS:
        stage = next((stage for stage in found if stage.engine == peer.engine), None)
        if stage is None or peer.engine not in paces:
            yield silent(peer, f"没有量 {peer.engine} 上的 P1，无从比较")
            continue
        try:
            taken = run(peer, stage)
        except subprocess.CalledProcessError as error:
            yield silent(peer, f"装不上或跑不起来：{last_line(error)}")
            continue
        ours = paces[peer.engine]
        yield Figure(
            id="P1",
            work=f"同类软件：{peer.name}，{peer.engine}",
            ours=per_second(1, ours),
            yardstick=f"{peer.count:,} 笔，{per_second(peer.count, taken)}",
            ratio=taken / peer.count / ours,
            goal=peer.goal,
            note="倍数：我们每秒的笔数是它的几倍",
        )


def silent(peer: Peer, why: str) -> Figure:
    """Say that a peer was not measured, and why."""
    return Figure(
        id="P1",
        work=f"同类软件：{peer.name}",
        ours="—",
        yardstick="没有量到",
        ratio=None,
        goal=peer.goal,
        note=why,
    )


def last_line(error: subprocess.CalledProcessError) -> str:
    """Return the last line that a program said, safe in a table."""
    lines = (error.stderr or "").strip().splitlines() or ["没有说明"]
    return lines[-1].replace("|", "/")[:200]


def run(peer: Peer, stage: Stage) -> float:
    """Run a peer's script on an empty database; gives the seconds it says."""
    python = environment(peer)
    url = stage.empty()
    where = url
    if stage.server:
        made = sa.make_url(url).set(drivername="postgresql")
        where = made.render_as_string(hide_password=False)
    try:
        return float(say(python, HERE / "peer_scripts" / peer.script, peer.count, where))
    finally:
        stage.drop(url)


def environment(peer: Peer) -> Path:
    """Make the peer's virtual environment, unless it is there whole; gives its Python."""
    folder = CACHE / peer.script.removesuffix(".py")
    python = folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    ready = folder / "ready"
    if not ready.exists():
        say(Path(sys.executable), "-m", "venv", "--clear", folder)
        say(python, "-m", "pip", "install", "--quiet", *peer.packages)
        if peer.bare:
            say(python, "-m", "pip", "install", "--quiet", "--no-deps", *peer.bare)
        ready.touch()
    return python


def say(python: Path, *words: object) -> str:
    """Run a Python with words; gives the last line it prints."""
    command = [str(python), *map(str, words)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=CACHE.parent)  # noqa: S603
    return (done.stdout.strip().splitlines() or [""])[-1]
