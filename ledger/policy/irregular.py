"""特殊情况: what happened against a rule of permission, and when it counts as put right.

It stands red in every overview and in 附注 until it is cured (design 2.12): by a paper that is
registered, by a red voucher, or of itself, where the money that was too much has come back.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping, Sequence

#: How a special case is put right, by code.
CURES: Mapping[str, str] = MappingProxyType(
    {
        "paper": "已登记处理",
        "red": "已红字冲销",
        "within": "未返还余额已不超过核定",
        "returned": "款项已全部收回或结清",
    }
)
#: The one breach that ends as soon as what is left is no more than what was approved.
TOO_MUCH = "LIMIT_EXCEEDED"
#: Kinds that pay out: only they can be undone by money that comes back.
PAYING = ("disbursement",)


class Breach(NamedTuple):
    """One rule that an event went against: the finding's code, its clause, and its figures."""

    code: str
    clause: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cured:
    """How a special case was put right (CURES), on which day, and by what.

    `key` names the registered cure or the red voucher, empty where it ended of itself.
    """

    how: str
    date: datetime.date
    key: str
    reason: str
    papers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Irregular:
    """One special case: the event, its voucher, what it went against, and its cure, if any."""

    book: str
    id: str
    key: str
    kind: str
    voucher: str
    hospital: str
    holder: str
    year: int
    date: datetime.date
    booked: datetime.date
    amount_fen: int
    reason: str
    breaches: tuple[Breach, ...]
    prepared_by: str
    approved_by: str
    cured: Cured | None

    @property
    def may_end(self) -> bool:
        """Return whether it stands still, and may end of itself: a payment, by what is left."""
        return self.cured is None and self.kind in PAYING

    @property
    def stands(self) -> bool:
        """Return whether it still stands red."""
        return self.cured is None


@dataclass(frozen=True, slots=True, kw_only=True)
class CasesStanding:
    """How many special cases of a book stand, and their sum."""

    count: int
    amount_fen: int


def standing_of(cases: Sequence[Irregular]) -> CasesStanding:
    """Count the cases that still stand."""
    left = [case.amount_fen for case in cases if case.stands]
    return CasesStanding(count=len(left), amount_fen=sum(left))


def ended(
    case: Irregular, balances: Sequence[tuple[datetime.date, int]], approved_fen: int | None
) -> Cured | None:
    """Return what put a case right; a payment may have ended by what its hospital's year held.

    `balances` are the leaf's at the end of each day that moved it, in order. It has ended on
    the first day on which nothing is left; where too much was all that was wrong, on the
    first on which no more is left than was approved (甘肃·三).
    """
    if not case.may_end:
        return case.cured
    codes = {breach.code for breach in case.breaches}
    limit = approved_fen if codes == {TOO_MUCH} and approved_fen is not None else 0
    for day, left in balances:
        if day >= case.booked and left <= limit:
            how = "within" if left else "returned"
            return Cured(how=how, date=day, key="", reason="", papers=())
    return None
