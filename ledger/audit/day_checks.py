"""余额 proved again, by month end and by day: what 制单 and 记账 ask of each guarded leaf.

The side of a leaf and the day on which a fact counts are asked of the rooms that record and post
ask; the sums are made anew from the stored legs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ledger.audit.book_checks import name_of
from ledger.audit.chain_checks import label_of
from ledger.audit.invariants import Row, Stored, broken
from ledger.basis.money import grouped
from ledger.events.corrections.correcting import DATED_BACK, counted_day
from ledger.voucher.leaves import Shortage, guard
from ledger.voucher.overdraft import point_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ledger.basis.errors import Finding

#: The revision with which limits came to hold on each day, and of banks at all.
FIRST_DAY = "0006"
CLAUSE = "财会〔2017〕28号·1101、2001、1004"


class Move(NamedTuple):
    """What one voucher does to one leaf: when it counts, in which month, and its link."""

    day: str
    period: str
    fen: int
    row: Row


def check_balances(stored: Stored) -> Iterator[Finding]:
    """Nobody owes less than nothing, no 暂收款 stands in debit, no account of ours overdrawn."""
    yield from check_month_ends(stored)
    roles = stored.chart.roles
    for code, moves in sorted(moves_by_leaf(stored).items()):
        account = stored.account(code)
        side = guard(account, roles, stored.exclusive)
        if not side:
            continue
        # Month ends of other leaves are proved above, by a rule that always stood.
        ends = [True, False] if account.base in stored.exclusive else [False]
        for month_end in ends:
            short = lowest_of(moves, side, month_end=month_end)
            if short is None:
                continue
            cause = taking(moves, side, short)
            finding = broken(
                "LEAF_OVERDRAWN",
                f"{stored.book.code} {name_of(stored, code)} 截至 {point_name(short)}余额"
                f" {grouped(-side * short.fen)}，方向相反（{label_of(stored, cause)}）",
                CLAUSE,
            )
            yield stored.judged(cause, FIRST_DAY, finding)
            break


def check_month_ends(stored: Stored) -> Iterator[Finding]:
    """Nobody owes less than nothing and no 暂收款 stands in debit, at any month end."""
    running: dict[str, int] = {}
    by_period: dict[str, list[tuple[str, int]]] = {}
    for (account, period), (debit, credit) in stored.again.items():
        by_period.setdefault(period, []).append((account, debit - credit))
    for period in stored.periods:
        for code, fen in by_period.get(period, ()):
            running[code] = running.get(code, 0) + fen
            usual = guard(stored.account(code), stored.chart.roles, ())
            if usual * running[code] < 0:
                yield broken(
                    "LEAF_OVERDRAWN",
                    f"{stored.book.code} {name_of(stored, code)} {period} 末余额"
                    f" {grouped(running[code])}，方向相反",
                    "财会〔2017〕28号·1101、2001",
                )


def moves_by_leaf(stored: Stored) -> dict[str, list[Move]]:
    """Collect what moved each leaf, in the order in which it was posted."""
    rows = {row["id"]: row for row in stored.rows()}
    found: dict[str, list[Move]] = {}
    ordered = sorted(rows.values(), key=lambda r: (r["posted_at"], r["chain_year"], r["position"]))
    for row in ordered:
        if row["period"] is None:
            continue
        day = stored_day(row, rows)
        for leg in stored.legs.get(row["id"], []):
            for side, sign in (("debit", 1), ("credit", -1)):
                move = Move(day, row["period"], sign * leg["amount_fen"], row)
                found.setdefault(leg[side], []).append(move)
    return found


def stored_day(row: Row, rows: dict[str, Row]) -> str:
    """Return the day on which a fact counts, as `events/corrections/correcting.fact_day` has it."""
    seen = set()
    while row["kind"] in DATED_BACK and row["corrected"] in rows and row["id"] not in seen:
        seen.add(row["id"])
        row = rows[row["corrected"]]
    return counted_day(row["kind"], str(row["date"]))


def lowest_of(moves: Sequence[Move], side: int, *, month_end: bool) -> Shortage | None:
    """Return where a leaf stands lowest on the wrong side; None where it never does."""
    nets: dict[str, int] = {}
    for move in moves:
        at = move.period if month_end else move.day
        nets[at] = nets.get(at, 0) + side * move.fen
    balance, points = 0, []
    for at, fen in sorted(nets.items()):
        balance += fen
        points.append((balance, at))
    lowest, at = min(points)
    return Shortage(at=at, month_end=month_end, fen=-lowest) if lowest < 0 else None


def taking(moves: Sequence[Move], side: int, short: Shortage) -> Row:
    """Return the last fact that lowered a leaf at a point: a unit counts as a whole."""
    units: dict[str, int] = {}
    last: dict[str, Row] = {}
    for move in moves:
        if (move.period if short.month_end else move.day) <= short.at:
            unit = move.row["unit"]
            units[unit] = units.get(unit, 0) + side * move.fen
            last[unit] = move.row
    lowering = [unit for unit in last if units[unit] < 0]
    return last[lowering[-1]]
