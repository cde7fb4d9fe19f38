"""业务的现状: a fact is its first voucher and every 差额 or 更正 voucher that stands on it.

The newest state of the fact is what is corrected, judged and shown. One red voucher takes back
one member; the latest goes first, and a fact whose first voucher is taken back is none.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ledger.events.corrections.corrected import corrected

if TYPE_CHECKING:
    from ledger.events.base import Event
    from ledger.masters.chart import FundChart
    from ledger.masters.leg import Leg

#: Corrections that stand beside the voucher which they put right, as part of one fact.
BESIDE = ("difference", "amend")


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A voucher of a fact that stands, and the amount that it says the fact has, in fen."""

    id: str
    form: str
    period: str
    legs: tuple[Leg, ...]
    said_fen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """A fact: the event of its first voucher, and what stands of it, oldest first.

    `members` are empty where the first voucher was taken back in red.
    """

    event: Event
    members: tuple[Member, ...]

    def legs(self) -> tuple[Leg, ...]:
        """Return the legs of everything that stands, in order."""
        return tuple(leg for member in self.members for leg in member.legs)

    def state(self, chart: FundChart) -> list[Event]:
        """Say the fact as it stands now; () where nothing is left of it.

        It is several events where a correction has parted it between hospitals.
        """
        if not self.members:
            return []
        if len(self.members) == 1:
            return [self.event]
        return corrected(self.event, self.legs(), chart, self.members[-1].said_fen)

    def without(self, id_: str) -> History:
        """Take one voucher back; with the first one the fact is gone."""
        if self.members and self.members[0].id == id_:
            return replace(self, members=())
        return replace(self, members=tuple(m for m in self.members if m.id != id_))

    def beside(self, member: Member) -> History:
        """Let a correction stand beside what is there."""
        return replace(self, members=(*self.members, member))
