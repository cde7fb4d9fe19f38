"""基金预付条件 fund-gate: whether a fund may prepay in a year (甘肃·一; 海南·二); made by 核定.

Months are kept as people read them, cut off and never rounded up: what they are worked out
from, exactly, stands in `steps`, with the figures of the year before `year`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from ledger.basis.terms import GATE_VERDICTS
from ledger.events import words
from ledger.events.base import word, year_word
from ledger.events.register import Register


@dataclass(frozen=True, slots=True, kw_only=True)
class FundGate(Register):
    """The verdict on a fund for prepayment year `year`, with every figure it rests on, in fen."""

    KIND: ClassVar[str] = "fund-gate"
    PAPERS: ClassVar[tuple[str, ...]] = ()
    INTERNAL: ClassVar[bool] = True

    year: int = year_word()
    verdict: str = word("结论", words.one_of(GATE_VERDICTS, "结论"))
    months: str = word("可支付月数", words.as_text, default="")
    steps: tuple[str, ...] = word("计算过程", words.as_texts, default=())
    layers: tuple[str, ...] = word("政策方案版本", words.as_texts, default=())
