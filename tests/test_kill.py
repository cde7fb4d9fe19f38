"""kill -9 in the middle of post and of close: all or nothing (the short form of R1, SQLite).

A child process runs the verb on a copy of one database and kills itself at a point. Clock
and ids are scripted, so what the database must hold afterwards is known to the byte: what it
held before, or what an undisturbed run leaves.
"""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ledger.basis.errors import Refused
from ledger.store.engine import open_engine, reading
from ledger.store.tables import schema as s
from ledger.workflow.close.export import export_all
from ledger.workflow.close.verify import verify
from ledger.workflow.posting.post import post_drafts
from tests.kill_child import BOOK, close_march, desk_on
from tests.office import FIRST, SECOND, THIRD, Office, codes

if TYPE_CHECKING:
    from ledger.basis.errors import Finding

ROOT = Path(__file__).parents[1]
POINTS = 12

pytestmark = pytest.mark.skipif(
    not hasattr(signal, "SIGKILL"), reason="这个平台没有 SIGKILL，不能检验 kill -9"
)


@pytest.fixture
def start(sqlite_url: str, tmp_path: Path) -> Path:
    """Give a database with January and February closed, March posted, and drafts for April.

    The drafts hold a correction of two vouchers as one unit, so that units are at stake too.
    """
    office = Office.open(sqlite_url, tmp_path)
    office.fund("1000000.00")
    office.on("2026-03-31")
    office.post(
        office.pay(FIRST, "1000.00", key="拨付-1"),
        office.pay(SECOND, "2000.00", key="拨付-2"),
        office.row("interest", date="2026-03-21", amount="12.34"),
    )
    # What a payment rests on is approved in January, before any month is closed.
    april = [
        office.pay(FIRST, "300.00", day="2026-04-01", key="拨付-3"),
        office.pay(THIRD, "400.00", day="2026-04-01", key="拨付-4"),
    ]
    office.on("2026-04-02")
    office.close("2026-01", "2026-02", book=BOOK)
    office.record(*april)
    office.correct("拨付-1", "拨付-2", day=office.clock.now().date())
    office.approve()
    office.desk.engine.dispose()
    return settled(Path(sqlite_url), tmp_path / "start.db")


def settled(path: Path, to: Path) -> Path:
    """Copy a database whole, without a log beside it."""
    import sqlite3

    source, copy = sqlite3.connect(path), sqlite3.connect(to)
    source.backup(copy)
    source.close()
    copy.close()
    return to


def content(path: Path, *, without: tuple[str, ...] = ()) -> dict[str, list[tuple[object, ...]]]:
    """Read everything that a database holds."""
    engine = open_engine(str(path))
    with reading(engine) as conn:
        found = {
            table.name: sorted(tuple(row) for row in conn.execute(table.select()))
            for table in s.metadata.sorted_tables
            if table.name not in without
        }
    engine.dispose()
    return found


def run_child(verb: str, start: Path, folder: Path, wanted: str) -> dict[str, object]:
    """Run the child process that dies at points."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.kill_child", verb, str(start), str(folder), wanted],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


def chosen(passed: list[str]) -> list[str]:
    """Choose points spread over all statements, and both sides of the last commit, which writes."""
    statements = [point for point in passed if point.isdigit()]
    assert len(statements) >= POINTS
    assert passed[-2].startswith("commit-")
    assert passed[-1].startswith("committed-"), "nothing is sent after the commit"
    step = (len(statements) - 1) / (POINTS - 3)
    spread = [statements[round(index * step)] for index in range(POINTS - 2)]
    return [*spread, *passed[-2:]]


def faults(path: Path) -> list[Finding]:
    """Reopen a database and prove it."""
    desk = desk_on(path)
    found = [finding for result in verify(desk, book=BOOK) for finding in result.findings]
    desk.engine.dispose()
    return found


def killed(verb: str, start: Path, folder: Path) -> tuple[Path, dict[Path, bool]]:
    """Kill a verb at every chosen point.

    Gives the undisturbed run, and each killed copy with whether it had committed.
    """
    passed = run_child(verb, start, folder, "count")["passed"]
    assert isinstance(passed, list)
    points = chosen(passed)
    ends = run_child(verb, start, folder, ",".join(points))["ends"]
    assert ends == dict.fromkeys(points, -signal.SIGKILL)
    whole = folder / f"{verb}-count" / "prepay.db"
    return whole, {
        folder / f"{verb}-{point}" / "prepay.db": point == passed[-1] for point in points
    }


def test_posting_killed_anywhere_leaves_all_vouchers_or_none(start: Path, tmp_path: Path) -> None:
    whole, copies = killed("post", start, tmp_path)
    before, after = content(start), content(whole)
    assert (len(before["draft"]), len(after["draft"])) == (4, 0)
    assert len(after["voucher"]) == len(before["voucher"]) + 4
    for path, committed in copies.items():
        assert content(path) == (after if committed else before), path.parent.name
        assert faults(path) == [], path.parent.name
        desk = desk_on(path)
        posted = post_drafts(desk, (), book=BOOK)
        assert sum(len(result.vouchers) for result in posted) == (0 if committed else 4)
        desk.engine.dispose()
        assert facts(path) == facts(whole), path.parent.name


def facts(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Read all but the log and the control row, which count every attempt."""
    return content(path, without=("oplog", "control"))


def test_closing_killed_anywhere_leaves_a_closed_month_or_an_open_one(
    start: Path, tmp_path: Path
) -> None:
    whole, copies = killed("close", start, tmp_path)
    before, after = content(start), content(whole)
    assert len(after["seal"]) == len(before["seal"]) + 1
    assert len(after["voucher"]) > len(before["voucher"]), "the close posts a 期末结转"
    for path, committed in copies.items():
        assert content(path) == (after if committed else before), path.parent.name
        assert faults(path) == [], path.parent.name
        journals = path.parent / "journals"
        assert not journals.exists(), "the journals come after the commit"
        if committed:
            with pytest.raises(Refused) as refusal:
                close_march(path)
            assert codes(refusal.value.findings) == ["MONTH_CLOSED"]
            desk = desk_on(path)
            export_all(desk, journals, BOOK)
            desk.engine.dispose()
        else:
            close_march(path).engine.dispose()
            assert facts(path) == facts(whole), path.parent.name
        done = whole.parent / "journals" / "620100-employee" / "2026" / "03.beancount"
        mended = journals / "620100-employee" / "2026" / "03.beancount"
        assert mended.read_bytes() == done.read_bytes(), path.parent.name
