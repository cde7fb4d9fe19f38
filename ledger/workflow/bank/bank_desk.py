"""What the verbs of 对账 share: who may act, which account, and both sides as they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ledger.basis.errors import refuse, unclear
from ledger.basis.statutory import DISBURSEMENT_ACCOUNT, FISCAL_ACCOUNT
from ledger.basis.terms import BANKS
from ledger.masters.book import BankAccount
from ledger.reconcile.marks import settled_members
from ledger.reconcile.units import units_of
from ledger.store.bank.bank_books import read_links, read_moved
from ledger.store.bank.bank_lines import read_lines
from ledger.store.bank.bank_marks import read_marks
from ledger.store.masters import read_bank_accounts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import sqlalchemy as sa

    from ledger.reconcile.lines import BankLine
    from ledger.reconcile.marks import Mark
    from ledger.reconcile.units import Unit

ACCOUNTS = (DISBURSEMENT_ACCOUNT, FISCAL_ACCOUNT)


@dataclass(frozen=True, slots=True, kw_only=True)
class BothSides:
    """An account as it stands: the statement's lines, our facts, and what was said of them."""

    account: str
    lines: tuple[BankLine, ...]
    units: tuple[Unit, ...]
    marks: tuple[Mark, ...]

    def open_lines(self) -> list[BankLine]:
        """List the lines that nothing in force, and nothing pending, speaks of."""
        taken, _ = settled_members(self.marks)
        return [line for line in self.lines if line.id not in taken]

    def changed(self) -> set[int]:
        """Name the matches in force whose sides no longer agree: corrected since, in the books."""
        lines = {line.id: line.net_fen for line in self.lines}
        units = {unit.id: unit.net_fen for unit in self.units}
        matches = [mark for mark in self.marks if mark.in_force and mark.kind == "match"]
        return {
            mark.number
            for mark in matches
            if sum_of(mark.lines, lines) != sum_of(mark.units, units)
        }

    def open_units(self) -> list[Unit]:
        """List the facts that nothing in force speaks of, and that moved money."""
        _, taken = settled_members(self.marks)
        return [unit for unit in self.units if unit.net_fen and unit.id not in taken]


def sum_of(ids: Iterable[str], fen: Mapping[str, int]) -> int:
    """Add up what lines or facts come to; one that is not there comes to nothing."""
    return sum(fen.get(id_, 0) for id_ in ids)


def read_sides(conn: sa.Connection, book: str, account: str) -> BothSides:
    """Read both sides of an account."""
    units = units_of(read_moved(conn, book, account), read_links(conn, book))
    return BothSides(
        account=account,
        lines=tuple(read_lines(conn, book, account)),
        units=tuple(units),
        marks=tuple(read_marks(conn, book, account)),
    )


def bank_of(conn: sa.Connection, book: str, account: str) -> BankAccount:
    """Return what an account is; one that nobody described counts as shared."""
    if account not in BANKS:
        raise unclear("ACCOUNT_UNKNOWN", f"银行账户 {account} 不认识", "填 1004 或 1003")
    known = read_bank_accounts(conn, book).get(account)
    return known or BankAccount(code=account, bank="", number="", exclusive=False)


def reason_asked(reason: str) -> str:
    """Read why; raises Refused where nothing is said."""
    if not reason.strip():
        raise refuse("REASON_MISSING", "没有写明理由", "加上 --reason 理由")
    return reason.strip()


def proposals_among(marks: Iterable[Mark]) -> list[Mark]:
    """Pick the matches that are only proposed."""
    return [mark for mark in marks if mark.state == "proposed"]


def accounts_meant(account: str) -> Sequence[str]:
    """List the account that is named, or both."""
    return [account] if account else ACCOUNTS
