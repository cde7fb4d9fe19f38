"""张掖 2026: a county that may not use 1003, and the city from which its money comes.

What the city passes down stands in its 1101 and in the county's 2001, and both agree at the
end of every month (上下级核对).
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ledger.basis.money import yuan
from ledger.workflow.demo.areas import staffed
from ledger.workflow.demo.county import AMOUNTS, XUEQUAN, county_assessed, county_opened
from ledger.workflow.demo.rows import (
    EARLY_REASON,
    Row,
    allocation,
    common,
    fen,
    opening,
    paid_together,
    receipt,
    repayment,
)
from ledger.workflow.demo.steps import (
    CITY,
    CITY_EMPLOYEE,
    COUNTY,
    COUNTY_EMPLOYEE,
    BooksOpened,
    MonthClosed,
    PolicyChosen,
    Prevented,
    Recorded,
    Step,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

YEAR = 2026
OPENED = date(YEAR, 1, 5)
RETURNED = fen("600,000.00")
#: When each month is closed, and which.
CLOSES = (
    (date(YEAR, 2, 5), "一月", "2026-01"),
    (date(YEAR, 3, 4), "二月", "2026-02"),
    (date(YEAR, 4, 8), "三月", "2026-03"),
    (date(YEAR, 5, 7), "四月", "2026-04"),
)


def zhangye() -> tuple[Step, ...]:
    """Tell 张掖市 and 民乐县 from January to April 2026, in the order of days."""
    steps = (
        *city_opened(),
        *county_opened(),
        *county_assessed(),
        *passed_down(),
        *passed_up(),
        *closes(),
    )
    return tuple(sorted(steps, key=lambda step: (step.day, step.hour)))


def city_opened() -> tuple[Step, ...]:
    """Open the city's books, with the balance of the 财政专户."""
    return (
        BooksOpened(
            area=CITY,
            day=OPENED,
            hour=9,
            note="建账：张掖市级账套，甘肃方案之上另有张掖一层：逾期的次年不再拨付。",
            profile="zhangye",
            start="2026-01",
        ),
        *staffed(CITY, OPENED),
        Recorded(
            area=CITY,
            day=OPENED,
            hour=14,
            note="录入市级职工期初：财政专户余额。",
            rows=(opening(CITY_EMPLOYEE, "1003", fen("1,286,540,337.62"), day=date(YEAR, 1, 1)),),
        ),
    )


def passed_down() -> tuple[Step, ...]:
    """Let the county's money come from the city, and pay the hospitals out of the 支出户."""
    day, paid = date(YEAR, 3, 3), date(YEAR, 3, 10)
    total = sum(AMOUNTS.values())
    received = allocation(
        COUNTY_EMPLOYEE, day, total, number=1, planned=date(YEAR, 2, 10), upper_area=CITY
    )
    return (
        Prevented(
            area=COUNTY,
            day=day,
            hour=9,
            note="县级不得使用1003：市里拨来的款记在哪个科目没有文件规定，程序先问，不猜。",
            row=received,
            codes=("CHOICE_MISSING",),
        ),
        PolicyChosen(
            area=COUNTY,
            day=day,
            hour=10,
            note="选定口径：县里没有财政专户的账，记2001上级经办机构拨入，年末与市里核对。",
            name="county_counter",
            reading="upper_agency",
        ),
        Recorded(
            area=CITY,
            day=day,
            hour=11,
            note="市级从财政专户下拨民乐县，记1101拨付下级经办机构。",
            rows=(passed("pass-down", day, total, {"from": "1003"}),),
        ),
        Recorded(
            area=COUNTY,
            day=day,
            hour=14,
            note="民乐县收到市级下拨，记2001上级经办机构拨入，与市级一分不差。",
            rows=(received,),
        ),
        Recorded(
            area=COUNTY,
            day=paid,
            hour=10,
            note="民乐县从支出户拨付两家医院。",
            rows=paid_together(COUNTY_EMPLOYEE, paid, AMOUNTS),
        ),
    )


def passed_up() -> tuple[Step, ...]:
    """Let a part come back early and go up to the city."""
    day, up = date(YEAR, 4, 15), date(YEAR, 4, 20)
    early = repayment(COUNTY_EMPLOYEE, day, XUEQUAN, RETURNED, year=YEAR)
    row: Row = {
        **common("remittance", COUNTY_EMPLOYEE, up, "principal"),
        "amount": yuan(RETURNED),
        "upper_area": CITY,
        "papers": [receipt(COUNTY_EMPLOYEE, up, "remittance principal", RETURNED)],
    }
    return (
        Recorded(
            area=COUNTY,
            day=day,
            hour=10,
            note="雪泉医院采购计划调减，自愿提前返还六十万元。",
            rows=({**early, "reason": EARLY_REASON},),
        ),
        Recorded(
            area=COUNTY,
            day=up,
            hour=10,
            note="民乐县把收回的六十万元上解市级，冲减2001。",
            rows=(row,),
        ),
        Recorded(
            area=CITY,
            day=up,
            hour=11,
            note="市级收回下拨六十万元，两边余额仍然相等：report agency-tie 可核对。",
            rows=(passed("pass-up", up, RETURNED, {"to": "1003"}),),
        ),
    )


def passed(kind: str, day: date, amount_fen: int, bank: Mapping[str, str]) -> Row:
    """Write what the city passes down to the county, or gets back."""
    return {
        **common(kind, CITY_EMPLOYEE, day, COUNTY),
        "lower_area": COUNTY,
        "year": str(YEAR),
        "amount": yuan(amount_fen),
        **bank,
        "papers": [receipt(CITY_EMPLOYEE, day, f"{kind} {COUNTY}", amount_fen)],
    }


def closes() -> tuple[Step, ...]:
    """Close the months of both levels, the county first."""
    return tuple(
        MonthClosed(area=area, day=day, hour=hour, note=f"{name}结账。", period=period)
        for day, name, period in CLOSES
        for area, hour in ((COUNTY, 16), (CITY, 17))
    )
