"""A year with everything that 清算 must tell apart, and the reports that are asked of it.

城关 (FIRST) was paid twice in March, one payment partly bounced (退汇); an old 2024 balance came
with the books. 安宁's (SECOND) payment was meant for 榆中 (THIRD), corrected in April; in September
安宁 took over a part of it.
"""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from ledger.formats.files import json_text
from ledger.reports.drawing import draw_up
from ledger.reports.kind import ReportAsked
from ledger.workflow.policy.policy_choice import choose
from tests.cases import order, receipt
from tests.office import EMPLOYEE, FIRST, SECOND, THIRD, Office

if TYPE_CHECKING:
    from ledger.formats.report import Report


def spring(office: Office) -> None:
    """Post January to April: openings, three payments, a 退汇, one wrong hospital put right."""
    office.fund()
    office.post(
        office.row(
            "opening-balance",
            date="2026-01-01",
            account="1101",
            hospital=FIRST,
            year="2024",
            amount="200000.00",
        )
    )
    office.on("2026-03-26")
    office.post(
        office.pay(FIRST, "600000.00", key="拨-1"),
        office.pay(FIRST, "300000.00", day="2026-03-25", key="拨-2"),
        office.pay(SECOND, "400000.00", key="拨-3", papers=[order("令-3"), receipt("单-3")]),
        office.row(
            "payment-return",
            date="2026-03-26",
            hospital=FIRST,
            year="2026",
            to="1004",
            amount="100000.00",
            disbursement="拨-2",
        ),
    )
    office.on("2026-04-10")
    office.correct("拨-3", right=[{"hospital": THIRD}])
    office.post()


def summer(office: Office) -> None:
    """Post May to August: part returns, an offset, a write-off of the old balance."""
    office.on("2026-08-20")
    office.post(
        office.give_back(FIRST, "250000.00", day="2026-05-15"),
        office.row(
            "settlement-offset",
            date="2026-06-20",
            hospital=FIRST,
            year="2026",
            amount="50000.00",
            settlement="80000.00",
            benefit="inpatient",
            reason="other: 试例",
        ),
        office.give_back(FIRST, "80000.00", day="2026-07-01", year="2024"),
        office.row("write-off", date="2026-08-20", hospital=FIRST, year="2024", amount="20000.00"),
    )


def autumn(office: Office) -> None:
    """Post September to November: 承接, a difference, 暂收 identified, a recovery."""
    office.on("2026-09-15")
    office.post(
        office.row(
            "succession",
            date="2026-09-01",
            hospital=THIRD,
            successor=SECOND,
            year="2026",
            amount="150000.00",
        ),
        office.give_back(FIRST, "10000.00", day="2026-09-15", key="还-小"),
    )
    office.correct("还-小", right=[{"amount": "12000.00"}], form="difference")
    office.post()
    office.on("2026-11-10")
    office.desk.operator = "主管丁"
    choose(office.desk, EMPLOYEE, "recovery_credit", "other_income", "与财政部门商定")
    office.post(
        office.row("suspense", date="2026-10-10", to="1004", counterparty=FIRST, amount="5000.00"),
        office.row(
            "suspense-out",
            date="2026-10-20",
            counterparty=FIRST,
            hospital=FIRST,
            year="2026",
            amount="5000.00",
        ),
        office.row(
            "recovery", date="2026-11-10", hospital=FIRST, year="2024", to="1004", amount="1000.00"
        ),
    )


def whole_year(office: Office) -> None:
    """Post all of it."""
    spring(office)
    summer(office)
    autumn(office)


def drawn(office: Office, name: str, **words: Any) -> Report:
    """Draw up a report of the employee book."""
    (report,) = draw_up(office.desk, name, ReportAsked(book=EMPLOYEE, **words))
    return report


def told(office: Office, name: str, **words: Any) -> dict[str, Any]:
    """Return a report's JSON as a program reads it."""
    tree: dict[str, Any] = json.loads(json_text(drawn(office, name, **words).tree))
    return tree


def control(office: Office, day: str) -> str:
    """Return 1101's closing balance by the 科目余额表 of a month, in 元."""
    from ledger.basis.money import parse_fen, yuan

    tree = told(office, "trial-balance", period=day[:7])
    leaves = [a["closing"] for a in tree["accounts"] if a["code"].startswith("1101.")]
    return yuan(sum(parse_fen(closing) for closing in leaves))


def on(day: str) -> date:
    """Read a day."""
    return date.fromisoformat(day)
