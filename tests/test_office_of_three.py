"""三个人的办公室: the year of docs/office-of-three.md, row by row, verify sound at every step."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from ledger.basis.clock import ScriptedClock
from ledger.basis.identity import Identity
from ledger.masters.office import RESET
from ledger.store.engine import open_engine, reading
from ledger.store.signing.office import read_office
from ledger.workflow.close.verify import verify
from ledger.workflow.desk import Desk
from ledger.workflow.setup.masters import initialise
from tests.office import EMPLOYEE, LEAST_COST
from tests.three_acts import played
from tests.three_office import CASHIER, CHIEF, CLERK, PAGE, ThreeOffice, story_rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SETTLING = ("启用签名", "重置密码", "确认", "月末", "年结")


@pytest.fixture
def three(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ThreeOffice]:
    """Open the office of three on 5 January 2026, with the first money and one hospital."""
    # On a server the office's own profiles lie in the working folder.
    monkeypatch.chdir(tmp_path)
    clock = ScriptedClock(date(2026, 1, 5))
    desk = Desk(
        engine=open_engine(url),
        clock=clock,
        identity=Identity(clock, seed=3),
        hash_cost=LEAST_COST,
    )
    initialise(desk, area="620100", name="兰州市", profile="gansu", start="2026-01")
    office = ThreeOffice(desk=desk, clock=clock, folder=tmp_path)
    office.people_in()
    yield office
    desk.engine.dispose()


def test_the_year_goes_as_the_page_says(three: ThreeOffice, engine_name: str) -> None:
    rows = story_rows()
    assert len(rows) > 60
    for row in rows:
        told = played(three, row)
        assert meets(told, row.result), f"{PAGE.name}:{row.line}\n{row.result}\n{told}"
        # A server is slow to be proved again: there, where something is settled or sealed.
        if engine_name == "sqlite" or row.verb in SETTLING:
            assert three.faults() == [], f"{PAGE.name}:{row.line}"
    last_words(three)


def meets(told: str, result: str) -> bool:
    """Tell whether what came of a row is what the page says; … stands for words left out."""
    wanted = re.escape(result).replace("…", ".*")
    return re.match(wanted, told, re.DOTALL) is not None


def last_words(three: ThreeOffice) -> None:
    """Say how the year ended: who reset whom, who stood in, who is left."""
    with reading(three.desk.engine) as conn:
        office = read_office(conn)
    today = three.desk.today()
    reset = [key for keys in office.keys.values() for key in keys if key.how == RESET]
    assert [(key.name, key.givers) for key in reset] == [(CLERK, (CASHIER,))]
    assert office.roles_of(CLERK, today) == office.roles_of("钱会计", today) == ()
    assert office.roles_of("孙会计", today) == ("preparer",)
    noted = [line for result in verify(three.desk, book=EMPLOYEE) for line in result.noted]
    assert any(
        re.match(f"钱会计（代）：代 {CHIEF}.*其间审核 2 笔、记账 2 笔$", line) for line in noted
    ), noted
