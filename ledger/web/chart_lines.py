"""A chart of lines as plain shapes: drawn on the server, so that nothing has to run for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ledger.basis.money import grouped

if TYPE_CHECKING:
    from ledger.web.pages import Chart, ChartLine

WIDTH, HEIGHT = 960, 170
LEFT, RIGHT, TOP, BOTTOM = 96, 12, 12, 24
STEPS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """A line on the chart: its name, its shape, where it ends, and its last figure."""

    name: str
    shape: str
    end: tuple[float, float]
    last: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnChart:
    """A chart's shapes: lines, the marks of both axes, and where the deadline stands."""

    title: str
    paths: tuple[Path, ...]
    levels: tuple[tuple[float, str], ...]
    months: tuple[tuple[float, str], ...]
    deadline: tuple[float, str]
    size: tuple[int, int]
    frame: tuple[int, int, int, int]


def chart_drawn(chart: Chart) -> DrawnChart:
    """Lay a chart out; each line begins at its own January, so that years lie over each other."""
    highest = max((fen for line in chart.lines for _, fen in line.points), default=0)
    top = ceiling(highest)
    return DrawnChart(
        title=chart.title,
        paths=tuple(path_of(line, top) for line in chart.lines),
        levels=tuple(
            (height(top * step // STEPS, top), label(top * step // STEPS))
            for step in range(STEPS + 1)
        ),
        months=tuple((place(date(2026, month, 1)), f"{month}月") for month in range(1, 13)),
        deadline=(place(chart.deadline), f"截止 {chart.deadline.month}-{chart.deadline.day:02d}"),
        size=(WIDTH, HEIGHT),
        frame=(LEFT, TOP, WIDTH - RIGHT, HEIGHT - BOTTOM),
    )


def path_of(line: ChartLine, top: int) -> Path:
    """Draw a line as steps: money stays out until the day it comes back."""
    shape: list[str] = []
    before = 0.0
    for day, fen in line.points:
        x, y = place(day), height(fen, top)
        shape.append(f"M{x:.1f},{y:.1f}" if not shape else f"H{x:.1f}V{y:.1f}")
        before = y
    end = (place(line.points[-1][0]) if line.points else float(LEFT), before)
    last = grouped(line.points[-1][1]) if line.points else "0.00"
    return Path(name=line.name, shape="".join(shape), end=end, last=last)


def place(day: date) -> float:
    """Return a day's place from left to right within its year."""
    share = (day - date(day.year, 1, 1)).days / 365
    return round(LEFT + min(share, 1) * (WIDTH - LEFT - RIGHT), 1)


def height(fen: int, top: int) -> float:
    """Return a figure's place from the top."""
    share = fen / top if top else 0
    return round(HEIGHT - BOTTOM - max(share, 0) * (HEIGHT - TOP - BOTTOM), 1)


def ceiling(fen: int) -> int:
    """Return the round figure that the chart reaches up to."""
    size = 100
    while size * 10 <= fen:
        size *= 10
    return next((size * times for times in (1, 2, 4, 6, 8, 10) if size * times >= fen), size * 10)


def label(fen: int) -> str:
    """Write a level: 万元 where that is shorter."""
    yuan = fen // 100
    if yuan >= 100_000_000:
        return f"{yuan / 100_000_000:g}亿元"
    return f"{yuan / 10_000:g}万元" if yuan >= 10_000 else f"{yuan}元"
