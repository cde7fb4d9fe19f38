"""对账总览 in a real browser: red while the bank has what the books have not, and green again."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from ledger.basis.clock import ScriptedClock
from ledger.basis.identity import Identity
from ledger.basis.money import parse_fen
from ledger.store.engine import open_engine, reading
from ledger.workflow.bank.bank_desk import read_sides
from ledger.workflow.bank.marks import confirm
from ledger.workflow.bank.match import match_accounts
from ledger.workflow.demo.hospitals import YANHU_MATERNITY
from ledger.workflow.demo.stage import Stage
from ledger.workflow.demo.steps import CASHIER, EMPLOYEE, Reconciled, Recorded, StatementImported
from ledger.workflow.demo.verbs import carry_out
from ledger.workflow.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.browser.driver import Browser
    from tests.browser.server import Server

LEDGER = "兰州市职工医保-2026年-医保预付金"
DAY = date(2026, 1, 21)


@pytest.fixture
def stage(demo: Path) -> Iterator[Stage]:
    """Give the story's own stage on the day after its end."""
    clock = ScriptedClock(DAY)
    engine = open_engine(str(demo / "prepay.db"))
    yield Stage(
        desk=Desk(engine=engine, clock=clock, identity=Identity(clock)), root=demo / "journals"
    )
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
    browser: Browser, server: Server, stage: Stage
) -> None:
    browser.open(server.told[-1])
    browser.until("document.querySelector('aside a') !== null")
    browser.complaints()
    assert "对账单只到 2025-12-31" in seen(browser, server)
    unknown = (DAY, "来款待查", YANHU_MATERNITY, parse_fen("66.00"))
    carry_out(
        stage,
        StatementImported(
            day=DAY,
            hour=10,
            note="一月对账单",
            book=EMPLOYEE,
            account="1004",
            period="2026-01",
            unbooked=(unknown,),
        ),
    )
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
    carry_out(stage, Recorded(day=DAY, hour=11, note="记暂收", rows=(row,)))
    desk = stage.desk
    desk.operator = CASHIER
    match_accounts(desk, EMPLOYEE, account="1004")
    with reading(desk.engine) as conn:
        marks = read_sides(conn, EMPLOYEE, "1004").marks
    confirm(desk, EMPLOYEE, [mark.number for mark in marks if mark.state == "proposed"])
    assert "没有余额调节表" in seen(browser, server)
    clock = stage.desk.clock
    assert isinstance(clock, ScriptedClock)
    clock.set(date(2026, 2, 2), 10)
    carry_out(
        stage,
        Reconciled(
            day=date(2026, 2, 2),
            hour=10,
            note="一月余额调节表",
            book=EMPLOYEE,
            account="1004",
            period="2026-01",
        ),
    )
    green = seen(browser, server)
    assert not green.startswith("alert")
    assert "相符" in green
    assert browser.complaints() == []
