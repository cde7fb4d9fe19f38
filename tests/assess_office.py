"""核定 in an office: figures, payments and applications in short words, through the verbs."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from ledger.basis.money import yuan
from ledger.reports.assess.show import AssessmentAsked, plans, sheets
from ledger.workflow.assess.approve import approve_year
from ledger.workflow.assess.base_data import BaseDataImported, import_list
from ledger.workflow.assess.run import Ran, run_year
from ledger.workflow.policy.policy_choice import choose
from ledger.workflow.setup.masters import import_hospitals, initialise
from tests.office import FIRST, SECOND, THIRD, Office, raw

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

AREA, HAINAN = "620100", "460000"
DOCUMENT = "甘财社〔2026〕5号:2026-01-05:关于2026年度医保预付金规模的意见"
#: A fund with exactly 12.00 months, and one with 5.99.
TWELVE = {"balance": "120000000.00", "expenditure": "120000000.00"}
SHORT = {"balance": "59900000.00", "expenditure": "120000000.00"}
CHOICES = {"base_years": "1", "payers_paid": "measure", "floor": "none", "late_scope": "fund"}


def figures(fund: str, *, area: str = AREA, year: str = "2025", **words: str) -> dict[str, object]:
    """Write a row of fund figures without any deficit."""
    given = {"income": "130000000.00", "forecast_income": "130000000.00", **words}
    given.setdefault("forecast_expenditure", given["expenditure"])
    return {"area": area, "fund": fund, "year": year, **given}


def payments(
    hospital: str,
    fund: str,
    amount: str,
    *,
    area: str = AREA,
    year: int = 2025,
    service: str = "住院",
    payer: str = "基本医保统筹基金",
) -> list[dict[str, object]]:
    """Write a year of payments to a hospital, the same amount every month."""
    return [
        {
            "area": area,
            "fund": fund,
            "hospital": hospital,
            "month": f"{year}-{month:02d}",
            "service": service,
            "payer": payer,
            "amount": amount,
        }
        for month in range(1, 13)
    ]


def load(
    office: Office, rows: Iterable[Mapping[str, object]], name: str = "数据.csv"
) -> BaseDataImported:
    """导入核定数据."""
    office.desk.operator = "制单乙"
    return import_list(office.desk, raw(list(rows), name))


def application(office: Office, hospital: str, **words: object) -> dict[str, object]:
    """Write the row of an application that shows everything asked for."""
    given: dict[str, object] = {
        "date": "2026-01-05",
        "year": "2026",
        "settled_since": "2020-01-01",
        "evaluations": "2025:合格; 2024:合格",
        "undertaken_on": "2026-01-04",
        "finance_sound": "是",
        "key_work": "是",
        "inspections": "是",
        "rectified": "是",
        **words,
    }
    return office.row("application", hospital=hospital, **given)


def register(office: Office, *rows: Mapping[str, object]) -> None:
    """登记 and 审核 rows."""
    office.record(*rows)
    office.approve()


def settle(office: Office, area: str = AREA, **readings: str) -> None:
    """Choose how open questions are read, for both books of an area."""
    office.desk.operator = "主管丁"
    for fund in ("employee", "resident"):
        for name, reading in readings.items():
            choose(office.desk, f"{area}/{fund}", name, reading, "会议纪要")


def run(office: Office, year: int = 2026, **words: Any) -> Ran:
    """测算."""
    office.desk.operator = "制单乙"
    return run_year(office.desk, year, **{"document": DOCUMENT, "area": AREA, **words})


def agree(rows: Sequence[tuple[str, str, str]]) -> Any:
    """Write a list of agreed amounts: hospital, fund, amount."""
    return raw([{"hospital": h, "fund": f, "agreed": a} for h, f, a in rows], "商定.csv")


def approve(office: Office, year: int = 2026, *, area: str = AREA, by: str = "审核丙") -> str:
    """审核."""
    office.desk.operator = by
    return approve_year(office.desk, year, area=area).sentence


def amounts(done: Ran) -> dict[tuple[str, str], tuple[str, str, str]]:
    """Tell a run by hospital and fund: computed, agreed, approved."""
    return {
        (line.hospital, line.book.rpartition("/")[2]): (
            yuan(line.computed_fen),
            yuan(line.agreed_fen),
            yuan(line.amount_fen),
        )
        for line in done.run.lines
    }


def steps(done: Ran, hospital: str, fund: str = "employee") -> list[str]:
    """Give the steps of a hospital's line, as they are stored."""
    return next(
        list(line.steps)
        for line in done.run.lines
        if (line.hospital, line.book.rpartition("/")[2]) == (hospital, fund)
    )


def tree(office: Office, year: int = 2026, **words: Any) -> dict[str, Any]:
    """Show a year's 核定 as programs get it."""
    asked = AssessmentAsked(**{"year": year, "area": AREA, "form": "json", **words})
    (report,) = sheets(office.desk, asked)
    return dict(report.tree)


def plan_rows(office: Office, year: int = 2026, *, area: str = AREA) -> list[dict[str, Any]]:
    """Draw up the 用款计划 of every fund, as programs get it."""
    return [dict(report.tree) for report in plans(office.desk, year, area=area)]


def lanzhou(office: Office) -> None:
    """Make 兰州市 ready: 职工 at exactly 12.00 months, 居民 at 5.99, three hospitals, two apply."""
    load(office, [figures("职工", **TWELVE), figures("居民", **SHORT)], "基金.csv")
    load(
        office,
        [
            *payments(FIRST, "职工", "1000000.00"),
            *payments(FIRST, "职工", "200000.00", service="门诊", payer="公务员医疗补助"),
            *payments(SECOND, "职工", "4999.99"),
            *payments(THIRD, "职工", "3000.00"),
            *payments(FIRST, "居民", "500000.00"),
        ],
        "支付.csv",
    )
    register(office, application(office, FIRST), application(office, SECOND))
    settle(office, **CHOICES)


def hainan(office: Office) -> None:
    """Open 海南省's books, with two hospitals of two agencies."""
    office.desk.operator = "管理员甲"
    initialise(
        office.desk,
        area=HAINAN,
        name="海南省",
        profile="hainan",
        start="2026-01",
        owner="province",
        reason="省级统筹",
    )
    office.desk.operator = "制单乙"
    rows = [
        {
            "code": code,
            "name": name,
            "ownership": "public",
            "level": "三级甲等",
            "inpatient": "yes",
            "agency": agency,
        }
        for code, name, agency in (
            ("H46000000001", "海口示范医院", "海口市医保服务中心"),
            ("H46000000002", "三亚示范医院", "三亚市医保服务中心"),
        )
    ]
    import_hospitals(office.desk, raw(rows, "hainan.csv"))


def day(text: str) -> date:
    """Read a day."""
    return date.fromisoformat(text)
