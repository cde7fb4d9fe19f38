"""January 2026: the year is closed, and the money that was late or overlooked is booked.

What comes back in 2026 for 2025 still clears the prepayment of 2025. January stays open.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ledger.workflow.demo.hospitals import YANHU_MATERNITY, ZHIYUAN_ORTHOPAEDIC
from ledger.workflow.demo.rows import YEAR, remittance, repayment
from ledger.workflow.demo.state import cash, owed
from ledger.workflow.demo.steps import (
    EMPLOYEE,
    RESIDENT,
    MonthClosed,
    Reconciled,
    Recorded,
    StatementImported,
    Step,
    YearClosed,
)

if TYPE_CHECKING:
    from collections.abc import Sequence


def january(so_far: Sequence[Step]) -> tuple[Step, ...]:
    """Close December and the year; then book what was found and what came late."""
    steps = (
        MonthClosed(
            day=date(2026, 1, 6),
            hour=16,
            note="十二月结账：支出户账面为零，冲抵列支当月结转。",
            period="2025-12",
        ),
        YearClosed(
            day=date(2026, 1, 7),
            hour=10,
            note="年结：没有还清的预付金带着医疗机构和预付年度转入2026年。",
            year=2025,
        ),
        *found(so_far),
        *late(so_far),
    )
    return (*steps, swept((*so_far, *steps)))


def found(so_far: Sequence[Step]) -> tuple[Step, ...]:
    """Find money that was in the bank on 25 December: its day stays, it books in January."""
    hospital, day = ZHIYUAN_ORTHOPAEDIC, date(2025, 12, 25)
    fen = owed(so_far, EMPLOYEE)[hospital, YEAR]
    row = repayment(EMPLOYEE, day, hospital, fen)
    summary = "补记2025年12月25日到账：兰州知远骨科医院返还2025年度医保预付金"
    return (
        StatementImported(
            day=date(2026, 1, 8),
            hour=9,
            note="出纳导入职工支出户十二月银行对账单并勾对：有一笔银行已收、本账未收。",
            book=EMPLOYEE,
            account="1004",
            period="2025-12",
            unbooked=((day, "退预付款", hospital, fen),),
        ),
        Recorded(
            day=date(2026, 1, 8),
            hour=10,
            note="对十二月银行对账单，发现知远骨科12月25日按时返还的款漏记："
            "十二月已结账，记在一月，事实日期仍是12月25日，不算逾期。",
            rows=({**row, "summary": summary},),
        ),
        Reconciled(
            day=date(2026, 1, 8),
            hour=11,
            note="再勾对，编制十二月余额调节表：未达账项只有这一笔，一月已入账；审核后固定。",
            book=EMPLOYEE,
            account="1004",
            period="2025-12",
        ),
    )


def late(so_far: Sequence[Step]) -> tuple[Step, ...]:
    """Let the late payer return, first one fund's money, then the other's."""
    return tuple(
        Recorded(
            day=day,
            hour=10,
            note=note,
            rows=(
                repayment(book, day, YANHU_MATERNITY, owed(so_far, book)[YANHU_MATERNITY, YEAR]),
            ),
        )
        for book, day, note in (
            (EMPLOYEE, date(2026, 1, 14), "砚湖妇产医院逾期返还职工预付金，仍冲2025年度的暂付款。"),
            (
                RESIDENT,
                date(2026, 1, 15),
                "砚湖妇产医院逾期返还居民预付金；明年核拨按甘肃·四减半。",
            ),
        )
    )


def swept(so_far: Sequence[Step]) -> Recorded:
    """Sweep what January brought."""
    day = date(2026, 1, 20)
    summary = "上解2026年1月收回的2025年度医保预付金至财政专户"
    return Recorded(
        day=day,
        hour=10,
        note="一月收回的款随即上解财政专户；2026年1月尚未结账，兰州的故事到此为止。",
        rows=tuple(
            remittance(book, day, cash(so_far, book), detail="principal", summary=summary)
            for book in (EMPLOYEE, RESIDENT)
        ),
    )
