"""核定 is approved as it was shown: its code, and what is said where it was worked out anew."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from ledger.basis.errors import Refused
from ledger.reports.assess.show import AssessmentAsked, sheets
from ledger.store.engine import reading
from ledger.store.writer import read_log
from ledger.workflow.assess.approve import approve_year
from ledger.workflow.drafting.looked import Looked
from tests.assess_office import lanzhou, load, payments, run
from tests.office import EMPLOYEE, FIRST

if TYPE_CHECKING:
    from tests.office import Office


def code_shown(office: Office) -> str:
    """Return the code at the end of `assess show`."""
    last = sheets(office.desk, AssessmentAsked(year=2026))[-1]
    code = str(last.tree["code"])
    assert f"prepay assess approve --year 2026 --seen {code}" in last.notes[-1]
    return code


def test_a_run_is_approved_under_the_code_of_its_sheets(office: Office) -> None:
    lanzhou(office)
    run(office)
    code = code_shown(office)
    office.desk.operator = "审核丙"
    approve_year(office.desk, 2026, looked=Looked(code=code), dry_run=True)
    assert approve_year(office.desk, 2026, looked=Looked(code=code)).funds[0].paid > 0
    assert "code" not in sheets(office.desk, AssessmentAsked(year=2026))[-1].tree


def test_a_run_that_was_worked_out_anew_is_not_approved_under_the_old_code(office: Office) -> None:
    lanzhou(office)
    run(office)
    code = code_shown(office)
    load(office, payments(FIRST, "职工", "9.00"))
    run(office)
    office.desk.operator = "审核丙"
    with pytest.raises(Refused) as caught:
        approve_year(office.desk, 2026, looked=Looked(code=code))
    (finding,) = caught.value.findings
    assert finding.code == "SEEN_CHANGED"
    assert "重新测算，核定金额" in finding.message
    assert "→" in finding.message
    approve_year(office.desk, 2026, looked=Looked(code=code_shown(office)))


def test_a_script_that_shows_nobody_a_run_says_so_in_the_log(office: Office) -> None:
    lanzhou(office)
    run(office)
    office.desk.operator = "审核丙"
    (first, *_) = approve_year(office.desk, 2026, looked=Looked(by_script=True)).funds
    with reading(office.desk.engine) as conn:
        lines = read_log(conn, book=EMPLOYEE)
    (line,) = [one for one in lines if one["action"] == "assess-approve"]
    assert json.loads(line["content"])["unseen"] == first.registers
