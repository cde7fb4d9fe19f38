"""对账总览 in a real browser: red while the bank has what the books have not, and green again."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from ledger.basis.clock import ScriptedClock
from ledger.basis.identity import Identity
from ledger.store.engine import open_engine, reading
from ledger.workflow.bank.adjust import adjust, approve_sheets
from ledger.workflow.bank.bank_desk import read_sides
from ledger.workflow.bank.draw import Entered
from ledger.workflow.bank.marks import confirm
from ledger.workflow.bank.match import match_accounts
from ledger.workflow.bank.statement_import import import_statement
from ledger.workflow.desk import Desk
from ledger.workflow.drafting.record import record
from ledger.workflow.drafting.review import approve
from ledger.workflow.posting.post import post_drafts
from sample.stage import Stage, let_act, open_key_of
from tests.office import raw
from tests.sample_story import AREA, EMPLOYEE, OFFICE_OF

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.browser.driver import Browser
    from tests.browser.server import Server

LEDGER = "兰州市职工医保-2026年-医保预付金"
DAY = date(2026, 1, 21)
#: What the bank saw of January, in its own columns; nobody has booked the last line.
STATEMENT = """交易日期,摘要,对方户名,借方发生额,贷方发生额,余额,流水号
2026-01-14,返还2025年度医保预付金,兰州砚湖妇产医院,,2860000.00,4310000.00,20260114000001
2026-01-20,上解收回的医保预付金,兰州市社会保险基金财政专户,4310000.00,,0.00,20260120000002
2026-01-21,来款待查,兰州砚湖妇产医院,,66.00,66.00,20260121000003
"""


@pytest.fixture
def desk(demo: Path) -> Iterator[Desk]:
    """Give the story's own desk on the day after its end."""
    clock = ScriptedClock(DAY)
    engine = open_engine(str(demo / "prepay.db"))
    yield Desk(engine=engine, clock=clock, identity=Identity(clock))
    engine.dispose()


def seen(browser: Browser, server: Server) -> str:
    """Read the marked row of the bank."""
    browser.open(server.page(LEDGER, "extension/Overview/", {"month": "2026-01"}))
    browser.until("document.querySelector('.prepay tbody tr') !== null")
    found: str = browser.run(
        "const row = [...document.querySelectorAll('.prepay tbody tr')]"
        ".find((row) => row.cells[0].innerText === '支出户');"
        "return `${row.className}|${row.rowIndex}|${row.innerText}`"
    )
    return found


def test_red_while_the_bank_has_more_and_green_once_it_is_booked(
    browser: Browser, server: Server, desk: Desk, tmp_path: Path
) -> None:
    browser.open(server.told[-1])
    browser.until("document.querySelector('aside a') !== null")
    browser.complaints()
    assert "对账单只到 2025-12-31" in seen(browser, server)
    office, people = OFFICE_OF[AREA], Stage(desk=desk, root=tmp_path)
    for name in (office.preparer, office.approver, office.chief, office.cashier):
        open_key_of(people, name)
    let_act(people, office.cashier)
    path = tmp_path / "一月.csv"
    path.write_text(STATEMENT, "utf-8")
    import_statement(desk, EMPLOYEE, "1004", path)
    match_accounts(desk, EMPLOYEE, account="1004")
    red = seen(browser, server)
    assert red.startswith("alert|1|")
    assert "66.00" in red
    assert "对方有、本账没有的 1 笔" in red
    assert "来款待查" in browser.text(".prepay")
    row = {
        "area": "620100",
        "fund": "employee",
        "kind": "suspense",
        "date": str(DAY),
        "to": "1004",
        "amount": "66.00",
        "counterparty": "兰州砚湖妇产医院",
        "papers": [{"type": "bank-receipt", "number": "示0121-01", "date": str(DAY)}],
        "key": "暂收-0121",
    }
    let_act(people, office.preparer)
    record(desk, raw([row], "暂收.jsonl"))
    let_act(people, office.approver)
    approve(desk, (), book=EMPLOYEE)
    let_act(people, office.chief)
    post_drafts(desk, (), book=EMPLOYEE)
    let_act(people, office.cashier)
    match_accounts(desk, EMPLOYEE, account="1004")
    with reading(desk.engine) as conn:
        marks = read_sides(conn, EMPLOYEE, "1004").marks
    confirm(desk, EMPLOYEE, [mark.number for mark in marks if mark.state == "proposed"])
    assert "没有余额调节表" in seen(browser, server)
    clock = desk.clock
    assert isinstance(clock, ScriptedClock)
    clock.set(date(2026, 2, 2), 10)
    let_act(people, office.preparer)
    adjust(desk, EMPLOYEE, "2026-01", account="1004", entered=Entered(), submit=True)
    let_act(people, office.approver)
    approve_sheets(desk, EMPLOYEE, "2026-01", account="1004")
    green = seen(browser, server)
    assert not green.startswith("alert")
    assert "相符" in green
    assert browser.complaints() == []
