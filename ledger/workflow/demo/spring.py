"""April to June 2025: mistakes of March are found and corrected, old 周转金 comes back.

The first half-year ends with the first sweep (上解) to the 财政专户.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ledger.workflow.demo.batches import single
from ledger.workflow.demo.hospitals import (
    CANGLING,
    CANGLING_CHINESE_MEDICINE,
    CHENGHE_CHINESE_MEDICINE,
    QINGLI,
    SECOND_AFFILIATED,
    TAOTING,
    TAOTING_REHABILITATION,
    YUNYA,
)
from ledger.workflow.demo.payments import (
    misplaced_payment,
    swapped_payments,
)
from ledger.workflow.demo.rows import (
    EARLY_REASON,
    Row,
    blue_disbursement,
    disbursement,
    document,
    fen,
    interest,
    old_repayment,
    paper,
    receipt,
    remittance,
    repayment,
)
from ledger.workflow.demo.state import returned_unswept
from ledger.workflow.demo.steps import (
    EMPLOYEE,
    RESIDENT,
    Corrected,
    MonthClosed,
    Prevented,
    Recorded,
    Step,
)

if TYPE_CHECKING:
    from collections.abc import Sequence


def april() -> tuple[Step, ...]:
    """Put the misplaced payment right: red on the wrong hospital, blue on the right one.

    It shows when the wrong hospital's own payment, late for a reason, does not fit any more.
    """
    wrong, found = misplaced_payment(), date(2025, 4, 15)
    own = late_payment()
    return (
        Prevented(
            day=date(2025, 4, 14),
            hour=15,
            note="桃汀医院的新账号四月才备案，当天付款；录入时被拒：它名下已记一笔一百二十八万余元，"
            "再记就超出核定。",
            row=own,
            codes=("LIMIT_EXCEEDED",),
        ),
        Corrected(
            day=found,
            hour=10,
            note="一查，那笔是桃汀康复医院的：红字注销三月的错账，蓝字记回桃汀康复医院。",
            book=EMPLOYEE,
            vouchers=(str(wrong["key"]),),
            rows=(blue_disbursement(wrong, found, hospital=TAOTING_REHABILITATION),),
        ),
        Recorded(
            day=found,
            hour=11,
            note="更正之后，桃汀医院的拨付照原样录入；晚于三月底，理由写在原因栏里。",
            rows=(own,),
        ),
        Recorded(
            day=date(2025, 4, 22),
            hour=10,
            note="旧周转金开始收回：陇上二院还一部分，青砾医院还清。",
            rows=(
                old_repayment(EMPLOYEE, date(2025, 4, 22), SECOND_AFFILIATED, "2,000,000.00"),
                old_repayment(RESIDENT, date(2025, 4, 22), QINGLI, "900,000.00"),
            ),
        ),
        MonthClosed(day=date(2025, 5, 8), hour=16, note="四月结账。", period="2025-04"),
    )


def late_payment() -> Row:
    """Write the one payment after 31 March (甘肃·四), with its reason and what proves it."""
    day, amount = date(2025, 4, 14), single(EMPLOYEE, TAOTING)
    money = receipt(EMPLOYEE, day, TAOTING, amount)
    agreed = paper("special-document", document(EMPLOYEE, "财社函", day, "11"), day)
    row = disbursement(EMPLOYEE, day, TAOTING, amount, money=money, proof=(agreed,))
    return {**row, "reason": "other: 开户行撤并，新账号4月11日才完成备案，经市财政局同意推迟拨付"}


def may() -> tuple[Step, ...]:
    """Let money come back, some of it for a payment that is booked on the wrong hospital."""
    early = repayment(RESIDENT, date(2025, 5, 20), CANGLING_CHINESE_MEDICINE, fen("500,000.00"))
    return (
        Recorded(
            day=date(2025, 5, 15),
            hour=10,
            note="澄河中医院还清职工旧周转金。",
            rows=(
                old_repayment(
                    EMPLOYEE, date(2025, 5, 15), CHENGHE_CHINESE_MEDICINE, "1,800,000.00"
                ),
            ),
        ),
        Recorded(
            day=date(2025, 5, 20),
            hour=10,
            note="苍岭中医院采购计划调减，提前返还五十万元；它的拨付此时还记反着。",
            rows=({**early, "reason": EARLY_REASON},),
        ),
        MonthClosed(day=date(2025, 6, 6), hour=16, note="五月结账。", period="2025-05"),
    )


def june(so_far: Sequence[Step]) -> tuple[Step, ...]:
    """Correct the swapped payments as one unit, and sweep what has come back."""
    (first, second), found = swapped_payments(), date(2025, 6, 12)
    steps: tuple[Step, ...] = (
        Corrected(
            day=found,
            hour=10,
            note="苍岭两家医院的拨付记反了，苍岭中医院已返还五十万元：单独注销它名下的那张"
            "会使它的余额变成负数，所以两张凭证作为一个整体更正。",
            book=RESIDENT,
            vouchers=(str(first["key"]), str(second["key"])),
            rows=(
                blue_disbursement(first, found, hospital=CANGLING_CHINESE_MEDICINE),
                blue_disbursement(second, found, hospital=CANGLING),
            ),
        ),
        Recorded(
            day=date(2025, 6, 18),
            hour=10,
            note="陇上二院、云崖医院还清旧周转金。",
            rows=(
                old_repayment(EMPLOYEE, date(2025, 6, 18), SECOND_AFFILIATED, "1,500,000.00"),
                old_repayment(RESIDENT, date(2025, 6, 18), YUNYA, "760,000.00"),
            ),
        ),
        Recorded(
            day=date(2025, 6, 23),
            hour=10,
            note="银行二季度结息，21日是周六，周一取回单入账。",
            rows=(
                interest(EMPLOYEE, date(2025, 6, 21), "8,352.44"),
                interest(RESIDENT, date(2025, 6, 21), "3,977.18"),
            ),
        ),
    )
    closed = MonthClosed(day=date(2025, 7, 4), hour=16, note="六月结账。", period="2025-06")
    return (*steps, swept((*so_far, *steps)), closed)


def swept(so_far: Sequence[Step]) -> Recorded:
    """Sweep what has come back in the first half-year."""
    day = date(2025, 6, 30)
    summary = "上解2025年上半年收回的医保预付金和旧周转金至财政专户"
    return Recorded(
        day=day,
        hour=10,
        note="上半年收回的本金先上解一次财政专户，不在支出户久留。",
        rows=tuple(
            remittance(
                book, day, returned_unswept(so_far, book), detail="principal", summary=summary
            )
            for book in (EMPLOYEE, RESIDENT)
        ),
    )
