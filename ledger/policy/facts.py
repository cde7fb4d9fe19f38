"""事实: what the books and the profile say now, as read-only values for the checks.

A check sees facts, never the database. While a file is checked row by row, the mappings here
show what earlier rows and pending drafts would do.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from ledger.basis.period import first_day, opening_period, period_of, year_of
from ledger.policy.standing import standing_at

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date

    from ledger.masters.book import BankAccount, Book
    from ledger.masters.chart import Account, FundChart
    from ledger.masters.hospital import Hospital
    from ledger.masters.leg import Leg
    from ledger.policy.letters import Letter
    from ledger.policy.profile import Policy, Rules
    from ledger.policy.standing import Gate, Registered, Standing


class DocumentKey(NamedTuple):
    """How a document is known: by number, `within` the account whose receipt it is, on its side.

    A government's approval is known within the hospital that it is for: one may cover several.
    """

    type: str
    within: str
    side: str
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Citing:
    """One event that cites a document: who and how much of the document's amount it uses.

    `book` is another one of the area where a loss is shared. `explicit` tells an amount written
    on the paper from one taken from the event itself.
    """

    book: str
    key: str
    kind: str
    hospital: str
    year: int
    used_fen: int
    stated_fen: int
    explicit: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """A disbursement known by its key, and how much of it the bank has returned (退汇)."""

    key: str
    date: date
    hospital: str
    year: int
    amount_fen: int
    account: str
    returned_fen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Funding:
    """The later of an allocation's 财政 documents: its date, and the day on which it was entered.

    `year` is that of the day on which the money came.
    """

    year: int
    type: str
    number: str
    dated: date
    entered: date


@dataclass(frozen=True, slots=True, kw_only=True)
class OwedElsewhere:
    """What a hospital owes of a prepayment year in another book of the area, not called back."""

    book: str
    year: int
    amount_fen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One fact of a counterparty's 暂收款: money that came, or (`out`) what became of some.

    `receipts` are the numbers of its 回单. 期初 has come before any day that the books know.
    """

    key: str
    counterparty: str
    date: date
    amount_fen: int
    out: bool
    opening: bool
    receipts: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PostedVoucher:
    """A posted voucher as a correction needs it; `form` is that of a correcting voucher.

    `corrected_by` names the red voucher that took it back, `redone_by` the blue ones that say it
    anew. `root` is the id of the first voucher of its fact, `beside` the ids of the differences
    and 更正 vouchers that stand on that, oldest first: the last is the newest state. What is not
    posted yet stands there by its key. `day` is the day on which it counts
    (`events/corrections/correcting.fact_day`), `papers_by` is the newest correction of its papers,
    `orders` what its fact used of each payment order.
    """

    id: str
    key: str
    kind: str
    period: str
    number: int
    date: dt.date
    day: str
    booked: dt.date
    summary: str
    form: str
    corrected_by: str
    redone_by: tuple[str, ...]
    root: str
    beside: tuple[str, ...]
    papers_by: str
    orders: Mapping[DocumentKey, int]
    legs: tuple[Leg, ...]

    @property
    def newest(self) -> str:
        """Name the newest correction that stands on its fact; "" where none does."""
        return self.beside[-1] if self.beside else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The read-only view that findings, legs and summaries are worked out from.

    `open_from` is the first month not closed, `opening_open` tells whether 期初 may still be
    entered. `standings` are known by hospital and prepayment year, `gates` by year,
    `registers` (whatever a word names) by key.
    """

    book: Book
    chart: FundChart
    policy: Policy
    today: date
    open_from: str
    opening_open: bool
    hospitals: Mapping[str, Hospital]
    banks: Mapping[str, BankAccount]
    payments: Mapping[str, Payment]
    documents: Mapping[DocumentKey, Sequence[Citing]]
    vouchers: Mapping[str, PostedVoucher]
    standings: Mapping[tuple[str, int], Standing]
    gates: Mapping[int, Gate]
    registers: Mapping[str, Registered]
    #: Names of the pooling areas in the same database, by division code.
    areas: Mapping[str, str] = field(default_factory=dict)
    #: Whose the leaves are that corrections name by code alone, by that code.
    holders: Mapping[str, str] = field(default_factory=dict)
    #: Court cases (诉讼执行) of the area that stand: number and hospital.
    court_cases: Collection[tuple[str, str]] = ()
    #: The 财政 documents of a payment's year by the allocation's key, and what lay in 1004 when a
    #: year began, in fen.
    fundings: Mapping[str, Funding] = field(default_factory=dict)
    begun_with: Mapping[int, int] = field(default_factory=dict)
    #: Letters to hospitals (对账函) by key, and the keys by hospital and cut-off.
    letters: Mapping[str, Letter] = field(default_factory=dict)
    cutoffs: Mapping[tuple[str, dt.date], str] = field(default_factory=dict)
    #: What the 期初 of 1101 and 2001 come to, where somebody compares them with the 总账.
    openings: Mapping[str, int] = field(default_factory=dict)
    #: What came into 暂收款 of the counterparties named, and went out of it, by day.
    held: Sequence[Held] = ()
    #: What the hospitals of recalls owe in the area's other books, where nobody calls it back.
    uncalled: Mapping[str, Sequence[OwedElsewhere]] = field(default_factory=dict)

    def rules(self, day: date, year: int = 0) -> Rules:
        """Return the policy values in force on a day, for the money of a prepayment year.

        Without one, for that of the day's own year.
        """
        return self.policy.on(day, year)

    def standing(self, hospital: str, year: int) -> Standing:
        """Return what stands for a hospital's prepayment year."""
        return standing_at(self.standings, hospital, year)

    def booking_day(self, day: date, booked: date | None) -> date:
        """Return the 记账日期: as asked, else the day itself, else the first open month's first."""
        if booked is not None:
            return booked
        return day if period_of(day) >= self.open_from else first_day(self.open_from)

    def opening_period(self) -> str:
        """Name the period that holds the book's 期初."""
        return opening_period(year_of(self.book.start))

    def hospital_name(self, code: str) -> str:
        """Name a hospital; the code itself where it is not in the list."""
        hospital = self.hospitals.get(code)
        return hospital.name if hospital else code

    def account_name(self, account: Account) -> str:
        """Write a leaf's whole name, as it would be opened today."""
        holder = self.holder_name(account)
        return self.chart.full_name(account.base, holder=holder, year=account.year)

    def holder_name(self, account: Account) -> str:
        """Name whose leaf it is: a hospital, another agency's area, a counterparty, or nobody."""
        named = account.hospital or account.counterparty
        if named in self.hospitals or not named:
            return self.hospital_name(named) if named else ""
        return self.areas.get(named) or self.holders.get(account.code) or named

    def exclusive(self, account: str) -> bool:
        """Return whether a bank account is this ledger's alone; undescribed counts as shared."""
        bank = self.banks.get(account)
        return bank is not None and bank.exclusive
