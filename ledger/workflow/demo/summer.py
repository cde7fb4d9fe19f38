"""July to September 2025: a hospital is renamed, two merge, some return a part early."""

from __future__ import annotations

from datetime import date

from ledger.basis.money import yuan
from ledger.workflow.demo.hospitals import (
    HENGYAN,
    LICHUAN,
    MUHE,
    QINGLI,
    SHILIU_CLINIC,
    SONGYING_CLINIC,
    TAOTING,
    YANHE,
    YANPING,
    bank_account,
    prepayments,
    renamed_rows,
)
from ledger.workflow.demo.registers import recall
from ledger.workflow.demo.rows import (
    EARLY_REASON,
    Row,
    common,
    fen,
    interest,
    old_repayment,
    paper,
    repayment,
)
from ledger.workflow.demo.steps import (
    EMPLOYEE,
    RESIDENT,
    HospitalsImported,
    MonthClosed,
    Recorded,
    Step,
)


def july() -> tuple[Step, ...]:
    """Rename a hospital; get a little from a closed one through the court."""
    day = date(2025, 7, 16)
    enforced: Row = {
        **old_repayment(EMPLOYEE, day, YANHE, "36,000.00"),
        "payer_account": bank_account("法院执行款专户"),
        "reason": "法院强制执行到账，由执行款专户转入",
    }
    early = [
        {**repayment(book, day, YANPING, fen(amount)), "reason": EARLY_REASON}
        for book, amount in ((EMPLOYEE, "10,000,000.00"), (RESIDENT, "2,000,000.00"))
    ]
    return (
        HospitalsImported(
            day=date(2025, 7, 7),
            hour=9,
            note="沐河医院更名为沐河中心医院：名单里多一个版本，已打开的账页不改。",
            rows=renamed_rows(MUHE, name="兰州市沐河中心医院", valid_from="2025-07-01"),
        ),
        Recorded(
            day=date(2025, 7, 10),
            hour=10,
            note="桃汀医院还清旧周转金。",
            rows=(old_repayment(EMPLOYEE, date(2025, 7, 10), TAOTING, "640,000.00"),),
        ),
        Recorded(
            day=day,
            hour=10,
            note="停业的砚禾医院经法院执行追回一小部分；雁屏医院自愿提前返还一部分。",
            rows=(enforced, *early),
        ),
        MonthClosed(day=date(2025, 8, 5), hour=16, note="七月结账。", period="2025-07"),
    )


def august() -> tuple[Step, ...]:
    """Merge one community clinic into another, in both books."""
    day = date(2025, 8, 20)
    document = paper("restructuring", "城卫健示〔2025〕36号", date(2025, 8, 15), sheets=2)
    rows: list[Row] = [
        {
            **common("succession", book, day, SHILIU_CLINIC),
            "hospital": SHILIU_CLINIC,
            "year": "2025",
            "amount": yuan(prepayments(book)[SHILIU_CLINIC]),
            "successor": SONGYING_CLINIC,
            "reason": "机构合并",
            "papers": [document],
        }
        for book in (EMPLOYEE, RESIDENT)
    ]
    notified = date(2025, 8, 18)
    return (
        Recorded(
            day=notified,
            hour=10,
            note="石榴巷中心要合并：按甘肃·六(二)登记收回通知，从此不能再给它拨付。",
            rows=tuple(
                recall(
                    book,
                    date(2025, 8, 15),
                    SHILIU_CLINIC,
                    trigger="split-or-merger",
                    notified=notified,
                )
                for book in (EMPLOYEE, RESIDENT)
            ),
        ),
        Recorded(
            day=day,
            hour=10,
            note="石榴巷社区卫生服务中心并入松影街社区卫生服务中心，所欠预付金由后者承接。",
            rows=tuple(rows),
        ),
        MonthClosed(day=date(2025, 9, 4), hour=16, note="八月结账。", period="2025-08"),
    )


def september() -> tuple[Step, ...]:
    """Get back what the merger calls for, more old 周转金, and a part of this year's."""
    taken_over = [
        {
            **repayment(book, date(2025, 9, 10), SONGYING_CLINIC, prepayments(book)[SHILIU_CLINIC]),
            "reason": "机构合并，按甘肃·六(二)及时收回",
        }
        for book in (EMPLOYEE, RESIDENT)
    ]
    early = repayment(EMPLOYEE, date(2025, 9, 26), QINGLI, fen("3,000,000.00"))
    return (
        Recorded(
            day=date(2025, 9, 10),
            hour=10,
            note="机构合并应及时收回：松影街中心返还承接来的预付金。",
            rows=tuple(taken_over),
        ),
        Recorded(
            day=date(2025, 9, 16),
            hour=10,
            note="恒砚医院、梨川医院还清旧周转金。",
            rows=(
                old_repayment(EMPLOYEE, date(2025, 9, 16), HENGYAN, "220,000.00"),
                old_repayment(RESIDENT, date(2025, 9, 16), LICHUAN, "480,000.00"),
            ),
        ),
        Recorded(
            day=date(2025, 9, 22),
            hour=10,
            note="银行三季度结息，21日是周日，次日入账。",
            rows=(
                interest(EMPLOYEE, date(2025, 9, 21), "12,908.63"),
                interest(RESIDENT, date(2025, 9, 21), "5,120.36"),
            ),
        ),
        Recorded(
            day=date(2025, 9, 26),
            hour=10,
            note="青砾医院自愿提前返还一部分。",
            rows=({**early, "reason": EARLY_REASON},),
        ),
        MonthClosed(day=date(2025, 10, 10), hour=16, note="九月结账。", period="2025-09"),
    )
