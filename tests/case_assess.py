"""核定 in the worked cases: imports what it is worked out from, runs it, and looks it up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ledger.workflow.assess.approve import approve_year
from ledger.workflow.assess.base_data import import_list
from ledger.workflow.assess.run import run_year
from tests.case_office import CAST
from tests.case_table import CaseFault
from tests.office import raw

if TYPE_CHECKING:
    from ledger.assessment.run import AssessmentRun
    from ledger.events.registers.assessment import Assessment
    from ledger.events.registers.fund_gate import FundGate
    from ledger.intake.files import RawFile
    from tests.office import Office

Terms = dict[str, str]
MONTH = re.compile(r"20\d{2}-\d{2}", re.ASCII)


def import_figures(office: Office, book: str, year: int, terms: Terms) -> None:
    """Import one fund's figures of the year before; what a case leaves out shows no deficit."""
    area, _, fund = book.partition("/")
    spent = terms.pop("当年支出")
    got = terms.pop("当年收入", spent)
    row = {
        "area": area,
        "fund": fund,
        "year": str(year - 1),
        "balance": terms.pop("累计结余"),
        "income": got,
        "expenditure": spent,
        "forecast_income": terms.pop("滚动预计收入", got),
        "forecast_expenditure": terms.pop("滚动预计支出", spent),
    }
    office.desk.operator = "制单乙"
    import_list(office.desk, raw([row], "figures.csv"))


def import_payments(
    office: Office, book: str, hospital: str, amount: str, day: str, terms: Terms
) -> None:
    """Import what a fund paid a hospital: the same in each month, or all of it in one month."""
    area, _, fund = book.partition("/")
    last_year = int(day[:4]) - 1
    span = terms.pop("月份", f"{last_year}-01 至 {last_year}-12")
    months = dict.fromkeys(months_of(span), amount)
    if len(months) == 1:
        around = months_of(f"{span[:4]}-01 至 {min(f'{span[:4]}-12', day[:7])}")
        months = dict.fromkeys(around, "0") | months
    service, payer = terms.pop("服务类别", "住院"), terms.pop("支付方", "基本医保统筹基金")
    rows = [
        {
            "area": area,
            "fund": fund,
            "hospital": hospital,
            "month": month,
            "service": service,
            "payer": payer,
            "amount": fen,
        }
        for month, fen in months.items()
    ]
    office.desk.operator = "制单乙"
    import_list(office.desk, raw(rows, "payments.csv"))


def months_of(span: str) -> list[str]:
    """List the months of `2023-01 至 2025-12`, or the one month."""
    first, _, last = span.partition(" 至 ")
    last = last or first
    if not (MONTH.fullmatch(first) and MONTH.fullmatch(last)):
        raise CaseFault(f"月份写成 2023-01 至 2025-12：{span}")
    years = range(int(first[:4]), int(last[:4]) + 1)
    every = (f"{year}-{month:02d}" for year in years for month in range(1, 13))
    return [month for month in every if first <= month <= last]


def assess(office: Office, area: str, fund: str, year: int, terms: Terms) -> AssessmentRun:
    """测算 and 审核 a year of an area; `商定金额` gives what 财政 agreed, hospital by hospital."""
    words = terms.pop("商定金额", "")
    office.desk.operator = "制单乙"
    decision = f"财社函〔{year}〕{office.count}号:{office.desk.today()}:关于预付规模的复函"
    agreed = agreed_file(words, fund) if words else None
    ran = run_year(office.desk, year, area=area, agreed=agreed, document=decision)
    office.desk.operator = "审核丙"
    approve_year(office.desk, year, area=area)
    return ran.run


def agreed_file(words: str, fund: str) -> RawFile:
    """Write the list of agreed amounts."""
    pairs = [word.split() for word in words.split("、")]
    rows = [{"hospital": CAST[name]["编码"], "fund": fund, "agreed": fen} for name, fen in pairs]
    return raw(rows, "agreed.csv")


def line_of(run: AssessmentRun, book: str, hospital: str) -> Assessment | None:
    """Find a hospital's line of a book."""
    found = [line for line in run.lines if (line.book, line.hospital) == (book, hospital)]
    return found[0] if found else None


def gate_of(run: AssessmentRun, book: str) -> FundGate | None:
    """Find a book's gate."""
    return next((gate for gate in run.gates if gate.book == book), None)
