"""January 2025: people, hospitals and bank accounts are told, and the old balances taken over."""

from __future__ import annotations

from datetime import date

from ledger.workflow.demo.hospitals import (
    CANGLING,
    CHENGHE_CHINESE_MEDICINE,
    HENGYAN,
    LICHUAN,
    QINGLI,
    SECOND_AFFILIATED,
    TAOTING,
    YANHE,
    YUNYA,
    hospital_rows,
)
from ledger.workflow.demo.rows import fen, old_prepayment, opening, stated
from ledger.workflow.demo.steps import (
    ADMIN,
    AREA,
    CASHIER,
    EMPLOYEE,
    RESIDENT,
    TEAMS,
    BankDescribed,
    BooksOpened,
    HospitalsImported,
    MonthClosed,
    OperatorsAdded,
    Recorded,
    Step,
)


def setting_up() -> tuple[Step, ...]:
    """Tell the program who acts, who may be paid, and through which accounts."""
    team = TEAMS[AREA]
    return (
        BooksOpened(
            day=date(2025, 1, 2),
            hour=9,
            note="建账：兰州市职工、居民两个账套，采用甘肃的政策方案。",
            profile="gansu",
            start="2025-01",
        ),
        OperatorsAdded(
            day=date(2025, 1, 2),
            hour=10,
            note="登记操作员：制单、审核、记账分属三人；会计主管另审特殊情况，出纳不兼审核和记账。",
            operators=(
                (ADMIN, ("admin",)),
                (team.preparer, ("preparer",)),
                (team.approver, ("approver",)),
                (team.chief, ("approver", "poster", "chief")),
                (CASHIER, ("cashier",)),
            ),
        ),
        HospitalsImported(
            day=date(2025, 1, 2),
            hour=11,
            note="导入收治住院的定点医疗机构四十一家，从省级三甲到乡镇卫生院，公立、非公立都有。",
            rows=hospital_rows(),
        ),
        BankDescribed(
            day=date(2025, 1, 2),
            hour=12,
            note="登记职工医保预付金支出户：专用账户，只走本账套的钱，利息也归本账套。",
            book=EMPLOYEE,
            account="1004",
            bank="陇原示例银行雁屏支行",
            number="620101880000417302",
        ),
        BankDescribed(
            day=date(2025, 1, 2),
            hour=13,
            note="登记居民医保预付金支出户：与职工分户，两个基金的钱不混。",
            book=RESIDENT,
            account="1004",
            bank="陇原示例银行雁屏支行",
            number="620101880000417310",
        ),
    )


def taking_over() -> tuple[Step, ...]:
    """Take over the balances of the end of 2024, with old 周转金 hospital by hospital."""
    return (
        Recorded(
            day=date(2025, 1, 3),
            hour=9,
            note="录入职工期初：财政专户、支出户余额，以及五家医院未还清的2023年度旧周转金。",
            rows=stated(
                opening(EMPLOYEE, "1003", fen("6,238,417,905.36")),
                opening(EMPLOYEE, "1004", fen("1,203,518.46")),
                old_prepayment(EMPLOYEE, SECOND_AFFILIATED, fen("3,500,000.00")),
                old_prepayment(EMPLOYEE, CHENGHE_CHINESE_MEDICINE, fen("1,800,000.00")),
                old_prepayment(EMPLOYEE, TAOTING, fen("640,000.00")),
                old_prepayment(EMPLOYEE, HENGYAN, fen("220,000.00")),
                old_prepayment(EMPLOYEE, YANHE, fen("156,000.00")),
            ),
        ),
        Recorded(
            day=date(2025, 1, 3),
            hour=11,
            note="录入居民期初：财政专户、支出户余额，以及四家医院的2023年度旧周转金。",
            rows=stated(
                opening(RESIDENT, "1003", fen("2,051,668,240.18")),
                opening(RESIDENT, "1004", fen("486,209.73")),
                old_prepayment(RESIDENT, QINGLI, fen("900,000.00")),
                old_prepayment(RESIDENT, YUNYA, fen("760,000.00")),
                old_prepayment(RESIDENT, LICHUAN, fen("480,000.00")),
                old_prepayment(RESIDENT, CANGLING, fen("350,000.00")),
            ),
        ),
    )


def january_closed() -> tuple[Step, ...]:
    """Close a month in which no money moved."""
    return (
        MonthClosed(
            day=date(2025, 2, 10),
            hour=16,
            note="一月结账：只有期初和登记事项，没有收付，照样结账留封签。",
            period="2025-01",
        ),
    )
