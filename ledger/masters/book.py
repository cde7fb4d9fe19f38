"""账套: a pooling area's (统筹区) books of one fund, and its bank accounts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ledger.basis.terms import FUNDS

AREA_PATTERN = re.compile(r"\d{6}", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """One book (账套) = pooling area × fund, the unit that balances: `620100/employee`.

    `start` is the first open month (`2026-01`); `profile` names the policy layers it obeys.
    """

    code: str
    area: str
    fund: str
    area_name: str
    profile: str
    start: str

    @property
    def name(self) -> str:
        """Name the book as people say it: 兰州市职工医保."""
        return f"{self.area_name}{FUNDS[self.fund]}医保"


@dataclass(frozen=True, slots=True, kw_only=True)
class BankAccount:
    """A bank account behind 1004 or 1003: exclusive to this ledger, or shared with others.

    A bank account that nobody described counts as shared.
    """

    code: str
    bank: str
    number: str
    exclusive: bool


def book_code(area: str, fund: str) -> str:
    """Write a book's code."""
    return f"{area}/{fund}"
