"""Reading with little and with much history: `python -m benchmarks.scale [--large 1000000]`.

The same questions are put to a book of 10,000 vouchers and to one of a million. What they ask for
is a month, a day or a year of the last year, which both books hold alike; so a reader that costs
what it returns takes the same time in both. Two questions that go back over all years are put to
a book with one year behind it and to one with ten.

The processor's own time counts, in turns: what else runs on the machine does not. It is SQLite that
is asked, whose planner knows nothing of how long a book is; on PostgreSQL tests/test_plans.py holds
the plans. `--folder` keeps what was built and uses what it finds there.
"""

from __future__ import annotations

import argparse
import gc
import tempfile
import time
import warnings
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.long_book import ASKED, FIRST, POSTED, long_office
from benchmarks.measure import Figure, Goal, in_turns, milliseconds
from benchmarks.stage import Stage, hospital, settle, still_desk
from benchmarks.told import ratio
from ledger.reports.drawing import draw_up
from ledger.reports.due.due_list import due_report
from ledger.reports.kind import ReportAsked
from ledger.reports.vouchers.origin import explain
from ledger.reports.vouchers.voucher_list import vouchers_listed
from ledger.workflow.close.close_month import close_month
from tests.office import EMPLOYEE

if TYPE_CHECKING:
    from collections.abc import Callable

    from ledger.workflow.desk import Desk

MONTH, DAY, DUE = f"{ASKED}-01", f"{ASKED}-01-20", f"{ASKED}-12-26"
HOSPITAL = hospital(0)
#: Vouchers a year of the books that are one and ten years old.
YEARLY = 1_000
ROUNDS = 7


def report(name: str, **words: str | int) -> Callable[[Desk], object]:
    """Make the question for a report."""
    asked = ReportAsked(book=EMPLOYEE, **words)  # type: ignore[arg-type]
    return lambda desk: draw_up(desk, name, asked)


def explained(what: str, side: str) -> Callable[[Desk], object]:
    """Make the question where a figure of the month comes from."""
    return lambda desk: explain(desk, EMPLOYEE, what, MONTH, side)


#: What one asks of a book whatever its age; the same rows come back from every size.
QUESTIONS: dict[str, Callable[[Desk], object]] = {
    "凭证列表，一个月": lambda desk: vouchers_listed(desk, EMPLOYEE, MONTH, MONTH),
    "序时账，一个月": report("journal", period=MONTH),
    "日记账，一个月": report("cash-journal", period=MONTH),
    "科目余额表，截至一天": report("trial-balance", as_of=DAY),
    "一家医院的明细账": report("subledger", period=MONTH, hospital=HOSPITAL),
    "来历：1101 一个月的借方": explained("1101", "借"),
    "来历：一家医院的余额": explained(HOSPITAL, "余额"),
    "来历：一张凭证": explained(f"{MONTH} 记-0007", "余额"),
    "年度清算": report("settlement", year=ASKED),
    "登记簿，一个月": report("registers", first=MONTH, period=MONTH),
    "到期清单": lambda desk: due_report(desk, EMPLOYEE, DUE),
    "月结（试算，不落盘）": lambda desk: close_month(desk, MONTH, book=EMPLOYEE, dry_run=True),
}
#: What goes back over all years: the 备查簿 of a hospital, and what is watched.
LONG_QUESTIONS: dict[str, Callable[[Desk], object]] = {
    "一家医院的备查簿": report("memorandum", hospital=HOSPITAL, period=f"{ASKED}-12"),
    "运行监测": report("monitoring", period=f"{ASKED}-12"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Aged:
    """A book that stands ready: what it is called in the table, and a desk before it."""

    name: str
    desk: Desk


def main() -> int:
    """Build the books, ask, tell."""
    parser = argparse.ArgumentParser(prog="benchmarks.scale", description="历史多少与快慢。")
    parser.add_argument("--small", type=int, default=10_000)
    parser.add_argument("--large", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path, default=None, help="建在这里并留着；有的就用")
    parser.add_argument("--only", default="", help="只问名称里有这些字的")
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    with tempfile.TemporaryDirectory(prefix="scale-") as name:
        stage = Stage(engine="sqlite", folder=options.folder or Path(name))
        print("| 工作 | 历史少 | 历史多 | 比值 | 目标 | 结论 |\n|---|---|---|---|---|---|")
        small, large = (aged(stage, size, FIRST) for size in (options.small, options.large))
        ask_all(QUESTIONS, small, large, Goal(bound=1.2, least=False), options.only)
        ask_all(LONG_QUESTIONS, small, large, Goal(bound=1.2, least=False), options.only)
        young = aged(stage, POSTED + YEARLY, ASKED - 1)
        old = aged(stage, POSTED + YEARLY * (ASKED - FIRST), FIRST)
        ask_all(LONG_QUESTIONS, young, old, Goal(bound=1.5, least=False), options.only)
    return 0


def aged(stage: Stage, vouchers: int, first: int) -> Aged:
    """Build a book with so many vouchers since a year, where it does not stand yet."""
    kept = stage.folder / f"long-{first}-{vouchers}.db"
    if not kept.exists():
        url, office = long_office(stage, vouchers, first)
        settle(office.desk)
        Path(url).rename(kept)
    return Aged(name=f"{vouchers:,} 张（{ASKED - first + 1} 年）", desk=still_desk(str(kept)))


def ask_all(
    questions: dict[str, Callable[[Desk], object]], few: Aged, many: Aged, goal: Goal, only: str
) -> None:
    """Put each question to both books in turns, and tell each as a row of the table."""
    for work, ask in questions.items():
        if only not in work:
            continue
        contestants = [partial(processor, partial(ask, book.desk)) for book in (few, many)]
        rounds = ROUNDS if max([contestant() for contestant in contestants]) < 5 else 2
        short, long_ = in_turns(rounds, *contestants)
        figure = Figure(
            id="S",
            work=work,
            ours=f"{milliseconds(long_.median)}（{many.name}）",
            yardstick=f"{milliseconds(short.median)}（{few.name}）",
            ratio=long_.median / short.median,
            goal=goal,
        )
        print(line_of(figure), flush=True)


def processor(work: Callable[[], object]) -> float:
    """Return the processor's seconds that some work takes, beginning with a clean heap."""
    gc.collect()
    began = time.process_time()
    work()
    return time.process_time() - began


def line_of(figure: Figure) -> str:
    """Write a row of the table."""
    cells = (figure.work, figure.yardstick, figure.ours, ratio(figure), figure.goal, figure.verdict)
    return f"| {' | '.join(map(str, cells))} |"


if __name__ == "__main__":
    raise SystemExit(main())
