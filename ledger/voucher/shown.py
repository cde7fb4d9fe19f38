"""凭证 as an accountant reads it: 借/贷 lines over the stored legs, and who answers for them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ledger.basis.terms import voucher_number
from ledger.masters.stand_in import called

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Mapping

    from ledger.basis.encoding import Pair
    from ledger.events.words import Paper
    from ledger.masters.book import Book
    from ledger.masters.chart import FundChart, Leaf
    from ledger.masters.leg import Leg
    from ledger.policy.irregular import Breach, Irregular
    from ledger.voucher.confirmed import Confirmed, Scan


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One 借 or 贷 line: account code and whole name, side (`debit`, `credit`), signed fen."""

    account: str
    name: str
    side: str
    amount_fen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Voucher:
    """A posted voucher (记账凭证), as books, prints and journals show it.

    `kind` is the event's, `movement` the kind it counts as (a red disbursement still counts
    as 拨付, negative). `date` is the day of the fact, `booked` the 记账日期 in `period`.
    `corrects` and `corrected_by` name other vouchers (`2026-03 记-0007`), empty where there
    are none; `form` is empty, `red`, `blue`, `difference` or `amend`; `cashier` and `chief`
    name who signed (51(一)). `position`, `fact_digest` and `link` are its
    place in the book's chain of the year. `breaches` are the rules that an irregular event
    went against; `papers_by` is the key of what put its papers right since; `case` says whether
    it has been put right, where that was looked up. `stood` names the steps taken by 代理.
    """

    book: str
    id: str
    key: str
    kind: str
    movement: str
    period: str
    number: int
    date: datetime.date
    booked: datetime.date
    hospital: str
    year: int
    summary: str
    lines: tuple[Line, ...]
    papers: tuple[Paper, ...]
    sheets: int
    form: str
    corrects: str
    corrected_by: str
    irregular: bool
    prepared_by: str
    approved_by: str
    posted_by: str
    posted_at: str
    origin: str
    position: int
    fact_digest: str
    link: str
    cashier: str = ""
    chief: str = ""
    stood: frozenset[str] = frozenset()
    papers_by: str = ""
    breaches: tuple[Breach, ...] = ()
    case: Irregular | None = None

    def signer(self, step: str) -> str:
        """Name who took a step (`approved_by`, `cashier`), with 代 where it was by 代理."""
        return called(getattr(self, step), stood=step in self.stood)

    @property
    def stands(self) -> bool:
        """Return whether it is a special case (特殊情况) not known to have been put right."""
        return self.irregular and (self.case is None or self.case.stands)

    @property
    def label(self) -> str:
        """Name the voucher within its book: `2026-03 记-0007`."""
        return voucher_label(self.period, self.number)

    @property
    def total_fen(self) -> int:
        """Add up the debit side (red counts negative)."""
        return sum(line.amount_fen for line in self.lines if line.side == "debit")


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterEntry:
    """A 登记事项 as books and journals show it: a link of the chain that is no voucher.

    It took effect when it was approved; `booked` names the month that it belongs to.
    """

    book: str
    id: str
    key: str
    kind: str
    date: datetime.date
    booked: datetime.date
    hospital: str
    year: int
    prepared_by: str
    prepared_at: str
    approved_by: str
    approved_at: str
    origin: str
    chain_year: int
    position: int
    fact_digest: str
    link: str
    stood: frozenset[str] = frozenset()

    def signer(self, step: str) -> str:
        """Name who took a step (`approved_by`), with 代 where it was by 代理."""
        return called(getattr(self, step), stood=step in self.stood)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedIn:
    """What people signed of a posted fact: the digest of its rest, and its three sets, by id.

    `prepared` and `approved` are empty for what the program prepares itself (期末结转).
    """

    private: str
    prepared: str
    approved: str
    posted: str

    def steps(self) -> dict[str, str]:
        """Return the set of each step that was signed, by the step."""
        found = {"prepared": self.prepared, "approved": self.approved, "posted": self.posted}
        return {step: id_ for step, id_ in found.items() if id_}


@dataclass(frozen=True, slots=True, kw_only=True)
class SetShown:
    """A set that somebody signed, as journals show it: all that it says, and the signature."""

    id: str
    pairs: tuple[Pair, ...]
    signature: str


@dataclass(frozen=True, slots=True, kw_only=True)
class YearLedger:
    """One book's year, whole: what the journals show and the second engine re-adds.

    `leaves` are the leaf accounts used, by code; `openings` the balances carried in from the
    year before, in debit-positive fen by code (empty in the book's first year, whose 期初 are
    vouchers); `vouchers` are in order of period and number, `registers` (登记事项) of position.
    `confirmed` is what others said of its leaves, `scans` the papers' files that are kept.
    `signed` is what people signed, by the id of the fact, and `sets` the sets that it names.
    """

    book: Book
    chart: FundChart
    year: int
    leaves: Mapping[str, Leaf]
    openings: Mapping[str, int]
    vouchers: tuple[Voucher, ...]
    registers: tuple[RegisterEntry, ...] = ()
    confirmed: tuple[Confirmed, ...] = ()
    scans: tuple[Scan, ...] = ()
    signed: Mapping[str, SignedIn] = field(default_factory=dict)
    sets: Mapping[str, SetShown] = field(default_factory=dict)


def voucher_label(period: str, number: int) -> str:
    """Name a voucher within its book: `2026-03 记-0007`, `2026-00 期初-0001`."""
    return f"{period} {voucher_number(period, number)}"


def lines_of(legs: Iterable[Leg], names: Mapping[str, str]) -> tuple[Line, ...]:
    """Merge legs into 借 lines and 贷 lines, one per account and side, in order of first use."""
    debits: dict[str, int] = {}
    credits_: dict[str, int] = {}
    for leg in legs:
        debits[leg.debit.code] = debits.get(leg.debit.code, 0) + leg.amount_fen
        credits_[leg.credit.code] = credits_.get(leg.credit.code, 0) + leg.amount_fen
    return tuple(
        Line(account=code, name=names[code], side=side, amount_fen=fen)
        for side, sums in (("debit", debits), ("credit", credits_))
        for code, fen in sums.items()
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class BalanceRow:
    """A leaf's figures over some months: opening in debit-positive fen, then 发生额 by side.

    期初 vouchers count in the opening, never as 发生额; 红字 counts negative on its own side.
    """

    leaf: Leaf
    opening_fen: int
    debit_fen: int
    credit_fen: int

    @property
    def closing_fen(self) -> int:
        """Return the closing balance; positive is a debit balance."""
        return self.opening_fen + self.debit_fen - self.credit_fen


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountEntry:
    """One line of an account's book (账页): a voucher's 借 or 贷 line on one leaf."""

    account: str
    period: str
    number: int
    date: datetime.date
    booked: datetime.date
    summary: str
    side: str
    amount_fen: int
    movement: str
