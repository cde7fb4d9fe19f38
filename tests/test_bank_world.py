"""What the bank confirmed stands in the journals: green, and red the day the books move behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beancount import loader

from ledger.reports.due.due_list import due_report
from ledger.workflow.close.export import export_all
from tests.adjustment_office import approved_march
from tests.office import EMPLOYEE, FIRST, codes

if TYPE_CHECKING:
    from tests.office import Office


def errors(office: Office) -> list[str]:
    """Export, and let Beancount say what is wrong with 2026."""
    root = office.folder / "journals"
    export_all(office.desk, root, EMPLOYEE)
    loader.initialize(use_cache=False)
    _, found, _ = loader.load_file(str(root / "620100-employee" / "2026" / "main.beancount"))
    return [error.message for error in found]


def test_an_approved_sheet_is_asserted_and_a_late_posting_turns_it_red(office: Office) -> None:
    approved_march(office)
    assert errors(office) == []
    text = (
        office.folder / "journals" / "620100-employee" / "2026" / "confirmed.beancount"
    ).read_text("utf-8")
    assert "2026-04-01 balance" in text
    assert "开户银行" in text
    # Somebody posts into March behind the approved sheet.
    office.post(office.pay(FIRST, "1.00", day="2026-03-30"))
    [wrong] = errors(office)
    assert "Balance failed" in wrong
    assert codes(office.faults(EMPLOYEE)) == ["CONFIRMED_DIFFERS"]


def test_the_months_without_a_sheet_are_listed_as_due_from_the_first(office: Office) -> None:
    """January and February have none, March is frozen, April waits for its own."""
    approved_march(office)
    office.on("2026-05-06")
    report = due_report(office.desk, EMPLOYEE, "2026-05-06")
    duties = report.tree["duties"]
    assert isinstance(duties, list)
    [waiting] = [duty for duty in duties if duty["kind"] == "reconciliation"]
    assert str(waiting["due"]) == "2026-02-28"
    assert waiting["what"].endswith("2026-01 还没有余额调节表；直到 2026-04 共 3 个月没有")
    assert waiting["command"].endswith("prepay bank adjust --period 2026-01")
