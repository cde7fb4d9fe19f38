"""February and March 2025: 财政 allocates, and the hospitals are paid in batches and singly.

By the end of March (甘肃·四) all but one have their money; two mistakes were booked that nobody
has noticed yet.
"""

from __future__ import annotations

from datetime import date

from ledger.workflow.demo.batches import SINGLES, batches, single
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
    misbooked,
    paid_together,
    single_disbursement,
)
from ledger.workflow.demo.steps import EMPLOYEE, RESIDENT, MonthClosed, Recorded, Step

BOOKS = (EMPLOYEE, RESIDENT)
PLANNED = date(2025, 2, 20)


def first_batches() -> tuple[Step, ...]:
    """Pay the public hospitals of the second and third level."""
    day = date(2025, 2, 26)
    first = {book: batches(book)[0] for book in BOOKS}
    return (
        Recorded(
            day=day,
            hour=10,
            note="按核定报用款计划，财政把第一批预付金拨入两个支出户，金额就是第一批名单的合计。",
            rows=tuple(
                allocation(book, day, sum(first[book].values()), number=1, planned=PLANNED)
                for book in BOOKS
            ),
        ),
        MonthClosed(day=date(2025, 3, 4), hour=16, note="二月结账。", period="2025-02"),
        Recorded(
            day=date(2025, 3, 5),
            hour=10,
            note="职工第一批：二级、三级公立医院，一张批量代付回单，一家一张凭证；陇上一院分两次付。",
            rows=paid_together(EMPLOYEE, date(2025, 3, 5), first[EMPLOYEE]),
        ),
        Recorded(
            day=date(2025, 3, 6),
            hour=10,
            note="居民第一批：二级、三级公立医院，同样一张批量代付回单。",
            rows=paid_together(RESIDENT, date(2025, 3, 6), first[RESIDENT]),
        ),
    )


def second_batches() -> tuple[Step, ...]:
    """Pay everybody else: private hospitals, community clinics and 卫生院."""
    day = date(2025, 3, 14)
    second = {book: batches(book)[1] for book in BOOKS}
    rest = {
        book: sum(second[book].values()) + sum(single(book, each) for each in SINGLES[book])
        for book in BOOKS
    }
    return (
        Recorded(
            day=day,
            hour=10,
            note="财政拨入第二批，包含其余医疗机构和需要单笔支付的几家。",
            rows=tuple(
                allocation(book, day, rest[book], number=2, planned=PLANNED) for book in BOOKS
            ),
        ),
        Recorded(
            day=date(2025, 3, 18),
            hour=10,
            note="职工第二批：非公立医院和基层机构；测算不足5000元、10000元的按定额核拨。",
            rows=paid_together(EMPLOYEE, date(2025, 3, 18), second[EMPLOYEE]),
        ),
        Recorded(
            day=date(2025, 3, 19),
            hour=10,
            note="居民第二批：非公立医院和基层机构。",
            rows=paid_together(RESIDENT, date(2025, 3, 19), second[RESIDENT]),
        ),
    )


def singles() -> tuple[Step, ...]:
    """Pay the last ones one by one, and book three of these payments on the wrong hospital."""
    again = prepayments(EMPLOYEE)[HENGYAN]
    return (
        Recorded(
            day=date(2025, 3, 24),
            hour=10,
            note="单笔支付苍岭的两家医院，制单时把两张回单记反了：都没有超出各自的核定，没有人发现。",
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
            note="支付桃汀康复医院，却记到了名称相近、还没有拨付的安宁区桃汀医院名下。",
            rows=(misplaced_payment(),),
        ),
    )


def swapped_payments() -> tuple[Row, Row]:
    """Write the two payments as they were booked: each hospital with the other's money."""
    day = date(2025, 3, 24)
    amounts = {code: single(RESIDENT, code) for code in (CANGLING_CHINESE_MEDICINE, CANGLING)}
    ordered = sum(amounts.values())
    rows = [
        single_disbursement(RESIDENT, day, code, amount, ordered_fen=ordered)
        for code, amount in amounts.items()
    ]
    return misbooked(rows[0], CANGLING), misbooked(rows[1], CANGLING_CHINESE_MEDICINE)


def misplaced_payment() -> Row:
    """Write the payment as it was booked: on a hospital with a similar name."""
    amount = single(EMPLOYEE, TAOTING_REHABILITATION)
    day = date(2025, 3, 26)
    return misbooked(single_disbursement(EMPLOYEE, day, TAOTING_REHABILITATION, amount), TAOTING)
