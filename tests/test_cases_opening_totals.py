"""期初 against the general ledger: what the 期初移交表 states, or what two people compare later."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from ledger.basis.errors import Refused
from ledger.reports.due.due_list import due_report
from tests.cases import only, refused
from tests.office import EMPLOYEE, FIRST, SECOND, Office, codes

if TYPE_CHECKING:
    from ledger.basis.errors import Finding
    from tests.office import Row

DAY = "2026-01-01"


def owed(office: Office, hospital: str, amount: str, total: str = "", number: str = "QC-1") -> Row:
    """Write what a hospital owes when the books begin, on a sheet that may state the total."""
    paper = {"type": "migration-sheet", "number": number, "date": DAY}
    papers = [{**paper, "amount": total} if total else paper]
    words = {"account": "1101", "hospital": hospital, "year": "2025", "amount": amount}
    return office.row("opening-balance", date=DAY, papers=papers, **words)


def untied(office: Office) -> list[str]:
    """Say what `due` tells of 期初."""
    tree: Any = due_report(office.desk, EMPLOYEE, "").tree
    return [d["what"].partition("；")[0] for d in tree["duties"] if d["kind"] == "opening"]


def compared(office: Office, amount: str, *, account: str = "1101") -> Row:
    """Write a 期初核对."""
    return office.row("opening-check", date="2026-01-06", account=account, amount=amount)


def test_a_digit_left_out_is_refused_with_the_difference(office: Office) -> None:
    """总账 has 47,500,000 of 1101; 47,000,000 was typed as 4,700,000."""
    total = "47500000.00"
    rows = (owed(office, FIRST, "4700000.00", total), owed(office, SECOND, "500000.00", total))
    finding = only(refused(office, *rows))
    assert finding.code == "OPENING_TOTAL"
    assert "总账 1101 暂付款余额 47,500,000.00，2 笔明细合计 5,200,000.00" in finding.message
    assert "相差 42,300,000.00" in finding.message
    office.post(owed(office, FIRST, "47000000.00", total), owed(office, SECOND, "500000.00", total))
    assert untied(office) == []


def test_two_sheets_each_add_up_and_accounts_of_one_sheet_apart(office: Office) -> None:
    suspense = {
        "account": "2001",
        "counterparty": "某单位",
        "amount": "70.00",
        "papers": [{"type": "migration-sheet", "number": "QC-1", "date": DAY, "amount": "70.00"}],
    }
    office.post(
        owed(office, FIRST, "100.00", "100.00", "QC-1"),
        owed(office, SECOND, "30.00", "30.00", "QC-2"),
        office.row("opening-balance", date=DAY, **suspense),
        # Deposits are not compared: they may be shared with what is not ours.
        office.row("opening-balance", date=DAY, account="1004", amount="5.00"),
    )
    assert untied(office) == []


def test_a_correction_keeps_to_the_total_or_states_another(office: Office) -> None:
    office.post(owed(office, FIRST, "100.00", "130.00"), owed(office, SECOND, "30.00", "130.00"))
    right: Row = {"corrects": "2026-00 期初-0001", "amount": "110.00"}
    finding = only(refused_correction(office, right))
    assert finding.code == "OPENING_TOTAL"
    paper = {"type": "migration-sheet", "number": "QC-1", "date": DAY, "amount": "140.00"}
    office.correct("2026-00 期初-0001", right=[{**right, "papers": [paper]}])
    office.post()
    assert untied(office) == []


def refused_correction(office: Office, right: Row) -> list[Finding]:
    """Give what a correction is refused for."""
    with pytest.raises(Refused) as caught:
        office.correct("2026-00 期初-0001", right=[right])
    return list(caught.value.findings)


def test_openings_without_a_total_are_told_until_two_people_compare_them(office: Office) -> None:
    office.post(owed(office, FIRST, "100.00"), owed(office, SECOND, "30.00"))
    assert untied(office) == ["期初未与总账核对：1101 暂付款"]
    office.on("2026-02-03")
    (closed,) = office.close("2026-01", book=EMPLOYEE)
    assert ("期初未与总账核对", "1101 暂付款 130.00") in closed.remarks
    assert codes(refused(office, compared(office, "1300.00"))) == ["OPENING_TOTAL"]
    office.record(compared(office, "130.00"))
    assert untied(office) != []
    office.approve()
    assert untied(office) == []
    office.on("2026-03-03")
    (closed,) = office.close("2026-02", book=EMPLOYEE)
    assert "期初未与总账核对" not in dict(closed.remarks)
    assert office.faults() == []


def test_an_opening_corrected_afterwards_is_to_be_compared_anew(office: Office) -> None:
    office.post(owed(office, FIRST, "100.00"))
    office.post(compared(office, "100.00"))
    office.correct(
        "2026-00 期初-0001", right=[{"corrects": "2026-00 期初-0001", "amount": "90.00"}]
    )
    office.post()
    assert untied(office) == ["期初未与总账核对：1101 暂付款"]
