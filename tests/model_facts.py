"""What a fact is to the model, what it moves, and naive sums over facts.

Nothing is kept up to date: balances and what still stands are worked out anew from the facts
each time, so there is nothing that could be forgotten.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Words = dict[str, Any]
Move = tuple[str, str, int]
#: What takes from a voucher what it said, wholly or in part.
TAKING = ("red", "difference")
#: Where each fund keeps 结余, 住院待遇 and 其他支出.
LEAVES = {
    "employee": ("3001.01", "5001.01.01", "5401.01"),
    "resident": ("3001", "5001.01", "5401"),
}


@dataclass(eq=False)
class Fact:
    """One event as words, with where it stands and what it moves; `corrects` names a key."""

    words: Words
    booked: str
    period: str
    moves: list[Move]
    number: int = 0

    def __getattr__(self, name: str) -> Any:
        """Give a word; "" where the event has none."""
        return self.words.get(name, "")


def moves_of(words: Words, surplus: str, benefit: str, expense: str) -> list[Move]:
    """Say what an event debits and credits (design.md §6)."""
    amount = fen(words["amount"])
    own = f"1101.01.{words.get('hospital')}.{words.get('year')}"
    held = f"2001.01.{words.get('counterparty')}"
    kind = words["kind"]
    if kind == "opening-balance":
        leaf = {"1101": own, "2001": held}.get(words["account"]) or str(words["account"])
        return [(surplus, leaf, amount)] if leaf == held else [(leaf, surplus, amount)]
    if kind == "settlement-offset":
        rest = fen(words["settlement"]) - amount
        return [(benefit, own, amount), *([(benefit, "1004", rest)] if rest else [])]
    successor = f"1101.01.{words.get('successor')}.{words.get('year')}"
    sides = {
        "allocation": ("1004", "1003"),
        "disbursement": (own, words.get("from")),
        "repayment": (words.get("to"), own),
        "payment-return": (words.get("to"), own),
        "write-off": (expense, own),
        "succession": (successor, own),
        "suspense": (words.get("to"), held),
        "suspense-out": (held, words.get("from") or own),
    }
    debit, credit = sides[kind]
    return [(str(debit), str(credit), amount)]


def trial_balance(facts: Sequence[Fact], month: str) -> dict[str, tuple[int, int, int]]:
    """Add up each leaf's opening, 借方 and 贷方发生额 of a month; 期初 is never 发生额."""
    leaves = {code for fact in facts for move in fact.moves for code in move[:2]}
    rows = {}
    for code in leaves:
        here = [f for f in facts if f.period == month]
        row = (
            balance([f for f in facts if f.period < month], code, month),
            sum(amount for f in here for debit, _, amount in f.moves if debit == code),
            sum(amount for f in here for _, credit, amount in f.moves if credit == code),
        )
        rows[code] = row
    return {code: row for code, row in rows.items() if any(row)}


def page(
    facts: Sequence[Fact], code: str, first: str, last: str
) -> tuple[int, list[tuple[Fact, tuple[str, int, int]]]]:
    """Give a leaf's balance before a month, and its lines: fact, side, fen, balance after."""
    before = running = balance([f for f in facts if f.period < first], code, last)
    lines = []
    for fact in sorted((f for f in facts if first <= f.period <= last), key=place_of):
        for side, at in (("debit", 0), ("credit", 1)):
            amounts = [move[2] for move in fact.moves if move[at] == code]
            if amounts:
                running += sum(amounts) * (1 if side == "debit" else -1)
                lines.append((fact, (side, sum(amounts), running)))
    return before, lines


def place_of(fact: Fact) -> tuple[str, str, int]:
    """Say where a voucher stands on a page."""
    return fact.period, fact.booked, fact.number


def live(world: Iterable[Fact]) -> list[Fact]:
    """Keep the events that stand, as differences have left them; not what red took back."""
    world = list(world)
    gone = taken_back(world)
    return [
        put_right(fact, beside(fact.key, world))
        for fact in world
        if fact.kind not in (*TAKING, "period-end") and fact.key not in gone
    ]


def beside(key: str, world: Sequence[Fact]) -> list[Fact]:
    """List the differences that stand on a fact, oldest first."""
    gone = taken_back(world)
    return [f for f in world if f.kind == "difference" and f.corrects == key and f.key not in gone]


def newest(key: str, world: Sequence[Fact]) -> str:
    """Name the newest difference that stands on a fact; none where the fact itself is gone."""
    standing = [] if key in taken_back(world) else beside(key, world)
    return standing[-1].key if standing else ""


def root_of(fact: Fact, world: Sequence[Fact]) -> Fact:
    """Find the first voucher of the fact that a voucher belongs to."""
    while fact.kind in TAKING:
        fact = next(other for other in world if other.key == fact.corrects)
    return fact


def put_right(fact: Fact, changes: Sequence[Fact]) -> Fact:
    """Give an event as its differences say that it should have been."""
    if not changes:
        return fact
    moves = [move for change in changes for move in change.moves]
    whole = sum(amount for *_, amount in moves)
    owed = sum(amount for _, credit, amount in moves if credit.startswith("1101"))
    words = dict(fact.words)
    if fact.kind == "settlement-offset":
        words["settlement"] = written(fen(fact.settlement) + whole)
        words["amount"] = written(fen(fact.amount) + owed)
    else:
        words["amount"] = written(fen(fact.amount) + whole)
    return Fact(
        words=words, booked=fact.booked, period=fact.period, moves=fact.moves, number=fact.number
    )


def written(amount: int) -> str:
    """Write fen as 元."""
    return f"{amount // 100}.{amount % 100:02d}"


def taken_back(world: Iterable[Fact]) -> set[str]:
    """List the keys that a red voucher has taken back."""
    return {fact.corrects for fact in world if fact.kind == "red"}


def balance(facts: Iterable[Fact], code: str, until: str) -> int:
    """Add a leaf up to the end of a month, debit-positive."""
    moves = [move for fact in facts if fact.period <= until for move in fact.moves]
    return sum(amount * ((debit == code) - (credit == code)) for debit, credit, amount in moves)


def day_of(fact: Fact, world: Sequence[Fact]) -> str:
    """Say on which day a fact counts: red and 差额 with what they correct, 期初 before any."""
    fact = root_of(fact, world)
    return "" if fact.kind == "opening-balance" else str(fact.date)


def by_day(facts: Sequence[Fact], code: str, until: str) -> int:
    """Add a leaf up to the end of a day, by the day of each fact, debit-positive."""
    moves = [move for fact in facts if day_of(fact, facts) <= until for move in fact.moves]
    return sum(amount * ((debit == code) - (credit == code)) for debit, credit, amount in moves)


def fen(amount: str) -> int:
    """Read 元 with two decimals."""
    return int(amount.replace(".", ""))


def after(month: str) -> str:
    """Name the next month."""
    year, number = int(month[:4]), int(month[5:])
    return f"{year + 1}-01" if number == 12 else f"{year}-{number + 1:02d}"


def last_day(month: str) -> int:
    """Give the last day of a month of this test."""
    return {"02": 28, "04": 30, "06": 30, "09": 30, "11": 30}.get(month[5:], 31)
