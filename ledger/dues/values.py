"""What the list of what is due is made of: one duty a line, and what a book knows on a day."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from ledger.events.base import Event
    from ledger.events.permissions.permission_stops import Hindrance
    from ledger.events.registers.recall import Recall
    from ledger.masters.book import Book
    from ledger.masters.hospital import Hospital
    from ledger.policy.profile import Policy, Rules
    from ledger.store.standing.assess import Moved

Kind = TypeVar("Kind", bound="Event")

#: How many days ahead a duty counts as soon.
SOON = 7
#: How many days ahead a window, a deadline or a lapse is told at all.
AHEAD = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """One thing to be done (DUTIES): until when, about whom, how much, why, and by which command.

    `due` is None where the notice names no day; `prompt` tells one that may not wait all the
    same (及时). `count` is the number of hospitals where a line stands for several.
    """

    kind: str
    book: str
    due: date | None
    what: str
    clause: str
    command: str
    hospital: str = ""
    holder: str = ""
    year: int = 0
    amount_fen: int | None = None
    count: int = 0
    prompt: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BookState:
    """What a book knows on a day, for the duties to be worked out from.

    `moved` is what moved 1101 by prepayment year, each with the day that counts; `registers`
    are the 登记事项 that stand, dated by the day, by kind; `approved` the 核定 by year and
    hospital; `bank` the net of 1004 by accounting year and movement up to the day,
    `bank_opening` its balance at the start of a year, and `bank_balance_fen` what lies there,
    None where the account is shared with others.
    `unidentified_fen` is 暂收 in 1004 that nobody has told apart. `first_of_area` marks the one
    book of an area that tells what is the area's. `closed` are the months sealed by the day;
    `unconfirmed` names by year the hospitals that have not agreed to what they owe, and why, and
    `unanswered` those without whose answer a year was closed (催函, 替代核对); `untied` are the
    期初 that nobody has compared with the general ledger, by account;
    `unreconciled` says by month, not closed yet, which 余额调节表 is missing;
    `late_returns_fen` is what came back this year of earlier prepayment years;
    `standing_recalls` are those of every book of the area that no lifting has ended; `hindered`
    says of the hospitals of this year's 核定 what stops payments to them on the day. Of whoever's
    settlements are stopped, `owed_elsewhere` is what it holds in the other books of the area,
    `written_off` what was written off in any of them and has not come back.
    """

    book: Book
    on: date
    policy: Policy
    hospitals: Mapping[str, Hospital]
    moved: Mapping[int, tuple[Moved, ...]]
    registers: Mapping[str, tuple[Event, ...]]
    approved: Mapping[int, Mapping[str, int]]
    bank: Mapping[tuple[int, str], int]
    bank_opening: Mapping[int, int]
    bank_balance_fen: int | None
    unidentified_fen: int
    closed: frozenset[str]
    drafts: int
    irregular_count: int
    irregular_fen: int
    first_of_area: bool
    unconfirmed: Mapping[int, tuple[str, ...]]
    unanswered: Mapping[int, tuple[str, ...]]
    untied: Mapping[str, int]
    unreconciled: Mapping[str, tuple[str, ...]]
    late_returns_fen: int = 0
    standing_recalls: tuple[Recall, ...] = ()
    hindered: Mapping[str, tuple[Hindrance, ...]] = field(default_factory=dict)
    owed_elsewhere: Mapping[str, int] = field(default_factory=dict)
    written_off: Mapping[str, int] = field(default_factory=dict)

    @property
    def rules(self) -> Rules:
        """Return the policy values in force on the day."""
        return self.policy.on(self.on)

    def of(self, kind: type[Kind]) -> tuple[Kind, ...]:
        """Return the 登记事项 of a kind."""
        found = self.registers.get(kind.KIND, ())
        return tuple(event for event in found if isinstance(event, kind))

    def name(self, hospital: str) -> str:
        """Name a hospital; its code where it is not in the list."""
        found = self.hospitals.get(hospital)
        return found.name if found else hospital
