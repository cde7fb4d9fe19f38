"""对账函 in a year that has ended: its books, and how letters are sent and answered.

兰州市职工医保, 2026: 城关示范医院 was paid 600,000 and gave 450,000 back, 安宁示范医院 has given
all of its 200,000 back, 榆中示范卫生院 was never paid.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from ledger.basis.errors import Refused
from ledger.basis.money import yuan
from ledger.reports.letters.confirm_list import registers
from ledger.workflow.confirm.answers import record_answers
from ledger.workflow.confirm.letters import LettersAsked, Sent, send
from ledger.workflow.confirm.otherwise import check_otherwise
from ledger.workflow.drafting.review import approve
from tests.office import EMPLOYEE, FIRST, SECOND, Office, raw

if TYPE_CHECKING:
    from collections.abc import Callable

    from ledger.basis.errors import Finding

YEAR_END = date(2026, 12, 31)
MONTHS = [f"2026-{month:02d}" for month in range(1, 13)]


def year(office: Office) -> Office:
    """Give an office whose year has ended: 150,000 is left with 城关示范医院."""
    office.fund()
    office.on("2027-01-05")
    office.post(
        office.pay(FIRST, "600000.00", key="拨-1"),
        office.pay(SECOND, "200000.00", key="拨-2"),
        office.give_back(SECOND, "200000.00", key="还-2"),
        office.give_back(FIRST, "450000.00", key="还-1"),
    )
    return office


def sent(office: Office, cutoff: date = YEAR_END, **words: object) -> Sent:
    """Send the letters of a cut-off, and let another person approve them."""
    office.desk.operator = "制单乙"
    done = send(office.desk, LettersAsked(cutoff=cutoff, book=EMPLOYEE, **words))  # type: ignore[arg-type]
    office.approve()
    return done


def written_to(office: Office) -> Office:
    """Give an office that closed its months and wrote to both hospitals on 5 January."""
    year(office)
    office.close(*MONTHS, book=EMPLOYEE)
    sent(office)
    return office


def unanswered(office: Office) -> Office:
    """Give an office that wrote to both hospitals, and on 20 February has heard of neither."""
    written_to(office)
    office.on("2027-02-20")
    return office


def check(office: Office, *hospitals: str, chief: str = "主管丁") -> None:
    """Prepare a 替代核对 and let somebody approve it."""
    office.desk.operator = "制单乙"
    done = check_otherwise(
        office.desk,
        2026,
        book=EMPLOYEE,
        reason="逐笔核对支付令、银行回单",
        paper="替-1:2027-02-20",
        hospitals=hospitals,
    )
    office.desk.operator = chief
    approve(office.desk, [row.key for row in done.rows])


def answer(office: Office, *rows: dict[str, object]) -> None:
    """Record answers as a list, and let another person approve them."""
    office.desk.operator = "制单乙"
    whole = [
        {"cutoff": "2026-12-31", "number": f"回-{n}", "date": "2027-01-10", **row}
        for n, row in enumerate(rows)
    ]
    record_answers(office.desk, raw(whole, "回函.csv"), book=EMPLOYEE)
    office.approve()


def refused(act: Callable[[], object]) -> list[Finding]:
    """Give what an act is refused for."""
    with pytest.raises(Refused) as caught:
        act()
    return list(caught.value.findings)


def balances(done: Sent) -> dict[str, dict[int, str]]:
    """Say the balances on letters by hospital and prepayment year."""
    return {
        one.hospital: {year: yuan(found["balance"]) for year, found in one.sums.items()}
        for one in done.letters
    }


def states(office: Office, *, only_open: bool = False) -> dict[str, str]:
    """Say where each hospital's letter stands."""
    (report,) = registers(office.desk, EMPLOYEE, only_open=only_open)
    rows = report.tree["letters"]
    assert isinstance(rows, list)
    return {row["hospital"]: row["state"] for row in rows}
