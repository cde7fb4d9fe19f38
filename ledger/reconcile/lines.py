"""对账单 as values: one line of what a bank or 财政 says moved, seen from our side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class BankLine:
    """One line of a statement (对账单): money `in` or `out` of the account, and what was left.

    A negative amount is 冲正 on the same side. `number` is what people call the line by (the
    row of its file, until it is stored), `place` its place in the run of balances; `serial`
    is the bank's 流水号, `receipt` a 回单号 or 凭证号 beside it. `origin` is `file#row`.
    """

    id: str
    number: int
    place: int
    date: datetime.date
    side: str
    amount_fen: int
    balance_fen: int
    serial: str
    receipt: str
    summary: str
    counterparty: str
    counterparty_account: str
    origin: str

    @property
    def net_fen(self) -> int:
        """Return what the line does to the account's balance."""
        return self.amount_fen if self.side == "in" else -self.amount_fen

    @property
    def text(self) -> str:
        """Return all the words that may tell whose money it is."""
        return f"{self.summary} {self.counterparty}".strip()

    def content(self) -> tuple[str, str, int, int]:
        """Return what two prints of one line have in common, whatever else is printed."""
        return (self.date.isoformat(), self.side, self.amount_fen, self.balance_fen)


def digest_text(lines: Sequence[BankLine]) -> list[list[str]]:
    """Write what lines say, for a fingerprint by which a changed one would be noticed."""
    return [[line.id, *(str(word) for word in line.content())] for line in lines]


def identities(lines: tuple[BankLine, ...]) -> tuple[str, ...]:
    """Name lines so that the same one, imported again, has the same name.

    A line is its day with its 流水号 (banks begin anew with those), else with its amount and
    running balance; what happened twice over (paid, bounced, paid again) is counted.
    """
    seen: dict[str, int] = {}
    names = []
    for line in lines:
        date, side, amount, balance = line.content()
        what = line.serial or f"{side}|{amount}|{balance}"
        mark = f"{date}|{what}"
        seen[mark] = seen.get(mark, 0) + 1
        names.append(mark if seen[mark] == 1 else f"{mark}|{seen[mark]}")
    return tuple(names)
