"""What the tests of 核定 start from: the shipped profiles, a hospital that meets every rule."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from ledger.assessment.amount import Amount, amount_of
from ledger.assessment.base import base_of
from ledger.assessment.gate import fund_gate
from ledger.assessment.sheet import assess
from ledger.assessment.values import (
    Applicant,
    AssessedLine,
    CalculationSheet,
    FundFigures,
    GateResult,
    Record,
    Spending,
)
from ledger.events.registers.adjustment import Adjustment
from ledger.events.registers.application import Application
from ledger.events.words import Paper
from ledger.masters.hospital import Hospital
from ledger.policy.layers import load_layers
from ledger.policy.profile import Policy
from ledger.policy.values import Chosen, Layer, PolicyValue, Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ledger.policy.profile import Rules

YEAR = 2026
THREE = (2023, 2024, 2025)
#: The readings that the tests take where a profile asks, unless they say otherwise.
GANSU_READINGS = {
    "base_years": "3",
    "payers_paid": "measure",
    "floor": "tiers",
    "floor_of_zero": "none",
    "late_scope": "fund",
}
READINGS = {
    "gansu": GANSU_READINGS,
    "zhangye": GANSU_READINGS,
    "hainan": {"late_bars": "every"},
}


def rules_of(
    profile: str = "gansu",
    *,
    on: date = date(YEAR, 1, 12),
    local: Mapping[str, Value] | None = None,
    **readings: str,
) -> Rules:
    """Give a shipped profile's rules with the tests' readings; an empty one leaves it open.

    `local` are values of a layer of the area's own, below the shipped ones.
    """
    layers = load_layers(profile)
    if local:
        layers = (*layers, local_layer(local))
    taken = {**READINGS[profile], **readings}
    chosen = {
        name: Chosen(name=name, reading=reading, clause="", reason="会商", by="chief", at="")
        for name, reading in taken.items()
        if reading
    }
    return Policy(layers=layers, chosen=chosen).on(on)


def local_layer(values: Mapping[str, Value]) -> Layer:
    """Make a layer of an invented area."""
    entries = {
        name: (
            PolicyValue(
                name=name,
                value=value,
                clause="本地·一",
                since=date(2024, 1, 1),
                until=None,
                layer="local",
            ),
        )
        for name, value in values.items()
    }
    return Layer(
        name="local",
        title="本地",
        document="本地",
        parent="",
        digest="",
        text="",
        values=entries,
        choices={},
    )


def hospital(code: str = "H1", **changes: Any) -> Hospital:
    """Describe a public hospital that admits inpatients."""
    words: dict[str, Any] = {
        "code": code,
        "name": "第一人民医院",
        "ownership": "public",
        "level": "三级",
        "inpatient": True,
        "credit_code": "",
        "bank_account": "",
        "group": "",
        "agency": "",
        "valid_from": date(2020, 1, 1),
    }
    return Hospital(**{**words, **changes})


def application(code: str = "H1", **changes: Any) -> Application:
    """Write an application that meets every condition of every shipped profile."""
    words: dict[str, Any] = {
        "book": "620100/employee",
        "key": f"application-{code}",
        "date": date(YEAR, 1, 8),
        "hospital": code,
        "year": YEAR,
        "settled_since": date(2015, 6, 1),
        "evaluations": ("2023:pass", "2024:pass", "2025:good"),
        "undertaken_on": date(YEAR, 1, 8),
        "finance_sound": True,
        "key_work": True,
        "inspections": True,
        "rectified": True,
    }
    return Application(**{**words, **changes})


def applicant(
    code: str = "H1",
    *,
    spending: Iterable[Spending] = (),
    late: Mapping[str, int] | None = None,
    inherited: Mapping[str, int] | None = None,
    barred: str = "",
    owner: Mapping[str, Any] | None = None,
    **changes: Any,
) -> Applicant:
    """Put a hospital together with what it handed in; `owner` changes its master record."""
    words: dict[str, Any] = {
        "hospital": hospital(code, **(owner or {})),
        "application": application(code),
        "spending": tuple(spending),
        "record": Record(late=late or {}, barred=barred, inherited=inherited or {}),
        "adjustments": (),
        "guaranteed": False,
        "interruptions": (),
        "stops": (),
        "settled": (),
        "agreed_fen": {},
    }
    return Applicant(**{**words, **changes})


def spending(
    total_fen: int,
    *,
    years: Sequence[int] = (2025,),
    fund: str = "employee",
    service: str = "inpatient",
    payer: str = "basic",
) -> tuple[Spending, ...]:
    """Spread a sum over the months of some years; the last month takes what is left."""
    months = [f"{year}-{month:02d}" for year in years for month in range(1, 13)]
    each = total_fen // len(months)
    amounts = [each] * (len(months) - 1)
    amounts.append(total_fen - sum(amounts))
    return tuple(
        Spending(fund=fund, month=month, service=service, payer=payer, amount_fen=amount)
        for month, amount in zip(months, amounts, strict=True)
    )


def figures(fund: str = "employee", **changes: int) -> FundFigures:
    """Give a fund's figures without any deficit: 15 months of cover."""
    words = {
        "year": YEAR - 1,
        "balance_fen": 1_500_000_00,
        "income_fen": 1_300_000_00,
        "expenditure_fen": 1_200_000_00,
        "forecast_income_fen": 1_300_000_00,
        "forecast_expenditure_fen": 1_250_000_00,
    }
    return FundFigures(fund=fund, **{**words, **changes})


def covering(fund: str, months: str) -> FundFigures:
    """Give a fund's figures that cover exactly so many months."""
    balance = Fraction(months) * 100_000_000_00
    assert balance.denominator == 1
    return figures(
        fund,
        balance_fen=balance.numerator,
        income_fen=1_300_000_000_00,
        expenditure_fen=1_200_000_000_00,
        # By either formula of A-5 the months are the same.
        forecast_income_fen=1_300_000_000_00,
        forecast_expenditure_fen=1_200_000_000_00,
    )


def adjustment(fund: str = "employee", *, papers: bool = True, **changes: Any) -> Adjustment:
    """Write a special adjustment with its document."""
    paper = Paper(type="special-document", number="兰医保发〔2026〕3号", date=date(YEAR, 1, 9))
    words: dict[str, Any] = {
        "book": f"620100/{fund}",
        "key": "adjustment-1",
        "date": date(YEAR, 1, 9),
        "year": YEAR,
        "reason": "突发重大公共卫生事件",
        "papers": (paper,) if papers else (),
    }
    return Adjustment(**{**words, **changes})


def gate(fund: str, months: str, rules: Rules) -> GateResult:
    """Test a fund that covers exactly so many months."""
    return fund_gate(covering(fund, months), year=YEAR, rules=rules, adjustments=())


def computed(who: Applicant, rules: Rules, fund: str = "employee") -> tuple[int, Amount]:
    """Work out a hospital's amount, as for an applicant that meets every condition."""
    base = base_of(who, fund=fund, year=YEAR, rules=rules)
    return amount_of(base, who, fund=fund, year=YEAR, rules=rules)


def sheet_of(
    *applicants: Applicant,
    rules: Rules,
    months: tuple[str, str] = ("15", "9"),
    adjustments: Sequence[Adjustment] = (),
) -> CalculationSheet:
    """Work out the sheet of an area whose funds cover so many months."""
    return assess(
        year=YEAR,
        rules=rules,
        figures={
            "employee": covering("employee", months[0]),
            "resident": covering("resident", months[1]),
        },
        applicants=applicants,
        adjustments=adjustments,
    )


def only(sheet: CalculationSheet, fund: str = "employee") -> AssessedLine:
    """Give the single line of a fund."""
    (line,) = (line for line in sheet.lines if line.fund == fund)
    return line


def names(line: AssessedLine) -> list[str]:
    """Name what a line is refused for."""
    return [step.name for step in line.refused]
