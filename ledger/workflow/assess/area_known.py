"""What an area's books hold when 核定 is run, as one value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from ledger.assessment.values import Spending
    from ledger.events.base import Event
    from ledger.masters.hospital import Hospital
    from ledger.policy.standing import Stop
    from ledger.store.standing.assess import Moved

Kind = TypeVar("Kind", bound="Event")


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaKnown:
    """What the area's books hold: 登记事项 that stand, and what moved 1101 by book and year."""

    year: int
    day: date
    registers: Mapping[tuple[type[Event], str], Sequence[Event]]
    moved: Mapping[tuple[str, int], tuple[Moved, ...]]
    spending: Mapping[str, tuple[Spending, ...]]
    hospitals: Mapping[str, Hospital]
    #: Of the area's own books: what stops payments, or has stopped them. Of every area's: what
    #: suspended or ended the agreement.
    stops: Mapping[str, tuple[Stop, ...]]
    interruptions: Mapping[str, tuple[Stop, ...]]

    def of(self, kind: type[Kind], hospital: str = "") -> list[Kind]:
        """Return the 登记事项 of a kind: of one hospital, or with "" of all."""
        found = self.registers.get((kind, hospital), ())
        return [event for event in found if isinstance(event, kind)]
