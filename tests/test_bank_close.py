"""月结 asks for both 余额调节表, from the month of an account's first statement line on."""

from __future__ import annotations

import pytest

from ledger.basis.errors import Refused
from ledger.basis.period import over_from
from ledger.reports.closing.closing_sheet import closing_sheets
from ledger.workflow.close.close_month import close_month
from tests.bank_office import bring, freeze, match, submit
from tests.office import EMPLOYEE, FIRST, Office, codes

FUNDED = ("2026-01-10", "1000.00", "兰州市财政局", "", "拨款")


def refused(office: Office, period: str) -> list[str]:
    """Close a month that is over, and is refused."""
    office.live_to(over_from(period, None))
    office.sign(EMPLOYEE)
    office.desk.operator = "主管丁"
    with pytest.raises(Refused) as error:
        close_month(office.desk, period, book=EMPLOYEE)
    return codes(error.value.findings)


def told(office: Office, period: str) -> dict[str, str]:
    """Close a month; say what its sheet says of the bank accounts."""
    closed = office.close(period, book=EMPLOYEE)
    (sheet,) = closing_sheets(closed)
    return {str(r.cells[0]): str(r.cells[1]) for r in sheet.rows if "余额调节表" in str(r.cells[0])}


def test_a_book_without_statements_closes_and_says_so_aloud(office: Office) -> None:
    office.fund("1000.00")
    office.on("2026-02-03")
    assert told(office, "2026-01") == {
        "1004 支出户余额调节表": "没有余额调节表：还没有导入对账单",
        "1003 财政专户余额调节表": "没有余额调节表：还没有导入对账单",
    }


def test_an_account_that_the_books_never_touched_is_not_spoken_of(office: Office) -> None:
    office.on("2026-02-03")
    assert told(office, "2026-01") == {}


def test_the_first_statement_switches_it_on_for_its_account(office: Office) -> None:
    office.fund("1000.00")
    bring(office, (FUNDED,))
    office.on("2026-02-03")
    assert refused(office, "2026-01") == ["RECONCILIATION_MISSING"]
    match(office)
    submit(office, "2026-01")
    assert refused(office, "2026-01") == ["RECONCILIATION_MISSING"]
    freeze(office, "2026-01")
    assert told(office, "2026-01") == {
        "1004 支出户余额调节表": (
            "调节表 1004-2026-01-1　调节后余额 1,000.00　编制 制单乙　审核 审核丙"
        ),
        "1003 财政专户余额调节表": "没有余额调节表：还没有导入对账单",
    }
    assert refused(office, "2026-02") == ["RECONCILIATION_MISSING"]


def test_both_accounts_are_asked_for(office: Office) -> None:
    office.fund("1000.00")
    bring(office, (FUNDED,))
    bring(office, (("2026-01-10", "-1000.00", "", "", "用款"),), opening="1000.00", account="1003")
    office.on("2026-02-03")
    assert refused(office, "2026-01") == ["RECONCILIATION_MISSING"] * 2


def test_months_before_the_first_line_are_not_asked_for(office: Office) -> None:
    office.fund("1000.00")
    office.on("2026-03-02")
    bring(office, (("2026-02-10", "-1.00", "某行", "", "手续费"),), opening="1000.00")
    assert told(office, "2026-01")["1004 支出户余额调节表"] == (
        "没有余额调节表：对账单从 2026-02-10 才开始"
    )


def test_what_is_posted_after_the_approval_must_be_reconciled_anew(office: Office) -> None:
    office.fund("1000.00")
    bring(office, (FUNDED,))
    match(office)
    office.on("2026-02-03")
    freeze(office, "2026-01")
    office.post(office.pay(FIRST, "300.00", day="2026-01-31"))
    assert refused(office, "2026-01") == ["RECONCILIATION_STALE"]
    freeze(office, "2026-01")
    assert "1004-2026-01-2" in told(office, "2026-01")["1004 支出户余额调节表"]
    assert office.faults() == []
