"""余额逐行相接: from whose side a statement is printed, which way round, what stands twice.

Nothing is guessed from words: of the ways to read it, the one in which the balances add up.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise, product
from typing import TYPE_CHECKING

from ledger.basis.errors import Finding
from ledger.basis.money import grouped
from ledger.reconcile.lines import BankLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ledger.reconcile.table import PrintedRow

CLAUSE = "财会〔2017〕28号·1004"
SHOWN_MAX = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementRun:
    """A statement read one way: lines in order of time, rows that stood twice, breaks.

    `flipped` is 财政's side (借 is in), `turned` a file that begins with the newest.
    """

    lines: tuple[BankLine, ...]
    doubled: tuple[int, ...]
    breaks: tuple[tuple[BankLine, BankLine], ...]
    flipped: bool
    turned: bool


def best_run(entries: Sequence[PrintedRow], *, file: str, before_fen: int | None) -> StatementRun:
    """Read entries in the way in which the balances add up, else in the way nearest to it.

    `before_fen` is what was left on the account before, where that is known: a single row
    adds up by itself either way.
    """
    runs = []
    for flipped, turned in product((False, True), repeat=2):
        run = run_of(entries, file=file, flipped=flipped, turned=turned)
        disorder = any(a.date > b.date for a, b in pairwise(run.lines))
        strange = is_strange(run.lines, before_fen)
        if not (run.breaks or disorder or strange):
            return run
        runs.append(((len(run.breaks), disorder, strange, flipped, turned), run))
    return min(runs, key=lambda pair: pair[0])[1]


def is_strange(lines: Sequence[BankLine], before_fen: int | None) -> bool:
    """Return whether lines do not go on from what was left before, where that is known."""
    if before_fen is None or not lines:
        return False
    return before_fen + lines[0].net_fen != lines[0].balance_fen


def joins(before: BankLine, line: BankLine) -> bool:
    """Return whether a line's balance follows from the line before it."""
    return before.balance_fen + line.net_fen == line.balance_fen


def run_of(
    entries: Sequence[PrintedRow], *, file: str, flipped: bool, turned: bool
) -> StatementRun:
    """Read entries one way: a row that is there already, and would not add up, stood twice."""
    kept: list[BankLine] = []
    doubled: list[int] = []
    breaks: list[tuple[BankLine, BankLine]] = []
    seen: set[tuple[object, ...]] = set()
    moving = [entry for entry in entries if entry.amount_fen]
    for entry in reversed(moving) if turned else moving:
        line = line_of(entry, file=file, flipped=flipped)
        mark = (line.serial, *line.content())
        if kept and not joins(kept[-1], line):
            if mark in seen:
                doubled.append(entry.row)
                continue
            breaks.append((kept[-1], line))
        seen.add(mark)
        kept.append(line)
    return StatementRun(
        lines=tuple(kept),
        doubled=tuple(sorted(doubled)),
        breaks=tuple(breaks),
        flipped=flipped,
        turned=turned,
    )


def line_of(entry: PrintedRow, *, file: str, flipped: bool) -> BankLine:
    """Take an entry from our side."""
    side = entry.side
    if flipped:
        side = "out" if side == "in" else "in"
    words = entry.counterparty
    other = "payer" if side == "in" else "payee"
    return BankLine(
        id="",
        number=entry.row,
        place=0,
        date=entry.date,
        side=side,
        amount_fen=entry.amount_fen,
        balance_fen=entry.balance_fen,
        serial=entry.serial,
        receipt=entry.receipt,
        summary=entry.summary,
        counterparty=words.get("counterparty") or words.get(other, ""),
        counterparty_account=account_digits(
            words.get("counterparty_account") or words.get(f"{other}_account", "")
        ),
        origin=f"{file}#{entry.row}",
    )


def account_digits(text: str) -> str:
    """Write a bank account without the blanks and dashes that people group it by."""
    return "".join(mark for mark in text if mark not in " -\u3000'`")


def break_findings(run: StatementRun) -> list[Finding]:
    """Word every place where the balances do not add up, with the figures."""
    found = []
    for last, line in run.breaks[:SHOWN_MAX]:
        way = "收" if line.side == "in" else "付"
        wanted = last.balance_fen + line.net_fen
        found.append(
            Finding(
                code="RUNNING_BALANCE",
                message=f"余额接不上：第 {last.number} 行余额 {grouped(last.balance_fen)}，"
                f"第 {line.number} 行{way} {grouped(line.amount_fen)}，"
                f"应余 {grouped(wanted)}，表上是 {grouped(line.balance_fen)}，"
                f"差 {grouped(line.balance_fen - wanted)}",
                clause=CLAUSE,
                remedy="与银行的原件核对这两行；中间漏了行的，重新导出完整的对账单",
                row=line.number,
                field="余额",
            )
        )
    return found
