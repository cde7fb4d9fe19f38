"""Money is whole fen (分) inside; 元 is text at the edges and nowhere else."""

from __future__ import annotations

import re

from ledger.basis.errors import LedgerError
from ledger.basis.text import narrow

# Thirteen digits of 元 keep the sum of a province's decade far inside 64 bits.
YUAN_PATTERN = re.compile(r"(-?)(\d{1,13}|\d{1,3}(?:,\d{3}){1,4})(?:\.(\d{1,2}))?", re.ASCII)


class NotMoney(LedgerError):
    """The words are not an amount that is exact to the 分."""

    exit_code = 2


def parse_fen(text: str) -> int:
    """Read 元 with at most two decimals as fen; thousands commas and full width are understood.

    Raises NotMoney for anything that is not exact: `1.005`, `1e6`, `NaN`, `1_000`, other
    scripts' digits.
    """
    match = YUAN_PATTERN.fullmatch(narrow(text).strip())
    if match is None:
        raise NotMoney(text)
    sign, whole, decimals = match.groups()
    fen = int(whole.replace(",", "")) * 100 + int((decimals or "").ljust(2, "0"))
    return -fen if sign else fen


def yuan(fen: int) -> str:
    """Write fen as 元 with two decimals, for machines: `1200000.00`."""
    whole, rest = divmod(abs(fen), 100)
    return f"{'-' if fen < 0 else ''}{whole}.{rest:02d}"


def grouped(fen: int) -> str:
    """Write fen as 元 with thousands commas, for people: `1,200,000.00`."""
    whole, rest = divmod(abs(fen), 100)
    return f"{'-' if fen < 0 else ''}{whole:,}.{rest:02d}"
