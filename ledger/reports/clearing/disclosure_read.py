"""What the 附注 is drawn from: movements by leaf, the rules of the day, presumed readings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.period import year_of
from ledger.masters.chart import is_under
from ledger.projections.settlement import settlement_rows
from ledger.reports.owed import control_of
from ledger.store.balances import balance_rows, read_accounts
from ledger.store.brought import read_brought
from ledger.store.facts import read_facts
from ledger.store.movements import Scope, read_scope

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ledger.policy.profile import Policy
    from ledger.policy.values import Choice
    from ledger.projections.settlement import SettlementRow
    from ledger.reports.asking import Inquiry


def moved_rows(inquiry: Inquiry, last: str, on: date) -> list[SettlementRow]:
    """Class the year's movements of 医保预付金 by leaf."""
    conn, book = inquiry.conn, inquiry.book
    base = control_of(inquiry.desk, book)
    first = f"{year_of(last)}-01"
    openings = balance_rows(conn, book, first=first, last=last, base=base)
    moved = read_scope(conn, book.code, Scope(account=base), first=first, last=last, until=on)
    leaves = read_accounts(conn, book.code)
    own = {code: leaf for code, leaf in leaves.items() if is_under(code, base)}
    return settlement_rows(openings, moved, own, {}, read_brought(conn, book, year_of(last)))


def read_policy(inquiry: Inquiry) -> Policy:
    """Read the policy that a book works from."""
    desk, book = inquiry.desk, inquiry.book
    facts, _ = read_facts(inquiry.conn, book, desk.chart(book.fund), [], desk.today())
    return facts.policy


def deadlines_of(policy: Policy, rows: Sequence[SettlementRow], on: date) -> dict[int, date]:
    """Return by when each prepayment year had to come back, by the rules of a day."""
    rules = policy.on(on)
    years = {row.leaf.account.year for row in rows}
    return {year: rules.day("return_deadline", year) for year in years}


def presumed(policy: Policy, year: int) -> tuple[Choice, ...]:
    """List the choices that hold in a year by presumption alone, in order of their number."""
    waiting = [
        choice for choice in policy.choices().values() if policy.state(choice, year) == "presumed"
    ]
    return tuple(sorted(waiting, key=lambda choice: (len(choice.item), choice.item, choice.name)))
