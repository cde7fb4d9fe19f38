"""民乐县, January 2026: three hospitals apply, and 核定 gives two of them something.

One fund is short of months and pays nothing; one hospital was late last year and, in 张掖,
gets nothing at all.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ledger.workflow.demo.areas import Institution, listed, staffed
from ledger.workflow.demo.registers import agreement, application, late_before
from ledger.workflow.demo.rows import fen
from ledger.workflow.demo.spending import figures_row, spending_rows
from ledger.workflow.demo.steps import (
    COUNTY,
    COUNTY_EMPLOYEE,
    Assessed,
    AssessmentApproved,
    BankDescribed,
    BooksOpened,
    ListImported,
    PolicyChosen,
    Recorded,
    Step,
    books_of,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

YEAR = 2026
OPENED = date(YEAR, 1, 6)
XUEQUAN = "H62072200013"
XUEQUAN_CHINESE_MEDICINE = "H62072200026"
KANGSUI = "H62072200034"
INSTITUTIONS = (
    Institution(XUEQUAN, "民乐县雪泉医院", "public", "二级甲等"),
    Institution(XUEQUAN_CHINESE_MEDICINE, "民乐县雪泉中医院", "public", "二级乙等"),
    Institution(KANGSUI, "民乐康穗医院", "private", "二级"),
)
AMOUNTS = {XUEQUAN: fen("3,214,806.55"), XUEQUAN_CHINESE_MEDICINE: fen("1,058,391.20")}
AVERAGES = {**AMOUNTS, KANGSUI: fen("412,633.90")}


def county_opened() -> tuple[Step, ...]:
    """Open the county's books; the 财政专户 is the city's, so there is nothing to take over."""
    return (
        BooksOpened(
            area=COUNTY,
            day=OPENED,
            hour=9,
            note="建账：民乐县账套，用张掖县级方案，会计处理不得使用财政专户存款。",
            profile="zhangye-county",
            start="2026-01",
        ),
        *staffed(COUNTY, OPENED),
        listed(COUNTY, OPENED, INSTITUTIONS, "导入三家医院。"),
        BankDescribed(
            area=COUNTY,
            day=OPENED,
            hour=12,
            note="登记职工医保预付金支出户。",
            book=COUNTY_EMPLOYEE,
            account="1004",
            bank="河西示例银行雪泉支行",
            number="620722660000031908",
        ),
    )


def county_assessed() -> tuple[Step, ...]:
    """Apply, run, choose what is asked, agree with 财政, approve, and sign."""
    day = date(YEAR, 1, 28)
    return (
        applied(),
        *imported(),
        Assessed(
            area=COUNTY,
            day=date(YEAR, 1, 14),
            hour=9,
            note="第一次测算，只问了一个口径：基数取前几年。",
            year=YEAR,
            refused=("CHOICE_MISSING",),
        ),
        PolicyChosen(
            area=COUNTY,
            day=date(YEAR, 1, 14),
            hour=10,
            note="选定口径：取前一年，县里只有一年完整的逐月数据。",
            name="base_years",
            reading="1",
        ),
        Assessed(
            area=COUNTY,
            day=date(YEAR, 1, 23),
            hour=10,
            note="测算：居民基金不足六个月，不预付；康穗医院上年逾期，张掖规定不再拨付（省里是减半）。",
            year=YEAR,
            document="民财社示〔2026〕预1号:2026-01-22:关于2026年度医保预付金规模的复函",
        ),
        AssessmentApproved(
            area=COUNTY, day=date(YEAR, 1, 26), hour=10, note="另一人审核核定。", year=YEAR
        ),
        Recorded(
            area=COUNTY,
            day=day,
            hour=10,
            note="与两家医院签订预付金协议。",
            rows=tuple(agreement(COUNTY_EMPLOYEE, day, code) for code in AMOUNTS),
        ),
    )


def applied() -> Recorded:
    """Take three applications, and what is held against one of the hospitals."""
    applications = tuple(
        application(COUNTY_EMPLOYEE, date(YEAR, 1, day), code)
        for day, code in zip((7, 8, 9), AVERAGES, strict=True)
    )
    late = late_before(
        COUNTY_EMPLOYEE,
        date(YEAR, 1, 9),
        KANGSUI,
        fen("150,000.00"),
        "2025年度职工预付金到期未还清（建账以前）",
    )
    return Recorded(
        area=COUNTY,
        day=date(YEAR, 1, 9),
        hour=15,
        note="三家医院申请2026年度预付金；康穗医院上年逾期，登记在案。",
        rows=(*applications, late),
    )


def imported() -> tuple[Step, ...]:
    """Import the funds' figures, 张掖 pooling as a city, and the months of three hospitals."""
    return (
        ListImported(
            area=COUNTY,
            day=date(YEAR, 1, 12),
            hour=10,
            note="导入2025年基金数据：张掖市级统筹，用全市的数；职工够付15个月，居民只够5.4个月。",
            file="2025年基金收支.csv",
            rows=figures(),
        ),
        ListImported(
            area=COUNTY,
            day=date(YEAR, 1, 13),
            hour=10,
            note="导入三家医院2025年逐月的职工医疗费用支付。",
            file="2025年医疗费用支付.csv",
            rows=tuple(
                row
                for code, average in AVERAGES.items()
                for row in spending_rows(
                    COUNTY_EMPLOYEE, YEAR - 1, code, average, inpatient_permille=640
                )
            ),
        ),
    )


def figures() -> tuple[Mapping[str, str], ...]:
    """Write both funds' figures of 2025."""
    told = (
        ("1,286,540,337.62", "1,131,206,418.05", "1,024,873,660.91"),
        ("402,118,906.75", "921,350,477.82", "893,770,215.36"),
    )
    names = ("balance", "income", "expenditure")
    rows = []
    for book, amounts in zip(books_of(COUNTY), told, strict=True):
        given = dict(zip(names, amounts, strict=True))
        given |= {"forecast_income": amounts[1], "forecast_expenditure": amounts[2]}
        rows.append(figures_row(book, YEAR - 1, given))
    return tuple(rows)
