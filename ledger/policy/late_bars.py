"""不再受理: which of the late ones may not apply for the next year (海南·五(五); A-25).

逾期未返还的，从…结算资金里抵扣，无法抵扣的依法追回，且不再受理其次年预付金申请: whom the last part
means is not written. Every late one, those who had not paid by themselves before an offset, or
those from whom it could not be offset; whether it could not be is for a person to say. The one
home of that question: 核定 and the list of what is due ask it.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

NAME = "late_bars"
EVERY, BEFORE_OFFSET, UNRECOVERABLE = "every", "before_offset", "unrecoverable"
#: The movements by which late money came back that no longer counts, by reading.
BY_ITSELF = frozenset({"repayment", "suspense-out"})
SETTLED_BY: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        EVERY: frozenset(),
        BEFORE_OFFSET: BY_ITSELF,
        UNRECOVERABLE: BY_ITSELF | {"settlement-offset"},
    }
)
#: What a person registers (违约登记) of late money that is still out.
NOT_OFFSET, OFFSET_POSSIBLE = "not-offset", "offset-possible"
BARS, FREE, UNDECIDED = "bars", "free", "undecided"


class Readings(Protocol):
    """The values in force, as far as this question reads them."""

    def text(self, name: str) -> str:
        """Return a value that is one word; raises Refused where a choice is open."""

    def clause(self, name: str) -> str:
        """Return the clause that a value rests on; "" where the policy has no such value."""


def late_verdict(rules: Readings, *, unrepaid: bool, not_offset: bool, undecided: bool) -> str:
    """Return what being late means for whoever was: BARS, FREE or UNDECIDED.

    `unrepaid`: it had not paid all by itself before an offset; `not_offset`: somebody registered
    that what is out cannot be offset; `undecided`: something is out of which nobody said so or
    otherwise. Where every reading says the same nothing is asked; else an open choice is refused.
    """
    if not rules.clause(NAME) or (unrepaid and not_offset):
        return BARS
    reading = rules.text("late_bars")
    if reading == UNRECOVERABLE and undecided and not not_offset:
        return UNDECIDED
    counts = {EVERY: True, BEFORE_OFFSET: unrepaid, UNRECOVERABLE: not_offset}
    return BARS if counts[reading] else FREE


def decide(*, book: str, hospital: str, year: int) -> str:
    """Say how a person registers whether what is out can be offset."""
    enter = (
        f"prepay enter 违约登记 --book {book} --hospital {hospital} --year {year} "
        "--date 日期 --paper other:文号:日期"
    )
    return (
        f"核对能否从12月或次年的结算资金里抵扣，再登记：无法抵扣的（不再受理）{enter} "
        f"--cause {NOT_OFFSET} --reason 说明；可以抵扣的（照常受理）--cause 写 {OFFSET_POSSIBLE}"
    )
