"""Run the benchmarks: `python -m benchmarks [--full] [--peers] [--only P1 …]`.

A table goes to the terminal as the figures come; `--write` puts them into docs/benchmarks.md.
"""

from __future__ import annotations

import argparse
import sys
import time
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import durable, history, posting, reconcile, signing, startup, whole_file
from benchmarks.peers import measure_peers
from benchmarks.stage import Stage, stages
from benchmarks.told import told, written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.measure import Figure

ALL = ("P1", "P2", "P3", "P4", "P6", "P8", "B1", "S1")
PAGE = Path(__file__).resolve().parent.parent / "docs" / "benchmarks.md"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """How much of everything a run measures."""

    posted: int
    hospitals: int
    file: int
    single: int
    yearly: int
    years: int
    rounds: int
    lines: int


SMALL = Sizes(
    posted=10_000,
    hospitals=1_000,
    file=6_000,
    single=30,
    yearly=5_000,
    years=4,
    rounds=3,
    lines=5_000,
)
FULL = Sizes(
    posted=100_000,
    hospitals=3_000,
    file=6_000,
    single=100,
    yearly=100_000,
    years=10,
    rounds=5,
    lines=50_000,
)


def main() -> int:
    """Read the options, run, tell."""
    options = parse()
    sizes = FULL if options.full else SMALL
    warnings.simplefilter("ignore")
    begin = time.monotonic()
    figures: list[Figure] = []
    with stages(options.engines.split(","), options.postgres) as found:
        for figure in run(found, sizes, options):
            print(told(figure), flush=True)
            figures.append(figure)
    command = " ".join(["python -m benchmarks", *sys.argv[1:]])
    if options.write:
        # What other measurements wrote below stays.
        _, mark, below = PAGE.read_text(encoding="utf-8").partition("\n## ")
        text = written(figures, command, time.monotonic() - begin)
        PAGE.write_text(f"{text}{mark}{below}", encoding="utf-8")
    return 0


def parse() -> argparse.Namespace:
    """Read the options."""
    parser = argparse.ArgumentParser(prog="benchmarks", description="量快慢：都与同场的标尺相比。")
    parser.add_argument("--full", action="store_true", help="按目标规模（很久）")
    parser.add_argument("--peers", action="store_true", help="与同类软件比（首次要装它们）")
    parser.add_argument("--only", nargs="+", choices=ALL, default=ALL, help="只量这几项")
    parser.add_argument("--engines", default="sqlite,postgresql", help="量哪几种数据库")
    parser.add_argument("--postgres", default="", metavar="URL", help="用这台服务器")
    parser.add_argument("--write", action="store_true", help="写入 docs/benchmarks.md")
    return parser.parse_args()


def run(found: list[Stage], sizes: Sizes, options: argparse.Namespace) -> Iterator[Figure]:
    """Measure what is asked for, engine by engine."""
    only = set(options.only)
    paces: dict[str, float] = {}
    for stage in found:
        if only & {"P1", "P2"}:
            figures, paces[stage.engine] = posting.measure(
                stage, count=sizes.posted, hospitals=sizes.hospitals, rounds=sizes.rounds
            )
            yield from figures
        if "P2" in only:
            yield from whole_file.measure(
                stage,
                count=sizes.file,
                hospitals=sizes.hospitals,
                rounds=sizes.rounds,
                posting=paces[stage.engine],
            )
        if "P3" in only:
            yield from durable.measure(stage, count=sizes.single)
        if only & {"P4", "P6"}:
            yield from history.measure(
                stage,
                yearly=sizes.yearly,
                years=sizes.years,
                hospitals=250,
                rounds=sizes.rounds,
            )
        if "B1" in only:
            yield from reconcile.measure(
                stage, count=sizes.lines, hospitals=sizes.hospitals, rounds=sizes.rounds
            )
        if "S1" in only:
            yield from signing.measure(
                stage, count=sizes.posted, hospitals=sizes.hospitals, rounds=sizes.rounds
            )
    if "P8" in only:
        yield from startup.measure(found[0], rounds=2 * sizes.rounds + 1)
    if options.peers:
        yield from measure_peers(found, paces)


if __name__ == "__main__":
    raise SystemExit(main())
