"""What tests of a hospital's standing share: a permitted office, and rows that pay, stop and give back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ledger.events.registers.agreement import Agreement
from ledger.policy.standing import standing_at
from ledger.store.engine import reading
from ledger.store.standing.standing import read_standing
from tests.office import EMPLOYEE, FIRST, SECOND, Office

if TYPE_CHECKING:
    from ledger.policy.standing import Standing
    from tests.office import Row

LISTED = f"6222{FIRST[-8:]}"


def permitted(office: Office) -> Office:
    """Give an office in March that may pay the first hospital 1,000.00 of 职工."""
    office.fund()
    office.on("2026-03-20")
    office.permit(FIRST, 2026, amount="1000.00")
    office.withheld |= {(h, "2026", "employee") for h in (FIRST, SECOND)}
    return office


def stood(office: Office, hospital: str = FIRST, year: int = 2026) -> Standing:
    """Read what stands for a hospital's year in the 职工 book."""
    day = date(year, 3, 1)
    asked = Agreement(book=EMPLOYEE, key="问", date=day, hospital=hospital, year=year)
    with reading(office.desk.engine) as conn:
        found = read_standing(conn, EMPLOYEE, office.desk.chart("employee"), [asked], ())
    return standing_at(found.standings, hospital, year)


def recall(office: Office, **words: object) -> Row:
    """Write the row of a recall of the first hospital's money."""
    given = {"hospital": FIRST, "year": "2026", "date": "2026-03-01", **words}
    told = {"notified_on": "2026-03-01", "trigger": "agreement-ended", **given}
    return office.row("recall", **told)


def offset(office: Office, amount: str, settlement: str, **words: object) -> Row:
    """Write the row of an offset of the first hospital's settlement."""
    given = {"hospital": FIRST, "year": "2026", "date": "2026-03-18", "reason": "misuse", **words}
    return office.row(
        "settlement-offset", amount=amount, settlement=settlement, benefit="inpatient", **given
    )
