"""上下级核对: what an upper agency passed down against what the lower one holds from it (§12.2).

The upper book's 1101 拨付下级经办机构 and the lower book's 2001 上级经办机构拨入 are the same
money, seen from both sides, in the same fund.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ledger.basis.money import grouped, yuan
from ledger.basis.terms import FUNDS
from ledger.formats.report import UNIT, WORDS, Column, Report, Row, money

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

COLUMNS = (
    Column(heading="险种"),
    Column(heading="上级", wraps=WORDS),
    Column(heading="下级", wraps=WORDS),
    money("上级账：拨付下级（1101.03）"),
    money("下级账：上级拨入（2001.02）"),
    money("差额"),
    Column(heading="结果"),
)
RESULTS = {"unequal": "不符", "one-sided": "另一方不在本库", "equal": "相符"}
NOTE = "上级账的借方余额应等于下级账的贷方余额；款项在途、两边记账日期不同的，到账后应相符。"


@dataclass(frozen=True, slots=True, kw_only=True)
class TiePair:
    """Two agencies of one fund, and what each book says; None where the book is not here."""

    fund: str
    upper_area: str
    upper_name: str
    lower_area: str
    lower_name: str
    upper_fen: int | None
    lower_fen: int | None

    @property
    def difference_fen(self) -> int | None:
        """Return what the upper book has more; None where only one side is known."""
        if self.upper_fen is None or self.lower_fen is None:
            return None
        return self.upper_fen - self.lower_fen

    @property
    def result(self) -> str:
        """Say whether the two sides agree."""
        if self.difference_fen is None:
            return "one-sided"
        return "unequal" if self.difference_fen else "equal"


def agency_tie(day: date, pairs: Sequence[TiePair]) -> Report:
    """Draw up the 上下级核对 of a day; what does not agree stands first."""
    order = list(RESULTS)
    ordered = sorted(
        pairs, key=lambda p: (order.index(p.result), p.fund, p.upper_area, p.lower_area)
    )
    unequal = [pair for pair in ordered if pair.result == "unequal"]
    return Report(
        title="上下级核对",
        subtitle=(f"截至 {day}", UNIT),
        columns=COLUMNS,
        rows=tuple(pair_row(pair) for pair in ordered),
        alerts=tuple(alert(pair) for pair in unequal),
        notes=(NOTE,),
        tree={
            "as_of": day,
            "agreed": not unequal,
            "pairs": [pair_tree(pair) for pair in ordered],
        },
    )


def alert(pair: TiePair) -> str:
    """Say what does not agree."""
    return (
        f"上下级不符：{FUNDS[pair.fund]}医保 {pair.upper_name} 拨付 {pair.lower_name}，"
        f"上级账 {grouped(pair.upper_fen or 0)}，下级账 {grouped(pair.lower_fen or 0)}，"
        f"差 {grouped(abs(pair.difference_fen or 0))}"
    )


def pair_row(pair: TiePair) -> Row:
    """Draw one pair."""
    return Row(
        cells=(
            FUNDS[pair.fund],
            f"{pair.upper_area} {pair.upper_name}".strip(),
            f"{pair.lower_area} {pair.lower_name}".strip(),
            pair.upper_fen,
            pair.lower_fen,
            pair.difference_fen,
            RESULTS[pair.result],
        ),
        mark="alert" if pair.result == "unequal" else "",
    )


def pair_tree(pair: TiePair) -> dict[str, object]:
    """Write one pair for programs; a side that is not here is null."""
    figures = {
        "upper_balance": pair.upper_fen,
        "lower_balance": pair.lower_fen,
        "difference": pair.difference_fen,
    }
    return {
        "fund": pair.fund,
        "upper_area": pair.upper_area,
        "lower_area": pair.lower_area,
        **{name: None if fen is None else yuan(fen) for name, fen in figures.items()},
        "result": pair.result,
    }
