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
