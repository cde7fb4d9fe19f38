"""The steps that the scripted sample books are told in; a runner executes them with real verbs.

A step says on which day and hour somebody of an area does something, and in one Chinese
sentence what happens and why. Rows stand in the form of a file (English words).
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


class Team(NamedTuple):
    """Who prepares, who approves, and the chief (会计主管) who posts, closes and decides."""

    preparer: str
    approver: str
    chief: str


#: The administrator and 兰州's cashier; like everybody here they are invented.
ADMIN = "程越之"
CASHIER = "苏晓棠"

AREA = "620100"
EMPLOYEE = "620100/employee"
RESIDENT = "620100/resident"
HAINAN = "460000"
HAINAN_EMPLOYEE = "460000/employee"
CITY = "620700"
CITY_EMPLOYEE = "620700/employee"
COUNTY = "620722"
COUNTY_EMPLOYEE = "620722/employee"

AREAS: Mapping[str, str] = MappingProxyType(
    {AREA: "兰州市", HAINAN: "海南省", CITY: "张掖市", COUNTY: "民乐县"}
)
TEAMS: Mapping[str, Team] = MappingProxyType(
    {
        AREA: Team("陆知遥", "方以宁", "顾怀瑾"),
        HAINAN: Team("邢若汐", "吴听澜", "韩屿舟"),
        CITY: Team("祁望舒", "甘予棠", "段云起"),
        COUNTY: Team("毛清和", "石予安", "何映雪"),
    }
)


def books_of(area: str) -> tuple[str, str]:
    """Name the two books of an area."""
    return f"{area}/employee", f"{area}/resident"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing done in an area, on a day, from an hour on."""

    day: date
    hour: int
    note: str
    area: str = AREA


@dataclass(frozen=True, slots=True, kw_only=True)
class BooksOpened(Step):
    """An area's two books are opened; `owner` answers who keeps them, where a profile asks."""

    profile: str
    start: str
    owner: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OperatorsAdded(Step):
    """People get their roles from the administrator, in this order; the cashier for her books."""

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
class PolicyChosen(Step):
    """The chief settles an open question of the profile for both books, and says why."""

    name: str
    reading: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListImported(Step):
    """A list that 核定 is worked out from is imported: 基金收支, or what hospitals were paid."""

    file: str
    rows: tuple[Mapping[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessed(Step):
    """核定 is run for a year; with 财政's decision once there is one.

    `refused` are the codes of what it asks for instead of an answer.
    """

    year: int
    agreed: tuple[Mapping[str, str], ...] = ()
    document: str = ""
    refused: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentApproved(Step):
    """A second person approves the 核定 of a year."""

    year: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded(Step):
    """A file of events is recorded, and approved and posted the same day."""

    rows: tuple[Mapping[str, object], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prevented(Step):
    """A row is recorded and the ledger refuses it for these reasons; nothing is written."""

    row: Mapping[str, object]
    codes: tuple[str, ...]


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
    """Both books of the area close a month."""

    period: str


@dataclass(frozen=True, slots=True, kw_only=True)
class YearClosed(Step):
    """Both books of the area close a year."""

    year: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementImported(Step):
    """The cashier imports an account's statement of a month and matches it with the books.

    `unbooked` are lines that the books do not have: day, memo, hospital, fen.
    """

    book: str
    account: str
    period: str
    unbooked: tuple[tuple[date, str, str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciled(Step):
    """The cashier matches again and draws up a 余额调节表; a second person approves it."""

    book: str
    account: str
    period: str
