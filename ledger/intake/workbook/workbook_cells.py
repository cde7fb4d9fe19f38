"""Turns a cell's value into the word that was meant; what Excel has spoilt is named.

A sheet keeps every number as a float: money is taken as Excel shows it, and refused below
where it is still not exact to the 分.
"""

from __future__ import annotations

import datetime
import math
from decimal import ROUND_HALF_EVEN, Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ledger.intake.workbook.workbook_read import Value

#: Excel keeps fifteen digits; a longer number has lost its last ones before we see it.
DIGITS_KEPT = 10**15
NEAR_FEN = Decimal("1e-9")
FEN = Decimal("0.01")
ERRORS = ("#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!")
TEXT_FORMAT = "把这一格设为“文本”格式，再重新键入"


class Spoilt(Exception):
    """A value that cannot be what was typed: a code, what is wrong, and the remedy."""

    def __init__(self, code: str, what: str, remedy: str) -> None:
        self.code = code
        self.what = what
        self.remedy = remedy
        super().__init__(what)


def cell_word(value: Value, sort: str) -> str:
    """Return the word of a cell; `sort` is what its column holds, empty where nobody knows.

    Raises Spoilt with CELL_ERROR, CELL_DIGITS_LOST, CELL_TURNED_DATE or CELL_UNREADABLE.
    """
    if isinstance(value, str):
        if value.strip().upper() in ERRORS:
            raise Spoilt("CELL_ERROR", f"公式出错：{value.strip()}", "改正来源，填写真实的数")
        return value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return number_word(value)
    if isinstance(value, datetime.datetime):
        return date_word(value.isoformat(sep=" "), sort)
    if isinstance(value, datetime.date):
        return date_word(value.isoformat(), sort)
    raise Spoilt("CELL_UNREADABLE", f"Excel 把这一格当成了时刻 {value}", TEXT_FORMAT)


def date_word(text: str, sort: str) -> str:
    """Return a day as text, where a day is meant: Excel turns `3-1` into one unasked."""
    if sort in ("", "date"):
        return text
    raise Spoilt("CELL_TURNED_DATE", f"Excel 把这一格当成了日期 {text}", TEXT_FORMAT)


def number_word(value: float) -> str:
    """Write a number as typed: whole without a point, else as Excel shows it.

    0.1 + 0.2 is 0.30000000000000004 in a sheet and 0.3 on the screen: what lies within a
    billionth of a 分 is that 分. 1.005 stays 1.005, and is refused by whoever reads money.
    """
    if isinstance(value, float) and not math.isfinite(value):
        raise Spoilt("CELL_UNREADABLE", f"数值 {value} 没有意义", "填写真实的数")
    if abs(value) >= DIGITS_KEPT:
        raise Spoilt(
            "CELL_DIGITS_LOST",
            "数字超过 15 位，Excel 已把后面几位变成 0",
            f"{TEXT_FORMAT}；账号和证件号都要用文本",
        )
    if value == int(value):
        return str(int(value))
    exact = Decimal(repr(value))
    near = exact.quantize(FEN, rounding=ROUND_HALF_EVEN)
    return format(near if abs(exact - near) < NEAR_FEN else exact, "f")
