"""海南 2025: the transition year of a province that keeps one ledger (海南·九).

Applications by 31 July, payments by 30 September; of two funds that may pay, the one with
more months does; what is not back by 15 December is overdue.
"""

from __future__ import annotations

from datetime import date

from ledger.workflow.demo.areas import listed, staffed
from ledger.workflow.demo.hainan_december import returned
from ledger.workflow.demo.hainan_first import first_assessed
from ledger.workflow.demo.hainan_lists import (
    INSTITUTIONS,
    LUYU,
    QINGYU,
    prepayments,
)
from ledger.workflow.demo.hainan_reports import monthly_reports
from ledger.workflow.demo.hainan_second import second_year
from ledger.workflow.demo.rows import (
    allocation,
    fen,
    opening,
    paid_together,
    single_disbursement,
)
from ledger.workflow.demo.steps import (
    HAINAN,
    BankDescribed,
    BooksOpened,
    MonthClosed,
    Prevented,
    Recorded,
    Step,
    books_of,
)

EMPLOYEE, RESIDENT = books_of(HAINAN)
YEAR = 2025
OPENED = date(YEAR, 7, 1)
#: When each month is closed, and which.
CLOSES = (
    (date(YEAR, 8, 5), "七月结账。", "2025-07"),
    (date(YEAR, 9, 3), "八月结账。", "2025-08"),
    (date(YEAR, 10, 10), "九月结账。", "2025-09"),
    (date(YEAR, 11, 5), "十月结账：没有业务，照样结账。", "2025-10"),
    (date(YEAR, 12, 3), "十一月结账。", "2025-11"),
    (date(YEAR + 1, 1, 6), "十二月结账。", "2025-12"),
    (date(YEAR + 1, 2, 4), "一月结账。", "2026-01"),
    (date(YEAR + 1, 3, 4), "二月结账。", "2026-02"),
    (date(YEAR + 1, 4, 8), "三月结账，海南的故事到此为止。", "2026-03"),
)


def hainan() -> tuple[Step, ...]:
    """Tell 海南's two years."""
    steps = (*opened(), *first_assessed(), *paid())
    steps = (*steps, *returned(steps), *monthly_reports(), *second_year(), *closes())
    return tuple(sorted(steps, key=lambda step: (step.day, step.hour)))


def closes() -> tuple[Step, ...]:
    """Close every month of both books."""
    return tuple(
        MonthClosed(area=HAINAN, day=day, hour=15, note=note, period=period)
        for day, note, period in CLOSES
    )


def opened() -> tuple[Step, ...]:
    """Open the province's books in mid-year, with the balance of the 财政专户."""
    return (
        BooksOpened(
            area=HAINAN,
            day=OPENED,
            hour=9,
            note="建账：海南全省一本账，每家医院注明属地经办机构；账由谁记，建账时就要选定。",
            profile="hainan",
            start="2025-07",
            owner="province",
            reason="省中心统一收付、统一记账，属地经办机构按指令办理",
        ),
        *staffed(HAINAN, OPENED),
        listed(HAINAN, OPENED, INSTITUTIONS, "导入五家医院，各有属地经办机构。"),
        *(
            BankDescribed(
                area=HAINAN,
                day=OPENED,
                hour=hour,
                note=f"登记{word}医保预付金支出户。",
                book=book,
                account="1004",
                bank="琼岛示例银行椰汀支行",
                number=number,
            )
            for hour, word, book, number in (
                (12, "职工", EMPLOYEE, "460101990000208815"),
                (13, "居民", RESIDENT, "460101990000208823"),
            )
        ),
        Recorded(
            area=HAINAN,
            day=date(YEAR, 7, 2),
            hour=9,
            note="录入期初：两个险种财政专户的余额。",
            rows=(
                opening(EMPLOYEE, "1003", fen("19,208,114,630.42"), day=OPENED),
                opening(RESIDENT, "1003", fen("9,506,771,284.35"), day=OPENED),
            ),
        ),
    )


def approved() -> dict[str, int]:
    """Tell what each hospital is paid in 2025: everybody but the one at the threshold."""
    return {code: amount for code, amount in prepayments(YEAR).items() if code != QINGYU}


def paid() -> tuple[Step, ...]:
    """Allocate and pay before 30 September, from one fund only."""
    allocated, day, amounts = date(YEAR, 9, 5), date(YEAR, 9, 9), approved()
    total = sum(amounts.values())
    return (
        Recorded(
            area=HAINAN,
            day=allocated,
            hour=10,
            note="省财政按用款计划拨入职工支出户。",
            rows=(allocation(EMPLOYEE, allocated, total, number=1, planned=date(YEAR, 8, 27)),),
        ),
        Prevented(
            area=HAINAN,
            day=day,
            hour=9,
            note="有人想从居民基金拨付麓屿医院：今年由职工基金预付，居民账套录不进去，账户里也没有钱。",
            row=single_disbursement(RESIDENT, day, LUYU, amounts[LUYU]),
            codes=("FUND_GATE", "ACCOUNT_OVERDRAWN"),
        ),
        Recorded(
            area=HAINAN,
            day=day,
            hour=10,
            note="四家医院一批拨付，在过渡年9月30日的期限之前。",
            rows=paid_together(EMPLOYEE, day, amounts),
        ),
    )
