"""基金月报 fund-report: a month's figures of the whole fund, for early warning (海南·八(三)).

They come from the general ledger (会社保01表、02表) and the budget; this sub-ledger keeps none of
them itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from ledger.events import words
from ledger.events.base import word
from ledger.events.register import Register


@dataclass(frozen=True, slots=True, kw_only=True)
class FundReport(Register):
    """A month end's figures in fen: 累计结余, 本年累计收支, the year's 支出预算, 资产总额.

    职工: 统筹基金 only, as the gate counts it (甘肃·一; 海南·二).
    """

    KIND: ClassVar[str] = "fund-report"
    PAPERS: ClassVar[tuple[str, ...]] = ("fund-statement",)

    month: str = word("月份", words.as_month)
    balance_fen: int = word("累计结余", words.as_fen_or_zero, name="balance")
    income_fen: int = word("本年累计收入", words.as_fen_or_zero, name="income")
    expenditure_fen: int = word("本年累计支出", words.as_fen_or_zero, name="expenditure")
    budget_fen: int = word("年度支出预算", words.as_fen, name="budget")
    assets_fen: int = word("资产总额", words.as_fen, name="assets")
