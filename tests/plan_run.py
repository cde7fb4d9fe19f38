"""A run that uses every reader: the sample story, its reports and pages, a winter of every verb.

Nothing is asserted here but that each step is done; what it sent is looked at by test_plans.py,
which also names the readers that no step has reached.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ledger.basis.clock import SystemClock
from ledger.basis.identity import Identity
from ledger.reports.registry import report_kinds
from ledger.store.engine import open_engine
from ledger.web.pages import Wanted
from ledger.web.readers import pages_of
from ledger.workflow.desk import Desk
from sample.player import run_demo
from tests.office import EMPLOYEE
from tests.plan_office import prepay, work_through_the_rest
from tests.sample_story import BAIYANG_CLINIC
from tests.sound_machine import SoundMachine
from tests.sound_story import WINTER

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.test_model import Opened

#: Where 海南 keeps what 兰州 has none of, and a hospital of the sample that was paid and recalled.
HAINAN, HOSPITAL, YEAR = "460000/employee", BAIYANG_CLINIC, "2025"


def run_all(folder: Path, office: str, opened: Callable[[], Opened]) -> None:
    """Run everything, in a folder of one's own; `office` is a migrated database to work in."""
    run_demo(folder / "demo", lambda _line: None)
    database = str(folder / "demo" / "prepay.db")
    ask_for_reports(database)
    ask_for_the_rest(database, folder)
    open_the_pages(database)
    live_through_a_winter(opened)
    work_through_the_rest(office, folder)


def ask_for_reports(database: str) -> None:
    """Ask for every report: of a month, of a day, and of one hospital where it can be."""
    for name in report_kinds():
        book = ("--book", EMPLOYEE)
        prepay(database, "report", name, *book, "--period", "2025-12")
        prepay(database, "report", name, *book, "--as-of", "2025-11-20")
        if name in ("subledger", "open-items", "registers", "memorandum", "tie-out"):
            prepay(database, "report", name, *book, "--period", "2025-12", "--hospital", HOSPITAL)
        prepay(database, "report", name, "--book", HAINAN, "--period", "2025-12")
    prepay(database, "report", "trial-balance", "--book", EMPLOYEE)


def ask_for_the_rest(database: str, folder: Path) -> None:
    """Ask for every list, a figure's origin, files for others, and prove the books."""
    book = ("--book", EMPLOYEE)
    month = ("--period", "2025-03")
    for words in (
        ("due", "--on", "2025-12-28", *book),
        ("due", "--on", "2026-02-10"),
        ("log", *book, "--find", "拨付"),
        ("policy", "show", *book),
        ("assess", "show", "--year", YEAR, "--area", "460000"),
        ("assess", "plan", "--year", YEAR, "--area", "460000"),
        ("confirm", "list", *book),
        ("confirm", "letters", "--date", "2025-12-31", *book),
        ("bank", "list", *book),
        ("close", "status"),
        ("draft", "list"),
        ("voucher", "list", *book, *month),
        ("voucher", "show", "2025-03 记-0001", *book),
        ("hospital", "list"),
        ("operator", "list"),
        ("hospital", "account", "list"),
        ("explain", "1101", *book, *month),
        ("explain", "H62010200013", *book, *month, "--side", "借"),
        ("explain", "2025-03 记-0001", *book),
        ("export", "beancount", str(folder / "journals")),
        ("export", "chain", str(folder / "chain.jsonl"), *book),
        ("platform", "export", str(folder / "平台.xlsx"), "--year", YEAR, "--area", "620100"),
        ("verify",),
    ):
        prepay(database, *words)


def open_the_pages(database: str) -> None:
    """Open every page of the web view."""
    clock = SystemClock()
    desk = Desk(engine=open_engine(database), clock=clock, identity=Identity(clock))
    for reader in pages_of(desk).readers.values():
        reader(Wanted(book=EMPLOYEE, year=int(YEAR), words={}))
    desk.engine.dispose()


class Winter(SoundMachine):
    """The winter of the sound machine, proved elsewhere after every step."""

    def what_was_taken_is_sound(self) -> None:
        """Verify nothing: `verify` is not what is looked at here."""


def live_through_a_winter(opened: Callable[[], Opened]) -> None:
    """Take each kind of step once."""
    machine = type(
        "PlanWinter",
        (Winter,),
        {"opened": staticmethod(opened), "taken": Counter(), "story": WINTER},
    )
    told = machine()
    told.begin(len(WINTER))
    told.teardown()
