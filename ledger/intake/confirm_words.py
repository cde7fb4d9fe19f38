"""对账回函的栏目: what stands in a list of hospitals' answers, word by word."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.terms import CONFIRMATIONS, FUNDS
from ledger.events.words import as_date, as_hospital, as_text, as_year, one_of
from ledger.intake.assess_words import ListKind, as_area, as_fen_from_zero, headings_of

if TYPE_CHECKING:
    from collections.abc import Container

ANSWERS = ListKind(
    name="对账回函",
    columns=MappingProxyType(
        {
            "area": "统筹区",
            "fund": "险种",
            "hospital": "医疗机构编码",
            "name": "医疗机构",
            "letter": "对账函编号",
            "cutoff": "截止日",
            "year": "预付年度",
            "sent": "发函余额",
            "answer": "答复",
            "amount": "医院账面余额",
            "reason": "不符原因",
            "number": "回函编号",
            "date": "回函日期",
            "file": "扫描件",
        }
    ),
    readers=MappingProxyType(
        {
            "area": as_area,
            "fund": one_of(FUNDS, "险种"),
            "hospital": as_hospital,
            "name": as_text,
            "letter": as_text,
            "cutoff": as_date,
            "year": as_year,
            "sent": as_text,
            "answer": one_of(CONFIRMATIONS, "答复"),
            "amount": as_fen_from_zero,
            "reason": as_text,
            "number": as_text,
            "date": as_date,
            "file": as_text,
        }
    ),
    own=frozenset({"answer"}),
    optional=frozenset(
        {"area", "fund", "name", "letter", "cutoff", "year", "sent", "amount", "reason", "file"}
    ),
)
#: What a row that nobody has filled in yet leaves blank.
FILLED = ("answer", "amount", "reason", "number", "date", "file")
ENDINGS = ("", *(f"-{number}" for number in range(2, 100)))


def answer_headings() -> dict[str, str]:
    """Map every heading of a list of answers, English or Chinese, to its English name."""
    return headings_of(ANSWERS)


def free_key(wanted: str, withdrawn: Container[str]) -> str:
    """Return a business key; after a withdrawal (撤销登记) the next one has a number behind it."""
    return next(wanted + ending for ending in ENDINGS if wanted + ending not in withdrawn)
