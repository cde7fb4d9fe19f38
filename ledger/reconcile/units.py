"""账上的收付: what our books did on a bank account, each fact with its corrections in it.

A voucher and what corrects it (红字, 蓝字, 差额) are one fact: what the bank did once. A fact
that was taken back whole moved nothing and needs no statement line.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ledger.basis.terms import voucher_number

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Mapping, Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class BankMoved:
    """One voucher's net movement on a bank account, in fen; money in is positive.

    `accounts` are the payer's or payee's bank accounts that its event names.
    """

    id: str
    key: str
    kind: str
    period: str
    number: int
    date: datetime.date
    booked: datetime.date
    hospital: str
    year: int
    summary: str
    net_fen: int
    form: str
    accounts: tuple[str, ...]

    @property
    def label(self) -> str:
        """Name its voucher within the book: `2026-03 记-0007`."""
        return f"{self.period} {voucher_number(self.period, self.number)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Papers:
    """The numbers of a voucher's papers that tie it to the bank: receipts, and payment orders."""

    receipts: frozenset[str]
    orders: frozenset[str]


NO_PAPERS = Papers(receipts=frozenset(), orders=frozenset())


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One fact on a bank account: the id of its first voucher, and every voucher of it.

    `shown` is the voucher that stands for it; `net_fen` what all of them come to.
    """

    id: str
    shown: BankMoved
    net_fen: int
    members: tuple[BankMoved, ...]
    papers: Papers = field(default=NO_PAPERS)

    @property
    def accounts(self) -> frozenset[str]:
        """Return the other side's bank accounts, as the events name them."""
        return frozenset(account for member in self.members for account in member.accounts)

    def net_by(self, period: str) -> int:
        """Return what it had come to by the end of a month."""
        return sum(member.net_fen for member in self.members if member.period <= period)


def units_of(moved: Iterable[BankMoved], corrects: Mapping[str, str]) -> list[Unit]:
    """Gather movements into facts, in book order; `corrects` names what a voucher corrects.

    期初 is what the account began with, and no movement.
    """
    chains: dict[str, list[BankMoved]] = {}
    for movement in sorted(moved, key=lambda m: (m.period, m.booked, m.number)):
        root = movement.id
        while root in corrects:
            root = corrects[root]
        chains.setdefault(root, []).append(movement)
    return [
        unit_of(root, members)
        for root, members in chains.items()
        if all(member.kind != "opening-balance" for member in members)
    ]


def unit_of(root: str, members: Sequence[BankMoved]) -> Unit:
    """Make the fact of a voucher and its corrections; the last that adds nothing stands for it."""
    standing = [member for member in members if member.form not in ("red", "difference")]
    return Unit(
        id=root,
        shown=(standing or members)[-1],
        net_fen=sum(member.net_fen for member in members),
        members=tuple(members),
    )


def with_papers(units: Iterable[Unit], papers: Mapping[str, Papers]) -> list[Unit]:
    """Return units with the numbers of their vouchers' papers."""
    found = []
    for unit in units:
        own = [papers.get(member.id, NO_PAPERS) for member in unit.members]
        receipts = frozenset[str]().union(*(paper.receipts for paper in own))
        orders = frozenset[str]().union(*(paper.orders for paper in own))
        found.append(replace(unit, papers=Papers(receipts=receipts, orders=orders)))
    return found
