"""October and November 2025: a typing error is stopped, too much is returned, a loss written off.

Nothing happens in the residents' book in October; it closes all the same.
"""

from __future__ import annotations

from datetime import date

from ledger.basis.money import yuan
from ledger.workflow.demo.hospitals import (
    CANGLING,
    FIRST_AFFILIATED,
    LIUWANKOU_CLINIC,
    SECOND_AFFILIATED,
    XINGTING_CLINIC,
    YANHE,
    prepayments,
)
from ledger.workflow.demo.rows import (
    EARLY_REASON,
    OLD_YEAR,
    Row,
    common,
    fen,
    old_repayment,
    paper,
    receipt,
    repayment,
)
from ledger.workflow.demo.steps import EMPLOYEE, RESIDENT, MonthClosed, Recorded, Rejected, Step

TOO_MUCH = fen("5,000.00")


def october() -> tuple[Step, ...]:
    """Stop a draft whose amount is not that of its receipt."""
    right = repayment(
        EMPLOYEE, date(2025, 10, 16), LIUWANKOU_CLINIC, prepayments(EMPLOYEE)[LIUWANKOU_CLINIC]
    )
    return (
        Rejected(
            day=date(2025, 10, 16),
            hour=10,
            note="柳湾口卫生院返还八万六千元，制单时把86写成68，审核对回单时驳回，改后重录。",
            book=EMPLOYEE,
            row={**right, "amount": "68000.00"},
            reason="金额与银行回单不符：回单86,000.00，单上68,000.00",
            mended=right,
        ),
        MonthClosed(
            day=date(2025, 11, 5),
            hour=16,
            note="十月结账：居民账套当月没有业务，照样结账留封签。",
            period="2025-10",
        ),
    )


def november() -> tuple[Step, ...]:
    """Hold what is too much and give it back; get large parts back; write off what is lost."""
    last_old = date(2025, 11, 20)
    large = date(2025, 11, 25)
    early = [
        {**repayment(EMPLOYEE, large, hospital, fen(amount)), "reason": EARLY_REASON}
        for hospital, amount in (
            (FIRST_AFFILIATED, "20,000,000.00"),
            (SECOND_AFFILIATED, "30,000,000.00"),
        )
    ]
    return (
        *returned_too_much(),
        Recorded(
            day=last_old,
            hour=10,
            note="苍岭医院还清旧周转金，居民账套的旧周转金全部收回。",
            rows=(old_repayment(RESIDENT, last_old, CANGLING, "350,000.00"),),
        ),
        Recorded(
            day=large,
            hour=10,
            note="陇上大学两家附属医院分批返还，先还一部分，免得年底集中付款。",
            rows=tuple(early),
        ),
        written_off(),
        MonthClosed(day=date(2025, 12, 4), hour=16, note="十一月结账。", period="2025-11"),
    )


def returned_too_much() -> tuple[Step, ...]:
    """Split one receipt: what is owed clears the prepayment, the 5,000.00 on top are held."""
    paid, refunded = date(2025, 11, 12), date(2025, 11, 19)
    owed = prepayments(EMPLOYEE)[XINGTING_CLINIC]
    money = receipt(EMPLOYEE, paid, f"from {XINGTING_CLINIC}", owed + TOO_MUCH)
    held: Row = {
        "amount": yuan(TOO_MUCH),
        "counterparty": XINGTING_CLINIC,
    }
    return (
        Recorded(
            day=paid,
            hour=10,
            note="杏汀路社区中心多汇五千元：欠多少收多少，多的记暂收款，预付金不会变成负数。",
            rows=(
                {**repayment(EMPLOYEE, paid, XINGTING_CLINIC, owed), "papers": [money]},
                {
                    **common("suspense", EMPLOYEE, paid, XINGTING_CLINIC),
                    **held,
                    "to": "1004",
                    "papers": [money],
                },
            ),
        ),
        Recorded(
            day=refunded,
            hour=10,
            note="核实后把多汇的五千元退回杏汀路社区中心，暂收款结清。",
            rows=(
                {
                    **common("suspense-out", EMPLOYEE, refunded, XINGTING_CLINIC),
                    **held,
                    "from": "1004",
                    "refund": "yes",
                    "papers": [receipt(EMPLOYEE, refunded, f"refund {XINGTING_CLINIC}", TOO_MUCH)],
                },
            ),
        ),
    )


def written_off() -> Recorded:
    """Write off what the court says is lost and the government approves (甘肃·五、六)."""
    day, lost = date(2025, 11, 27), fen("120,000.00")
    row: Row = {
        **common("write-off", EMPLOYEE, day, YANHE),
        "hospital": YANHE,
        "year": str(OLD_YEAR),
        "amount": yuan(lost),
        "papers": [
            paper(
                "court-document",
                "(2025)甘示执417号执行裁定书",
                date(2025, 9, 28),
                amount_fen=lost,
                sheets=3,
            ),
            paper(
                "government-approval",
                "兰政示〔2025〕8号",
                date(2025, 11, 21),
                amount_fen=lost,
                sheets=2,
            ),
        ],
    }
    return Recorded(
        day=day,
        hour=10,
        note="砚禾医院已无财产可执行：凭法院裁定和市政府批复核销余下的旧周转金，备查簿留记。",
        rows=(row,),
    )
