"""February and March 2025: 财政 allocates, the hospitals are paid, and three things go wrong.

By the end of March (甘肃·四) every hospital has its money. One payment bounced and was paid
again; two mistakes were booked that nobody has noticed yet.
"""

from __future__ import annotations

from datetime import date

from ledger.basis.money import yuan
from ledger.workflow.demo.batches import SINGLES, batch, batches, total
from ledger.workflow.demo.hospitals import (
    CANGLING,
    CANGLING_CHINESE_MEDICINE,
    HENGYAN,
    TAOTING,
    TAOTING_REHABILITATION,
    prepayments,
)
from ledger.workflow.demo.rows import (
    Row,
    allocation,
    common,
    interest,
    misbooked,
    receipt,
    single_disbursement,
)
from ledger.workflow.demo.steps import EMPLOYEE, RESIDENT, MonthClosed, Recorded, Step


def first_batches() -> tuple[Step, ...]:
    """Pay the public hospitals of the second and third level."""
    employee, resident = batches(EMPLOYEE)[0], batches(RESIDENT)[0]
    return (
        Recorded(
            day=date(2025, 2, 26),
            hour=10,
            note="财政按用款计划把第一批预付金拨入两个支出户，金额就是第一批名单的合计。",
            rows=(
                allocation(EMPLOYEE, date(2025, 2, 26), total(EMPLOYEE, employee), number=1),
                allocation(RESIDENT, date(2025, 2, 26), total(RESIDENT, resident), number=1),
            ),
        ),
        MonthClosed(day=date(2025, 3, 4), hour=16, note="二月结账。", period="2025-02"),
        Recorded(
            day=date(2025, 3, 5),
            hour=10,
            note="职工第一批：二级、三级公立医院，一张批量代付回单，一家一张凭证。",
            rows=batch(EMPLOYEE, date(2025, 3, 5), employee),
        ),
        Recorded(
            day=date(2025, 3, 6),
            hour=10,
            note="居民第一批：二级、三级公立医院，同样一张批量代付回单。",
            rows=batch(RESIDENT, date(2025, 3, 6), resident),
        ),
    )


def second_batches() -> tuple[Step, ...]:
    """Pay everybody else: private hospitals, community clinics and 卫生院."""
    employee, resident = batches(EMPLOYEE)[1], batches(RESIDENT)[1]
    day = date(2025, 3, 14)
    return (
        Recorded(
            day=day,
            hour=10,
            note="财政拨入第二批，包含其余医疗机构和需要单笔支付的几家。",
            rows=(
                allocation(
                    EMPLOYEE, day, total(EMPLOYEE, (*employee, *SINGLES[EMPLOYEE])), number=2
                ),
                allocation(
                    RESIDENT, day, total(RESIDENT, (*resident, *SINGLES[RESIDENT])), number=2
                ),
            ),
        ),
        Recorded(
            day=date(2025, 3, 18),
            hour=10,
            note="职工第二批：非公立医院和基层机构；测算不足5000元、10000元的按定额核拨。",
            rows=batch(EMPLOYEE, date(2025, 3, 18), employee),
        ),
        Recorded(
            day=date(2025, 3, 19),
            hour=10,
            note="居民第二批：非公立医院和基层机构。",
            rows=batch(RESIDENT, date(2025, 3, 19), resident),
        ),
    )


def bounced_and_paid_again() -> tuple[Step, ...]:
    """Show 退汇: the bank gives a payment back, and the hospital is paid on its new account."""
    amount = prepayments(EMPLOYEE)[HENGYAN]
    paid, returned = date(2025, 3, 18), date(2025, 3, 20)
    back: Row = {
        **common("payment-return", EMPLOYEE, returned, HENGYAN),
        "hospital": HENGYAN,
        "year": "2025",
        "amount": yuan(amount),
        "to": "1004",
        "disbursement": common("disbursement", EMPLOYEE, paid, HENGYAN)["key"],
        "papers": [receipt(EMPLOYEE, returned, "bounced", amount)],
    }
    return (
        Recorded(
            day=returned,
            hour=15,
            note="恒砚医院户名有误，银行原路退回：退汇不是返还，医院从没拿到过这笔钱。",
            rows=(back,),
        ),
        Recorded(
            day=date(2025, 3, 21),
            hour=10,
            note="银行一季度结息，职工、居民各一笔。",
            rows=(
                interest(EMPLOYEE, date(2025, 3, 21), "41,286.17"),
                interest(RESIDENT, date(2025, 3, 21), "18,640.52"),
            ),
        ),
    )


def singles() -> tuple[Step, ...]:
    """Pay the last ones one by one, and book three of these payments on the wrong hospital."""
    again = prepayments(EMPLOYEE)[HENGYAN]
    return (
        Recorded(
            day=date(2025, 3, 24),
            hour=10,
            note="单笔支付苍岭的两家医院，制单时把两张回单记反了，当时没有人发现。",
            rows=swapped_payments(),
        ),
        Recorded(
            day=date(2025, 3, 25),
            hour=10,
            note="恒砚医院更正户名后重新支付。",
            rows=(single_disbursement(EMPLOYEE, date(2025, 3, 25), HENGYAN, again),),
        ),
        Recorded(
            day=date(2025, 3, 26),
            hour=10,
            note="支付桃汀康复医院，却记到了名称相近的安宁区桃汀医院名下。",
            rows=(misplaced_payment(),),
        ),
        MonthClosed(
            day=date(2025, 4, 8),
            hour=16,
            note="三月结账：当年预付金已在三月底前全部核拨。",
            period="2025-03",
        ),
    )


def swapped_payments() -> tuple[Row, Row]:
    """Write the two payments as they were booked: each hospital with the other's money."""
    day, amounts = date(2025, 3, 24), prepayments(RESIDENT)
    rows = [
        single_disbursement(RESIDENT, day, hospital, amounts[hospital])
        for hospital in (CANGLING_CHINESE_MEDICINE, CANGLING)
    ]
    return misbooked(rows[0], CANGLING), misbooked(rows[1], CANGLING_CHINESE_MEDICINE)


def misplaced_payment() -> Row:
    """Write the payment as it was booked: on a hospital with a similar name."""
    amount = prepayments(EMPLOYEE)[TAOTING_REHABILITATION]
    day = date(2025, 3, 26)
    return misbooked(single_disbursement(EMPLOYEE, day, TAOTING_REHABILITATION, amount), TAOTING)
