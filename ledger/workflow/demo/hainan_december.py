"""海南, December 2025: the money comes back by the 15th, what does not is offset, the year ends."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ledger.basis.money import yuan
from ledger.workflow.demo.hainan_lists import HAIPING, LANTING, LUYU, UNIVERSITY
from ledger.workflow.demo.rows import (
    Row,
    common,
    fen,
    paper,
    receipt,
    remittance,
    repayment,
)
from ledger.workflow.demo.state import cash, owed
from ledger.workflow.demo.steps import HAINAN, HAINAN_EMPLOYEE, Recorded, Step, YearClosed

if TYPE_CHECKING:
    from collections.abc import Sequence

EMPLOYEE = HAINAN_EMPLOYEE
YEAR = 2025
OVERDUE, SETTLED = fen("986,950.27"), fen("2,150,000.00")


def returned(so_far: Sequence[Step]) -> tuple[Step, ...]:
    """Let the money come back by 15 December; offset what did not, and close the year."""
    debts = owed(so_far, EMPLOYEE)
    back = (
        (date(YEAR, 12, 10), UNIVERSITY, 0, "琼汀大学附属医院全额返还。"),
        (date(YEAR, 12, 12), LUYU, 0, "麓屿医院全额返还。"),
        (date(YEAR, 12, 15), LANTING, 0, "澜汀医院在期限当天返还。"),
        (date(YEAR, 12, 15), HAIPING, OVERDUE, "海坪医院到期还差九十八万余元，逾期了。"),
    )
    steps = tuple(
        Recorded(
            area=HAINAN,
            day=day,
            hour=10 if hospital != HAIPING else 15,
            note=note,
            rows=(repayment(EMPLOYEE, day, hospital, debts[hospital, YEAR] - left),),
        )
        for day, hospital, left, note in back
    )
    steps = (*steps, offset())
    return (
        *steps,
        swept((*so_far, *steps)),
        YearClosed(
            area=HAINAN,
            day=date(YEAR + 1, 1, 7),
            hour=11,
            note="年结：2025年度预付金全部收回或冲抵。",
            year=YEAR,
        ),
    )


def offset() -> Recorded:
    """Offset the overdue part against December's settlement of the same fund (海南·五(五))."""
    day = date(YEAR, 12, 24)
    row: Row = {
        **common("settlement-offset", EMPLOYEE, day, HAIPING),
        "hospital": HAIPING,
        "year": str(YEAR),
        "amount": yuan(OVERDUE),
        "settlement": yuan(SETTLED),
        "settlement_fund": "employee",
        "settlement_month": f"{YEAR}-12",
        "benefit": "inpatient",
        "reason": "逾期未返还，从12月结算款中冲抵",
        "papers": [
            paper("settlement-sheet", f"结算示{day:%m%d}-{HAIPING[1:]}", day, amount_fen=SETTLED),
            paper("offset-decision", f"冲抵示{day:%m%d}-{HAIPING[1:]}", day),
            receipt(EMPLOYEE, day, f"settlement {HAIPING}", SETTLED - OVERDUE),
        ],
    }
    return Recorded(
        area=HAINAN,
        day=day,
        hour=10,
        note="海坪医院逾期部分从12月职工住院结算中冲抵：同一险种，支出按结算全额列。",
        rows=(row,),
    )


def swept(so_far: Sequence[Step]) -> Recorded:
    """Give what is left in the 支出户 back to the 财政专户; no day is named for it (A-13)."""
    day = date(YEAR, 12, 30)
    row = remittance(
        EMPLOYEE,
        day,
        cash(so_far, EMPLOYEE),
        detail="principal",
        summary="上解2025年收回的医保预付金至财政专户",
    )
    return Recorded(
        area=HAINAN, day=day, hour=10, note="收回的本金上解财政专户，支出户清零。", rows=(row,)
    )
