"""海南 2026: the second year, told until the payments of March; who was overdue gets nothing."""

from __future__ import annotations

from datetime import date

from ledger.workflow.demo.hainan_lists import (
    HAIPING,
    INSTITUTIONS,
    figures,
    payments,
    prepayments,
)
from ledger.workflow.demo.registers import application
from ledger.workflow.demo.rows import allocation, paid_together
from ledger.workflow.demo.steps import (
    HAINAN,
    HAINAN_EMPLOYEE,
    Assessed,
    AssessmentApproved,
    ListImported,
    PolicyChosen,
    Recorded,
    Step,
)

YEAR = 2026


def second_year() -> tuple[Step, ...]:
    """Tell January to March 2026."""
    return (*assessed(), *paid())


def assessed() -> tuple[Step, ...]:
    """Apply by 15 January; the overdue hospital's application is not taken (海南·五(五))."""
    applications = tuple(
        application(HAINAN_EMPLOYEE, date(YEAR, 1, day), one.code)
        for day, one in zip((5, 6, 7, 8, 9), INSTITUTIONS, strict=True)
    )
    return (
        Recorded(
            area=HAINAN,
            day=date(YEAR, 1, 9),
            hour=15,
            note="2026年起1月15日前申请：五家都交了申请。",
            rows=applications,
        ),
        ListImported(
            area=HAINAN,
            day=date(YEAR, 1, 12),
            hour=10,
            note="导入全省2025年的基金数据，仍是职工的可支付月数更多。",
            file="2025年基金收支.csv",
            rows=figures(YEAR - 1),
        ),
        ListImported(
            area=HAINAN,
            day=date(YEAR, 1, 13),
            hour=10,
            note="导入2025年逐月支付：清屿医院的月均住院费用过了一百万元。",
            file="2025年医疗费用支付.csv",
            rows=payments(YEAR - 1),
        ),
        *choosing(),
        Assessed(
            area=HAINAN,
            day=date(YEAR, 1, 28),
            hour=10,
            note="测算：海坪医院上年逾期，账里查得到，不受理它今年的申请；省财政厅复函同意其余四家。",
            year=YEAR,
            document="琼财社示〔2026〕预1号:2026-01-27:关于2026年度医保预付金规模的复函",
        ),
        AssessmentApproved(
            area=HAINAN, day=date(YEAR, 1, 29), hour=10, note="另一人审核核定。", year=YEAR
        ),
    )


def choosing() -> tuple[Step, ...]:
    """Run, be asked whom 不再受理 means, and choose (A-25)."""
    return (
        Assessed(
            area=HAINAN,
            day=date(YEAR, 1, 27),
            hour=10,
            note="第一次测算：上年有一家逾期，“不再受理”说的是哪些逾期的，通知有三种读法，先问。",
            year=YEAR,
            refused=("CHOICE_MISSING",),
        ),
        PolicyChosen(
            area=HAINAN,
            day=date(YEAR, 1, 27),
            hour=11,
            note="选定口径：会商议定，逾期未返还的都不再受理次年申请，后来抵扣收回的也一样。",
            name="late_bars",
            reading="every",
        ),
    )


def paid() -> tuple[Step, ...]:
    """Allocate and pay before 31 March."""
    amounts = {code: fen for code, fen in prepayments(YEAR).items() if code != HAIPING}
    allocated, day = date(YEAR, 2, 26), date(YEAR, 3, 10)
    row = allocation(
        HAINAN_EMPLOYEE, allocated, sum(amounts.values()), number=1, planned=date(YEAR, 2, 6)
    )
    return (
        Recorded(
            area=HAINAN,
            day=allocated,
            hour=10,
            note="省财政拨入职工支出户。",
            rows=(row,),
        ),
        Recorded(
            area=HAINAN,
            day=day,
            hour=10,
            note="四家医院一批拨付，赶在3月31日的期限之前。",
            rows=paid_together(HAINAN_EMPLOYEE, day, amounts),
        ),
    )
