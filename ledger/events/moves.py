"""Legs written as words (`debit>credit:fen`), for vouchers that the program works out itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.events.words import Raw, Unclear
from ledger.masters.leg import Leg

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ledger.masters.chart import FundChart


def move_words(raw: Raw) -> tuple[str, ...]:
    """Read a list of moves."""
    if not isinstance(raw, list) or not all(isinstance(item, str) for item in raw):
        raise Unclear("分录读不懂", "更正分录由程序生成，不手工填写")
    return tuple(raw)


def write_moves(legs: Iterable[Leg]) -> tuple[str, ...]:
    """Write legs as words."""
    return tuple(f"{leg.debit.code}>{leg.credit.code}:{leg.amount_fen}" for leg in legs)


def moved_legs(moves: Iterable[str], chart: FundChart) -> tuple[Leg, ...]:
    """Read legs back from words."""
    legs = []
    for move in moves:
        codes, _, fen = move.rpartition(":")
        debit, _, credit = codes.partition(">")
        legs.append(
            Leg(debit=chart.account(debit), credit=chart.account(credit), amount_fen=int(fen))
        )
    return tuple(legs)


def moved_fen(moves: Iterable[str]) -> int:
    """Add up what moves move."""
    return sum(int(move.rpartition(":")[2]) for move in moves)


def held_by(moves: Iterable[str]) -> dict[tuple[str, int], int]:
    """Net what moves leave with each holder's year (`1101.01.HOLDER.YEAR`), debit-positive fen."""
    sums: dict[tuple[str, int], int] = {}
    for move in moves:
        codes, _, fen = move.rpartition(":")
        debit, _, credit = codes.partition(">")
        for code, sign in ((debit, 1), (credit, -1)):
            *_, holder, year = ["", "", *code.split(".")]
            if len(year) == 4 and len(holder) > 2:
                sums[holder, int(year)] = sums.get((holder, int(year)), 0) + sign * int(fen)
    return sums
