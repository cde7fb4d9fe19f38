"""What 核定 is worked out from, and what it works out: read-only values, fen and fractions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from ledger.events.registers.adjustment import Adjustment
    from ledger.events.registers.application import Application
    from ledger.masters.hospital import Hospital
    from ledger.policy.standing import Stop

#: The marks that separate a step's parts, and the steps of a cell, are written otherwise.
KEPT_OUT = str.maketrans({"|": "／", ";": "，", "；": "，"})


@dataclass(frozen=True, slots=True, kw_only=True)
class FundFigures:
    """A fund's figures of `year`, the year before the prepayment year, in fen.

    `balance_fen` is 累计结余 at that year's end (职工: 统筹基金 only), `income_fen` and
    `expenditure_fen` that year's, the forecasts the rolling 12-month ones for the year after it.
    """

    fund: str
    year: int
    balance_fen: int
    income_fen: int
    expenditure_fen: int
    forecast_income_fen: int
    forecast_expenditure_fen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Spending:
    """What a fund paid a hospital in a month for a service, by payer, in fen."""

    fund: str
    month: str
    service: str
    payer: str
    amount_fen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LateOwed:
    """What was late by fund, in fen, and what a 承接 adds to it or takes from it (A-24)."""

    late: Mapping[str, int]
    inherited: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """What is late by one reading of a choice only: of whom, in which fund, how much, in fen.

    `first_fen` was paid to the hospital, `more_fen` came by 承接, or left with a minus (A-24);
    `told` says what it is.
    """

    choice: str
    fund: str
    first_fen: int
    more_fen: int
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """How a hospital did in the year before: what the sanctions look at.

    `late` maps each fund in which the money was not all back by the deadline to what was
    short at the end of that day of what was paid to it, in fen; `barred` names the reason why it
    may not apply. `inherited` is what that becomes more by 承接, or less with a minus, where
    sanctions follow the debt (A-24). `unrepaid` is what of it had not been paid by the hospital
    itself, `unsettled` what had not come back by an offset either (A-25), None where that is all
    of it; `decided` says by fund what a person registered of it: NOT_OFFSET or OFFSET_POSSIBLE.
    `doubts` are late by one reading only (A-30, A-33).
    """

    late: Mapping[str, int]
    barred: str
    inherited: Mapping[str, int] = field(default_factory=dict)
    unrepaid: LateOwed | None = None
    unsettled: LateOwed | None = None
    decided: Mapping[str, str] = field(default_factory=dict)
    doubts: tuple[Doubt, ...] = ()

    def owed(self) -> tuple[LateOwed, LateOwed, LateOwed]:
        """Return what was late, what of it was not repaid, and what was not offset either."""
        every = LateOwed(late=self.late, inherited=self.inherited)
        unrepaid = every if self.unrepaid is None else self.unrepaid
        return every, unrepaid, unrepaid if self.unsettled is None else self.unsettled


@dataclass(frozen=True, slots=True, kw_only=True)
class Applicant:
    """A hospital, what it handed in (None: it did not apply), and what is known of it.

    `guaranteed` tells whether a guarantee holds on the day; `interruptions` are what suspended or
    ended its service agreement within twelve months, wherever it is registered; `stops` are the
    recalls and suspensions that hold on the day in any book of the area, `settled` those of
    earlier years' money of which nothing is out any more, and which nobody has lifted.
    `agreed_fen` is what 财政 agreed, by fund; a fund that is not in it: as it is computed.
    """

    hospital: Hospital
    application: Application | None
    spending: tuple[Spending, ...]
    record: Record
    adjustments: tuple[Adjustment, ...]
    guaranteed: bool
    interruptions: tuple[Stop, ...]
    stops: tuple[Stop, ...]
    settled: tuple[Stop, ...]
    agreed_fen: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a calculation: what, the figure as it is shown, the clause, and a remark."""

    name: str
    figure: str
    clause: str
    remark: str = ""

    def text(self) -> str:
        """Write the step as one text of four parts between vertical bars."""
        parts = (self.name, self.figure, self.clause, self.remark)
        text = "|".join(parts)
        if text.count("|") == len(parts) - 1 and ";" not in text and "；" not in text:
            return text  # Nearly every step: nothing in it to be written otherwise.
        return "|".join(part.translate(KEPT_OUT) for part in parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class GateResult:
    """Whether a fund may prepay: the verdict (GATE_VERDICTS), exact months, and every step.

    `excepted` tells that only a document passed it, its months being short (“原则上”的例外).
    """

    fund: str
    year: int
    verdict: str
    months: Fraction | None
    steps: tuple[Step, ...]
    excepted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessedLine:
    """One hospital in one fund: computed, agreed and approved fen, each step, each refusal.

    `approved_fen` is the lesser of computed and agreed; all are 0 where anything refuses.
    `steps` holds everything, `refused` again those steps that refuse. `applied` is false for a
    hospital that has spending and handed in nothing: it is listed, and 未申请 refuses it.
    """

    hospital: str
    fund: str
    year: int
    computed_fen: int
    agreed_fen: int
    approved_fen: int
    steps: tuple[Step, ...]
    refused: tuple[Step, ...]
    applied: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class CalculationSheet:
    """The calculation of one area's year: a gate per fund, a line per hospital and fund."""

    year: int
    gates: tuple[GateResult, ...]
    lines: tuple[AssessedLine, ...]


def step_of(text: str) -> Step:
    """Read a step back from its text."""
    name, figure, clause, remark = text.split("|")
    return Step(name=name, figure=figure, clause=clause, remark=remark)
