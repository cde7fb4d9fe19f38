"""清算 as a fold: the year's movements of each leaf, by the kind of the original event (R-057).

甘肃·四, 海南·六: a correction counts, with its sign, in the class that it corrects (design 2.13).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ledger.masters.chart import Leaf
    from ledger.voucher.shown import BalanceRow

#: Classes: code, 中文, sign towards the balance, and whether the column stands though empty.
CLASSES = (
    ("opening", "期初", 1, True),
    ("brought_debit", "启用前借方", 1, False),
    ("brought_credit", "启用前贷方", -1, False),
    ("disbursement", "拨付", 1, True),
    ("payment_return", "退汇", -1, False),
    ("repayment", "返还", -1, True),
    ("identified", "暂收认定", -1, False),
    ("settlement_offset", "冲抵", -1, False),
    ("write_off", "核销", -1, False),
    ("succession_in", "承接转入", 1, False),
    ("succession_out", "承接转出", -1, False),
    ("other", "其他", 1, False),
)


SIGNS = {code: sign for code, _, sign, _ in CLASSES}


#: Classes of movements that have one of their own; `succession` has two.
BY_MOVEMENT = {
    "opening-balance": "opening",
    "disbursement": "disbursement",
    "payment-return": "payment_return",
    "repayment": "repayment",
    "suspense-out": "identified",
    "settlement-offset": "settlement_offset",
    "write-off": "write_off",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SettlementRow:
    """One hospital and prepayment year: fen by class, what is left, and 核销后收回 as a memo."""

    leaf: Leaf
    sums: Mapping[str, int]
    recovery_fen: int

    @property
    def balance_fen(self) -> int:
        """Return what is left by the classes."""
        return sum(SIGNS[code] * fen for code, fen in self.sums.items())


class Moving(Protocol):
    """What a movement must say to be classed; one voucher's, or the sum of many."""

    @property
    def account(self) -> str:
        """Name the leaf."""

    @property
    def movement(self) -> str:
        """Name the kind that it counts as."""

    @property
    def owner(self) -> str:
        """Name the hospital that its event names."""

    @property
    def net_fen(self) -> int:
        """Return what it does to the leaf's debit-positive balance."""


def class_of(movement: Moving, leaf: Leaf) -> str:
    """Name the class of a movement on a leaf; of a 承接, whether the leaf gave or took."""
    if movement.movement == "succession":
        gave = movement.owner == leaf.account.hospital
        return "succession_out" if gave else "succession_in"
    return BY_MOVEMENT.get(movement.movement, "other")


def settlement_rows(
    openings: Sequence[BalanceRow],
    movements: Sequence[Moving],
    leaves: Mapping[str, Leaf],
    recoveries: Mapping[str, int],
    brought: Mapping[str, tuple[int, int]],
) -> list[SettlementRow]:
    """Class the year's movements by leaf; leaves that show nothing but zeros are left out.

    `brought` is what a first year had moved before the books began: 期初 is 年初余额 then.
    """
    sums = {code: dict.fromkeys(SIGNS, 0) for code in leaves}
    for row in openings:
        sums[row.leaf.account.code]["opening"] += row.opening_fen
    for account in brought.keys() & sums.keys():
        debit, credit = brought[account]
        sums[account]["opening"] -= debit - credit
        sums[account]["brought_debit"], sums[account]["brought_credit"] = debit, credit
    for movement in movements:
        code = class_of(movement, leaves[movement.account])
        sums[movement.account][code] += SIGNS[code] * movement.net_fen
    return [
        SettlementRow(leaf=leaf, sums=sums[code], recovery_fen=recoveries.get(code, 0))
        for code, leaf in sorted(leaves.items(), key=lambda pair: pair[0].split("."))
        if any(sums[code].values()) or recoveries.get(code)
    ]
