"""Reads the guarded leaves that a batch moves, by the day of the fact and by month.

What a batch may break lies on or after its earliest day, so a bank account's history is not
read: its balance before that day is what it holds now less what has moved since.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ledger.basis.terms import BANKS
from ledger.events.corrections.correcting import DATED_BACK, counted_day
from ledger.store.relations.fact_days import read_fact_days
from ledger.store.relations.lines import LinePick, net_of, read_sums
from ledger.store.vouchers.balances import accounts_held, read_months_of
from ledger.voucher.leaves import Leaves, Running

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    import sqlalchemy as sa

    from ledger.masters.book import Book


BY_DAY = ("account", "day", "apart", "kind")


def read_leaves(conn: sa.Connection, book: Book, sides: Mapping[str, int], *, since: str) -> Leaves:
    """Read leaves, each with the side on which it must stay, exact from a day on ("": any)."""
    months = read_months_of(conn, book, sides)
    moved = read_day_nets(conn, book.code, sides, since)
    carried = {code: months.whole(code) - sum(moved.get(code, {}).values()) for code in sides}
    days = Running(carried=carried, nets=moved)
    return Leaves(sides=sides, days=days, months=months)


def read_day_nets(
    conn: sa.Connection, book: str, codes: Collection[str], since: str
) -> dict[str, dict[str, int]]:
    """Read what moved leaves since a day, net by day of the fact, debit-positive fen."""
    banks = sorted(set(codes) & set(BANKS))
    sums = read_sums(conn, book, LinePick(leaves=set(codes) - set(BANKS)), BY_DAY)
    for pick in bank_picks(banks, since):
        sums |= read_bank_sums(conn, book, pick)
    days = read_fact_days(conn, book, (key[2] for key in sums if dated_back(key)))
    nets: dict[str, dict[str, int]] = {}
    for key, sides in sums.items():
        account, own, apart, kind = key
        day = days[apart] if dated_back(key) else counted_day(kind, own)
        if day >= since:
            of_leaf = nets.setdefault(account, {})
            of_leaf[day] = of_leaf.get(day, 0) + net_of(sides)
    return nets


def read_bank_sums(
    conn: sa.Connection, book: str, pick: LinePick
) -> dict[tuple[Any, ...], tuple[int, int]]:
    """Add up what moved bank accounts: corrections where a pick asks for these, else the rest."""
    found = read_sums(conn, book, pick, BY_DAY)
    return {key: sides for key, sides in found.items() if dated_back(key) == bool(pick.kinds)}


def dated_back(key: tuple[Any, ...]) -> bool:
    """Tell a sum of a voucher that counts on the day of another."""
    return key[3] in DATED_BACK


def bank_picks(codes: Collection[str], since: str) -> tuple[LinePick, LinePick]:
    """Ask for what moved bank accounts since a day, at the cost of the months since.

    No fact is booked before its day; a correction of this year's counts from its own year on.
    """
    year = since[:4]
    own = LinePick(leaves=codes, first=since[:7])
    return own, LinePick(leaves=codes, kinds=DATED_BACK, first=year, after=year)


def read_owing(
    conn: sa.Connection, book: Book, hospitals: Iterable[str], base: str
) -> dict[str, dict[int, int]]:
    """Read what hospitals owe by prepayment year, in fen."""
    held = accounts_held(conn, book.code, base, hospitals)
    months = read_months_of(conn, book, held)
    owing: dict[str, dict[int, int]] = {}
    for account in held.values():
        owing.setdefault(account.hospital, {})[account.year] = months.whole(account.code)
    return owing
