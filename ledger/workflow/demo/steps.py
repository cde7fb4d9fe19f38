"""The steps that the scripted sample year is told in; a runner executes them with real verbs.

A step says on which day and hour somebody does something, and in one Chinese sentence what
happens and why. Rows of events stand in the form of a file of events (English words).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

#: The people of the sample books, all invented: who prepares, approves, posts and closes.
PREPARER = "陆知遥"
APPROVER = "方以宁"
POSTER = "顾怀瑾"
CASHIER = "苏晓棠"
ADMIN = "程越之"

AREA = "620100"
EMPLOYEE = "620100/employee"
RESIDENT = "620100/resident"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing done in the sample year, on a day, from an hour on."""

    day: date
    hour: int
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OperatorsAdded(Step):
    """People get their roles, in this order; the first one is the administrator."""

    operators: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HospitalsImported(Step):
    """A list of hospitals is imported; a known code with other content is a new version."""

    rows: tuple[Mapping[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BankDescribed(Step):
    """A bank account behind an account of a book is described; it is the ledger's alone."""

    book: str
    account: str
    bank: str
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded(Step):
    """A file of events is recorded, and approved and posted the same day."""

    rows: tuple[Mapping[str, object], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected(Step):
    """Posted vouchers, named by their events' keys, are corrected as one unit.

    `rows` are the right events (blue), each with `corrects`, the key of the event that it
    stands in for, and without papers, which it inherits; no rows means red alone.
    """

    book: str
    vouchers: tuple[str, ...]
    rows: tuple[Mapping[str, object], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected(Step):
    """A draft is recorded, rejected for a reason, mended, recorded again, and posted."""

    book: str
    row: Mapping[str, object]
    reason: str
    mended: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthClosed(Step):
    """Both books close a month."""

    period: str


@dataclass(frozen=True, slots=True, kw_only=True)
class YearClosed(Step):
    """Both books close a year."""

    year: int
