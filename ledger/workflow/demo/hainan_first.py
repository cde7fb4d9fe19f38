"""海南, July and August 2025: who may be paid ahead in the transition year, and how much."""

from __future__ import annotations

from datetime import date

from ledger.workflow.demo.hainan_lists import INSTITUTIONS, LANTING, figures, payments
from ledger.workflow.demo.registers import application, guarantee
from ledger.workflow.demo.steps import (
    HAINAN,
    HAINAN_EMPLOYEE,
    Assessed,
    AssessmentApproved,
    ListImported,
    Recorded,
    Step,
)

YEAR = 2025


def first_assessed() -> tuple[Step, ...]:
    """Take applications by 31 July, and settle what each hospital may be paid."""
    return (
        applied(),
        ListImported(
            area=HAINAN,
            day=date(YEAR, 8, 6),
            hour=10,
            note="导入全省2024年的基金数据：职工够付15个月，居民够付9个月，都满足预付条件。",
            file="2024年基金收支.csv",
            rows=figures(YEAR - 1),
        ),
        ListImported(
            area=HAINAN,
            day=date(YEAR, 8, 7),
            hour=10,
            note="导入2024年逐月支付：只有住院、统筹基金部分计入基数，两个险种合并。",
            file="2024年医疗费用支付.csv",
            rows=payments(YEAR - 1),
        ),
        Assessed(
            area=HAINAN,
            day=date(YEAR, 8, 8),
            hour=10,
            note="测算：月均正好一百万元的清屿医院不予核定，多一分钱的澜汀医院可以，“大于”就是大于。",
            year=YEAR,
        ),
        Assessed(
            area=HAINAN,
            day=date(YEAR, 8, 21),
            hour=10,
            note="省财政厅复函同意，带着文件重新测算；由可支付月数更多的职工基金预付。",
            year=YEAR,
            document="琼财社示〔2025〕预1号:2025-08-20:关于2025年度医保预付金规模的复函",
        ),
        AssessmentApproved(
            area=HAINAN, day=date(YEAR, 8, 22), hour=10, note="另一人审核核定。", year=YEAR
        ),
    )


def applied() -> Recorded:
    """Take five applications, and the deed of the hospital that is not public."""
    days = (14, 16, 21, 24, 30)
    applications = tuple(
        application(HAINAN_EMPLOYEE, date(YEAR, 7, day), one.code)
        for day, one in zip(days, INSTITUTIONS, strict=True)
    )
    deed = guarantee(HAINAN_EMPLOYEE, date(YEAR, 7, 18), LANTING, until=date(YEAR + 2, 7, 17))
    return Recorded(
        area=HAINAN,
        day=date(YEAR, 7, 30),
        hour=15,
        note="2025年是过渡年，7月31日前申请：五家都交了申请，非公立的澜汀医院另交自有房产担保。",
        rows=(*applications, deed),
    )
