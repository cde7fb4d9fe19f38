"""海南's invented hospitals, and the lists that its 核定 of 2025 and 2026 start from.

海南·三: 住院 only, 统筹基金 only, both funds together; so each average is split between them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.workflow.demo.areas import Institution
from ledger.workflow.demo.rows import fen
from ledger.workflow.demo.spending import extra_rows, figures_row, spending_rows
from ledger.workflow.demo.steps import HAINAN, books_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ledger.workflow.demo.spending import Cells

UNIVERSITY = "H46010000011"
LUYU = "H46020000023"
LANTING = "H46900200035"
QINGYU = "H46900500047"
HAIPING = "H46040000052"

INSTITUTIONS = (
    Institution(UNIVERSITY, "琼汀大学附属医院", "public", "三级甲等", "海口市医疗保障服务中心"),
    Institution(LUYU, "三亚麓屿医院", "public", "三级乙等", "三亚市医疗保障服务中心"),
    Institution(LANTING, "琼海澜汀医院", "private", "二级甲等", "琼海市医疗保障服务中心"),
    Institution(QINGYU, "文昌清屿医院", "public", "二级乙等", "文昌市医疗保障服务中心"),
    Institution(HAIPING, "儋州海坪医院", "public", "二级甲等", "儋州市医疗保障服务中心"),
)
#: The monthly averages of 住院 by the year in which they arose; 海南·四(二): above 1,000,000.00.
BASES = {
    2024: {
        UNIVERSITY: "38,260,415.70",
        LUYU: "12,418,730.64",
        LANTING: "1,000,000.01",
        QINGYU: "1,000,000.00",
        HAIPING: "4,386,950.27",
    },
    2025: {
        UNIVERSITY: "39,104,882.35",
        LUYU: "12,960,225.18",
        LANTING: "1,043,517.92",
        QINGYU: "1,062,418.33",
        HAIPING: "4,512,006.80",
    },
}
#: The funds' figures by year: employees' first, then residents'.
FIGURES = {
    2024: (
        ("18,436,207,551.90", "15,902,447,310.28", "14,318,026,905.77"),
        ("9,274,310,886.25", "12,590,361,472.06", "12,066,853,190.44"),
    ),
    2025: (
        ("20,112,640,983.15", "16,488,730,264.51", "14,812,296,833.26"),
        ("9,731,094,205.88", "12,934,572,018.90", "12,477,788,699.27"),
    ),
}
#: Of a thousand 元, how many the employees' fund pays.
EMPLOYEE_PERMILLE = 612


def prepayments(year: int) -> dict[str, int]:
    """Tell the fen that each hospital comes to in a prepayment year: one month's average."""
    return {code: fen(text) for code, text in BASES[year - 1].items()}


def figures(year: int) -> tuple[Mapping[str, str], ...]:
    """Write both funds' figures of a year; the next year's forecast is put at its own."""
    rows = []
    for book, (balance, income, expenditure) in zip(books_of(HAINAN), FIGURES[year], strict=True):
        told = {"balance": balance, "income": income, "expenditure": expenditure}
        rows.append(
            figures_row(
                book,
                year,
                {**told, "forecast_income": income, "forecast_expenditure": expenditure},
            )
        )
    return tuple(rows)


def payments(year: int) -> tuple[Mapping[str, str], ...]:
    """Write the months of a year: 住院, which count, and 门诊, which do not."""
    rows: list[Cells] = []
    for hospital, text in BASES[year].items():
        average = fen(text)
        employee = average * EMPLOYEE_PERMILLE // 1000
        for book, part in zip(books_of(HAINAN), (employee, average - employee), strict=True):
            rows += spending_rows(book, year, hospital, part, inpatient_permille=1000)
            rows += extra_rows(
                book, year, hospital, part * 2 // 5, service="outpatient", payer="basic"
            )
    return tuple(rows)
