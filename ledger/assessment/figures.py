"""数字的写法: exact fractions as people read them, cut off and never rounded up.

5.9999 months never read as 6.00: a figure is cut after two decimals, and goes on for as many
as it takes where it would look like a threshold that it is not.
"""

from __future__ import annotations

from fractions import Fraction
from math import floor

from ledger.basis.errors import refuse
from ledger.basis.money import grouped


def decimal(value: Fraction, *apart: Fraction) -> str:
    """Write a number with two decimals, cut off; with more where it would look like another."""
    digits = 2
    while looks_like(value, digits, apart):
        digits += 1
    cut = floor(value * 10**digits)
    whole, rest = divmod(abs(cut), 10**digits)
    return f"{'-' if cut < 0 else ''}{whole}.{rest:0{digits}d}"


def money(fen: Fraction, *apart: Fraction) -> str:
    """Write an exact amount of fen as 元, cut off; `…` tells that more digits follow."""
    if fen < 0:
        return f"-{money(-fen)}"
    if fen.denominator == 1:
        return grouped(fen.numerator)
    digits = 0
    while looks_like(fen, digits, apart):
        digits += 1
    cut = floor(fen * 10**digits)
    whole, rest = divmod(cut, 10**digits)
    more = f"{rest:0{digits}d}" if digits else ""
    return f"{grouped(whole)}{more}{'' if Fraction(cut, 10**digits) == fen else '…'}"


def looks_like(value: Fraction, digits: int, apart: tuple[Fraction, ...]) -> bool:
    """Return whether a value, cut after some digits, reads as another value that it is not."""
    cut = Fraction(floor(value * 10**digits), 10**digits)
    return any(cut == other != value for other in apart)


def ratio_text(ratio: Fraction) -> str:
    """Write a ratio exactly: `1`, `0.9`, `1/3`."""
    for digits in range(7):
        scaled = ratio * 10**digits
        if scaled.denominator == 1:
            sign, size = "-" if scaled < 0 else "", abs(scaled.numerator)
            whole, rest = divmod(size, 10**digits)
            return f"{sign}{whole}.{rest:0{digits}d}" if digits else f"{sign}{whole}"
    return str(ratio)


def read_ratio(text: str) -> Fraction:
    """Read a ratio exactly: `0.5`, `1/2`, `50%`; raises Refused for anything else."""
    try:
        return Fraction(text[:-1]) / 100 if text.endswith("%") else Fraction(text)
    except (ValueError, ZeroDivisionError):
        raise refuse("RATIO_UNREADABLE", f"比例“{text}”读不懂", "写成 0.5、1/2 或 50%") from None


def half_up(value: Fraction) -> int:
    """Round to whole fen, half up: the one rounding of a calculation."""
    return floor(value + Fraction(1, 2))
