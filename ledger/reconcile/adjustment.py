"""余额调节表: both balances brought to the one that would stand if everybody had everything.

The bank's balance gets what our books have and the bank has not, and what the bank took or
gave by mistake (银行误收 is never the fund's expense); ours gets what the bank has and our books
have not. On a shared account the 总账 stands between: 本账余额 + 其他业务净额 = 总账余额.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from ledger.basis.period import last_day
from ledger.reconcile.owners import is_fee

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ledger.reconcile.lines import BankLine
    from ledger.reconcile.units import Unit

#: The kinds of 未达账项, in the order of the sheet.
KINDS: Mapping[str, str] = MappingProxyType(
    {
        "book-in": "加：本账已收、银行未收",
        "book-out": "减：本账已付、银行未付",
        "error-out": "加：银行误收（扣），应退回",
        "error-in": "减：银行误付（入），将收回",
        "bank-in": "加：银行已收、本账未收",
        "bank-out": "减：银行已付、本账未付",
    }
)
BANK_SIDE = ("book-in", "book-out", "error-out", "error-in")
BOOK_SIDE = ("bank-in", "bank-out")
ERROR = "bank-error"
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A match in force: its number, the ids of its lines and facts, and its class if outside."""

    number: int
    kind: str
    rule: str
    lines: tuple[str, ...]
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PendingItem:
    """One 未达账项: which voucher or line, of when, for whom, how much, and why it is open.

    `net_fen` is what it adds to the balance of its side.
    """

    id: str
    kind: str
    label: str
    date: datetime.date
    summary: str
    counterparty: str
    net_fen: int
    cause: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BankReconciliation:
    """A 余额调节表's figures: two balances, what lies between, and the items that bridge them."""

    statement_fen: int
    book_fen: int
    other_fen: int
    items: tuple[PendingItem, ...]

    @property
    def general_fen(self) -> int:
        """Return the 总账's balance: ours and the net of other business."""
        return self.book_fen + self.other_fen

    @property
    def bank_adjusted_fen(self) -> int:
        """Return the bank's balance, adjusted."""
        return self.statement_fen + self.sum_fen(BANK_SIDE)

    @property
    def book_adjusted_fen(self) -> int:
        """Return the books' balance, adjusted."""
        return self.general_fen + self.sum_fen(BOOK_SIDE)

    @property
    def difference_fen(self) -> int:
        """Return what the two adjusted balances differ by; nothing is submitted unless it is 0."""
        return self.bank_adjusted_fen - self.book_adjusted_fen

    def sum_fen(self, kinds: Sequence[str]) -> int:
        """Add up the items of some kinds."""
        return sum(item.net_fen for item in self.items if item.kind in kinds)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Both sides of an account up to now: lines, facts, and the matches in force.

    `since` is the first day of the statements: what our books did before it, and no line
    answers, is in the balance that the statements began with.
    """

    lines: Sequence[BankLine]
    units: Sequence[Unit]
    groups: Sequence[Group]
    since: datetime.date


def items_at(sides: Sides, period: str) -> list[PendingItem]:
    """List what is open at a month's end, seen with what is known today.

    A match counts once all of it has come to pass: what is matched with a later line or a
    later voucher was open then.
    """
    items = [*matched_items(sides, period), *lone_lines(sides, period), *lone_units(sides, period)]
    order = list(KINDS)
    return sorted(items, key=lambda item: (order.index(item.kind), item.date, item.label))


def matched_items(sides: Sides, period: str) -> Iterator[PendingItem]:
    """List what is matched and was open at the month's end, and what the bank has to put right."""
    end = last_day(period)
    lines = {line.id: line for line in sides.lines}
    units = {unit.id: unit for unit in sides.units}
    for group in sides.groups:
        own = [line for line in picked(lines, group.lines) if line.date <= end]
        if group.kind == "outside":
            yield from bank_errors(group, own)
        else:
            yield from uneven_items(group, own, lines, units, period)


def uneven_items(
    group: Group,
    own_lines: Sequence[BankLine],
    lines: Mapping[str, BankLine],
    units: Mapping[str, Unit],
    period: str,
) -> list[PendingItem]:
    """List what of a match was open at the month's end; `own_lines` are those until then."""
    own_units = [u for u in picked(units, group.units) if u.members[0].period <= period]
    if is_even(own_lines, own_units, period):
        return []
    return group_items(own_lines, own_units, period, cause_later(group, lines, units, period))


def picked(known: Mapping[str, Found], ids: Iterable[str]) -> list[Found]:
    """Return those of the ids that are known, in the order of the ids."""
    return [known[id_] for id_ in ids if id_ in known]


def lone_lines(sides: Sides, period: str) -> list[PendingItem]:
    """List the bank's lines until the month's end that are matched with nothing."""
    met = frozenset[str]().union(*(group.lines for group in sides.groups))
    lines = [line for line in sides.lines if line.date <= last_day(period)]
    return [line_item(line, "") for line in lines if line.id not in met]


def lone_units(sides: Sides, period: str) -> list[PendingItem]:
    """List the facts of the books that are matched with nothing, and no older than statements."""
    met = frozenset[str]().union(*(group.units for group in sides.groups))
    lone = [unit for unit in sides.units if unit.id not in met]
    return [unit_item(unit, period, "") for unit in lone if is_open_at(unit, sides, period)]


def is_open_at(unit: Unit, sides: Sides, period: str) -> bool:
    """Return whether a fact of a month's end should have its line in the statements by then."""
    first = unit.members[0]
    told = first.period <= period and first.booked >= sides.since
    return told and unit.net_by(period) != 0


def bank_errors(group: Group, lines: Sequence[BankLine]) -> list[PendingItem]:
    """List what the bank booked by mistake and has still to put right."""
    if group.rule != ERROR:
        return []
    return [line_item(line, "银行误收误付，待银行更正", error=True) for line in lines]


def is_even(lines: Iterable[BankLine], units: Iterable[Unit], period: str) -> bool:
    """Return whether both sides of a match had come to the same by the month's end."""
    return sum(line.net_fen for line in lines) == sum(unit.net_by(period) for unit in units)


def group_items(
    lines: Iterable[BankLine], units: Iterable[Unit], period: str, later: str
) -> list[PendingItem]:
    """List what of a match was open at the month's end."""
    items = [line_item(line, later) for line in lines]
    moved = [unit for unit in units if unit.net_by(period)]
    return items + [unit_item(unit, period, later) for unit in moved]


def cause_later(
    group: Group, lines: Mapping[str, BankLine], units: Mapping[str, Unit], period: str
) -> str:
    """Say when what was open came to pass."""
    end = last_day(period)
    days = [line.date for line in picked(lines, group.lines) if line.date > end]
    labels = labels_after(picked(units, group.units), period)
    said = [f"银行 {max(days)} 已达"] if days else []
    said += [f"{labels[-1]} 已入账"] if labels else []
    return "，".join(said) or "勾对后账上更正过，金额与银行不符"


def labels_after(units: Iterable[Unit], period: str) -> list[str]:
    """Name the vouchers of facts that were booked after a month."""
    members = [member for unit in units for member in unit.members]
    return [member.label for member in members if member.period > period]


def line_item(line: BankLine, cause: str, *, error: bool = False) -> PendingItem:
    """Make the item of a statement line; a bank's own charge is 银行误收 whatever else is said.

    A mistake of the bank is put right on the bank's side: its sign turns.
    """
    error = error or is_fee(line)
    way = "in" if line.net_fen > 0 else "out"
    fallback = {
        "error-out": "银行误收费用，不是基金支出，应由银行退回",
        "error-in": "银行误入，待银行收回",
        "bank-in": "银行已收，本账尚未记账",
        "bank-out": "银行已付，本账尚未记账",
    }
    kind = f"error-{way}" if error else f"bank-{way}"
    return PendingItem(
        id=line.id,
        kind=kind,
        label=f"对账单 {line.number}",
        date=line.date,
        summary=line.summary,
        counterparty=line.counterparty,
        net_fen=-line.net_fen if error else line.net_fen,
        cause=cause or fallback[kind],
    )


def unit_item(unit: Unit, period: str, cause: str) -> PendingItem:
    """Make the item of a fact of our books, as it stood at a month's end."""
    net = unit.net_by(period)
    stands = [member for member in unit.members if member.period <= period]
    shown = unit.shown if unit.shown in stands else stands[-1]
    kind, fallback = (
        ("book-in", "本账已收，银行尚未入账") if net > 0 else ("book-out", "本账已付，银行尚未划转")
    )
    return PendingItem(
        id=unit.id,
        kind=kind,
        label=shown.label,
        date=shown.booked,
        summary=shown.summary,
        counterparty=shown.hospital,
        net_fen=net,
        cause=cause or fallback,
    )


def statement_balance(lines: Iterable[BankLine], period: str) -> int | None:
    """Return what the statements leave at a month's end; None where they begin later."""
    run = sorted(lines, key=lambda line: line.place)
    end = last_day(period)
    if not run or run[0].date > end:
        return None
    began = run[0].balance_fen - run[0].net_fen
    return began + sum(line.net_fen for line in run if line.date <= end)
