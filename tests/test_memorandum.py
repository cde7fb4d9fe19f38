"""备查簿: a hospital from default to court to write-off to a recovery two years later, on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ledger.basis.errors import Refused
from ledger.reports.drawing import draw_up
from ledger.reports.kind import ReportAsked
from ledger.store.engine import writing
from ledger.workflow.policy.policy_choice import choose
from tests.office import EMPLOYEE, FIRST, SECOND, THIRD, Office, codes

if TYPE_CHECKING:
    from ledger.formats.report import Report

COURT = {"court": "兰州市城关区人民法院", "number": "(2026)甘0102执1号", "amount": "600000.00"}


def story(office: Office) -> None:
    """Let 城关 default and lose 600,000; 80,000 comes back two years after the write-off."""
    office.fund()
    office.post(office.pay(FIRST, "600000.00"), office.pay(SECOND, "400000.00"))
    office.on("2026-12-28")
    office.post(
        office.row("payment-stop", hospital=FIRST, switch="on", date="2026-12-28"),
        office.row(
            "court-case", key="案-错", hospital=FIRST, year="2026", date="2026-12-28", **COURT
        ),
    )
    office.post(office.row("withdrawal", event="案-错", reason="写错法院", date="2026-12-29"))
    office.post(
        office.row(
            "court-case", key="案-1", hospital=FIRST, year="2026", date="2026-12-29", **COURT
        )
    )
    for month in range(1, 13):
        office.close(f"2026-{month:02d}", book=EMPLOYEE)
    office.on("2027-11-30")
    office.post(
        office.row(
            "write-off",
            hospital=FIRST,
            year="2026",
            amount="600000.00",
            government="province",
            date="2027-11-30",
        )
    )
    office.on("2029-12-03")
    office.desk.operator = "主管丁"
    choose(office.desk, EMPLOYEE, "recovery_credit", "other_income", "局务会")
    office.post(
        office.row(
            "recovery",
            hospital=FIRST,
            year="2026",
            amount="80000.00",
            to="1004",
            booked="2027-12-31",
            date="2027-12-31",
        )
    )


def page(office: Office, hospital: str = "") -> Report:
    """Draw up the 备查簿, or a hospital's page."""
    [report] = draw_up(office.desk, "memorandum", ReportAsked(book=EMPLOYEE, hospital=hospital))
    return report


def told(report: Report, *names: str) -> list[tuple[object, ...]]:
    """Read some fields of every line."""
    lines = report.tree["lines"]
    assert isinstance(lines, list)
    return [tuple(line[name] for name in names) for line in lines]


def test_the_whole_story_stands_on_one_page(office: Office) -> None:
    story(office)
    found = told(page(office, FIRST), "kind", "amount", "outstanding", "withdrawn")
    assert found == [
        ("agreement", None, "0.00", False),
        ("assessment", "900000000.00", "0.00", False),
        ("disbursement", "600000.00", "600000.00", False),
        ("payment-stop", None, "600000.00", False),
        ("court-case", "600000.00", "600000.00", True),
        ("court-case", "600000.00", "600000.00", False),
        ("write-off", "600000.00", "0.00", False),
        ("recovery", "80000.00", "0.00", False),
    ]
    vouchers = [label for (label,) in told(page(office, FIRST), "voucher") if label]
    assert vouchers == ["2026-03 记-0001", "2027-11 记-0001", "2027-12 记-0001"]
    [written_off] = [
        line
        for line in told(page(office, FIRST), "kind", "papers", "since")
        if line[0] == "write-off"
    ]
    assert "法院文书" in str(written_off[1])
    assert "政府批复" in str(written_off[1])
    assert written_off[2] == "核销后已收回 80,000.00"


def test_nothing_removes_a_line(office: Office) -> None:
    """What was withdrawn keeps its line; a written-off hospital that is renamed keeps its own."""
    story(office)
    before = told(page(office), "key", "kind")
    assert ("案-错", "court-case") in before
    office.post(office.row("withdrawal", event="案-1", reason="结案", date="2027-12-31"))
    after = told(page(office), "key", "kind", "withdrawn")
    assert [line[:2] for line in after][: len(before)] == before
    assert ("案-1", "court-case", True) in after
    with (
        pytest.raises(Exception, match=r"append-only"),
        writing(office.desk.engine, [EMPLOYEE]) as conn,
    ):
        conn.exec_driver_sql("DELETE FROM event WHERE kind = 'court-case'")


def test_a_correction_of_a_write_off_stands_beside_it(office: Office) -> None:
    office.fund()
    office.post(office.pay(FIRST, "600000.00"))
    office.on("2026-11-30")
    office.post(
        office.row(
            "write-off",
            hospital=FIRST,
            year="2026",
            amount="600000.00",
            government="province",
            date="2026-11-30",
        )
    )
    office.correct("2026-11 记-0001")
    office.post()
    kinds = told(page(office), "kind", "form", "amount")
    assert ("write-off", "red", "-600000.00") in kinds
    [row] = [
        line
        for line in told(page(office), "kind", "form", "since")
        if line[:2] == ("write-off", None)
    ]
    assert "已由 2026-11 记-0002 更正" in str(row[2])
    # Nothing is written off any more: nothing can be recovered of it.
    office.desk.operator = "主管丁"
    choose(office.desk, EMPLOYEE, "recovery_credit", "other_income", "局务会")
    with pytest.raises(Refused) as refusal:
        office.record(
            office.row(
                "recovery", hospital=FIRST, year="2026", amount="1.00", to="1004", date="2026-12-01"
            )
        )
    assert codes(refusal.value.findings) == ["EXCEEDS_WRITTEN_OFF"]


def test_a_hospital_of_which_nothing_is_known_is_told(office: Office) -> None:
    with pytest.raises(Refused) as refusal:
        page(office, THIRD)
    assert codes(refusal.value.findings) == ["NOTHING_FOUND"]


def test_the_day_bounds_what_is_shown(office: Office) -> None:
    story(office)
    [early] = draw_up(office.desk, "memorandum", ReportAsked(book=EMPLOYEE, as_of="2026-12-29"))
    assert "write-off" not in [kind for (kind,) in told(early, "kind")]
